"""Krippendorff's alpha: how far raters agree beyond chance, for many groups of raters at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from maturity.errors.arguments import expect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import ArrayLike

    from maturity.scoring.arrays import Floats

Kind: TypeAlias = Literal["nominal", "ordinal", "interval"]
Counts: TypeAlias = NDArray[np.unsignedinteger]

KINDS: tuple[Kind, ...] = get_args(Kind)
SEED = 2011
MOST_UNDEFINED = 0.05
_DIMENSIONS = 3
# Large enough that the loop costs nothing, small enough that memory stays small.
_AT_ONCE = 1_048_576


@frozen
class Interval:
    """From `low` to `high`; both NaN where there is none."""

    low: float
    high: float


def alpha(ratings: ArrayLike, kind: Kind = "ordinal") -> Floats:
    """Krippendorff's alpha of each group of raters.

    `ratings`: shape (groups, raters, items), any finite numbers; NaN: this rater did not answer.
    `kind`: how far apart two answers are. `nominal`: the same or not. `ordinal`: only their order
    counts. `interval`: the difference of the numbers. Groups with fewer raters or items are filled
    up with NaN, which changes nothing, and each group comes out as it would alone, to the bit.

    The result has the shape (groups,). 1: the raters agree throughout. 0: as much as chance would
    give. Below 0: less than chance. NaN: undefined, because no item has two answers, or because
    all the answers that can be compared are the same (then nothing tells agreement from habit).
    ValueError where the shape, a number or the kind can't be used.

    Source: K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), part E: 1 less the
    observed disagreement over the expected one, n - 1 times the sum over the items of their
    disagreement / (answers - 1), over the disagreement of all the answers together.

    >>> both = [[[1, 2, 3, 3, 2], [1, 2, 3, 3, 1]]]
    >>> alpha(both, "nominal").round(3)
    array([0.727])
    """
    given = _as_ratings(ratings)
    expect(kind, str, "alpha() takes the name of a kind")
    if kind not in KINDS:
        raise ValueError(f"alpha() takes one of {', '.join(KINDS)} as the kind")
    groups, raters, items = given.shape
    found = np.full(groups, np.nan)
    for block in _blocks(groups, raters * items):
        found[block] = _alpha(*_counted(given[block]), kind)
    return found


def alpha_interval(
    ratings: ArrayLike,
    kind: Kind = "ordinal",
    *,
    draws: int = 1000,
    share: float = 0.95,
    generator: np.random.Generator | None = None,
) -> Interval:
    """How far alpha of one group could lie elsewhere, had other items been asked.

    `ratings`: shape (raters, items). As many items as there are that two or more answered are
    drawn out of these, with repeats, `draws` times; the interval holds the middle `share` (0 to 1)
    of the alphas (a percentile bootstrap over items). `generator`: where chance comes from; None: a
    fresh one with the seed 2011, so that the same ratings give the same interval.

    Both ends are NaN where alpha is undefined, or is in more than a twentieth of the draws.

    Its limits: the raters are taken as given, so it says nothing of other raters. With few items
    (below about 20) it is too narrow. The items of one organisation hang together, which it does
    not know.

    >>> found = alpha_interval([[1, 2, 3, 3, 2, 1], [1, 2, 3, 3, 1, 1]], "nominal")
    >>> round(found.low, 2), found.high
    (0.08, 1.0)
    """
    expect(draws, int, "alpha_interval() takes a whole number of draws")
    if draws < 1 or not 0 < share < 1:
        raise ValueError("alpha_interval() takes at least 1 draw, and a share between 0 and 1")
    given = _as_ratings(np.asarray(ratings)[None])
    paired = given[0][:, (~np.isnan(given[0])).sum(axis=0) > 1]
    items = paired.shape[1]
    if np.isnan(alpha(given, kind)[0]):
        return Interval(np.nan, np.nan)
    chance = np.random.default_rng(SEED) if generator is None else generator
    chosen = chance.integers(0, items, (draws, items))
    counts, values = _counted(paired[None])
    drawn = np.concatenate(
        [
            _alpha(counts[:, 0, chosen[block]], values, kind)
            for block in _blocks(draws, items * len(values))
        ]
    )
    known = np.sort(drawn[~np.isnan(drawn)])
    if len(known) < draws * (1 - MOST_UNDEFINED):
        return Interval(np.nan, np.nan)
    low, high = np.quantile(known, [(1 - share) / 2, (1 + share) / 2])
    return Interval(float(low), float(high))


def _as_ratings(given: ArrayLike) -> Floats:
    """The ratings as an array of floats; ValueError where they can't be."""
    ratings = np.asarray(given, float)
    if ratings.ndim != _DIMENSIONS:
        raise ValueError("ratings have three axes, groups, raters and items (one group: two)")
    return ratings


