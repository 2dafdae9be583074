"""A scorecard and its scores as HTML for notebooks; every text is escaped."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from maturity.errors.clean import clean

from . import sentences

if TYPE_CHECKING:
    from .scorecard import Score, Scorecard


def card_html(card: Scorecard) -> str:
    """The card as one table: title, a row for each dimension, caveats below.

    An overlay has a second one: the result by the rules of what it extends.
    """
    tables = _table(card, sentences.card_title(card))
    if card.on_base is not None:
        tables += _table(card.on_base, sentences.on_base_title(card.on_base))
    return f"{tables}{_notes(card.caveats)}"


def _table(card: Scorecard, caption: str) -> str:
    head = "".join(
        f'<th scope="col" style="text-align:left">{_safe(text)}</th>'
        for text in (card.framework.term("dimension").capitalize(), "Result", "Answers")
    )
    shown = [*card.dimensions, *([card.overall] if card.overall.status != "none" else [])]
    rows = "".join(
        "<tr>"
        f'<th scope="row" style="text-align:left">{_safe(score.title)}</th>'
        f'<td style="text-align:left">{_safe(sentences.result(score))}</td>'
        f'<td style="text-align:left">{_safe(sentences.coverage(score))}</td>'
        "</tr>"
        for score in shown
    )
    return (
        f"<table><caption>{_safe(caption)}</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    )


def score_html(score: Score) -> str:
    """One result: its line, how much is answered, why, and caveats below."""
    return (
        f"<p><strong>{_safe(sentences.title(score))}</strong>: {_safe(sentences.result(score))} "
        f"({_safe(sentences.coverage(score))})</p>"
        f"<p>{_safe(score.why().text)}</p>{_notes(score.caveats)}"
    )


def _notes(caveats: tuple[str, ...]) -> str:
    """Caveats as a list; empty where there are none."""
    return f"<ul>{''.join(f'<li>{_safe(one)}</li>' for one in caveats)}</ul>" if caveats else ""


def _safe(text: str) -> str:
    """A text that is neither a tag nor a control character."""
    return escape(clean(text))
