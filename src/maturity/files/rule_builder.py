"""Rules and conventions from the tables of a file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import attrs
from attrs import frozen

from maturity.errors import Problem, hint_for, nearest
from maturity.model.evidence import EvidenceExpectation
from maturity.model.frozen import FrozenMap
from maturity.model.rules import RULES, Cap, NoTotal, Rounding, Rule

from .exact_hooks import key_of
from .names import Place
from .scale_builder import build_bands
from .shapes import CapTable, ConventionsTable, Evidence, EvidenceTable, RoundingTable, RuleTable

if TYPE_CHECKING:
    from maturity.model.scoring import Conventions

_CONVENTIONS = tuple(name.name for name in attrs.fields(ConventionsTable))
_PARAMETERS = tuple(name.name for name in attrs.fields(RuleTable) if name.name != "rule")
_PAIRS = {"threshold": "thresholds", "thresholds": "threshold"}


@frozen
class Stated:
    """A rule as it is written: its name, its parameters by field, and the place of each."""

    name: str | None
    place: Place
    parameters: dict[str, Any]
    places: dict[str, Place]

    def changed_by(self, other: Stated) -> Stated:
        """This rule with the single keys that `other` states."""
        dropped = {_PAIRS.get(name) for name in other.parameters}
        kept = {name: value for name, value in self.parameters.items() if name not in dropped}
        places = {**self.places, **other.places}
        return Stated(self.name, self.place, {**kept, **other.parameters}, places)


def stated_rule(table: RuleTable | None, place: Place) -> Stated:
    """What a rule's table says; nothing where there is no table."""
    if table is None:
        return Stated(None, place, {}, {})
    values = {name: getattr(table, name) for name in _PARAMETERS}
    parameters = {name: value for name, value in values.items() if value is not None}
    places = {name: (*place, key_of(name)) for name in parameters}
    return Stated(table.rule, (*place, "rule"), parameters, places)


def build_rule(
    stated: Stated, rungs: Callable[[str | None], tuple[str, ...]], problems: list[Problem]
) -> Rule:
    """The rule that is stated; `rungs` gives the rungs of a ladder by its scale's id."""
    name = NoTotal.name if stated.name is None else stated.name
    if name not in RULES:
        what = f"there is no rule '{name}'"
        hint = hint_for(name, RULES)
        problem = Problem("rule.unknown", stated.place, what, hint, spoils=(stated.place,))
        problems.append(problem)
        name = nearest(name, RULES) or NoTotal.name
    rule = RULES[name]
    allowed = tuple(name for name in _PARAMETERS if name in attrs.fields_dict(rule))
    if rule is NoTotal:
        allowed = ()
    problems += [
        _not_a_parameter(name, key, stated, allowed)
        for key in stated.parameters
        if key not in allowed
    ]
    given = {key: value for key, value in stated.parameters.items() if key in allowed}
    if "threshold" in given and "thresholds" in given:
        what = "threshold and thresholds can't both be stated"
        place = stated.places["threshold"]
        problems.append(Problem("rule.two-thresholds", place, what, "leave one of them out"))
        del given["threshold"]
    if "needs" in allowed and "needs" not in given:
        what = "'needs' is missing: the levels, and what each needs"
        hint = 'write needs.LEVEL = { "path" = "level" }'
        place = (*stated.place[:-1], "needs")
        problems.append(Problem("key.missing", place, what, hint, (stated.place,)))
    for key, value in given.items():
        given[key] = _parameter(key, value, stated, rungs, problems)
    return rule(**{"needs": FrozenMap(), **given} if "needs" in allowed else given)


def build_conventions(table: ConventionsTable, above: Conventions) -> Conventions:
    """The conventions in force: those that are stated, and the rest from above."""
    stated = {name: getattr(table, name) for name in _CONVENTIONS}
    given = {name: value for name, value in stated.items() if value is not None}
    if table.evidence is not None:
        given["evidence"] = build_evidence(table.evidence)
    return attrs.evolve(above, **given)


def build_evidence(table: Evidence) -> EvidenceExpectation:
    """What evidence is asked for, from a kind, a list of kinds or a table."""
    if not isinstance(table, EvidenceTable):
        table = EvidenceTable(kind=table)
    kinds = (table.kind,) if isinstance(table.kind, str) else tuple(table.kind)
    return EvidenceExpectation(
        kinds=kinds, above=table.above, link=table.link, groups=tuple(table.groups)
    )


def _not_a_parameter(rule: str, key: str, stated: Stated, allowed: tuple[str, ...]) -> Problem:
    """The problem that a rule takes no such parameter."""
    keys = [key_of(name) for name in allowed]
    takers = [
        other for other, cls in RULES.items()
        if cls is not NoTotal and key in {field.name for field in attrs.fields(cls)}
    ]  # fmt: skip
    what = f"the rule '{rule}' takes no '{key_of(key)}'"
    if not keys and stated.name is None:
        what = f"no rule is stated here that could take '{key_of(key)}'"
    hint = f"{hint_for(key_of(key), keys)}; rules that take it: {', '.join(takers)}"
    place = stated.places[key]
    return Problem("rule.parameter", place, what, hint, (stated.place, (*place[:-1], "rule")))


def _parameter(
    key: str,
    value: Any,  # noqa: ANN401  # a parameter may have any of the shapes in RuleTable
    stated: Stated,
    rungs: Callable[[str | None], tuple[str, ...]],
    problems: list[Problem],
) -> object:
    """A parameter as the rule's record holds it."""
    place = stated.places[key]
    if key == "bands":
        return build_bands(value, place, rungs(stated.parameters.get("ladder")), problems)
    if key == "range" and len(value) != 2:  # noqa: PLR2004  # a range has two ends
        what = f"a range is a list of two numbers, and this one has {len(value)}"
        hint = "write range = [0, 100]"
        problems.append(Problem("rule.range", place, what, hint, spoils=(place,)))
        return None
    return _record(value)


def _record(value: Any) -> object:  # noqa: ANN401  # see _parameter
    """A value out of a file's table, as the model holds it."""
    if isinstance(value, Mapping):
        return FrozenMap({name: _record(inner) for name, inner in value.items()})
    if isinstance(value, list):
        return tuple(_record(inner) for inner in value)
    if isinstance(value, CapTable):
        return Cap(**attrs.asdict(value))
    return Rounding(**attrs.asdict(value)) if isinstance(value, RoundingTable) else value
