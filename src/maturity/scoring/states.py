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


def node_states(
    node: Node, row: int, cells: Cells, results: Results, columns: slice = slice(None)
) -> NodeStates:
    """What is stated of the node at `row`, in the assessments at `columns`."""
    reads = sorted(node.reads)
    applicable = _count(cells.applicable[reads, columns])
    answered = _count(cells.answered[reads, columns])
    points = {reading: _points(node, row, results, reading, columns) for reading in _SHOWN}
    stated, low, high = (points[r] for r in (Reading.STATED, Reading.LOW, Reading.HIGH))
    bounded = ~np.isnan(low.value) & ~np.isnan(high.value)
    begun = some(some(cells.said[:, reads, columns] < ABSENT, 0), 0)
    least = node.conventions.minimum_coverage
    share = np.divide(answered, applicable, out=np.ones(begun.shape), where=applicable > 0)
    settled = bounded & _settled(low, high) & _same(stated, low)
    # The first that is true decides.
    cases: list[tuple[Status, Flags]] = [
        ("none", np.full(begun.shape, node.rule.name == "none")),
        ("undefined", (applicable == 0) | (np.isnan(stated.value) & ~bounded)),
        ("not started", ~begun),
        ("withheld", share < least),
        ("certain", (answered == applicable) | settled),
        ("open", np.ones(begun.shape, bool)),
    ]
    codes_of = [np.uint8(STATUSES.index(name)) for name, _ in cases]
    status: Codes = np.select([here for _, here in cases], codes_of)
    silent = {"none", "withheld"} | (
        {"not started"} if node.conventions.missing == "bound" else set()
    )
    silent_here = np.isin(status, [STATUSES.index(name) for name in silent])
    return NodeStates(
        stated=stated.where(~silent_here),
        status=status,
        low=low.where(bounded),
        high=high.where(bounded),
        so_far=points[Reading.SO_FAR],
        na_stated=points[Reading.NA_STATED],
        answered=answered,
        applicable=applicable,
        not_applicable=(len(reads) - applicable).astype(np.int32),
    )


_SHOWN = (Reading.STATED, Reading.LOW, Reading.HIGH, Reading.SO_FAR, Reading.NA_STATED)


def _count(flags: Flags) -> Counts:
    """How many items, in each assessment."""
    return np.asarray(flags.sum(axis=0), np.int32)


def _points(node: Node, row: int, results: Results, reading: Reading, columns: slice) -> Points:
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
