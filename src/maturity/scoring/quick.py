"""One block of assessments: the quick way where a node qualifies, else the general engine."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np
from attrs import define, field, frozen

from .arrays import Flags, some
from .cells import Cells
from .engine import evaluate
from .kernels import Outcome
from .leaves import ABSENT
from .quick_nodes import QuickPlan
from .quick_rules import Raw, work_out
from .quick_sums import Added, Numbers, Room, add_up, total
from .readings import Reading
from .states import SHOWN, NodeStated, NodeStates, Points, points_of, stated_of, states_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .engine import Results
    from .entries import Node
    from .plan import Step
    from .quick_nodes import QuickNode


Nodes = dict[str, NodeStates | NodeStated]
Chosen = dict[str, Mapping[str, "Numbers"]]


@frozen(kw_only=True, eq=False)
class Tally:
    """How much is answered in each assessment: items answered and applicable, and by option."""

    answered: Numbers
    applicable: Numbers
    begun: Flags
    chosen: Mapping[str, Numbers]


@define(kw_only=True, eq=False)
class Block:
    """Works out all nodes in one block of cells; `room` is a thread's own."""

    quick: QuickPlan
    cells: Cells
    bounds: bool
    room: Room
    tallies: dict[int, Tally] = field(factory=dict, init=False)
    raws: dict[int, dict[Reading, Raw]] = field(factory=dict, init=False)

    @property
    def readings(self) -> tuple[Reading, ...]:
        """The readings that are worked out."""
        return self.quick.readings(bounds=self.bounds)

    def states(self) -> tuple[Nodes, Chosen]:
        """What is stated of every node, and how often each option was chosen."""
        single = self.cells.codes.shape[0] == 1
        plan = self.quick.plan
        order = sorted(range(len(plan.nodes)), key=lambda row: len(plan.nodes[row].reads))
        for row in order:
            self.tallies[row] = self._count(row) if single else self._count_units(row)
        results = self._general(plan.steps if not single else self.quick.others)
        nodes = {path: self._state(plan.nodes[row], row, results) for path, row in plan.row.items()}
        chosen = {path: self.tallies[row].chosen for path, row in plan.row.items()}
        return nodes, chosen

    def _count(self, row: int) -> Tally:
        """How much is answered of a node, and its raw results where it is a quick one."""
        node, quick = self.quick.plan.nodes[row], self.quick.nodes.get(row)
        parts = self.quick.parts[row]
        if quick is None and parts:
            return self._joined(row, [self.tallies[part] for part in parts])
        work = self.quick.work(row, bounds=self.bounds)
        added = add_up(work, self.cells.codes[0], self.cells.said[0], self.room)
        kind = added.answered.dtype
        if quick is not None:
            self.raws[row] = self._raws(quick, added)
        return Tally(
            answered=added.answered,
            applicable=np.subtract(kind.type(len(node.reads)), added.away, dtype=kind),
            begun=added.answered > 0,
            chosen={
                label: total(added.rows, plus, minus, kind)
                for label, (plus, minus) in work.chosen.items()
            },
        )

    def _joined(self, row: int, parts: Sequence[Tally]) -> Tally:
        """The tally of a node that rests on what others rest on, together."""
        kind = np.min_scalar_type(len(self.quick.plan.nodes[row].reads))

        def add(numbers: Sequence[Numbers]) -> Numbers:
            found = np.zeros(self.cells.codes.shape[2], kind)
            for number in numbers:
                np.add(found, number, out=found)
            return found

        labels = self.quick.work(row, bounds=self.bounds).chosen
        return Tally(
            answered=(answered := add([part.answered for part in parts])),
            applicable=add([part.applicable for part in parts]),
            begun=answered > 0,
            chosen={
                label: add([part.chosen[label] for part in parts if label in part.chosen])
                for label in labels
            },
        )

    def _count_units(self, row: int) -> Tally:
        """How much is answered where some items have several units."""
        cells, leaves = self.cells, self.quick.plan.leaves
        reads = sorted(self.quick.plan.nodes[row].reads)
        chosen: dict[str, Numbers] = {}
        for scale_id in dict.fromkeys(leaves.items[item].scale for item in reads):
            rows = [item for item in reads if leaves.items[item].scale == scale_id]
            codes = leaves.codes[rows[0]]
            said = cells.said[:, rows]
            flags = (
                {scale_id: said < ABSENT}
                if codes is None
                else {option: said == code for option, code in codes.items()}
            )
            for label, flag in flags.items():
                chosen[label] = chosen.get(label, 0) + flag.sum(axis=(0, 1))
        return Tally(
            answered=cells.answered[reads].sum(axis=0),
            applicable=cells.applicable[reads].sum(axis=0),
            begun=some(some(cells.said[:, reads] < ABSENT, 0), 0),
            chosen=chosen,
        )

    def _raws(self, quick: QuickNode, added: Added) -> dict[Reading, Raw]:
        """The raw results of a quick node under each reading, those that coincide worked out once.

        They coincide where nothing is open, or everything applies, in the whole block.
        """
        work = self.quick.work(quick.row, bounds=self.bounds)
        kind = added.answered.dtype
        there = np.add(added.answered, added.away, dtype=kind)
        open_, away = bool((there < work.items).any()), bool(added.away.any())
        found: dict[Reading, Raw] = {}
        sources = quick.source[open_, away]
        for reading in self.readings:
            source = sources[reading]
            source = source if source in self.readings else reading
            if source not in found:
                sums = quick.sums[source]
                places = self.quick.places(quick.row, source, bounds=self.bounds)
                numbers = [added.sums[place] for place in places]
                count = len(sums.forms)
                found[source] = work_out(quick.step, sums, numbers[:count], numbers[count:])
            found[reading] = found[source]
        return found

    def _general(self, steps: Sequence[Step]) -> Results | None:
        """What the general engine makes of the other nodes."""
        if not steps:
            return None
        known = [
            (self.quick.nodes[row].step, _side_by_side([raws[r] for r in self.readings]))
            for row, raws in self.raws.items()
        ]
        return evaluate(self.quick.plan, self.cells, self.readings, steps, known)

    def _state(self, node: Node, row: int, results: Results | None) -> NodeStates | NodeStated:
        """What is stated of one node."""
        tally = self.tallies[row]
        shown = SHOWN if self.bounds else (Reading.STATED,)
        if row in self.raws:
            made: dict[int, Points] = {}
            raws = [self.raws[row][reading] for reading in shown]
            for raw in raws:
                if id(raw) not in made:
                    made[id(raw)] = _points(raw)
            points = {reading: made[id(raw)] for reading, raw in zip(shown, raws, strict=True)}
        elif results is None or node.rule.name == "none":
            nothing = np.full(tally.begun.shape, np.nan)
            none = Points(value=nothing, rank=np.full(nothing.shape, -1, np.int16))
            points = dict.fromkeys(shown, none)
        else:
            points = {
                reading: points_of(node, row, results, reading, slice(None)) for reading in shown
            }
        counts = {
            "answered": tally.answered.astype(np.int32),
            "applicable": tally.applicable.astype(np.int32),
        }
        if self.bounds:
            return states_of(node, points, begun=tally.begun, **counts)
        return stated_of(node, points[Reading.STATED], begun=tally.begun, **counts)


def _points(raw: Raw) -> Points:
    """Values and ranks, none where the node is empty."""
    count = raw.value.shape
    rank = np.full(count, -1, np.int16) if raw.rank is None else raw.rank.astype(np.int16)
    points = Points(value=raw.value, rank=rank)
    return points if raw.empty is None else points.where(~raw.empty)


def _side_by_side(raws: Sequence[Raw]) -> Outcome:
    """The outcome of a node under several readings, one after the other."""
    each = [raw.outcome() for raw in raws]
    return Outcome(
        **{
            name: np.concatenate([getattr(one, name) for one in each], axis=1)
            for name in ("value", "rank", "empty", "unanswered", "not_applicable", "unseen")
        }
    )
