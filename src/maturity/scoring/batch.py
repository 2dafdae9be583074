"""Many assessments of one framework, worked out together: every node's states as arrays."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from threading import local
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar, cast, overload

import attrs
import numpy as np
from attrs import field, frozen
from numpy.typing import NDArray

from maturity.errors import UnknownName, cut, hint_for
from maturity.errors.arguments import expect
from maturity.model.frozen import FrozenMap

from .engine import BLOCK_SIZE
from .plan import Plan
from .quick import Block, Chosen, Nodes
from .quick_nodes import quick_plan
from .quick_sums import Room
from .states import NodeStated, NodeStates

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .cells import Cells

# Below it, arrays of numbers are small enough to be used again instead of asked for anew.
QUICK_BLOCK_SIZE = 15872
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
    and no other reading. `threads`: how many blocks are worked on at once. Neither changes a bit of
    what is stated.
    """
    expect(bounds, bool, "score_batch() takes bounds=True or False")
    expect(threads, int, "score_batch() takes a number of threads")
    count, quick = cells.codes.shape[2], quick_plan(plan)
    alone = cells.codes.shape[0] == 1 and not quick.others
    size = QUICK_BLOCK_SIZE if alone else BLOCK_SIZE
    own = local()

    def block(start: int) -> tuple[Nodes, Chosen]:
        room = own.__dict__.setdefault("room", Room())
        here = cells.columns(slice(start, start + size))
        return Block(quick=quick, cells=here, bounds=bounds, room=room).states()

    first = block(0)
    few = np.int16 if cells.codes.shape[0] * cells.codes.shape[1] <= SMALL else np.int32
    nodes: Nodes = _empty(first[0], count) if count > size else first[0]
    chosen = {
        path: {label: np.empty(count, few) for label in labels} for path, labels in first[1].items()
    }

    def fill(start: int) -> None:
        found, counted = block(start) if start else first
        here = slice(start, start + size)
        if count > size:
            _fill(nodes, found, here)
        _fill(chosen, counted, here)

    starts = range(0, max(count, 1), size)
    if threads > 1:
        with ThreadPoolExecutor(threads) as pool:
            list(pool.map(fill, starts))
    else:
        for start in starts:
            fill(start)
    made = Batch if bounds else StatedBatch
    return made(plan=plan, nodes=FrozenMap(nodes), chosen=FrozenMap(chosen))  # type: ignore[arg-type]  # as `bounds` says


def _empty(found: Any, count: int) -> Any:  # noqa: ANN401  # the same kind out as in  # the same kind out as in
    """The same records, with room for the results of `count` assessments."""
    kind = type(found)
    if isinstance(found, np.ndarray):
        return np.empty(count, found.dtype)
    if isinstance(found, dict):
        return {key: _empty(part, count) for key, part in found.items()}
    if attrs.has(kind):
        return kind(**{name: _empty(getattr(found, name), count) for name in _names(kind)})
    return found


def _fill(whole: object, part: object, here: slice) -> None:
    """Copy a block's results to their places."""
    if isinstance(whole, np.ndarray):
        whole[here] = part
    elif isinstance(whole, dict):
        for key, one in whole.items():
            _fill(one, cast("dict[str, object]", part)[key], here)
    elif attrs.has(type(whole)):
        for name in _names(type(whole)):
            _fill(getattr(whole, name), getattr(part, name), here)


def _names(kind: type) -> list[str]:
    """The names of a record's fields."""
    return list(attrs.fields_dict(kind))
