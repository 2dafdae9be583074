"""Schedules: one dimension a month, and where each partner stands."""

from __future__ import annotations

from datetime import date, datetime

import pytest

import maturity as mt
from maturity.analysis.schedule import next_slot

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


WITHOUT_A = """schema = 1
id = "without-a"
title = "Without A"
edition = "1"
extends = { id = "kit", edition = "1" }
drop = { a = "Not for us" }
"""
WITHOUT_TWO = """schema = 1
id = "without-two"
title = "Without two"
edition = "1"
extends = { id = "kit", edition = "1" }
drop = { "a.two" = "Not for us" }
"""


def overlay(text: str, name: str, period: str | None, **answers: str) -> mt.Assessment:
    """An assessment of a partner with an overlay of its own."""
    framework = mt.parse_framework(text, base=KIT)
    said = {item.replace("_", "."): answer for item, answer in answers.items()}
    return framework.assess(said, organisation=name, period=period)


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


def test_who_is_not_asked() -> None:
    """A partner whose overlay drops a dimension has nothing to do there; the others have."""
    away = overlay(WITHOUT_A, "B", "2026-01", b_three="yes")
    assert states(sheet("A", "2026-01", a_one="yes"), away, on=date(2026, 1, 9)) == [
        ("A", "a", "due", 1, 2),
        ("B", "a", "not asked", 0, 0),
        ("A", "b", "later", 0, 0),
        ("B", "b", "later", 0, 0),
    ]


def test_overlays_with_nothing_in_common() -> None:
    """Each is judged by what it asks itself, also where no item is asked of all."""
    other = WITHOUT_A.replace("drop = { a", "drop = { b").replace("without-a", "without-b")
    first = overlay(WITHOUT_A, "A", "2026-02", b_three="yes")
    second = overlay(other, "B", "2026-02", a_one="yes", a_two="yes")
    found = [state for _, _, state, *_ in states(first, second, on=date(2026, 3, 1))]
    assert found == ["not asked", "done", "done", "not asked"]


def test_each_is_judged_by_what_it_is_asked() -> None:
    """An item that one partner dropped is open for another that was asked it."""
    short = overlay(WITHOUT_TWO, "B", "2026-01", a_one="yes")
    found = states(sheet("A", "2026-01", a_one="yes"), short, on=date(2026, 2, 1))
    assert found[:2] == [("A", "a", "overdue", 1, 2), ("B", "a", "done", 1, 1)]


def test_the_newest_says_what_is_asked() -> None:
    """A dimension that was dropped since is asked no more; without a file the last one counts."""
    before = sheet("A", "2026-01", a_one="yes")
    assert states(before, overlay(WITHOUT_A, "A", "2026-02"), on=date(2026, 3, 1))[0][2:] == (
        "not asked", 0, 0,
    )  # fmt: skip
    assert states(overlay(WITHOUT_A, "A", None), on=date(2026, 3, 1))[0][2] == "not asked"
    assert states(overlay(WITHOUT_A, "A", "2025-01"), on=date(2026, 3, 1))[0][2] == "not asked"
    raters = [
        mt.Assessment(framework=one.framework, organisation=one.organisation, period=one.period,
                      answers=one.answers, rater=rater)
        for one, rater in ((before, "x"), (overlay(WITHOUT_A, "A", "2026-01"), "y"))
    ]  # fmt: skip
    assert states(*raters, on=date(2026, 3, 1))[0][2:] == ("overdue", 1, 2)


def test_figures_are_those_that_made_it_done() -> None:
    """A newer sheet that is half filled in doesn't contradict what is done."""
    full = sheet("A", "2026-01", a_one="yes", a_two="no")
    half = sheet("A", "2026-03", a_one="yes")
    assert states(full, half, on=date(2026, 3, 1))[0][2:] == ("done", 2, 2)


