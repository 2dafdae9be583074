"""One result explained: why, how sure, under other rules, and what is in the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from maturity.scoring import sentences
from maturity.scoring.words import item_word, number_text

from .blocker_text import blockers_view, others
from .card_text import notes
from .layout import bullets, heading, indented, pairs, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from maturity.scoring.by_rule import RuleReading
    from maturity.scoring.nodescore import Bounds
    from maturity.scoring.scorecard import Score, Scorecard

GAP = Text("")
WHOLE = 10_000

_RULES = {"mean": "Mean", "staged": "Staged", "weakest-link": "Weakest link"}


def why_view(card: Scorecard, score: Score) -> Iterator[RenderableType]:
    """The whole explanation of one node."""
    yield heading(
        f"{sentences.title(score)}: {sentences.result(score)}",
        f"{sentences.framework_title(card)}: {sentences.subject(card)}",
    )
    yield from map(words, card.caveats)
    for title, pieces in (
        ("Why", _why(score)),
        ("What it is made of", _parts(score)),
        ("How sure", _sure(score)),
        ("The same answers under other rules", _by_rule(score)),
        ("What comes next", _next(score)),
        ("Worth knowing", [bullets(notes(card, score))] if notes(card, score) else []),
    ):
        if pieces:
            yield GAP
            yield words(title, "bold")
            yield from map(indented, pieces)


def _why(score: Score) -> list[RenderableType]:
    """The explanation, without the result that is in the heading."""
    head = f"{sentences.title(score)}: {sentences.result(score)}."
    text = score.why().text.removeprefix(head).strip()
    return [words(text)] if text else []


def _parts(score: Score) -> list[RenderableType]:
    """The results of what stands below."""
    below = [(sentences.title(part), sentences.result(part)) for part in score.dimensions]
    return [pairs(below, width=40)] if below else []


def _sure(score: Score) -> list[RenderableType]:
    """Coverage, the bounds, and what the answered items alone give."""
    if score.status == "none":
        return []
    found = [f"{sentences.coverage(score)}."]
    if sentences.open_to(score) and score.bounds is not None:
        found.append(f"Whatever the missing answers turn out to be: {_span(score, score.bounds)}.")
        found.append(sentences.so_far(score))
    elif score.coverage.applicable > score.coverage.answered:
        found.append("No missing answer can change it.")
    if score.bounds_if_claimed is not None:
        found.append(f"If every claim here were right: {_span(score, score.bounds_if_claimed)}.")
    if score.coverage.not_applicable and score.na_effect is not None:
        found.append(_na_effect(score))
    return [words(text) for text in found if text]


def _span(score: Score, bounds: Bounds) -> str:
    """`Young to Mature`."""
    low, high = (sentences.point_text(score, end) for end in (bounds.low, bounds.high))
    return low if low == high else f"{low} to {high}"


def _na_effect(score: Score) -> str:
    """What "not applicable" does to the level, where it does nothing."""
    if score.na_effect == score.level:
        return "What is marked not applicable makes no difference to the level."
    return ""


def _next(score: Score) -> list[RenderableType]:
    """What stands before the next level, and that there may be another way."""
    found, blockers = list(blockers_view(score, WHOLE)), score.blockers()
    tail = [words(others(blockers, item_word(score.card.asked)))] if blockers.items else []
    return [*found, *tail]


def _by_rule(score: Score) -> list[RenderableType]:
    """The three rules side by side."""
    if not score.coverage.applicable or score.status == "none":
        return []
    rows = []
    for name, reading in score.by_rule().items():
        own = " (the rule here)" if name == score.rule.name else ""
        rows.append((_RULES[name], f"{_read(score, reading, own=bool(own))}{own}"))
    return [pairs(rows)]


def _read(score: Score, reading: RuleReading, *, own: bool) -> str:
    """What one rule makes of a node: `at least Young`."""
    if reading.value is None:
        silent = reading.status in {"not started", "withheld"}
        return reading.status if silent else f"none: {reading.why_not}"
    is_open = reading.status == "open" and score.conventions.missing == "bound"
    at_least = "at least " if is_open else ""
    if reading.level is not None:
        nothing_sure = is_open and reading.level.rank == 0
        return sentences.NOT_SURE if nothing_sure else f"{at_least}{reading.level.label}"
    low, high = score.value_range if own else (0.0, 1.0)
    ends = f"on a range from {number_text(low)} to {number_text(high)}"
    return f"{at_least}{number_text(reading.value, reading.rule)}, {ends}"
