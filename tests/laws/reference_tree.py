"""The tree that the reference scorer walks: nodes, leaves, and what each node reads.

Plain and slow on purpose, and written apart from the library: it shares only the model's records.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from attrs import evolve, field, frozen

from maturity.model.evidence import EvidenceExpectation
from maturity.model.framework import Framework
from maturity.model.rules import (
    Equivalence,
    HighWaterMark,
    Mean,
    Median,
    NoTotal,
    Rule,
    Share,
    Staged,
    Sum,
    WeakestLink,
)
from maturity.model.scales import AnyScale, NumericScale
from maturity.model.scoring import Conventions
from maturity.model.tree import Dimension, Item

if TYPE_CHECKING:
    from collections.abc import Iterator

from .reference_choice import Choice, within

LADDER = "levels"


@frozen
class Place:
    """Where a leaf counts: in a node, at a rung (None: at none), with a weight."""

    node: str
    level: int | None
    weight: float


@frozen
class Leaf:
    """An item, or the one answer that a profile asks of a branch (`claims` is then its path)."""

    path: str
    home: str
    scale: AnyScale
    level: int | None
    weight: float
    places: tuple[Place, ...]
    obligation: str | None
    evidence: EvidenceExpectation | None
    conventions: Conventions
    claims: str | None = None


@frozen
class Node:
    """A dimension or part; the empty path is the whole framework."""

    path: str
    weight: float
    rule: Rule
    conventions: Conventions
    parts: tuple[str, ...]


@frozen
class Entry:
    """One thing that a rule counts: a leaf at a rung, or a node."""

    path: str
    weight: float
    level: int | None = None


@frozen
class Tree:
    """A framework as far as one profile goes."""

    framework: Framework
    choice: Choice
    nodes: dict[str, Node] = field(factory=dict)
    leaves: dict[str, Leaf] = field(factory=dict)
    found: dict[tuple[str, str], Any] = field(factory=dict)

    @classmethod
    def grow(cls, framework: Framework, profile: str | None = None) -> Tree:
        """The tree of a framework, or of what one of its profiles asks."""
        tree = cls(framework, Choice(framework, framework.profiles[profile] if profile else None))
        scoring = framework.scoring
        parts = [part for part in framework.dimensions if tree.choice.keeps(part)]
        tree.nodes[""] = Node(
            "", 1.0, scoring.overall, scoring.conventions, tuple(part.id for part in parts)
        )
        for part in parts:
            tree.add(part, ())
        for path, leaf in list(tree.leaves.items()):
            places = tuple(place for place in leaf.places if place.node in tree.nodes)
            tree.leaves[path] = evolve(leaf, places=places)
        if profile:
            tree.close_emptied_rungs()
        return tree

    def close_emptied_rungs(self) -> None:
        """Let no rung hold for want of the items that the profile leaves out."""
        whole, kept = self.rungs_with_items(everything=True), self.rungs_with_items()
        for path, node in list(self.nodes.items()):
            if whole.get(path, set()) - kept.get(path, set()):
                strict = evolve(node.conventions, empty_level="fail")
                self.nodes[path] = evolve(node, conventions=strict)

    def rungs_with_items(self, *, everything: bool = False) -> dict[str, set[int]]:
        """The rungs at which an item counts in each branch or below it."""
        found: dict[str, set[int]] = {}
        branches = {node.id: node for node in self.framework.walk()}
        for item in self.framework.items:
            if not everything and not self.choice.chosen(item, self.choice.above(item)):
                continue
            leaf = self.leaf(item, branches[item.id.rpartition(".")[0]])
            banded = isinstance(leaf.scale, NumericScale) and leaf.scale.bands is not None
            climbs = leaf.scale.id == LADDER or banded
            every = {level.rank for level in self.framework.levels} if climbs else set()
            for place in leaf.places:
                rungs = every if place.level is None else {place.level}
                for path in ("", *(b for b in branches if within(place.node, b))):
                    found.setdefault(path, set()).update(rungs)
        return found

    def add(self, branch: Dimension, above: tuple[Dimension, ...]) -> None:
        """Add a branch, its items and its parts."""
        if self.choice.asks(branch):
            self.nodes[branch.id] = Node(branch.id, branch.weight, Median(), branch.conventions, ())
            item = Item(
                id=f"{branch.id}.claimed",
                text=branch.title,
                dimension=branch.id,
                scale=self.choice.scale or LADDER,
                weight=branch.weight,
            )
            self.leaves[item.id] = self.leaf(item, branch, branch.id)
            return
        parts = [part for part in branch.dimensions if self.choice.keeps(part, (*above, branch))]
        self.nodes[branch.id] = Node(
            branch.id,
            branch.weight,
            branch.rule,
            branch.conventions,
            tuple(part.id for part in parts),
        )
        for item in branch.own_items:
            if self.choice.chosen(item, (*above, branch)):
                self.leaves[item.id] = self.leaf(item, branch)
        for part in parts:
            self.add(part, (*above, branch))

    def leaf(self, item: Item, home: Dimension, claims: str | None = None) -> Leaf:
        """An item where it stands and counts."""
        rank = {level.id: level.rank for level in self.framework.levels}
        if item.counts:
            places = tuple(
                Place(node, rank[level], item.weight * weight)
                for node, levels in item.counts.items()
                for level, weight in levels.items()
            )
        elif item.levels:
            places = tuple(
                Place(home.id, rank[level], item.weight * weight)
                for level, weight in item.levels.items()
            )
        else:
            level = None if item.level is None else rank[item.level]
            places = (Place(home.id, level, item.weight),)
        return Leaf(
            path=item.id,
            home=home.id,
            scale=self.framework.scales[item.scale],
            level=None if item.level is None else rank[item.level],
            weight=item.weight,
            places=places,
            obligation=item.obligation,
            evidence=item.evidence or home.conventions.evidence,
            conventions=home.conventions,
            claims=claims,
        )

    def below(self, path: str) -> Iterator[str]:
        """A node and every node below it, in file order."""
        yield path
        for part in self.nodes[path].parts:
            yield from self.below(part)

    def placed(self, path: str) -> list[Entry]:
        """The leaves that count in a node itself."""
        return [
            Entry(leaf.path, place.weight, place.level)
            for leaf in self.leaves.values()
            for place in leaf.places
            if place.node == path
        ]

    def items_below(self, path: str) -> list[Entry]:
        """Every placement in a node or below it."""
        return [entry for node in self.below(path) for entry in self.placed(node)]

    def forget(self) -> None:
        """Forget what was found, as a rule has changed."""
        self.found.clear()

    def entries(self, path: str) -> list[Entry]:
        """What the rule of a node counts, in order."""
        if ("entries", path) not in self.found:
            self.found["entries", path] = self.find_entries(path)
        entries: list[Entry] = self.found["entries", path]
        return entries

    def find_entries(self, path: str) -> list[Entry]:
        """What the rule of a node counts, looked up anew."""
        node = self.nodes[path]
        over = getattr(node.rule, "over", ())
        if over == "children":
            return [
                *self.placed(path),
                *(Entry(part, self.nodes[part].weight) for part in node.parts),
            ]
        if over == "items":
            return self.items_below(path)
        return [self.named(name) for name in over if name in self.nodes or name in self.leaves]

    def named(self, path: str) -> Entry:
        """A leaf or a node that is named by its path."""
        if path in self.nodes:
            return Entry(path, self.nodes[path].weight)
        leaf = self.leaves[path]
        return Entry(path, leaf.weight, leaf.level)

    def ladder(self, path: str) -> str:
        """The scale whose options are the rungs of a node."""
        return getattr(self.nodes[path].rule, "ladder", None) or LADDER

    def rungs(self, ladder: str) -> tuple[str, ...]:
        """The ids of the rungs of a ladder, lowest first."""
        if ladder == LADDER:
            return tuple(level.id for level in self.framework.levels)
        scale = self.framework.scales[ladder]
        assert not isinstance(scale, NumericScale)
        return tuple(option.id for option in scale.options)

    def has_rank(self, entry: Entry, ladder: str) -> bool:
        """Whether an entry has a rank on a ladder, whatever the answers."""
        if entry.path in self.nodes:
            return self.gives_level(entry.path) and self.ladder(entry.path) == ladder
        scale = self.leaves[entry.path].scale
        banded = isinstance(scale, NumericScale) and scale.bands is not None
        return scale.id == ladder or (ladder == LADDER and banded)

    def gives_level(self, path: str) -> bool:
        """Whether the rule of a node gives a level, whatever the answers."""
        if ("level", path) not in self.found:
            self.found["level", path] = self.find_level(path)
        return bool(self.found["level", path])

    def find_level(self, path: str) -> bool:
        """Whether the rule of a node gives a level, looked up anew."""
        rule = self.nodes[path].rule
        ladder = self.ladder(path)
        if isinstance(rule, Staged | HighWaterMark | Equivalence):
            return bool(self.rungs(ladder))
        if isinstance(rule, Mean | Sum | Share):
            return rule.bands is not None
        if isinstance(rule, WeakestLink | Median):
            entries = self.entries(path)
            return bool(self.rungs(ladder)) and all(
                self.has_rank(entry, ladder) for entry in entries
            )
        return False

    def reads(self, path: str) -> set[str]:
        """The paths of the leaves that a node's coverage counts."""
        rule = self.nodes[path].rule
        over = getattr(rule, "over", ())
        if isinstance(rule, NoTotal) or over in ("children", "items"):
            read = {entry.path for entry in self.items_below(path)}
            if over == "children":
                read |= self.reads_named(tuple(entry.path for entry in self.entries(path)))
        else:
            read = self.reads_named(over)
        if isinstance(rule, Equivalence):
            for needs in rule.needs.values():
                read |= self.reads_named(tuple(needs))
        return read | self.reads_named(tuple(cap.path for cap in rule.caps))

    def reads_named(self, paths: tuple[str, ...]) -> set[str]:
        """The leaves among `paths`, and those that the nodes among them read."""
        read = {path for path in paths if path in self.leaves}
        for path in paths:
            if path in self.nodes:
                read |= self.reads(path)
        return read

    @cached_property
    def lowest_on_ladder(self) -> int:
        """The rank of the lowest answer on the framework's ladder."""
        return 1 if self.framework.below_label is None else 0

    def lowest_rank(self, entry: Entry, ladder: str) -> int:
        """The lowest rank that an entry can have on a ladder."""
        if entry.path in self.nodes:
            return 0
        scale = self.leaves[entry.path].scale
        if isinstance(scale, NumericScale):
            assert scale.bands is not None
            return scale.bands.rank(scale.worst, self.rungs(ladder))
        return self.lowest_on_ladder if ladder == LADDER else 1
