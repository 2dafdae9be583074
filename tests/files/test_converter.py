"""Plain data becomes records without being changed, and every problem is found at once."""

from __future__ import annotations

import copy
from datetime import UTC, date, datetime, time
from typing import Any, Literal

import pytest
from attrs import field, frozen

from maturity.errors import Problem
from maturity.files.converter import structure


@frozen(kw_only=True)
class Leaf:
    """A table with something required."""

    text: str
    number: float
    count: int = 0


@frozen(kw_only=True)
class Other:
    """Another table."""

    leaf: Leaf


@frozen(kw_only=True)
class Root:
    """A table with everything."""

    word: Literal["one", "two"]
    pass_: str | float | None = None
    yes: bool = False
    day: date | None = None
    texts: list[str] = field(factory=list)
    leaves: dict[str, str | Leaf] = field(factory=dict)
    mixed: Other | dict[str, float] | None = None
    days: list[date] = field(factory=list)


def problems(raw: dict[str, Any]) -> list[tuple[tuple[str | int, ...], str, str]]:
    """The place, the message and the hint of each problem."""
    _, found = structure({"word": "one", **raw}, Root)
    return [(problem.place, problem.what, problem.hint) for problem in found]


def test_what_fits_is_taken_as_it_is() -> None:
    """What fits is taken as it is."""
    raw = {
        "word": "two",
        "pass": 3,
        "yes": True,
        "day": date(2026, 1, 2),
        "texts": ["a"],
        "leaves": {"a": "short", "b": {"text": "long", "number": 2}},
        "mixed": {"leaf": {"text": "x", "number": 0.5, "count": 1}},
    }
    record, found = structure(raw, Root)
    assert not found
    assert record is not None
    assert (record.pass_, type(record.pass_)) == (3.0, float)
    assert record.leaves["b"] == Leaf(text="long", number=2.0)
    assert record.mixed == Other(leaf=Leaf(text="x", number=0.5, count=1))


def test_of_two_tables_a_record_is_meant_if_what_it_requires_is_there() -> None:
    """Of two tables a record is meant if what it requires is there."""
    record, found = structure({"word": "one", "mixed": {"leef": 1}}, Root)
    assert record is not None
    assert (record.mixed, found) == ({"leef": 1.0}, [])


@pytest.mark.parametrize(
    ("mixed", "place"),
    [
        ({"leaf": 1}, ("mixed", "leaf")),
        ({"leef": {"text": "x", "number": 1}}, ("mixed", "leef")),
        ({"leef": {"text": "x", "number": 1}, "other": 1}, ("mixed", "leef")),
    ],
)
def test_a_record_is_meant_where_its_table_is_misspelt_or_of_another_type(
    mixed: dict[str, object], place: tuple[str, ...]
) -> None:
    """A record is meant where its table is misspelt, or of another type."""
    record, found = structure({"word": "one", "mixed": mixed}, Root)
    assert record is not None
    assert isinstance(record.mixed, Other)
    assert found[0].place == place


@pytest.mark.parametrize(
    ("raw", "what", "hint"),
    [
        ({"pass": True}, "expected text or a number, found true", ""),
        ({"yes": 1}, "expected true or false, found a number (1)", ""),
        (
            {"yes": "true"},
            'expected true or false, found text ("true")',
            "write it without quotes: true",
        ),
        (
            {"day": "2026-01-02"},
            'expected a date, found text ("2026-01-02")',
            "write it without quotes: 2026-01-02",
        ),
        (
            {"day": "2026-02-30"},
            'expected a date, found text ("2026-02-30")',
            "there is no such day as 2026-02-30",
        ),
        ({"day": "1 May 2026"}, 'expected a date, found text ("1 May 2026")', ""),
        (
            {"day": datetime(2026, 1, 2, tzinfo=UTC)},
            "expected a date, found a date with a time",
            "",
        ),
        ({"day": time(1)}, "expected a date, found a time", ""),
        ({"pass": [1]}, "expected text or a number, found a list", ""),
        (
            {"pass": date(2026, 1, 2)},
            "expected text or a number, found a date (2026-01-02)",
            'put it between quotes: "2026-01-02"',
        ),
        (
            {"texts": "a"},
            'expected a list, found text ("a")',
            'put it between square brackets: ["a"]',
        ),
        ({"leaves": []}, "expected a table, found a list", ""),
        ({"word": "too"}, "'too' is not one of the words that can stand here",
         "allowed: one, two; did you mean 'two'?"),
        ({"word": 1}, "expected text, found a number (1)", "allowed: one, two"),
        ({"pass": float("nan")}, "nan is not a number that can be used", ""),
        ({"pass": float("-inf")}, "-inf is not a number that can be used", ""),
        ({"mixed": "x"}, 'expected a table, found text ("x")', ""),
        ({"yes": "x" * 99}, f'expected true or false, found text ("{"x" * 37}...")', ""),
    ],
)  # fmt: skip
def test_nothing_is_coerced(raw: dict[str, Any], what: str, hint: str) -> None:
    """Nothing is coerced."""
    assert problems(raw) == [((next(iter(raw)),), what, hint)]


