"""A schedule as a calendar file (iCalendar, RFC 5545) that any calendar program can open."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from importlib.util import find_spec
from typing import TYPE_CHECKING

from maturity.errors import ExtraMissing
from maturity.errors.clean import clean

if TYPE_CHECKING:
    from maturity.analysis.schedule import Schedule

MAKER = "-//maturity//schedule//EN"


def calendar_file(schedule: Schedule) -> bytes:
    """A to-do of each slot as a whole-day event, with a reminder a week before its last day.

    It is the same for the same schedule: the time stamp that the format asks for is the first day
    of the schedule. ExtraMissing without the extra `calendar`.
    """
    if find_spec("icalendar") is None:
        raise ExtraMissing("a calendar file", "calendar", "icalendar")
    from icalendar import Alarm, Calendar, Event  # noqa: PLC0415  # it may be absent

    framework = schedule.framework
    found = Calendar()
    found.add("prodid", MAKER)
    found.add("version", "2.0")
    for slot in schedule.slots:
        event = Event()
        event.add("uid", f"{framework.id}-{slot.dimension}-{slot.start.isoformat()}@maturity")
        event.add("dtstamp", datetime.combine(schedule.slots[0].start, time(), UTC))
        event.add("summary", clean(f"{slot.title}: fill in and discuss"))
        event.add("description", clean(f"{framework.title}, {framework.edition}: {slot.title}."))
        event.add("dtstart", slot.start)
        event.add("dtend", slot.due + timedelta(days=1))
        event.add("transp", "TRANSPARENT")
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", clean(f"{slot.title} is due on {slot.due.isoformat()}"))
        alarm.add("trigger", timedelta(days=-6), parameters={"related": "END"})
        event.add_component(alarm)
        found.add_component(event)
    return bytes(found.to_ical())
