"""The sheets of a workbook as tables."""

from __future__ import annotations

import re

import attrs
from attrs import define, field

from . import limits
from .cells import Row, Rows, Span, Table, column_name, row_of, some
from .formats import Formats
from .markup import cell_text
from .workbook import open_workbook, read_xml

_RETURN = re.compile("_x000[dD]_")
_PLACE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_NUMBER = re.compile(r"[0-9]{1,7}")
_FORMULA = "a formula without its value"
_ERROR = "an error in place of a value"
_LEFT_OUT = {
    _FORMULA: f"left out: {{}}: {_FORMULA}; open and save the workbook in a spreadsheet program",
    _ERROR: f"left out: {{}}: {_ERROR}",
}
_ON = {"1", "true", "on"}
_DATE = "dates are written as year, month and day: {}"


def workbook_tables(content: bytes, file: str) -> tuple[Table, ...]:
    """A table for each sheet that is to be seen, in order."""
    workbook = open_workbook(content, file)
    shared = _Shared()
    if workbook.shared is not None:
        read_xml(workbook.shared, file, shared.start, shared.end, shared.said)
    kept = Rows(file)
    formats = Formats(workbook.from_1904)
    formats.read(workbook.styles, file)
    hidden = tuple(f"left out: the hidden sheet '{name}'" for name in workbook.hidden)
    tables: list[Table] = []
    for sheet in workbook.sheets:
        kept.sheet = sheet.name
        reading = _Sheet(kept, shared.texts, formats)
        read_xml(sheet.part, file, reading.start, reading.end, reading.said)
        notes = () if tables else hidden
        notes += tuple(reading.told(sheet.name))
        tables.append(Table(reading.with_spans(), sheet.name, sheet.name, notes=notes))
    return tuple(tables) or (Table((), notes=hidden),)


@define
class _Text:
    """Puts together the text of a cell, without how its signs are spoken."""

    _pieces: list[str] = field(factory=list)
    _open: bool = False
    _spoken: bool = False

    def start(self, name: str) -> None:
        """An element begins."""
        self._spoken = self._spoken or name == "rPh"
        self._open = name in {"t", "v"} and not self._spoken

    def end(self, name: str) -> None:
        """An element ends."""
        self._open = False
        self._spoken = self._spoken and name != "rPh"

    def said(self, text: str) -> None:
        """A text between elements."""
        if self._open:
            self._pieces.append(text)

    def taken(self) -> str:
        """The text so far; the next one begins."""
        text = "".join(self._pieces)
        self._pieces.clear()
        return text


@define
class _Shared:
    """Reads the texts that cells share."""

    texts: list[str] = field(factory=list)
    _text: _Text = field(factory=_Text)

    def start(self, name: str, _: dict[str, str]) -> None:
        """An element begins."""
        self._text.start(name)

    def end(self, name: str) -> None:
        """An element ends."""
        self._text.end(name)
        if name == "si":
            self.texts.append(self._text.taken())

    def said(self, text: str) -> None:
        """A text between elements."""
        self._text.said(text)


