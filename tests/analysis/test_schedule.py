"""Schedules: one dimension a month, and where each partner stands."""

from __future__ import annotations

from datetime import date, datetime

import pytest

import maturity as mt

KIT = mt.parse_framework(
    """schema = 1
id = "kit"
title = "Kit"
edition = "1"
scales.met = { no = 0, yes = 1 }
scoring = { scale = "met", dimension = { rule = "mean" } }
dimensions.a = { title = "First", items = { one = "One.", two = "Two." } }
dimensions.b = { title = "Second", items = { three = "Three." } }
"""
)


def sheet(name: str, period: str | None, **said: str) -> mt.Assessment:
    """An assessment of the kit; `a_one` stands for `a.one`."""
    answers = {item.replace("_", "."): answer for item, answer in said.items()}
    return KIT.assess(answers, organisation=name, period=period)


def states(*sheets: mt.Assessment, on: date) -> list[tuple[str, str, str, int, int]]:
    """Where everybody stands, from January 2026 on."""
    plan = mt.schedule(KIT, date(2026, 1, 1))
    return [
        (task.partner, task.slot.dimension, task.state, task.answered, task.applicable)
        for task in plan.tasks(sheets, on)
    ]


def test_slots_follow_each_other() -> None:
    """Each has whole months, over the end of a year too."""
    slots = mt.schedule(KIT, date(2025, 12, 17), months=2).slots
    assert [(slot.dimension, slot.start, slot.due) for slot in slots] == [
        ("a", date(2025, 12, 1), date(2026, 1, 31)),
        ("b", date(2026, 2, 1), date(2026, 3, 31)),
    ]


def test_a_chosen_order() -> None:
    """Some dimensions, in the order given."""
    slots = mt.schedule(KIT, date(2026, 1, 1), ["b", "a"]).slots
    assert [(slot.title, slot.due.month) for slot in slots] == [("Second", 1), ("First", 2)]


def test_where_each_stands() -> None:
    """Done, overdue, due and later, by slot and then by name."""
    done = sheet("B", "2026-01", a_one="yes", a_two="no")
    half = sheet("A", "2026-01", a_one="yes")
    assert states(done, half, on=date(2026, 2, 10)) == [
        ("A", "a", "overdue", 1, 2),
        ("B", "a", "done", 2, 2),
        ("A", "b", "due", 0, 0),
        ("B", "b", "due", 0, 0),
    ]
    assert [state for _, _, state, *_ in states(half, on=date(2025, 12, 31))] == ["later", "later"]


def test_the_last_day_is_within() -> None:
    """On the due day it is due, the day after it is overdue."""
    half = sheet("A", "2026-01")
    assert states(half, on=date(2026, 1, 31))[0][2] == "due"
    assert states(half, on=date(2026, 2, 1))[0][2] == "overdue"


def test_what_counts() -> None:
    """A later assessment counts, an earlier one or one without a period doesn't."""
    full = {"a_one": "yes", "a_two": "no"}
    assert states(sheet("A", "2026-06", **full), on=date(2026, 7, 1))[0][2] == "done"
    assert states(sheet("A", "2025-12", **full), on=date(2026, 7, 1))[0][2] == "overdue"
    assert states(sheet("A", None, **full), on=date(2026, 7, 1))[0][2] == "overdue"


def test_once_done_stays_done() -> None:
    """A newer assessment that is not filled in yet takes nothing back."""
    full = sheet("A", "2026-01", a_one="yes", a_two="no")
    assert states(full, sheet("A", "2026-03"), on=date(2026, 3, 1))[0][2] == "done"


def test_not_applicable_is_done() -> None:
    """What doesn't apply needs no answer."""
    away = mt.not_applicable("None here")
    made = KIT.assess({"b.three": away}, organisation="A", period="2026-02")
    assert states(made, on=date(2026, 2, 1))[1][2] == "done"


def test_arguments() -> None:
    """Dimensions that there are, each once; whole months; days without a time."""
    with pytest.raises(mt.UnknownName, match="'kit' has no dimension 'c'; there are: a, b"):
        mt.schedule(KIT, date(2026, 1, 1), ["c"])
    with pytest.raises(ValueError, match="each dimension once"):
        mt.schedule(KIT, date(2026, 1, 1), ["a", "a"])
    with pytest.raises(ValueError, match="1 or more as months, found 0"):
        mt.schedule(KIT, date(2026, 1, 1), months=0)
    with pytest.raises(TypeError, match="a date as as_of, found a date with a time"):
        mt.schedule(KIT, date(2026, 1, 1)).tasks([], datetime(2026, 1, 1))  # noqa: DTZ001  # the point
