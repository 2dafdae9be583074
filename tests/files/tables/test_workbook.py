"""Workbooks that are hostile, damaged or odd: one clear fault, before they cost anything."""

from __future__ import annotations

import struct
import tracemalloc
import zipfile

import pytest

import maturity as mt
from maturity.files.tables.workbook import safe_workbook

from .tools import cell, shared, sheet, workbook

SHEET = "xl/worksheets/sheet1.xml"
FAR = 1_048_576


def fault(content: bytes) -> str:
    """The one fault of a workbook."""
    with pytest.raises(mt.FaultsFound) as caught:
        safe_workbook(content, "x.xlsx")
    (found,) = caught.value.faults
    return str(found)


def names(content: bytes) -> list[str]:
    """The parts of the copy that is opened."""
    return zipfile.ZipFile(safe_workbook(content, "x.xlsx")).namelist()


def test_good() -> None:
    """What is well-formed XML is kept, byte for byte."""
    content = workbook(parts={"xl/media/a.png": b"\x89PNG", "docProps/bad.xml": "<a>"})
    assert "xl/media/a.png" not in names(content)
    assert "docProps/bad.xml" not in names(content)
    kept = zipfile.ZipFile(safe_workbook(content, "x.xlsx")).read(SHEET)
    assert kept == sheet().encode()


@pytest.mark.parametrize("name", ["xl/big.xml", "xl/media/big.png"])
def test_bomb(name: str) -> None:
    """A part that unpacks to more than a workbook may have is not unpacked."""
    big = b"<a>" + b" " * 30_000_000 + b"</a>"
    content = workbook(parts={name: big}, method=zipfile.ZIP_DEFLATED)
    assert len(content) < 100_000
    assert fault(content) == (
        "x.xlsx: error[table.too-large]: the workbook unpacks to more bytes than a table can have; "
        "allowed: 20,000,000; keep the table alone in the file"
    )


@pytest.mark.parametrize(
    ("method", "what"),
    [
        (zipfile.ZIP_DEFLATED, "this is not a workbook, or it is damaged"),
        (zipfile.ZIP_BZIP2, "the workbook is packed in a way that no workbook is"),
        (zipfile.ZIP_LZMA, "the workbook is packed in a way that no workbook is"),
    ],
)
def test_bomb_that_lies_about_its_size(method: int, what: str) -> None:
    """A part that is larger than it says is damaged: no more than it states is unpacked."""
    size = 30_000_007
    big = b"<a>" + b" " * (size - 7) + b"</a>"
    content = workbook(parts={"xl/big.xml": big}, method=method)
    assert content.count(struct.pack("<I", size)) == 2
    small = content.replace(struct.pack("<I", size), struct.pack("<I", 7))
    tracemalloc.start()
    said = fault(small)
    assert tracemalloc.get_traced_memory()[1] < 3_000_000
    tracemalloc.stop()
    assert said.startswith(f"x.xlsx: error[table.workbook]: {what}")


def test_many_parts() -> None:
    """A workbook has so many parts, and no more."""
    content = workbook(parts={f"xl/{number}.xml": "<a/>" for number in range(1_000)})
    assert fault(content).startswith("x.xlsx: error[table.too-large]: the workbook has more parts")


@pytest.mark.parametrize("declared", ['<!DOCTYPE x [<!ENTITY a "b">]>', "<!DOCTYPE x>"])
def test_entities(declared: str) -> None:
    """A document type is refused at once, and with it every entity."""
    content = workbook(parts={SHEET: sheet().replace("<worksheet", f"{declared}<worksheet")})
    assert fault(content) == (
        "x.xlsx: error[table.entities]: the workbook declares a document type, as no workbook does;"
        " save it anew as .xlsx"
    )


@pytest.mark.parametrize(
    ("rows", "what"),
    [
        (f'<row r="{FAR}">{cell(f"A{FAR}", "x")}</row>', "there are more rows"),
        (f'<row r="{FAR}"><c><v>1</v></c></row>', "there are more rows"),
        (f'<row r="3">{cell(f"A{FAR}", "x")}</row>', "there are more rows"),
        ("<row><c><v>1</v></c></row>" * 10_000, "there are more rows"),
        (f'<row r="3">{cell("XFD3", "x")}</row>', "a row has more cells"),
        (f'<row r="3">{"<c><v>1</v></c>" * 101}</row>', "a row has more cells"),
        (f'<x:row xmlns:x="x" r="{FAR}"><x:c><x:v>1</x:v></x:c></x:row>', "there are more rows"),
    ],
)
def test_far_cells(rows: str, what: str) -> None:
    """A cell far out would make a library fill everything before it."""
    assert fault(workbook(rows)).startswith(f"x.xlsx: error[table.too-large]: {what}")


def test_far_cell_without_a_value() -> None:
    """A cell that only has a style costs nothing, and is no fault."""
    assert names(workbook(f'<row r="{FAR}"><c r="XFD{FAR}" s="1"/></row>'))


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="4294967295"/>',
        '<row r="0"/>',
        '<row r="-1"/>',
        '<row r="x"/>',
        '<row xmlns:y="y" y:r="99999999"/>',
        '<row r="3"><c r="xfd3"/></row>',
        '<row r="3"><c r="A4294967295"/></row>',
        '<row r="3"><c r="$A$3"/></row>',
        '<row r="3"><c r="3A"/></row>',
        '<row r="3"><c r=""/></row>',
    ],
)
def test_odd_coordinates(rows: str) -> None:
    """Coordinates that a library may read in its own way are refused."""
    assert "is no row or cell of a sheet; save it anew as .xlsx" in fault(workbook(rows))


def test_one_long_text_in_many_cells() -> None:
    """A text that cells share counts as often as it is shown."""
    rows = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(3, 200))
    parts = {"xl/sharedStrings.xml": shared("x" * 20_000)}
    assert fault(workbook(rows, parts)).startswith(
        "x.xlsx: error[table.too-large]: there is more text than a table can have"
    )
    few = '<row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="s"><v>77777777777</v></c></row>'
    assert names(workbook(few, parts))


def test_encoding_that_is_stated() -> None:
    """A part is read as UTF-8 whatever it says: no other reading of it is opened."""
    other = sheet().replace('encoding="UTF-8"', 'encoding="cp037"')
    assert SHEET in names(workbook(parts={SHEET: other}))
    assert SHEET not in names(workbook(parts={SHEET: sheet().encode("utf-16")}))


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"", "this is not a workbook, or it is damaged"),
        (b"Theme,Basic", "this is not a workbook, or it is damaged"),
        (workbook()[:-50], "this is not a workbook, or it is damaged"),
        (b"\xd0\xcf\x11\xe0" * 9, "the workbook is locked with a password, or in the old format"),
    ],
)
def test_damaged(content: bytes, what: str) -> None:
    """What is no workbook is told so."""
    assert fault(content).startswith(f"x.xlsx: error[table.workbook]: {what}")
