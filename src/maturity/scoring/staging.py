"""The staged rule: which levels hold, and how far the next one is.

Source: the cumulative gate that staged models share (C2M2's maturity indicator levels, CMMI's
staged representation, threshold profiles), with the share, the minimum and the credit stated.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import numpy as np
from attrs import frozen

from .arrays import Flags, Floats, some
from .kernels import Outcome, in_turn, passes

if TYPE_CHECKING:
    from maturity.model.rules import Staged

    from .plan import Step
    from .readings import Slots

DECIMALS = 12
ALMOST_ONE = 1 - 10.0**-DECIMALS
UNSEEN = -1.0


@frozen(kw_only=True, eq=False)
class Rungs:
    """What stands at each rung; the axes are (nodes, rungs, columns).

    `weight`: what counts, blocked or not. `passed`: the weight that passes, or its credit.
    `blocked`: the weight that blocks. `share`: passed of weight, 0 where there is no weight.
    `least`: how many items pass at or below the rung. `unseen`: nothing counts at the rung so far,
    because what would is not answered yet.
    """

    weight: Floats
    passed: Floats
    blocked: Floats
    share: Floats
    least: Floats
    unseen: Flags


def staged(step: Step, slots: Slots, shares: Floats) -> Outcome:
    """`staged`: rungs reached, plus the progress to the next; `shares` is kept for parents."""
    rungs = stand(step, slots, shares)
    nothing_there = np.where(rungs.unseen, UNSEEN, np.nan)
    shares[step.rows] = np.where(rungs.weight > 0, rungs.share, nothing_there)
    met, progress = needs(step, rungs)
    holds = np.logical_and.accumulate(met, axis=1)
    reached = holds.sum(axis=1).astype(float)
    following = np.minimum(reached, max(step.top_rank - 1, 0)).astype(np.intp)
    onward = np.take_along_axis(progress, following[:, None], axis=1)[:, 0]
    value = reached + np.where(reached < step.top_rank, onward, 0.0)
    empty = ~some(rungs.weight > 0, 1)
    nothing = np.zeros_like(empty)
    return Outcome(
        value=value, rank=reached, empty=empty, unanswered=nothing, not_applicable=nothing,
        unseen=empty & some(rungs.unseen, 1),
    )  # fmt: skip


def stand(step: Step, slots: Slots, shares: Floats) -> Rungs:
    """What stands at each rung of each node."""
    rule, table = cast("Staged", step.rule), step.table
    counted = slots.counted[table.slot]
    blocked = slots.blocked[table.slot]
    weights, blocking, earned, passing, unseen = [], [], [], [], []
    for rung in range(1, step.top_rank + 1):
        here = ((table.level == rung) | table.every_level)[..., None]
        credit = credit_at(step, slots, rung)
        hidden = here & slots.unseen[table.slot]
        if rule.of == "shares":
            child = _child_shares(step, shares, rung, counted.shape[2])
            is_item = table.is_item[..., None]
            here = np.where(is_item, here, child >= 0)
            hidden = np.where(is_item, hidden, child == UNSEEN)
            credit = np.where(is_item, credit, np.where(child >= 0, child, 0.0))
        weight = np.where(here & (counted | blocked), table.weight[..., None], 0.0)
        weights.append(in_turn(weight))
        blocking.append(in_turn(np.where(blocked, weight, 0.0)))
        unseen.append(some(hidden, 1))
        earned.append(in_turn(np.where(counted, weight * credit, 0.0)))
        passing.append(
            _passing(step, slots, rung, credit) if rule.least else np.zeros_like(weights[0])
        )
    weight, passed = np.stack(weights, axis=1), np.stack(earned, axis=1)
    return Rungs(
        weight=weight,
        passed=passed,
        blocked=np.stack(blocking, axis=1),
        share=np.divide(passed, weight, out=np.zeros_like(passed), where=weight > 0),
        least=np.stack(passing, axis=1),
        unseen=np.stack(unseen, axis=1) & (weight <= 0),
    )


def needs(step: Step, rungs: Rungs) -> tuple[Flags, Floats]:
    """Whether each rung's own needs are met, and the progress to it, below 1, where not."""
    rule, conventions = cast("Staged", step.rule), step.conventions
    blocked_share = 1.0 - np.divide(
        rungs.blocked, rungs.weight, out=np.zeros_like(rungs.weight), where=rungs.weight > 0
    )
    met = np.ones(rungs.weight.shape, bool)
    progress = np.full(rungs.weight.shape, ALMOST_ONE)
    for place, asked in enumerate(minimums(step)):
        for other, minimum in asked.items():
            share, nothing = rungs.share[:, other], rungs.weight[:, other] <= 0
            fine = np.where(
                nothing,
                ~rungs.unseen[:, other] & (conventions.empty_level == "pass"),
                share >= minimum - conventions.tolerance,
            )
            ratio = np.where(nothing, 0.0, share / minimum if minimum > 0 else 1.0)
            _ask(met, progress, place, fine.astype(bool), ratio)
        for other in {*asked, place}:
            clear = rungs.blocked[:, other] <= 0
            _ask(met, progress, place, clear, blocked_share[:, other])
        if rule.least:
            count = rungs.least[:, place]
            _ask(met, progress, place, count >= rule.least, count / rule.least)
    return met, progress


