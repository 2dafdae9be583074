"""XmR charts: the published figures, each signal against brute force, gaps, assurance, words."""

from __future__ import annotations

import math
from itertools import product
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from maturity.analysis.xmr import Xmr, xmr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

KNOWN = [1, 2, 1, 2, 10, *[1, 2] * 6, 1]
FLAT = [5.0, 6.0] * 6


def signals(chart: Xmr) -> list[tuple[str | None, str | None]]:
    """The signal and the direction of each point."""
    return [(point.signal, point.direction) for point in chart.points]


def test_published_figures() -> None:
    """The case in which NHSRplotthedots documents how it differs from the NHS workbook."""
    chart = xmr(KNOWN)
    assert (chart.mean, chart.lower, chart.upper) == pytest.approx((1.944, -3.06, 6.95), abs=0.005)
    assert chart.screened == 0
    screened = xmr(KNOWN, screen=True)
    assert (screened.mean, screened.lower, screened.upper) == pytest.approx(
        (1.944, -0.72, 4.60), abs=0.005
    )
    assert screened.screened == 2
    assert "2 unusually wide steps from one value to the next are left out." in screened.text


def test_near_limits() -> None:
    """They lie at two thirds of the way from the mean to the limits."""
    chart = xmr([0, 3, 0, 3])
    assert (chart.mean, chart.moving_range) == (1.5, 3.0)
    assert (chart.lower, chart.upper) == (1.5 - 7.98, 1.5 + 7.98)
    assert (chart.near_lower, chart.near_upper) == pytest.approx((1.5 - 5.32, 1.5 + 5.32))


def test_screened_once() -> None:
    """What is wide only after the first screening stays."""
    values = [0, 0, 0, 0, 0, 0, 0, 0, 100, 0, 0, 0, 0, 0, 0, 0, 0, 5]
    assert xmr(values, screen=True).screened == 2
    assert xmr(values, screen=True).moving_range == 5 / 15


def test_screening_at_the_border() -> None:
    """A moving range of just 3.267 times the average is left out; nothing is where none moves."""
    # Moving ranges of 3267, 733, 0 and 0: their average is 1000.
    assert xmr([0, 3267, 4000, 4000, 4000], screen=True).moving_range == 733 / 3
    # And of 3266, 734, 0 and 0.
    assert xmr([0, 3266, 4000, 4000, 4000], screen=True).moving_range == 1000
    assert xmr([7.0] * 13, screen=True).screened == 0
    assert xmr([7.0] * 13, screen=True).upper == 7.0


Window = tuple[float, ...]


def rules(chart: Xmr) -> Iterator[tuple[str, int, Callable[[Window], bool], float]]:
    """Each rule for high values: its name, how many points, when it holds, and whom it marks.

    The last is the value above which the points of the pattern are marked.
    """
    mean, upper, near = chart.mean or 0, chart.upper or 0, chart.near_upper or 0
    yield "outside limits", 1, lambda part: part[0] > upper, -math.inf
    yield "trend", 7, lambda part: part == tuple(sorted(set(part))), -math.inf
    yield (
        "two of three",
        3,
        lambda part: min(part) > mean and sorted(part)[1] > near,
        near,
    )
    yield "one side", 7, lambda part: min(part) > mean, -math.inf


def brute(values: Sequence[float | None]) -> list[tuple[str | None, str | None]]:
    """The signals, from the words of the rules; low ones are the high ones of the mirror image."""
    mirrored = [None if value is None else -value for value in values]
    found: list[tuple[str | None, str | None]] = [(None, None)] * len(values)
    high, low = (list(rules(xmr(series))) for series in (values, mirrored))
    for pair in zip(high, low, strict=True):
        sides = zip(pair, (values, mirrored), ("up", "down"), strict=True)
        for (signal, size, holds, over), series, direction in sides:
            for start in range(len(series) - size + 1):
                part = series[start : start + size]
                whole = tuple(value for value in part if value is not None)
                if len(whole) < size or not holds(whole):
                    continue
                for place, value in enumerate(whole, start):
                    if value > over and found[place][0] is None:
                        found[place] = (signal, direction)
    return found


