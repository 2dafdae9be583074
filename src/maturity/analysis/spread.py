"""How far apart raters are on one item."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from attrs import field, frozen

from maturity.model.assessment import Value
from maturity.model.frozen import FrozenMap
from maturity.model.scales import AnyScale, NumericScale
from maturity.model.tree import Item

from .merit import Plain, place_of, rank_on

if TYPE_CHECKING:
    from .panel import Judged


@frozen(kw_only=True)
class Spread:
    """What raters said of one item, or of one unit in it, and how far apart they are.

    `path`: the item's; of a question about a whole branch, the branch's. `unit`: the unit's title;
    empty: the item as a whole. `said`: what each rater said, in their order; None: nothing.

    `counts`: how many gave each option, also those that nobody gave (on a numeric scale: each
    number that was given). `answered`, `not_applicable` and `unanswered` count raters and add up to
    all of them.

    `lowest` and `highest`: the worst and the best answer; None where nobody answered. `steps`: how
    many options apart they are; None on a numeric scale, and with fewer than two answers. `apart`:
    how far apart they are on the scale, from 0 (the same) to 1 (from end to end). `pairs`: the
    pairs of raters who both answered; `pairs_agreed`: those who said the same.
    """

    path: str
    item: Item = field(repr=False)
    unit: str = ""
    scale: AnyScale = field(repr=False)
    said: tuple[Value | None, ...] = field(repr=False)
    counts: FrozenMap[Plain, int]
    answered: int
    not_applicable: int
    unanswered: int
    lowest: Plain | None
    highest: Plain | None
    steps: int | None
    apart: float | None
    pairs: int
    pairs_agreed: int

    @property
    def agreed(self) -> float | None:
        """The share of pairs of raters who said the same; None with fewer than two answers."""
        return self.pairs_agreed / self.pairs if self.pairs else None

    @property
    def disputed(self) -> bool:
        """Whether some say that it does not apply, and others answer it."""
        return bool(self.answered and self.not_applicable)


def spread_of(judged: Judged, scale: AnyScale, unit: str) -> Spread:
    """The spread of one thing that was judged; `unit`: the title of its unit."""
    given = sorted((value for _, value in judged.answers), key=lambda one: rank_on(scale, one))
    tally = Counter(given)
    known = [] if isinstance(scale, NumericScale) else [option.id for option in scale.options]
    several = len(given) > 1
    steps = apart = None
    if several:
        low, high = given[0], given[-1]
        apart = place_of(scale, high) - place_of(scale, low)
        if not isinstance(scale, NumericScale):
            steps = scale.index(str(high)) - scale.index(str(low))
    away = len(judged.reasons)
    return Spread(
        path=judged.path,
        item=judged.item,
        unit=unit,
        scale=scale,
        said=judged.said,
        counts=FrozenMap({value: tally[value] for value in known or tally}),
        answered=len(given),
        not_applicable=away,
        unanswered=len(judged.said) - len(given) - away,
        lowest=given[0] if given else None,
        highest=given[-1] if given else None,
        steps=steps,
        apart=apart,
        pairs=len(given) * (len(given) - 1) // 2,
        pairs_agreed=sum(count * (count - 1) // 2 for count in tally.values()),
    )