def _values(ratings: Floats) -> Floats:
    """The different ratings, ascending; ValueError where one is not finite."""
    values = np.unique(ratings)
    values = values[~np.isnan(values)]
    if np.isinf(values).any():
        raise ValueError("ratings are finite numbers, or NaN for no answer")
    return values


def _blocks(count: int, size: int) -> Iterator[slice]:
    """`count` things in blocks of a bearable size, each thing of `size` numbers."""
    step = max(1, _AT_ONCE // max(size, 1))
    return (slice(start, start + step) for start in range(0, count, step))


def _counted(ratings: Floats) -> tuple[Counts, Floats]:
    """How often each value was given, (values, groups, items); and the values, ascending.

    Often the first group has them all, and then there is no need to look through the others.
    """
    values = _values(ratings[:1])
    counts = _count(ratings, values)
    answers = counts.sum(axis=0, dtype=counts.dtype).sum(dtype=np.intp)
    if answers + np.count_nonzero(np.isnan(ratings)) < ratings.size:
        values = _values(ratings)
        counts = _count(ratings, values)
    return counts, values


def _count(ratings: Floats, values: Floats) -> Counts:
    """How often each of some values was given."""
    groups, raters, items = ratings.shape
    counts = np.zeros((len(values), groups, items), np.min_scalar_type(raters))
    same = np.empty((groups, items), bool)
    for rater in range(raters):
        own = np.ascontiguousarray(ratings[:, rater])
        for place, value in enumerate(values):
            np.equal(own, value, out=same)
            counts[place] += same.view(np.uint8)
    return counts


def _alpha(counts: Counts, values: Floats, kind: Kind) -> Floats:
    """Alpha of groups, out of how often each of the ascending `values` was given."""
    size = counts.sum(axis=0, dtype=counts.dtype)
    counts = counts * (size > 1)
    most = np.min_scalar_type(counts.shape[2] * int(size.max(initial=0)))
    totals = counts.sum(axis=2, dtype=most).astype(np.intp)
    steps = _steps(totals, values, kind)
    expected = _disagreement(totals[..., None], steps)[:, 0]
    within = _disagreement(counts, steps)
    observed = _over_pairs(within, size)
    ratio = np.full(len(expected), np.nan)
    np.divide((totals.sum(axis=0) - 1) * observed, expected, out=ratio, where=expected > 0)
    return np.asarray(1 - ratio)


def _steps(totals: NDArray[np.intp], values: Floats, kind: Kind) -> Floats | None:
    """How far each value is from the one below it: (values, groups); None: no matter how far.

    Below means the next that the group has, so that other groups' values change nothing. Ordinal:
    twice the distance between the middle ranks, which is a whole number.
    """
    if kind == "nominal":
        return None
    steps = np.zeros(totals.shape)
    if kind == "ordinal":
        steps[1:] = totals[:-1] + totals[1:]
        return steps
    own = np.where(totals > 0, values[:, None], -np.inf)
    last = np.maximum.accumulate(own, axis=0)[:-1]
    np.subtract(own[1:], last, out=steps[1:], where=(totals[1:] > 0) & np.isfinite(last))
    return steps


def _disagreement(counts: NDArray[np.integer], steps: Floats | None) -> Floats:
    """The squared distances of all pairs of answers, added up: counts (values, groups, items).

    It goes up the values and keeps what a value is apart from all answers below it: how many they
    are, the sum of the distances and that of their squares. A step up adds step x (the distances
    before and after it) to the squares. Nothing is ever subtracted, so that equal answers give an
    exact nought.
    """
    found, near, nearer, far, here, part = (np.zeros(counts.shape[1:]) for _ in range(6))
    below = counts[:1].sum(axis=0, dtype=float)
    for place, count in enumerate(counts[1:], start=1):
        if steps is not None:
            step = steps[place][:, None]
            np.add(near, np.multiply(below, step, out=part), out=nearer)
            near += nearer
            far += np.multiply(near, step, out=part)
            near, nearer = nearer, near
        here[:] = count
        found += np.multiply(here, below if steps is None else far, out=part)
        below += here
    return found


def _over_pairs(within: Floats, size: Counts) -> Floats:
    """The items' disagreements, each over its answers less one, added up: (groups,).

    Items with as many answers are added first: whole numbers, as they are for all but intervals,
    then come to the same in any order.
    """
    groups = len(size)
    widest = int(size.max(initial=0)) + 1
    keys = size + np.arange(groups)[:, None] * widest
    sums = np.bincount(keys.ravel(), within.ravel(), groups * widest).reshape(groups, widest)
    found = np.zeros(groups)
    for answers in range(2, widest):
        found += sums[:, answers] / (answers - 1)
    return found
