"""Which nodes can be worked out the quick way, and what there is to add up for each.

A node qualifies by what its framework says: it reads items on scales of options alone, its rule is
a sum, a choice or a ladder over them, and nothing blocks, caps, or waits for a target or a reason.
The others are the general engine's.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property, lru_cache
from itertools import product
from typing import TYPE_CHECKING

import numpy as np
from attrs import evolve, field, frozen

from maturity.model.rules import (
    HighWaterMark,
    Mean,
    Median,
    NoTotal,
    Share,
    Staged,
    Sum,
    WeakestLink,
)
from maturity.model.scales import Scale

from .engine import with_secured
from .plan import Plan, Step, step_of
from .quick_forms import Form, Sums, every_state, state_slots, sums_of
from .quick_tables import Table, table_of_sums
from .quick_work import Work, make_work
from .readings import READINGS, SECURED, Reading
from .states import SHOWN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .entries import Node
    from .leaves import Leaves

QUICK_RULES = (HighWaterMark, Mean, Median, Share, Staged, Sum, WeakestLink)


@frozen(kw_only=True, eq=False)
class QuickNode:
    """A node that is worked out the quick way, as a step of its own.

    `sums` under each reading. `source`: by whether something is open, and whether something doesn't
    apply, the reading that each reading comes to.
    """

    row: int
    step: Step = field(repr=False)
    sums: Mapping[Reading, Sums] = field(repr=False)
    source: Mapping[tuple[bool, bool], Mapping[Reading, Reading]] = field(repr=False)

    @property
    def node(self) -> Node:
        """The node."""
        return self.step.nodes[0]


@frozen(kw_only=True, eq=False)
class QuickPlan:
    """A plan, and the part of it that is worked out the quick way.

    `nodes` by row; the `others` state something too but are the general engine's. `parts`: for each
    row the rows that together rest on the same items, each on its own; empty where there are none.
    """

    plan: Plan
    nodes: Mapping[int, QuickNode]
    others: tuple[Step, ...]
    parts: tuple[tuple[int, ...], ...]
    _works: dict[tuple[int, bool], Work] = field(factory=dict, init=False, repr=False)
    _tables: dict[tuple[int, Reading], Table | None] = field(factory=dict, init=False, repr=False)
    _places: dict[tuple[int, Reading, bool], tuple[int, ...]] = field(
        factory=dict, init=False, repr=False
    )

    @cached_property
    def order(self) -> tuple[int, ...]:
        """The rows, those that rest on few items first."""
        nodes = self.plan.nodes
        return tuple(sorted(range(len(nodes)), key=lambda row: len(nodes[row].reads)))

    def readings(self, *, bounds: bool) -> tuple[Reading, ...]:
        """The readings that are stated, or that others read."""
        if bounds or self.others:
            return with_secured(SHOWN if bounds else (Reading.STATED,))
        return (Reading.STATED,)

    def work(self, row: int, *, bounds: bool) -> Work:
        """How the sums of a node are added up; of a node that isn't quick, the answers alone."""
        key = row, bounds
        if key not in self._works:
            node, quick = self.plan.nodes[row], self.nodes.get(row)
            entries = tuple(entry.slot for entry in node.entries) if quick else ()
            forms = wanted_forms(quick, self.readings(bounds=bounds)) if quick else ()
            self._works[key] = make_work(self.plan, sorted(node.reads), entries, forms)
        return self._works[key]

    def labels(self, row: int) -> tuple[str, ...]:
        """What the answers to the items of a node are counted as."""
        return tuple(self.work(row, bounds=False).chosen)

    def table(self, row: int, reading: Reading) -> Table | None:
        """What a node comes to under a reading, for all sums; None where that is too much."""
        key = row, reading
        if key not in self._tables:
            quick = self.nodes[row]
            self._tables[key] = table_of_sums(quick.step, quick.sums[reading])
        return self._tables[key]

    def places(self, row: int, reading: Reading, *, bounds: bool) -> tuple[int, ...]:
        """Where the sums that a node needs under a reading stand among those of its work."""
        key = row, reading, bounds
        if key not in self._places:
            forms = self.work(row, bounds=bounds).forms
            every = np.ones(_states(self.nodes[row]), bool)
            self._places[key] = tuple(
                next(place for place, form in enumerate(forms) if form.alike(asked, every))
                for asked in self.nodes[row].sums[reading].all_forms
            )
        return self._places[key]


def wanted_forms(quick: QuickNode, readings: Sequence[Reading]) -> tuple[Form, ...]:
    """The different sums that the readings need."""
    every = np.ones(_states(quick), bool)
    found: list[Form] = []
    for reading in readings:
        for form in quick.sums[reading].all_forms:
            if not any(form.alike(other, every) for other in found):
                found.append(form)
    return tuple(found)


