"""A run display as a page of text: a row for each period, time running down the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from maturity.analysis.run_display import ENOUGH, NO_TWO_POINTS, of_numbers
from maturity.scoring.words import number_text

from .layout import heading, indented, table, words
from .plain import capital
from .strip import strip
from .xmr_text import xmr_view

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import RenderableType

    from maturity.analysis.indicator import Indicator
    from maturity.analysis.run_display import RunDisplay, RunPoint
    from maturity.model.scales import Level

GAP = Text("")
STEP = 3


def over_time_view(of: Indicator) -> Iterator[RenderableType]:
    """An indicator over time: a plain run display, or from 12 values on an XmR chart."""
    if of.enough:
        yield from xmr_view(of.xmr(), of.title, of.unit, (*of.caveats, *of.notes))
    else:
        yield from run_view(of_numbers(of))


def run_view(run: RunDisplay) -> Iterator[RenderableType]:
    """The whole run display."""
    yield heading(capital(run.title), "Over time, the earliest first")
    yield from map(words, (*run.caveats, *run.notes))
    yield GAP
    heads = ["Period", "Level" if run.levels else "Value", "Run", ""]
    rows = [[*map(words, _row(run, point))] for point in run.points]
    yield indented(table(heads, rows, narrow=["Period", "Run", ""]))
    yield GAP
    yield words(_legend(run))
    yield words(ENOUGH if run.enough else NO_TWO_POINTS)


def _row(run: RunDisplay, point: RunPoint) -> list[str]:
    """One period."""
    shown = point.shown if point.value is None else f"{point.shown} {run.unit}".rstrip()
    strip_ = _levels(run, point) if run.levels else _numbers(run, point)
    return [point.period, shown, strip_, "lower" * point.fell]


def _levels(run: RunDisplay, point: RunPoint) -> str:
    """Where a level stands on the ladder."""
    found = {"+": point.could_be, "o": point.level}
    marks = {mark: float(level.rank) for mark, level in found.items() if level is not None}
    rungs = _rungs(run)
    low, top = rungs[0].rank, rungs[-1].rank
    return strip(marks, float(low), float(top), (top - low) * STEP + 1)


def _rungs(run: RunDisplay) -> Sequence[Level]:
    """The levels from left to right: where nothing ever stood below the first, without that."""
    below = any(point.level is not None and not point.level.rank for point in run.points)
    return run.levels if below else run.levels[1:]


def _numbers(run: RunDisplay, point: RunPoint) -> str:
    """Where a number stands beside the median."""
    known = [one.value for one in run.points if one.value is not None]
    found = {"|": run.median, "o": point.value}
    marks = {mark: value for mark, value in found.items() if value is not None}
    return strip(marks, min(known, default=0.0), max(known, default=0.0))


def _legend(run: RunDisplay) -> str:
    """What the marks are."""
    if run.levels:
        names = ", ".join(level.label for level in _rungs(run))
        return f"Run, from left to right: {names}. o: the level; +: what open answers can make it."
    if run.median is None:
        return "There are no values to show."
    return (
        f"Run: o is the value, | the median ({number_text(run.median)} {run.unit}".rstrip() + ")."
    )
