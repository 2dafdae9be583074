"""What follows every rule: empty nodes, rounding, bands and caps."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from attrs import evolve

from maturity.model.rules import Share

from .entries import BY_MERIT, BY_PLACE, Entry

if TYPE_CHECKING:
    from maturity.model.rules import Rounding
    from maturity.model.scales import Bands

    from .arrays import Flags, Floats
    from .kernels import Outcome
    from .plan import Step
    from .readings import Slots

SNAP = 1e-9


def finish(step: Step, raw: Outcome, slots: Slots) -> Outcome:
    """The outcome as the node states it."""
    value, rank, empty = raw.value.copy(), raw.rank.copy(), raw.empty.copy()
    rounding = step.rule.rounding
    if rounding is not None and rounding.use:
        value = round_values(value, rounding)
    bands = getattr(step.rule, "bands", None)
    if bands is not None:
        rank = banded(step, bands, value)
    if step.conventions.empty != "undefined" and not _never_counts(step):
        full = step.conventions.empty == "pass"
        filled = empty & ~raw.unseen
        value = np.where(filled, step.high if full else step.low, value)
        if step.levelled:
            rank = np.where(filled, float(step.top_rank) if full else 0.0, rank)
        empty &= ~filled
    if step.levelled:
        for row, node in enumerate(step.nodes):
            for entry, highest in node.caps:
                held = _holds_back(entry, slots)
                rank[row] = np.where(held, np.minimum(rank[row], float(highest)), rank[row])
    unanswered, not_applicable = raw.unanswered.copy(), raw.not_applicable.copy()
    return evolve(
        raw, value=value, rank=rank, empty=empty,
        unanswered=unanswered, not_applicable=not_applicable,
    )  # fmt: skip


def _never_counts(step: Step) -> bool:
    """Whether the rule states no value at all."""
    return step.rule.name == "none"


def _holds_back(entry: Entry, slots: Slots) -> Flags:
    """Whether what a cap waits for is not there yet. What isn't counted holds nothing back."""
    source = {BY_MERIT: slots.merit, BY_PLACE: slots.place}.get(entry.mark, slots.rank)
    short = slots.counted[entry.slot] & (source[entry.slot] < entry.pass_at)
    return np.asarray(short | slots.blocked[entry.slot])


def banded(step: Step, bands: Bands, value: Floats) -> Floats:
    """The rank that each value reaches by the bands of a rule; `tolerance` is on shares alone."""
    place = {level.id: level.rank for level in step.nodes[0].ladder}
    slack = SNAP
    if isinstance(step.rule, Share):
        low, high = step.rule.range or (0.0, 1.0)
        slack = step.conventions.tolerance * (high - low)
    rest = 0.0 if any(place[rung] == 1 for rung, _ in bands.limits) else 1.0
    rank = np.full_like(value, rest)
    for rung, limit in bands.limits:
        inside = value > limit + SNAP if bands.direction == "above" else value >= limit - slack
        np.maximum(rank, np.where(inside, float(place[rung]), rest), out=rank)
    return rank


def round_values(value: Floats, rounding: Rounding) -> Floats:
    """Values rounded; a half that is a half but for the last bits is taken as one."""
    scaled = value * 10.0**rounding.places
    halves = np.rint(scaled * 2) / 2
    near = np.abs(scaled - halves) < SNAP * np.maximum(1.0, np.abs(scaled))
    scaled = np.where(near, halves, scaled)
    if rounding.mode == "half-even":
        whole = np.rint(scaled)
    elif rounding.mode == "half-up":
        whole = np.floor(scaled + 0.5)
    else:
        whole = np.trunc(scaled)
    rounded = whole / 10.0**rounding.places
    if rounding.at_least_one:
        rounded = np.where((value > 0) & (rounded < 1), 1.0, rounded)
    return np.asarray(rounded)