@define
class _Sheet:
    """Reads the rows of a sheet that hold something."""

    _kept: Rows
    _shared: list[str]
    _formats: Formats
    rows: list[Row] = field(factory=list)
    _places: dict[str, list[str]] = field(factory=dict)
    _unseen_rows: list[str] = field(factory=list)
    _unseen_columns: set[tuple[int, int]] = field(factory=set)
    _unseen: bool = False
    _number: int = 0
    _column: int = 0
    _kind: str = ""
    _style: str = ""
    _formula: bool = False
    _valued: bool = False
    _cells: dict[int, str] = field(factory=dict)
    _lost: list[tuple[int, str]] = field(factory=list)
    _text: _Text = field(factory=_Text)
    _found: dict[int, int] = field(factory=dict)
    _merged: dict[tuple[int, int], Span] = field(factory=dict)

    def with_spans(self) -> tuple[Row, ...]:
        """The rows, each with the merged cells that begin in it."""
        spans: dict[int, list[Span]] = {}
        for (at, _), span in sorted(self._merged.items()):
            spans.setdefault(at, []).append(span)
        return tuple(
            attrs.evolve(row, spans=tuple(spans[at])) if at in spans else row
            for at, row in enumerate(self.rows)
        )

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        self._text.start(name)
        stated = attributes.get("r", "")
        if name == "row":
            self._number = int(stated) if _NUMBER.fullmatch(stated) else self._number + 1
            self._column, self._unseen = 0, attributes.get("hidden") in _ON
        elif name == "col" and attributes.get("hidden") in _ON:
            ends = (attributes.get(key, "") for key in ("min", "max"))
            first, last = (int(end) if _NUMBER.fullmatch(end) else 0 for end in ends)
            self._unseen_columns.add((first, min(last, limits.COLUMNS)))
        elif name == "c":
            found = _PLACE.fullmatch(stated)
            self._column = _column(found[1]) if found else self._column + 1
            self._kind, self._style = attributes.get("t", "n"), attributes.get("s", "")
            self._formula = self._valued = False
            self._text.taken()
        elif name == "mergeCell":
            self._merge(attributes.get("ref", ""))
        self._formula = self._formula or name == "f"
        self._valued = self._valued or (name == "v" and self._kind == "str")

    def end(self, name: str) -> None:
        """An element ends."""
        self._text.end(name)
        if name == "c":
            if text := self._shown(self._text.taken()):
                self._cells[self._column] = text
            elif self._formula and not self._valued:
                self._lose(_FORMULA)
        elif name == "row" and (self._cells or self._lost):
            self._end_row()

    def said(self, text: str) -> None:
        """A text between elements."""
        self._text.said(text)

    def _end_row(self) -> None:
        """Keep a row that holds something, or held it."""
        texts = [self._cells.get(at, "") for at in range(1, max(self._cells, default=0) + 1)]
        self._kept.admit(texts, self._number)
        shown = [cell_text(text, self._kept.file, None) for text in texts]
        self._found[self._number] = len(self.rows)
        row = row_of(shown, self._number)
        self.rows.append(attrs.evolve(row, lost=(*row.lost, *self._lost)))
        if self._unseen and texts:
            self._unseen_rows.append(str(self._number))
        self._cells.clear()
        self._lost.clear()

    def _merge(self, stated: str) -> None:
        """Keep a merged cell that says something; they stand below all rows."""
        first, _, last = stated.partition(":")
        begin, end = _PLACE.fullmatch(first), _PLACE.fullmatch(last)
        at = self._found.get(int(begin[2])) if begin else None
        if begin is None or end is None or at is None:
            return
        column = _column(begin[1]) - 1
        across, down = _column(end[1]) - column, int(end[2]) - int(begin[2]) + 1
        if self.rows[at].cell(column) and across > 0 and down > 0 and across * down > 1:
            self._merged[at, column] = Span(column, across, down)

    def _tell(self, what: str) -> None:
        """Keep that something is to be told of this cell."""
        self._places.setdefault(what, []).append(f"{column_name(self._column - 1)}{self._number}")

    def _lose(self, what: str) -> None:
        """Keep that this cell lost what it said."""
        self._tell(_LEFT_OUT[what])
        self._lost.append((self._column - 1, what))

    def told(self, sheet: str) -> list[str]:
        """What is told of single cells, and of rows and columns that a person does not see."""
        unseen = {at for first, last in self._unseen_columns for at in range(first - 1, last)}
        held = {at for row in self.rows for at, cell in enumerate(row.cells) if cell}
        columns = [column_name(at) for at in sorted(unseen & held)]
        return [
            f"hidden {kind}s were read: sheet '{sheet}', {kind} {some(places)}"
            for kind, places in (("row", self._unseen_rows), ("column", columns))
            if places
        ] + [
            what.format(f"sheet '{sheet}', cell {some(places)}")
            for what, places in self._places.items()
        ]

    def _shown(self, text: str) -> str:
        """A cell's value as a person reads it: 2.0 is 2."""
        if self._kind == "s":
            at = int(text) if _NUMBER.fullmatch(text) else len(self._shared)
            text = self._shared[at] if at < len(self._shared) else ""
        elif self._kind == "b":
            text = {"0": "FALSE", "1": "TRUE"}.get(text, text)
        elif self._kind == "n":
            text, date = self._formats.shown(text, self._style)
            if date:
                self._tell(_DATE)
        elif self._kind == "e":
            self._lose(_ERROR)
            text = ""
        return _RETURN.sub("\n", text)


def _column(letters: str) -> int:
    """A column's number, from 1, of its letters."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
