"""The rules, worked out from sums that were added up the quick way.

Each does what the general kernel of its name does with the same numbers, in the same order, on
float64; what differs is that nothing is masked that is not there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import numpy as np
from attrs import evolve, frozen

from maturity.model.rules import HighWaterMark, Mean, Median, Share, Staged, Sum, WeakestLink

from .arrays import Flags, Floats
from .finish import banded, finish
from .kernels import Outcome
from .quick_sums import as_floats
from .readings import Slots
from .staging import ALMOST_ONE, DECIMALS, Rungs, minimums, needs

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from .plan import Step
    from .quick_forms import Sums
    from .quick_sums import Numbers
    from .states import Points

Ready = tuple["Numbers", float]


@frozen(kw_only=True, eq=False)
class Raw:
    """A node's value and rank (-1: no level) as its rule gives them, where it isn't `empty`.

    `unseen` is where it is empty so far, because what would count isn't answered yet. None: no
    place is.
    """

    value: Floats
    rank: Floats | None
    empty: Flags | None
    unseen: Flags | None

    def fill(self, out: Points) -> Flags | None:
        """Write values and ranks to `out`; the flags tell what is unseen."""
        np.copyto(out.value, self.value)
        np.copyto(out.rank, -1 if self.rank is None else self.rank, casting="unsafe")
        if self.empty is not None:
            out.blank(self.empty)
        return self.unseen


def work_out(step: Step, sums: Sums, ready: Sequence[Ready], waiting: Sequence[Ready]) -> Raw:
    """The node of a step, from its sums and how many wait for an answer."""
    hidden = [number > 0 for number, _ in waiting]
    rule = step.rule
    if isinstance(rule, Staged):
        raw = _staged(step, ready, hidden)
    elif isinstance(rule, Mean | Sum | Share):
        raw = _weighted(step, ready, hidden)
    else:
        raw = _picked(step, sums.worths, [number for number, _ in ready], hidden)
    return _finished(step, raw)


def _weighted(step: Step, ready: Sequence[Ready], hidden: Sequence[Flags]) -> Raw:
    """`mean`, `sum` and `share`: what is earned, over what it is earned of or not."""
    rule = cast("Mean | Sum | Share", step.rule)
    earned = as_floats(*ready[0])
    nothing = np.equal(ready[1][0], 0)
    if isinstance(rule, Sum):
        value = earned.copy() if rule.ceiling is None else rule.ceiling - earned
    else:
        value = earned / _divisor(ready[1], nothing)
        if isinstance(rule, Share) and rule.range is not None:
            value = rule.range[0] + value * (rule.range[1] - rule.range[0])
    return _raw(value, None, nothing, hidden)


def _divisor(of: Ready, nothing: Flags) -> Floats:
    """What to divide by: one where there is nothing, so that nothing of nothing is 0."""
    number, unit = of
    if not nothing.any():
        return as_floats(number, unit)
    return as_floats(number, unit) + nothing


def _raw(value: Floats, rank: Floats | None, empty: Flags, hidden: Sequence[Flags]) -> Raw:
    """A raw result, without flags that are all false."""
    if not empty.any():
        return Raw(value=value, rank=rank, empty=None, unseen=None)
    unseen = None
    if hidden:
        some = np.logical_or.reduce(hidden)
        unseen = empty & some
    return Raw(value=value, rank=rank, empty=empty, unseen=unseen)


def _picked(
    step: Step, worths: tuple[float, ...], counts: Sequence[Numbers], hidden: Sequence[Flags]
) -> Raw:
    """`weakest-link`, `high-water-mark` and `median`: one of the worths that occur."""
    # How many stand at or below each worth.
    below = [counts[0].astype(np.uint32)]
    for more in counts[1:]:
        below.append(below[-1] + more)
    empty = below[-1] == 0
    values, count = np.array(worths), below[-1]
    rule = step.rule
    if isinstance(rule, WeakestLink):
        value = _at(values, below, lambda upto: upto == 0)
    elif isinstance(rule, HighWaterMark):
        value = np.maximum(_at(values, below, lambda upto: upto < count), 0.0)
    else:
        value = _middle(cast("Median", rule), values, below)
    value = np.where(empty, 0.0, value) if empty.any() else value
    rank = None
    if step.levelled:
        rank = np.floor(value) if isinstance(rule, Median) else value
    return _raw(value, rank, empty, hidden)


def _at(worths: Floats, below: Sequence[Numbers], passed: Callable[[Numbers], Flags]) -> Floats:
    """The worth after all those for whose running count `passed` is true."""
    place = np.zeros(below[0].shape, np.uint8)
    for upto in below[:-1]:
        np.add(place, passed(upto).view(np.uint8), out=place)
    return cast("Floats", np.take(worths, place))


def _middle(rule: Median, worths: Floats, below: Sequence[Numbers]) -> Floats:
    """The middle one of what is counted, or the two in the middle."""
    last = np.maximum(below[-1], 1) - 1
    if rule.side == "lower":
        return _at(worths, below, lambda upto: upto <= last // 2)
    upper = _at(worths, below, lambda upto: upto <= (last + 1) // 2)
    if rule.side == "upper":
        return upper
    return (_at(worths, below, lambda upto: upto <= last // 2) + upper) / 2


def _staged(step: Step, ready: Sequence[Ready], hidden: Sequence[Flags]) -> Raw:
    """`staged`: rungs reached, plus the progress to the next."""
    asked = minimums(step)
    weights = ready[1::2]
    nothing = [np.equal(number, 0) for number, _ in weights]
    shares = [
        as_floats(*passed) / _divisor(weight, no)
        for passed, weight, no in zip(ready[::2], weights, nothing, strict=True)
    ]
    if any(set(each) != {place} for place, each in enumerate(asked)):
        reached, onward = _by_needs(step, shares, weights, nothing, hidden)
    else:
        least = [each[place] for place, each in enumerate(asked)]
        reached, onward = _by_own_share(step, shares, least, nothing, hidden)
    empty = np.logical_and.reduce(nothing)
    waiting = [wait & none for wait, none in zip(hidden, nothing, strict=False)]
    return _raw(reached + onward, reached, empty, waiting)


def _by_own_share(
    step: Step,
    shares: Sequence[Floats],
    least: Sequence[float],
    nothing: Sequence[Flags],
    hidden: Sequence[Flags],
) -> tuple[Floats, Floats]:
    """Rungs reached and the progress to the next, where each rung asks a share of its own alone."""
    conventions = step.conventions
    holds = np.ones(shares[0].shape, bool)
    reached = np.zeros(shares[0].shape, np.uint8)
    onward = np.zeros(shares[0].shape)
    for rung, (share, minimum) in enumerate(zip(shares, least, strict=True)):
        fine = share >= minimum - conventions.tolerance
        if nothing[rung].any():
            filled = nothing[rung]
            if hidden:
                filled = filled & ~hidden[rung]
            fine = (fine & ~nothing[rung]) | (filled & (conventions.empty_level == "pass"))
        before, holds = holds, holds & fine
        np.add(reached, holds.view(np.uint8), out=reached)
        if minimum > 0:
            ratio = share / minimum if minimum != 1 else share
            np.add(onward, ratio * (before & ~holds), out=onward)
    np.round(onward, DECIMALS, out=onward)
    np.minimum(onward, ALMOST_ONE, out=onward)
    return reached.astype(np.float64), onward


def _by_needs(
    step: Step,
    shares: Sequence[Floats],
    weights: Sequence[Ready],
    nothing: Sequence[Flags],
    hidden: Sequence[Flags],
) -> tuple[Floats, Floats]:
    """The same for whatever a rung asks, as the general engine works it out."""
    weight = np.stack([as_floats(*one) for one in weights])[None]
    rungs = Rungs(
        weight=weight,
        passed=weight,
        blocked=np.zeros_like(weight),
        share=np.stack(shares)[None],
        least=weight,
        unseen=np.stack(hidden)[None] & np.stack(nothing)[None]
        if hidden
        else np.zeros(weight.shape, bool),
    )
    met, progress = needs(step, rungs)
    holds = np.logical_and.accumulate(met, axis=1)[0]
    reached = holds.sum(axis=0)
    following = np.minimum(reached, step.top_rank - 1)
    onward = np.take_along_axis(progress[0], following[None], axis=0)[0]
    return reached.astype(np.float64), np.where(reached < step.top_rank, onward, 0.0)


def _finished(step: Step, raw: Raw) -> Raw:
    """What follows every rule: rounding, bands and empty nodes."""
    rounding, bands = step.rule.rounding, getattr(step.rule, "bands", None)
    fills = step.conventions.empty != "undefined" and raw.empty is not None
    if (rounding is not None and rounding.use) or fills:
        done = finish(step, _outcome(raw), _NO_SLOTS)
        rank = done.rank[0] if step.levelled else None
        return evolve(raw, value=done.value[0], rank=rank, empty=done.empty[0])
    if bands is not None:
        return evolve(raw, rank=banded(step, bands, raw.value))
    return raw


def _outcome(raw: Raw) -> Outcome:
    """The same as the general engine has it, of one node."""
    nothing = np.zeros((1, raw.value.shape[0]), bool)
    return Outcome(
        value=raw.value[None],
        rank=np.full_like(raw.value, -1.0)[None] if raw.rank is None else raw.rank[None],
        empty=nothing if raw.empty is None else raw.empty[None],
        unseen=nothing if raw.unseen is None else raw.unseen[None],
        unanswered=nothing,
        not_applicable=nothing,
    )


# No cap reads it: nodes with caps are the general engine's.
_NO_SLOTS = Slots.empty(0, 0)
