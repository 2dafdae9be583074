"""Many assessments of one framework, worked out together: every node's states as arrays."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from threading import local
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar, overload

import numpy as np
from attrs import field, frozen
from numpy.typing import NDArray

from maturity.errors import UnknownName, cut, hint_for
from maturity.errors.arguments import expect
from maturity.model.frozen import FrozenMap

from .engine import BLOCK_SIZE
from .plan import Plan
from .quick import Block
from .quick_nodes import QuickPlan, quick_plan
from .quick_sums import Room
from .states import NodeStated, NodeStates, Points

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .cells import Cells

# So many that a pass over a row of bytes costs more than calling it, and a node's rows stay near.
QUICK_BLOCK_SIZE = 32768
SMALL = int(np.iinfo(np.int16).max)
Few = NDArray[np.int16] | NDArray[np.int32]
State = TypeVar("State", NodeStates, NodeStated)


@frozen(kw_only=True, eq=False)
class _Batch(Generic[State]):
    """The results of many assessments. `batch[path]` holds one node's arrays, a place for each.

    The whole is the empty path. Each result is, to the bit, what a scorecard of the one assessment
    states.
    """

    plan: Plan = field(repr=False)
    nodes: Mapping[str, State] = field(repr=False)
    chosen: Mapping[str, Mapping[str, Few]] = field(repr=False)

    def __getitem__(self, path: str) -> State:
        """The states of a node; UnknownName names the nearest that exists."""
        return self.nodes[self._known(path)]

    def counts(self, path: str) -> Mapping[str, Few]:
        """How often each option was chosen for the items of a node, as it was said, by option id.

        Each array has the shape (assessments,). Numbers are counted under the id of their scale.
        The arrays are small integers: widen them (`astype(int)`) before you multiply.

        >>> import maturity as mt
        >>> board = mt.load_framework("hwb-board")
        >>> ours = board.assess({"vision.shared-vision": "met"}, organisation="Ours")
        >>> theirs = board.assess({}, organisation="Theirs")
        >>> mt.Cohort.of([ours, theirs]).scores.counts("vision")["met"].tolist()
        [1, 0]
        """
        return self.chosen[self._known(path)]

    def _known(self, path: str) -> str:
        """The path of a node that there is."""
        expect(path, str, "a batch takes a path")
        if path not in self.nodes:
            names = [name for name in self.nodes if name]
            hint = hint_for(path, names, label="there are")
            raise UnknownName(f"'{cut(path)}' is not scored here; {hint}")
        return path

    def __iter__(self) -> Iterator[str]:
        """The path of every node."""
        return iter(self.nodes)

    def __len__(self) -> int:
        """How many nodes there are."""
        return len(self.nodes)


class Batch(_Batch[NodeStates]):
    """The results of many assessments, with bounds. See `NodeStates`.

    `batch[path]` holds one node's arrays, a place for each assessment; the whole is the empty path.
    Each result is, to the bit, what a scorecard of the one assessment states.
    """


class StatedBatch(_Batch[NodeStated]):
    """The results of many assessments, without bounds and so without a status. See `NodeStated`."""


@overload
def score_batch(
    plan: Plan, cells: Cells, *, bounds: Literal[True] = True, threads: int = 1
) -> Batch: ...
@overload
def score_batch(
    plan: Plan, cells: Cells, *, bounds: Literal[False], threads: int = 1
) -> StatedBatch: ...
def score_batch(
    plan: Plan, cells: Cells, *, bounds: bool = True, threads: int = 1
) -> Batch | StatedBatch:
    """The results of all assessments in `cells`, a block at a time.

    With `bounds=False` only what is stated is worked out, which takes less time and room: value,
    rank, how many are answered and applicable, and the counts; there is then no status, no bound
    and no other reading. `threads`: how many blocks are worked on at once, 1 or more. Neither
    changes a bit of what is stated.

    >>> import maturity as mt
    >>> board = mt.load_framework("hwb-board")
    >>> cohort = mt.Cohort.of([board.assess({"vision.shared-vision": "met"}, organisation="Ours")])
    >>> found = score_batch(cohort.plan, cohort.cells, bounds=False)
    >>> found["vision"].answered.tolist()
    [1]
    """
    expect(bounds, bool, "score_batch() takes bounds=True or False")
    expect(threads, int, "score_batch() takes a number of threads")
    if threads < 1:
        raise ValueError(f"score_batch() takes 1 thread or more, found {threads}")
    count, quick = cells.codes.shape[2], quick_plan(plan)
    alone = cells.codes.shape[0] == 1 and not quick.others
    size = QUICK_BLOCK_SIZE if alone else BLOCK_SIZE
    few = np.int16 if cells.codes.shape[0] * cells.codes.shape[1] <= SMALL else np.int32
    nodes, chosen = _empty_nodes(plan, count, bounds=bounds), _empty_counts(quick, count, few)
    own = local()

    def fill(start: int) -> None:
        here = slice(start, start + size)
        Block(
            quick=quick,
            cells=cells.columns(here),
            bounds=bounds,
            room=own.__dict__.setdefault("room", Room()),
            nodes={path: part.columns(here) for path, part in nodes.items()},
            chosen={
                path: {label: number[here] for label, number in numbers.items()}
                for path, numbers in chosen.items()
            },
        ).fill()

    starts = range(0, max(count, 1), size)
    if threads > 1:
        with ThreadPoolExecutor(threads) as pool:
            list(pool.map(fill, starts))
    else:
        for start in starts:
            fill(start)
    made = Batch if bounds else StatedBatch
    return made(plan=plan, nodes=FrozenMap(nodes), chosen=FrozenMap(chosen))  # type: ignore[arg-type]  # as `bounds` says


def _empty_nodes(plan: Plan, count: int, *, bounds: bool) -> dict[str, NodeStates | NodeStated]:
    """Room for what is stated of every node.

    All arrays of a kind are asked for at once: large ones take far fewer pages.
    """
    total = len(plan.nodes)
    valued = sum(node.rule.name != "none" for node in plan.nodes)
    each = 5 if bounds else 1
    values, ranks = _rows(each * valued, count, np.float64), _rows(each * valued, count, np.int16)
    counts = _rows((3 if bounds else 2) * total, count, np.int32)
    codes = _rows(total if bounds else 0, count, np.uint8)
    nothing = Points(
        value=np.broadcast_to(np.nan, count), rank=np.broadcast_to(np.int16(-1), count)
    )
    found: dict[str, NodeStates | NodeStated] = {}
    for node in plan.nodes:
        if node.rule.name == "none":
            points = [nothing] * each
        else:
            points = [Points(value=next(values), rank=next(ranks)) for _ in range(each)]
        answered, applicable = next(counts), next(counts)
        if bounds:
            stated, low, high, so_far, na_stated = points
            found[node.path] = NodeStates(
                stated=stated, low=low, high=high, so_far=so_far, na_stated=na_stated,
                status=next(codes), answered=answered, applicable=applicable,
                not_applicable=next(counts),
            )  # fmt: skip
        else:
            found[node.path] = NodeStated(
                stated=points[0], answered=answered, applicable=applicable, items=len(node.reads)
            )
    return found


def _empty_counts(
    quick: QuickPlan, count: int, kind: type[np.int16 | np.int32]
) -> dict[str, dict[str, Few]]:
    """Room for how often each option was chosen."""
    labels = {path: quick.labels(row) for path, row in quick.plan.row.items()}
    rows = _rows(sum(map(len, labels.values())), count, kind)
    return {path: {label: next(rows) for label in names} for path, names in labels.items()}


def _rows(number: int, count: int, kind: type[np.generic]) -> Iterator[NDArray[Any]]:
    """Some arrays of a kind, one after the other in memory."""
    return iter(np.empty((number, count), kind))
