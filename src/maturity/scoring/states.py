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

    def columns(self, here: slice) -> Points:
        """The points of some assessments, in the same memory."""
        return Points(value=self.value[here], rank=self.rank[here])

    def blank(self, hidden: Flags) -> None:
        """Leave nothing where `hidden`, in place."""
        np.copyto(self.value, np.nan, where=hidden)
        np.copyto(self.rank, -1, where=hidden)

    def take_over(self, other: Points) -> None:
        """Take over the values and ranks of another, in place."""
        if other is not self:
            np.copyto(self.value, other.value)
            np.copyto(self.rank, other.rank)


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

    def columns(self, here: slice) -> NodeStates:
        """The states of some assessments, in the same memory."""
        return NodeStates(
            stated=self.stated.columns(here),
            status=self.status[here],
            low=self.low.columns(here),
            high=self.high.columns(here),
            so_far=self.so_far.columns(here),
            na_stated=self.na_stated.columns(here),
            answered=self.answered[here],
            applicable=self.applicable[here],
            not_applicable=self.not_applicable[here],
        )


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

    def columns(self, here: slice) -> NodeStated:
        """The states of some assessments, in the same memory."""
        return NodeStated(
            stated=self.stated.columns(here),
            answered=self.answered[here],
            applicable=self.applicable[here],
            items=self.items,
        )

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
    return NodeStates(
        stated=stated.where(~silent(node, answered, applicable, begun)),
        status=status_of(
            node, points, answered=answered, applicable=applicable, begun=begun, bounded=bounded
        ),
        low=low.where(bounded),
        high=high.where(bounded),
        so_far=points[Reading.SO_FAR],
        na_stated=points[Reading.NA_STATED],
        answered=answered,
        applicable=applicable,
        not_applicable=(len(node.reads) - applicable).astype(np.int32),
    )


def status_of(  # noqa: PLR0913  # all that decides
    node: Node,
    points: Mapping[Reading, Points],
    *,
    answered: Counts,
    applicable: Counts,
    begun: Flags,
    bounded: Flags,
) -> Codes:
    """The status codes, places in STATUSES; `bounded` is where there are both bounds."""
    stated, low, high = (points[r] for r in (Reading.STATED, Reading.LOW, Reading.HIGH))
    if node.rule.name == "none":
        return np.full(begun.shape, STATUSES.index("none"), np.uint8)
    settled = bounded & _settled(low, high) & _same(stated, low)
    codes = np.full(begun.shape, STATUSES.index("open"), np.uint8)
    # The last that is true decides.
    cases: list[tuple[Status, Flags]] = [
        ("certain", (answered == applicable) | settled),
        ("withheld", _too_little(node, answered, applicable)),
        ("not started", ~begun),
        ("undefined", (applicable == 0) | (np.isnan(stated.value) & ~bounded)),
    ]
    for name, here in cases:
        if here.any():
            np.copyto(codes, np.uint8(STATUSES.index(name)), where=here)
    return codes


def silent(node: Node, answered: Counts, applicable: Counts, begun: Flags) -> Flags:
    """Where there is a result but nothing is stated: withheld, or not begun, or no total."""
    if node.rule.name == "none":
        return np.ones(begun.shape, bool)
    hidden = begun & _too_little(node, answered, applicable)
    if node.conventions.missing == "bound":
        hidden |= ~begun
    return hidden & (applicable > 0)


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
    if levelled.all():
        return np.asarray(one.rank == other.rank, bool)
    alike = np.abs(one.value - other.value) <= SNAP
    return np.asarray(np.where(levelled, one.rank == other.rank, alike), bool)


def _settled(low: Points, high: Points) -> Flags:
    """Whether no completion can change the level (or the value, where there is no level)."""
    levelled = (low.rank >= 0) & (high.rank >= 0)
    if levelled.all():
        return np.asarray(low.rank == high.rank, bool)
    return np.asarray(np.where(levelled, low.rank == high.rank, low.value == high.value), bool)
