"""The best choice among possible pairs, against every choice that could be made."""

from __future__ import annotations

import sys
from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

import maturity as mt
from maturity.analysis.pairing import best_choice

if TYPE_CHECKING:
    from collections.abc import Sequence

Limits = list[tuple[list[tuple[int, ...]], int]]


@st.composite
def choices(draw: st.DrawFn) -> tuple[list[int], Limits]:
    """Some choices with what they are worth, and limits on the names that they use."""
    count = draw(st.integers(0, 7))
    names = st.lists(st.integers(0, 3), min_size=1, max_size=2, unique=True).map(tuple)
    uses = st.lists(names, min_size=count, max_size=count)
    worth = draw(st.lists(st.integers(1, 5), min_size=count, max_size=count))
    return worth, draw(st.lists(st.tuples(uses, st.integers(1, 2)), min_size=1, max_size=3))


def fits(chosen: Sequence[int], limits: Limits) -> bool:
    """Whether no name is used too often."""
    return all(
        most <= limit
        for uses, limit in limits
        for most in Counter(name for place in chosen for name in uses[place]).values()
    )


@given(choices())
def test_nothing_better_can_be_chosen(drawn: tuple[list[int], Limits]) -> None:
    """What is chosen keeps to every limit, and no other such choice is worth more."""
    worth, limits = drawn
    chosen = best_choice(worth, limits)
    assert fits(chosen, limits)
    best = max(
        sum(worth[place] for place in some)
        for size in range(len(worth) + 1)
        for some in combinations(range(len(worth)), size)
        if fits(some, limits)
    )
    assert sum(worth[place] for place in chosen) == best


def test_without_scipy(monkeypatch: pytest.MonkeyPatch) -> None:
    """The message names the extra."""
    monkeypatch.setitem(sys.modules, "scipy", None)
    monkeypatch.setattr("maturity.analysis.pairing.find_spec", lambda _: None)
    with pytest.raises(mt.ExtraMissing, match='needs the extra "solve": scipy is not installed'):
        best_choice([1], [([(1,)], 1)])
