"""The layout of a table: a grid or a list, as its header says, and the statements it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import attrs

from . import limits
from .cells import refused, some, too_large
from .grid import read_grid
from .listing import read_list

if TYPE_CHECKING:
    from .cells import Table
    from .statements import Content

Layout = Literal["auto", "grid", "list"]
LAYOUTS: tuple[Layout, ...] = ("auto", "grid", "list")

_GRID = "a grid has a header row that names at least two levels, and dimensions in its first column"
_LIST = "a list has a header row with the words 'statement' and 'dimension', and maybe 'level'"


def read_layout(tables: tuple[Table, ...], layout: Layout, file: str) -> Content:
    """What the tables of a file say; FaultsFound where they have no such layout."""
    found = None
    if layout != "grid":
        found = read_list(tables, file, sure=layout == "list")
    if found is None and layout != "list":
        found = read_grid(tables, file)
    if found is None:
        kind = {"auto": "neither a grid nor a list", "grid": "no grid", "list": "no list"}[layout]
        hint = {"auto": f"{_GRID}; {_LIST}", "grid": _GRID, "list": _LIST}[layout]
        raise refused("table.layout", file, f"there is {kind} in this file", hint)
    if not found.statements:
        what = "there is a header row, and no statement below it"
        raise refused("table.layout", file, what, {"grid": _GRID, "list": _LIST}[found.layout])
    if len(found.statements) > limits.STATEMENTS:
        raise too_large(file, "there are more statements", limits.STATEMENTS)
    return attrs.evolve(found, notes=(*_noticed(tables), *found.notes))


def _noticed(tables: tuple[Table, ...]) -> list[str]:
    """What is told of the cells of tables, whatever their layout."""
    notes = [note for table in tables for note in table.notes]
    cleaned = [
        table.place(row, column) for table in tables for row in table.rows for column in row.cleaned
    ]
    return [*notes, f"control characters were removed at {some(cleaned)}"] if cleaned else notes
