"""Run displays: levels and numbers over periods, and what can't be put in order of time."""

from __future__ import annotations

from typing import Any

import pytest

import maturity as mt
from maturity.analysis.indicator import indicator
from maturity.analysis.run_display import ENOUGH, NO_TWO_POINTS, run_display
from tests.scoring.tools import BANDED, NO_REASON, framework_of

LADDER = framework_of("""
[scoring]
scale = "levels"
dimension = { rule = "weakest-link" }
[dimensions.a]
title = "vision"
items = { x = "X", y = "Y" }
""")
NUMBERS = framework_of(
    BANDED
    + """
[scoring]
scale = "met"
dimension = { rule = "share" }
units = "median"
[dimensions.a]
title = "share"
items = { x = "X", y = "Y" }
[dimensions.b]
title = "mean"
scoring = { rule = "mean", range = [0, 1] }
[dimensions.b.items]
r = { text = "Rate.", scale = "rate", evidence = { above = 10 } }
d = { text = "Days.", scale = "days" }
[dimensions.c]
title = "staged"
scoring = { rule = "high-water-mark" }
items = { o = "O" }
"""
)


def made(framework: mt.Framework, period: str, **said: Any) -> mt.Assessment:  # noqa: ANN401
    """An assessment at a period; `a_x="gold"` answers `a.x`."""
    answers = {path.replace("_", "."): value for path, value in said.items()}
    return framework.assess(
        answers, period=period, organisation="Ours", units={"t1": "1", "t2": "2", "t3": "3"}
    )


def test_levels_in_order_of_time() -> None:
    """Earliest first, whatever the order given, with falls marked against the last level stated."""
    run = run_display(
        [
            made(LADDER, "2026-Q3", a_x="silver", a_y="gold"),
            made(LADDER, "2026-Q1", a_x="gold", a_y="gold"),
            made(LADDER, "2026-Q2"),
            made(LADDER, "2026-Q4", a_x="gold", a_y="silver"),
        ],
        "a",
    )
    assert [(point.period, point.shown, point.fell) for point in run.points] == [
        ("2026-Q1", "Gold", False),
        ("2026-Q2", "nothing to state", False),
        ("2026-Q3", "Silver", True),
        ("2026-Q4", "Silver", False),
    ]
    assert [point.period for point in run.falls] == ["2026-Q3"]
    assert [level.id for level in run.levels] == ["below", "bronze", "silver", "gold"]
    assert run.median is None
    assert run.text == (
        "Vision: 2026-Q1 Gold; 2026-Q2 nothing to state; 2026-Q3 Silver; 2026-Q4 Silver. "
        f"Lower than the time before: 2026-Q3. {NO_TWO_POINTS}"
    )


def test_open_answers_are_no_fall() -> None:
    """A level that missing answers may still lift has not fallen; one that they can't has."""
    before = made(LADDER, "2026-Q1", a_x="gold", a_y="gold")
    run = run_display([before, made(LADDER, "2026-Q2", a_x="gold")], "a")
    assert (run.points[1].level, run.points[1].could_be) == (LADDER.levels[0], LADDER.levels[2])
    assert not run.points[1].fell
    lower = run_display([before, made(LADDER, "2026-Q2", a_x="silver")], "a")
    assert lower.points[1].could_be == LADDER.levels[1]
    assert lower.points[1].fell


def test_numbers() -> None:
    """Numbers with their median; a gap where a number is missing, and no falls."""
    run = run_display(
        [
            made(NUMBERS, "2026-01", b_r=30),
            made(NUMBERS, "2026-02", b_r=20),
            made(NUMBERS, "2026-03"),
            made(NUMBERS, "2026-04", b_r=90.5),
        ],
        "b.r",
    )
    assert [point.value for point in run.points] == [30, 20, None, 90.5]
    assert (run.median, run.unit, run.levels, run.falls) == (30, "%", (), ())
    assert "Half of the values lie at or below 30 (median)." in run.text
    assert run.points[2].shown == "nothing to state"


def test_records() -> None:
    """A row a period, levels by id and rank."""
    rows = run_display([made(LADDER, "2026-Q1", a_x="gold")], "a").to_records()
    assert rows == [
        {
            "path": "a", "title": "Vision", "period": "2026-Q1", "level": "bronze", "level_rank": 1,
            "could_be": "gold", "value": None, "unit": "", "median": None, "fell": False,
        }
    ]  # fmt: skip


def test_numbers_as_answered() -> None:
    """An indicator is what was answered, though it counts for less without evidence."""
    found = indicator([made(NUMBERS, "2026-01", b_r=30)], "b.r")
    assert found.values == (30,)
    assert (found.title, found.unit, found.better) == ("Rate.", "%", "higher")


def test_units() -> None:
    """Units' numbers are put together as the framework says; one missing is a gap, N/A is not."""
    by = [
        {"t1": 1, "t2": 5, "t3": 9},
        {"t1": 1, "t2": 5},
        {"t1": 1, "t2": 5, "t3": NO_REASON},
        {"t1": NO_REASON, "t2": NO_REASON, "t3": NO_REASON},
    ]
    found = indicator(
        [made(NUMBERS, f"2026-0{n}", b_d=mt.Answer(by=one)) for n, one in enumerate(by, 1)],  # type: ignore[arg-type]  # made frozen
        "b.d",
    )
    assert found.values == (5, None, 5, None)
    assert found.better == "lower"


