"""Why a node has the level it has, in plain sentences made from its own facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen

from maturity.errors.clean import clean

from . import sentences
from .look import Look
from .reasons import Fact, reasons
from .words import items_word, per_cent

if TYPE_CHECKING:
    from .scorecard import Score, Scorecard


@frozen
class Why:
    """`text`: plain sentences. `facts`: what they were made from. `short`: what decides, alone."""

    text: str = field(converter=clean)
    facts: tuple[Fact, ...] = field(default=())
    short: str = field(default="", converter=clean)

    def __str__(self) -> str:
        """The text."""
        return self.text


def explain(card: Scorecard, score: Score) -> Why:
    """See `Score.why`. What is explained is the secured reading: open answers count as lowest."""
    head = f"{sentences.title(score)}: {sentences.result(score)}."
    silent = {"none", "undefined", "not started", "withheld"}
    if score.status in silent or score.value is None:
        short = _silent(score)
        return Why(f"{head} {short}".rstrip(), short=short)
    look = Look(card, score)
    found, caps = reasons(look), look.holding_caps()
    text = " ".join(filter(None, (head, found.text, *caps, _open(card, score))))
    return Why(text, found.facts, " ".join(filter(None, (found.short, *caps))))


def _silent(score: Score) -> str:
    """Why nothing is stated."""
    cover = score.coverage
    if score.status == "none":
        return ""
    if score.status == "not started":
        return "Nothing is answered here yet."
    if score.status == "withheld":
        share = per_cent(score.conventions.minimum_coverage)
        return f"{share} has to be answered before a level is stated."
    if cover.answered < cover.applicable:
        return "The conventions here let a missing answer block the result."
    if cover.applicable:
        return "The conventions here let an answer that is not applicable block the result."
    return "Nothing here applies, so nothing counts."


def _open(card: Scorecard, score: Score) -> str:
    """How much is unanswered, and whether it matters."""
    missing = score.coverage.applicable - score.coverage.answered
    if not missing:
        return ""
    unanswered = f"{missing} {items_word(card.asked, missing)}"
    unanswered += f" {'is' if missing == 1 else 'are'} unanswered"
    if score.status == "certain":
        return f"{unanswered}, and no answer can change the level."
    return f"{unanswered}."
