"""An overlay's own tables, laid out for people."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .toml_layout import Line, Section

_BRANCHES = {"dimensions", "parts"}
_TABLES_OF_TABLES = {"scales", "profiles", "properties"}


def overlay_layout(tables: Mapping[str, Any]) -> dict[str, Any]:
    """The tables as `dump_toml` takes them: a header for each that holds several things.

    What stands for one thing stays on one line, so that the order of a file's lines is kept.
    """
    return {name: _top(name, value) for name, value in tables.items()}


def _top(name: str, value: object) -> object:
    if not isinstance(value, Mapping):
        return value
    if name in _BRANCHES:
        return _branches(value)
    if name in _TABLES_OF_TABLES:
        return Section({inner: _section(table) for inner, table in value.items()})
    return Line(value) if name == "extends" else _section(value)


def _branches(table: Mapping[str, Any]) -> Section:
    """Dimensions or parts."""
    return Section({name: _branch(entry) for name, entry in table.items()})


def _branch(entry: object) -> object:
    """A dimension or part: its title alone, or a table."""
    if not isinstance(entry, Mapping):
        return entry
    return Section({name: _held(name, value) for name, value in entry.items()})


def _held(name: str, value: object) -> object:
    """What a branch holds at one key."""
    if name in _BRANCHES and isinstance(value, Mapping):
        return _branches(value)
    if name == "at" and isinstance(value, Mapping):
        return Section({level: _section(items) for level, items in value.items()})
    return _section(value) if name == "items" else _line(value)


def _section(value: object) -> object:
    """A table with a header, of which each entry stays on one line."""
    if not isinstance(value, Mapping):
        return value
    return Section({name: _line(entry) for name, entry in value.items()})


def _line(value: object) -> object:
    return Line(value) if isinstance(value, Mapping) else value
