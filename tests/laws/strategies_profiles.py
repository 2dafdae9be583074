"""Random profiles of a framework: a choice of its items, or one answer for each branch."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from maturity.model.rules import Equivalence, Rule, Share, Staged
from maturity.model.scales import Scale
from maturity.model.tree import Dimension, Profile

from .reference_tree import LADDER

if TYPE_CHECKING:
    from maturity.model.framework import Framework

    from .pen import Pen


def profiles(pen: Pen, framework: Framework) -> dict[str, Profile]:
    """No profile, one or two."""
    made = {}
    placed = not any(item.counts for item in framework.items)
    if framework.items and placed and pen.maybe(1, 3):
        made["chosen"] = Profile(id="chosen", title="Chosen", **choice(pen, framework))
    ways = [
        (ask, scale)
        for ask in ("dimensions", "parts")
        for scale in framework.scales.values()
        if isinstance(scale, Scale) and askable(framework, ask, scale.id)
    ]
    if ways and pen.maybe(1, 2):
        ask, scale = pen.one(ways)
        name = None if scale.id == LADDER else scale.id
        made["asked"] = Profile(id="asked", title="Asked", ask=ask, scale=name)  # type: ignore[arg-type]  # one of the words
    return made


def choice(pen: Pen, framework: Framework) -> dict[str, Any]:
    """What a profile chooses, and what it drops."""
    items = [item.id for item in framework.items]
    branches = [branch.id for branch in framework.walk()]
    tags = sorted({tag for item in framework.items for tag in item.tags})
    sectors = sorted({sector for item in framework.items for sector in item.sectors})
    levels = [level.id for level in framework.levels]
    return {
        "items": tuple(pen.some(items, most=3)),
        "dimensions": tuple(pen.some(branches, most=1)),
        "levels": tuple(pen.some(levels, most=1)) if pen.maybe(1, 3) else (),
        "tags": tuple(pen.some(tags, most=1)) if pen.maybe(1, 3) else (),
        "sectors": tuple(pen.some(sectors, most=1)) if pen.maybe(1, 3) else (),
        "drop": tuple(pen.some(items, most=1)) if pen.maybe(1, 3) else (),
    }


def askable(framework: Framework, ask: str, scale: str) -> bool:
    """Whether the rules above what is asked still make sense when it is one answer on a scale."""
    kept: list[Rule] = [framework.scoring.overall]
    asked: list[Dimension] = list(framework.dimensions)
    if ask == "parts":
        kept += [dimension.rule for dimension in framework.dimensions if dimension.dimensions]
        asked = [
            branch
            for dimension in framework.dimensions
            for branch in dimension.dimensions or (dimension,)
        ]
    lost = {node.id for branch in asked for node in branch.walk()}
    lost |= {item.id for branch in asked for item in branch.items}
    nodes = [framework.scoring.conventions, *(node.conventions for node in framework.walk())]
    if any(node.evidence and node.evidence.above is not None for node in nodes):
        return False
    if any(item.counts for item in framework.items):
        return False
    return all(still_fits(rule, lost, scale) for rule in kept)


def still_fits(rule: Rule, lost: set[str], scale: str) -> bool:
    """Whether a rule doesn't rest on what is lost, and can count an answer on the scale."""
    if isinstance(rule, Equivalence) or any(cap.path in lost for cap in rule.caps):
        return False
    over = getattr(rule, "over", ())
    if isinstance(over, tuple) and lost & set(over):
        return False
    if isinstance(rule, Staged) and rule.of is not None:
        return rule.of == "level" and scale == LADDER
    if isinstance(rule, Share) and rule.pass_ is not None:
        return False
    by_level = getattr(rule, "of", None) == "level"
    return not by_level or (scale == LADDER and getattr(rule, "ladder", None) is None)
