"""A framework compiled once: nodes in the order in which they can be worked out, as arrays."""

from __future__ import annotations

from functools import cached_property, lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Any

import attrs
import numpy as np
from attrs import field, frozen
from numpy.typing import NDArray

from maturity.model.digests import own_names
from maturity.model.framework import Framework
from maturity.model.rules import Equivalence, Rule
from maturity.model.scoring import Conventions

from .arrays import Flags, Floats, Indices
from .entries import Entry, Node, build_nodes
from .leaves import Leaves, build_leaves

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


@frozen(kw_only=True, eq=False)
class Table:
    """The entries of several nodes, padded to one length; the axes are (nodes, entries).

    `slot` is the row that an entry reads, `weight` what it weighs (0 where it pads), `level` the
    rank at which it counts (0: at none). It passes when the row's merit, rank or place (`mark` 0,
    1 or 2) is at least `pass_at`. `is_item` and `every_level` say what their names say.
    """

    slot: Indices
    weight: Floats
    level: Floats
    mark: NDArray[np.int8]
    pass_at: Floats
    is_item: Flags
    every_level: Flags
    lowest: Floats


@frozen(kw_only=True, eq=False)
class Step:
    """Nodes that share a rule's parameters and conventions, worked out together."""

    rule: Rule
    conventions: Conventions
    nodes: tuple[Node, ...]
    rows: Indices
    table: Table
    first_node: int
    low: Floats
    high: Floats

    @property
    def top_rank(self) -> int:
        """How many rungs these nodes' ladder has."""
        return self.nodes[0].rungs

    @property
    def by_rank(self) -> bool:
        """Whether the rule works on ranks."""
        return self.nodes[0].by_rank

    @property
    def levelled(self) -> bool:
        """Whether the rule gives these nodes a level."""
        return self.nodes[0].levelled


@frozen(kw_only=True, eq=False)
class Plan:
    """Everything about a framework that scoring needs, worked out once."""

    framework: Framework = field(repr=False)
    leaves: Leaves = field(repr=False)
    nodes: tuple[Node, ...] = field(repr=False)
    steps: tuple[Step, ...] = field(repr=False)

    @cached_property
    def row(self) -> dict[str, int]:
        """The row of each node among the nodes, by path; the overall is the empty path."""
        return {node.path: row for row, node in enumerate(self.nodes)}

    def needed_for(self, path: str) -> tuple[Step, ...]:
        """The steps that lead to one node, with that node's last."""
        slots = len(self.leaves.items)
        wanted, queue = set(), [self.row[path]]
        while queue:
            row = queue.pop()
            if row in wanted:
                continue
            wanted.add(row)
            queue += [slot - slots for slot in self.nodes[row].depends_on if slot >= slots]
        found = []
        for step in self.steps:
            nodes = [node for node, row in zip(step.nodes, step.rows, strict=True) if row in wanted]
            if nodes:
                found.append(step_of(nodes, self.row, slots))
        return tuple(found)


def compile_plan(framework: Framework) -> Plan:
    """The plan of a framework; made once for what is said and named, and kept for the last 64."""
    return _compiled(_ByContent(framework, framework.digest, own_names(framework)))


@frozen
class _ByContent:
    """A framework that is equal to another where digest and names are."""

    framework: Framework = field(eq=False)
    digest: str
    names: tuple[object, ...]

    def __hash__(self) -> int:
        """The digest decides."""
        return hash(self.digest)


@lru_cache(maxsize=64)
def _compiled(key: _ByContent) -> Plan:
    return build_plan(key.framework)


def build_plan(framework: Framework) -> Plan:
    """Compile a framework, without looking whether that was done before."""
    leaves = build_leaves(framework)
    nodes = build_nodes(framework, leaves)
    row = {node.path: place for place, node in enumerate(nodes)}
    steps = [step_of(group, row, len(leaves.items)) for group in _alike(nodes)]
    return Plan(
        framework=framework,
        leaves=leaves,
        nodes=nodes,
        steps=tuple(steps),
    )


def _alike(nodes: Sequence[Node]) -> Iterator[list[Node]]:
    """Nodes of one depth that the same kernel call can work out."""

    def shape(node: Node) -> tuple[int, str]:
        rule = attrs.evolve(node.rule, caps=())
        if hasattr(rule, "over"):
            rule = attrs.evolve(rule, over="children")  # type: ignore[call-arg]  # it has one
        if isinstance(rule, Equivalence):
            return node.depth, node.path
        traits = (rule, node.conventions, node.rungs, node.levelled, node.by_rank)
        return node.depth, repr(traits)

    for _, group in groupby(sorted(nodes, key=shape), key=shape):
        yield list(group)


def step_of(nodes: Sequence[Node], row: dict[str, int], items: int) -> Step:
    """The step of some nodes that are alike."""
    return Step(
        rule=nodes[0].rule,
        conventions=nodes[0].conventions,
        nodes=tuple(nodes),
        rows=np.array([row[node.path] for node in nodes]),
        table=table_of([node.entries for node in nodes], items + len(row)),
        first_node=items,
        low=np.array([[node.low] for node in nodes], float),
        high=np.array([[node.high] for node in nodes], float),
    )


def table_of(entries: Sequence[Sequence[Entry]], nowhere: int) -> Table:
    """Entries as padded arrays; padding reads the slot `nowhere`, which is never counted."""
    longest = max((len(row) for row in entries), default=0)
    padding = Entry(slot=nowhere, weight=0.0)
    padded = [[*row, *[padding] * (longest - len(row))] for row in entries]

    def column(name: str, kind: type) -> NDArray[Any]:
        values = [[getattr(entry, name) for entry in row] for row in padded]
        return np.array(values, kind).reshape(len(padded), longest)

    return Table(
        slot=column("slot", np.intp),
        weight=column("weight", float),
        level=column("level", float),
        mark=column("mark", np.int8),
        pass_at=column("pass_at", float),
        is_item=column("is_item", bool),
        every_level=column("every_level", bool),
        lowest=column("lowest", float),
    )
