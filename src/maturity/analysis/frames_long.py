"""A long table, one answer a row, as a grid."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from maturity.errors import Problem
from maturity.model.fits import described
from maturity.model.scales import NumericScale
from maturity.scoring.leaves import UNANSWERED

from .frames_columns import EMPTY, Column, taken
from .frames_grid import Grid, Texts
from .frames_told import tell_wrong
from .frames_values import read_meanings

if TYPE_CHECKING:
    from maturity.scoring.arrays import Indices, Lengths

    from .frames_columns import Table
    from .frames_findings import Findings
    from .frames_names import Layout, Names
    from .frames_who import Who


def read_long(
    table: Table, layout: Layout, names: Names, who: Who, findings: Findings
) -> tuple[Grid, int]:
    """The grid of a table with an answer in each row, and in how many cells digits were an id.

    A row with neither an item nor an answer says that there is such an assessment.
    """
    column_of = layout.roles
    items = table.column(column_of["item"]).texts()
    paths, path = _paths(items, names, findings)
    answers = table.column(column_of["answer"])
    notes, reasons = (
        table.column(column_of[role]).texts() if role in column_of else None
        for role in ("note", "reason")
    )
    said = [column for column in (answers, notes, reasons) if column is not None]
    nowhere = np.flatnonzero(items.codes == EMPTY)
    lost = nowhere[np.any([column.codes[nowhere] != EMPTY for column in said], axis=0)]
    missing = Problem("frame.item", (), "it is not said what is answered here", "write the item")
    findings.at_rows(lost, items.name, lambda _: missing)
    scales = [names.scales[name] for name in paths]
    meanings = read_meanings(answers.values, answers.codes, scales, path)
    tell_wrong(meanings, answers, findings, lambda row: paths[path[row]])
    placed = np.flatnonzero(path != EMPTY)
    count = len(who.organisations)
    cells = path[placed].astype(np.int64) * count + who.sheet[placed]
    rows = np.full(len(paths) * count, EMPTY, np.int32)
    # From the end, so that the first row of each cell is what stays.
    rows[cells[::-1]] = placed[::-1]
    first = rows[cells]
    again = first != placed
    _tell_twice(placed[again], first[again], items, findings)
    shape = (len(paths), count)
    grid_pair = np.where(rows == EMPTY, EMPTY, meanings.pair[rows]).reshape(shape)
    codes = np.append(meanings.codes, np.uint8(UNANSWERED))[grid_pair]
    numbers = {
        name: np.append(meanings.numbers, 0.0)[grid_pair[place]]
        for place, name in enumerate(paths)
        if isinstance(scales[place], NumericScale)
    }
    grid = Grid(
        paths=tuple(paths),
        scales=tuple(scales),
        codes=codes,
        numbers=numbers,
        notes=_texts(notes, rows, shape),
        reasons=_texts(reasons, rows, shape),
        columns=(answers.name,) * len(paths),
        rows=rows.reshape(shape),
    )
    digits = np.append(meanings.by_digits, np.False_)[meanings.pair]
    return grid, int(digits.sum())


def _paths(items: Column, names: Names, findings: Findings) -> tuple[list[str], Lengths]:
    """The paths that are named, in the framework's order, and the place of that of each row."""
    found = [names.find(str(name)) if name is not None else () for name in items.values]
    wrong = {
        place: names.wrong(str(name))
        for place, name in enumerate(items.values)
        if name is not None and len(found[place]) != 1
    }
    if wrong:
        rows = items.rows_with(list(wrong))
        findings.at_rows(rows, items.name, lambda row: wrong[int(items.codes[row])])
    named = {paths[0] for paths in found if len(paths) == 1}
    paths = [path for path in names.framework.by_path if path in named]
    place = {path: number for number, path in enumerate(paths)}
    places = [place[one[0]] if len(one) == 1 else EMPTY for one in found]
    return paths, taken(places, items.codes)


def _tell_twice(again: Indices, first: Indices, items: Column, findings: Findings) -> None:
    """A fault for each row that answers what a row before it, its `first`, has answered."""

    def told(row: int) -> Problem:
        before = int(first[np.searchsorted(again, row)]) + 1
        what = f"{described(items.values[items.codes[row]])} is answered in row {before} as well"
        hint = "keep one of the two, or tell them apart by period or rater"
        return Problem("frame.twice", (), what, hint)

    findings.at_rows(again, items.name, told)


def _texts(column: Column | None, rows: Lengths, shape: tuple[int, int]) -> Texts | None:
    """The notes or reasons in a grid."""
    if column is None:
        return None
    codes = np.where(rows == EMPTY, EMPTY, column.codes[rows])
    texts = ("", *(str(text) for text in column.values))
    return Texts(texts, (codes + 1).astype(np.int32).reshape(shape))
