"""A plain run display: what one result was, period by period, with falls marked."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

from attrs import frozen

from maturity.errors.arguments import expect
from maturity.errors.clean import clean
from maturity.model.scales import Level
from maturity.model.tree import Item
from maturity.scoring.sentences import title
from maturity.scoring.words import listed, number_text

from .indicator import indicator_of
from .series_values import exact
from .timeline import timeline

if TYPE_CHECKING:
    from collections.abc import Iterable

    from maturity.model.assessment import Assessment
    from maturity.scoring.scorecard import Score

    from .indicator import Indicator
    from .timeline import Timeline

NO_TWO_POINTS = (
    "Look at the whole run: one step up or down is often chance. The NHS programme Making Data "
    "Count warns against comparing two points, and against red, amber and green."
)
ENOUGH = "There are enough values for an XmR chart, which tells chance from change."
_TAKES = "run_display() takes a list of assessments"


@frozen(kw_only=True)
class RunPoint:
    """One period. `level` and `value` are None where there is none to state.

    `level`: with answers missing, the one that is secured. `could_be`: the highest that open
    answers can still make of it; None where nothing is open. `value`: of an indicator. `fell`:
    lower (worse, for a number) than at the point before that has one, whatever the open answers
    turn out to be.
    """

    period: str
    level: Level | None = None
    could_be: Level | None = None
    value: float | None = None
    fell: bool = False

    @property
    def shown(self) -> str:
        """`Young`, `at least Young`, `4.8`, or `nothing to state`."""
        if self.level is not None:
            name = clean(self.level.label)
            return f"at least {name}" if self.could_be is not None else name
        return "nothing to state" if self.value is None else number_text(self.value)


@frozen(kw_only=True)
class RunDisplay:
    """A result over periods, in order of time. See `run_display`.

    `levels`: the rungs that there are, lowest first, `below` among them; empty for numbers.
    `median`: of the numbers; None for levels, and where there is no number. `unit`: of the numbers.
    `enough`: there are 12 numbers or more, so that an XmR chart tells more. `notes`: how different
    editions were brought together. `caveats`: what a careful reader should know about the answers.
    """

    path: str
    title: str
    levels: tuple[Level, ...]
    unit: str
    points: tuple[RunPoint, ...]
    median: float | None
    enough: bool
    notes: tuple[str, ...] = ()
    caveats: tuple[str, ...] = ()

    @property
    def falls(self) -> tuple[RunPoint, ...]:
        """The points that are marked as falls."""
        return tuple(point for point in self.points if point.fell)

    @property
    def text(self) -> str:
        """What it shows, in plain sentences."""
        shown = "; ".join(f"{point.period} {point.shown}" for point in self.points)
        found = [f"{self.title}: {shown}."]
        if self.median is not None:
            found.append(f"Half of the values lie at or below {number_text(self.median)} (median).")
        if self.falls:
            which = listed([point.period for point in self.falls], most=99)
            found.append(f"Lower than the time before: {which}.")
        found.append(ENOUGH if self.enough else NO_TWO_POINTS)
        return clean(" ".join([*found, *self.notes]))

    def to_records(self) -> list[dict[str, object]]:
        """A row for each period.

        The columns are `path`, `title`, `period`, `level`, `level_rank`, `could_be`, `value`,
        `unit`, `median`, `fell`; levels by their ids.
        """
        return [
            {
                "path": self.path,
                "title": self.title,
                "period": point.period,
                "level": point.level.id if point.level else None,
                "level_rank": point.level.rank if point.level else None,
                "could_be": point.could_be.id if point.could_be else None,
                "value": point.value,
                "unit": self.unit,
                "median": self.median,
                "fell": point.fell,
            }
            for point in self.points
        ]


def run_display(
    assessments: Iterable[Assessment], path: str = "", profile: str | None = None
) -> RunDisplay:
    """One result of an organisation over time, as it was: no limits, no verdict.

    `path`: a dimension or part, the empty path for the whole, or an item that is answered with a
    number. `profile`: the id of a short form that all of them answered; None: the whole. It shows
    levels where the result has levels, else numbers, with their median. It is what
    to show while there are fewer than 12 periods; quarterly ratings take three years to reach
    them. From then on `indicator(...).xmr()` tells chance from change.

    A fall is marked where a level is lower than the last one that was stated, even if all open
    answers turn out for the best. Numbers get no such mark: every second step goes down by chance.
    A period without a level, or whose number is not whole, is a gap.
    NotComparable where the assessments don't form one series in time, UnknownName where there is no
    such path.

    >>> import maturity as mt
    >>> board = mt.load_framework("hwb-board")
    >>> met = {item.id: "met" for item in board["vision"].items if item.level == "young"}
    >>> now = {path: "not-yet" for path in met}
    >>> run = run_display(
    ...     [board.assess(met, period="2026-Q1"), board.assess(now, period="2026-Q2")], "vision"
    ... )
    >>> [(point.period, point.shown, point.fell) for point in run.points]
    [('2026-Q1', 'at least Young', False), ('2026-Q2', 'Not yet young', True)]
    """
    expect(path, str, "run_display() takes a path")
    line = timeline(assessments, _TAKES, profile)
    node = line.last.asked.by_path.get(path)
    if not isinstance(node, Item) and line.last[path].node.levelled:
        return _of_levels(line, path)
    return of_numbers(indicator_of(line, path))


def of_numbers(of: Indicator) -> RunDisplay:
    """The run display of an indicator's numbers."""
    points = [
        RunPoint(period=period, value=value)
        for period, value in zip(of.periods, of.values, strict=True)
    ]
    known = [exact(value) for value in of.values if value is not None]
    return RunDisplay(
        path=of.path,
        title=of.title,
        levels=(),
        unit=of.unit,
        points=tuple(points),
        median=float(median(known)) if known else None,
        enough=of.enough,
        notes=of.notes,
        caveats=of.caveats,
    )


def _of_levels(line: Timeline, path: str) -> RunDisplay:
    """The run display of a node's levels."""
    points: list[RunPoint] = []
    before: Level | None = None
    for period, card in zip(line.periods, line.cards, strict=True):
        score = card[path]
        level, best = score.level, _best(score)
        top = best or level
        fell = top is not None and before is not None and top.rank < before.rank
        points.append(RunPoint(period=period, level=level, could_be=best, fell=fell))
        before = level or before
    score = line.last[path]
    return RunDisplay(
        path=path,
        title=title(score),
        levels=(line.last.framework.below, *score.node.ladder),
        unit="",
        points=tuple(points),
        median=None,
        enough=False,
        notes=line.notes,
        caveats=line.caveats,
    )


def _best(score: Score) -> Level | None:
    """The highest level that open answers can still make; None where nothing is open."""
    if score.level is None or score.status != "open" or score.bounds is None:
        return None
    high = score.bounds.high.level
    return high if high is not None and high.rank > score.level.rank else None
