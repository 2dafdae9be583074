"""The items of a framework as tables: what each code of an answer is worth."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from attrs import field, frozen

from maturity.model.scales import BELOW, LADDER, AnyScale, NumericScale, Option, Scale
from maturity.model.scoring import Conventions
from maturity.model.tree import Item

from .arrays import Codes, Flags, Floats

if TYPE_CHECKING:
    from maturity.model.framework import Framework

UNANSWERED = 254
NOT_APPLICABLE = 255
ABSENT = 253
WORST, BEST, NUMBER = 0, 1, 2
MOST_OPTIONS = 250


@frozen(kw_only=True, eq=False)
class Leaves:
    """The items of a framework, in the order of their paths, so that file order changes nothing.

    `scales` and `homes` (the conventions of the node that it stands in) are those of each item;
    `ladder` is the ids of the framework's levels.

    A code is the place of an option on its scale, from 0. On a numeric scale it is WORST, BEST or
    NUMBER, and the number stands beside it; `codes` gives them by option, None there. `value`,
    `place` (0 to 1) and `rank` (-1: none) are tables of shape (items, codes); `merit`
    is what a pass mark is compared with: the code itself, or on a numeric scale the place.
    """

    items: tuple[Item, ...]
    scales: tuple[AnyScale, ...] = field(repr=False)
    homes: tuple[Conventions, ...] = field(repr=False)
    ladder: tuple[str, ...] = field(repr=False)
    index: dict[str, int] = field(repr=False)
    codes: tuple[dict[str, int] | None, ...] = field(repr=False)
    value: Floats = field(repr=False)
    place: Floats = field(repr=False)
    rank: Floats = field(repr=False)
    merit: Floats = field(repr=False)
    top: Codes = field(repr=False)
    may: Flags = field(repr=False)
    numeric: tuple[int, ...] = ()


def build_leaves(framework: Framework) -> Leaves:
    """The tables of a framework's items."""
    items = tuple(sorted(framework.items, key=lambda item: item.id))
    scales = [framework.scales[item.scale] for item in items]
    width = max((len(s.options) if isinstance(s, Scale) else 3 for s in scales), default=1)
    ladder = tuple(level.id for level in framework.levels)
    at = {node.id: node.conventions for node in framework.walk()}
    tables = {name: np.zeros((len(items), width)) for name in ("value", "place", "merit")}
    rank = np.full((len(items), width), -1.0)
    top = np.zeros(len(items), np.uint8)
    for i, scale in enumerate(scales):
        if isinstance(scale, Scale):
            size = len(scale.options)
            top[i] = size - 1
            # Adding nought makes a plain one of a negative nought, which differs in one bit.
            tables["value"][i, :size] = [option.value + 0.0 for option in scale.options]
            tables["place"][i, :size] = places(scale.options)
            tables["merit"][i, :size] = np.arange(size)
            if scale.id == LADDER:
                rank[i, :size] = tables["value"][i, :size]
        else:
            top[i] = BEST
            ends = np.array([scale.worst, scale.best])
            tables["value"][i, :2] = ends
            tables["place"][i, :2] = tables["merit"][i, :2] = number_places(scale, ends)
            rank[i, :2] = number_ranks(scale, ends, ladder)
    for table in (*tables.values(), rank, top):
        table.setflags(write=False)
    return Leaves(
        items=items,
        scales=tuple(scales),
        homes=tuple(at[item.home] for item in items),
        ladder=ladder,
        index={item.id: i for i, item in enumerate(items)},
        codes=tuple(_codes(scale) for scale in scales),
        rank=rank,
        top=top,
        may=np.array([item.obligation == "may" for item in items], bool),
        numeric=tuple(i for i, scale in enumerate(scales) if isinstance(scale, NumericScale)),
        **tables,
    )


def _codes(scale: Scale | NumericScale) -> dict[str, int] | None:
    """The code of each option; None on a numeric scale."""
    if isinstance(scale, NumericScale):
        return None
    return {option.id: code for code, option in enumerate(scale.options)}


def places(options: tuple[Option, ...]) -> list[float]:
    """Each option's place on its scale, 0 to 1: by value, or by position where all are equal."""
    first, last = options[0].value, options[-1].value
    if last > first:
        return [(option.value - first) / (last - first) for option in options]
    steps = len(options) - 1
    return [place / steps if steps else 1.0 for place in range(len(options))]


def number_places(scale: NumericScale, numbers: Floats) -> Floats:
    """Each number's place on its scale, 0 (worst) to 1 (best)."""
    return (numbers - scale.worst) / (scale.best - scale.worst)


def number_ranks(scale: NumericScale, numbers: Floats, ladder: tuple[str, ...]) -> Floats:
    """The rung that each number reaches by the scale's bands; -1 where it has none."""
    if scale.bands is None:
        return np.full(np.shape(numbers), -1.0)
    rest = 0.0 if any(rung == ladder[0] for rung, _ in scale.bands.limits) else 1.0
    ranks = np.full(np.shape(numbers), rest)
    holds = {
        "from": np.greater_equal,
        "above": np.greater,
        "up_to": np.less_equal,
        "under": np.less,
    }[scale.bands.direction]
    for rung, limit in scale.bands.limits:
        reached = np.where(holds(numbers, limit), float(ladder.index(rung) + 1), rest)
        np.maximum(ranks, reached, out=ranks)
    return ranks


def lowest_rank(scale: AnyScale, ladder: tuple[str, ...]) -> float:
    """The rank of the lowest answer on a ladder or banded scale."""
    if isinstance(scale, NumericScale):
        return float(number_ranks(scale, np.array([scale.worst]), ladder)[0])
    return 0.0 if scale.options[0].id == BELOW else 1.0
