"""A system at one look: organisations by dimensions, what they share, and what is not known."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from attrs import field, frozen

from maturity.errors import NotComparable
from maturity.errors.arguments import expect
from maturity.scoring.words import counted

from .cohort import Cohort, Names
from .cohort_rows import key_of
from .commonalities import Common, Rule, common_items
from .distribution import Distribution, distribution
from .one_each import one_each
from .standings import Standing, standings
from .themes import Theme, themes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maturity.scoring.scorecard import Scorecard


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class Overview:
    """What a cohort looks like, one row for each organisation.

    `whole` is the cohort as it was given; `newest` has of each organisation the newest answers of
    every rater, `each` what they say together (see `one_each`), in the order of `standings`. `rule`
    says when something counts as common. `absent`: who has no answers of the period that was asked
    for, by name.
    """

    whole: Cohort = field(repr=False)
    each: Cohort = field(repr=False)
    newest: Cohort = field(repr=False)
    standings: tuple[Standing, ...]
    rule: Rule
    absent: tuple[str, ...] = ()

    @property
    def notes(self) -> tuple[str, ...]:
        """What was done to bring the organisations together, in sentences."""
        return self.each.notes

    @cached_property
    def distributions(self) -> Mapping[str, Distribution]:
        """The distribution over each node, by path; the whole is the empty path."""
        return {path: distribution(self.each, path) for path in self.each.scores}

    @property
    def dimensions(self) -> tuple[Distribution, ...]:
        """The distributions over the dimensions, in the framework's order."""
        return tuple(self.distributions[one.id] for one in self.each.asked.dimensions)

    @cached_property
    def common(self) -> tuple[Common, ...]:
        """The strengths and deficits that many share, the most widely shared first."""
        return common_items(self.each, self.rule)

    @property
    def strengths(self) -> tuple[Common, ...]:
        """The common strengths."""
        return tuple(one for one in self.common if one.kind == "strength")

    @property
    def deficits(self) -> tuple[Common, ...]:
        """The common deficits."""
        return tuple(one for one in self.common if one.kind == "deficit")

    @cached_property
    def themes(self) -> tuple[Theme, ...]:
        """The themes across dimensions, by tag; most low answers first."""
        return themes(self.each, self.rule, self.newest)

    @cached_property
    def cards(self) -> tuple[Scorecard, ...]:
        """The scorecard of each organisation, in the order of `standings`."""
        return tuple(self.each.cards())

    def to_records(self) -> list[dict[str, object]]:
        """Plain rows, one for each organisation and node.

        Beside what a scorecard's rows hold: `stage`, `joined_late` and `silent` (see `Standing`),
        and `quarter`, the quarter of the organisations in which the value lies, from 1 (lowest) to
        4 (see `Distribution.groups`).
        """
        quarters = {path: one.groups() for path, one in self.distributions.items()}
        return [
            row
            | {
                "organisation": standing.name,
                "code": standing.organisation.code,
                "sector": standing.organisation.sector,
                "stage": standing.stage,
                "joined_late": standing.joined_late,
                "silent": standing.silent,
                "guesses": standing.guesses,
                "quarter": quarters[str(row["path"])][standing.name],
            }
            for standing, card in zip(self.standings, self.cards, strict=True)
            for row in card.to_records()
        ]

    def __repr__(self) -> str:
        """How many organisations, and how many strengths and deficits they share."""
        return (
            f"<Overview of {counted(len(self.standings), 'organisation')}: "
            f"{counted(len(self.strengths), 'common strength')}, "
            f"{counted(len(self.deficits), 'common deficit')}>"
        )


def overview(
    cohort: Cohort, *, period: Names | None = None, share: float = 0.5, fewest: int = 3
) -> Overview:
    """The overview of a cohort.

    `period`: a period's text, or several; None: each organisation's newest answers, of whatever
    period. Who has no answers of those periods stands in `absent`. NotComparable where there are no
    assessments, UnknownName where there is no such period.

    An item is a common strength where at least `share` (above 0, at most 1) of those who answered
    it gave the highest answer, and a common deficit where they gave one in the lower half of its
    scale; `fewest` (1 or more) have to have answered it. Nobody is left out: who has not begun,
    joined late or fell silent is shown as that.

    >>> import maturity as mt
    >>> board = mt.load_framework("hwb-board")
    >>> said = {"vision.shared-vision": "met"}
    >>> three = [board.assess(said, organisation=name) for name in ("A", "B", "C")]
    >>> mt.overview(mt.Cohort.of(three)).strengths[0].who
    ('A', 'B', 'C')
    """
    expect(cohort, Cohort, "overview() takes a cohort", "make one with Cohort.of(assessments)")
    expect(share, int | float, "overview() takes a share from 0 to 1")
    expect(fewest, int, "overview() takes a whole number as fewest")
    if not 0 < share <= 1:
        raise ValueError(f"overview() takes a share above 0 and at most 1, found {share}")
    if fewest < 1:
        raise ValueError(f"overview() takes 1 or more as fewest, found {fewest}")
    chosen = cohort if period is None else cohort.where(period=period)
    if not len(chosen):
        raise NotComparable("there are no assessments that fit; ask for others")
    each = one_each(chosen)
    here = {key_of(one) for one in each.organisations}
    return Overview(
        whole=cohort,
        each=each,
        newest=chosen.latest(),
        standings=standings(cohort, each),
        rule=Rule(share=float(share), fewest=fewest),
        absent=tuple(
            name
            for name, one in zip(cohort.rows.names, cohort.organisations, strict=True)
            if key_of(one) not in here
        ),
    )
