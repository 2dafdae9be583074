"""How good an answer is on its scale."""

from __future__ import annotations

import pytest

from maturity.analysis.merit import middle, place_of, rank_on
from maturity.scoring.words import answer_words

from .raters import SMALL

LADDER, RATE = SMALL.scales["levels"], SMALL.scales["rate"]


def test_place() -> None:
    """The worst is at 0 and the best at 1, also where less is better."""
    assert [place_of(LADDER, one) for one in ("red", "amber", "green")] == [0.0, 0.5, 1.0]
    assert [place_of(RATE, one) for one in (20, 15, 0)] == [0.0, 0.25, 1.0]


def test_rank() -> None:
    """The worse answer ranks lower."""
    assert rank_on(LADDER, "red") < rank_on(LADDER, "green")
    assert rank_on(RATE, 12) < rank_on(RATE, 3)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([], None),
        (["green"], "green"),
        (["green", "red"], "red"),
        (["green", "red", "amber"], "amber"),
        (["green", "green", "amber", "green"], "green"),
    ],
)
def test_middle(values: list[str], expected: str | None) -> None:
    """The middle answer, and of two the worse."""
    assert middle(LADDER, values) == expected


def test_middle_number() -> None:
    """Of two numbers in the middle, the worse one."""
    assert middle(RATE, [2, 9]) == 9


def test_label() -> None:
    """Options have labels, and numbers units."""
    assert (answer_words(LADDER, "red"), answer_words(RATE, 2.5)) == ("Red", "2.5 days")
