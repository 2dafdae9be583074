"""The engine: cells and a plan in, values and ranks of every node under every reading out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from attrs import field, frozen

from maturity.model.rules import Staged
from maturity.model.scoring import Conventions

from .arrays import Flags, Floats
from .finish import finish
from .kernels import KERNELS, Outcome
from .readings import READINGS, SECURED, SLOT_FIELDS, Reading, Slots, resolve
from .staging import staged

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .cells import Cells
    from .plan import Plan, Step

BLOCK_SIZE = 4096


@frozen(kw_only=True, eq=False)
class Results:
    """The value and the rank of every node; the axes are (nodes, readings, assessments).

    `value` is NaN and `rank` -1 where there is none. `empty`: nothing is left to count. The
    readings stand in the order of `readings`. `slots` and `shares` (of each rung, NaN where there
    is nothing) are what the nodes read, for those who explain a result.
    """

    readings: tuple[Reading, ...]
    value: Floats
    rank: Floats
    empty: Flags
    blocked: Flags
    slots: dict[Conventions, Slots] = field(factory=dict, repr=False)
    shares: Floats = field(factory=lambda: np.zeros(0), repr=False)

    def at(self, reading: Reading) -> int:
        """The place of a reading on its axis."""
        return self.readings.index(reading)


def evaluate(
    plan: Plan,
    cells: Cells,
    readings: Sequence[Reading] = READINGS,
    steps: Sequence[Step] | None = None,
    known: Sequence[tuple[Step, Outcome]] = (),
) -> Results:
    """Work out every node (or those of `steps`) under each of `readings`.

    The secured counterpart of a stated reading is worked out too where it is asked for. `known`:
    what `steps` read and was worked out before, under the same readings.
    """
    run = _Evaluation(plan, cells, with_secured(readings))
    return run.run(plan.steps if steps is None else steps, known)


def with_secured(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """The readings, and the secured counterparts of those that are stated."""
    return tuple(dict.fromkeys([*readings, *(SECURED[r] for r in readings if r in SECURED)]))


class _Evaluation:
    """One run of a plan over some cells; columns are readings x assessments."""

    def __init__(self, plan: Plan, cells: Cells, readings: tuple[Reading, ...]) -> None:
        self.plan, self.cells, self.readings = plan, cells, readings
        self.assessments = cells.codes.shape[2]
        self.columns = len(readings) * self.assessments
        nodes = len(plan.nodes)
        self.value = np.full((nodes, self.columns), np.nan)
        self.rank = np.full((nodes, self.columns), -1.0)
        self.empty = np.zeros((nodes, self.columns), bool)
        self.blocked = np.zeros((nodes, self.columns), bool)
        self.shares = np.full((nodes, len(plan.framework.levels), self.columns), np.nan)
        self.slots: dict[Conventions, Slots] = {}
        self.finished: list[tuple[Step, Outcome]] = []
        self.reads_items = True

    def run(self, steps: Sequence[Step], known: Sequence[tuple[Step, Outcome]] = ()) -> Results:
        items = len(self.plan.leaves.items)
        nodes = [node for step in steps for node in step.nodes]
        reads_items = any(slot < items for node in nodes for slot in node.depends_on)
        self.reads_items = reads_items or not known
        for step, outcome in known:
            self._keep(step, outcome)
        for step in steps:
            self._take(step)
        shape = (len(self.plan.nodes), len(self.readings), self.assessments)
        return Results(
            readings=self.readings,
            value=self.value.reshape(shape),
            rank=self.rank.reshape(shape),
            empty=self.empty.reshape(shape),
            blocked=self.blocked.reshape(shape),
            slots=self.slots,
            shares=self.shares,
        )

    def _take(self, step: Step) -> None:
        """Work out one step."""
        slots = self._slots_for(step.conventions)
        if isinstance(step.rule, Staged):
            raw = staged(step, slots, self.shares)
        else:
            raw = KERNELS[type(step.rule)](step, slots)
        self._keep(step, self._secure(step, finish(step, raw, slots)))

    def _keep(self, step: Step, outcome: Outcome) -> None:
        """Let later steps read what a step came to."""
        blocked = outcome.unanswered | outcome.not_applicable
        there = ~outcome.empty & ~blocked
        self.value[step.rows] = np.where(there, outcome.value, np.nan)
        self.rank[step.rows] = np.where(there, outcome.rank, -1.0)
        self.empty[step.rows] = outcome.empty
        self.blocked[step.rows] = blocked
        self.finished.append((step, outcome))
        for conventions, into in self.slots.items():
            _write(step, outcome, conventions, into)

    def _secure(self, step: Step, outcome: Outcome) -> Outcome:
        """Where missing answers bound, the stated reading is the secured one."""
        if step.conventions.missing == "bound":
            for reading, low in SECURED.items():
                if reading in self.readings:
                    to, source = self._columns(reading), self._columns(low)
                    for array in (
                        outcome.value, outcome.rank, outcome.empty,
                        outcome.unanswered, outcome.not_applicable,
                    ):  # fmt: skip
                        array[:, to] = array[:, source]
                    self.shares[step.rows, :, to] = self.shares[step.rows, :, source]
        return outcome

    def _columns(self, reading: Reading) -> slice:
        """The columns of one reading."""
        start = self.readings.index(reading) * self.assessments
        return slice(start, start + self.assessments)

    def _slots_for(self, conventions: Conventions) -> Slots:
        """What a node with these conventions reads: items, and the nodes worked out so far."""
        if conventions not in self.slots:
            items = len(self.plan.leaves.items)
            slots = Slots.empty(items + len(self.plan.nodes) + 1, self.columns)
            for reading in self.readings if self.reads_items else ():
                columns = self._columns(reading)
                read = resolve(self.plan.leaves, self.cells, reading, conventions)
                for name in SLOT_FIELDS:
                    getattr(slots, name)[:items, columns] = getattr(read, name)
            for step, outcome in self.finished:
                _write(step, outcome, conventions, slots)
            self.slots[conventions] = slots
        return self.slots[conventions]


def _write(step: Step, outcome: Outcome, conventions: Conventions, into: Slots) -> None:
    """Let nodes with these conventions read the outcome of a step."""
    rows = step.rows + step.first_node
    span = step.high - step.low
    inside = np.divide(
        outcome.value - step.low, span, out=np.ones_like(outcome.value), where=span != 0
    )
    place = np.clip(inside, 0.0, 1.0)
    value, rank = outcome.value.copy(), outcome.rank.copy()
    blocked = outcome.unanswered | outcome.not_applicable
    as_lowest = outcome.unanswered & (conventions.missing in {"bound", "lowest"})
    as_lowest |= outcome.not_applicable & (conventions.not_applicable == "lowest")
    as_top = outcome.not_applicable & (conventions.not_applicable in {"pass", "target"})
    for flags, end, at, rung in (
        (as_lowest, step.low, 0.0, 0.0),
        (as_top, step.high, 1.0, float(step.top_rank)),
    ):
        np.copyto(value, end, where=flags)
        np.copyto(place, at, where=flags)
        if step.levelled:
            np.copyto(rank, rung, where=flags)
    into.value[rows], into.place[rows], into.rank[rows] = value, place, rank
    into.counted[rows] = (~outcome.empty & ~blocked) | as_lowest | as_top
    into.unseen[rows] = outcome.unseen
    into.unanswered[rows] = outcome.unanswered & (conventions.missing == "block")
    into.not_applicable[rows] = outcome.not_applicable & (conventions.not_applicable == "block")
