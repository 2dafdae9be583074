"""For an overlay: what it changes, and the result on what it shares with its base."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from maturity.model.shared import shared_items
from maturity.scoring import sentences
from maturity.scoring.words import counted, item_word

from .layout import indented, table, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from maturity.scoring.scorecard import Score, Scorecard

GAP = Text("")


def base_view(card: Scorecard) -> Iterator[RenderableType]:
    """The result by the base's rules, on what both ask; nothing for what is no overlay."""
    overlay, on_base = card.framework.overlay, card.on_base
    if overlay is None:
        return
    base = overlay.base
    both = shared_items(base, card.framework)
    yield GAP
    yield words(f"On what is shared with {base.title}, {base.edition}", "bold")
    if on_base is None:
        yield indented(words("Nothing is shared, so no result compares."))
        return
    reworded = sum(path in overlay.reworded for path in both)
    told = f", {reworded} of them in other words" if reworded else ""
    yield indented(
        words(
            f"{len(both)} of its {counted(len(base.items), item_word(base))} are asked here as "
            f"well{told}. Its own rules are used, so that this compares with results of others on "
            "the same part."
        )
    )
    heads = [base.term("dimension").capitalize(), "Result", "Answered"]
    scores = [s for s in (*on_base.dimensions, on_base.overall) if s.status != "none"]
    yield indented(table(heads, [_row(score) for score in scores], narrow=["Answered"]))


def _row(score: Score) -> list[RenderableType]:
    cover = score.coverage
    return [
        words(sentences.title(score)),
        words(sentences.result(score)),
        words(f"{cover.answered} of {cover.applicable}"),
    ]
