"""A part of a framework as a framework of its own: profiles, claims, another rule for one node."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from maturity.errors import UnknownName, cut, hint_for

from .frozen import FrozenMap
from .ids import is_below
from .reads import placements
from .rules import Equivalence, Median, Rule
from .scales import LADDER
from .tree import Dimension, Item, Profile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from .framework import Framework
    from .scoring import Conventions

CLAIMED = "claimed"


def narrowed(framework: Framework, profile: str | Profile | None) -> Framework:
    """What `profile` asks, as a framework; the framework itself where it is None.

    UnknownName where there is no such profile.
    """
    if profile is None:
        return framework
    chosen = profile if isinstance(profile, Profile) else named(framework, profile)
    kept = _keep(framework, lambda item: _chooses(chosen, item, framework))
    kept = _without_emptied_levels(framework, kept)
    return claimed(kept, asked_branches(kept, chosen), chosen.scale) if chosen.ask else kept


def named(framework: Framework, profile: str) -> Profile:
    """A framework's profile by its id; UnknownName where there is none."""
    if profile not in framework.profiles:
        hint = hint_for(profile, framework.profiles, label="there are")
        raise UnknownName(f"'{framework.id}' has no short form (profile) '{cut(profile)}'; {hint}")
    return framework.profiles[profile]


def asked_branches(framework: Framework, profile: Profile) -> tuple[str, ...]:
    """The branches of which a profile asks one answer each.

    `dimensions`: each dimension. `parts`: each part of a dimension, or the dimension where it has
    none.
    """
    if profile.ask is None:
        return ()
    if profile.ask == "dimensions":
        return tuple(dimension.id for dimension in framework.dimensions)
    return tuple(
        branch.id
        for dimension in framework.dimensions
        for branch in (dimension.dimensions or (dimension,))
    )


def claimed(framework: Framework, branches: Iterable[str], scale: str | None = None) -> Framework:
    """The framework with each of `branches` turned into one item, answered on `scale`."""
    asked = set(branches)

    def convert(node: Dimension) -> Dimension:
        if node.id not in asked:
            return attrs.evolve(node, dimensions=tuple(map(convert, node.dimensions)))
        item = Item(
            id=f"{node.id}.{CLAIMED}",
            text=node.title,
            dimension=node.id.partition(".")[0],
            scale=scale or LADDER,
            weight=node.weight,
            source=node.source,
            claims=node.id,
        )
        return attrs.evolve(node, own_items=(item,), dimensions=(), rule=Median())

    return _pruned(attrs.evolve(framework, dimensions=tuple(map(convert, framework.dimensions))))


def with_rule(framework: Framework, path: str, rule: Rule) -> Framework:
    """The framework with another rule at one node; the empty path is the overall."""
    if not path:
        return attrs.evolve(framework, scoring=attrs.evolve(framework.scoring, overall=rule))

    def convert(node: Dimension) -> Dimension:
        if node.id == path:
            return attrs.evolve(node, rule=rule)
        if not is_below(path, node.id):
            return node
        return attrs.evolve(node, dimensions=tuple(map(convert, node.dimensions)))

    return attrs.evolve(framework, dimensions=tuple(map(convert, framework.dimensions)))


def _chooses(profile: Profile, item: Item, framework: Framework) -> bool:
    """Whether a profile's choice takes an item; a branch's tags and sectors are its items' too."""
    if any(is_below(item.id, path) for path in profile.drop):
        return False
    if not (
        profile.items or profile.dimensions or profile.levels or profile.tags or profile.sectors
    ):
        return True
    above = [node for node in framework.walk() if is_below(item.id, node.id)]
    tags = {*item.tags, *(tag for node in above for tag in node.tags)}
    sectors = {*item.sectors, *(sector for node in above for sector in node.sectors)}
    return (
        item.id in profile.items
        or any(is_below(item.id, path) for path in profile.dimensions)
        or item.level in profile.levels
        or any(level in profile.levels for level in item.levels)
        or not tags.isdisjoint(profile.tags)
        or not sectors.isdisjoint(profile.sectors)
    )


