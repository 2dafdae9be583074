"""Levels, options, numbers and bands."""

from __future__ import annotations

import pytest

from maturity.model.scales import Bands, NumericScale, Option, Scale

LADDER = ("low", "middle", "high")


@pytest.mark.parametrize(
    ("direction", "inside", "outside"),
    [("from", 10, 9), ("above", 11, 10), ("up_to", 10, 11), ("under", 9, 10)],
)
def test_holds(direction: str, inside: float, outside: float) -> None:
    """Each direction means what it says at its very limit."""
    bands = Bands(direction, (("low", 10.0),))  # type: ignore[arg-type]  # one of the four
    assert bands.holds(inside, 10.0)
    assert not bands.holds(outside, 10.0)


def test_rank_with_the_rest_below() -> None:
    """A named lowest rung leaves the rest below, at rank 0."""
    bands = Bands("from", (("low", 10.0), ("high", 20.0)))
    assert [bands.rank(number, LADDER) for number in (9, 10, 20)] == [0, 1, 3]


def test_rank_with_the_rest_lowest() -> None:
    """An unnamed lowest rung takes the rest; the highest rung that holds counts."""
    bands = Bands("up_to", (("middle", 20.0), ("high", 10.0)))
    assert [bands.rank(number, LADDER) for number in (5, 15, 99)] == [3, 2, 1]


def test_index() -> None:
    """An option's index is its place; there is none for what isn't an option."""
    scale = Scale("met", (Option("no", "No", 0.0), Option("yes", "Yes", 1.0)))
    assert (scale.index("no"), scale.index("yes")) == (0, 1)
    with pytest.raises(KeyError, match="maybe"):
        scale.index("maybe")


def test_ends() -> None:
    """The worst number is the lowest, or the highest where lower is better."""
    higher = NumericScale(id="n", minimum=1, maximum=9)
    lower = NumericScale(id="n", minimum=1, maximum=9, better="lower")
    assert (higher.worst, higher.best) == (1, 9)
    assert (lower.worst, lower.best) == (9, 1)
