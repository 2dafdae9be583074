"""Quantile groups, against cases that were worked out by hand."""

from __future__ import annotations

import math
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.analysis.quantile_groups import quantile_group


@pytest.mark.parametrize(
    ("values", "q", "groups"),
    [
        # Rank 1 of 4 in halves: 3 - ceil(4 / 2) = 1; ranks 2 to 4: 3 - ceil(1.5), 1, 0.5.
        ([30, 10, 20, 40], 2, (2, 1, 1, 2)),
        # 10 in quarters: n / q is 2.5, so ranks 1 to 3 are 10, 9 and 8 over 2.5, all above 3.
        (range(1, 11), 4, (1, 1, 1, 2, 2, 3, 3, 3, 4, 4)),
        ([1, 2, 3], 3, (1, 2, 3)),
        # Ties take the lower rank: 1, 2, 2, 2 of 4 in quarters.
        ([1, 5, 5, 5], 4, (1, 2, 2, 2)),
        ([7] * 6, 3, (1,) * 6),
        ([1, 2], 3, (None, None)),
        ([1, None, 2, math.nan], 2, (1, None, 2, None)),
        ([1, None, math.nan], 2, (None, None, None)),
        ([], 2, ()),
        ([0.3, -0.1, 0.2], 3, (3, 1, 2)),
    ],
)
def test_by_hand(values: list[float | None], q: int, groups: tuple[int | None, ...]) -> None:
    """The formula on small cases: even and uneven groups, ties, gaps, too few values."""
    assert quantile_group(values, q) == groups


@given(st.lists(st.integers(0, 30), min_size=2, max_size=60), st.integers(2, 12))
def test_formula(values: list[int], q: int) -> None:
    """It is the published formula on fractions; group 0 never arises, and order is kept."""
    found = quantile_group(values, q)
    n = len(values)
    if n < q:
        assert found == (None,) * n
        return
    for value, group in zip(values, found, strict=True):
        rank = 1 + sum(other < value for other in values)
        assert group == math.floor((q + 1) - math.ceil(((n + 1) - rank) / Fraction(n, q)))
        assert group is not None
        assert 1 <= group <= q


def test_distinct_values_make_even_groups() -> None:
    """Without ties no group is more than one larger than another."""
    groups = quantile_group(range(23), 5)
    sizes = [groups.count(group) for group in range(1, 6)]
    assert max(sizes) - min(sizes) == 1


@pytest.mark.parametrize("q", [1, 0, -1, True])
def test_too_few_groups(q: int) -> None:
    """There are two groups at the least."""
    with pytest.raises(ValueError, match="q as a whole number, 2 or more, found"):
        quantile_group([1, 2], q)


def test_not_whole() -> None:
    """Half a group is refused."""
    with pytest.raises(TypeError, match="q as a whole number, 2 or more, found a number"):
        quantile_group([1, 2], 2.5)  # type: ignore[arg-type]  # on purpose


@pytest.mark.parametrize(
    ("values", "said"),
    [
        (["1"], "found a text"),
        ("12", "found a text"),
        ([True], "found true or false"),
        (1, "found a number"),
    ],
)
def test_not_numbers(values: list[float], said: str) -> None:
    """What is no number is refused."""
    with pytest.raises(TypeError, match=f"quantile_group\\(\\) takes numbers, {said}"):
        quantile_group(values, 2)


def test_infinite() -> None:
    """What can't be calculated with is refused."""
    with pytest.raises(ValueError, match="takes numbers, found inf"):
        quantile_group([1, math.inf], 2)
