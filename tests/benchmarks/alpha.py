"""Alpha of many groups of raters at once, against a loop over the `krippendorff` package."""

from __future__ import annotations

from functools import partial
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

import krippendorff
import numpy as np

from maturity.analysis.alpha import KINDS, alpha

if TYPE_CHECKING:
    from collections.abc import Callable

    from maturity.scoring.arrays import Floats

GROUPS, RATERS, ITEMS, OPTIONS = 1000, 5, 100, 4
MISSING = 0.1
RUNS = 9


def measure_alpha() -> None:
    """Print a line for each kind: how many times as fast, with the same figures to 1e-12."""
    ratings = _ratings()
    for kind in KINDS:
        one = partial(krippendorff.alpha, level_of_measurement=kind)
        together, loop = partial(alpha, ratings, kind), partial(_each, one, ratings)
        np.testing.assert_allclose(together(), loop(), rtol=0, atol=1e-12)
        ours, theirs = _in_turn(together, loop)
        print(
            f"alpha, {kind}, {GROUPS} groups of {RATERS} x {ITEMS}: {theirs / ours:.0f} times a "
            f"loop over the package (at least 20); {ours * 1000:.1f} ms"
        )


def _ratings() -> Floats:
    """Answers by chance, some of them missing."""
    chance = np.random.default_rng(1)
    ratings = chance.integers(0, OPTIONS, (GROUPS, RATERS, ITEMS)).astype(float)
    ratings[chance.random(ratings.shape) < MISSING] = np.nan
    return ratings


def _each(one: Callable[[Floats], float], ratings: Floats) -> list[float]:
    return [one(group) for group in ratings]


def _in_turn(*works: Callable[[], object]) -> list[float]:
    """The median time of each, run in turn, so that what else the machine does slows all alike."""
    times: list[list[float]] = [[] for _ in works]
    for _ in range(RUNS):
        for work, own in zip(works, times, strict=True):
            start = perf_counter()
            work()
            own.append(perf_counter() - start)
    return [median(own) for own in times]


if __name__ == "__main__":
    measure_alpha()
