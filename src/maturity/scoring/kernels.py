"""The rules, as array operations on (nodes, entries, columns).

Every sum runs over the entries one after the other, in the order of their paths, so that a result
is the same to the bit whatever the batch and whatever the order in the file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import numpy as np
from attrs import frozen

from maturity.model.rules import (
    Equivalence,
    HighWaterMark,
    Mean,
    Median,
    NoTotal,
    Rule,
    Share,
    Span,
    Sum,
    WeakestLink,
)

from .arrays import Flags, Floats, some
from .entries import BY_MERIT, BY_PLACE

if TYPE_CHECKING:
    from collections.abc import Callable

    from .plan import Step, Table
    from .readings import Slots


@frozen(kw_only=True, eq=False)
class Outcome:
    """What a rule makes of its entries; the axes are (nodes, columns).

    `empty`: nothing is left to count. `rank` is -1 where the rule gives no level (bands may still
    give one). `unanswered` and `not_applicable`: blocked, and why. `unseen`: empty so far, because
    what would count is not answered yet.
    """

    value: Floats
    rank: Floats
    empty: Flags
    unanswered: Flags
    not_applicable: Flags
    unseen: Flags


def in_turn(values: Floats) -> Floats:
    """The sum over entries (axis -2), one after the other."""
    if values.shape[-2] == 0:
        return np.zeros((*values.shape[:-2], values.shape[-1]))
    return cast("Floats", np.add.accumulate(values, axis=-2)[..., -1, :])


def passes(table: Table, slots: Slots) -> Flags:
    """Whether each entry passes; False where it isn't counted."""
    slot, mark = table.slot, table.mark[..., None]
    reached = slots.merit[slot]
    if (table.mark != BY_MERIT).any():
        other = np.where(mark == BY_PLACE, slots.place[slot], slots.rank[slot])
        reached = np.where(mark == BY_MERIT, reached, other)
    return slots.counted[slot] & (reached >= table.pass_at[..., None])


def ranks(step: Step, slots: Slots) -> Floats:
    """The rank of each entry on its node's ladder."""
    own = slots.rank[step.table.slot]
    if getattr(step.rule, "ladder", None) in {None, "levels"}:
        return own
    return np.where(step.table.is_item[..., None], slots.merit[step.table.slot] + 1.0, own)


def takes_part(step: Step) -> Flags:
    """Which entries are real, and can move the node at all: a high-water mark asks for a level."""
    real = step.table.weight > 0
    if isinstance(step.rule, HighWaterMark):
        real &= (step.table.level > 0) | step.table.every_level
    return real[..., None]


def _blocks(step: Step, slots: Slots) -> tuple[Flags, Flags]:
    """Whether some entry blocks the node: because it is unanswered, or not applicable."""
    slot, real = step.table.slot, takes_part(step)
    unanswered = some(slots.unanswered[slot] & real, 1)
    return unanswered, some(slots.not_applicable[slot] & real, 1) & ~unanswered


def worked(step: Step, slots: Slots) -> Floats:
    """What a value rule works on: values, ranks, or places spread over a range."""
    if step.by_rank:
        return ranks(step, slots)
    span: Span | None = getattr(step.rule, "range", None)
    if span is not None:
        return span[0] + slots.place[step.table.slot] * (span[1] - span[0])
    return slots.value[step.table.slot]


def _divide(total: Floats, by: Floats) -> Floats:
    """The quotient; 0 where there is nothing to divide by."""
    return np.divide(total, by, out=np.zeros_like(total), where=by > 0)


def weighted(step: Step, slots: Slots) -> Outcome:
    """`mean` and `sum`: sum of weight x value, over the sum of weights or not."""
    rule = cast("Mean | Sum", step.rule)
    counted = slots.counted[step.table.slot]
    weight = step.table.weight if rule.weighted else (step.table.weight > 0).astype(float)
    weights = np.where(counted, weight[..., None], 0.0)
    if isinstance(rule, Sum) and rule.ceiling is not None:
        lost = np.where(counted, 1.0 - slots.place[step.table.slot], 0.0)
        value = rule.ceiling - in_turn(weights * lost)
    elif rule.each_level is None:
        value = in_turn(weights * np.where(counted, worked(step, slots), 0.0))
        if isinstance(rule, Mean):
            value = _divide(value, in_turn(weights))
    else:
        value = _each_level(step, weights, np.where(counted, worked(step, slots), 0.0))
    return _outcome(step, slots, value, ~some(counted, 1))


def _each_level(step: Step, weights: Floats, values: Floats) -> Floats:
    """The mean of each level first, then their sum or mean."""
    total = np.zeros((values.shape[0], values.shape[2]))
    groups = np.zeros_like(total)
    for level in np.unique(step.table.level):
        here = np.where((step.table.level == level)[..., None], weights, 0.0)
        weight = in_turn(here)
        total += _divide(in_turn(here * values), weight)
        groups += weight > 0
    return _divide(total, groups) if isinstance(step.rule, Mean) else total


