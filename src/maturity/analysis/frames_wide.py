"""A wide table, one assessment a row and a column for each item, as a grid."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from maturity.errors import Problem
from maturity.model.scales import NumericScale
from maturity.scoring.leaves import UNANSWERED

from .frames_grid import Grid
from .frames_told import tell_wrong
from .frames_values import read_meanings

if TYPE_CHECKING:
    from maturity.scoring.arrays import Floats

    from .frames_columns import Table
    from .frames_findings import Findings
    from .frames_names import Layout, Names
    from .frames_who import Who


def read_wide(
    table: Table, layout: Layout, names: Names, who: Who, findings: Findings
) -> tuple[Grid, int]:
    """The grid of a table with an assessment in each row, and in how many cells digits were an id.

    A row of one organisation, period and rater that stands there already is a fault.
    """
    _tell_twice(who, len(table), findings)
    paths = [path for path in names.framework.by_path if path in layout.items]
    count, first = len(who.organisations), who.first
    codes = np.full((len(paths), count), UNANSWERED, np.uint8)
    numbers: dict[str, Floats] = {}
    scales = [names.scales[path] for path in paths]
    by_digits = 0
    for place, path in enumerate(paths):
        column = table.column(layout.items[path])
        of = np.zeros(len(table), np.int32)
        meanings = read_meanings(column.values, column.codes, [scales[place]], of)
        tell_wrong(meanings, column, findings, lambda _, path=path: path)  # type: ignore[misc]  # it is this one
        pair = meanings.pair[first]
        codes[place] = np.append(meanings.codes, np.uint8(UNANSWERED))[pair]
        if isinstance(scales[place], NumericScale):
            numbers[path] = np.append(meanings.numbers, 0.0)[pair]
        by_digits += int(np.append(meanings.by_digits, np.False_)[meanings.pair].sum())
    grid = Grid(
        paths=tuple(paths),
        scales=tuple(scales),
        codes=codes,
        numbers=numbers,
        notes=None,
        reasons=None,
        columns=tuple(layout.items[path] for path in paths),
        rows=np.broadcast_to(first.astype(np.int32), codes.shape),
    )
    return grid, by_digits


def _tell_twice(who: Who, count: int, findings: Findings) -> None:
    """A fault for each row of an assessment that a row before it holds already."""
    rows = np.arange(count)
    again = rows[who.first[who.sheet] != rows]

    def told(row: int) -> Problem:
        first = int(who.first[who.sheet[row]]) + 1
        what = f"row {first} is of the same organisation, period and rater"
        return Problem("frame.twice", (), what, "tell them apart by period or rater, or keep one")

    findings.at_rows(again, None, told)
