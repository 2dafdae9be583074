"""A score in words: one line a node, for screens, tables and reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.errors.clean import clean

from .convention_words import conventions_words
from .nodescore import Point
from .words import counted, item_word, number_text

if TYPE_CHECKING:
    from .scorecard import Score, Scorecard

SELF_REPORTED = "Self-reported: what the organisation says of itself, not checked by others."
MADE_UP = "Made-up example data."
NO_TOTAL = "no total, on purpose"
NOT_SURE = "no level is certain yet"
NO_LEVEL = "no level here: the framework gives none"


def point_text(score: Score, point: Point) -> str:
    """A level by its label; a value where there is no level."""
    if point.level is not None:
        return clean(point.level.label)
    return "nothing yet" if point.value is None else number_text(point.value, score.rule)


def title(score: Score) -> str:
    """The name of a node, as a heading begins."""
    name = clean(score.title)
    return name[:1].upper() + name[1:]


def result(score: Score) -> str:
    """What is stated of a node: `at least Young (could be up to Mature)`."""
    if score.status == "withheld":
        return f"withheld: too little answered ({coverage(score)})"
    stated, still_open = secured(score), open_to(score)
    if not still_open or score.status == "not started":
        return stated
    return f"{stated} (could be {still_open})"


def secured(score: Score) -> str:
    """What the answers so far make certain: `at least Young`."""
    silent = {
        "none": NO_LEVEL if score.path else NO_TOTAL,
        "undefined": "nothing to state" if score.value is None else "",
        "withheld": "withheld",
        "not started": "not started" if score.value is None else "",
    }.get(score.status)
    if silent:
        return silent
    stated = point_text(score, Point(score.value, score.level))
    if score.conventions.missing != "bound" or not open_to(score):
        return stated
    if score.level is not None and score.level.rank == 0:
        return NOT_SURE
    return f"at least {stated}"


def open_to(score: Score) -> str:
    """What the open answers could still make of a node: `up to Mature`; empty where nothing."""
    if score.status in {"certain", "none", "undefined"} or score.bounds is None:
        return ""
    low, high = (point_text(score, end) for end in (score.bounds.low, score.bounds.high))
    if score.conventions.missing == "bound" and score.value is not None:
        return f"up to {high}"
    return high if low == high else f"{low} to {high}"


def coverage(score: Score) -> str:
    """`12 of 14 answered, 1 not applicable`."""
    cover = score.coverage
    text = f"{cover.answered} of {cover.applicable} answered"
    return text + (f", {cover.not_applicable} not applicable" if cover.not_applicable else "")


def conventions_text(score: Score) -> str:
    """The conventions in force at a node, in a sentence or two."""
    return clean(conventions_words(score.conventions, item_word(score.card.asked)))


def so_far(score: Score) -> str:
    """What the answered items alone give, where something is open; else empty."""
    if score.so_far.value is None or not open_to(score):
        return ""
    return f"Read from what is answered alone: {point_text(score, score.so_far)}."


def framework_title(card: Scorecard) -> str:
    """The framework, its edition and the profile."""
    profile = f" ({card.chosen.title})" if card.chosen else ""
    return clean(f"{card.framework.title}, {card.framework.edition}{profile}")


def subject(card: Scorecard) -> str:
    """Who is assessed, and for which period."""
    name = card.assessment.organisation.name or "an organisation without a name"
    return clean(f"{name}, {card.assessment.period.text}" if card.assessment.period else name)


def card_title(card: Scorecard) -> str:
    """Framework, edition, organisation and period in one line."""
    return f"{framework_title(card)}: {subject(card)}"


def card_text(card: Scorecard) -> str:
    """A card in a few lines, for a terminal or a notebook."""
    lines = [card_title(card), *_results(card)]
    unanswered = card.overall.coverage.applicable - card.overall.coverage.answered
    if unanswered:
        lines.append(f"  {clean(counted(unanswered, item_word(card.asked)))} unanswered")
    if card.on_base is not None:
        lines += [f"  {on_base_title(card.on_base)}:", *_results(card.on_base)]
    lines += [f"  {caveat}" for caveat in card.caveats]
    return "\n".join(lines)


def on_base_title(on_base: Scorecard) -> str:
    """The heading over an overlay's result by the rules of what it extends."""
    base = on_base.framework
    return clean(f"On what is shared with {base.title}, {base.edition}, by its rules")


def _results(card: Scorecard) -> list[str]:
    """A line for each dimension, and for the whole where there is a total."""
    names = [clean(score.title) for score in card.dimensions]
    width = max(map(len, names), default=0)
    lines = [
        f"  {name:<{width}}  {result(score)}; {coverage(score)}"
        for name, score in zip(names, card.dimensions, strict=True)
    ]
    if card.overall.status != "none":
        lines.append(f"  {title(card.overall):<{width}}  {result(card.overall)}")
    return lines
