"""A review of evidence as plain rows, one for each finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .evidence_dates import evidence_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maturity.model.evidence import Evidence

    from .evidence_dates import LevelFall
    from .evidence_review import EvidenceReview

COLUMNS = (
    "finding", "path", "title", "item", "answer", "reason", "asked", "evidence", "kind", "expires",
    "days", "renewed", "group", "level", "falls_on", "falls_to",
)  # fmt: skip


def review_records(review: EvidenceReview) -> list[dict[str, object]]:
    """See `EvidenceReview.to_records`."""
    return [{**dict.fromkeys(COLUMNS), **row} for row in _rows(review)]


def _rows(review: EvidenceReview) -> Iterator[dict[str, object]]:
    """What each finding says."""
    for one in review.unproven:
        said = {"answer": one.answer, "reason": one.reason, "asked": one.asked}
        yield {"finding": "unproven", "path": one.path, "title": one.title, **said}
    for expiry in review.expiring:
        yield {
            "finding": "expired" if expiry.days < 0 else "expiring",
            "path": expiry.path,
            "title": expiry.title,
            **_evidence(expiry.evidence),
            "days": expiry.days,
            "renewed": expiry.renewed,
        }
    for gap in review.uncovered:
        for group in gap.groups:
            about = {"path": gap.path, "title": gap.title}
            yield {"finding": "group not covered", **about, "group": group}
    for fall in review.next_falls:
        yield from _fall(fall)


def _fall(fall: LevelFall) -> Iterator[dict[str, object]]:
    """A row for each piece of evidence that causes a fall."""
    for cause in fall.causes:
        yield {
            "finding": "level falls",
            "path": fall.path,
            "title": fall.title,
            **_evidence(cause.evidence),
            "item": cause.path,
            "level": fall.level.id,
            "falls_on": fall.falls_on,
            "falls_to": fall.falls_to.id if fall.falls_to else None,
        }


def _evidence(evidence: Evidence) -> dict[str, object]:
    """What is said of a piece of evidence."""
    name = evidence_name(evidence)
    return {"evidence": name, "kind": evidence.kind, "expires": evidence.expires}
