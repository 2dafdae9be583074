"""A workbook made safe to open: only XML that was read to its end, within what a table can have.

What a library then opens is a copy that holds what was checked here and nothing else, so that no
trick of the archive can show it anything different.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from io import BytesIO
from typing import TYPE_CHECKING
from xml.parsers import expat

from . import limits
from .cells import refused, too_large

if TYPE_CHECKING:
    from maturity.errors import FaultsFound

_CANT_UNPACK = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)
_LOCKED = b"\xd0\xcf\x11\xe0"
_COORDINATES = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")


def safe_workbook(content: bytes, file: str) -> BytesIO:
    """A copy of a workbook with its checked parts; FaultsFound where it is damaged or hostile."""
    if content.startswith(_LOCKED):
        what = "the workbook is locked with a password, or in the old format .xls"
        raise _damaged(file, what)
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            parts = _unpacked(archive, file)
    except _CANT_UNPACK:
        raise _damaged(file, "this is not a workbook, or it is damaged") from None
    checked = _Parts(file)
    safe = BytesIO()
    with zipfile.ZipFile(safe, "w") as copy:
        for name, part in parts.items():
            if checked.accepts(part):
                copy.writestr(name, part)
    checked.check_text()
    safe.seek(0)
    return safe


def _damaged(file: str, what: str) -> FaultsFound:
    """The fault that a workbook can't be opened."""
    return refused("table.workbook", file, what, "save it anew as .xlsx, without a password")


def _unpacked(archive: zipfile.ZipFile, file: str) -> dict[str, bytes]:
    """The XML parts by name; sizes are checked as they are stated, then as they are."""
    found = archive.infolist()
    if len(found) > limits.WORKBOOK_PARTS:
        raise too_large(file, "a workbook with more parts", limits.WORKBOOK_PARTS)
    left = limits.WORKBOOK_UNPACKED
    if sum(part.file_size for part in found) > left:
        raise too_large(file, "a workbook with more bytes", left)
    parts: dict[str, bytes] = {}
    for part in found:
        if part.filename.endswith((".xml", ".rels")):
            with archive.open(part) as opened:
                parts[part.filename] = opened.read(left + 1)
            left -= len(parts[part.filename])
            if left < 0:
                raise too_large(file, "a workbook with more bytes", limits.WORKBOOK_UNPACKED)
    return parts


class _Parts:
    """Reads the XML parts of one workbook, and counts what its sheets hold."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._shared: list[int] = []  # how long each text is that cells share
        self._used: list[str] = []  # which of them the cells show
        self._row = self._column = self._length = 0
        self._of_shared = self._in_value = False
        self._value = ""

    def accepts(self, part: bytes) -> bool:
        """Whether a part is well-formed XML; FaultsFound where it holds what no table needs."""
        parser = expat.ParserCreate()
        parser.StartDoctypeDeclHandler = self._doctype
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        self._row = self._column = 0
        try:
            parser.Parse(part, True)  # noqa: FBT003  # expat takes no names
        except expat.ExpatError:
            return False
        return True

    def check_text(self) -> None:
        """FaultsFound where cells show one long text so often that memory would run out."""
        total = 0
        for number in self._used:
            at = int(number) if number.isdecimal() and len(number) < 10 else -1  # noqa: PLR2004  # more digits than there can be texts
            total += self._shared[at] if 0 <= at < len(self._shared) else 0
        if total > limits.TEXT:
            raise too_large(self._file, "more text", limits.TEXT)

    def _doctype(self, *_: object) -> None:
        what = "the workbook declares a document type, as no workbook does"
        raise refused("table.entities", self._file, what, "save it anew as .xlsx")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        name = name.rpartition(":")[2]
        if name == "row":
            stated = attributes.get("r", "")
            self._row = int(stated) if stated.isdecimal() and len(stated) < 10 else self._row + 1  # noqa: PLR2004  # more digits than there are rows
            self._column = 0
        elif name == "c":
            found = _COORDINATES.fullmatch(attributes.get("r", ""))
            self._column = _number(found[1]) if found else self._column + 1
            self._row = int(found[2]) if found else self._row
            self._of_shared = attributes.get("t") == "s"
        elif name in {"v", "is"}:
            self._check_cell()
            self._in_value, self._value = name == "v", ""
        elif name == "si":
            self._length = 0

    def _check_cell(self) -> None:
        if self._row > limits.ROWS:
            raise too_large(self._file, "more rows", limits.ROWS)
        if self._column > limits.COLUMNS:
            raise too_large(self._file, "a row with more cells", limits.COLUMNS)

    def _end(self, name: str) -> None:
        name = name.rpartition(":")[2]
        if name == "si":
            self._shared.append(self._length)
        elif name == "v":
            if self._of_shared:
                self._used.append(self._value)
            self._in_value = False

    def _characters(self, text: str) -> None:
        self._length += len(text)
        if self._in_value and len(self._value) < 10:  # noqa: PLR2004  # more digits than there can be texts
            self._value += text


def _number(letters: str) -> int:
    """A column's number, from 1, of its letters."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