def _keep(framework: Framework, wanted: Callable[[Item], bool]) -> Framework:
    """The framework with the wanted items alone, and the branches that hold them or count them.

    A branch that never held an item stays: it is legal, and rules may name it.
    """
    counted = {path for item in framework.items if wanted(item) for path in item.counts}

    def convert(node: Dimension) -> Dimension | None:
        items = tuple(item for item in node.own_items if wanted(item))
        parts = tuple(filter(None, map(convert, node.dimensions)))
        needed = not node.items or any(is_below(path, node.id) for path in counted)
        if not (items or needed or any(part.items for part in parts)):
            return None
        return attrs.evolve(node, own_items=items, dimensions=parts)

    dimensions = tuple(filter(None, map(convert, framework.dimensions)))
    return _pruned(attrs.evolve(framework, dimensions=dimensions))


def _without_emptied_levels(whole: Framework, kept: Framework) -> Framework:
    """What is kept, where no level holds only because the short form leaves its items out."""
    before, after = _stand(whole), _stand(kept)

    def strict(path: str, conventions: Conventions) -> Conventions:
        emptied = before.get(path, set()) - after.get(path, set())
        return attrs.evolve(conventions, empty_level="fail") if emptied else conventions

    def convert(node: Dimension) -> Dimension:
        return attrs.evolve(
            node,
            conventions=strict(node.id, node.conventions),
            dimensions=tuple(map(convert, node.dimensions)),
        )

    scoring = kept.scoring
    return attrs.evolve(
        kept,
        scoring=attrs.evolve(scoring, conventions=strict("", scoring.conventions)),
        dimensions=tuple(map(convert, kept.dimensions)),
    )


def _stand(framework: Framework) -> dict[str, set[str]]:
    """The levels at which something counts in each node or below it; the overall is ''."""
    found: dict[str, set[str]] = {}
    ladder = {level.id for level in framework.levels}
    for placed in (placed for item in framework.items for placed in placements(item)):
        scale = framework.scales[placed.item.scale]
        climbs = scale.id == LADDER or getattr(scale, "bands", None) is not None
        levels = {placed.level} if placed.level else ladder if climbs else set()
        steps = placed.node.split(".")
        for depth in range(len(steps) + 1):
            found.setdefault(".".join(steps[:depth]), set()).update(levels)
    return found


def _pruned(framework: Framework) -> Framework:
    """The framework with rules and counts that no longer name what is gone."""
    paths = set(framework.by_path)

    def convert(node: Dimension) -> Dimension:
        items = tuple(_pruned_item(item, paths) for item in node.own_items)
        parts = tuple(map(convert, node.dimensions))
        return attrs.evolve(
            node, own_items=items, dimensions=parts, rule=_pruned_rule(node.rule, paths)
        )

    scoring = framework.scoring
    return attrs.evolve(
        framework,
        dimensions=tuple(map(convert, framework.dimensions)),
        scoring=attrs.evolve(scoring, overall=_pruned_rule(scoring.overall, paths)),
    )


def _pruned_item(item: Item, paths: set[str]) -> Item:
    """The item, counting only where there still is something; it never falls back to its home."""
    if not item.counts:
        return item
    left = {path: at for path, at in item.counts.items() if path in paths}
    return attrs.evolve(item, counts=FrozenMap(left or {item.home: FrozenMap()}))


def _pruned_rule(rule: Rule, paths: set[str]) -> Rule:
    """The rule without the paths that are gone."""
    changes: dict[str, object] = {"caps": tuple(cap for cap in rule.caps if cap.path in paths)}
    over = getattr(rule, "over", None)
    if isinstance(over, tuple):
        changes["over"] = tuple(path for path in over if path in paths)
    if isinstance(rule, Equivalence):
        changes["needs"] = FrozenMap(
            {
                level: FrozenMap({path: rung for path, rung in needs.items() if path in paths})
                for level, needs in rule.needs.items()
            }
        )
    return attrs.evolve(rule, **changes)  # type: ignore[arg-type]  # fields that it has
