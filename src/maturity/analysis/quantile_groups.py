"""Quantile groups (quarters, fifths, tenths) as public-health analysts make them."""

from __future__ import annotations

from bisect import bisect_left

from maturity.errors.arguments import expect

from .series_values import Values, plain_values

FEWEST = 2
_TAKES = "quantile_group() takes numbers"


def quantile_group(values: Values, q: int) -> tuple[int | None, ...]:
    """The group of each value, from 1 (the lowest values) to `q` (the highest).

    `values`: numbers, None or NaN where one is missing. `q`: how many groups, 2 or more: 4 for
    quarters, 5 for fifths. A missing value has no group (None) and is not counted. With fewer
    values than groups there are none: all are None. Equal values share the lowest of their ranks,
    so they are always in one group, and a group may be empty.

    With n values, rank 1 the lowest:
    floor((q + 1) - ceil(((n + 1) - rank) / (n / q))), as public-health analysts in England state
    it. They add that group 0 becomes 1: with decimals, n / q can be off in its last digit and push
    the lowest value out. Here it is worked out in whole numbers, so group 0 never arises.
    TypeError and ValueError where a value or `q` is not a number that will do.

    >>> quantile_group([30, 10, 20, 40], 2)
    (2, 1, 1, 2)
    >>> quantile_group([1, 2, 3, 4, 5, None], 5)
    (1, 2, 3, 4, 5, None)
    """
    takes = f"quantile_group() takes q as a whole number, {FEWEST} or more"
    expect(q, int, takes)
    if isinstance(q, bool) or q < FEWEST:
        raise ValueError(f"{takes}, found {q}")
    plain = plain_values(values, _TAKES)
    ranked = sorted(value for value in plain if value is not None)
    count = len(ranked)
    if count < q:
        return (None,) * len(plain)
    return tuple(
        None if value is None else _group(bisect_left(ranked, value) + 1, count, q)
        for value in plain
    )


def _group(rank: int, count: int, q: int) -> int:
    """The formula for one rank; -(-a // b) is a / b rounded up."""
    return q + 1 + (-(count + 1 - rank) * q) // count
