"""Buddies: who is strong with who is weak, and pairs that help both ways."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import maturity as mt

if TYPE_CHECKING:
    from random import Random

KIT = mt.parse_framework(
    """schema = 1
id = "kit"
title = "Kit"
edition = "1"
[levels]
low = "Low"
middle = "Middle"
high = "High"
[scoring]
scale = "levels"
dimension = { rule = "weakest-link" }
overall = { rule = "none" }
[dimensions.a.items]
x = "X."
y = "Y."
[dimensions.b.items]
z = "Z."
"""
)
LEVELS = ("low", "middle", "high")


def sheet(name: str, a: str | None, b: str | None, sector: str | None = None) -> mt.Assessment:
    """An organisation that stands at these levels of the two dimensions; None: not answered."""
    answers = {path: level for path, level in (("a.x", a), ("a.y", a), ("b.z", b)) if level}
    return KIT.assess(answers, organisation=mt.Organisation(name=name, sector=sector))


def told(*sheets: mt.Assessment, **options: int) -> list[tuple[str, str, str]]:
    """The pairs that are suggested."""
    found = mt.buddies(mt.Cohort.of(sheets), **options)  # type: ignore[arg-type]  # its own options
    return [(one.dimension, one.mentor, one.learner) for one in found.pairs]


def test_a_pair_is_explained() -> None:
    """A sentence names both, their levels, and the items to begin with."""
    found = mt.buddies(
        mt.Cohort.of([sheet("A", "high", None, "trust"), sheet("B", "low", "low", "trust")])
    )
    (one,) = found.pairs
    assert one.text == (
        "A could show B how it works on A: High beside Low, 2 levels apart, in the same sector."
    )
    assert one.items == ("a.x", "a.y")
    assert dict(found.unmatched) == {"a": (), "b": ("B",)}


def test_the_widest_gap_comes_first() -> None:
    """A mentor who has time for one helps the one who stands lowest."""
    sheets = [sheet("A", "high", None), sheet("B", "middle", None), sheet("C", "low", None)]
    assert told(*sheets, capacity=1, apart=2) == [("a", "A", "C")]


def test_a_sector_is_preferred() -> None:
    """Of two mentors as good, the one of the same sector."""
    strong = [sheet("A", "high", None, "x"), sheet("B", "high", None, "y")]
    sheets = [*strong, sheet("C", "low", None, "y")]
    assert told(*sheets) == [("a", "B", "C")]


def test_nobody_twice_unless_asked() -> None:
    """The same two are paired in one dimension, or in both where that is wanted."""
    sheets = [sheet("A", "high", "high"), sheet("B", "low", "middle")]
    assert told(*sheets) == [("a", "A", "B")]
    assert told(*sheets, again=True) == [("a", "A", "B"), ("b", "A", "B")]


def test_who_has_no_level_has_no_part() -> None:
    """Not begun is not weak."""
    assert told(sheet("A", "high", None), sheet("B", None, None)) == []


def test_both_ways() -> None:
    """Two that are strong where the other is weak are told, with what each gives."""
    found = mt.buddies(mt.Cohort.of([sheet("A", "high", "low"), sheet("B", "low", "high")]))
    (pair,) = found.mutual
    assert pair.text == ("A and B could help each other: the first with A, the second with B.")


def test_arguments() -> None:
    """A capacity and a gap of at least one."""
    cohort = mt.Cohort.of([sheet("A", None, None)])
    with pytest.raises(ValueError, match="1 or more as capacity, found 0"):
        mt.buddies(cohort, capacity=0)
    with pytest.raises(ValueError, match="1 or more as apart, found 0"):
        mt.buddies(cohort, apart=0)


standing = st.sampled_from([*LEVELS, None])


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(standing, standing, st.sampled_from(["x", "y", None])), max_size=6, min_size=1
    ),
    st.integers(1, 3),
    st.booleans(),
    st.randoms(use_true_random=False),
)
def test_the_limits_hold_in_any_order(
    drawn: list[tuple[str | None, str | None, str | None]],
    capacity: int,
    again: bool,  # noqa: FBT001  # hypothesis gives it
    random: Random,
) -> None:
    """Pairs keep to what is promised, and the order of the rows changes nothing."""
    sheets = [sheet(f"O{n}", *one) for n, one in enumerate(drawn)]
    found = mt.buddies(mt.Cohort.of(sheets), capacity=capacity, again=again)
    for one in found.pairs:
        assert one.level.rank - one.below.rank == one.apart >= 1
    helped = [(one.dimension, one.learner) for one in found.pairs]
    assert len(helped) == len(set(helped))
    names = {one.name for one in (s.organisation for s in sheets)}
    assert all(sum(one.mentor == name for one in found.pairs) <= capacity for name in names)
    couples = [frozenset((one.mentor, one.learner)) for one in found.pairs]
    assert again or len(couples) == len(set(couples))
    in_mutual = [name for pair in found.mutual for name in (pair.first, pair.second)]
    assert len(in_mutual) == len(set(in_mutual))
    random.shuffle(sheets)
    assert mt.buddies(mt.Cohort.of(sheets), capacity=capacity, again=again) == found
