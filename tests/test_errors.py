"""Faults, the errors that carry them, and hints at what was meant."""

from __future__ import annotations

import contextlib
import pickle
from typing import TYPE_CHECKING

import pytest

import maturity as mt
from maturity.errors import hint_for, nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

PLACE = mt.Where("our.toml", 3, 7)
FAULT = mt.Fault("key.unknown", PLACE, "there is no key 'titel'", "allowed: title")
BARE = mt.Fault("period.form", mt.Where("period"), "'spring' is not a period")


def test_where() -> None:
    """A place reads file, line, column, as far as they are known."""
    assert str(mt.Where("our.toml", 3, 7)) == "our.toml:3:7"
    assert str(mt.Where("our.toml", 3)) == "our.toml:3"
    assert str(mt.Where("answers")) == "answers"


def test_fault() -> None:
    """A fault reads as one line: where, which, what, and what would do."""
    assert str(FAULT) == (
        "our.toml:3:7: error[key.unknown]: there is no key 'titel'; allowed: title"
    )
    assert str(BARE) == "period: error[period.form]: 'spring' is not a period"


def test_faults_found() -> None:
    """All faults are carried along, one a line."""
    error = mt.FaultsFound([FAULT, BARE])
    assert error.faults == (FAULT, BARE)
    assert str(error) == f"{FAULT}\n{BARE}"
    assert isinstance(error, mt.MaturityError)


def test_faults_found_is_an_exception_like_any_other() -> None:
    """It passes through a context manager, and keeps its cause."""

    @contextlib.contextmanager
    def through() -> Iterator[None]:
        yield

    cause = ValueError("cause")
    with pytest.raises(mt.FaultsFound) as found, through():
        raise mt.FaultsFound([FAULT]) from cause
    assert found.value.__cause__ is cause


def test_faults_found_travels() -> None:
    """It pickles, as errors from worker processes have to."""
    again = pickle.loads(pickle.dumps(mt.FaultsFound([FAULT, BARE])))  # noqa: S301  # its own
    assert again.faults == (FAULT, BARE)


def test_unknown_name() -> None:
    """A name that does not exist is a KeyError, and reads as its sentence alone."""
    error = mt.UnknownName("'x' is not here")
    assert str(error) == "'x' is not here"
    assert isinstance(error, KeyError)
    assert isinstance(error, mt.MaturityError)


def test_record_refused() -> None:
    """A refused record is an error of this library."""
    assert issubclass(mt.RecordRefused, mt.MaturityError)


def test_nearest() -> None:
    """The nearest name is one that a slip of the pen leads to, or none."""
    assert nearest("matrue", ["young", "mature"]) == "mature"
    assert nearest("exemplar", ["young", "mature"]) is None
    assert nearest("anything", []) is None


def test_nearest_of_many() -> None:
    """Among thousands of names only those that start alike are looked at."""
    many = [f"name-{number}" for number in range(5000)]
    assert nearest("nmae-1", [*many, "nmae-2"]) == "nmae-2"
    assert nearest("mane-1", many) is None


def test_nearest_to_a_long_name() -> None:
    """Nothing is looked for where the name is long: it would take long."""
    assert nearest("a" * 201, ["a" * 201]) is None


def test_hint() -> None:
    """A hint says what is allowed, and what was likely meant."""
    assert hint_for("x", ["a", "b"]) == "allowed: a, b"
    assert hint_for("yung", ["young"], label="levels") == "levels: young; did you mean 'young'?"
    assert hint_for(5, ["a"]) == "allowed: a"
    assert hint_for("x", []) == "allowed: none"


def test_hint_of_many() -> None:
    """A long list is cut after twelve, and the rest are counted."""
    names = [f"n{number}" for number in range(15)]
    assert hint_for(None, names) == f"allowed: {', '.join(names[:12])} and 3 more"
    assert hint_for(None, names[:12]) == f"allowed: {', '.join(names[:12])}"
