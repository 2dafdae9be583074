"""A scorecard as an HTML table for notebooks; every text is escaped."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from . import sentences

if TYPE_CHECKING:
    from .scorecard import Scorecard


def card_html(card: Scorecard) -> str:
    """The card as one table: title, a row for each dimension, caveats below."""
    head = "".join(
        f'<th scope="col" style="text-align:left">{escape(text)}</th>'
        for text in (card.framework.term("dimension").capitalize(), "Result", "Answers")
    )
    shown = [*card.dimensions, *([card.overall] if card.overall.status != "none" else [])]
    rows = "".join(
        "<tr>"
        f'<th scope="row" style="text-align:left">{escape(score.title)}</th>'
        f'<td style="text-align:left">{escape(sentences.result(score))}</td>'
        f'<td style="text-align:left">{escape(sentences.coverage(score))}</td>'
        "</tr>"
        for score in shown
    )
    notes = "".join(f"<li>{escape(caveat)}</li>" for caveat in card.caveats)
    return (
        f"<table><caption>{escape(sentences.card_title(card))}</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table><ul>{notes}</ul>"
    )
