"""Many assessments side by side: organisations, periods and raters, scored as one batch."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from attrs import evolve, field, frozen

from maturity.errors import NotComparable, UnknownName, cut
from maturity.errors.arguments import expect, expect_date
from maturity.model.assessment import Assessment
from maturity.model.framework import Framework
from maturity.model.narrow import narrowed
from maturity.model.tree import Profile
from maturity.scoring.batch import Batch, score_batch
from maturity.scoring.cells import Cells, Encoder
from maturity.scoring.plan import Plan, compile_plan
from maturity.scoring.score import score

from .cohort_rows import Row, Rows
from .common_ground import find_common_ground

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maturity.model.assessment import Organisation
    from maturity.model.periods import Period
    from maturity.scoring.arrays import Indices
    from maturity.scoring.scorecard import Scorecard

Names = str | Iterable[str]


@frozen(kw_only=True, eq=False, repr=False)
class Cohort:
    """Many assessments, compared by the rules of one `framework`. Made by `Cohort.of`.

    `chosen` is the part that all of them are scored on: a profile, what all of them were asked, or
    None for the whole; `asked` is the framework as it narrows it. `assessments` are in the order
    of the rows, each as one of `framework`. `notes` say what was done to bring them together.
    """

    framework: Framework
    chosen: Profile | None
    asked: Framework = field(repr=False)
    rows: Rows
    cells: Cells = field(repr=False)
    assessments: Sequence[Assessment] = field(repr=False)
    notes: tuple[str, ...] = ()
    as_of: date | None = None

    @classmethod
    def of(
        cls,
        assessments: Iterable[Assessment],
        framework: Framework | None = None,
        profile: str | Profile | None = None,
        as_of: date | None = None,
    ) -> Cohort:
        """A cohort of assessments, in their order.

        Where they answer different frameworks (overlays, editions), they are compared by the rules
        of `framework` on the items that all of them were asked; None: the framework that the
        others extend or continue. `profile`: a short form; None: the whole. `as_of`: the day on
        which evidence has expired or not; None: what each assessment says. NotComparable where
        they can't stand side by side, where one doesn't say whose it is, or where two are of one
        organisation, period and rater.

        >>> import maturity as mt
        >>> board = mt.load_framework("hwb-board")
        >>> ours = board.assess({"vision.shared-vision": "met"}, organisation="Ours")
        >>> theirs = board.assess({"vision.shared-vision": "not-yet"}, organisation="Theirs")
        >>> cohort = mt.Cohort.of([ours, theirs])
        >>> cohort.scores["vision"].answered.tolist()
        [1, 1]
        """
        expect(assessments, Iterable, "Cohort.of() takes assessments")
        given = tuple(assessments)
        for one in given:
            expect(one, Assessment, "Cohort.of() takes assessments")
        expect(framework, Framework | None, "Cohort.of() takes a framework")
        expect(profile, str | Profile | None, "Cohort.of() takes the id of a profile")
        expect_date(as_of, "Cohort.of() takes a date as as_of")
        if not given:
            raise NotComparable("there are no assessments; give at least one")
        ground = find_common_ground(given, framework, profile)
        rows = Rows.of(ground.assessments)
        _refuse_twice(rows)
        asked = narrowed(ground.framework, ground.chosen)
        cells = Encoder(compile_plan(asked).leaves, as_of).encode(ground.assessments)
        return cls(
            framework=ground.framework, chosen=ground.chosen, asked=asked, rows=rows, cells=cells,
            assessments=ground.assessments, notes=ground.notes, as_of=as_of,
        )  # fmt: skip

    @property
    def organisations(self) -> tuple[Organisation, ...]:
        """The organisations, in the order in which they first appear."""
        return self.rows.organisations

    @property
    def periods(self) -> tuple[Period, ...]:
        """The periods, in the order of time."""
        return self.rows.periods

    @property
    def plan(self) -> Plan:
        """The framework as it is scored here, compiled."""
        return compile_plan(self.asked)

    @cached_property
    def scores(self) -> Batch:
        """The results: `scores["vision"]` holds arrays, one place for each row."""
        return score_batch(self.plan, self.cells)

    def __len__(self) -> int:
        """How many assessments there are."""
        return len(self.rows)

    def __iter__(self) -> Iterator[Row]:
        """Whose each row is, in order."""
        return map(self.rows.row, range(len(self)))

    def where(
        self,
        *,
        organisation: Names | None = None,
        sector: Names | None = None,
        period: Names | None = None,
        rater: Names | None = None,
    ) -> Cohort:
        """The rows that fit all of what is stated: each a name, or several of which one must fit.

        Organisations are named by name or code. What they are compared on stays the same.
        UnknownName where a name is of none.
        """
        rows, chosen = self.rows, np.ones(len(self), bool)
        for column, names, places in (
            (rows.organisation, organisation, rows.of_organisations),
            (rows.organisation, sector, rows.of_sectors),
            (rows.period, period, rows.of_periods),
            (rows.rater, rater, rows.of_raters),
        ):
            if names is not None:
                wanted = [names] if isinstance(names, str) else list(names)
                chosen &= np.isin(column, places(wanted))
        return self.take(np.flatnonzero(chosen))

    def latest(self) -> Cohort:
        """The rows of each organisation's newest period."""
        return self.take(self.rows.newest())

    def take(self, places: Indices) -> Cohort:
        """The rows at some places, in the order given."""
        return evolve(
            self,
            rows=self.rows.picked(places),
            cells=self.cells.columns(places),
            assessments=tuple(self.assessments[place] for place in places.tolist()),
        )

    def seen_by(self, organisation: str) -> Cohort:
        """The newest answers as one partner may see them: its own by name, all others without.

        `organisation`: its name or code. The others are called Partner 1, Partner 2 and so on, and
        stand in the order of their answers, so that no place tells who it is; nothing is grouped
        by sector, not even where the partner is the only one of its own. Answers stay as they are:
        in a small system somebody who knows a partner well may still recognise them.
        UnknownName where there is no such organisation.
        """
        from .seen_by import seen_by  # noqa: PLC0415  # it imports this module

        return seen_by(self, organisation)

    def card(
        self, organisation: str, period: str | None = None, rater: str | None = None
    ) -> Scorecard:
        """The scorecard of one row: of an organisation, by default of its newest period.

        UnknownName where there is none; NotComparable where several raters have one.
        """
        expect(organisation, str, "card() takes an organisation's name or code")
        found = self.where(organisation=organisation, period=period, rater=rater).latest()
        if not len(found):
            raise UnknownName(f"'{cut(organisation)}' has no assessment of that period and rater")
        if len(found) > 1:
            raise NotComparable(
                f"'{cut(organisation)}' has {len(found)} assessments of one period; name the rater"
            )
        return found.cards()[0]

    def cards(self) -> list[Scorecard]:
        """The scorecard of each row, in order."""
        days = self.cells.as_of
        return [
            score(assessment, self.chosen, day)
            for assessment, day in zip(self.assessments, days, strict=True)
        ]

    def __repr__(self) -> str:
        """How many of what."""
        periods = ", ".join(period.text for period in self.periods)
        return (
            f"<Cohort of {len(self)} assessments: {len(self.organisations)} organisations"
            f"{periods and '; '}{periods}; {self.framework.id} {self.framework.edition}>"
        )


def _refuse_twice(rows: Rows) -> None:
    """NotComparable where one organisation, period and rater stand twice."""
    twice = rows.twice()
    if twice:
        row = twice[0]
        period = f" of {row.period.text}" if row.period else ""
        rater = f" by '{row.rater}'" if row.rater else ""
        more = f", and {len(twice) - 1} more" if len(twice) > 1 else ""
        raise NotComparable(
            f"'{cut(row.organisation.name)}' has two assessments{period}{rater}{more}; "
            "tell them apart by period or rater, or leave one out"
        )
