"""What is told of merged cells: each holds its text where it begins, and nothing elsewhere."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from .cells import some

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .cells import Row, Span, Table

_HOW = "a title holds for all of its rows, a statement counts once, where it begins"


def told_of_merged(
    table: Table, rows: Iterable[Row], columns: Iterable[int], levels: Iterable[int] = ()
) -> list[str]:
    """Sentences on the merged cells of rows that were read, but for a title across the whole row.

    `columns`: those that were read, and among them `levels`: those that hold statements of a level.
    """
    columns, levels = sorted(columns), sorted(levels)
    read: list[str] = []
    wide: list[str] = []
    lost: list[str] = []
    for row in rows:
        alone = sum(map(bool, row.cells)) == 1
        for span in filter(lambda span: row.cell(span.column), row.spans):
            if span.column in levels and _reaches(span, levels):
                told = wide
            elif span.column in columns:
                told = [] if alone and span.down == 1 else read
            else:
                told = lost if _reaches(span, columns) else []
            told.append(table.place(row, span.column))
    notes = [f"merged cells: {len(read)}, the first at {read[0]}; {_HOW}"] if read else []
    if wide:
        notes.append(f"cells that span levels, each taken for the first of them: {some(wide)}")
    if lost:
        notes.append(f"left out: cells merged from a column that is not read: {some(lost)}")
    return notes


def _reaches(span: Span, columns: Sequence[int]) -> bool:
    """Whether a merged cell goes on into one of several columns, in order."""
    after = bisect_right(columns, span.column)
    return after < len(columns) and columns[after] < span.column + span.across
