"""The parts of a workbook: an archive of XML, which is never unpacked further than it may be.

Read with the standard library alone, and on purpose: a library made for speed believes what a part
states of its own size, and ends the whole program where that is a lie.
"""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from io import BytesIO
from typing import TYPE_CHECKING
from xml.parsers import expat

from attrs import frozen

from . import limits
from .cells import refused, too_large

if TYPE_CHECKING:
    from collections.abc import Callable

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
# Other ways of packing are unpacked whole, whatever size is stated.
_BOUNDED = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_LOCKED = b"\xd0\xcf\x11\xe0"
_DAMAGED = "this is not a workbook, or it is damaged"


@frozen
class Sheet:
    """A sheet that is to be seen: its name, and its part."""

    name: str
    part: bytes


@frozen
class Workbook:
    """The sheets of a workbook in order, and the parts with shared texts and with styles.

    `hidden`: the names of sheets that are not to be seen; `from_1904`: its days count from there.
    """

    sheets: tuple[Sheet, ...]
    shared: bytes | None
    styles: bytes | None
    hidden: tuple[str, ...]
    from_1904: bool


def open_workbook(content: bytes, file: str) -> Workbook:
    """What the archive `content` holds; FaultsFound where it is damaged or hostile."""
    if content.startswith(_LOCKED):
        raise _damaged(file, "the workbook is locked with a password, or in the old format .xls")
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            parts = _unpacked(archive, file)
    except _CANT_UNPACK:
        raise _damaged(file) from None
    main = next((part for kind, part in _related(parts, "", file) if kind == "officeDocument"), "")
    if main not in parts:
        raise _damaged(file)
    related = {key: part for key, part in _by_id(parts, main, file).items() if part in parts}
    sheets: list[Sheet] = []
    hidden: list[Sheet] = []
    from_1904: list[bool] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        part = related.get(attributes.get("id", ""))
        if name == "sheet" and part is not None:
            sheet = Sheet(attributes.get("name", ""), parts[part])
            seen = attributes.get("state", "visible") == "visible"
            (sheets if seen else hidden).append(sheet)
        elif name == "workbookPr" and attributes.get("date1904") in {"1", "true", "on"}:
            from_1904.append(True)

    read_xml(parts[main], file, start)
    kinds = dict(_related(parts, main, file))
    return Workbook(
        tuple(sheets),
        shared=parts.get(kinds.get("sharedStrings", "")),
        styles=parts.get(kinds.get("styles", "")),
        hidden=tuple(sheet.name for sheet in hidden),
        from_1904=bool(from_1904),
    )


def read_xml(
    part: bytes,
    file: str,
    start: Callable[[str, dict[str, str]], None],
    end: Callable[[str], None] | None = None,
    said: Callable[[str], None] | None = None,
) -> None:
    """Go through a part; names have no namespace. FaultsFound where it is no XML, or has entities.

    `start` and `end` are called with each element, `said` with the texts between.
    """
    parser = expat.ParserCreate("utf-8")
    parser.StartDoctypeDeclHandler = lambda *_: _refuse_entities(file)
    parser.StartElementHandler = lambda name, attributes: start(
        _bare(name), {_bare(key): stated for key, stated in attributes.items()}
    )
    if end is not None:
        parser.EndElementHandler = lambda name: end(_bare(name))
    if said is not None:
        parser.CharacterDataHandler = said
    try:
        parser.Parse(part, True)  # noqa: FBT003  # expat takes no names
    except expat.ExpatError:
        raise _damaged(file) from None


def _refuse_entities(file: str) -> None:
    """A document type, and with it every entity, ends the reading."""
    what = "the workbook declares a document type, as no workbook does"
    raise refused("table.entities", file, what, "save it anew as .xlsx")


def _damaged(file: str, what: str = _DAMAGED) -> FaultsFound:
    """The fault that a workbook can't be opened."""
    return refused("table.workbook", file, what, "save it anew as .xlsx, without a password")


def _unpacked(archive: zipfile.ZipFile, file: str) -> dict[str, bytes]:
    """The XML parts by name; none gives more bytes than it states."""
    found = archive.infolist()
    if len(found) > limits.WORKBOOK_PARTS:
        raise too_large(file, "the workbook has more parts", limits.WORKBOOK_PARTS)
    if sum(part.file_size for part in found) > limits.WORKBOOK_UNPACKED:
        what = "the workbook unpacks to more bytes"
        raise too_large(file, what, limits.WORKBOOK_UNPACKED)
    parts: dict[str, bytes] = {}
    for part in found:
        if part.filename.endswith((".xml", ".rels")):
            if part.compress_type not in _BOUNDED:
                raise _damaged(file, "the workbook is packed in a way that no workbook is")
            with archive.open(part) as opened:
                parts[part.filename] = opened.read(part.file_size + 1)
    return parts


def _related(parts: dict[str, bytes], to: str, file: str) -> list[tuple[str, str]]:
    """The kind and the name of each part that a part names; of the archive for the empty name."""
    return [(kind, part) for _, kind, part in _relations(parts, to, file)]


def _by_id(parts: dict[str, bytes], to: str, file: str) -> dict[str, str]:
    """The name of each sheet's part that a part names, by its id there."""
    return {key: part for key, kind, part in _relations(parts, to, file) if kind == "worksheet"}


def _relations(parts: dict[str, bytes], to: str, file: str) -> list[tuple[str, str, str]]:
    """The id, kind and name of each part that a part names."""
    folder, name = posixpath.split(to)
    found: list[tuple[str, str, str]] = []

    def start(element: str, attributes: dict[str, str]) -> None:
        if element == "Relationship":
            kind = attributes.get("Type", "").rpartition("/")[2]
            target = posixpath.join("/", folder, attributes.get("Target", ""))
            part = posixpath.normpath(target).lstrip("/")
            found.append((attributes.get("Id", ""), kind, part))

    part = parts.get(posixpath.join(folder, "_rels", f"{name}.rels"))
    if part is not None:
        read_xml(part, file, start)
    return found


def _bare(name: str) -> str:
    """A name without its namespace."""
    return name.rpartition(":")[2]
