"""A scorecard as a page of text: what is secured, what is open, why, and what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from maturity.scoring import sentences
from maturity.scoring.cells import answer_to
from maturity.scoring.words import counted, item_word, items_word, plural

from .base_text import base_view
from .blocker_text import blockers_view
from .layout import bullets, heading, indented, table, words
from .rule_words import RuleWords

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from maturity.scoring.scorecard import Score, Scorecard

GAP = Text("")


def card_view(card: Scorecard) -> Iterator[RenderableType]:
    """The whole card."""
    yield heading(sentences.framework_title(card), sentences.subject(card))
    yield from map(words, card.caveats)
    yield GAP
    yield from _about(card)
    yield GAP
    yield indented(_table(card))
    yield from base_view(card)
    yield GAP
    yield words("How to read this", "bold")
    yield bullets(_reading(card))
    for score in _detailed(card):
        yield GAP
        yield from _details(card, score)


def _detailed(card: Scorecard) -> list[Score]:
    """What has a result to explain: the dimensions, and the whole."""
    return [score for score in (*card.dimensions, card.overall) if score.status != "none"]


def _about(card: Scorecard) -> Iterator[RenderableType]:
    """How much is answered, and what the levels are."""
    cover = card.overall.coverage
    item = item_word(card.asked)
    text = f"{cover.answered} of {counted(cover.applicable, item)} answered"
    if cover.not_applicable:
        verb = "does" if cover.not_applicable == 1 else "do"
        text += f"; {cover.not_applicable} more {verb} not apply (N/A)"
    yield words(f"{text}.")
    levels = [level.label for level in card.framework.levels]
    if card.framework.below_label:
        levels.insert(0, card.framework.below_label)
    if levels:
        name = plural(card.framework.term("level")).capitalize()
        yield words(f"{name}, lowest first: {', '.join(levels)}.")
    for path, option in card.assessment.organisation.properties.items():
        known = card.framework.properties[path]
        yield words(f"{known.title}: {known.options[option]}.")


def _table(card: Scorecard) -> RenderableType:
    """A row for each dimension and part."""
    away = any(score.coverage.not_applicable for score in card)
    framework = card.framework
    heads = [framework.term("dimension").capitalize(), _column(card), "Still open", "Answered"]
    rows = [_row(score, score.path.count("."), away=away) for score in list(card)[1:]]
    if card.overall.status != "none":
        rows.append(_row(card.overall, 0, away=away))
    heads += ["N/A"] if away else []
    return table(heads, rows, narrow=heads[2:])


def _column(card: Scorecard) -> str:
    """The head over the results: are they secured, or is what is missing read in some way?"""
    bound = all(score.conventions.missing == "bound" for score in card)
    return "Secured" if bound else "Result"


def _row(score: Score, depth: int, *, away: bool) -> list[RenderableType]:
    """One row of the table."""
    style = "" if depth else "bold"
    cover = score.coverage
    counts = [f"{cover.answered} of {cover.applicable}"]
    if away:
        counts.append(str(cover.not_applicable or "-"))
    return [
        indented(words(sentences.title(score), style), 2 * depth),
        words(sentences.secured(score), style),
        words(sentences.open_to(score) or "no", style),
        *map(words, counts),
    ]


def _reading(card: Scorecard) -> Iterator[str]:
    """What the columns mean, the rules and the conventions, a line each."""
    if any(sentences.open_to(score) for score in card):
        yield {
            "Secured": "Secured: certain, whatever the missing answers turn out to be.",
            "Result": "Result: with the missing answers read as it is said below.",
        }[_column(card)]
        yield "Still open: what the missing answers could make of it."
    yield from RuleWords(card.asked).lines()
    yield sentences.conventions_text(card.overall)
    if any(score.conventions != card.overall.conventions for score in card):
        yield "Some of it has conventions of its own."
    if any(score.blockers().items for score in _detailed(card)):
        yield (
            f"The {items_word(card.asked)} listed before a next level are one way to reach it; "
            "others, as few, may do as well."
        )
    if card.as_of and _has_dated_evidence(card):
        yield f"Whether evidence has expired is judged on {card.as_of.isoformat()}."


def _has_dated_evidence(card: Scorecard) -> bool:
    """Whether some evidence that an answer is held down without has a last day."""
    leaves = card.plan.leaves
    for item, home in zip(leaves.items, leaves.homes, strict=True):
        asked, answer = item.evidence or home.evidence, answer_to(item, card.assessment)
        if asked is None or asked.above is None or answer is None:
            continue
        if any(piece.expires for piece in answer.evidence):
            return True
    return False


def _details(card: Scorecard, score: Score) -> Iterator[RenderableType]:
    """Why, what the next level needs, and what to know besides."""
    line = words(sentences.title(score), "bold")
    line.append_text(words(f": {sentences.result(score)}"))
    yield line
    yield indented(words(score.why().short))
    yield from map(indented, blockers_view(score))
    yield from (indented(words(f"Note: {note}")) for note in notes(card, score))


def notes(card: Scorecard, score: Score) -> list[str]:
    """The caveats of a node, and those of its parts that it doesn't have itself.

    Where nothing at all applies, they have nothing to add.
    """
    found = list(score.caveats)
    if score.path and score.coverage.applicable:
        below = [other for other in card if other.path.startswith(f"{score.path}.")]
        found += [
            f"{part.title}: {note}" for part in below for note in part.caveats if note not in found
        ]
    return found
