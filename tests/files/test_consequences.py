"""One broken value is one fault: what only follows from it is not told."""

from __future__ import annotations

import copy
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import maturity as mt
from maturity.errors import Problem
from maturity.files.consequences import without_consequences
from maturity.files.toml_layout import dump_toml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maturity.errors import Place

HERE = Path(__file__).parent
FRAMEWORK = tomllib.loads((HERE / "everything.toml").read_text("utf-8"))
ANSWERED = tomllib.loads((HERE / "everything-answered.toml").read_text("utf-8"))
TOOL = mt.load_framework(HERE.parent / "broken" / "frameworks" / "tool.toml")
OF_FORM = {"value.type", "key.unknown"}


def test_what_is_said_of_a_broken_place_is_left_out() -> None:
    """What is said of a broken place, or of what lies in it, is left out."""
    broken = [
        Problem("value.type", ("a", "weight"), "expected a number"),
        Problem("value.type", ("b", "scoring"), "expected a table"),
        Problem("key.unknown", ("c", "scal"), "unknown", spoils=(("c", "scale"),)),
    ]
    kept = Problem("scale.unknown", ("scoring", "scale"), "no such scale")
    later = [
        Problem("weight.positive", ("a", "weight"), "not positive"),
        Problem("rule.least", ("b", "scoring", "least"), "below 0"),
        Problem("scale.unknown", ("c", "scale"), "no such scale"),
        kept,
    ]
    assert without_consequences(later, broken) == [kept]


def test_what_rests_on_a_spoilt_place_is_left_out() -> None:
    """What rests on a broken place, or on one that another problem spoils, is left out."""
    broken = [Problem("value.type", ("levels",), "expected a table")]
    spoiling = Problem(
        "scale.ends", ("k", "max"), "falls", rests_on=(("k", "max"),), spoils=(("k", "max"),)
    )
    kept = Problem("cap.until", ("caps", 0), "never", rests_on=(("scales", "other"),))
    later = [
        Problem("level.unknown", ("at", "one"), "no level", rests_on=(("levels", "one"),)),
        Problem("evidence.above", ("above",), "outside", rests_on=(("x",), ("k", "max"))),
        spoiling,
        kept,
    ]
    assert without_consequences(later, broken) == [spoiling, kept]
    assert without_consequences([kept], []) == [kept]


def places(value: object, above: Place = ()) -> Iterator[Place]:
    """Every place in some data."""
    if above:
        yield above
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from places(inner, (*above, key))
    if isinstance(value, list):
        for number, inner in enumerate(value):
            yield from places(inner, (*above, number))


def faults(data: dict[str, Any]) -> tuple[mt.Fault, ...]:
    """The faults of a framework, or of an assessment."""
    try:
        if {"answers", "framework"}.isdisjoint(data):
            mt.parse_framework(dump_toml(data))
        else:
            mt.parse_assessment(dump_toml(data), TOOL)
    except mt.FaultsFound as error:
        return error.faults
    return ()


def at(data: Any, place: Place) -> Any:  # noqa: ANN401  # any data
    """What stands at a place."""
    for step in place:
        data = data[step]
    return data


@pytest.mark.parametrize("data", [FRAMEWORK, ANSWERED], ids=["framework", "assessment"])
def test_the_files_are_sound(data: dict[str, Any]) -> None:
    """The files that are broken below are sound."""
    assert faults(data) == ()


@pytest.mark.parametrize("data", [FRAMEWORK, ANSWERED], ids=["framework", "assessment"])
def test_a_value_of_the_wrong_type_is_one_fault(data: dict[str, Any]) -> None:
    """A value of the wrong type is one fault, wherever it stands."""
    for place in places(data):
        broken = copy.deepcopy(data)
        at(broken, place[:-1])[place[-1]] = [True] if at(data, place) is True else True
        assert len(faults(broken)) == 1, (place, list(map(str, faults(broken))))


@pytest.mark.parametrize("data", [FRAMEWORK, ANSWERED], ids=["framework", "assessment"])
def test_a_misspelt_key_is_one_fault(data: dict[str, Any]) -> None:
    """A misspelt key is one fault, unless it is an id, which others may name."""
    for place in places(data):
        key = str(place[-1])
        misspelt = key[:1] + key[2:3] + key[1:2] + key[3:]
        if misspelt == key:
            continue
        broken = copy.deepcopy(data)
        table = at(broken, place[:-1])
        entries = [(misspelt if name == key else name, value) for name, value in table.items()]
        table.clear()
        table.update(entries)
        found = faults(broken)
        if OF_FORM & {fault.code for fault in found}:
            assert len(found) == 1, (place, list(map(str, found)))
