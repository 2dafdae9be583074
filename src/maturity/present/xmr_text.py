"""An XmR chart as a page of text: a row for each period, time running down the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from maturity.scoring.words import number_text

from .layout import bullets, heading, indented, table, words
from .plain import capital
from .strip import strip

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import RenderableType

    from maturity.analysis.xmr import Xmr, XmrPoint

GAP = Text("")
SIGNALS = (
    "The NHS programme Making Data Count warns against comparing two points, and against red, "
    "amber and green: look for signals instead."
)
LEGEND = (
    "Run: o is the value, | the mean, [ and ] the limits, x the target where there is one.",
    "A single value between the limits is just the usual ups and downs (common cause).",
    "A signal is a value, or a pattern of values, that chance alone seldom makes.",
    SIGNALS,
)


def xmr_view(
    chart: Xmr, title: str, unit: str = "", notes: Sequence[str] = ()
) -> Iterator[RenderableType]:
    """The whole chart. `unit`: of the values. `notes`: what to say before it."""
    yield heading(capital(title), f"XmR chart{f', in {unit}' if unit else ''}, the earliest first")
    yield from map(words, notes)
    yield GAP
    yield words(chart.text)
    yield GAP
    heads = ["Period", "Value", "Run", "Signal"]
    rows = [
        [*map(words, _row(chart, point, number))] for number, point in enumerate(chart.points, 1)
    ]
    yield indented(table(heads, rows, narrow=["Value", "Run"]))
    yield GAP
    yield bullets(LEGEND)


def _row(chart: Xmr, point: XmrPoint, number: int) -> list[str]:
    """One point."""
    name = point.period or str(number)
    if point.value is None:
        return [name, "no value", "", ""]
    said = f"{point.signal}: {point.variation}" if point.signal else ""
    return [name, number_text(point.value), _strip(chart, point), said]


def _strip(chart: Xmr, point: XmrPoint) -> str:
    """Where a value stands between the limits."""
    found = {"[": chart.lower, "]": chart.upper, "|": chart.mean, "x": chart.target}
    marks = {mark: value for mark, value in found.items() if value is not None}
    shown = [one.value for one in chart.points if one.value is not None]
    ends = [*marks.values(), *shown]
    value = {} if point.value is None else {"o": point.value}
    return strip(marks | value, min(ends), max(ends))
