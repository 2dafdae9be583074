"""A schedule: one dimension a month, over many partners; what is done, due and overdue."""

from __future__ import annotations

import calendar
from datetime import date
from typing import TYPE_CHECKING, Literal

from attrs import field, frozen

from maturity.errors import UnknownName, cut, hint_for
from maturity.errors.arguments import expect, expect_date
from maturity.model.framework import Framework

from .cohort import Cohort

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from maturity.model.assessment import Assessment

State = Literal["done", "overdue", "due", "later"]
MONTHS = 12


@frozen
class Slot:
    """One dimension and its month: from `start` to `due`, both days within."""

    dimension: str
    title: str
    start: date
    due: date


@frozen
class Task:
    """What one partner has to do in one slot.

    `state`: `done` (every item that applies is answered, in an assessment of the slot's month or
    later), `overdue` (the month is over), `due` (it is now) or `later`. `answered` of
    `applicable`: in the newest of those assessments; 0 of 0 where there is none yet.
    """

    partner: str
    slot: Slot
    state: State
    answered: int
    applicable: int


@frozen(kw_only=True)
class Schedule:
    """The slots in the order of time. See `schedule`."""

    framework: Framework = field(repr=lambda framework: repr(framework.id))
    slots: tuple[Slot, ...]

    def tasks(self, assessments: Iterable[Assessment], as_of: date) -> tuple[Task, ...]:
        """Where each partner stands on the day `as_of`: by slot, then by partner's name.

        Partners are the organisations of the assessments; their newest name counts. An assessment
        is of the day on which its period ends, also where that is after `as_of`: it is there. One
        without a period counts for no slot.
        NotComparable where the assessments can't stand side by side.
        """
        takes = "tasks() takes a date as as_of"
        expect(as_of, date, takes)
        expect_date(as_of, takes)
        cohort = Cohort.of(assessments, self.framework)
        partners = sorted((name, place) for place, name in enumerate(cohort.rows.names))
        return tuple(
            _task(cohort, slot, name, place, as_of)
            for slot in self.slots
            for name, place in partners
        )


def schedule(
    framework: Framework, start: date, dimensions: Sequence[str] | None = None, months: int = 1
) -> Schedule:
    """One dimension after the other, `months` months each, from the month of `start` on.

    `dimensions`: their ids, in the order in which they come; None: all, in the framework's order.
    UnknownName where there is no such dimension; ValueError where one comes twice.

    >>> import maturity as mt
    >>> plan = mt.schedule(mt.load_framework("hwb-elements"), date(2026, 1, 1), ["insights"])
    >>> plan.slots[0].due
    datetime.date(2026, 1, 31)
    """
    expect(framework, Framework, "schedule() takes a framework")
    expect(start, date, "schedule() takes a date as start")
    expect_date(start, "schedule() takes a date as start")
    expect(months, int, "schedule() takes a whole number as months")
    if months < 1:
        raise ValueError(f"schedule() takes 1 or more as months, found {months}")
    titles = {one.id: one.title for one in framework.dimensions}
    chosen = list(titles) if dimensions is None else list(dimensions)
    for path in chosen:
        if path not in titles:
            hint = hint_for(path, titles, label="there are")
            raise UnknownName(f"'{framework.id}' has no dimension '{cut(path)}'; {hint}")
    if len(set(chosen)) < len(chosen):
        raise ValueError("schedule() takes each dimension once")
    slots = [
        Slot(path, titles[path], _month(start, n * months), _end(start, (n + 1) * months - 1))
        for n, path in enumerate(chosen)
    ]
    return Schedule(framework=framework, slots=tuple(slots))


def _month(start: date, later: int) -> date:
    """The first day of the month that comes `later` months after that of `start`."""
    months = start.year * MONTHS + start.month - 1 + later
    return date(months // MONTHS, months % MONTHS + 1, 1)


def _end(start: date, later: int) -> date:
    """The last day of that month."""
    first = _month(start, later)
    return first.replace(day=calendar.monthrange(first.year, first.month)[1])


def _task(cohort: Cohort, slot: Slot, name: str, organisation: int, as_of: date) -> Task:
    """One partner and one slot."""
    answered = applicable = 0
    states = cohort.scores[slot.dimension]
    rows = [
        (row.period.last_day, row.place)
        for row in cohort
        if cohort.rows.organisation[row.place] == organisation
        and row.period is not None
        and row.period.last_day >= slot.start
    ]
    done = False
    for _, place in sorted(rows):
        answered, applicable = int(states.answered[place]), int(states.applicable[place])
        done = done or answered == applicable
    if done:
        state: State = "done"
    elif as_of > slot.due:
        state = "overdue"
    else:
        state = "due" if as_of >= slot.start else "later"
    return Task(name, slot, state, answered, applicable)
