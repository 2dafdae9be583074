"""Counts with known sums as a network."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.analysis.sum_network import SumNetwork

if TYPE_CHECKING:
    from maturity.analysis.sum_network import Partition, Step

# Everybody, then two groups, each with two answers: the cells 0 to 5.
COUNTS = (8, 6, 5, 1, 3, 5)
NETWORK = SumNetwork.of(3, 2, [(0, (1, 2))])


def shift(
    cell: int, wanted: int, *, up: bool = True, prices: dict[int, int] | None = None
) -> tuple[int, set[int], int]:
    """How far a cell can go, where the cells with prices may move."""
    prices = dict.fromkeys(range(6), 0) if prices is None else prices

    def room(step: Step, moved: int) -> int:
        other, rises = step
        return 99 if rises else COUNTS[other] + moved

    return NETWORK.shift(cell, up, wanted, room, prices.get)


def test_each_cell_stands_in_two_sums() -> None:
    """A row's own sum on one side, the sum over the groups for that answer on the other."""
    assert NETWORK.tails == (3, 4, 1, 1, 2, 2)
    assert NETWORK.heads == (0, 0, 3, 4, 3, 4)


def test_two_ways_and_nested() -> None:
    """The whole lies between two partitions, a row in the middle between two as well."""
    nested: list[Partition] = [(0, (1, 2)), (0, (3,)), (3, (4, 5))]
    network = SumNetwork.of(6, 1, nested)
    assert network.tails == (6, 1, 2, 7, 8, 8)
    assert network.heads == (7, 6, 6, 8, 4, 5)


def test_as_far_as_the_others_allow() -> None:
    """A count rises until the other of its row is used up, or that of the other group."""
    assert shift(2, 9)[0] == 1
    assert shift(4, 9)[0] == 5


def test_no_further_than_asked() -> None:
    """What is asked for is enough."""
    assert shift(4, 2)[0] == 2


def test_nothing_moves_alone() -> None:
    """Without another cell that may move, or with one in the row only, nothing moves."""
    assert shift(4, 1, prices={}) == (0, set(), 0)
    assert shift(4, 1, prices={5: 0}) == (0, set(), 0)


def test_free_ways_come_first() -> None:
    """A way that costs nothing is taken, even where a shorter one has a price."""
    free = {5: 0, 2: 0, 3: 0, 0: 7, 1: 7}
    assert shift(4, 1, prices=free) == (1, {5, 2, 3}, 0)


def test_the_cheapest_way() -> None:
    """Else the cheapest; a cell is paid for once."""
    assert shift(4, 2, prices={5: 1, 2: 1, 3: 1, 0: 9, 1: 9}) == (2, {5, 2, 3}, 3)
    assert shift(4, 5, prices={5: 1, 2: 9, 3: 9, 0: 1, 1: 1}) == (5, {5, 0, 1}, 3)
