"""A second scorer, naive and obviously right, to hold the engine against.

Floats, recursion and no arrays. It says nothing about why; only what each node comes to.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from attrs import frozen

from maturity.model.assessment import Assessment
from maturity.model.rules import NoTotal

from .reference_items import HIGH, LOW, SO_FAR, STATED, WITHOUT_NA
from .reference_rules import Score
from .reference_sheet import NOTHING, Sheet
from .reference_tree import Node, Tree

Status = Literal["none", "undefined", "not started", "withheld", "open", "certain"]


@frozen(kw_only=True)
class NodeResult:
    """What is known of one node; low and high are None where it has no bounds."""

    value: float | None
    rank: int | None
    low: Score | None
    high: Score | None
    so_far: Score
    na_rank: int | None
    answered: int
    applicable: int
    status: Status
    blocked: bool


def result(sheet: Sheet, path: str) -> NodeResult:
    """All that is known of a node."""
    node = sheet.tree.nodes[path]
    stated = sheet.state(path, STATED)
    low = sheet.state(path, LOW).score
    high = sheet.state(path, HIGH).score
    answered, applicable = sheet.coverage(path)
    status = status_of(node, stated.score, low, high, answered, applicable)
    if status in ("withheld", "open", "certain") and not sheet.begun(path):
        status = "not started"
    score = stated.score
    unstated = status == "not started" and node.conventions.missing == "bound"
    if status in ("none", "withheld") or unstated:
        score = NOTHING
    bounded = low.value is not None
    return NodeResult(
        value=score.value,
        rank=score.rank,
        low=low if bounded else None,
        high=high if bounded else None,
        so_far=sheet.state(path, SO_FAR).score,
        na_rank=sheet.state(path, WITHOUT_NA).score.rank,
        answered=answered,
        applicable=applicable,
        status=status,
        blocked=stated.blocked is not None,
    )


def status_of(
    node: Node, stated: Score, low: Score, high: Score, answered: int, applicable: int
) -> Status:
    """The first that is true."""
    if isinstance(node.rule, NoTotal):
        return "none"
    complete = answered == applicable
    if applicable == 0 or (stated.value is None and (complete or low.value is None)):
        return "undefined"
    if answered / applicable < node.conventions.minimum_coverage:
        return "withheld"
    movable = low.value != high.value if low.rank is None else low.rank != high.rank
    return "open" if not complete and movable else "certain"


def score(
    assessment: Assessment, profile: str | None = None, as_of: date | None = None
) -> dict[str, NodeResult]:
    """What each node comes to; the empty path is the overall result."""
    sheet = Sheet(
        Tree.grow(assessment.framework, profile), assessment, as_of or assessment.as_of
    )
    return {path: result(sheet, path) for path in sheet.tree.nodes}
