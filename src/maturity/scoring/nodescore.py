"""The facts of one node, read from the results of the engine."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING, cast

import numpy as np
from attrs import field, frozen

from maturity.model.assessment import NotApplicable
from maturity.model.frozen import FrozenMap
from maturity.model.scales import Level, Scale

from .entries import Node
from .leaves import ABSENT
from .states import STATUSES, Points, Status, node_states

if TYPE_CHECKING:
    from maturity.model.rules import Rule
    from maturity.model.scoring import Conventions

    from .scorecard import Scorecard


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
        here = slice(self.column, self.column + 1)
        states = node_states(self.node, self.row, self.card.cells, self.card.results, here)
        low, high = self.point(states.low), self.point(states.high)
        stated = self.point(states.stated)
        counts = states.answered, states.applicable, states.not_applicable
        return {
            "path": self.node.path,
            "title": self.node.title,
            "value": stated.value,
            "level": stated.level,
            "status": STATUSES[states.status[0]],
            "so_far": self.point(states.so_far),
            "coverage": Coverage(*(int(count[0]) for count in counts)),
            "counts": self.counts(),
            "bounds": None if low.value is None else Bounds(low, high),
            "na_effect": self.point(states.na_stated).level,
            "claimed": self.claim(),
            "node": self.node,
        }

    def point(self, points: Points) -> Point:
        """Value and level of the one assessment."""
        value = float(points.value[0])
        return Point(None if math.isnan(value) else value, self.rung(int(points.rank[0])))

    def rung(self, rank: int) -> Level | None:
        """The rung of a rank; None where the node has no level."""
        if rank < 0:
            return None
        return self.card.framework.below if rank == 0 else self.node.ladder[rank - 1]

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
