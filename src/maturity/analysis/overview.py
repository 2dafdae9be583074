"""A system at one look: organisations by dimensions, what they share, and what is not known."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from attrs import field, frozen

from maturity.errors.arguments import expect

from .cohort import Cohort
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

    `whole` is the cohort as it was given; `each` holds the newest answers of each organisation
    (see `one_each`), in the order of `standings`. `rule` says when something counts as common.
    """

    whole: Cohort = field(repr=False)
    each: Cohort = field(repr=False)
    standings: tuple[Standing, ...]
    rule: Rule

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
        newest = self.whole.take(self.whole.rows.newest())
        return themes(self.each, self.rule, newest)

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
                "stage": standing.stage,
                "joined_late": standing.joined_late,
                "silent": standing.silent,
                "quarter": quarters[str(row["path"])][standing.name],
            }
            for standing, card in zip(self.standings, self.cards, strict=True)
            for row in card.to_records()
        ]

    def __repr__(self) -> str:
        """How many organisations, and how many strengths and deficits they share."""
        return (
            f"<Overview of {len(self.standings)} organisations: {len(self.strengths)} common "
            f"strengths, {len(self.deficits)} common deficits>"
        )


def overview(cohort: Cohort, *, share: float = 0.5, fewest: int = 3) -> Overview:
    """The overview of a cohort.

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
    each = one_each(cohort)
    return Overview(
        whole=cohort,
        each=each,
        standings=standings(cohort, each),
        rule=Rule(share=float(share), fewest=fewest),
    )
