"""A part of a framework as a framework of its own: profiles, claims, another rule for one node."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from maturity.errors import UnknownName, cut, hint_for

from .frozen import FrozenMap
from .ids import is_below
from .reads import placements
from .rules import Equivalence, Median, Rule
from .scales import LADDER, Scale
from .tree import Dimension, Item, Profile

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .framework import Framework
    from .scales import AnyScale
    from .scoring import Conventions

CLAIMED = "claimed"
CHOICES = ("items", "dimensions", "levels", "tags", "sectors")


def narrowed(framework: Framework, profile: str | Profile | None) -> Framework:
    """What `profile` asks, as a framework; the framework itself where it is None.

    UnknownName where there is no such profile.
    """
    if profile is None:
        return framework
    chosen = profile if isinstance(profile, Profile) else named(framework, profile)
    kept = _without_emptied_levels(framework, _keep(framework, _chosen(framework, chosen)))
    return claimed(kept, asked_branches(framework, chosen), chosen.scale) if chosen.ask else kept


def named(framework: Framework, profile: str) -> Profile:
    """A framework's profile by its id; UnknownName where there is none."""
    if profile not in framework.profiles:
        hint = hint_for(profile, framework.profiles, label="there are")
        raise UnknownName(f"'{framework.id}' has no short form (profile) '{cut(profile)}'; {hint}")
    return framework.profiles[profile]


def asked_branches(framework: Framework, profile: Profile) -> tuple[str, ...]:
    """The branches of which a profile asks one answer each: those of which it chooses something.

    `dimensions`: each dimension. `parts`: each part of a dimension, or the dimension where none of
    its parts is asked.
    """
    if profile.ask is None:
        return ()
    chosen = _chosen(framework, profile)
    if profile.ask == "dimensions":
        return tuple(one.id for one in framework.dimensions if one.id in chosen)
    asked: list[str] = []
    for dimension in framework.dimensions:
        parts = [part.id for part in dimension.dimensions if part.id in chosen]
        asked += parts or ([dimension.id] if dimension.id in chosen else [])
    return tuple(asked)


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
        conventions = _suited(node.conventions, framework.scales.get(item.scale))
        return attrs.evolve(
            node, own_items=(item,), dimensions=(), rule=Median(), conventions=conventions
        )

    return _pruned(attrs.evolve(framework, dimensions=tuple(map(convert, framework.dimensions))))


def _suited(conventions: Conventions, scale: AnyScale | None) -> Conventions:
    """Conventions for a claim: evidence holds it down only where the answer is on its scale."""
    asked = conventions.evidence
    if asked is None or asked.above is None:
        return conventions
    if isinstance(scale, Scale) and any(option.id == asked.above for option in scale.options):
        return conventions
    return attrs.evolve(conventions, evidence=attrs.evolve(asked, above=None))


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


def _chosen(framework: Framework, profile: Profile) -> set[str]:
    """The paths of the items that a profile's choice takes, and of all branches above them.

    A branch's tags and sectors are its items' too. A branch that holds nothing may be chosen like
    an item.
    """
    everything = not any(getattr(profile, key) for key in CHOICES)
    items, levels = set(profile.items), set(profile.levels)
    branches, drop = set(profile.dimensions), set(profile.drop)
    tags, sectors = set(profile.tags), set(profile.sectors)
    found: set[str] = set()

    def is_named(node: Dimension | Item) -> bool:
        named = node.id in branches or not tags.isdisjoint(node.tags)
        return named or not sectors.isdisjoint(node.sectors)

    def takes(item: Item) -> bool:
        named = item.id in items or item.level in levels or not levels.isdisjoint(item.levels)
        return named or is_named(item)

    def look(node: Dimension, *, taken: bool) -> None:
        if node.id in drop:
            return
        taken = taken or is_named(node)
        own = [one.id for one in node.own_items if one.id not in drop and (taken or takes(one))]
        found.update(own)
        for part in node.dimensions:
            look(part, taken=taken)
        holds_nothing = not (node.own_items or node.dimensions)
        below = own or any(part.id in found for part in node.dimensions)
        if below or (holds_nothing and taken):
            found.add(node.id)

    for dimension in framework.dimensions:
        look(dimension, taken=everything)
    return found


def _keep(framework: Framework, wanted: set[str]) -> Framework:
    """The framework with the wanted items alone, and the branches that hold them or count them.

    A branch that never held an item stays: it is legal, and rules may name it.
    """
    counted = {path for item in framework.items if item.id in wanted for path in item.counts}

    def convert(node: Dimension) -> Dimension | None:
        items = tuple(item for item in node.own_items if item.id in wanted)
        parts = tuple(filter(None, map(convert, node.dimensions)))
        needed = not node.items or any(is_below(path, node.id) for path in counted)
        if not (node.id in wanted or needed):
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
