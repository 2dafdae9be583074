"""The sheets of a workbook as tables."""

from __future__ import annotations

import re

from attrs import define, field

from .cells import Row, Rows, Table, column_name, row_of, some
from .markup import cell_text
from .workbook import open_workbook, read_xml

_RETURN = re.compile("_x000[dD]_")
_PLACE = re.compile(r"([A-Z]{1,3})[0-9]{1,7}")
_NUMBER = re.compile(r"[0-9]{1,7}")
_EXACT = 1e15


def workbook_tables(content: bytes, file: str) -> tuple[Table, ...]:
    """A table for each sheet that is to be seen, in order."""
    workbook = open_workbook(content, file)
    shared = _Shared()
    if workbook.shared is not None:
        read_xml(workbook.shared, file, shared.start, shared.end, shared.said)
    kept = Rows(file, sheet=True)
    tables = []
    for sheet in workbook.sheets:
        reading = _Sheet(kept, shared.texts)
        read_xml(sheet.part, file, reading.start, reading.end, reading.said)
        notes = _without_value(reading.unknown, sheet.name)
        tables.append(Table(tuple(reading.rows), sheet.name, sheet.name, notes))
    return tuple(tables)


def _without_value(places: list[str], sheet: str) -> tuple[str, ...]:
    """What is told of formulas whose value the workbook does not have."""
    if not places:
        return ()
    what = "a formula without its value; open and save the workbook in a spreadsheet program"
    return (f"left out: sheet '{sheet}', cell {some(places)}: {what}",)


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
    rows: list[Row] = field(factory=list)
    unknown: list[str] = field(factory=list)
    _number: int = 0
    _column: int = 0
    _kind: str = ""
    _formula: bool = False
    _valued: bool = False
    _cells: dict[int, str] = field(factory=dict)
    _text: _Text = field(factory=_Text)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        self._text.start(name)
        stated = attributes.get("r", "")
        if name == "row":
            self._number = int(stated) if _NUMBER.fullmatch(stated) else self._number + 1
            self._column = 0
        elif name == "c":
            found = _PLACE.fullmatch(stated)
            self._column = _column(found[1]) if found else self._column + 1
            self._kind = attributes.get("t", "n")
            self._formula = self._valued = False
            self._text.taken()
        self._formula = self._formula or name == "f"
        self._valued = self._valued or (name == "v" and self._kind == "str")

    def end(self, name: str) -> None:
        """An element ends."""
        self._text.end(name)
        if name == "c":
            if text := self._shown(self._text.taken()):
                self._cells[self._column] = text
            elif self._formula and not self._valued:
                self.unknown.append(f"{column_name(self._column - 1)}{self._number}")
        elif name == "row" and self._cells:
            texts = [self._cells.get(at, "") for at in range(1, max(self._cells) + 1)]
            self._kept.admit(texts, self._number)
            shown = [cell_text(text, self._kept.file, None) for text in texts]
            self.rows.append(row_of(shown, self._number))
            self._cells.clear()

    def said(self, text: str) -> None:
        """A text between elements."""
        self._text.said(text)

    def _shown(self, text: str) -> str:
        """A cell's value as a person reads it: 2.0 is 2."""
        if self._kind == "s":
            at = int(text) if _NUMBER.fullmatch(text) else len(self._shared)
            text = self._shared[at] if at < len(self._shared) else ""
        elif self._kind == "b":
            text = {"0": "FALSE", "1": "TRUE"}.get(text, text)
        elif self._kind == "n":
            text = _plain_number(text)
        return _RETURN.sub("\n", text)


def _plain_number(text: str) -> str:
    """A number in its shortest form; what is none stays as it is."""
    try:
        number = float(text)
    except ValueError:
        return text
    return str(int(number)) if number.is_integer() and abs(number) < _EXACT else str(number)


def _column(letters: str) -> int:
    """A column's number, from 1, of its letters."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
