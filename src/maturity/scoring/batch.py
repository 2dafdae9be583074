"""Many assessments of one framework, worked out together: every node's states as arrays."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import attrs
import numpy as np
from attrs import field, frozen

from maturity.errors import UnknownName, cut, hint_for
from maturity.errors.arguments import expect
from maturity.model.frozen import FrozenMap

from .engine import BLOCK_SIZE, evaluate
from .plan import Plan
from .states import NodeStates, Points, node_states

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .cells import Cells


@frozen(kw_only=True, eq=False)
class Batch:
    """The results of many assessments. `batch[path]` holds one node's arrays, a place for each.

    The whole is the empty path. Each result is, to the bit, what a scorecard of the one assessment
    states.
    """

    plan: Plan = field(repr=False)
    nodes: Mapping[str, NodeStates] = field(repr=False)

    def __getitem__(self, path: str) -> NodeStates:
        """The states of a node; UnknownName names the nearest that exists."""
        expect(path, str, "a batch takes a path")
        try:
            return self.nodes[path]
        except KeyError:
            names = [name for name in self.nodes if name]
            hint = hint_for(path, names, label="there are")
            raise UnknownName(f"'{cut(path)}' is not scored here; {hint}") from None

    def __iter__(self) -> Iterator[str]:
        """The path of every node."""
        return iter(self.nodes)

    def __len__(self) -> int:
        """How many nodes there are."""
        return len(self.nodes)


def score_batch(plan: Plan, cells: Cells) -> Batch:
    """The results of all assessments in `cells`, a block at a time."""
    count = cells.codes.shape[2]
    blocks = [
        _block(plan, cells.columns(slice(start, start + BLOCK_SIZE)))
        for start in range(0, max(count, 1), BLOCK_SIZE)
    ]
    nodes = {
        path: blocks[0][path] if len(blocks) == 1 else _joined([block[path] for block in blocks])
        for path in plan.row
    }
    return Batch(plan=plan, nodes=FrozenMap(nodes))


def _block(plan: Plan, cells: Cells) -> dict[str, NodeStates]:
    """The states of every node in one block."""
    results = evaluate(plan, cells)
    return {
        path: node_states(plan.nodes[row], row, cells, results) for path, row in plan.row.items()
    }


def _joined(parts: list[NodeStates]) -> NodeStates:
    """The states of several blocks, one after the other."""
    found: dict[str, object] = {}
    for name in attrs.fields_dict(NodeStates):
        each = [getattr(part, name) for part in parts]
        if isinstance(each[0], Points):
            found[name] = Points(
                value=np.concatenate([points.value for points in each]),
                rank=np.concatenate([points.rank for points in each]),
            )
        else:
            found[name] = np.concatenate(each)
    return NodeStates(**found)  # type: ignore[arg-type]  # its own fields
