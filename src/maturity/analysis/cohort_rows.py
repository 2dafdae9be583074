"""Whose assessments stand in a cohort: organisations, periods and raters, one row each."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from attrs import frozen

from maturity.errors import NotComparable, UnknownName, cut, hint_for
from maturity.model.assessment import Organisation
from maturity.model.periods import Period
from maturity.scoring.arrays import Indices

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import date

    from maturity.model.assessment import Assessment

Key = tuple[str, str]
NO_PERIOD = -1
MOST_NAMED = 5


@frozen
class Row:
    """One assessment of a cohort: whose it is, when, and by whom. `place` counts from 0.

    `name`: what the organisation is called here; with its code where others have the same name.
    """

    place: int
    name: str
    organisation: Organisation
    period: Period | None
    rater: str


@frozen(kw_only=True, eq=False)
class Rows:
    """The rows as columns: places in `organisations`, `periods` (-1: none) and `raters`.

    `organisations` stand in the order in which they first appear, `periods` in that of time.
    """

    organisations: tuple[Organisation, ...]
    periods: tuple[Period, ...]
    raters: tuple[str, ...]
    organisation: Indices
    period: Indices
    rater: Indices

    @classmethod
    def of(cls, assessments: Iterable[Assessment]) -> Rows:
        """The rows of some assessments. NotComparable where one doesn't say whose it is."""
        given = list(assessments)
        unnamed = [n for n, one in enumerate(given, start=1) if not key_of(one.organisation)[1]]
        if unnamed:
            which = ", ".join(map(str, unnamed[:MOST_NAMED]))
            raise NotComparable(
                f"assessment {which} of {len(given)} doesn't say whose it is; "
                "give each organisation a name or a code"
            )
        return cls.from_columns(
            [one.organisation for one in given],
            [one.period for one in given],
            [one.rater for one in given],
        )

    @classmethod
    def from_columns(
        cls,
        organisations: list[Organisation],
        periods: list[Period | None],
        raters: list[str],
    ) -> Rows:
        """The rows that three columns make; of one organisation the newest record stands."""
        in_time = sorted({p.last_day: p for p in periods if p is not None}.values(), key=_last_day)
        when = {period.last_day: place for place, period in enumerate(in_time)}
        period = np.array([NO_PERIOD if p is None else when[p.last_day] for p in periods], np.intp)
        newest: dict[Key, tuple[int, Organisation]] = {}
        for place, organisation in zip(period.tolist(), organisations, strict=True):
            key = key_of(organisation)
            if key not in newest or place >= newest[key][0]:
                newest[key] = (place, organisation)
        at = {key: place for place, key in enumerate(newest)}
        rater_at = {rater: place for place, rater in enumerate(dict.fromkeys(raters))}
        return cls(
            organisations=tuple(organisation for _, organisation in newest.values()),
            periods=tuple(in_time),
            raters=tuple(rater_at),
            organisation=np.array([at[key_of(one)] for one in organisations], np.intp),
            period=period,
            rater=np.array([rater_at[rater] for rater in raters], np.intp),
        )

    @cached_property
    def names(self) -> tuple[str, ...]:
        """What each organisation is called: its name, with its code where others have the same."""
        plain = [one.name or one.code or "" for one in self.organisations]
        coded = [
            f"{name} ({one.code or 'no code'})"
            for name, one in zip(plain, self.organisations, strict=True)
        ]
        several = Counter(plain)
        named = [
            code if several[name] > 1 else name for name, code in zip(plain, coded, strict=True)
        ]
        again = Counter(named)
        return tuple(
            f"{name} ({one.scheme or 'no scheme'})" if again[name] > 1 else name
            for name, one in zip(named, self.organisations, strict=True)
        )

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self.organisation)

    def row(self, place: int) -> Row:
        """One row."""
        period = int(self.period[place])
        return Row(
            place=int(place),
            name=self.names[self.organisation[place]],
            organisation=self.organisations[self.organisation[place]],
            period=None if period == NO_PERIOD else self.periods[period],
            rater=self.raters[self.rater[place]],
        )

    def twice(self) -> list[Row]:
        """The rows that have the organisation, the period and the rater of one before them."""
        keys = np.stack([self.organisation, self.period, self.rater], axis=1)
        _, first = np.unique(keys, axis=0, return_index=True)
        return [self.row(place) for place in sorted(set(range(len(self))) - set(first.tolist()))]

    def picked(self, chosen: Indices) -> Rows:
        """Some of the rows, in the order given, with the organisations and periods they have."""
        return Rows.from_columns(
            [self.organisations[n] for n in self.organisation[chosen]],
            [None if n == NO_PERIOD else self.periods[n] for n in self.period[chosen]],
            [self.raters[n] for n in self.rater[chosen]],
        )

    def newest(self) -> Indices:
        """The places of the rows of each organisation's newest period, in order."""
        last = np.full(len(self.organisations), NO_PERIOD)
        np.maximum.at(last, self.organisation, self.period)
        return np.flatnonzero(self.period == last[self.organisation])

    def of_organisations(self, names: Collection[str]) -> list[int]:
        """The places of organisations by name or code.

        UnknownName where there is no such one, or where several have the name.
        """
        shared = Counter(one.name for one in self.organisations)
        for name in names:
            if shared[name] > 1:
                codes = [one.code or "none" for one in self.organisations if one.name == name]
                raise UnknownName(
                    f"{shared[name]} organisations are called '{cut(name)}'; "
                    f"say which by its code: {', '.join(map(cut, codes))}"
                )
        known = [
            {label, one.code or label, *([one.name] if shared[one.name] == 1 else [])}
            for label, one in zip(self.names, self.organisations, strict=True)
        ]
        return _places(names, known, "organisation")

    def of_sectors(self, names: Collection[str]) -> list[int]:
        """The places of the organisations of some sectors."""
        return _places(names, [{one.sector or ""} for one in self.organisations], "sector")

    def of_periods(self, names: Collection[str]) -> list[int]:
        """The places of periods by their text, or by another text of the same last day."""
        days = {name: period.last_day for name in names if (period := Period.read(name))}
        known = [
            {one.text, *(name for name, day in days.items() if day == one.last_day)}
            for one in self.periods
        ]
        return _places(names, known, "period")

    def of_raters(self, names: Collection[str]) -> list[int]:
        """The places of raters."""
        return _places(names, [{rater} for rater in self.raters], "rater")


def key_of(organisation: Organisation) -> Key:
    """What tells organisations apart: the code where there is one, else the name."""
    if organisation.code:
        return organisation.scheme or "", organisation.code
    return "name", organisation.name


def _last_day(period: Period) -> date:
    return period.last_day


def _places(names: Collection[str], known: list[set[str]], what: str) -> list[int]:
    """The places of what is named; UnknownName where a name is of none."""
    everything = sorted(set().union(*known) - {""})
    for name in names:
        if name not in everything:
            hint = hint_for(name, everything, label="there are")
            raise UnknownName(f"there is no {what} '{cut(name)}' here; {hint}")
    return [place for place, here in enumerate(known) if here & set(names)]
