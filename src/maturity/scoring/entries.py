"""What each node reads: its entries, its ladder, the range of its value, what it depends on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define, field, frozen

from maturity.model.ids import is_below
from maturity.model.reads import Placement, Readings
from maturity.model.rules import Equivalence, NoTotal, Rule, Staged
from maturity.model.scales import LADDER, Level, NumericScale, Scale
from maturity.model.scoring import Conventions
from maturity.model.tree import Dimension

from .leaves import lowest_rank
from .spans import set_span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maturity.model.framework import Framework

    from . import leaves as table

BY_MERIT, BY_RANK, BY_PLACE = 0, 1, 2


@frozen(kw_only=True)
class Entry:
    """One thing that a node reads, at one level. See `Table` for the fields."""

    slot: int
    weight: float = 1.0
    level: int = 0
    mark: int = BY_MERIT
    pass_at: float = 0.0
    is_item: bool = False
    every_level: bool = False
    lowest: float = 0.0
    low: float = 0.0
    high: float = 1.0
    need: int = 0


@define(kw_only=True, eq=False)
class Node:
    """A dimension, a part or the overall (the empty path), ready for scoring.

    `entries`: what its rule reads. `ladder`: its rungs (none: no levels). `levelled`: its rule
    gives a level. `by_rank`: its rule works on ranks. `low` and `high`: the range of its value.
    `reads`: the items that it rests on, by place. `depth`: after which nodes it comes.
    """

    path: str
    title: str
    rule: Rule
    conventions: Conventions
    branch: Dimension | None
    ladder: tuple[Level, ...] = ()
    entries: tuple[Entry, ...] = ()
    caps: tuple[tuple[Entry, int], ...] = ()
    levelled: bool = False
    by_rank: bool = False
    low: float = 0.0
    high: float = 1.0
    reads: frozenset[int] = field(default=frozenset(), repr=False)
    depth: int = 0

    @property
    def rungs(self) -> int:
        """How many rungs its ladder has."""
        return len(self.ladder)

    @property
    def depends_on(self) -> tuple[int, ...]:
        """The slots that it reads, for its rule or its caps."""
        return tuple({e.slot for e in (*self.entries, *(cap for cap, _ in self.caps))})


def build_nodes(framework: Framework, leaves: table.Leaves) -> tuple[Node, ...]:
    """Every node of a framework, sorted by path, each with what it reads."""
    return _Builder(framework, leaves).build()


class _Builder:
    """Works out nodes in the order of their dependencies, each once."""

    def __init__(self, framework: Framework, leaves: table.Leaves) -> None:
        self.framework = framework
        self.leaves = leaves
        self.readings = Readings(framework)
        self.branches = {node.id: node for node in framework.walk()}
        self.paths = sorted(self.readings.nodes)
        self.slot = {path: len(leaves.items) + row for row, path in enumerate(self.paths)}
        self.done: dict[str, Node] = {}

    def build(self) -> tuple[Node, ...]:
        return tuple(self.node(path) for path in self.paths)

    def node(self, path: str) -> Node:
        if path not in self.done:
            self.done[path] = self._work_out(path)
        return self.done[path]

    def _work_out(self, path: str) -> Node:
        read, branch = self.readings.nodes[path], self.branches.get(path)
        node = Node(
            path=path,
            title=branch.title if branch else self.framework.term("overall"),
            rule=read.rule,
            conventions=read.conventions,
            branch=branch,
            ladder=self._ladder(read.rule),
            levelled=self.readings.levelled(path),
        )
        entries = [
            self._node_entry(node, entry)
            if isinstance(entry, Dimension)
            else self._item_entry(node, entry)
            for entry in self.readings.entries[path]
        ]
        entries += self._needs(node)
        node.entries = tuple(sorted(entries, key=lambda e: (self._path(e.slot), e.level, e.need)))
        node.caps = tuple(
            (self._target(cap.path, cap.until, 0), rank_of(node.ladder, cap.level))
            for cap in read.rule.caps
        )
        set_span(node)
        below = [self.node(self._path(s)) for s in node.depends_on if s >= len(self.leaves.items)]
        node.depth = 1 + max((child.depth for child in below), default=-1)
        node.reads = self._reads(node)
        return node

    def _path(self, slot: int) -> str:
        items = len(self.leaves.items)
        return self.leaves.items[slot].id if slot < items else self.paths[slot - items]

    def _ladder(self, rule: Rule) -> tuple[Level, ...]:
        """The rungs that a rule's levels stand on."""
        scale = self.framework.scales.get(self.readings.ladder(rule))
        if isinstance(rule, NoTotal) or not isinstance(scale, Scale):
            return ()
        if scale.id == LADDER:
            return self.framework.levels
        return tuple(
            Level(option.id, option.label, rank + 1, option.text)
            for rank, option in enumerate(scale.options)
        )

    def _item_entry(self, node: Node, placed: Placement) -> Entry:
        """An item as a node reads it."""
        scale = self.framework.scales[placed.item.scale]
        ladder = self.readings.ladder(node.rule)
        rankable = self.readings.ranked(placed, ladder)
        lowest = float(rankable)
        if rankable and ladder == LADDER:
            lowest = lowest_rank(scale, self.leaves.ladder)
        mark, pass_at = self._pass_mark(scale, getattr(node.rule, "pass_", None))
        if isinstance(scale, Scale):
            low, high = scale.options[0].value, scale.options[-1].value
        else:
            low, high = scale.worst, scale.best
        # Of levels, what is answered counts, not where the item stands.
        by_level = isinstance(node.rule, Staged) and node.rule.of == "level"
        level = 0 if by_level else rank_of(self.framework.levels, placed.level)
        return Entry(
            slot=self.leaves.index[placed.item.id], weight=placed.weight, level=level, mark=mark,
            pass_at=pass_at, is_item=True, every_level=rankable and not level,
            lowest=lowest, low=low, high=high,
        )  # fmt: skip

    def _pass_mark(
        self, scale: Scale | NumericScale, pass_: str | float | None
    ) -> tuple[int, float]:
        """What an item must reach to pass: an option, a number, or a rung by its bands.

        The top, where a scale has no such option: it has one wherever its pass mark counts.
        """
        if isinstance(scale, Scale):
            ids = [option.id for option in scale.options]
            return BY_MERIT, float(ids.index(pass_) if pass_ in ids else len(ids) - 1)
        if isinstance(pass_, str):
            return BY_RANK, float(rank_of(self.framework.levels, pass_))
        number = scale.best if pass_ is None else pass_
        return BY_MERIT, (number - scale.worst) / (scale.best - scale.worst)

    def _node_entry(self, node: Node, branch: Dimension) -> Entry:
        """A dimension or a part as a node reads it."""
        child = self.node(branch.id)
        pass_ = getattr(node.rule, "pass_", None)
        if child.levelled:
            rank = child.rungs if pass_ is None else rank_of(child.ladder, str(pass_))
            mark, pass_at = BY_RANK, float(rank)
        else:
            mark, pass_at = BY_PLACE, 1.0 - node.conventions.tolerance
        return Entry(
            slot=self.slot[branch.id],
            weight=branch.weight,
            mark=mark,
            pass_at=pass_at,
            every_level=isinstance(node.rule, Staged),
            lowest=0.0,
            low=child.low,
            high=child.high,
        )

    def _needs(self, node: Node) -> list[Entry]:
        """The needs of each level, as entries that pass when a need is met."""
        rule = node.rule
        needs = rule.needs if isinstance(rule, Equivalence) else {}
        return [
            self._target(path, rung, rank_of(self.framework.levels, level))
            for level, asked in needs.items()
            for path, rung in asked.items()
        ]

    def _target(self, path: str, rung: str | float, need: int) -> Entry:
        """An item or a node that must reach a rung, an option or a number."""
        if path in self.branches:
            child = self.node(path)
            pass_at = float(rank_of(child.ladder, str(rung)))
            return Entry(slot=self.slot[path], mark=BY_RANK, pass_at=pass_at, need=need)
        leaf = self.leaves.index[path]
        scale = self.framework.scales[self.leaves.items[leaf].scale]
        mark, pass_at = self._pass_mark(scale, rung)
        return Entry(slot=leaf, mark=mark, pass_at=pass_at, is_item=True, need=need)

    def _reads(self, node: Node) -> frozenset[int]:
        """The items that a node rests on: those below it, or those of the paths it names."""
        items = len(self.leaves.items)
        over = getattr(node.rule, "over", None)
        if isinstance(over, tuple) or isinstance(node.rule, Equivalence):
            found = {slot for slot in node.depends_on if slot < items}
            nodes = [self.node(self._path(slot)) for slot in node.depends_on if slot >= items]
            return frozenset(found.union(*(child.reads for child in nodes)))
        below = {
            self.leaves.index[placed.item.id]
            for path, here in self.readings.placed.items()
            if is_below(path, node.path)
            for placed in here
        }
        below.update(slot for slot in node.depends_on if slot < items)
        nodes = [self.node(self._path(slot)) for slot in node.depends_on if slot >= items]
        return frozenset(below.union(*(child.reads for child in nodes)))


def rank_of(ladder: Sequence[Level], rung: str | None) -> int:
    """The rank of a rung; 0 for `below` and for None."""
    return next((level.rank for level in ladder if level.id == rung), 0)
