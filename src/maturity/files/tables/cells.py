"""A table as it was found: rows of cells, each cell a list of paragraphs, and where each stands."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import TYPE_CHECKING

from attrs import frozen

from maturity.errors import Fault, FaultsFound, Where, cut

from . import limits

if TYPE_CHECKING:
    from collections.abc import Iterator

Cell = tuple[str, ...]
Read = tuple[str, Sequence[str]]

CLEANED = "control characters were removed at {}"

_BULLET = re.compile(r"[•·▪▫●○■□◦‣\u2043∙*–—-](?: |$)|(?:\(?\d{1,2}[.)]|\(?[a-z]\)) ")
_LEFT_OUT = re.compile("left out: (.+?),? at {}")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f]")
_MOST_NAMED = 12
_LONGEST_NOTE = 200
_PARTED = {
    mark: f'a cell with a {name} in it stands between two "'
    for mark, name in ((",", "comma"), (";", "semicolon"), ("\t", "tab"))
} | {"|": "a bar inside a cell is written \\|"}
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))


@frozen
class Span:
    """A merged cell: its column, from 0, and how many columns and rows it takes."""

    column: int
    across: int
    down: int


@frozen
class Row:
    """A row; `number` is its line in the file, or its row in the sheet, from 1.

    `spans`: the merged cells that begin in it. `told`: a column, and what is to be told of it.
    `lost`: a column whose cell says nothing, for all that it said was left out; and what that was.
    """

    cells: tuple[Cell, ...]
    number: int
    spans: tuple[Span, ...] = ()
    told: tuple[tuple[int, str], ...] = ()
    lost: tuple[tuple[int, str], ...] = ()

    def cell(self, column: int | None) -> Cell:
        """The paragraphs in a column, from 0; none where there is no such cell."""
        return self.cells[column] if column is not None and column < len(self.cells) else ()


@frozen
class Table:
    """A table; `title` is the heading above it, or the sheet's name as `sheet` is (else None).

    `mark`: what stands between two cells in a text. `notes` are sentences on what could not be read
    of it.
    """

    rows: tuple[Row, ...]
    title: str = ""
    sheet: str | None = None
    mark: str = ""
    notes: tuple[str, ...] = ()

    def place(self, row: Row, column: int) -> str:
        """Where a cell is: `sheet 'Tool', cell C4`, or `line 12, column 3`."""
        if self.sheet is None:
            return f"line {row.number}, column {column + 1}"
        return f"sheet '{self.sheet}', cell {column_name(column)}{row.number}"

    def fault(self, code: str, file: str, at: tuple[Row, int], what: str, hint: str = "") -> Fault:
        """The fault in one cell: `at` is its row and column."""
        row, column = at
        if self.sheet is None:
            return Fault(code, Where(file, row.number), f"column {column + 1}: {what}", hint)
        return Fault(code, Where(file), f"{self.place(row, column)}: {what}", hint)


class Rows:
    """The rows of one file, taken in while they are within the limits."""

    def __init__(self, file: str) -> None:
        """Know the file's name, for messages; `sheet`: the one that is read, in a workbook."""
        self.file = file
        self.sheet: str | None = None
        self._rows = self._text = 0

    def row(self, read: Sequence[Read], number: int) -> Row:
        """A row of cells; FaultsFound where the file is larger than a table can be."""
        self.admit([text for text, _ in read], number)
        return row_of(read, number)

    def admit(self, texts: Sequence[str], number: int) -> None:
        """Count a row of cells; FaultsFound where the file is larger than a table can be."""
        self._rows += 1
        self._text += sum(map(len, texts))
        longest = max(map(len, texts), default=0)
        long = next((at for at, text in enumerate(texts) if len(text) == longest), 0)
        place = f"column {long + 1}"
        if self.sheet is not None:
            place = f"sheet '{self.sheet}', cell {column_name(long)}{number}"
        for what, has, most in (
            ("there are more rows", self._rows, limits.ROWS),
            ("a row has more cells", len(texts), limits.COLUMNS),
            (f"{place}: a cell has more characters", longest, limits.CELL_TEXT),
            ("there is more text", self._text, limits.TEXT),
        ):
            if has > most:
                raise too_large(self.file, what, most, None if self.sheet is not None else number)


