"""A second scorer, naive and obviously right, to hold the engine against.

Floats, recursion and no arrays. It says nothing about why; only what each node comes to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from attrs import frozen

from maturity.model.rules import NoTotal

from .reference_items import HIGH, LOW, SO_FAR, STATED, WITHOUT_NA
from .reference_rules import NEAR, Score
from .reference_sheet import NOTHING, Sheet
from .reference_tree import Tree

if TYPE_CHECKING:
    from datetime import date

    from maturity.model.assessment import Assessment

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
    answered, applicable = sheet.coverage(path)
    status = status_of(sheet, path)
    score = stated.score
    unstated = status == "not started" and node.conventions.missing == "bound"
    if status in ("none", "withheld") or unstated:
        score = NOTHING
    bounded = low.value is not None
    return NodeResult(
        value=score.value,
        rank=score.rank,
        low=low if bounded else None,
        high=sheet.state(path, HIGH).score if bounded else None,
        so_far=sheet.state(path, SO_FAR).score,
        na_rank=sheet.state(path, WITHOUT_NA).score.rank,
        answered=answered,
        applicable=applicable,
        status=status,
        blocked=stated.blocked is not None,
    )


def status_of(sheet: Sheet, path: str) -> Status:
    """The first status that is true."""
    node = sheet.tree.nodes[path]
    low, high = sheet.state(path, LOW).score, sheet.state(path, HIGH).score
    answered, applicable = sheet.coverage(path)
    complete = answered == applicable
    unknown = sheet.state(path, STATED).score.value is None and (complete or low.value is None)
    movable = low.value != high.value if low.rank is None else low.rank != high.rank
    movable |= low.value is None  # something is stated that every completion would take away
    stated = sheet.state(path, STATED).score  # or something that no completion would leave
    if low.rank is None and stated.value is not None and low.value is not None:
        movable |= abs(stated.value - low.value) > NEAR
    else:
        movable |= stated.rank != low.rank or stated.value is None
    true: dict[Status, bool] = {
        "none": isinstance(node.rule, NoTotal),
        "undefined": applicable == 0 or unknown,
        "not started": not sheet.begun(path),
        "withheld": answered < node.conventions.minimum_coverage * applicable,
        "open": not complete and movable,
        "certain": True,
    }
    return next(status for status, holds in true.items() if holds)


def score(
    assessment: Assessment, profile: str | None = None, as_of: date | None = None
) -> dict[str, NodeResult]:
    """What each node comes to; the empty path is the overall result."""
    sheet = Sheet(Tree.grow(assessment.framework, profile), assessment, as_of or assessment.as_of)
    return {path: result(sheet, path) for path in sheet.tree.nodes}