def minimums(step: Step) -> list[dict[int, float]]:
    """For each rung, the minimum share asked of which rungs, by place."""
    rule = cast("Staged", step.rule)
    place = {level.id: level.rank - 1 for level in step.nodes[0].ladder}
    if rule.thresholds is None:
        return [{rung: rule.threshold} for rung in place.values()]
    asked: list[dict[int, float]] = [{} for _ in place]
    for level, needed in rule.thresholds.items():
        asked[place[level]] = {place[other]: share for other, share in needed.items()}
    return asked


def _ask(met: Flags, progress: Floats, place: int, fine: Flags, ratio: Floats) -> None:
    """Put one more need on a rung; progress has twelve decimals, so that 0.6 / 0.8 is 0.75."""
    met[:, place] &= fine
    short = np.where(fine, ALMOST_ONE, np.minimum(np.round(ratio, DECIMALS), ALMOST_ONE))
    np.minimum(progress[:, place], short, out=progress[:, place])


def credit_at(step: Step, slots: Slots, rung: int) -> Floats:
    """What each entry earns at a rung, 0 to 1."""
    rule, table = cast("Staged", step.rule), step.table
    rank, lowest = slots.rank[table.slot], table.lowest[..., None]
    on_ladder = rank >= rung
    if rule.credit == "pass":
        at_its_level = passes(table, slots).astype(float)
        return np.where(table.every_level[..., None], on_ladder, at_its_level)
    way = np.clip((rank - lowest) / np.maximum(rung - lowest, 1.0), 0.0, 1.0)
    partial = np.where(on_ladder, 1.0, way)
    return np.where(table.every_level[..., None], partial, slots.place[table.slot])


def _passing(step: Step, slots: Slots, rung: int, credit: Floats) -> Floats:
    """How many items pass at or below a rung, each counted once; of shares: how many at it."""
    table, counted = step.table, slots.counted[step.table.slot]
    by_shares = cast("Staged", step.rule).of == "shares"
    at_level = (table.level == rung) if by_shares else ((table.level > 0) & (table.level <= rung))
    good = passes(table, slots) & (at_level & ~table.every_level)[..., None]
    climbs = slots.rank[table.slot] >= rung
    if by_shares:
        climbs = np.where(
            table.is_item[..., None], climbs, credit >= 1.0 - step.conventions.tolerance
        )
    good |= counted & table.every_level[..., None] & climbs
    for entry in range(1, table.slot.shape[1]):
        same = table.slot[:, :entry] == table.slot[:, entry : entry + 1]
        good[:, entry] &= ~(good[:, :entry] & same[..., None]).any(axis=1)
    return np.asarray(good.sum(axis=1), float)


def _child_shares(step: Step, shares: Floats, rung: int, columns: int) -> Floats:
    """The children's own shares at a rung; NaN where a child has nothing there, or UNSEEN."""
    found = np.full((*step.table.slot.shape, columns), np.nan)
    for node, entries in enumerate(step.nodes):
        for place, entry in enumerate(entries.entries):
            if not entry.is_item:
                row = entry.slot - step.first_node
                found[node, place] = shares[row, rung - 1]
    return found