def row_of(read: Sequence[Read], number: int) -> Row:
    """A row of the texts of its cells."""
    told = [
        (column, what)
        for column, (text, kinds) in enumerate(read)
        for what in (*kinds, *([CLEANED] if _CONTROLS.search(text) else []))
    ]
    cells = tuple(paragraphs(text) for text, _ in read)
    lost = [
        (at, found[1]) for at, what in told if not cells[at] and (found := _LEFT_OUT.match(what))
    ]
    return Row(cells, number, told=tuple(told), lost=tuple(lost))


def some(named: Sequence[str]) -> str:
    """The first of several names, and how many more there are."""
    more = len(named) - _MOST_NAMED
    return ", ".join(named[:_MOST_NAMED]) + (f" and {more} more" if more > 0 else "")


def with_notes(what: str, tables: Sequence[Table]) -> str:
    """What is wrong with some tables, and what could not be read of them."""
    notes = [cut(note, _LONGEST_NOTE) for table in tables for note in table.notes]
    more = len(notes) - _MOST_NAMED
    rest = [f"and {more} more"] if more > 0 else []
    return "; ".join([what, *notes[:_MOST_NAMED], *rest])


def too_large(file: str, what: str, most: int, line: int | None = None) -> FaultsFound:
    """The fault that there is more of something than a table can have."""
    hint = f"allowed: {most:,}; keep the table alone in the file"
    return refused("table.too-large", file, f"{what} than a table can have", hint, line)


def refused(
    code: str, file: str, what: str, hint: str = "", line: int | None = None
) -> FaultsFound:
    """One fault, ready to be raised."""
    return FaultsFound((Fault(code, Where(file, line), what, hint),))


def no_dimension(table: Table, file: str, at: tuple[Row, int]) -> Fault:
    """The fault that nothing says which dimension a cell belongs to."""
    what = "it is not said which dimension this belongs to"
    hint = "write it into the column of dimensions, or above the table"
    return table.fault("table.no-dimension", file, at, what, hint)


def spilled(table: Table, file: str, header: Row, row: Row) -> tuple[Fault, ...]:
    """The fault that a row of a text goes on beyond the header, as where a mark is not quoted."""
    beyond = range(len(header.cells), len(row.cells))
    column = next((column for column in beyond if row.cell(column)), None)
    if column is None or table.mark not in _PARTED:
        return ()
    what = "this cell stands to the right of the header"
    return (table.fault("table.columns", file, (row, column), what, _PARTED[table.mark]),)


def column_name(column: int) -> str:
    """The letters of a column of a sheet, from 0.

    >>> column_name(2), column_name(27)
    ('C', 'AB')
    """
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def paragraphs(text: str) -> Cell:
    r"""The paragraphs of a cell's text, each on one line, without bullets.

    An empty line parts two paragraphs, and a bullet or a number begins one. Where a text has
    neither, every line is a paragraph.

    >>> paragraphs("One,\nstill one.\n\nTwo."), paragraphs("- One.\n- Two."), paragraphs("A.\nB.")
    (('One, still one.', 'Two.'), ('One.', 'Two.'), ('A.', 'B.'))
    """
    lines = [_plain(line) for line in text.strip().splitlines()]
    marked = any(not line or _BULLET.match(line) for line in lines)
    found: list[list[str]] = []
    for begins, line in _begun(lines, marked=marked):
        if begins or not found:
            found.append([])
        found[-1].append(line)
    return tuple(" ".join(words) for words in found)


def _begun(lines: list[str], *, marked: bool) -> Iterator[tuple[bool, str]]:
    """Each line that says something, and whether it begins a paragraph."""
    begins = True
    for line in lines:
        bullet = _BULLET.match(line)
        said = line[bullet.end() :].lstrip() if bullet else line
        if said:
            yield begins or bullet is not None or not marked, said
        begins = not said


def _plain(line: str) -> str:
    """A line with single spaces, and without characters that can't be seen."""
    line = line.translate(_UNSEEN)
    if not line.isprintable():
        line = "".join(c if unicodedata.category(c) != "Cc" or c == "\t" else "" for c in line)
    return " ".join(line.split())
