"""What is stated of a node in many assessments: status, coverage, value and level, as arrays."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, get_args

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from .arrays import Codes, Flags, Floats, some
from .finish import SNAP
from .leaves import ABSENT
from .readings import Reading

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .cells import Cells
    from .engine import Results
    from .entries import Node

Status = Literal["certain", "open", "withheld", "undefined", "not started", "none"]
STATUSES: tuple[Status, ...] = get_args(Status)

Ranks = NDArray[np.int16]
Counts = NDArray[np.int32]


@frozen(kw_only=True, eq=False)
class Points:
    """A value (NaN: none) and a rank (-1: no level) in each assessment."""

    value: Floats
    rank: Ranks

    def where(self, shown: Flags) -> Points:
        """The points that are shown; none elsewhere."""
        if shown.all():
            return self
        return Points(
            value=np.where(shown, self.value, np.nan),
            rank=np.where(shown, self.rank, -1).astype(np.int16),
        )


@frozen(kw_only=True, eq=False)
class NodeStates:
    """What is stated of one node; every array has the shape (assessments,).

    `status` holds places in STATUSES. `stated` is empty where a level is withheld or not begun;
    `low` and `high` are the bounds; `so_far` reads the answered items alone; `na_stated` counts
    every "not applicable" as the lowest answer. Of the items that the node reads, `applicable` may
    be answered, `answered` are.
    """

    stated: Points
    status: Codes
    low: Points
    high: Points
    so_far: Points
    na_stated: Points
    answered: Counts
    applicable: Counts
    not_applicable: Counts


@frozen(kw_only=True, eq=False)
class NodeStated:
    """What is stated of one node where no bounds were asked for; see `NodeStates`.

    There is no status: without the bounds, nobody can tell whether an open answer could still
    change the level. Where something is missing, read the value and the level as "at least", if
    the node's convention for what is missing is `bound`. `items`: how many it reads.
    """

    stated: Points
    answered: Counts
    applicable: Counts
    items: int

    @property
    def not_applicable(self) -> Counts:
        """How many items don't apply."""
        return (self.items - self.applicable).astype(np.int32)


def node_states(
    node: Node, row: int, cells: Cells, results: Results, columns: slice = slice(None)
) -> NodeStates:
    """What is stated of the node at `row`, in the assessments at `columns`."""
    reads = sorted(node.reads)
    return states_of(
        node,
        {reading: points_of(node, row, results, reading, columns) for reading in SHOWN},
        answered=_count(cells.answered[reads, columns]),
        applicable=_count(cells.applicable[reads, columns]),
        begun=some(some(cells.said[:, reads, columns] < ABSENT, 0), 0),
    )


def states_of(
    node: Node,
    points: Mapping[Reading, Points],
    *,
    answered: Counts,
    applicable: Counts,
    begun: Flags,
) -> NodeStates:
    """What is stated of a node, from what each reading comes to and how much is answered."""
    stated, low, high = (points[r] for r in (Reading.STATED, Reading.LOW, Reading.HIGH))
    bounded = ~np.isnan(low.value) & ~np.isnan(high.value)
    settled = bounded & _settled(low, high) & _same(stated, low)
    # The first that is true decides.
    cases: list[tuple[Status, Flags]] = [
        ("none", np.full(begun.shape, node.rule.name == "none")),
        ("undefined", (applicable == 0) | (np.isnan(stated.value) & ~bounded)),
        ("not started", ~begun),
        ("withheld", _too_little(node, answered, applicable)),
        ("certain", (answered == applicable) | settled),
        ("open", np.ones(begun.shape, bool)),
    ]
    codes_of = [np.uint8(STATUSES.index(name)) for name, _ in cases]
    status: Codes = np.select([here for _, here in cases], codes_of)
    return NodeStates(
        stated=stated.where(~_silent(node, answered, applicable, begun)),
        status=status,
        low=low.where(bounded),
        high=high.where(bounded),
        so_far=points[Reading.SO_FAR],
        na_stated=points[Reading.NA_STATED],
        answered=answered,
        applicable=applicable,
        not_applicable=(len(node.reads) - applicable).astype(np.int32),
    )


def stated_of(
    node: Node, stated: Points, *, answered: Counts, applicable: Counts, begun: Flags
) -> NodeStated:
    """The same without bounds."""
    shown = ~_silent(node, answered, applicable, begun)
    return NodeStated(
        stated=stated.where(shown), answered=answered, applicable=applicable, items=len(node.reads)
    )


def _silent(node: Node, answered: Counts, applicable: Counts, begun: Flags) -> Flags:
    """Where there is a result but nothing is stated: withheld, or not begun, or no total."""
    if node.rule.name == "none":
        return np.ones(begun.shape, bool)
    silent = begun & _too_little(node, answered, applicable)
    if node.conventions.missing == "bound":
        silent |= ~begun
    return silent & (applicable > 0)


def _too_little(node: Node, answered: Counts, applicable: Counts) -> Flags:
    """Where too little is answered for a level."""
    least = node.conventions.minimum_coverage
    if least <= 0:
        return np.zeros(answered.shape, bool)
    whole = np.ones(answered.shape)
    return np.asarray(
        np.divide(answered, applicable, out=whole, where=applicable > 0) < least, bool
    )


SHOWN = (Reading.STATED, Reading.LOW, Reading.HIGH, Reading.SO_FAR, Reading.NA_STATED)


def _count(flags: Flags) -> Counts:
    """How many items, in each assessment."""
    return np.asarray(flags.sum(axis=0), np.int32)


def points_of(node: Node, row: int, results: Results, reading: Reading, columns: slice) -> Points:
    """Values and ranks under one reading."""
    at = (row, results.at(reading), columns)
    found = Points(value=results.value[at], rank=results.rank[at].astype(np.int16))
    return found.where(~np.isnan(found.value) & (node.rule.name != "none"))


def _same(one: Points, other: Points) -> Flags:
    """Whether two points are of one level; where there is none, of one value."""
    levelled = (one.rank >= 0) | (other.rank >= 0)
    alike = np.abs(one.value - other.value) <= SNAP
    return np.asarray(np.where(levelled, one.rank == other.rank, alike), bool)


def _settled(low: Points, high: Points) -> Flags:
    """Whether no completion can change the level (or the value, where there is no level)."""
    levelled = (low.rank >= 0) & (high.rank >= 0)
    return np.asarray(np.where(levelled, low.rank == high.rank, low.value == high.value), bool)
