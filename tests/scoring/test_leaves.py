"""What each answer to an item is worth: value, place from 0 to 1, rank."""

from __future__ import annotations

import numpy as np
import pytest

from maturity.model.scales import Bands, NumericScale, Option
from maturity.scoring.leaves import build_leaves, lowest_rank, number_places, number_ranks, places

from .tools import BANDED, WITH_BELOW, framework_of

LADDER = ("bronze", "silver", "gold")


def options(*values: float) -> tuple[Option, ...]:
    """Options with these values."""
    return tuple(Option(f"o{place}", "", value) for place, value in enumerate(values))


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ((2.0, 3.0, 6.0), [0, 0.25, 1]),
        ((1.0, 1.0, 3.0), [0, 0, 1]),
        ((5.0, 5.0, 5.0), [0, 0.5, 1]),
        ((5.0,), [1]),
    ],
)
def test_places(values: tuple[float, ...], expected: list[float]) -> None:
    """A place follows from the value, or from the order where all values are equal."""
    assert places(options(*values)) == expected


def test_number_places() -> None:
    """A number's place runs from the worst, 0, to the best, 1, whichever end that is."""
    days = NumericScale(id="days", minimum=0, maximum=20, better="lower")
    assert number_places(days, np.array([20.0, 15.0, 0.0])).tolist() == [0, 0.25, 1]


@pytest.mark.parametrize(
    ("direction", "limits", "ranks"),
    [
        ("from", {"bronze": 10, "silver": 20}, [0, 1, 1, 2]),
        ("above", {"bronze": 10, "silver": 20}, [0, 0, 1, 1]),
        ("up_to", {"silver": 10, "gold": 5}, [3, 2, 1, 1]),
        ("under", {"bronze": 20, "gold": 10}, [3, 1, 1, 0]),
    ],
)
def test_number_ranks(direction: str, limits: dict[str, float], ranks: list[int]) -> None:
    """Bands read as they are said, at 5, 10, 15 and 20: at, above, up to, under."""
    bands = Bands(direction, tuple(limits.items()))  # type: ignore[arg-type]  # one of the directions
    scale = NumericScale(id="n", minimum=0, maximum=100, bands=bands)
    found = number_ranks(scale, np.array([5.0, 10.0, 15.0, 20.0]), LADDER)
    assert found.tolist() == ranks
    assert [bands.rank(number, LADDER) for number in (5, 10, 15, 20)] == ranks


def test_tables() -> None:
    """Items come in the order of their paths, whatever the file's, each with its scale."""
    text = (
        BANDED
        + """
    [dimensions.b]
    title = "B"
    items.z = { text = "Z", scale = "levels" }
    items.y = { text = "Y", scale = "rate", obligation = "may" }
    [dimensions.a]
    title = "A"
    items.x = { text = "X", scale = "met" }
    """
    )
    leaves = build_leaves(framework_of(text))
    assert [item.id for item in leaves.items] == ["a.x", "b.y", "b.z"]
    assert leaves.value.tolist() == [[0, 0.5, 1], [0, 100, 0], [1, 2, 3]]
    assert leaves.rank.tolist() == [[-1, -1, -1], [0, 3, -1], [1, 2, 3]]
    assert leaves.top.tolist() == [2, 1, 2]
    assert leaves.may.tolist() == [False, True, False]
    assert leaves.numeric == (1,)
    assert not leaves.value.flags.writeable


def test_lowest_rank() -> None:
    """The lowest answer on the ladder has rank 1, or 0 where `below` is an answer."""
    scales = framework_of(BANDED).scales
    assert lowest_rank(scales["levels"], LADDER) == 1.0
    assert lowest_rank(framework_of("", WITH_BELOW).scales["levels"], LADDER) == 0.0
    assert lowest_rank(scales["rate"], LADDER) == 0.0
