"""What an unknown key in a framework file most likely is, and where it belongs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from maturity.errors import cut, nearest

from .exact_hooks import key_of
from .shapes import (
    ConventionsTable,
    FrameworkFile,
    ItemTable,
    NodeTable,
    NumberTable,
    RuleTable,
    ScoringTable,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .names import Place

_RULE_KEYS = {key_of(field.name) for field in attrs.fields(RuleTable)}
_CONVENTIONS = {field.name for field in attrs.fields(ConventionsTable)}


def dotted_number(place: Place) -> str:
    """A hint for `2.3 = ...`, which TOML reads as a key 3 in a table 2; else empty."""
    last, above = str(place[-1]), str(place[-2]) if len(place) > 1 else ""
    if last.isdigit() and above.isdigit():
        number = f"{above}.{last}"
        return f"a dot makes a table: {number} is read as {last} in {above}; write {above}-{last}"
    return ""


def swallowed(key: str, name: str) -> str:
    """The hint for an item's line below another item's own header, of which it became a key."""
    return (
        f"each line below the header of '{cut(name)}' is one of its keys; "
        f"if '{cut(key)}' is an item, put it above that header"
    )


def unquoted_path(place: Place, data: Mapping[str, Any]) -> str:
    """The path that tables below `counts` or `needs` spell, as it lost its quotes; maybe empty."""
    last = max(number for number, key in enumerate(place) if key in {"counts", "needs"})
    is_needs = place[last] == "needs"
    value: Any = data
    for step in place:
        value = value[step]
    steps = [str(step) for step in place[last + 1 + is_needs :]]
    while isinstance(value, dict) and value:
        key, value = next(iter(value.items()))
        if is_needs or isinstance(value, dict):
            steps.append(str(key))
    return ".".join(steps) if len(steps) > 1 else ""


def framework_key_hint(cls: type, place: Place, value: object) -> str:
    """A hint for the unknown key at `place` in a table of class `cls`; empty for the usual one."""
    key = str(place[-1])
    keys = [key_of(field.name) for field in attrs.fields(cls)]
    hint = dotted_number(place) or _other_table(cls, key)
    if hint or nearest(key, keys) or not isinstance(value, str | dict):
        return hint
    if cls is ItemTable:
        return swallowed(key, str(place[-2]))
    if cls is NodeTable:
        path = ".".join(str(step) for step in place[:-1])
        return (
            f"allowed: {', '.join(keys)}; items stand under [{path}.items] or [{path}.at.LEVEL], "
            f"parts under [{path}.parts]"
        )
    return ""


def _other_table(cls: type, key: str) -> str:
    """Where a key stands that is known, but not in a table of class `cls`."""
    if cls is FrameworkFile and key in {"drop", "change"}:
        extends = 'extends = { id = "...", edition = "..." }'
        return f"{key} stands in a file that extends another: {extends}"
    if cls is NumberTable and key == "bands":
        return "bands stand beside number, not in it"
    if cls is ScoringTable and key in _RULE_KEYS:
        return f"a rule stands under overall, dimension or part: dimension = {{ {key} = ... }}"
    if cls is RuleTable and key in _CONVENTIONS:
        return f"{key} stands in [scoring] itself, not in a rule"
    return ""
