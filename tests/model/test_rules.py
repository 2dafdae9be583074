"""The rules, by name and by default."""

from __future__ import annotations

import attrs
import pytest

from maturity.model.rules import (
    RULES,
    Cap,
    HighWaterMark,
    Mean,
    Median,
    NoTotal,
    Rounding,
    Rule,
    Share,
    Staged,
    Sum,
    WeakestLink,
)


def test_names() -> None:
    """Every rule of the format is there under its own name."""
    assert list(RULES) == [
        "mean", "sum", "share", "median", "staged", "weakest-link", "high-water-mark",
        "equivalence", "none",
    ]  # fmt: skip
    assert all(rule.name == name for name, rule in RULES.items())


@pytest.mark.parametrize(
    ("rule", "over"),
    [
        (Mean(), "children"),
        (Sum(), "children"),
        (Share(), "children"),
        (Median(), "children"),
        (WeakestLink(), "children"),
        (Staged(), "items"),
        (HighWaterMark(), "items"),
    ],
)
def test_over(rule: Rule, over: str) -> None:
    """A rule counts its children, but rules about levels count the items below."""
    assert rule.over == over  # type: ignore[attr-defined]  # each of these has one


def test_defaults() -> None:
    """What isn't stated: weights count, all of a level is asked, halves go to the even side."""
    assert (Mean().weighted, Mean().of, Mean().each_level) == (True, "value", None)
    assert (Staged().threshold, Staged().credit, Staged().least) == (1.0, "pass", 0)
    assert Median().side == "lower"
    assert (Rounding().places, Rounding().mode, Rounding().use) == (0, "half-even", False)
    assert NoTotal().caps == ()


def test_cap_path() -> None:
    """A cap waits for an item or for a dimension."""
    assert Cap(item="a.x", until="yes", level="low").path == "a.x"
    assert Cap(dimension="a", until="high", level="low").path == "a"
    assert Cap(until="high", level="low").path == ""


def test_frozen() -> None:
    """A rule does not change; a change is another rule."""
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        Mean().weighted = False  # type: ignore[misc]  # refused: it is frozen
    assert attrs.evolve(Mean(), weighted=False) != Mean()
    assert hash(Mean()) == hash(Mean())
