"""How good an answer is on its scale: its place, its order, the middle of several."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from maturity.model.scales import NumericScale
from maturity.scoring.leaves import number_places, places

if TYPE_CHECKING:
    from collections.abc import Iterable

    from maturity.model.scales import AnyScale

Plain = str | float


def place_of(scale: AnyScale, value: Plain) -> float:
    """An answer's place on its scale, from 0 (the worst) to 1 (the best)."""
    if isinstance(scale, NumericScale):
        return float(number_places(scale, np.array([float(value)]))[0])
    return places(scale.options)[scale.index(str(value))]


def rank_on(scale: AnyScale, value: Plain) -> float:
    """What answers are sorted by, the worst first: an option's position, or a number by merit."""
    if isinstance(scale, NumericScale):
        return float(value) if scale.better == "higher" else -float(value)
    return float(scale.index(str(value)))


def middle(scale: AnyScale, values: Iterable[Plain]) -> Plain | None:
    """The lower median: of two in the middle the worse one; None where there are no values.

    >>> import maturity as mt
    >>> ladder = mt.load_framework("hwb-elements").scales["levels"]
    >>> middle(ladder, ["green", "red", "amber", "green"])
    'amber'
    """
    ranked = sorted(values, key=lambda value: rank_on(scale, value))
    return ranked[(len(ranked) - 1) // 2] if ranked else None
