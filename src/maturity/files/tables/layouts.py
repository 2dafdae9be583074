"""The layout of a table: a grid or a list, as its header says, and the statements it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import attrs

from maturity.errors import FaultsFound

from . import limits
from .cells import refused, some, with_notes
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
        what = with_notes(f"there is {kind} in this file", tables)
        raise refused("table.layout", file, what, hint)
    if not found.statements:
        table, row, column = found.header
        what = "this is taken for the header row, and there is no statement below it"
        what = with_notes(what, tables)
        hint = {"grid": _GRID, "list": _LIST}[found.layout]
        raise FaultsFound((table.fault("table.layout", file, (row, column), what, hint),))
    if len(found.statements) > limits.STATEMENTS:
        table, row, column = found.statements[limits.STATEMENTS].at
        what = "from here on, there are more statements than a table can have"
        hint = f"allowed: {limits.STATEMENTS:,}; keep the table alone in the file"
        raise FaultsFound((table.fault("table.too-large", file, (row, column), what, hint),))
    return attrs.evolve(found, notes=(*_noticed(tables), *found.notes))


def _noticed(tables: tuple[Table, ...]) -> list[str]:
    """What is told of the cells of tables, whatever their layout."""
    notes = [note for table in tables for note in table.notes]
    places: dict[str, list[str]] = {}
    for table in tables:
        for row in table.rows:
            for column, what in row.told:
                places.setdefault(what, []).append(table.place(row, column))
    return [*notes, *(what.format(some(found)) for what, found in places.items())]
