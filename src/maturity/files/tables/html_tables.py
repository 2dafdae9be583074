"""The tables of an HTML page."""

from __future__ import annotations

import re

import attrs

from . import limits
from .cells import Read, Row, Rows, Span, Table, refused
from .markup import Tag, Words, characters, tokens

_GROUPS = {"thead", "tbody", "tfoot"}
_MOST_ROWS = 65_534
_NOTHING: Read = ("", ())
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6", "caption"}


def html_tables(text: str, file: str) -> tuple[Table, ...]:
    """Every table of a page, in order, each with the heading above it."""
    if re.search(r"<!entity\b", text, re.IGNORECASE):
        raise refused("table.entities", file, "the page declares entities", "save it without them")
    page = _Page(text, file)
    for at, token in tokens(text, file):
        page.take(at, token)
    page.end_table()
    return tuple(page.tables)


class _Page:
    """A page while it is read."""

    def __init__(self, text: str, file: str) -> None:
        self.tables: list[Table] = []
        self._text, self._file = text, file
        self._kept = Rows(file)
        self._rows: list[Row] | None = None
        self._cells: list[Read] | None = None
        self._cell: Words | None = None
        self._heading: Words | None = None
        self._hidden = False
        self._title = ""
        self._below: dict[int, int] = {}
        self._span = (1, 1)
        self._merged: list[Span] = []
        self._line, self._seen = 1, 0

    def take(self, at: int, token: Tag | str) -> None:
        """Take in the next tag or text."""
        self._line += self._text.count("\n", self._seen, at)
        self._seen = at
        if isinstance(token, Tag):
            self._tag(token)
        else:
            self._said(token)

    def end_table(self) -> None:
        """The table is at its end."""
        self._end_row()
        if self._rows:
            self.tables.append(Table(tuple(self._rows), self._title))
        self._rows, self._below = None, {}

    def _tag(self, tag: Tag) -> None:
        if tag.name in _HEADINGS and (self._rows is None or tag.name == "caption"):
            self._end_heading()
            self._heading = None if tag.closing else Words(characters)
        elif tag.name == "table":
            self._table(tag)
        elif self._rows is not None and tag.name == "tr":
            self._end_row()
            self._cells = None if tag.closing else []
            self._hidden = tag.hidden
        elif self._rows is not None and tag.name in _GROUPS:
            self._end_row()
            self._below = {}
        elif self._rows is not None and tag.name in {"td", "th"}:
            self._end_cell()
            if not tag.closing:
                self._begin_cell(tag)
        else:
            self._said(tag)

    def _table(self, tag: Tag) -> None:
        self._end_heading()
        if tag.closing:
            self.end_table()
            return
        if self._cell is not None:
            what = "a table stands inside a cell of another table"
            raise refused("table.nested", self._file, what, "take one of the two out", self._line)
        self.end_table()
        self._rows = []

    def _begin_cell(self, tag: Tag) -> None:
        if self._cells is None:
            self._cells = []
        self._fill()
        self._cell = Words(characters, hidden=self._hidden or tag.hidden)
        across = tag.number("colspan", limits.COLUMNS) or 1
        self._span = across, tag.number("rowspan", _MOST_ROWS) or _MOST_ROWS

    def _fill(self) -> None:
        """Leave room for cells that reach down from a row above."""
        while self._cells is not None and self._below.get(len(self._cells), 0) > 0:
            self._below[len(self._cells)] -= 1
            self._cells.append(_NOTHING)

    def _end_cell(self) -> None:
        if self._cell is None or self._cells is None:
            return
        across, down = self._span
        for column in range(len(self._cells), len(self._cells) + across):
            self._below[column] = down - 1
        if across > 1 or down > 1:
            self._merged.append(Span(len(self._cells), across, down))
        self._cells += [(self._cell.text, tuple(self._cell.told)), *[_NOTHING] * (across - 1)]
        self._cell = None
        if len(self._cells) > limits.COLUMNS:
            self._end_row()

    def _end_row(self) -> None:
        self._end_cell()
        if self._cells is not None and self._rows is not None:
            self._fill()
            row = self._kept.row(self._cells, self._line)
            self._rows.append(attrs.evolve(row, spans=tuple(self._merged)))
        self._cells = None
        self._merged.clear()

    def _end_heading(self) -> None:
        if self._heading is not None:
            title = " ".join(self._heading.text.split())
            self._title = title if title or self._heading.told else self._title
        self._heading = None

    def _said(self, token: Tag | str) -> None:
        into = self._heading if self._heading is not None else self._cell
        if into is not None:
            into.take(token)