def share(step: Step, slots: Slots) -> Outcome:
    """`share`: the weight that passes, over the weight of all."""
    rule = cast("Share", step.rule)
    counted = slots.counted[step.table.slot]
    weights = np.where(counted, step.table.weight[..., None], 0.0)
    value = _divide(in_turn(weights * passes(step.table, slots)), in_turn(weights))
    if rule.range is not None:
        value = rule.range[0] + value * (rule.range[1] - rule.range[0])
    return _outcome(step, slots, value, ~some(counted, 1))


def median(step: Step, slots: Slots) -> Outcome:
    """`median`: the middle one, or the lower, the upper or the point between the middle two."""
    rule = cast("Median", step.rule)
    counted = slots.counted[step.table.slot]
    value = np.zeros((counted.shape[0], counted.shape[2]))
    if counted.shape[1]:
        ordered = np.sort(np.where(counted, worked(step, slots), np.inf), axis=1)
        last = np.maximum(counted.sum(axis=1), 1) - 1
        lower = np.take_along_axis(ordered, (last // 2)[:, None], axis=1)[:, 0]
        upper = np.take_along_axis(ordered, ((last + 1) // 2)[:, None], axis=1)[:, 0]
        value = {"lower": lower, "upper": upper, "midpoint": (lower + upper) / 2}[rule.side]
    empty = ~some(counted, 1)
    value = np.where(empty, 0.0, value)
    rank = np.floor(value) if step.levelled else np.full_like(value, -1.0)
    return _outcome(step, slots, value, empty, rank)


def weakest_link(step: Step, slots: Slots) -> Outcome:
    """`weakest-link`: the lowest rank, or the lowest place from 0 to 1."""
    counted = slots.counted[step.table.slot]
    worked = ranks(step, slots) if step.by_rank else slots.place[step.table.slot]
    empty = ~some(counted, 1)
    lowest = np.where(counted, worked, np.inf).min(axis=1, initial=np.inf)
    value = np.where(empty, 0.0, lowest)
    return _outcome(step, slots, value, empty, value if step.levelled else None)


def high_water_mark(step: Step, slots: Slots) -> Outcome:
    """`high-water-mark`: the highest level with an item that passes."""
    table = step.table
    reached = np.where(passes(table, slots), table.level[..., None], 0.0)
    reached = np.where(table.every_level[..., None], slots.rank[table.slot], reached)
    counted = slots.counted[table.slot] & takes_part(step)
    value = np.where(counted, reached, 0.0).max(axis=1, initial=0.0)
    return _outcome(step, slots, value, ~some(counted, 1), value)


def equivalence(step: Step, slots: Slots) -> Outcome:
    """`equivalence`: the highest level whose needs, and those of all below it, are met."""
    (node,), table = step.nodes, step.table
    counted, met = slots.counted[table.slot][0], passes(table, slots)[0]
    needs = np.array([entry.need for entry in node.entries], int).reshape(-1, 1)
    reached = np.zeros(counted.shape[1])
    holds = np.ones(counted.shape[1], bool)
    for rank in range(1, node.rungs + 1):
        here = (needs == rank) & counted
        unmet = (here & ~met).any(axis=0)
        unseen = ((needs == rank) & slots.unseen[table.slot][0]).any(axis=0)
        filled = here.any(axis=0) | (~unseen & (step.conventions.empty_level == "pass"))
        holds &= ~unmet & filled
        reached += holds
    return _outcome(step, slots, reached[None], ~some(counted, 0)[None], reached[None])


def no_total(step: Step, slots: Slots) -> Outcome:
    """`none`: no value and no level."""
    shape = (len(step.nodes), slots.value.shape[1])
    flags = np.zeros(shape, bool)
    return Outcome(
        value=np.zeros(shape), rank=np.full(shape, -1.0), empty=~flags,
        unanswered=flags, not_applicable=flags, unseen=flags,
    )  # fmt: skip


def _outcome(
    step: Step, slots: Slots, value: Floats, empty: Flags, rank: Floats | None = None
) -> Outcome:
    """An outcome that any blocking entry blocks."""
    unanswered, not_applicable = _blocks(step, slots)
    empty = empty & ~unanswered & ~not_applicable
    return Outcome(
        value=value,
        rank=np.full_like(value, -1.0) if rank is None else rank,
        empty=empty,
        unanswered=unanswered,
        not_applicable=not_applicable,
        unseen=empty & some(slots.unseen[step.table.slot] & takes_part(step), 1),
    )


KERNELS: dict[type[Rule], Callable[[Step, Slots], Outcome]] = {
    Mean: weighted,
    Sum: weighted,
    Share: share,
    Median: median,
    WeakestLink: weakest_link,
    HighWaterMark: high_water_mark,
    Equivalence: equivalence,
    NoTotal: no_total,
}
