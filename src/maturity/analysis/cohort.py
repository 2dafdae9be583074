"""Many assessments side by side: organisations, periods and raters, scored as one batch."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
from attrs import evolve, field, frozen

from maturity.errors import NotComparable, UnknownName, cut
from maturity.errors.arguments import expect, expect_date
from maturity.model.assessment import Assessment
from maturity.model.framework import Framework
from maturity.model.narrow import narrowed
from maturity.model.tree import Profile
from maturity.scoring.arrays import some
from maturity.scoring.batch import Batch, score_batch
from maturity.scoring.cells import Cells, Encoder
from maturity.scoring.leaves import ABSENT, NOT_APPLICABLE
from maturity.scoring.plan import Plan, compile_plan
from maturity.scoring.score import score
from maturity.scoring.words import counted, listed

from .cohort_rows import Row, Rows
from .common_ground import find_common_ground
from .frames_grid import picked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maturity.model.assessment import Answer, Organisation
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
    `kind`: the library of the dataframe that they come from, or None.
    """

    framework: Framework
    chosen: Profile | None
    asked: Framework = field(repr=False)
    rows: Rows
    cells: Cells = field(repr=False)
    assessments: Sequence[Assessment] = field(repr=False)
    notes: tuple[str, ...] = ()
    as_of: date | None = None
    kind: str | None = None

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
        refuse_twice(rows)
        asked = narrowed(ground.framework, ground.chosen)
        cells = Encoder(compile_plan(asked).leaves, as_of).encode(ground.assessments)
        unheard = _unheard(rows, cells, ground.assessments, asked)
        return cls(
            framework=ground.framework, chosen=ground.chosen, asked=asked, rows=rows, cells=cells,
            assessments=ground.assessments, notes=(*ground.notes, *unheard), as_of=as_of,
        )  # fmt: skip

    @classmethod
    def from_frame(
        cls,
        framework: Framework,
        df: object,
        profile: str | Profile | None = None,
        as_of: date | None = None,
        *,
        ignore: Iterable[str] = (),
        **columns: str,
    ) -> Cohort:
        """A cohort of the answers in a dataframe of any library, or in an Arrow stream.

        A long table has an answer in each row: the columns `item` and `answer`, perhaps `note` and
        `reason`. A wide one has an assessment in each row and a column for each item. Items go by
        path or by their text. Both say whose a row is: `organisation` or `code`, perhaps `scheme`,
        `sector`, `size`, `period`, `rater`, `rater_group` and `made_up`. `columns` names those that
        are called otherwise (`organisation="Trust"`); `ignore` those that are not to be read: any
        other is a fault. A long row with neither item nor answer says that there is such an
        assessment.

        An answer is an option's id or its label, whatever the capitals and spaces where only one
        option fits; or, on a scale of numbers, a number or its plain digits. Whole numbers do for
        options that are called by the same digits, and `notes` count them. Nothing else is turned
        into an answer: not true, not 1.5. An empty cell is unanswered. "N/A" or "not applicable"
        is not applicable, with the text in `reason`; where there is none, a note tells it. Beware
        of `pandas.read_csv`, which empties such cells: give it `keep_default_na=False`.

        Rows are told apart by organisation (by code where there is one), last day of the period and
        rater. No evidence and no targets can be read. FaultsFound has every fault with its row (1
        is the first below the header) and its column. ExtraMissing without the extra `frames`;
        UnknownName for a profile or a kind of column that doesn't exist.

        >>> import maturity as mt, polars as pl
        >>> rows = {"organisation": ["Ours"], "vision.shared-vision": ["Met"]}
        >>> cohort = mt.Cohort.from_frame(mt.load_framework("hwb-board"), pl.DataFrame(rows))
        >>> cohort.scores["vision"].answered.tolist()
        [1]
        """
        from .frames import read_frame  # noqa: PLC0415  # it is for tables alone
        from .frames_columns import open_table  # noqa: PLC0415  # the same

        expect(framework, Framework, "from_frame() takes a framework")
        expect(profile, str | Profile | None, "from_frame() takes the id of a profile")
        expect_date(as_of, "from_frame() takes a date as as_of")
        left = (ignore,) if isinstance(ignore, str) else tuple(ignore)
        read = read_frame(framework, open_table(df, left), profile, as_of, columns)
        return cls(
            framework=framework, chosen=read.chosen, asked=read.asked, rows=read.rows,
            cells=read.cells, assessments=read.assessments, notes=read.notes, as_of=as_of,
            kind=read.kind,
        )  # fmt: skip

    def to_frame(self, like: object = None) -> Any:  # noqa: ANN401  # whatever the caller uses
        """The results as a dataframe: a row for each assessment and node, the whole first.

        `like`: a dataframe, a module or a name ("pandas", "polars", "pyarrow", "duckdb") whose kind
        it is to be; None: the kind that the cohort came from. Columns are named as in the records
        of a scorecard, with what tells the rows apart; `made_up` says of each whether it is example
        data. What is missing is null; pandas makes fractions of whole numbers with gaps. TypeError
        without a kind, ExtraMissing without the extra `frames`.

        >>> import maturity as mt
        >>> board = mt.load_framework("hwb-board")
        >>> ours = board.assess({"vision.shared-vision": "met"}, organisation="Ours")
        >>> mt.Cohort.of([ours]).to_frame("polars")["path"][:2].to_list()
        ['', 'vision']
        """
        from .frames_writing import results_frame  # noqa: PLC0415  # it is for tables alone

        return results_frame(self, like)

    def answers_to_frame(self, like: object = None) -> Any:  # noqa: ANN401  # the same
        """The answers as a long dataframe, which `from_frame` reads; `like` as in `to_frame`.

        An answer is a text: an option's id, a number in digits, or N/A with its reason. An
        assessment without answers has one row, without an item. Evidence, targets, actions and
        confidence have no column. Where single units answer, the column `unit` tells which.
        """
        from .frames_writing import answers_frame  # noqa: PLC0415  # it is for tables alone

        return answers_frame(self, like)

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
                expect(names, Iterable, "where() takes a name, or several")
                wanted = [names] if isinstance(names, str) else list(names)
                for name in wanted:
                    expect(name, str, "where() takes names as texts")
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
            assessments=picked(self.assessments, places),
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
            f"<Cohort of {counted(len(self), 'assessment')}: "
            f"{counted(len(self.organisations), 'organisation')}"
            f"{periods and '; '}{periods}; {self.framework.id} {self.framework.edition}>"
        )


def _unheard(
    rows: Rows, cells: Cells, assessments: Sequence[Assessment], asked: Framework
) -> Iterator[str]:
    """The note that some answered another form than the one that is scored."""
    heard = (cells.said < ABSENT) | (cells.said == NOT_APPLICABLE)
    begun = some(some(heard, 0), 0)
    claims = any(item.claims is not None for item in asked.items)
    found = [
        rows.row(place).name
        for place, one in enumerate(assessments)
        if not begun[place] and any(not a.is_draft for a in _said(one))
    ]
    if found:
        names = listed(list(dict.fromkeys(found)))
        other = "no short form, or another" if claims else "a short form"
        yield f"Answered {other}, so that nothing of it counts here: {names}. See `profile`."


def _said(assessment: Assessment) -> Iterator[Answer]:
    """All that is said of items and of branches."""
    yield from assessment.answers.values()
    yield from assessment.claims.values()


def refuse_twice(rows: Rows) -> None:
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
