"""A smallest cover, checked against what can be counted by hand."""

from __future__ import annotations

import random
from itertools import combinations

import pytest

from maturity.scoring import smallest
from maturity.scoring.gains import Constraint
from maturity.scoring.smallest import smallest_cover


def cover(items: list[int], constraints: list[Constraint]) -> list[int] | None:
    """The cover, which is proven to be a smallest one; None where there is none."""
    found = smallest_cover(items, constraints)
    assert found is None or found.exact
    return None if found is None else found.items


def test_nothing_missing() -> None:
    """Without constraints nothing is needed."""
    assert cover([1, 2], []) == []


def test_largest_gain() -> None:
    """One item that brings enough is better than two that do together."""
    assert cover([1, 2, 3], [Constraint(2.0, {1: 1.0, 2: 1.0, 3: 2.0})]) == [3]


def test_earlier_items_first() -> None:
    """Among items that bring the same, earlier ones are taken."""
    assert cover([5, 3, 4], [Constraint(2.0, {5: 1.0, 3: 1.0, 4: 1.0})]) == [5, 3]


def test_shared_items() -> None:
    """An item that helps two constraints at once is worth more than one for each."""
    constraints = [Constraint(1.0, {1: 1.0, 3: 1.0}), Constraint(1.0, {2: 1.0, 3: 1.0})]
    assert cover([1, 2, 3], constraints) == [3]


def test_greedy_would_fail() -> None:
    """The item with the largest gain is not in the smallest set: 4 = 2 + 2, and not 3 + 2."""
    constraints = [
        Constraint(2.0, {1: 1.0, 2: 2.0}),
        Constraint(2.0, {1: 1.0, 3: 2.0}),
        Constraint(1.0, {1: 1.0}),
    ]
    # Item 1 is needed for the third, brings 1 to the others, and both still want 1 more.
    assert cover([1, 2, 3], constraints) == [1, 2, 3]
    assert cover([1, 2, 3], constraints[:2]) == [2, 3]


def test_first_of_equally_small() -> None:
    """Of the pairs that reach 3, the first in order is taken, not the one that brings most."""
    gains = {1: 1.0, 2: 1.0, 3: 2.0, 4: 2.0}
    assert cover([1, 2, 3, 4], [Constraint(3.0, gains)]) == [1, 3]
    assert cover([4, 2, 3, 1], [Constraint(3.0, gains)]) == [4, 2]


def test_constraints_apart() -> None:
    """Constraints that share no item are covered each for itself, however many items there are."""
    gains = [{item: 1 + 0.01 * item for item in range(40) if item % 2 == odd} for odd in (0, 1)]
    found = cover(list(range(40)), [Constraint(10.0, gain) for gain in gains])
    assert found is not None
    assert len(found) == 16
    assert cover(list(range(40)), [Constraint(10.0, gains[0]), Constraint(9.0, {})]) is None


def test_sizes_are_tried_in_turn() -> None:
    """Where no single constraint shows how many are needed, one more is tried."""
    constraints = [
        Constraint(1.0, {1: 1.0, 2: 1.0}),
        Constraint(1.0, {2: 1.0, 3: 1.0}),
        Constraint(1.0, {1: 1.0, 3: 1.0}),
    ]
    assert cover([1, 2, 3], constraints) == [1, 2]  # each needs one, no one covers all


def test_impossible() -> None:
    """Where even all together don't suffice there is no cover."""
    assert cover([1, 2], [Constraint(9.0, {1: 1.0, 2: 1.0})]) is None


def by_hand(items: list[int], constraints: list[Constraint]) -> list[int] | None:
    """The first of all sets, by size and then in order, that covers every constraint."""
    sets = (list(one) for size in range(len(items) + 1) for one in combinations(items, size))
    return next((one for one in sets if all(covers(one, c) for c in constraints)), None)


def covers(chosen: list[int], constraint: Constraint) -> bool:
    """Whether items bring what a constraint misses."""
    gained = sum(constraint.gains.get(item, 0.0) for item in chosen)
    return gained >= constraint.missing - 1e-12


@pytest.mark.parametrize("seed", range(200))
def test_as_by_hand(seed: int) -> None:
    """What is found is what trying every set finds."""
    draw = random.Random(seed)  # noqa: S311  # no secret
    items = list(range(draw.randint(1, 9)))
    most, unit = draw.choice([1, 2, 5, 99]), draw.choice([1, 0.1])
    constraints = []
    for _ in range(draw.randint(1, 4)):
        gains = {item: draw.randint(1, most) * unit for item in items if draw.random() < 0.8}
        missing = draw.random() * sum(gains.values()) * draw.choice([0.3, 0.7, 1, 1.05])
        constraints += [Constraint(missing, gains)] if missing > 0 else []
    assert cover(items, constraints) == by_hand(items, constraints)


def test_many_items_and_uneven_gains() -> None:
    """A hundred items that count three times, with weights of all sizes, are no trouble."""
    draw = random.Random(1)  # noqa: S311  # no secret
    constraints = []
    for _ in range(3):
        gains = {item: float(draw.randint(1, 99)) for item in range(100)}
        constraints.append(Constraint(0.6 * sum(gains.values()), gains))
    found = cover(list(range(100)), constraints)
    assert found is not None
    assert all(covers(found, constraint) for constraint in constraints)


@pytest.mark.parametrize("limit", ["EFFORT", "MOST_KINDS"])
def test_too_much_effort(limit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a proof would take too long there is a set that suffices, and it is no proof."""
    monkeypatch.setattr(smallest, limit, 1)
    draw = random.Random(1)  # noqa: S311  # no secret
    gains = [{item: draw.random() ** 3 for item in range(30)} for _ in range(3)]
    constraints = [Constraint(0.5 * sum(one.values()), one) for one in gains]
    found = smallest_cover(list(range(30)), constraints)
    assert found is not None
    assert not found.exact
    assert all(covers(found.items, constraint) for constraint in constraints)
