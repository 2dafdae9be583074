"""One block of assessments: the quick way where a node qualifies, else the general engine."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, cast

import numpy as np
from attrs import define, field, frozen

from .arrays import Flags, some
from .cells import Cells
from .engine import evaluate
from .kernels import Outcome
from .leaves import ABSENT
from .quick_nodes import QuickPlan
from .quick_rules import work_out
from .quick_sums import Added, Numbers, Room, add_up, total
from .readings import Reading
from .states import SHOWN, NodeStated, NodeStates, Points, points_of, silent, status_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .engine import Results
    from .entries import Node
    from .plan import Step
    from .quick_nodes import QuickNode


Nodes = Mapping[str, NodeStates | NodeStated]
Chosen = Mapping[str, Mapping[str, Numbers]]


@frozen(kw_only=True, eq=False)
class Tally:
    """How much is answered in each assessment: items answered and applicable, and by option."""

    answered: Numbers
    applicable: Numbers
    begun: Flags
    chosen: Mapping[str, Numbers]


@frozen(kw_only=True, eq=False)
class Found:
    """What a node comes to under one reading; `unseen` where it is empty so far. None: nowhere."""

    points: Points
    unseen: Flags | None


@define(kw_only=True, eq=False)
class Block:
    """Works out all nodes in one block of cells; `room` is a thread's own.

    What is stated is written to `nodes`, and how often each option was chosen to `chosen`.
    """

    quick: QuickPlan
    cells: Cells
    bounds: bool
    room: Room
    nodes: Nodes
    chosen: Chosen
    tallies: dict[int, Tally] = field(factory=dict, init=False)
    found: dict[int, dict[Reading, Found]] = field(factory=dict, init=False)

    @property
    def count(self) -> int:
        """How many assessments there are."""
        return int(self.cells.codes.shape[2])

    @property
    def readings(self) -> tuple[Reading, ...]:
        """The readings that are worked out."""
        return self.quick.readings(bounds=self.bounds)

    def fill(self) -> None:
        """Write down what is stated of every node."""
        single = self.cells.codes.shape[0] == 1
        plan = self.quick.plan
        for row in self.quick.order:
            self.tallies[row] = self._count(row) if single else self._count_units(row)
        results = self._general(self.quick.others if single else plan.steps)
        for path, row in plan.row.items():
            self._state(path, row, results)

    def _count(self, row: int) -> Tally:
        """How much is answered of a node, and what a quick one comes to."""
        node, quick = self.quick.plan.nodes[row], self.quick.nodes.get(row)
        parts = self.quick.parts[row]
        if quick is None and parts:
            return self._joined(row, [self.tallies[part] for part in parts])
        work = self.quick.work(row, bounds=self.bounds)
        added = add_up(work, self.cells.codes[0], self.cells.said[0], self.room)
        answered = total(added.rows, work.answered, (), self._numbers(row, "answered"))
        applicable = self._numbers(row, "applicable")
        applicable.fill(len(node.reads))
        for span in work.away:
            for away in added.rows[span]:
                np.subtract(applicable, away, out=applicable)
        chosen = {
            label: total(added.rows, plus, minus, self._numbers(row, label))
            for label, (plus, minus) in work.chosen.items()
        }
        if quick is not None:
            states = bool((answered < applicable).any()), bool((applicable < len(node.reads)).any())
            self.found[row] = self._work_out(quick, added, states)
        return Tally(answered=answered, applicable=applicable, begun=answered > 0, chosen=chosen)

    def _numbers(self, row: int, name: str) -> Numbers:
        """Room for counts of the items of a node."""
        kind = np.min_scalar_type(len(self.quick.plan.nodes[row].reads))
        return self.room.row((row, name), self.count, kind)

    def _joined(self, row: int, parts: Sequence[Tally]) -> Tally:
        """The tally of a node that rests on what others rest on, together."""

        def add(name: str, numbers: Sequence[Numbers]) -> Numbers:
            found = self._numbers(row, name)
            found.fill(0)
            for number in numbers:
                np.add(found, number, out=found)
            return found

        labels = self.quick.labels(row)
        answered = add("answered", [part.answered for part in parts])
        return Tally(
            answered=answered,
            applicable=add("applicable", [part.applicable for part in parts]),
            begun=answered > 0,
            chosen={
                label: add(label, [part.chosen[label] for part in parts if label in part.chosen])
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

    def _work_out(
        self, quick: QuickNode, added: Added, states: tuple[bool, bool]
    ) -> dict[Reading, Found]:
        """What a quick node comes to under each reading, those that coincide worked out once.

        They may coincide by the `states` that occur: something is open, something doesn't apply.
        """
        found: dict[Reading, Found] = {}
        sources = quick.source[states]
        for reading in self.readings:
            source = sources[reading] if sources[reading] in self.readings else reading
            if source not in found:
                places = self.quick.places(quick.row, source, bounds=self.bounds)
                ready = [added.sums[place] for place in places]
                count = len(quick.sums[source].forms)
                out = self._points(quick.row, source)
                table = self.quick.table(quick.row, source)
                if table is None:
                    raw = work_out(quick.step, quick.sums[source], ready[:count], ready[count:])
                    unseen = raw.fill(out)
                else:
                    sums = [number for number, _ in ready]
                    unseen = table.fill(sums[:count], sums[count:], out, self.room)
                found[source] = Found(points=out, unseen=unseen)
            found[reading] = found[source]
        return found

    def _points(self, row: int, reading: Reading) -> Points:
        """Where a node's points under a reading are written: with what is stated, if they are."""
        shown = _shown(self.nodes[self.quick.plan.nodes[row].path])
        if reading in shown:
            return shown[reading]
        name = row, reading
        return Points(
            value=self.room.row(name, self.count, np.float64),
            rank=self.room.row(name, self.count, np.int16),
        )

    def _general(self, steps: Sequence[Step]) -> Results | None:
        """What the general engine makes of the other nodes."""
        if not steps:
            return None
        known = [
            (self.quick.nodes[row].step, _side_by_side([found[r] for r in self.readings]))
            for row, found in self.found.items()
        ]
        return evaluate(self.quick.plan, self.cells, self.readings, steps, known)

    def _state(self, path: str, row: int, results: Results | None) -> None:
        """Write down what is stated of one node."""
        node, tally, out = self.quick.plan.nodes[row], self.tallies[row], self.nodes[path]
        np.copyto(out.answered, tally.answered, casting="same_kind")
        np.copyto(out.applicable, tally.applicable, casting="same_kind")
        for label, number in self.chosen[path].items():
            np.copyto(number, tally.chosen[label], casting="same_kind")
        shown = _shown(out)
        if node.rule.name != "none":
            found = self.found.get(row, {})
            for reading, points in shown.items():
                points.take_over(
                    found[reading].points
                    if reading in found
                    else points_of(node, row, cast("Results", results), reading, slice(None))
                )
        if isinstance(out, NodeStates):
            self._bound(node, out, shown, tally.begun)
        if node.rule.name != "none":
            hidden = silent(node, out.answered, out.applicable, tally.begun)
            if hidden.any():
                out.stated.blank(hidden)

    @staticmethod
    def _bound(node: Node, out: NodeStates, shown: Mapping[Reading, Points], begun: Flags) -> None:
        """Write down the status, and leave bounds only where there are both."""
        np.subtract(len(node.reads), out.applicable, out=out.not_applicable)
        bounded = ~np.isnan(out.low.value) & ~np.isnan(out.high.value)
        out.status[:] = status_of(
            node, shown, answered=out.answered, applicable=out.applicable,
            begun=begun, bounded=bounded,
        )  # fmt: skip
        if node.rule.name != "none" and not bounded.all():
            out.low.blank(~bounded)
            out.high.blank(~bounded)


def _shown(out: NodeStates | NodeStated) -> dict[Reading, Points]:
    """The points of a node by reading."""
    if isinstance(out, NodeStated):
        return {Reading.STATED: out.stated}
    points = (out.stated, out.low, out.high, out.so_far, out.na_stated)
    return dict(zip(SHOWN, points, strict=True))


def _side_by_side(found: Sequence[Found]) -> Outcome:
    """The outcome of a node under several readings, one after the other."""
    value = np.concatenate([one.points.value for one in found])
    empty = np.isnan(value)
    nothing = np.zeros(value.shape, bool)
    unseen = [
        nothing[: len(one.points.value)] if one.unseen is None else one.unseen for one in found
    ]
    rank = np.concatenate([one.points.rank for one in found]).astype(np.float64)
    return Outcome(
        value=np.where(empty, 0.0, value)[None],
        rank=rank[None],
        empty=empty[None],
        unseen=np.concatenate(unseen)[None],
        unanswered=nothing[None],
        not_applicable=nothing[None],
    )
