"""A smallest cover, checked against what can be counted by hand."""

from __future__ import annotations

from maturity.scoring.gains import Constraint
from maturity.scoring.smallest import smallest_cover


def test_nothing_missing() -> None:
    """Without constraints nothing is needed."""
    assert smallest_cover([1, 2], []) == []


def test_largest_gain() -> None:
    """One item that brings enough is better than two that do together."""
    assert smallest_cover([1, 2, 3], [Constraint(2.0, {1: 1.0, 2: 1.0, 3: 2.0})]) == [3]


def test_earlier_items_first() -> None:
    """Among items that bring the same, earlier ones are taken."""
    assert smallest_cover([5, 3, 4], [Constraint(2.0, {5: 1.0, 3: 1.0, 4: 1.0})]) == [5, 3]


def test_shared_items() -> None:
    """An item that helps two constraints at once is worth more than one for each."""
    constraints = [Constraint(1.0, {1: 1.0, 3: 1.0}), Constraint(1.0, {2: 1.0, 3: 1.0})]
    assert smallest_cover([1, 2, 3], constraints) == [3]


def test_greedy_would_fail() -> None:
    """The item with the largest gain is not in the smallest set: 4 = 2 + 2, and not 3 + 2."""
    constraints = [
        Constraint(2.0, {1: 1.0, 2: 2.0}),
        Constraint(2.0, {1: 1.0, 3: 2.0}),
        Constraint(1.0, {1: 1.0}),
    ]
    # Item 1 is needed for the third, brings 1 to the others, and both still want 1 more.
    assert sorted(smallest_cover([1, 2, 3], constraints) or []) == [1, 2, 3]
    assert sorted(smallest_cover([1, 2, 3], constraints[:2]) or []) == [2, 3]


def test_first_of_equally_small() -> None:
    """Of the pairs that reach 3, the first in order is taken, not the one that brings most."""
    gains = {1: 1.0, 2: 1.0, 3: 2.0, 4: 2.0}
    assert smallest_cover([1, 2, 3, 4], [Constraint(3.0, gains)]) == [1, 3]
    assert smallest_cover([4, 2, 3, 1], [Constraint(3.0, gains)]) == [4, 2]


def test_constraints_apart() -> None:
    """Constraints that share no item are covered each for itself, however many items there are."""
    gains = [{item: 1 + 0.01 * item for item in range(40) if item % 2 == odd} for odd in (0, 1)]
    found = smallest_cover(range(40), [Constraint(10.0, gain) for gain in gains])
    assert found is not None
    assert len(found) == 16
    assert smallest_cover(range(40), [Constraint(10.0, gains[0]), Constraint(9.0, {})]) is None


def test_sizes_are_tried_in_turn() -> None:
    """Where no single constraint shows how many are needed, one more is tried."""
    constraints = [
        Constraint(1.0, {1: 1.0, 2: 1.0}),
        Constraint(1.0, {2: 1.0, 3: 1.0}),
        Constraint(1.0, {1: 1.0, 3: 1.0}),
    ]
    assert (
        len(smallest_cover([1, 2, 3], constraints) or []) == 2
    )  # each needs one, no one covers all


def test_impossible() -> None:
    """Where even all together don't suffice there is no cover."""
    assert smallest_cover([1, 2], [Constraint(9.0, {1: 1.0, 2: 1.0})]) is None
