"""One organisation over time as a document, or many in a line each."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from maturity.analysis.run_display import NO_TWO_POINTS
from maturity.errors.clean import clean
from maturity.scoring import sentences
from maturity.scoring.words import counted, number_text, plural

from .document import Block, Bullets, Document, Heading, Paragraph, Table
from .initials import RISE, UNKNOWN, initials, key_to
from .plain import capital

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from maturity.analysis.changes import Change
    from maturity.analysis.target_progress import TargetProgress
    from maturity.analysis.trend import Trend
    from maturity.scoring.scorecard import Score

FALL = "[fall] "
MOST_ACROSS = 4


def trend_document(trend: Trend, targets: TargetProgress | None = None) -> Document:
    """One organisation, period by period; `targets`: how far it has come with them."""
    title = f"{trend.name or 'An organisation without a name'} over time"
    return Document(title, tuple(_blocks(trend, targets, clean(title))))


def trends_document(trends: Sequence[Trend]) -> Document:
    """Many organisations, a line each."""
    title = f"{counted(len(trends), 'organisation')} over time"
    return Document(title, tuple(_summary(trends, title)))


def _blocks(trend: Trend, targets: TargetProgress | None, title: str) -> Iterator[Block]:
    card = trend.cards[-1]
    yield Heading(title, 1, sentences.framework_title(card))
    yield from map(Paragraph, dict.fromkeys((*card.caveats, *map(clean, trend.notes))))
    yield from _over_time(trend)
    yield Heading("What changed, and why", 2)
    yield Paragraph(NO_TWO_POINTS)
    told = {one.path for one in (*card.dimensions, card.overall)}
    here = [one for one in trend.changes if one.path in told and one.way != "same"]
    if not here:
        yield Paragraph("Nothing changed its level.")
    for period, found in groupby(here, key=lambda one: (one.since, one.period)):
        yield Heading(f"From {period[0]} to {period[1]}", 3)
        yield Bullets(tuple(map(_line, found)))
    if targets is not None and targets.targets:
        yield Heading("Targets", 2)
        yield Bullets(tuple(one.text for one in targets.targets))


def _over_time(trend: Trend) -> Iterator[Block]:
    """Each dimension that has a result, period by period; many periods run down the page."""
    card = trend.cards[-1]
    shown = [one for one in card.dimensions if one.status != "none"]
    name = card.asked.term("dimension")
    caption = f"{capital(plural(name))} by period"
    if not shown:
        return
    if len(trend.periods) <= MOST_ACROSS:
        rows = [
            (sentences.title(one), *(sentences.secured(card[one.path]) for card in trend.cards))
            for one in shown
        ]
        yield Table(caption, (capital(name), *trend.periods), tuple(rows))
        return
    letters = initials(_labels(trend, shown))
    yield Bullets(tuple(f"{number}: {sentences.title(one)}" for number, one in enumerate(shown, 1)))
    yield Paragraph(f"{key_to(letters)}.")
    heads = ("Period", *(str(number) for number in range(1, len(shown) + 1)))
    lines = [
        (period, *(_cell(card[one.path], letters) for one in shown))
        for period, card in zip(trend.periods, trend.cards, strict=True)
    ]
    yield Table(caption, heads, tuple(lines))


def _labels(trend: Trend, shown: Sequence[Score]) -> dict[str, None]:
    """The labels of the levels, lowest first; what lies below the first where somebody stood there.

    A dictionary, so that each comes once and in order.
    """
    stated = [card[one.path].level for card in trend.cards for one in shown]
    below = [level for level in stated if level is not None and not level.rank]
    return dict.fromkeys(
        clean(level.label) for level in (*below, *(r for one in shown for r in one.node.ladder))
    )


def _cell(score: Score, letters: Mapping[str, str]) -> str:
    """What stands for a result in a narrow column."""
    if score.level is not None:
        return letters[clean(score.level.label)] + RISE * (score.status == "open")
    return UNKNOWN if score.value is None else number_text(score.value)


def _line(change: Change) -> str:
    """A change, marked where it is a fall."""
    return f"{FALL}{change.text}" if change.way == "fell" else change.text


def _summary(trends: Sequence[Trend], title: str) -> Iterator[Block]:
    last = [trend.cards[-1] for trend in trends]
    titles = dict.fromkeys(sentences.framework_title(card) for card in last)
    yield Heading(title, 1, "; ".join(titles))
    if all(card.assessment.made_up for card in last):
        yield Paragraph(sentences.MADE_UP)
    yield Paragraph(sentences.SELF_REPORTED)
    yield Paragraph(NO_TWO_POINTS)
    rows = []
    for trend in trends:
        newest = [one for one in trend.changes if one.period == trend.periods[-1]]
        paths = {one.path for one in trend.cards[-1].dimensions}
        ways = [one.way for one in newest if one.path in paths]
        fell = [one.title for one in newest if one.path in paths and one.way == "fell"]
        periods = " to ".join(trend.periods[-2:])
        counts = [str(ways.count(way)) if newest else "-" for way in ("rose", "fell")]
        rows.append((clean(trend.name), periods, *counts, ", ".join(fell)))
    dimensions = plural(last[0].asked.term("dimension"))
    yield Table(
        f"How many {dimensions} rose or fell for certain, from the period before to the last",
        ("Organisation", "Periods", "Rose", "Fell", "What fell"),
        tuple(rows),
    )
    yield Paragraph("For one of them in full, name it with --organisation.")
