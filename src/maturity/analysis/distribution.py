"""How the organisations of a cohort spread over the levels of one dimension: never only a mean."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np
from attrs import field, frozen

from maturity.model.frozen import FrozenMap
from maturity.model.scales import Level
from maturity.scoring.states import STATUSES, Status

from .quantile_groups import quantile_group

if TYPE_CHECKING:
    from maturity.scoring.entries import Node

    from .cohort import Cohort


@frozen(kw_only=True)
class AtLevel:
    """Who stands at a level: `certain`, and `open`, whose missing answers can still raise it."""

    level: Level
    certain: tuple[str, ...] = ()
    open: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        """How many organisations."""
        return len(self.certain) + len(self.open)


@frozen(kw_only=True)
class Distribution:
    """How organisations spread over one node of a framework.

    `levels`: lowest first, every rung, also where nobody stands; empty where the node has none.
    `unknown`: who has no level to state, by status. `values`: what each organisation reaches, by
    name; None where there is nothing to state. `variation`: of two organisations with a level
    picked at random, the chance (0 to 1) that they stand at different ones; None with fewer than
    two. `low` and `high`: the range of the node's value.
    """

    path: str
    title: str
    levels: tuple[AtLevel, ...] = field(repr=False)
    unknown: FrozenMap[Status, tuple[str, ...]]
    values: FrozenMap[str, float | None] = field(repr=False)
    variation: float | None
    low: float
    high: float

    @property
    def lowest(self) -> AtLevel | None:
        """The lowest level at which somebody stands; None where nobody stands at any."""
        return next((rung for rung in self.levels if rung.count), None)

    @property
    def open(self) -> tuple[str, ...]:
        """Whose level can still rise."""
        return tuple(name for rung in self.levels for name in rung.open)

    def groups(self, q: int = 4) -> dict[str, int | None]:
        """The quantile group of each organisation by value, from 1 (lowest) to `q`.

        None where it has no value, and where there are fewer values than groups. See
        `quantile_group`.
        """
        groups = quantile_group(list(self.values.values()), q)
        return dict(zip(self.values, groups, strict=True))


def distribution(each: Cohort, path: str) -> Distribution:
    """The distribution of the organisations of a cohort, one row each, over a node."""
    plan, states = each.plan, each.scores[path]
    node = plan.nodes[plan.row[path]]
    names = [row.name for row in each]
    ranks = states.stated.rank.tolist()
    status = [STATUSES[code] for code in states.status.tolist()]
    rungs = _rungs(each, node)
    levels = tuple(
        AtLevel(
            level=level,
            certain=_who(names, ranks, status, level.rank, certain=True),
            open=_who(names, ranks, status, level.rank, certain=False),
        )
        for level in rungs
        if level.rank or each.framework.below_label or 0 in ranks
    )
    unknown: dict[Status, list[str]] = {}
    values = states.stated.value
    for name, rank, how, value in zip(names, ranks, status, values.tolist(), strict=True):
        if rank < 0 and (rungs or np.isnan(value)):
            unknown.setdefault(how, []).append(name)
    return Distribution(
        path=path,
        title=node.title,
        levels=levels,
        unknown=FrozenMap({how: tuple(who) for how, who in unknown.items()}),
        values=FrozenMap(
            {
                name: None if np.isnan(value) else value
                for name, value in zip(names, values.tolist(), strict=True)
            }
        ),
        variation=_variation([rung.count for rung in levels]),
        low=node.low,
        high=node.high,
    )


def _rungs(each: Cohort, node: Node) -> tuple[Level, ...]:
    """The rungs at which a node can stand, lowest first; none where its rule gives no level."""
    return (each.framework.below, *node.ladder) if node.levelled else ()


def _who(
    names: list[str], ranks: list[int], status: list[Status], rank: int, *, certain: bool
) -> tuple[str, ...]:
    """Who stands at a rank, for certain or not."""
    return tuple(
        name
        for name, own, how in zip(names, ranks, status, strict=True)
        if own == rank and (how == "certain") == certain
    )


def _variation(counts: list[int]) -> float | None:
    """The chance that two, picked at random, stand at different levels."""
    total = sum(counts)
    pairs = total * (total - 1) // 2
    return sum(a * b for a, b in combinations(counts, 2)) / pairs if pairs else None
