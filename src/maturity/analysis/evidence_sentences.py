"""A review of evidence in plain sentences."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from maturity.scoring.words import counted, item_word, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .evidence_review import EvidenceReview

PIECE = "piece of evidence"


def review_sentences(review: EvidenceReview) -> Iterator[str]:
    """What was found, a sentence each; nothing is left unsaid where nothing was found."""
    yield from _unproven(review)
    yield from _expiring(review)
    yield from _groups(review)
    known = review.basis
    yield (
        f"{known['data']} of {counted(sum(known.values()), 'answer')} rest on data, "
        f"{known['opinion']} on opinion; of {known['not stated']} it is not stated."
    )
    yield from _falls(review)


def _unproven(review: EvidenceReview) -> Iterator[str]:
    """Items rated high without evidence."""
    item, number = item_word(review.card.asked), len(review.unproven)
    if not number:
        yield f"Every {item} that is rated high has evidence."
        return
    is_, has = ("is", "has") if number == 1 else ("are", "have")
    asked = sum(one.asked for one in review.unproven)
    where = "the framework asks for none" if not asked else f"evidence is asked for in {asked}"
    names = listed([one.path for one in review.unproven])
    yield (
        f"{counted(number, item)} {is_} rated high and {has} no evidence that will do "
        f"({where}): {names}."
    )


def _expiring(review: EvidenceReview) -> Iterator[str]:
    """Evidence that has expired, and that is about to."""
    left = [one for one in review.expiring if not one.renewed]
    gone = sum(one.days < 0 for one in left)
    soon = len(left) - gone
    if gone:
        yield f"{counted(gone, PIECE)} {'has' if gone == 1 else 'have'} expired."
    if soon:
        day = review.as_of + timedelta(max(one.days for one in left))
        word = "expires" if soon == 1 else "expire"
        yield f"{counted(soon, PIECE)} {word} in the next {review.within_days} days, by {day}."
    if not left:
        yield f"No evidence has expired, and none does in the next {review.within_days} days."
    renewed = len(review.expiring) - len(left)
    if renewed:
        verb = "has" if renewed == 1 else "have"
        yield f"{renewed} more {verb} newer evidence of the same kind beside it."


def _groups(review: EvidenceReview) -> Iterator[str]:
    """Staff groups that are not covered."""
    item = item_word(review.card.asked)
    groups = [
        f"{group} ({counted(len(paths), item)})" for group, paths in sorted(review.groups.items())
    ]
    if groups:
        yield f"Staff groups that the evidence does not cover yet: {listed(groups, most=99)}."


def _falls(review: EvidenceReview) -> Iterator[str]:
    """The levels that would fall."""
    falls = review.next_falls
    if not review.falls:
        return
    if not falls:
        yield "No level falls because evidence expires."
        return
    yield f"The first level to fall if nothing is renewed: {falls[0].text}"
    if falls[1:]:
        others = [f"{fall.title} ({fall.falls_on})" for fall in falls[1:]]
        yield f"After that: {listed(others)}."
