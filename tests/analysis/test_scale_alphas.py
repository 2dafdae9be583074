"""Krippendorff's alpha of panels of raters, scale by scale."""

from __future__ import annotations

import krippendorff
import pytest

from maturity.analysis.alpha import Kind, alpha_interval
from maturity.analysis.panel import panels
from maturity.analysis.scale_alphas import Alpha, alphas_of

from .raters import AWAY, Said, sheet, sheets

ANN: Said = {"a.one": "red", "a.two": "green", "a.three": "red", "b.four": "amber", "b.days": 3}
BEN: Said = {"a.one": "red", "a.two": "amber", "a.three": AWAY, "b.four": "amber", "b.days": 4}
CEM: Said = {"a.one": "amber", "a.two": "green", "a.three": "red", "b.days": 9}
GAP = float("nan")
CODES: list[list[float]] = [[0, 2, 0, 1], [0, 1, GAP, 1], [1, 2, 0, GAP]]


def of(*said: Said, kind: Kind | None = None, draws: int = 0) -> list[Alpha]:
    """The alphas of raters who say this."""
    given = panels(sheets(*said), None, "takes")
    return [one for own in alphas_of(given, kind, draws) for one in own]


def test_scales() -> None:
    """Each scale has its own: options by their order, numbers by their difference."""
    ladder, rate = of(ANN, BEN, CEM)
    assert (ladder.scale, ladder.kind, ladder.items) == ("levels", "ordinal", 4)
    assert ladder.value == pytest.approx(krippendorff.alpha(CODES, level_of_measurement="ordinal"))
    assert (rate.scale, rate.kind, rate.items) == ("rate", "interval", 1)
    assert rate.value == 0.0
    assert (ladder.low, ladder.high) == (None, None)


@pytest.mark.parametrize("kind", ["nominal", "ordinal", "interval"])
def test_kind(kind: Kind) -> None:
    """A kind that is asked for holds everywhere; by intervals, options are their places."""
    ladder, rate = of(ANN, BEN, CEM, kind=kind)
    assert ladder.value == pytest.approx(krippendorff.alpha(CODES, level_of_measurement=kind))
    assert rate.kind == kind


def test_interval() -> None:
    """The interval is that of the ratings."""
    ladder, _ = of(ANN, BEN, CEM, draws=200)
    expected = alpha_interval(CODES, draws=200)
    assert (ladder.low, ladder.high) == (expected.low, expected.high)


def test_undefined() -> None:
    """Where there is nothing to compare, or all is the same, there is no figure."""
    (found,) = of({"a.one": "red"}, {"a.two": "red"}, draws=10)
    assert (found.value, found.low, found.high, found.items) == (None, None, None, 0)
    (same,) = of({"a.one": "red"}, {"a.one": "red"})
    assert (same.value, same.items) == (None, 1)
    assert of({}, {}) == []


def test_many_panels() -> None:
    """Panels together have the figures that each has alone."""
    given = [
        sheet(name, said, organisation=whose)
        for whose in ("X", "Y", "Z")
        for name, said in (("Ann", ANN), ("Ben", BEN), ("Cem", CEM if whose == "Y" else ANN))
    ]
    found = panels(given, None, "takes")
    together = list(alphas_of(found, None, 0))
    assert together == [own for panel in found for own in alphas_of([panel], None, 0)]
    assert together[0] == together[2] != together[1]
