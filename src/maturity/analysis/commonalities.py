"""What organisations are strong at in common, and what they lack in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np
from attrs import field, frozen

from maturity.model.tree import Item
from maturity.scoring.words import per_cent

from .answer_places import AnswerPlaces, answer_places

if TYPE_CHECKING:
    from maturity.scoring.arrays import Flags

    from .cohort import Cohort

Kind = Literal["strength", "deficit"]
HALF_WAY = 0.5


@frozen(kw_only=True)
class Rule:
    """When something counts as common: `share` (0 to 1) of at least `fewest` who answered it."""

    share: float = 0.5
    fewest: int = 3

    def sentence(self, kind: Kind) -> str:
        """The rule in words."""
        gave = {
            "strength": "gave an answer that counts as the highest",
            "deficit": "gave an answer that counts in the lower half of its scale",
        }[kind]
        return (
            f"at least {per_cent(self.share)} of those who answered {gave}, "
            f"and {self.fewest} or more answered"
        )


@frozen(kw_only=True)
class Common:
    """One item that many share, as a strength or a deficit. `who`: those who do, by name."""

    kind: Kind
    item: Item = field(repr=lambda item: repr(item.id))
    who: tuple[str, ...]
    answered: int

    @property
    def share(self) -> float:
        """How many of those who answered, 0 to 1."""
        return len(self.who) / self.answered


def common_items(each: Cohort, rule: Rule) -> tuple[Common, ...]:
    """The strengths and deficits that the organisations of a cohort share, one row each.

    The most widely shared stand first; of those the ones answered by more, then in the order of
    the framework. Unanswered and not applicable items count neither way.
    """
    places = answer_places(each)
    names = [row.name for row in each]
    order = {item.id: place for place, item in enumerate(each.asked.items)}
    found = [
        Common(
            kind=kind,
            item=each.plan.leaves.items[leaf],
            who=tuple(name for name, true in zip(names, here[leaf].tolist(), strict=True) if true),
            answered=int(places.answered[leaf].sum()),
        )
        for kind, here in sides(places).items()
        for leaf in np.flatnonzero(_is_common(here, places.answered, rule)).tolist()
    ]
    return tuple(
        sorted(found, key=lambda one: (one.kind, -one.share, -one.answered, order[one.item.id]))
    )


def sides(places: AnswerPlaces) -> dict[Kind, Flags]:
    """Which answers speak for a strength, and which for a deficit."""
    return {"strength": places.top, "deficit": places.answered & (places.place < HALF_WAY)}


def _is_common(here: Flags, answered: Flags, rule: Rule) -> Flags:
    """Which items are common by the rule; whole numbers, so that half of four is two."""
    count, total = here.sum(axis=1), answered.sum(axis=1)
    return np.asarray((total >= rule.fewest) & (count > 0) & (count >= rule.share * total), bool)
