"""What each rule reads: the entries of every node, its ladder, and whether it gives a level."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from attrs import frozen

from .grounds import Grounds, key_grounds, rung_grounds, scale_grounds
from .paths import Paths
from .places import Place, item_place, node_place
from .rules import (
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
from .scales import LADDER, NumericScale, Scale
from .scoring import Conventions
from .tree import Dimension, Item

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .framework import Framework

MOST_GROUNDS = 200


@frozen
class Placement:
    """An item that counts in a node, at a level (None: at none), with a weight."""

    item: Item
    node: str
    level: str | None
    weight: float


Entry: TypeAlias = Placement | Dimension


@frozen
class Node:
    """A dimension, a part, or the whole framework (the empty path)."""

    path: str
    rule: Rule
    conventions: Conventions
    parts: tuple[Dimension, ...]

    @property
    def name(self) -> str:
        """The node in a sentence."""
        return f"'{self.path}'" if self.path else "the overall result"


def nodes(framework: Framework) -> Iterator[Node]:
    """The framework as a whole, then every dimension and part in file order."""
    scoring = framework.scoring
    yield Node("", scoring.overall, scoring.conventions, framework.dimensions)
    for branch in framework.walk():
        yield Node(branch.id, branch.rule, branch.conventions, branch.dimensions)


def placements(item: Item) -> list[Placement]:
    """Everywhere that an item counts: at home, or at the nodes that its `counts` name."""
    if item.counts:
        return [
            Placement(item, path, level, item.weight * weight)
            for path, levels in item.counts.items()
            for level, weight in levels.items()
        ]
    levels = item.levels or {item.level: 1.0}
    return [Placement(item, item.home, at, item.weight * by) for at, by in levels.items()]


class Readings:
    """What the rules of a framework read. Names that don't exist are left out."""

    def __init__(self, framework: Framework) -> None:
        """Place every item, and follow every rule from what it reads upwards."""
        self.framework = framework
        self.paths = Paths(framework)
        self.levels = tuple(level.id for level in framework.levels)
        self.nodes = {node.path: node for node in nodes(framework)}
        self.placed: dict[str, list[Placement]] = {path: [] for path in self.nodes}
        for item in framework.items:
            for placement in placements(item):
                self.placed.setdefault(placement.node, []).append(placement)
        self.entries = {path: self._entries(node) for path, node in self.nodes.items()}
        self.loops: list[tuple[str, ...]] = []
        self.depth: dict[str, int] = {}
        self._levelled: dict[str, bool] = {}
        self._grounds: dict[str, Grounds] = {}
        for path in self._upwards():
            below = [self.depth.get(other, 0) for other in self.reads(path)]
            self.depth[path] = 1 + max(below, default=0)
            self._levelled[path] = self._gives_level(self.nodes[path])

    def reads(self, path: str) -> list[str]:
        """The nodes whose results a node's rule, needs and caps read."""
        rule = self.nodes[path].rule
        read = [entry.id for entry in self.entries[path] if isinstance(entry, Dimension)]
        if isinstance(rule, Equivalence):
            read += [name for needs in rule.needs.values() for name in needs]
        read += [cap.dimension for cap in rule.caps if cap.dimension is not None]
        return [name for name in dict.fromkeys(read) if name in self.nodes]

    def ladder(self, rule: Rule) -> str:
        """The scale whose options are the rungs of a node with this rule."""
        return getattr(rule, "ladder", None) or LADDER

    def rungs(self, ladder: str) -> tuple[str, ...]:
        """The ids of a ladder's rungs, lowest first; none where there is no such ladder."""
        if ladder == LADDER:
            return self.levels
        scale = self.framework.scales.get(ladder)
        return tuple(option.id for option in scale.options) if isinstance(scale, Scale) else ()

    def levelled(self, path: str) -> bool:
        """Whether the rule of a node gives a level."""
        return self._levelled.get(path, False)

    def level_grounds(self, path: str) -> Grounds:
        """On what it rests whether the rule of a node gives a level, the nearest first."""
        if path not in self._grounds:
            found: list[Place] = [("levels",)]
            paths = [path]
            for reached in paths:  # it grows
                if reached not in self.nodes or len(found) > MOST_GROUNDS:
                    break
                rule = self.nodes[reached].rule
                found += key_grounds(reached, "rule", "bands", "ladder", "over")
                found += rung_grounds(self.ladder(rule), None)
                if not isinstance(rule, WeakestLink | Median):
                    continue
                for entry in self.entries[reached]:
                    if isinstance(entry, Placement):
                        found += scale_grounds(self.framework, entry.item)
                    elif entry.id not in paths:
                        paths.append(entry.id)
            self._grounds[path] = tuple(found)
        return self._grounds[path]

    def entry_grounds(self, entry: Entry) -> Grounds:
        """On what it rests whether an entry has a rank."""
        if isinstance(entry, Dimension):
            return self.level_grounds(entry.id)
        places = (*item_place(entry.item), "levels"), (*item_place(entry.item), "counts")
        return (("levels",), *places, *scale_grounds(self.framework, entry.item))

    def ranked(self, entry: Entry, ladder: str) -> bool:
        """Whether an entry has a rank on a ladder, whatever the answers."""
        if isinstance(entry, Dimension):
            return self.levelled(entry.id) and self.ladder(entry.rule) == ladder
        scale = self.framework.scales.get(entry.item.scale)
        banded = isinstance(scale, NumericScale) and scale.bands is not None
        return entry.item.scale == ladder or (ladder == LADDER and banded)

    def _entries(self, node: Node) -> list[Entry]:
        """What the rule of a node counts, in order."""
        over = getattr(node.rule, "over", None)
        if over is None:
            return []
        if over == "children":
            return [*self.placed.get(node.path, ()), *node.parts]
        if over == "items":
            below = [node.path, *(branch.id for part in node.parts for branch in part.walk())]
            return [placement for path in below for placement in self.placed.get(path, ())]
        known = (self.framework.by_path.get(path) for path in over)
        return [
            entry
            if isinstance(entry, Dimension)
            else Placement(entry, entry.home, entry.level, entry.weight)
            for entry in known
            if entry is not None
        ]

    def _gives_level(self, node: Node) -> bool:
        """Whether a node's rule gives a level, when that is known of all that it reads."""
        rule = node.rule
        rungs = self.rungs(self.ladder(rule))
        if isinstance(rule, NoTotal) or not rungs:
            return False
        if isinstance(rule, Mean | Sum | Share):
            return rule.bands is not None
        if isinstance(rule, WeakestLink | Median):
            return all(self.ranked(entry, self.ladder(rule)) for entry in self.entries[node.path])
        return isinstance(rule, Staged | HighWaterMark | Equivalence)

    def _upwards(self) -> list[str]:
        """Every node after all that it reads; where nodes read each other in a ring, a loop.

        Without recursion: a chain of readings may be longer than Python's stack.
        """
        done: dict[str, None] = {}
        for start in self.nodes:
            trail: dict[str, Iterator[str]] = {}
            if start not in done:
                trail[start] = iter(self.reads(start))
            while trail:
                path, rest = next(reversed(trail.items()))
                following = next(rest, None)
                if following is None:
                    del trail[path]
                    done[path] = None
                elif following in trail:
                    ring = list(trail)
                    self.loops.append((*ring[ring.index(following) :], following))
                elif following not in done:
                    trail[following] = iter(self.reads(following))
        return list(done)


def key_place(framework: Framework, node: Node, key: str) -> Place:
    """The keys that lead to one key of a node's rule: its own, or the one that it inherits."""
    if not node.path:
        return ("scoring", "overall", key)
    scoring = framework.scoring
    is_part = "." in node.path
    kind = scoring.part if is_part else scoring.dimension
    field = "pass_" if key == "pass" else key
    inherited = type(node.rule) is type(kind) and (
        key == "rule" or getattr(node.rule, field) == getattr(kind, field)
    )
    if not inherited:
        return (*node_place(node.path), "scoring", key)
    named = "part" if is_part and scoring.part != scoring.dimension else "dimension"
    return ("scoring", named, key)