def test_signals_by_brute_force() -> None:
    """On hundreds of random series, with gaps and plateaus, every point gets what the words say."""
    pen = np.random.default_rng(4)
    seen = set()
    for _ in range(600):
        steps = pen.integers(-3, 4, 24).cumsum() if pen.random() < 0.5 else pen.integers(0, 9, 24)
        jump = np.where(np.arange(24) > pen.integers(5, 22), pen.integers(-9, 10), 0)
        values: list[float | None] = [int(n) for n in steps + jump]
        if pen.random() < 0.3:
            values[int(pen.integers(0, 24))] = None
        chart = xmr(values)
        assert signals(chart) == brute(values)
        seen |= set(signals(chart))
    names = ("outside limits", "trend", "two of three", "one side")
    assert seen == {(None, None), *product(names, ("up", "down"))}


def test_outside_wins_over_the_rest() -> None:
    """A point outside the limits is that first, though it ends a trend as well."""
    chart = xmr([1, 2, 3, 4, 5, 6, 30], better="lower")
    assert signals(chart)[-1] == ("outside limits", "up")
    assert signals(chart)[0] == ("trend", "up")
    assert chart.variation == "concern"


def test_a_trend_points_the_way_it_runs() -> None:
    """A fall above the mean is a concern where higher is better."""
    values = [0, 1, 0, 1, 0, 1, 0, 1, 20, 19, 18, 17, 16, 15, 14]
    chart = xmr(values, better="higher")
    assert signals(chart)[-1] == ("trend", "down")
    assert chart.variation == "concern"
    assert "a trend of 7 or more that all fall" in chart.text


def test_six_are_not_enough() -> None:
    """Six in a row are no trend and no run."""
    chart = xmr([3, 0, 4, 1, 2, 3, 4, 5, 4, 0, 4, 0])
    assert {signal for signal, _ in signals(chart)} == {None}


def test_beyond_the_limits_counts_for_two_of_three() -> None:
    """One point beyond a limit and one near it make two, if the third is on their side."""
    quiet = [11, 10] * 20
    chart = xmr([*quiet, 15, 13.1, 11])
    assert (chart.near_upper or 0) < 13.1 < (chart.upper or 0) < 15
    assert signals(chart)[-3:] == [("outside limits", "up"), ("two of three", "up"), (None, None)]
    below = xmr([*quiet, 15, 13.1, 10])
    assert (below.near_upper or 0) < 13.1
    assert signals(below)[-2] == (None, None)


@pytest.mark.parametrize(
    ("better", "shown"), [("higher", "improvement"), ("lower", "concern"), (None, "neutral")]
)
def test_variation(better: Any, shown: str) -> None:  # noqa: ANN401  # one of three words
    """A high signal means what the direction makes of it."""
    chart = xmr([*FLAT, 20], better=better)
    assert chart.last is not None
    assert (chart.last.signal, chart.variation) == ("outside limits", shown)
    assert xmr(FLAT, better=better).variation == "common cause"


@pytest.mark.parametrize(
    ("target", "better", "shown"),
    [
        (2, "higher", "consistently passes"),
        (9, "higher", "consistently fails"),
        (2, "lower", "consistently fails"),
        (9, "lower", "consistently passes"),
        (5.5, "higher", "hit or miss"),
        (5.5, "lower", "hit or miss"),
    ],
)
def test_assurance(target: float, better: Any, shown: str) -> None:  # noqa: ANN401  # a word
    """A target beyond the limits is always passed or always failed."""
    assert xmr(FLAT, better=better, target=target).assurance == shown


def test_a_target_on_a_limit() -> None:
    """On the limit itself it is hit or miss: it is not beyond."""
    chart = xmr(FLAT)
    assert xmr(FLAT, better="higher", target=chart.lower).assurance == "hit or miss"
    assert xmr(FLAT, better="higher", target=chart.upper).assurance == "hit or miss"
    assert chart.assurance is None


