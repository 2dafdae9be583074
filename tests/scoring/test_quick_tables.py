"""Tables of what a rule comes to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from maturity.scoring.quick_sums import Room
from maturity.scoring.quick_tables import Ladder, Lookup, table_of_sums
from maturity.scoring.readings import Reading
from maturity.scoring.states import Points

from .quick_tools import node_of, quick_of
from .tools import THREE, at, ruled

if TYPE_CHECKING:
    from maturity.scoring.quick_tables import Table

EIGHTY = ruled('"staged", threshold = 0.8')


def table_of(body: str, reading: Reading = Reading.LOW) -> Table | None:
    """The table of dimension `a`."""
    node = node_of(quick_of(body))
    return table_of_sums(node.step, node.sums[reading])


def looked_up(table: Table, *sums: list[int]) -> Points:
    """What a table says of some sums."""
    count = len(sums[0])
    out = Points(value=np.empty(count), rank=np.empty(count, np.int16))
    table.fill([np.array(one, np.uint8) for one in sums], [], out, Room())
    return out


def test_mean() -> None:
    """Two and a half of three, in halves, is five sixths; of nothing there is no value."""
    table = table_of(ruled('"mean"') + THREE)
    assert isinstance(table, Lookup)
    assert table.widths == (7, 4)
    found = looked_up(table, [5, 0, 0], [3, 2, 0])
    assert found.value[:2].tolist() == [2.5 / 3, 0.0]
    assert np.isnan(found.value[2])
    assert found.rank.tolist() == [-1, -1, -1]


def test_ladder() -> None:
    """Four of five are enough for 80 per cent; three of five are three quarters of the way."""
    table = table_of(EIGHTY + at(bronze=5, silver=1, gold=1))
    assert isinstance(table, Ladder)
    gold = [1, 1, 1, 0]
    found = looked_up(table, [4, 3, 5, 0], [5, 5, 5, 0], [1, 1, 0, 0], [1, 1, 1, 0], gold, gold)
    assert found.value[:3].tolist() == [3.0, 0.75, 1.0]
    assert found.rank.tolist() == [3, 0, 1, -1]
    assert np.isnan(found.value[3])


@pytest.mark.parametrize(("level", "rank"), [("pass", 3), ("fail", 0)])
def test_a_rung_with_nothing_left(level: str, rank: int) -> None:
    """A rung all of which does not apply holds or not, as the conventions say."""
    body = ruled('"staged", threshold = 0.8', conventions=f'empty_level = "{level}"')
    table = table_of(body + at(bronze=1, silver=1, gold=1))
    assert isinstance(table, Ladder)
    found = looked_up(table, [0], [0], [1], [1], [1], [1])
    assert (found.value.tolist(), found.rank.tolist()) == ([float(rank)], [rank])


def test_no_table() -> None:
    """There is none of numbers that aren't whole, nor of what would be too large."""
    tenths = '[dimensions.a]\ntitle = "A"\nitems.x = { text = "X", weight = 0.1 }\n'
    assert table_of(ruled('"mean"') + tenths) is None
    large = '[dimensions.a]\ntitle = "A"\nitems.x = { text = "X", weight = 300 }\n'
    assert table_of(ruled('"mean"') + large) is None
