"""Which counts of people are hidden."""

from __future__ import annotations

import pytest

from maturity.analysis.suppression import Counts, Unprotected, hidden_cells, sensitive_cells


def table(*groups: tuple[int, ...], telling: int | None = None) -> Counts:
    """A table of groups, with everybody first."""
    whole = tuple(map(sum, zip(*groups, strict=True)))
    parts = tuple(range(1, len(groups) + 1))
    size = len(whole) if telling is None else telling
    return Counts((whole, *groups), ((0, parts),), frozenset(range(size)))


def hidden(counts: Counts, minimum: int = 11) -> list[tuple[int, int]]:
    """The hidden cells, in order."""
    return sorted(hidden_cells(counts, minimum))


def test_nothing_small() -> None:
    """Where nothing is small, nothing is hidden; nobody is no small number."""
    assert hidden(table((20, 30, 0), (40, 15, 11))) == []


def test_small_numbers_and_others_with_them() -> None:
    """A small number is hidden, and one more in its row and column, so that no sum tells it."""
    assert hidden(table((40, 47), (30, 3))) == [(1, 0), (1, 1), (2, 0), (2, 1)]


def test_totals_stay_where_they_can() -> None:
    """Numbers of single groups are hidden before the totals are."""
    counts = table((40, 47, 30), (30, 3, 12), (20, 25, 14))
    assert hidden(counts) == [(2, 1), (2, 2), (3, 1), (3, 2)]


def test_two_small_ones_in_a_row_may_not_be_enough() -> None:
    """Two hidden numbers that add up to few people would still be known to be few."""
    cells = hidden(table((3, 4, 60, 70), (80, 90, 60, 50)))
    assert [column for row, column in cells if row == 1] == [0, 1, 3]


def test_everybody_gave_one_answer() -> None:
    """The answer that all of a group gave is hidden, though it is large."""
    counts = table((30, 0, 0), (20, 15, 40))
    cells = hidden(counts)
    assert sensitive_cells(counts, 11) == [3]
    assert (1, 0) in cells
    assert {(1, 1), (1, 2)} & set(cells)


def test_everybody_is_silent() -> None:
    """That nobody of a group answered says nothing of what they think."""
    assert hidden(table((0, 0, 30), (20, 15, 40), telling=2)) == []


def test_all_shown() -> None:
    """A minimum of 1 hides nothing."""
    assert hidden(table((1, 2), (5, 0)), 1) == []


def test_told_which_are_small() -> None:
    """Two numbers of 10 are not left to add up to 20: somebody who knows them small has both."""
    counts = table((10, 10, 40), (30, 30, 30))
    assert {(1, 0), (1, 1), (1, 2)} <= set(hidden(counts))


def test_a_row_that_can_not_be_shown() -> None:
    """Where each number of a group is at its largest, the group's size gives all of them away."""
    with pytest.raises(Unprotected) as found:
        hidden(table((10, 10, 10), (30, 30, 30)))
    assert found.value.rows == {1}