def test_trial() -> None:
    """Eleven values are on trial, twelve are not; a gap is no value."""
    assert xmr(FLAT[:11]).trial
    assert not xmr(FLAT).trial
    assert xmr([*FLAT[:11], None]).trial
    assert "These are trial limits: with fewer than 12 values they still move." in xmr([1, 2]).text


def test_gaps() -> None:
    """No step reaches across a gap, and a run ends there."""
    assert xmr([1, None, 100, 101]).moving_range == 1.0
    whole = [9, *[0] * 7, 9, 1, 9, 1, 9]
    assert signals(xmr(whole))[1] == ("one side", "down")
    assert signals(xmr([*whole[:4], None, *whole[4:]]))[1] == (None, None)
    assert "1 value missing: no step or run is counted across a gap." in xmr([1, 2, math.nan]).text


def test_the_last_point_is_the_last_value() -> None:
    """A gap at the end says nothing."""
    chart = xmr([*FLAT, 20, None], better="higher", periods=[f"m{n}" for n in range(14)])
    assert chart.last == chart.points[12]
    assert chart.variation == "improvement"
    assert "The last value (m12) shows an improvement: it lies outside the limits." in chart.text
    assert chart.points[13].variation is None


@pytest.mark.parametrize("values", [[], [None], [4], [1, None, 2]])
def test_no_limits(values: list[float | None]) -> None:
    """Without two values in a row there are no limits, and nothing is said of variation."""
    chart = xmr(values, better="higher", target=3)
    assert (chart.lower, chart.upper, chart.variation, chart.assurance) == (None,) * 4
    assert chart.text == "There are no two values in a row, so no limits can be drawn."


def test_equal_values_are_on_their_mean() -> None:
    """Tenths added up don't drift off: a level run of 0.1 has no signal."""
    assert {signal for signal, _ in signals(xmr([0.1] * 30))} == {None}
    assert xmr([0.1, 0.2, 0.3]).mean == 0.2


def test_limits_of_a_share_are_not_cut() -> None:
    """The limits of a share may lie outside 0 to 1, as in the workbook."""
    chart = xmr([0.1, 0.9] * 6)
    assert (chart.lower or 0) < 0
    assert (chart.upper or 0) > 1


def test_any_numbers() -> None:
    """Numbers of numpy are numbers."""
    assert xmr(np.array(KNOWN)) == xmr([float(n) for n in KNOWN])


def test_records() -> None:
    """A row a point, with the limits beside it."""
    chart = xmr([1, None, 3, 4], better="lower", target=2, periods=["a", "b", "c", "d"])
    rows = chart.to_records()
    assert [row["period"] for row in rows] == ["a", "b", "c", "d"]
    assert [row["value"] for row in rows] == [1, None, 3, 4]
    assert {row["upper"] for row in rows} == {chart.upper}
    assert rows[0]["target"] == 2


@pytest.mark.parametrize(
    ("given", "kind", "said"),
    [
        ({"better": "up"}, ValueError, "better as 'higher', 'lower' or None"),
        ({"target": 1}, ValueError, "a target needs better='higher' or better='lower'"),
        ({"target": math.nan, "better": "lower"}, ValueError, "a number, found NaN"),
        ({"target": "1", "better": "lower"}, TypeError, "the target as a number, found a text"),
        ({"screen": 1}, TypeError, "screen as true or false, found a number"),
        ({"periods": ["a"]}, ValueError, "a period for each value: 2, found 1"),
        ({"periods": "ab"}, TypeError, "periods as texts, found a text"),
        ({"periods": [1, 2]}, TypeError, "periods as texts, found a number"),
    ],
)
def test_refused(given: dict[str, Any], kind: type[Exception], said: str) -> None:
    """Arguments that won't do are refused in a plain sentence."""
    with pytest.raises(kind, match=said):
        xmr([1, 2], **given)
