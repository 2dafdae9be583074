"""Run displays and XmR charts as pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from maturity.analysis.indicator import Indicator
from maturity.analysis.run_display import NO_TWO_POINTS, of_numbers, run_display
from maturity.analysis.xmr import xmr
from maturity.present.layout import render
from maturity.present.run_text import over_time_view, run_view
from maturity.present.xmr_text import xmr_view

from .hostile import TEXTS, hostile
from .test_every_page import check_page
from .tools import LADDER, STAGED, framework_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    import maturity as mt

KIT = framework_of('scale = "levels"\ndimension = { rule = "weakest-link" }', LADDER)


def of_values(values: Sequence[float | None], **said: object) -> Indicator:
    """An indicator with these values, month by month."""
    found = Indicator(
        path="a.x",
        title="sickness absence",
        unit="%",
        better="lower",
        periods=tuple(f"2026-{n:02}" for n in range(1, len(values) + 1)),
        values=tuple(values),
    )
    return evolve(found, **said)  # type: ignore[arg-type]  # its own fields


def sheet(period: str, **said: str) -> mt.Assessment:
    """An assessment of the kit."""
    return KIT.assess({f"a.{name}": value for name, value in said.items()}, period=period)


def test_levels() -> None:
    """Each period with its level on the ladder, open ones up to where, falls marked."""
    run = run_display(
        [
            sheet("2026-Q1", one="top", two="top", three="top"),
            sheet("2026-Q2", one="top", two="mid"),
            sheet("2026-Q3", one="mid", two="mid", three="low"),
        ],
        "a",
    )
    page = render(run_view(run), 100)
    assert (
        "  Period   Level         Run\n"
        "  -------------------------------------\n"
        "  2026-Q1  Top                 o\n"
        "  2026-Q2  at least Low  o  +     lower\n"
        "  2026-Q3  Low           o\n"
    ) in page
    assert "Run, from left to right: Low, Mid, Top. o: the level; +: what" in page
    assert "Self-reported" in page
    assert NO_TWO_POINTS in render(run_view(run), 1000)


def test_below_the_first_level() -> None:
    """What lies below the first level has its place where somebody stood there."""
    kit = framework_of('scale = "met"\ndimension = { rule = "staged" }', STAGED)
    said = {"a.one": "yes", "a.two": "yes", "a.three": "no", "a.four": "no", "a.five": "no"}
    then = kit.assess(dict.fromkeys(said, "no"), period="2026-Q1")
    page = render(run_view(run_display([then, kit.assess(said, period="2026-Q2")], "a")), 100)
    assert "Run, from left to right: Below Low, Low, Mid, Top." in page
    assert "  2026-Q1  Below Low  o\n  2026-Q2  Low           o\n" in page


def test_numbers() -> None:
    """Each value beside the median; under twelve there is no chart with limits."""
    page = render(over_time_view(of_values([4, None, 5, 6])), 100)
    assert page.startswith("Sickness absence\nOver time, the earliest first\n")
    assert (
        "  Period   Value             Run\n"
        "  ------------------------------------------------------------\n"
        "  2026-01  4 %               o             |\n"
        "  2026-02  nothing to state                |\n"
        "  2026-03  5 %                             o\n"
        "  2026-04  6 %                             |              o\n"
    ) in page
    assert "Run: o is the value, | the median (5 %)." in page
    assert "XmR" not in page


def test_no_values() -> None:
    """Where there are no numbers at all it says so."""
    assert "There are no values to show." in render(run_view(of_numbers(of_values([None]))))


def test_from_twelve_on() -> None:
    """Twelve values get limits and signals, and the warnings where they are drawn."""
    values = [4.0, 5.0] * 6 + [12.0]
    page = render(over_time_view(of_values(values, target=20, notes=("A note.",))), 1000)
    assert page.startswith("Sickness absence\nXmR chart, in %, the earliest first\n")
    assert "A note.\n" in page
    assert "the target of 20 will be met every time." in page
    row = next(line for line in page.split("\n") if line.startswith("  2026-13"))
    assert row.endswith("outside limits: concern")
    assert row.index("]") < row.index("o") < row.index("outside")
    assert "warns against comparing two points, and against red" in page


def test_chart_without_limits_or_periods() -> None:
    """A chart of too few values numbers its points and says that there are no limits."""
    page = render(xmr_view(xmr([1, None, 2]), "x"))
    assert "no limits can be drawn" in page
    assert "  2       no value\n" in page
    assert render(xmr_view(xmr([]), "x"))


def test_hostile_texts() -> None:
    """Titles, periods and units are text, whatever is in them."""
    for text in TEXTS:
        framework = hostile(text)
        run = run_display([framework.assess({"d.one": "yes"}, period="2026")], "d")
        check_page(render(run_view(run)))
        assert "\x1b" not in run.text
    odd = of_values([1, 2], title=TEXTS[-4], unit="\x1b[1m")
    check_page(render(over_time_view(odd)))
