"""A schedule: one dimension a month, over many partners; what is done, due and overdue."""

from __future__ import annotations

import calendar
from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Literal

from attrs import field, frozen

from maturity.errors import UnknownName, cut, hint_for
from maturity.errors.arguments import expect, expect_date
from maturity.model.framework import Framework
from maturity.scoring.words import listed

from .cohort_rows import Rows
from .filled_in import Counts, filled_in, opened

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from maturity.model.assessment import Assessment

State = Literal["done", "overdue", "due", "later", "not asked"]
Sheet = tuple[date | None, Counts]
MONTHS = 12
MOST_MONTHS = 120
LAST_YEAR = 9998


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

    `state`: `done` (every item that the partner is asked and that applies is answered, in an
    assessment of the slot's month or later), `not asked` (its framework has no such dimension),
    `overdue` (the month is over), `due` (it is now) or `later`. `answered` of `applicable`: in the
    assessment that made it done, else in the newest of the slot's month or later; 0 of 0 where
    there is none yet.
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

        Each partner is judged by what its own framework asks. Of several assessments the newest
        says what that is: of the slot's month or later, else of all. One of an earlier edition
        without the dimension is carried over, where the bridge leads into it.
        Partners are the organisations of the assessments; their newest name counts. An assessment
        is of the day on which its period ends, also where that is after `as_of`: it is there. One
        without a period counts for no slot.
        NotComparable where an assessment has nothing to do with the framework, doesn't say whose
        it is, or has the organisation, period and rater of another.
        """
        takes = "tasks() takes a date as as_of"
        expect(as_of, date, takes)
        expect_date(as_of, takes)
        given = opened(assessments, "tasks() takes assessments")
        rows = Rows.of(given)
        counts = filled_in(given, self.framework, [slot.dimension for slot in self.slots])
        sheets: list[list[Sheet]] = [[] for _ in rows.names]
        for one, place, found in zip(given, rows.organisation, counts, strict=True):
            sheets[place].append((one.period.last_day if one.period else None, found))
        for own in sheets:
            own.sort(key=_day)
        partners = sorted((name, place) for place, name in enumerate(rows.names))
        return tuple(
            _task(sheets[place], slot, name, as_of)
            for slot in self.slots
            for name, place in partners
        )

    def notes(self, assessments: Iterable[Assessment]) -> tuple[str, ...]:
        """What a reader of the tasks should know, in sentences.

        Which assessments answer another framework, and which count for nothing as they state no
        period.
        """
        given = opened(assessments, "notes() takes assessments")
        rows = Rows.of(given)
        others = {
            f"Those who answer '{cut(one.framework.title)}' {cut(one.framework.edition)} are "
            "judged by what it asks."
            for one in given
            if one.framework.digest != self.framework.digest
        }
        bare = Counter(
            rows.names[place]
            for one, place in zip(given, rows.organisation, strict=True)
            if one.period is None
        )
        lost = [f"Without a period, so that it counts for no month: {listed(sorted(bare))}."]
        return (*sorted(others), *(lost if bare else ()))


def next_slot(tasks: Iterable[Task]) -> Slot | None:
    """The first slot that is still to come for somebody; None where there is none."""
    return min((one.slot for one in tasks if one.state == "later"), key=_start, default=None)


def _start(slot: Slot) -> date:
    return slot.start


def _day(sheet: Sheet) -> date:
    """The day that a sheet is of; the first of all where it says none."""
    return sheet[0] or date.min


def schedule(
    framework: Framework, start: date, dimensions: Sequence[str] | None = None, months: int = 1
) -> Schedule:
    """One dimension after the other, `months` months each, from the month of `start` on.

    `dimensions`: their ids, in the order in which they come; None: all, in the framework's order.
    `months`: from 1 to 120. UnknownName where there is no such dimension; ValueError where one
    comes twice, or where the schedule ends after the year 9998.

    >>> import maturity as mt
    >>> plan = mt.schedule(mt.load_framework("hwb-elements"), date(2026, 1, 1), ["insights"])
    >>> plan.slots[0].due
    datetime.date(2026, 1, 31)
    """
    expect(framework, Framework, "schedule() takes a framework")
    expect(start, date, "schedule() takes a date as start")
    expect_date(start, "schedule() takes a date as start")
    expect(months, int, "schedule() takes a whole number as months")
    if not 1 <= months <= MOST_MONTHS:
        raise ValueError(f"each dimension takes 1 to {MOST_MONTHS} months, found {months}")
    titles = {one.id: one.title for one in framework.dimensions}
    chosen = list(titles) if dimensions is None else list(dimensions)
    for path in chosen:
        if path not in titles:
            hint = hint_for(path, titles, label="there are")
            raise UnknownName(f"'{framework.id}' has no dimension '{cut(path)}'; {hint}")
    twice = [path for path, times in Counter(chosen).items() if times > 1]
    if twice:
        raise ValueError(f"the order names '{cut(twice[0])}' twice; each dimension comes once")
    if (start.year * MONTHS + start.month - 2 + len(chosen) * months) // MONTHS > LAST_YEAR:
        raise ValueError(f"the schedule ends after the year {LAST_YEAR}; let it start earlier")
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


def _task(sheets: Sequence[Sheet], slot: Slot, name: str, as_of: date) -> Task:
    """One partner and one slot; the partner's sheets are in the order of time."""
    since = [sheet for sheet in sheets if sheet[0] is not None and sheet[0] >= slot.start]
    progress = [found[slot.dimension] for _, found in since if slot.dimension in found]
    complete = [one for one in progress if one[0] == one[1]]
    counts = (complete or progress[-1:] or [(0, 0)])[0]
    if complete:
        state: State = "done"
    elif not _asked(since or sheets, slot.dimension):
        state, counts = "not asked", (0, 0)
    elif as_of > slot.due:
        state = "overdue"
    else:
        state = "due" if as_of >= slot.start else "later"
    return Task(name, slot, state, *counts)


def _asked(sheets: Sequence[Sheet], dimension: str) -> bool:
    """Whether the newest of the sheets, or one of the same day, has the dimension."""
    return any(dimension in found for day, found in sheets if day == sheets[-1][0])
