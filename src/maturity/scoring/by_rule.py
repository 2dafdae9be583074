"""The same answers under three rules, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from maturity.model.frozen import FrozenMap
from maturity.model.narrow import with_rule
from maturity.model.rules import Mean, Rule, Staged, WeakestLink
from maturity.model.scales import Level

from .engine import evaluate
from .plan import build_plan
from .readings import Reading

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .scorecard import Score, Scorecard


@frozen
class RuleReading:
    """One node under one rule.

    `value` and `level` are None where the rule can't apply here (`why_not` says why: no item has a
    level, say), and the level where the rule gives none. `rule` is what was used.
    """

    rule: Rule
    value: float | None
    level: Level | None
    why_not: str = ""


def read_by_rule(card: Scorecard, score: Score) -> Mapping[str, RuleReading]:
    """See `Score.by_rule`.

    `mean`: over all items below, of their places on their scales (0 to 1). `staged`: over all
    items below, every one asked for. `weakest-link`: over all items below. Where the node's own
    rule is one of the three, it is used as it is declared.
    """
    rules: dict[str, Rule] = {
        "mean": Mean(over="items", range=(0.0, 1.0)),
        "staged": Staged(),
        "weakest-link": WeakestLink(over="items"),
    }
    if score.rule.name in rules:
        rules[score.rule.name] = score.rule
    return FrozenMap({name: _read(card, score, rule) for name, rule in rules.items()})


def _read(card: Scorecard, score: Score, rule: Rule) -> RuleReading:
    """The secured reading of one node under one rule."""
    if isinstance(rule, Staged) and not _has_levels(card, score):
        return RuleReading(rule, None, None, "no item here has a level")
    plan = build_plan(with_rule(card.asked, score.path, rule))
    results = evaluate(plan, card.cells, (Reading.STATED,), plan.needed_for(score.path))
    row = plan.row[score.path]
    at = (row, results.at(Reading.STATED), card.column)
    value, rank = float(results.value[at]), int(results.rank[at])
    if results.empty[at] or results.blocked[at]:
        return RuleReading(rule, None, None, "nothing here applies or counts")
    ladder = (card.framework.below, *plan.nodes[row].ladder)
    return RuleReading(rule, value, ladder[rank] if rank >= 0 else None)


def _has_levels(card: Scorecard, score: Score) -> bool:
    """Whether some item below counts at a level."""
    if not card.framework.levels:
        return False
    plan = build_plan(with_rule(card.asked, score.path, Staged()))
    node = plan.nodes[plan.row[score.path]]
    return any(entry.level or entry.every_level for entry in node.entries)
