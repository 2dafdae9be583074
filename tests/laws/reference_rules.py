"""Each rule, as plainly as it can be said, on entries that have been read already."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from attrs import frozen

from maturity.model.rules import (
    HighWaterMark,
    Mean,
    Median,
    Rounding,
    Rule,
    Share,
    Sum,
    WeakestLink,
)

from .reference_items import Cause
from .reference_tree import Entry

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

NEAR = 1e-9


@frozen
class RungShare:
    """What a staged node says of one rung: the weight there, and the share of it that passes.

    `waiting`: something that counts there is not answered yet, where only answers are read.
    """

    weight: float
    share: float
    waiting: bool = False


@frozen
class Seen:
    """One entry as its node reads it.

    `rank` is on the node's ladder; `passes` is what `pass` says. A blocked entry has only its
    cause; one that is left out, only whether it is `waiting` for its answer. `shares` are those of
    a staged node.
    """

    entry: Entry
    value: float = 0.0
    r: float = 0.0
    rank: int | None = None
    passes: bool = False
    is_item: bool = True
    blocked: Cause | None = None
    left_out: bool = False
    waiting: bool = False
    shares: tuple[RungShare, ...] = ()


@frozen
class Score:
    """A value and a rank; None where there is none."""

    value: float | None = None
    rank: int | None = None


def blocked_by(seen: Sequence[Seen]) -> Cause | None:
    """What blocks any of the entries; the unanswered first."""
    causes = {one.blocked for one in seen}
    if "unanswered" in causes:
        return "unanswered"
    return "not applicable" if "not applicable" in causes else None


def weight_of(rule: Mean | Sum, one: Seen) -> float:
    """The weight of an entry in a mean or a sum."""
    return one.entry.weight if rule.weighted else 1.0


def worked_on(rule: Mean | Sum, one: Seen) -> float:
    """What a mean or a sum works on: the value, the place in a range, or the rank."""
    if rule.range:
        low, high = rule.range
        return low + one.r * (high - low)
    if rule.of == "level":
        assert one.rank is not None
        return one.rank
    return one.value


def weighted_mean(rule: Mean | Sum, seen: Sequence[Seen]) -> float:
    """The sum of weight times value, divided by the sum of weights."""
    total = sum(weight_of(rule, one) for one in seen)
    return sum(weight_of(rule, one) * worked_on(rule, one) for one in seen) / total


def level_means(rule: Mean | Sum, seen: Sequence[Seen]) -> list[float]:
    """The weighted mean of what stands at each level, and of what stands at none."""
    groups: dict[int | None, list[Seen]] = {}
    for one in seen:
        groups.setdefault(one.entry.level, []).append(one)
    return [weighted_mean(rule, group) for group in groups.values()]


def mean(rule: Mean, seen: Sequence[Seen]) -> float:
    """The mean, of all or of the means of the levels."""
    if rule.each_level is None:
        return weighted_mean(rule, seen)
    means = level_means(rule, seen)
    return sum(means) / len(means)


def total(rule: Sum, seen: Sequence[Seen]) -> float:
    """The sum, of all or of the means of the levels; or what is left of a ceiling."""
    if rule.ceiling is not None:
        return rule.ceiling - sum(weight_of(rule, one) * (1 - one.r) for one in seen)
    if rule.each_level is not None:
        return sum(level_means(rule, seen))
    return sum(weight_of(rule, one) * worked_on(rule, one) for one in seen)


def share(rule: Share, seen: Sequence[Seen]) -> float:
    """The weight of what passes, divided by the weight of all."""
    passed = sum(one.entry.weight for one in seen if one.passes)
    part = passed / sum(one.entry.weight for one in seen)
    low, high = rule.range or (0.0, 1.0)
    return low + part * (high - low)


def median(rule: Median, seen: Sequence[Seen], *, levels: bool) -> Score:
    """The middle one, and its level where all have a rank."""
    found = sorted(float(one.rank or 0) if levels else one.value for one in seen)
    lower, upper = found[(len(found) - 1) // 2], found[len(found) // 2]
    value = {"lower": lower, "upper": upper, "midpoint": (lower + upper) / 2}[rule.side]
    return Score(value, math.floor(value) if levels else None)


def weakest_link(seen: Sequence[Seen], *, levels: bool) -> Score:
    """The lowest rank; where not all have one, the lowest place from 0 to 1."""
    if not levels:
        return Score(min(one.r for one in seen))
    rank = min(one.rank or 0 for one in seen)
    return Score(float(rank), rank)


def high_water_mark(seen: Sequence[Seen]) -> Score:
    """The highest level at which anything passes."""
    reached = [0]
    for one in seen:
        if one.entry.level is None:
            reached.append(one.rank or 0)
        elif one.passes:
            reached.append(one.entry.level)
    return Score(float(max(reached)), max(reached))


def value_rule(
    rule: Rule, seen: Sequence[Seen], *, levels: bool, band: Callable[[float], int]
) -> Score:
    """A rule that one blocked entry blocks; `seen` is not empty, and nothing in it blocks."""
    if isinstance(rule, HighWaterMark):
        found = high_water_mark(seen)
    elif isinstance(rule, Median):
        found = median(rule, seen, levels=levels)
    elif isinstance(rule, WeakestLink):
        found = weakest_link(seen, levels=levels)
    elif isinstance(rule, Mean):
        found = Score(mean(rule, seen))
    elif isinstance(rule, Sum):
        found = Score(total(rule, seen))
    else:
        assert isinstance(rule, Share)
        found = Score(share(rule, seen))
    assert found.value is not None
    value = rounded(rule.rounding, found.value)
    if levels and isinstance(rule, Mean | Sum | Share):
        return Score(value, band(value))
    return Score(value, found.rank)


def band_rank(rule: Mean | Sum | Share, value: float, rungs: tuple[str, ...], near: float) -> int:
    """The highest rung whose limit holds; with the lowest rung unnamed, it takes the rest.

    `near`: the tolerance on shares, which a value that is no share has not.
    """
    bands = rule.bands
    assert bands is not None
    slack = NEAR
    if isinstance(rule, Share):
        slack = near * (rule.range[1] - rule.range[0] if rule.range else 1)
    named = [rung for rung, _ in bands.limits]
    rank = 0 if rungs[0] in named else 1
    for rung, limit in bands.limits:
        if value >= limit - slack if bands.direction == "from" else value > limit + NEAR:
            rank = max(rank, rungs.index(rung) + 1)
    return rank


def rounded(rounding: Rounding | None, value: float) -> float:
    """The value that parents and bands use: rounded only where the rule says `use`."""
    if rounding is None or not rounding.use:
        return value
    if rounding.at_least_one and 0 < value < 1:
        return 1.0
    power: float = 10**rounding.places
    scaled = value * power
    whole = math.floor(scaled)
    rest = scaled - whole
    if rest > 1 - NEAR:
        whole, rest = whole + 1, 0.0
    if rounding.mode == "down":
        up = value < 0 and rest > NEAR
    elif abs(rest - 0.5) <= NEAR:
        up = whole % 2 == 1 if rounding.mode == "half-even" else True
    else:
        up = rest > 0.5
    return (whole + up) / power