def test_not_applicable_is_a_gap() -> None:
    """Not applicable is no number, and no nought."""
    assert indicator([made(NUMBERS, "2026", b_d=NO_REASON)], "b.d").values == (None,)


def test_shares() -> None:
    """A share is a number once no open answer can change it."""
    found = indicator(
        [
            made(NUMBERS, "2026-01", a_x="yes", a_y="no"),
            made(NUMBERS, "2026-02", a_x="yes"),
            made(NUMBERS, "2026-03", a_x="yes", a_y=NO_REASON),
        ],
        "a",
    )
    assert found.values == (0.5, None, 1)
    assert (found.title, found.better, found.unit, found.target) == ("Share", "higher", "", None)


def test_values_of_dimensions_are_better_higher() -> None:
    """Though an item's number is better lower, the value that it counts for is better higher."""
    found = indicator([made(NUMBERS, "2026", b_d=5, b_r=9)], "b")
    assert found.better == "higher"
    assert found.values == pytest.approx((0.42,))


def test_latest_target() -> None:
    """The latest target that is stated counts, and goes into the chart."""
    first = NUMBERS.assess({"b.r": 50}, period="2026-01", targets={"b.r": 60})
    second = NUMBERS.assess({"b.r": 51}, period="2026-02", targets={"b.r": 70})
    third = NUMBERS.assess({"b.r": 52}, period="2026-03")
    found = indicator([third, first, second], "b.r")
    assert found.target == 70
    chart = found.xmr()
    assert (chart.target, chart.better, chart.points[0].period) == (70, "higher", "2026-01")
    assert found.to_records()[1] == {
        "path": "b.r", "title": "Rate.", "unit": "%", "period": "2026-02", "value": 51,
    }  # fmt: skip


def test_twelve_are_enough() -> None:
    """From twelve values on, the run display says that a chart with limits tells more."""
    months = [made(NUMBERS, f"2026-{n:02}", b_r=n) for n in range(1, 13)]
    assert indicator(months, "b.r").enough
    assert not indicator(months[1:], "b.r").enough
    assert run_display(months, "b.r").text.endswith(ENOUGH)
    assert run_display(months[1:], "b.r").text.endswith(NO_TWO_POINTS)


@pytest.mark.parametrize("path", ["a.x", "c", "c.o"])
def test_no_number(path: str) -> None:
    """What is answered with options, or is a level, is no indicator."""
    with pytest.raises(ValueError, match=f"'{path}' has no number; run_display"):
        indicator([made(NUMBERS, "2026")], path)


@pytest.mark.parametrize("show", [indicator, run_display])
def test_unknown_path(show: Any) -> None:  # noqa: ANN401  # either function
    """A path that is not there is named with the nearest."""
    with pytest.raises(mt.UnknownName, match=r"'b\.q'"):
        show([made(NUMBERS, "2026")], "b.q")


def test_not_one_series() -> None:
    """Without a period, twice in one, or of several organisations there is no order of time."""
    one = made(NUMBERS, "2026-03", b_r=1)
    cases = {
        "without a period": NUMBERS.assess({}, organisation="Ours"),
        "several assessments of the period that ends on 2026-03-31": made(
            NUMBERS, "2026-Q1", b_r=1
        ),
        "several organisations: 'Ours' and 'Theirs'": NUMBERS.assess(
            {}, organisation="Theirs", period="2025"
        ),
        "nothing is asked in all of": made(LADDER, "2025"),
    }
    for said, other in cases.items():
        with pytest.raises(mt.MaturityError, match=said) as caught:
            run_display([one, other], "b.r")
        assert type(caught.value).__name__ == "NotComparable"


def test_refused() -> None:
    """Arguments of another kind are refused in a plain sentence."""
    with pytest.raises(ValueError, match="takes a list of assessments, found none"):
        run_display([], "a")
    with pytest.raises(TypeError, match="takes a list of assessments, found a text"):
        indicator(["x"], "a")  # type: ignore[list-item]  # on purpose
    with pytest.raises(TypeError, match="takes a path, found nothing"):
        run_display([], None)  # type: ignore[arg-type]  # on purpose


def test_an_overlay_joins_its_base() -> None:
    """Periods under an overlay are shown by the base's rules, and a note says so."""
    overlay = mt.parse_framework(
        """
        schema = 1
        id = "local"
        title = "Local"
        edition = "1"
        extends = { id = "tool", edition = "1" }
        drop = { "a.y" = "Not done here" }
        """,
        base=LADDER,
    )
    run = run_display(
        [made(LADDER, "2026-Q1", a_x="gold", a_y="bronze"), made(overlay, "2026-Q2", a_x="silver")],
        "a",
    )
    assert [point.shown for point in run.points] == ["Gold", "Silver"]
    assert run.notes
    assert all(note in run.text for note in run.notes)
