"""How far apart raters are on one item."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from maturity.analysis.panel import Judged
from maturity.analysis.spread import Spread, spread_of

from .raters import AWAY, SMALL

if TYPE_CHECKING:
    from maturity.model.assessment import Value


def spread(*said: Value | None, path: str = "a.one") -> Spread:
    """The spread of what was said of an item."""
    item = next(item for item in SMALL.items if item.id == path)
    return spread_of(Judged(item=item, unit="", said=said), SMALL.scales[item.scale], "North")


def test_options() -> None:
    """Counts, ends, steps and pairs."""
    found = spread("green", "red", "green", "amber")
    assert dict(found.counts) == {"red": 1, "amber": 1, "green": 2}
    assert (found.lowest, found.highest, found.steps, found.apart) == ("red", "green", 2, 1.0)
    assert (found.pairs, found.pairs_agreed, found.agreed) == (6, 1, 1 / 6)
    assert (found.path, found.unit, found.said) == (
        "a.one",
        "North",
        ("green", "red", "green", "amber"),
    )


def test_missing_and_not_applicable_are_apart() -> None:
    """Each rater is counted once, as what was said."""
    found = spread("green", AWAY, None, AWAY, "green", None)
    assert (found.answered, found.not_applicable, found.unanswered) == (2, 2, 2)
    assert (found.steps, found.apart, found.agreed, found.disputed) == (0, 0.0, 1.0, True)


@pytest.mark.parametrize("said", [(), (None, None), (AWAY, AWAY)])
def test_nobody_answered(said: tuple[Value | None, ...]) -> None:
    """Without answers nothing is stated."""
    found = spread(*said)
    assert (found.lowest, found.highest, found.steps, found.apart, found.agreed) == (None,) * 5
    assert not found.disputed


def test_one_answer() -> None:
    """One answer has ends, and is apart from nothing."""
    found = spread(None, "amber")
    assert (found.lowest, found.highest, found.steps, found.apart) == ("amber", "amber", None, None)


def test_numbers() -> None:
    """Numbers have no steps; the worst is the lowest, and the same is the same number."""
    found = spread(5, 20, 5.0, 0, path="b.days")
    assert (found.lowest, found.highest, found.steps, found.apart) == (20, 0, None, 1.0)
    assert dict(found.counts) == {20: 1, 5: 2, 0: 1}
    assert found.pairs_agreed == 1
