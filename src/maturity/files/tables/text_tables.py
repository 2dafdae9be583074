"""The tables of plain text: Markdown, and values between commas, semicolons or tabs."""

from __future__ import annotations

import csv
import re
from collections import Counter
from io import StringIO

from maturity.errors import FaultsFound

from .cells import Row, Rows, Table, refused
from .markup import cell_text, unescaped

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
            tables.append(Table(tuple(rows), title))
        rows, ruled = [], False
        if line.startswith("#"):
            title = _unmarked(line.strip("# \t"), file, number)
    return tuple(tables)


def _between_bars(line: str) -> list[str]:
    """The cells of a line of a table; one where it has no bars."""
    line = _ESCAPED.sub(lambda found: chr(_HIDDEN + ord(found[1])), line.strip())
    return [cell.strip() for cell in line.removeprefix("|").removesuffix("|").split("|")]


def _unmarked(cell: str, file: str, line: int) -> str:
    """A cell's text, without the marks of bold, italics, code and links."""
    shown = cell_text(cell, file, line)
    cell = unescaped(cell) if shown == cell else shown
    for mark, shown in _MARKS:
        cell = mark.sub(shown, cell)
    return re.sub(r"[\ue000-\ue07f]", lambda found: chr(ord(found[0]) - _HIDDEN), cell)


def separated_tables(text: str, file: str, marks: str) -> tuple[Table, ...]:
    """The one table of a text whose cells stand between one of `marks`."""
    found = [_records(text, file, mark) for mark in marks]
    read = [records for records in found if isinstance(records, list)]
    if not read:
        raise next(fault for fault in found if isinstance(fault, FaultsFound))
    best = max(read, key=_evenness)
    kept = Rows(file)
    rows = (kept.row([cell_text(cell, file, line) for cell in cells], line) for line, cells in best)
    return (Table(tuple(rows)),)


def _records(text: str, file: str, mark: str) -> list[_Record] | FaultsFound:
    """The cells of each row, with the line where it begins; or why there are none."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=mark, strict=True)
    records: list[_Record] = []
    line = 1
    try:
        for cells in reader:
            records.append((line, cells))
            line = reader.line_num + 1
    except csv.Error as error:
        if "field limit" in str(error) or "field larger" in str(error):
            what = "there is a cell with more characters than a table can have"
            return refused("table.too-large", file, what, line=line)
        what = "from this row on, the quotation marks do not come in pairs"
        hint = 'a " inside a cell is written twice, and the cell stands between two "'
        return refused("table.quotes", file, what, hint, line)
    return records


def _evenness(records: list[_Record]) -> int:
    """How many rows have as many cells as most rows do; rows of one cell don't count."""
    widths = Counter(len(cells) for _, cells in records if len(cells) > 1)
    return max(widths.values(), default=0)
