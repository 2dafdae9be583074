"""Which numbers a framework may hold."""

from __future__ import annotations

from fractions import Fraction
from math import inf, nan

import numpy as np
import pytest

from maturity.model.numbers import (
    check_between,
    check_finite,
    check_weight,
    is_finite,
    is_number,
    plain_number,
    shown,
)


def test_number() -> None:
    """Integers and floats are numbers; true, texts and nothing are not."""
    assert [is_number(value) for value in (1, 1.5, True, "1", None)] == [
        True,
        True,
        False,
        False,
        False,
    ]


@pytest.mark.parametrize("number", [inf, -inf, nan, 1e16, -1e16])
def test_not_finite(number: float) -> None:
    """What is infinite, no number, or of more than fifteen digits, is a fault."""
    assert not is_finite(number)
    (fault,) = check_finite(number, ("weight",), "the weight")
    assert (fault.code, fault.place) == ("number.size", ("weight",))
    assert fault.what.startswith("the weight is ")


def test_finite() -> None:
    """Numbers of up to fifteen digits are none."""
    assert list(check_finite(1e15, ("weight",), "the weight")) == []


@pytest.mark.parametrize(
    ("weight", "code"),
    [(0, "weight.positive"), (-1.0, "weight.positive"), (nan, "weight.positive"),
     (1e10, "number.size")],
)  # fmt: skip
def test_weight(weight: float, code: str) -> None:
    """A weight is above 0, and small enough to add up many."""
    assert [fault.code for fault in check_weight(weight, ("weight",), "the weight")] == [code]
    assert list(check_weight(2.5, ("weight",), "the weight")) == []


def test_between() -> None:
    """A number may be at an end of what is allowed, and not beyond."""
    place, ends = ("threshold",), (0.0, 1.0)
    for inside in (0.0, 0.5, 1.0):
        assert list(check_between(inside, ends, "rule.threshold", place, "it")) == []
    (fault,) = check_between(1.5, ends, "rule.threshold", place, "the threshold")
    assert (fault.what, fault.hint) == ("the threshold is 1.5", "allowed: a number from 0 to 1")


@pytest.mark.parametrize(
    ("number", "plain"),
    [
        (np.int64(3), 3),
        (np.float64(2.5), 2.5),
        (np.float32(2.5), 2.5),
        (Fraction(1, 2), 0.5),
        (7, 7),
        (0.5, 0.5),
    ],
)
def test_plain(number: object, plain: float) -> None:
    """Numbers of other libraries become Python's own."""
    found = plain_number(number)
    assert (found, type(found)) == (plain, type(plain))


@pytest.mark.parametrize("value", [True, np.True_, "3", None, Fraction(10**5000), [1]])
def test_not_plain(value: object) -> None:
    """What is no number, or too large to be one, stays as it is."""
    assert plain_number(value) is value


def test_shown() -> None:
    """Numbers are shown as they are written, and giants are not."""
    assert [shown(number) for number in (2.0, 0.1, 7)] == ["2", "0.1", "7"]
    assert shown(10**5000) == "a number of more than 15 digits"
