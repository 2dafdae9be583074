"""For an overlay: what it changes, and the result on what it shares with its base."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from maturity.scoring import sentences
from maturity.scoring.words import counted

from .layout import indented, table, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from maturity.model.framework import Overlay
    from maturity.scoring.scorecard import Score, Scorecard

GAP = Text("")


def base_view(card: Scorecard) -> Iterator[RenderableType]:
    """The result by the base's rules, on what both ask; nothing for what is no overlay."""
    overlay, on_base = card.framework.overlay, card.on_base
    if overlay is None:
        return
    base = overlay.base
    yield GAP
    yield words(f"On what is shared with {base.title}, {base.edition}", "bold")
    if on_base is None:
        yield indented(words("Nothing that was asked is shared, so no result compares."))
        return
    yield indented(
        words(
            f"{_how_much(card, on_base, overlay)} Its own rules are used, so that this compares "
            "with results of others on the same part."
        )
    )
    heads = [base.term("dimension").capitalize(), "Result", "Answered"]
    scores = [s for s in (*on_base.dimensions, on_base.overall) if s.status != "none"]
    yield indented(table(heads, [_row(score) for score in scores], narrow=["Answered"]))


def _how_much(card: Scorecard, on_base: Scorecard, overlay: Overlay) -> str:
    """How much of what was asked is shared: items, and branches that are asked about as a whole."""
    base = overlay.base
    whole = sum(item.claims is not None for item in on_base.asked.items)
    asked = sum(item.claims is not None for item in card.asked.items)
    both = [item.id for item in on_base.asked.items if item.claims is None]
    reworded = sum(path in overlay.reworded for path in both)
    told = f", {reworded} of them in other words" if reworded else ""
    found = []
    if whole:
        every = f"{whole} of the {asked} questions" if asked > 1 else "The one question"
        parts = on_base.chosen is not None and on_base.chosen.ask == "parts"
        branch = base.term("part" if parts else "dimension")
        verb = "is" if whole == 1 else "are"
        found.append(f"{every} about a whole {branch} {verb} the very same there.")
    if both:
        verb = "is" if len(both) == 1 else "are"
        every = counted(len(base.items), base.term("item"))
        found.append(f"{len(both)} of its {every} {verb} asked here as well{told}.")
    return " ".join(found)


def _row(score: Score) -> list[RenderableType]:
    cover = score.coverage
    return [
        words(sentences.title(score)),
        words(sentences.result(score)),
        words(f"{cover.answered} of {cover.applicable}"),
    ]
