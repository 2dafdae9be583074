"""An overview as data: all of it for another program, or rows for a spreadsheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .overview_document import SELF_REPORTED
from .rows_csv import rows_csv

if TYPE_CHECKING:
    from maturity.analysis.commonalities import Common
    from maturity.analysis.distribution import Distribution
    from maturity.analysis.overview import Overview


def overview_data(overview: Overview) -> dict[str, object]:
    """The overview as plain data for JSON."""
    framework, chosen = overview.each.framework, overview.each.chosen
    return {
        "framework": {
            "id": framework.id, "edition": framework.edition, "digest": framework.digest,
        },
        "profile": None if chosen is None else {"id": chosen.id, "title": chosen.title},
        "made_up": any(one.made_up for one in overview.each.assessments),
        "notes": [SELF_REPORTED, *overview.notes],
        "organisations": [
            {
                "name": one.name,
                "code": one.organisation.code,
                "sector": one.organisation.sector,
                "period": one.period.text if one.period else None,
                "since": one.since.text if one.since else None,
                "stage": one.stage,
                "answered": one.answered,
                "applicable": one.applicable,
                "joined_late": one.joined_late,
                "silent": one.silent,
                "guesses": one.guesses,
            }
            for one in overview.standings
        ],
        "absent": list(overview.absent),
        "distributions": [_distribution(one) for one in overview.distributions.values()],
        "rule": {"share": overview.rule.share, "fewest": overview.rule.fewest},
        "strengths": [_common(one) for one in overview.strengths],
        "deficits": [_common(one) for one in overview.deficits],
        "themes": [
            {
                "tag": theme.tag,
                "items": list(theme.items),
                "answered": theme.answered,
                "high": theme.high,
                "low": theme.low,
                "strengths": [one.item.id for one in theme.strengths],
                "deficits": [one.item.id for one in theme.deficits],
                "notes": [
                    {"organisation": note.organisation, "path": note.path, "text": note.text}
                    for note in theme.notes
                ],
            }
            for theme in overview.themes
        ],
        "results": overview.to_records(),
    }  # fmt: skip


def _distribution(one: Distribution) -> dict[str, object]:
    return {
        "path": one.path,
        "title": one.title,
        "levels": [
            {"level": rung.level.id, "certain": list(rung.certain), "open": list(rung.open)}
            for rung in one.levels
        ],
        "unknown": {status: list(names) for status, names in one.unknown.items()},
        "variation": one.variation,
    }


def _common(one: Common) -> dict[str, object]:
    return {"path": one.item.id, "text": one.item.text, "who": list(one.who),
            "answered": one.answered, "share": one.share}  # fmt: skip


def overview_csv(overview: Overview) -> str:
    """One row for each organisation and node."""
    rows = overview.to_records()
    return rows_csv(tuple(rows[0]), rows)