LATER = """schema = 1
id = "kit"
title = "Kit"
edition = "2"
scales.met = { no = 0, yes = 1 }
scoring = { scale = "met", dimension = { rule = "mean" } }
dimensions.first = { title = "First", items = { one = "One.", two = "Two." } }
dimensions.b = { title = "Second", items = { three = "Three.", four = "Four." } }
dimensions.c = { title = "Third", items = { five = "Five." } }

[bridge]
from = "1"
same = { "first.one" = "a.one", "first.two" = "a.two" }
new = { "b.four" = "Asked for", "c.five" = "Asked for" }
"""


def test_an_earlier_edition() -> None:
    """It is judged by itself, and carried over where a dimension has another name now."""
    plan = mt.schedule(mt.parse_framework(LATER), date(2026, 1, 1))
    old = sheet("A", "2026-03", a_one="yes", a_two="no", b_three="yes")
    found = [(one.state, one.applicable) for one in plan.tasks([old], date(2026, 6, 1))]
    assert found == [("done", 2), ("done", 1), ("not asked", 0)]


def test_a_framework_of_its_own() -> None:
    """What has nothing to do with the schedule's framework is refused."""
    foreign = mt.example("hwb-board")
    with pytest.raises(mt.NotComparable, match="nothing is asked in all"):
        mt.schedule(KIT, date(2026, 1, 1)).tasks([foreign], date(2026, 1, 1))


def test_what_can_not_be_told_apart() -> None:
    """No assessments, or two of one organisation and period, are refused."""
    plan = mt.schedule(KIT, date(2026, 1, 1))
    with pytest.raises(mt.NotComparable, match="there are no assessments"):
        plan.tasks([], date(2026, 1, 1))
    with pytest.raises(mt.NotComparable, match="'A' has two assessments of 2026-01"):
        plan.tasks([sheet("A", "2026-01"), sheet("A", "2026-01")], date(2026, 1, 1))


def test_notes() -> None:
    """Other frameworks and missing periods are told; where there are none, nothing is."""
    plan = mt.schedule(KIT, date(2026, 1, 1))
    assert plan.notes([sheet("A", "2026-01")]) == ()
    assert plan.notes([sheet("A", None), overlay(WITHOUT_A, "B", None)]) == (
        "Those who answer 'Without A' 1 are judged by what it asks.",
        "Without a period, so that it counts for no month: A and B.",
    )


def test_what_is_next() -> None:
    """The first slot that is still to come for somebody."""
    plan = mt.schedule(KIT, date(2026, 1, 1))
    early = next_slot(plan.tasks([sheet("A", "2026-01")], date(2026, 1, 5)))
    assert early == plan.slots[1]
    assert next_slot(plan.tasks([sheet("A", "2026-01")], date(2026, 3, 1))) is None


def test_the_end_of_time() -> None:
    """The last month is that of the last year that a calendar can hold a day after."""
    assert mt.schedule(KIT, date(9998, 11, 1)).slots[-1].due == date(9998, 12, 31)
    for start, months in ((date(9998, 12, 1), 1), (date(9998, 9, 1), 3), (date(9999, 12, 1), 120)):
        with pytest.raises(ValueError, match="the schedule ends after the year 9998"):
            mt.schedule(KIT, start, months=months)


def test_arguments() -> None:
    """Dimensions that there are, each once; whole months; days without a time."""
    with pytest.raises(mt.UnknownName, match="'kit' has no dimension 'c'; there are: a, b"):
        mt.schedule(KIT, date(2026, 1, 1), ["c"])
    with pytest.raises(ValueError, match="the order names 'a' twice; each dimension comes once"):
        mt.schedule(KIT, date(2026, 1, 1), ["a", "a"])
    for months in (0, 121, 99_999_999_999):
        with pytest.raises(ValueError, match=f"1 to 120 months, found {months}"):
            mt.schedule(KIT, date(2026, 1, 1), months=months)
    with pytest.raises(TypeError, match="a date as as_of, found a date with a time"):
        mt.schedule(KIT, date(2026, 1, 1)).tasks([], datetime(2026, 1, 1))  # noqa: DTZ001  # the point
