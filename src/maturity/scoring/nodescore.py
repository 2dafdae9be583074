"""The facts of one node, read from the results of the engine."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, cast

import numpy as np
from attrs import field, frozen

from maturity.model.assessment import NotApplicable
from maturity.model.frozen import FrozenMap
from maturity.model.scales import Level, Scale

from .entries import Node
from .finish import SNAP
from .leaves import ABSENT
from .readings import Reading

if TYPE_CHECKING:
    from maturity.model.rules import Rule
    from maturity.model.scoring import Conventions

    from .scorecard import Scorecard

Status = Literal["certain", "open", "withheld", "undefined", "not started", "none"]


@frozen
class Point:
    """A value and a level; None where there is none."""

    value: float | None
    level: Level | None


@frozen
class Bounds:
    """The lowest and the highest that any completion of the open answers can reach."""

    low: Point
    high: Point


@frozen
class Coverage:
    """How much of what applies is answered."""

    answered: int
    applicable: int
    not_applicable: int

    @property
    def share(self) -> float | None:
        """Answered of applicable, 0 to 1; None where nothing applies."""
        return self.answered / self.applicable if self.applicable else None


@frozen(kw_only=True, eq=False)
class NodeFacts:
    """The facts of a node; see `Score`."""

    path: str
    title: str
    value: float | None
    level: Level | None
    status: Status
    so_far: Point
    coverage: Coverage
    counts: Mapping[str, int]
    bounds: Bounds | None
    na_effect: Level | None
    claimed: Level | None
    node: Node = field(repr=False)

    @property
    def rule(self) -> Rule:
        """The rule in force."""
        return self.node.rule

    @property
    def conventions(self) -> Conventions:
        """The conventions in force."""
        return self.node.conventions

    @property
    def value_range(self) -> tuple[float, float]:
        """The lowest and the highest value that the rule can give."""
        return self.node.low, self.node.high


def facts_of(card: Scorecard, row: int) -> dict[str, object]:
    """The fields of `NodeFacts` for one node of a card."""
    return _Facts(card, row).fields()


class _Facts:
    """Reads one node's facts from a card's arrays."""

    def __init__(self, card: Scorecard, row: int) -> None:
        self.card, self.row, self.node = card, row, card.plan.nodes[row]
        self.reads = sorted(self.node.reads)
        self.column = card.column

    def fields(self) -> dict[str, object]:
        coverage = self.coverage()
        low, high = self.point(Reading.LOW), self.point(Reading.HIGH)
        bounds = Bounds(low, high) if low.value is not None and high.value is not None else None
        stated = self.point(Reading.STATED)
        status = self.status(coverage, stated, bounds)
        silent = {"none", "withheld"}
        if self.node.conventions.missing == "bound":
            silent.add("not started")
        shown = Point(None, None) if status in silent else stated
        return {
            "path": self.node.path,
            "title": self.node.title,
            "value": shown.value,
            "level": shown.level,
            "status": status,
            "so_far": self.point(Reading.SO_FAR),
            "coverage": coverage,
            "counts": self.counts(),
            "bounds": bounds,
            "na_effect": self.point(Reading.NA_STATED).level,
            "claimed": self.claim(),
            "node": self.node,
        }

    def point(self, reading: Reading) -> Point:
        """Value and level under one reading."""
        results = self.card.results
        at = (self.row, results.at(reading), self.column)
        value, rank = float(results.value[at]), int(results.rank[at])
        if self.node.rule.name == "none" or math.isnan(value):
            return Point(None, None)
        return Point(value, self.rung(rank))

    def rung(self, rank: int) -> Level | None:
        """The rung of a rank; None where the node has no level."""
        if rank < 0:
            return None
        return self.card.framework.below if rank == 0 else self.node.ladder[rank - 1]

    def coverage(self) -> Coverage:
        """How many of the items that the node reads are answered."""
        cells = self.card.cells
        applicable = cells.applicable[self.reads, self.column]
        answered = int(cells.answered[self.reads, self.column].sum())
        count = int(applicable.sum())
        return Coverage(answered, count, len(self.reads) - count)

    def status(self, coverage: Coverage, stated: Point, bounds: Bounds | None) -> Status:
        """Which of the six states the node is in."""
        if self.node.rule.name == "none":
            return "none"
        complete = coverage.answered == coverage.applicable
        if not coverage.applicable or (stated.value is None and bounds is None):
            return "undefined"
        if not self.begun():
            return "not started"
        share = coverage.share
        if share is not None and share < self.node.conventions.minimum_coverage:
            return "withheld"
        settled = bounds is not None and _settled(bounds) and _same(stated, bounds.low)
        return "certain" if complete or settled else "open"

    def begun(self) -> bool:
        """Whether anything is answered, if only by one unit."""
        said = self.card.cells.said[:, self.reads, self.column]
        return bool((said < ABSENT).any())

    def counts(self) -> Mapping[str, int]:
        """How often each option was answered, as it was said; numbers under their scale's id."""
        found: dict[str, int] = {}
        plan, said = self.card.plan, self.card.cells.said
        for scale_id in dict.fromkeys(plan.leaves.items[i].scale for i in self.reads):
            scale = self.card.asked.scales[scale_id]
            rows = [i for i in self.reads if plan.leaves.items[i].scale == scale_id]
            codes = said[:, rows, self.column]
            if isinstance(scale, Scale):
                tally = np.bincount(codes.ravel(), minlength=256)
                for code, option in enumerate(scale.options):
                    found[option.id] = found.get(option.id, 0) + int(tally[code])
            else:
                found[scale_id] = found.get(scale_id, 0) + int((codes < ABSENT).sum())
        return FrozenMap(found)

    def claim(self) -> Level | None:
        """The level claimed for this branch, where one is."""
        claim = self.card.assessment.claims.get(self.node.path)
        if claim is None or claim.value is None or isinstance(claim.value, NotApplicable):
            return None
        levels = {
            level.id: level for level in (self.card.framework.below, *self.card.framework.levels)
        }
        return levels.get(cast("str", claim.value))


def _same(one: Point, other: Point) -> bool:
    """Whether two points are of one level; where there is none, of one value."""
    if one.level is not None or other.level is not None:
        return one.level == other.level
    if one.value is None or other.value is None:
        return False
    return abs(one.value - other.value) <= SNAP


def _settled(bounds: Bounds) -> bool:
    """Whether no completion can change the level (or the value, where there is no level)."""
    if bounds.low.level is not None and bounds.high.level is not None:
        return bounds.low.level.rank == bounds.high.level.rank
    return bounds.low.value == bounds.high.value