@lru_cache(maxsize=64)
def quick_plan(plan: Plan) -> QuickPlan:
    """The quick part of a plan; made once, and kept for the last 64."""
    sheet = every_state(plan)
    nodes: dict[int, QuickNode] = {}
    held = _held_by_shares(plan)
    slots = {}
    for row, node in enumerate(plan.nodes):
        if row in held or not qualifies(plan.leaves, node):
            continue
        step = step_of([node], plan.row, len(plan.leaves.items))
        sums = {}
        for reading in READINGS:
            key = reading, node.conventions
            if key not in slots:
                slots[key] = state_slots(plan, sheet, reading, node.conventions)
            sums[reading] = sums_of(step, slots[key], reading)
        if node.conventions.missing == "bound":
            sums |= {stated: sums[low] for stated, low in SECURED.items()}
        nodes[row] = QuickNode(row=row, step=step, sums=sums, source=_sources(sums))
    others = [
        step_of(left, plan.row, len(plan.leaves.items))
        for step in plan.steps
        if not isinstance(step.rule, NoTotal)
        and (left := [n for n in step.nodes if plan.row[n.path] not in nodes])
    ]
    if not others:
        nodes = {row: _without_waiting(quick) for row, quick in nodes.items()}
    parts = tuple(_parts(plan, row) for row in range(len(plan.nodes)))
    return QuickPlan(plan=plan, nodes=nodes, others=tuple(others), parts=parts)


def _without_waiting(quick: QuickNode) -> QuickNode:
    """A node that no other reads: what waits matters only where it fills in for what is empty."""
    if isinstance(quick.node.rule, Staged) or quick.node.conventions.empty != "undefined":
        return quick
    sums = {reading: evolve(one, unseen=None) for reading, one in quick.sums.items()}
    return evolve(quick, sums=sums)


def qualifies(leaves: Leaves, node: Node) -> bool:
    """Whether a node can be worked out the quick way."""
    rule, conventions = node.rule, node.conventions
    return (
        isinstance(rule, QUICK_RULES)
        and not (isinstance(rule, Mean | Sum) and rule.each_level is not None)
        and not (isinstance(rule, Staged) and (rule.least or rule.of == "shares"))
        and not (isinstance(rule, Staged) and not node.rungs)
        and not node.caps
        and bool(node.entries)
        and conventions.missing != "block"
        and conventions.not_applicable not in {"block", "target"}
        and all(entry.is_item and _is_plain(leaves, entry.slot) for entry in node.entries)
        and all(isinstance(leaves.scales[item], Scale) for item in node.reads)
    )


def _is_plain(leaves: Leaves, item: int) -> bool:
    """Whether the code alone says what an item counts as: no number, and no reason that excuses."""
    return isinstance(leaves.scales[item], Scale) and leaves.items[item].obligation != "should"


def _held_by_shares(plan: Plan) -> set[int]:
    """The rows of which another node reads the shares at each rung."""
    items = len(plan.leaves.items)
    return {
        slot - items
        for node in plan.nodes
        if isinstance(node.rule, Staged) and node.rule.of == "shares"
        for slot in node.depends_on
        if slot >= items
    }


def _sources(
    sums: Mapping[Reading, Sums],
) -> dict[tuple[bool, bool], dict[Reading, Reading]]:
    """The first reading that comes to the same as each, by which states there are."""
    found: dict[tuple[bool, bool], dict[Reading, Reading]] = {}
    width = next(iter(sums.values())).forms[0].numbers.shape[1]
    for open_, away in product((False, True), repeat=2):
        states = np.ones(width, bool)
        states[-2:] = open_, away
        here = found[open_, away] = {}
        for reading in READINGS:
            same = (r for r in here.values() if sums[reading].alike(sums[r], states))
            here[reading] = next(same, reading)
    return found


def _parts(plan: Plan, row: int) -> tuple[int, ...]:
    """The rows whose items together are those of a row, none twice; the largest first."""
    left = set(plan.nodes[row].reads)
    found = []
    sizes = [(-len(node.reads), place) for place, node in enumerate(plan.nodes) if node.reads]
    for size, place in sorted(sizes):
        reads = plan.nodes[place].reads
        if -size < len(plan.nodes[row].reads) and reads <= left:
            found.append(place)
            left -= reads
    return () if left else tuple(found)


def _states(quick: QuickNode) -> int:
    """How many states an item may be in."""
    return int(quick.sums[Reading.LOW].forms[0].numbers.shape[1])
