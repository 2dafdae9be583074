"""A review of evidence as a page of text: what is missing, old or about to go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from maturity.analysis.evidence_dates import evidence_name
from maturity.scoring import sentences
from maturity.scoring.words import items_word

from .layout import bullets, heading, indented, table, words
from .plain import shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from maturity.analysis.evidence_review import EvidenceReview, Expiry, Unproven

GAP = Text("")
LONGEST, UNBROKEN = 60, 44
REASONS = {
    "none": "no evidence",
    "expired": "all of it has expired",
    "other kind": "none of the kind that is asked for",
    "no reference": "no reference to it",
}


def evidence_view(review: EvidenceReview) -> Iterator[RenderableType]:
    """The whole review."""
    card = review.card
    yield heading(
        f"Evidence on {review.as_of.isoformat()}: {sentences.subject(card)}",
        sentences.framework_title(card),
    )
    yield from map(words, card.caveats)
    yield GAP
    yield bullets(review.sentences)
    falls = [fall.text for fall in review.next_falls]
    yield from _part("What falls if nothing is renewed", falls)
    if review.expiring:
        yield GAP
        yield words("Expired, or about to", "bold")
        heads = ["Last day", "Days", "Evidence", "For"]
        rows = [[*map(words, _expiry(one))] for one in review.expiring]
        whole = max(len(one.path) for one in review.expiring) <= UNBROKEN
        yield indented(table(heads, rows, narrow=["Last day", "Days", *["For"] * whole]))
    items = items_word(card.asked)
    unproven = [_unproven(one) for one in review.unproven]
    yield from _part(f"{items.capitalize()} rated high without evidence", unproven)
    groups = [f"{group}: {', '.join(paths)}" for group, paths in review.groups.items()]
    yield from _part("Staff groups that the evidence does not cover", groups)


def _part(title: str, lines: list[str]) -> Iterator[RenderableType]:
    """A list under its title; nothing where it is empty."""
    if lines:
        yield GAP
        yield words(title, "bold")
        yield bullets(lines)


def _expiry(one: Expiry) -> list[str]:
    """One piece of evidence."""
    last = one.evidence.expires.isoformat() if one.evidence.expires else ""
    days = "expired" if one.days < 0 else str(one.days)
    newer = " (newer evidence stands beside it)" if one.renewed else ""
    return [last, days, f"{evidence_name(one.evidence)}{newer}", one.path]


def _unproven(one: Unproven) -> str:
    """One item."""
    asked = ", though it is asked for" if one.asked and one.reason == "none" else ""
    title = shortened(one.title, LONGEST)
    return f"{one.path}: {one.answer}, {REASONS[one.reason]}{asked}. {title}"
