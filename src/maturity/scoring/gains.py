"""What raising an item would add, for a node that reads items alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import numpy as np
from attrs import frozen

from maturity.model.rules import Mean, Median, Staged, Sum

from .kernels import passes, ranks, takes_part
from .staging import credit_at, minimums, stand

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .arrays import Floats
    from .plan import Step
    from .readings import Slots

BEFORE, AFTER = 0, 1


@frozen
class Constraint:
    """What is still missing, and what each item would bring."""

    missing: float
    gains: dict[int, float]


def order_of(step: Step, slots: Slots, leaves: Sequence[int]) -> list[int]:
    """The items that bring most to a mean, a sum or a share first; ties stay in the given order.

    Column 0 of the slots is the assessment, column 1 the same with all of `leaves` raised.
    """
    gains: dict[int, float] = {}
    for slot, gain in zip(step.table.slot[0].tolist(), _value_gains(step, slots), strict=True):
        gains[slot] = gains.get(slot, 0.0) + gain
    return sorted(leaves, key=lambda leaf: -gains.get(leaf, 0.0))


def _value_gains(step: Step, slots: Slots) -> list[float]:
    """What each entry adds to a mean, a sum or a share, up to one common factor."""
    rule, slot = step.rule, step.table.slot[0]
    weight = step.table.weight[0].copy()
    if isinstance(rule, Mean | Sum) and not rule.weighted:
        weight = (weight > 0).astype(float)
    if isinstance(rule, Mean | Sum):
        worked = ranks(step, slots)[0] if step.by_rank else slots.value[slot]
        if rule.range is not None or (isinstance(rule, Sum) and rule.ceiling is not None):
            worked = slots.place[slot]
        if rule.each_level is not None:
            for level in np.unique(step.table.level[0]):
                here = step.table.level[0] == level
                total = (weight * slots.counted[slot, AFTER])[here].sum()
                weight[here] /= max(total, 1e-300)
    else:
        worked = passes(step.table, slots)[0].astype(float)
    added = np.where(slots.counted[slot, AFTER], worked[:, AFTER], 0.0)
    added = added - np.where(slots.counted[slot, BEFORE], worked[:, BEFORE], 0.0)
    return cast("list[float]", (weight * added).tolist())


def staged_constraints(step: Step, slots: Slots, rank: int) -> list[Constraint]:
    """What each rung up to `rank` still asks for, and what each item would bring there."""
    rule = cast("Staged", step.rule)
    rungs = stand(step, slots, np.full((0, 0, slots.value.shape[1]), np.nan))
    asked = minimums(step)
    found: list[Constraint] = []
    for place in range(rank):
        for other, minimum in asked[place].items():
            weight = float(rungs.weight[0, other, BEFORE])
            if weight > 0:
                enough = (minimum - step.conventions.tolerance) * weight
                missing = enough - float(rungs.passed[0, other, BEFORE])
                found.append(Constraint(missing, _staged_gains(step, slots, other + 1)))
        for other in {*asked[place], place}:
            blocks = {
                int(entry.slot): 1.0
                for entry in step.nodes[0].entries
                if (entry.level == other + 1 or entry.every_level)
                and slots.blocked[entry.slot, BEFORE]
            }
            found.append(Constraint(float(len(blocks)), blocks))
        if rule.least:
            missing = rule.least - float(rungs.least[0, place, BEFORE])
            found.append(Constraint(missing, _newly_passing(step, slots, place + 1)))
    found += _cap_constraints(step, slots, rank)
    return [constraint for constraint in found if constraint.missing > 0]


def median_ways(step: Step, slots: Slots, rank: int) -> list[list[Constraint]]:
    """The ways in which the middle reaches `rank`: in each, how many more have to stand where.

    There is one, but for a midpoint: it also reaches `rank` where the lower of the two in the
    middle is some rungs short and the upper one is as many above.
    """
    slot, worked = step.table.slot[0], ranks(step, slots)[0]
    counted = slots.counted[slot]
    number = int(counted[:, AFTER].sum())
    lower, upper = (number - 1) // 2, number // 2
    side = cast("Median", step.rule).side
    lower, upper = {"lower": (lower, lower), "upper": (upper, upper)}.get(side, (lower, upper))
    fixed = [*_blocked(step, slots), *_cap_constraints(step, slots, rank)]
    ways = []
    for apart in range(step.top_rank + 1 if lower < upper else 1):
        found = list(fixed)
        for place, rung in dict.fromkeys([(lower, rank - apart), (upper, rank + apart)]):
            good = counted & (worked >= rung)
            newly = good[:, AFTER].astype(float) - good[:, BEFORE]
            gains: dict[int, float] = {}
            for leaf, gain in zip(slot.tolist(), newly.tolist(), strict=True):
                if gain > 0:
                    gains[leaf] = gains.get(leaf, 0.0) + gain
            found.append(Constraint(number - place - float(good[:, BEFORE].sum()), gains))
        ways.append(found)
    return ways


def needed(step: Step, slots: Slots, rank: int) -> set[int]:
    """What has to be raised whatever else is: what blocks, and what the caps wait for."""
    found = [*_blocked(step, slots), *_cap_constraints(step, slots, rank)]
    return {leaf for constraint in found for leaf in constraint.gains}


def _blocked(step: Step, slots: Slots) -> list[Constraint]:
    """Everything that blocks has to be raised."""
    real = zip(step.table.slot[0].tolist(), takes_part(step)[0, :, 0], strict=True)
    blocked = {slot: 1.0 for slot, moves in real if moves and slots.blocked[slot, BEFORE]}
    return [Constraint(float(len(blocked)), blocked)]


def _cap_constraints(step: Step, slots: Slots, rank: int) -> list[Constraint]:
    """What the caps below `rank` wait for."""
    return [
        Constraint(1.0, {entry.slot: 1.0})
        for entry, highest in step.nodes[0].caps
        if highest < rank and _short(slots, entry.slot, entry.pass_at, by_rank=entry.mark == 1)
    ]


def _short(slots: Slots, slot: int, pass_at: float, *, by_rank: bool) -> bool:
    """Whether what a cap waits for is missing."""
    has = slots.rank if by_rank else slots.merit
    blocked = bool(slots.blocked[slot, BEFORE])
    return blocked or bool(slots.counted[slot, BEFORE] and has[slot, BEFORE] < pass_at)


def _staged_gains(step: Step, slots: Slots, rung: int) -> dict[int, float]:
    """The credit that each item would add at a rung."""
    table = step.table
    here = (table.level[0] == rung) | table.every_level[0]
    credit: Floats = credit_at(step, slots, rung)[0] * slots.counted[table.slot[0]]
    added = np.where(here, table.weight[0] * (credit[:, AFTER] - credit[:, BEFORE]), 0.0)
    gains: dict[int, float] = {}
    for slot, gain in zip(table.slot[0].tolist(), added.tolist(), strict=True):
        if gain > 0:
            gains[slot] = gains.get(slot, 0.0) + gain
    return gains


def _newly_passing(step: Step, slots: Slots, rung: int) -> dict[int, float]:
    """The items that would newly pass at or below a rung."""
    table = step.table
    good = passes(table, slots)[0] & ((table.level[0] > 0) & (table.level[0] <= rung))[:, None]
    on_ladder = slots.counted[table.slot[0]] & table.every_level[0][:, None]
    good |= on_ladder & (slots.rank[table.slot[0]] >= rung)
    already = {int(s) for s, g in zip(table.slot[0], good[:, BEFORE], strict=True) if g}
    after = {int(s) for s, g in zip(table.slot[0], good[:, AFTER], strict=True) if g}
    return dict.fromkeys(after - already, 1.0)
