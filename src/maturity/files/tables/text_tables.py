"""The tables of plain text: Markdown, and values between commas, semicolons or tabs."""

from __future__ import annotations

import csv
import re
from collections import Counter
from io import StringIO
from itertools import islice
from typing import TYPE_CHECKING

from . import limits
from .cells import Read, Row, Rows, Table, refused, too_large
from .markup import cell_text, unescaped

if TYPE_CHECKING:
    from maturity.errors import FaultsFound

_Record = tuple[int, list[str]]
_RULE = re.compile(r":?-+:?")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_HIDDEN = 0xE000
_MARKS = (
    (re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*\)"), r"\1"),
    (re.compile(r"\*\*([^*]+)\*\*"), r"\1"),
    (re.compile(r"\*([^*\s][^*]*)\*"), r"\1"),
    (re.compile(r"(?<!\w)__([^_]+)__(?!\w)"), r"\1"),
    (re.compile(r"(?<!\w)_([^_]+)_(?!\w)"), r"\1"),
    (re.compile(r"`([^`]+)`"), r"\1"),
)


def markdown_tables(text: str, file: str) -> tuple[Table, ...]:
    """Every table of a Markdown page, in order, each with the heading above it."""
    tables: list[Table] = []
    kept = Rows(file)
    title = ""
    rows: list[Row] = []
    ruled = False
    for number, line in enumerate([*text.splitlines(), ""], start=1):
        cells = _between_bars(line)
        if len(cells) > 1:
            if all(map(_RULE.fullmatch, cells)):
                ruled = True
            else:
                rows.append(kept.row([_unmarked(cell, file, number) for cell in cells], number))
            continue
        if ruled:
            tables.append(Table(tuple(rows), title, mark="|"))
        rows, ruled = [], False
        if line.startswith("#"):
            title, _ = _unmarked(line.strip("# \t"), file, number)
    return tuple(tables)


def _between_bars(line: str) -> list[str]:
    """The cells of a line of a table; one where it has no bars."""
    line = _ESCAPED.sub(lambda found: chr(_HIDDEN + ord(found[1])), line.strip())
    return [cell.strip() for cell in line.removeprefix("|").removesuffix("|").split("|")]


def _unmarked(cell: str, file: str, line: int) -> Read:
    """A cell's text, without the marks of bold, italics, code and links; and what to tell."""
    shown, told = cell_text(cell, file, line)
    cell = unescaped(cell) if shown == cell else shown
    for mark, left in _MARKS:
        cell = mark.sub(left, cell)
    return re.sub(r"[\ue000-\ue07f]", lambda found: chr(ord(found[0]) - _HIDDEN), cell), told


def separated_tables(text: str, file: str, marks: str) -> tuple[Table, ...]:
    """The one table of a text whose cells stand between one of `marks`."""
    found = {mark: _records(text, file, mark) for mark in marks}
    mark = max(marks, key=lambda one: _evenness(found[one][0]))
    best, fault = found[mark]
    if fault is not None:
        raise fault
    kept = Rows(file)
    rows = (kept.row([cell_text(cell, file, line) for cell in cells], line) for line, cells in best)
    return (Table(tuple(rows), mark=mark),)


def _records(text: str, file: str, mark: str) -> tuple[list[_Record], FaultsFound | None]:
    """The cells of each row, with the line where it begins; and why it ends before the text."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=mark, strict=True)
    records: list[_Record] = []
    line = 1
    try:
        for cells in reader:
            if len(records) == limits.ROWS:
                return records, too_large(file, "there are more rows", limits.ROWS, line)
            records.append((line, cells))
            line = reader.line_num + 1
    except csv.Error as error:
        if "field limit" in str(error) or "field larger" in str(error):
            what = f"{_long_cell(text, mark, line)}a cell has more characters"
            return records, too_large(file, what, limits.CELL_TEXT, line)
        what = "from this row on, the quotation marks do not come in pairs"
        hint = 'a " inside a cell is written twice, and the cell stands between two "'
        return records, refused("table.quotes", file, what, hint, line)
    return records, None


def _long_cell(text: str, mark: str, line: int) -> str:
    """The column of the first cell that is too long in the row that begins at a line."""
    rest = "".join(islice(StringIO(text, newline=""), line - 1, None))[: csv.field_size_limit()]
    cells = next(csv.reader(StringIO(rest, newline=""), delimiter=mark), [])
    long = (at for at, cell in enumerate(cells, start=1) if len(cell) > limits.CELL_TEXT)
    return next((f"column {at}: " for at in long), "")


def _evenness(records: list[_Record]) -> tuple[int, int]:
    """How many rows have as many cells as most rows do; then, how few marks are left in cells.

    Rows of one cell don't count.
    """
    widths = Counter(len(cells) for _, cells in records if len(cells) > 1)
    left = sum(cell.count('"') for _, cells in records for cell in cells)
    return max(widths.values(), default=0), -left
