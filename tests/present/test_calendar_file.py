"""A schedule as a calendar file, read again by the library that others use."""

from __future__ import annotations

from datetime import date

import icalendar
import pytest
from attrs import evolve

import maturity as mt
from maturity.analysis.schedule import Slot
from maturity.present.calendar_file import calendar_file

ELEMENTS = mt.load_framework("hwb-elements")


def test_every_slot_is_an_event() -> None:
    """Whole days, from the first of the month to the end of the last day."""
    read = icalendar.Calendar.from_ical(calendar_file(mt.schedule(ELEMENTS, date(2026, 1, 1))))
    events = list(read.walk("VEVENT"))
    assert len(events) == len(ELEMENTS.dimensions)
    first = events[0]
    assert isinstance(first, icalendar.Event)
    assert str(first["SUMMARY"]) == "Improving personal health and wellbeing: fill in and discuss"
    assert (first.start, first.end) == (date(2026, 1, 1), date(2026, 2, 1))
    assert len({str(event["UID"]) for event in events}) == len(events)
    assert len(list(first.walk("VALARM"))) == 1


@pytest.mark.parametrize("start", [date(1, 1, 1), date(9998, 12, 1)])
def test_the_ends_of_time(start: date) -> None:
    """The first month and the last that a schedule can have are written too."""
    made = calendar_file(mt.schedule(ELEMENTS, start, ["personal"]))
    (event,) = icalendar.Calendar.from_ical(made).walk("VEVENT")
    assert isinstance(event, icalendar.Event)
    assert event.start == start


def test_it_is_the_same_each_time() -> None:
    """No clock is read."""
    plan = mt.schedule(ELEMENTS, date(2026, 1, 1))
    assert calendar_file(plan) == calendar_file(plan)


def test_a_title_is_only_text() -> None:
    """A title that looks like the file's own lines adds none."""
    plan = mt.schedule(ELEMENTS, date(2026, 1, 1), ["personal"])
    slot = evolve(plan.slots[0], title="x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:y;,\\")
    hostile = evolve(plan, slots=(slot,))
    read = icalendar.Calendar.from_ical(calendar_file(hostile))
    assert len(list(read.walk("VEVENT"))) == 1
    assert isinstance(slot, Slot)


def test_without_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    """The message names the extra."""
    monkeypatch.setattr("maturity.present.calendar_file.find_spec", lambda _: None)
    with pytest.raises(mt.ExtraMissing, match='a calendar file needs the extra "calendar"'):
        calendar_file(mt.schedule(ELEMENTS, date(2026, 1, 1)))
