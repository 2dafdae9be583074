"""The same answers under three rules, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve, frozen

from maturity.model.frozen import FrozenMap
from maturity.model.narrow import with_rule
from maturity.model.rules import Mean, Rule, Staged, WeakestLink
from maturity.model.scales import Level

from .engine import evaluate
from .nodescore import Bounds, NodeFacts, facts_of
from .plan import build_plan
from .states import Status

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .scorecard import Score, Scorecard

NOTHING = "nothing here applies or counts"
_WHY_NOT = {
    "not started": "nothing is answered here yet",
    "withheld": "too little is answered here",
}


@frozen
class RuleReading:
    """One node under one rule.

    `value`, `level`, `status` and `bounds` are as in a `Score`: with answers missing, value and
    level are secured ("at least"), and with nothing answered there are none, unless a convention
    says otherwise. Where the rule can't apply, `value` is None and `status` is `undefined`. Where
    there is no value, `why_not` says why: no item has a level, say. `level` is also None where the
    rule gives none. `rule` is what was used.
    """

    rule: Rule
    value: float | None
    level: Level | None
    status: Status
    bounds: Bounds | None = None
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
    """One node under one rule: what its score would be."""
    if isinstance(rule, Staged) and not _has_levels(card, score):
        return RuleReading(rule, None, None, "undefined", why_not="no item here has a level")
    plan = build_plan(with_rule(card.asked, score.path, rule))
    results = evaluate(plan, card.cells, steps=plan.needed_for(score.path))
    under = NodeFacts(**facts_of(evolve(card, plan=plan, results=results), plan.row[score.path]))  # type: ignore[arg-type]  # its own
    why_not = "" if under.value is not None else _why_not(under)
    return RuleReading(rule, under.value, under.level, under.status, under.bounds, why_not)


def _why_not(under: NodeFacts) -> str:
    """Why there is no value."""
    cover = under.coverage
    if under.status == "open" and cover.answered < cover.applicable:
        return "a missing answer blocks it, as the conventions say"
    return _WHY_NOT.get(under.status, NOTHING)


def _has_levels(card: Scorecard, score: Score) -> bool:
    """Whether some item below counts at a level."""
    if not card.framework.levels:
        return False
    plan = build_plan(with_rule(card.asked, score.path, Staged()))
    node = plan.nodes[plan.row[score.path]]
    return any(entry.level or entry.every_level for entry in node.entries)
