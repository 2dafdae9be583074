"""What a rule adds up over its items, as a number for each item in each state.

An item of one unit is in one of a few states: an option, unanswered, not applicable. So all that a
rule adds up is the sum, over its entries, of a number that the state alone decides. These numbers
are read off the engine's own functions, by letting it score a sheet on which every item stands in
every state once; nothing about conventions or rules is said a second time.

Where all of them are whole numbers of some small unit (a half, a quarter), every partial sum of the
engine is exact, and adding up whole numbers in any order gives the same to the bit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from maturity.model.rules import HighWaterMark, Mean, Share, Staged, Sum

from .arrays import Codes, Flags, Floats
from .cells import Cells
from .kernels import passes, ranks, takes_part, worked
from .leaves import NOT_APPLICABLE, UNANSWERED
from .readings import SLOT_FIELDS, Reading, Slots, resolve
from .staging import credit_at

if TYPE_CHECKING:
    from maturity.model.scoring import Conventions

    from .plan import Plan, Step

Whole = NDArray[np.int64]
FINEST = 20


@frozen(kw_only=True, eq=False)
class Form:
    """One sum: `numbers` has the shape (entries, states), the last states those of no answer.

    `whole`: the same in whole units, or None where that is not exact; a unit is 2 ** -`shift`.
    `most` is the largest sum in them, and `kind` the smallest that holds it.
    """

    numbers: Floats
    whole: Whole | None
    shift: int
    most: int
    kind: np.dtype[np.unsignedinteger]

    def alike(self, other: Form, states: Flags) -> bool:
        """Whether both give the same where only some states occur."""
        return bool((self.numbers[:, states] == other.numbers[:, states]).all())


def make_form(numbers: Floats) -> Form:
    """The form of what is added up."""
    for shift in range(FINEST):
        scaled = np.ldexp(numbers, shift)
        if (scaled == np.rint(scaled)).all():
            most = float(scaled.max(axis=1, initial=0.0).sum())
            if (scaled < 0).any() or most > np.iinfo(np.uint32).max:
                break
            whole, kind = scaled.astype(np.int64), np.min_scalar_type(int(most))
            return Form(numbers=numbers, whole=whole, shift=shift, most=int(most), kind=kind)
    return Form(numbers=numbers, whole=None, shift=0, most=0, kind=np.dtype(np.uint8))


def every_state(plan: Plan) -> Cells:
    """Every item in every state: a column for each code, then unanswered and not applicable."""
    top = plan.leaves.top[:, None]
    width = plan.leaves.value.shape[1]
    chosen = np.minimum(np.arange(width, dtype=np.uint8), top)
    open_, away = np.full_like(top, UNANSWERED), np.full_like(top, NOT_APPLICABLE)
    codes: Codes = np.concatenate([chosen, open_, away], axis=1)[None]
    numbers = np.zeros((1, len(plan.leaves.numeric), codes.shape[2]))
    return Cells(
        codes=codes, said=codes, proven=codes, excused=np.zeros(codes.shape, bool),
        numbers=numbers, said_numbers=numbers,
        targets=np.repeat(top, codes.shape[2], axis=1), target_numbers=numbers[0],
    )  # fmt: skip


def state_slots(plan: Plan, cells: Cells, reading: Reading, conventions: Conventions) -> Slots:
    """What a node reads of each item in each state; of nodes nothing."""
    items = len(plan.leaves.items)
    slots = Slots.empty(items + len(plan.nodes) + 1, cells.codes.shape[2])
    read = resolve(plan.leaves, cells, reading, conventions)
    for name in SLOT_FIELDS:
        getattr(slots, name)[:items] = getattr(read, name)
    return slots


@frozen(kw_only=True, eq=False)
class Sums:
    """The sums that a rule is worked out from, under one reading.

    Weighted rules: what is earned, and what it is earned of. Staged: the same at each rung, one
    after the other. The rules that pick one of several: how many entries stand at each of
    `worths`, lowest first. `unseen`: how many entries at each rung (others: at all) wait for an
    answer; None where nothing waits.
    """

    forms: tuple[Form, ...]
    unseen: tuple[Form, ...] | None = None
    worths: tuple[float, ...] = ()

    @property
    def all_forms(self) -> tuple[Form, ...]:
        """Those that are worked from, and those that tell what waits."""
        return self.forms + (self.unseen or ())

    def alike(self, other: Sums, states: Flags) -> bool:
        """Whether both come to the same where only some states occur."""
        mine, theirs = list(self.all_forms), list(other.all_forms)
        if not states[-2] and len(self.forms) == len(other.forms):
            # What waits for an answer is nothing where all is answered.
            mine, theirs = list(self.forms), list(other.forms)
        if self.worths != other.worths or len(mine) != len(theirs):
            return False
        return all(one.alike(two, states) for one, two in zip(mine, theirs, strict=True))


def sums_of(step: Step, slots: Slots, reading: Reading) -> Sums:
    """The sums of the one node of a step."""
    found = _staged(step, slots) if isinstance(step.rule, Staged) else _plain(step, slots)
    numbers, waiting, worths = found
    waits = reading is Reading.SO_FAR
    return Sums(
        forms=tuple(make_form(one) for one in numbers),
        unseen=tuple(make_form(one.astype(float)) for one in waiting) if waits else None,
        worths=worths,
    )


Found = tuple[list[Floats], list[Flags], tuple[float, ...]]


def _plain(step: Step, slots: Slots) -> Found:
    """What every rule but the staged one adds up."""
    table, rule = step.table, step.rule
    counted = slots.counted[table.slot][0]
    part = takes_part(step)[0]
    waiting = [slots.unseen[table.slot][0] & part]
    weight = table.weight[0][:, None]
    if isinstance(rule, Mean | Sum):
        weights = np.where(counted, weight if rule.weighted else 1.0, 0.0)
        if isinstance(rule, Sum) and rule.ceiling is not None:
            earned = weights * np.where(counted, 1.0 - slots.place[table.slot][0], 0.0)
        else:
            earned = weights * np.where(counted, worked(step, slots)[0], 0.0)
        of = weights if isinstance(rule, Mean) else counted.astype(float)
        return [earned, of], waiting, ()
    if isinstance(rule, Share):
        weights = np.where(counted, weight, 0.0)
        return [weights * passes(table, slots)[0], weights], waiting, ()
    if isinstance(rule, HighWaterMark):
        worth = np.where(passes(table, slots)[0], table.level[0][:, None], 0.0)
        worth = np.where(table.every_level[0][:, None], slots.rank[table.slot][0], worth)
        counted = counted & part
    else:
        by_rank = step.by_rank
        worth = ranks(step, slots)[0] if by_rank else _by_worth(step, slots)
    worths = tuple(np.unique(worth).tolist())
    return [(counted & (worth == one)).astype(float) for one in worths], waiting, worths


def _by_worth(step: Step, slots: Slots) -> Floats:
    """What a median or a weakest link compares, where it isn't ranks."""
    if step.rule.name == "median":
        return cast("Floats", worked(step, slots)[0])
    return cast("Floats", slots.place[step.table.slot][0])


def _staged(step: Step, slots: Slots) -> Found:
    """What the staged rule adds up at each rung: the weight that passes, and all of it."""
    table = step.table
    counted = slots.counted[table.slot][0]
    numbers, waiting = [], []
    for rung in range(1, step.top_rank + 1):
        here = ((table.level == rung) | table.every_level)[0][:, None]
        weight = np.where(here & counted, table.weight[0][:, None], 0.0)
        credit = credit_at(step, slots, rung)[0]
        numbers += [np.where(counted, weight * credit, 0.0), weight]
        waiting.append(here & slots.unseen[table.slot][0])
    return numbers, waiting, ()
