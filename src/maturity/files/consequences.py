"""Faults of a framework that only follow from others, and so are not told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from maturity.errors import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from maturity.errors import Problem

_BANDS = {"rule.lower-is-better", "rule.no-rank", "cap.no-level", "cap.until", "rule.needs"}
_BY_TABLE = {
    "levels": {
        *_BANDS,
        "level.unknown",
        "rule.no-levels",
        "rule.pass",
        "profile.ask",
        "bands.order",
    },
    "scales": {"scale.unknown", "item.no-scale", "rule.ladder", "rule.pass", "profile.ask"},
    "dimensions": {"path.unknown", "tag.unknown", "path.not-a-branch", "path.not-an-item"},
}
_BY_RULE = {*_BANDS, "rule.no-total", "rule.no-shares", "rule.loop", "rule.pass"}
_SPOILT_BANDS = {"rule.range", "bands.one-direction"}


def without_lost_tables(
    later: list[Problem], broken: Iterable[Problem], data: Mapping[str, Any]
) -> list[Problem]:
    """The `later` problems but for those that follow from a table, rule or bands that are lost."""
    broken = list(broken)
    codes = {problem.code for problem in later}
    hidden: set[str] = set()
    for problem in broken:
        if len(problem.place) == 1:
            table = _meant(str(problem.place[0]), data)
            hidden |= _BY_TABLE.get(table, set())
            if table == "levels":
                codes.add("levels are lost")
        elif problem.place[-1] == "rule":
            hidden |= _BY_RULE
        if not {"range", "bands"}.isdisjoint(problem.place):
            hidden |= _BANDS
    if "rule.unknown" in codes:
        hidden |= _BY_RULE
    if codes & _SPOILT_BANDS:
        hidden |= _BANDS
    lost = "levels are lost" in codes
    return [
        problem
        for problem in later
        if problem.code not in hidden
        and not (lost and problem.code == "scale.unknown" and "'levels'" in problem.what)
    ]


def _meant(key: str, data: Mapping[str, Any]) -> str:
    """The table that a faulty key at the top of the file most likely is; empty where it is none."""
    if key in _BY_TABLE:
        return key
    absent = [table for table in _BY_TABLE if table not in data]
    return nearest(key, absent) or ""
