"""What an unknown key in a framework file most likely is, and where it belongs."""

from __future__ import annotations

import attrs

from maturity.errors import nearest

from .exact_hooks import key_of
from .names import Place
from .shapes import ConventionsTable, ItemTable, NodeTable, NumberTable, RuleTable, ScoringTable

_RULE_KEYS = {key_of(field.name) for field in attrs.fields(RuleTable)}
_CONVENTIONS = {field.name for field in attrs.fields(ConventionsTable)}


def dotted_number(place: Place) -> str:
    """A hint for `2.3 = ...`, which TOML reads as a key 3 in a table 2; else empty."""
    last, above = str(place[-1]), str(place[-2]) if len(place) > 1 else ""
    if last.isdigit() and above.isdigit():
        return f"a dot makes a table: {above}.{last} is read as {last} in {above}; write {above}-{last}"
    return ""


def framework_key_hint(cls: type, place: Place, value: object) -> str:
    """A hint for the unknown key at `place` in a table of class `cls`; empty for the usual one."""
    key = str(place[-1])
    if hint := dotted_number(place):
        return hint
    if cls is NumberTable and key == "bands":
        return "bands stand beside number, not in it"
    if cls is ScoringTable and key in _RULE_KEYS:
        return f"a rule stands under overall, dimension or part: dimension = {{ {key} = ... }}"
    if cls is RuleTable and key in _CONVENTIONS:
        return f"{key} holds for all: it stands in [scoring] itself, not in a rule"
    if nearest(key, [key_of(field.name) for field in attrs.fields(cls)]):
        return ""
    if cls is ItemTable and isinstance(value, str | dict):
        return (
            f"below the header of '{place[-2]}' each line is one of its keys; if '{key}' is an item, "
            "put it above that header"
        )
    if cls is NodeTable and isinstance(value, str | dict):
        path = ".".join(str(step) for step in place[:-1])
        return (
            f"allowed: {', '.join(key_of(field.name) for field in attrs.fields(cls))}; "
            f"items stand under [{path}.items] or [{path}.at.LEVEL], parts under [{path}.parts]"
        )
    return ""