@pytest.mark.parametrize(
    ("value", "what", "hint"),
    [
        (1.9, "expected a whole number, found a number (1.9)", ""),
        (1.0, "expected a whole number, found a number (1.0)", ""),
        ("2", 'expected a whole number, found text ("2")', "write it without quotes: 2"),
        ("nan", 'expected a whole number, found text ("nan")', ""),
        (True, "expected a whole number, found true", ""),
        ({}, "expected a whole number, found a table", ""),
    ],
)
def test_a_whole_number_is_one_already(value: object, what: str, hint: str) -> None:
    """A whole number is one already."""
    raw = {"leaves": {"a": {"text": "t", "number": 1, "count": value}}}
    assert problems(raw) == [(("leaves", "a", "count"), what, hint)]


def test_text_that_is_no_number_gets_no_hint() -> None:
    """Text that is no number gets no hint."""
    raw = {"leaves": {"a": {"text": "t", "number": "inf"}}}
    assert problems(raw) == [
        (("leaves", "a", "number"), 'expected a number, found text ("inf")', "")
    ]


def test_every_problem_is_found_at_once_and_the_rest_is_read() -> None:
    """Every problem is found at once and the rest is read."""
    raw = {
        "wrod": "one",
        "texts": ["a", 2, "c"],
        "leaves": {"a": {"txt": "x", "number": "1"}, "b": {}, "c": "fine", "d": 3},
        "days": [1, date(2026, 1, 1)],
        "yes": "no",
    }
    before = copy.deepcopy(raw)
    record, found = structure(raw, Root)
    assert raw == before
    assert [(problem.code, problem.place) for problem in found] == [
        ("value.type", ("yes",)),
        ("value.type", ("texts", 1)),
        ("value.type", ("leaves", "a", "number")),
        ("key.unknown", ("leaves", "a", "txt")),
        ("key.missing", ("leaves", "b", "text")),
        ("key.missing", ("leaves", "b", "number")),
        ("value.type", ("leaves", "d")),
        ("value.type", ("days", 0)),
        ("key.unknown", ("wrod",)),
    ]
    assert found[3].hint == "allowed: text, number, count; did you mean 'text'?"
    assert found[3].spoils == (("leaves", "a", "text"),)
    assert record is not None
    assert record.word == "one"
    assert record.texts == ["a", "", "c"]
    assert record.leaves["c"] == "fine"
    assert record.leaves["b"] == Leaf(text="", number=1.0)


def test_a_reader_may_hint_at_what_an_unknown_key_means() -> None:
    """A reader may hint at what an unknown key means."""
    raw = {"word": "one", "leaves": {"a": {"text": "t", "number": 1, "b": "x" * 80}}}

    def hint(cls: type, place: tuple[str | int, ...], value: object) -> str:
        return f"{cls.__name__} {place[-1]} {len(str(value))}"

    _, found = structure(raw, Root, hint)
    what = "'b' is not a key of this table"
    assert found == [Problem("key.unknown", ("leaves", "a", "b"), what, "Leaf b 80")]


def test_what_is_no_table_at_all_makes_no_record() -> None:
    """What is no table at all makes no record."""
    record, found = structure([], Root)
    assert record is None
    what, hint = "expected a table, found a list", 'write { word = "..." }'
    assert found == [Problem("value.type", (), what, hint)]
