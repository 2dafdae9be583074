"""Workbooks that are hostile, damaged or odd: one clear fault, before they cost anything."""

from __future__ import annotations

import io
import struct
import tracemalloc
import zipfile

import pytest

import maturity as mt
from maturity.files.tables.workbook import open_workbook

from .tools import shared, sheet, workbook

SHEET = "xl/worksheets/sheet1.xml"
MAIN = "xl/workbook.xml"
RELATIONS = "xl/_rels/workbook.xml.rels"


def fault(content: bytes) -> str:
    """The one fault of a workbook."""
    with pytest.raises(mt.FaultsFound) as caught:
        open_workbook(content, "x.xlsx")
    (found,) = caught.value.faults
    return str(found)


def part(name: str) -> str:
    """A part of a good workbook."""
    return zipfile.ZipFile(io.BytesIO(workbook())).read(name).decode()


def test_good() -> None:
    """The sheets are found by what the parts say of each other, in order."""
    texts = shared("x")
    found = open_workbook(workbook(parts={"xl/sharedStrings.xml": texts}), "x.xlsx")
    assert [(one.name, one.part.decode()) for one in found.sheets] == [("Tool", sheet())]
    assert found.shared == texts.encode()
    picture = {"xl/media/a.png": b"\x89PNG"}
    assert open_workbook(workbook(parts=picture), "x.xlsx").shared is None


def test_hidden_sheets_are_left_out() -> None:
    """A sheet that is not to be seen is not read."""
    for state in ("hidden", "veryHidden"):
        main = part(MAIN).replace("<sheet ", f'<sheet state="{state}" ')
        assert open_workbook(workbook(parts={MAIN: main}), "x.xlsx").sheets == ()


@pytest.mark.parametrize(
    "target", ["worksheets/sheet1.xml", "/xl/worksheets/../worksheets/sheet1.xml"]
)
def test_where_parts_are(target: str) -> None:
    """A part is named from its folder, or from the top."""
    relations = part(RELATIONS).replace("worksheets/sheet1.xml", target)
    assert open_workbook(workbook(parts={RELATIONS: relations}), "x.xlsx").sheets


@pytest.mark.parametrize(
    "target", ["../../../etc/passwd", "http://127.0.0.1:9/a.xml", "none.xml", ""]
)
def test_parts_elsewhere(target: str) -> None:
    """Nothing is read but what is in the archive."""
    relations = part(RELATIONS).replace("worksheets/sheet1.xml", target)
    assert open_workbook(workbook(parts={RELATIONS: relations}), "x.xlsx").sheets == ()


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
    main = part(MAIN).replace("<workbook", f"{declared}<workbook")
    assert fault(workbook(parts={MAIN: main})) == (
        "x.xlsx: error[table.entities]: the workbook declares a document type, as no workbook does;"
        " save it anew as .xlsx"
    )


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"", "this is not a workbook, or it is damaged"),
        (b"Theme,Basic", "this is not a workbook, or it is damaged"),
        (workbook(parts={"_rels/.rels": "<Relationships/>"}), "this is not a workbook"),
        (workbook(parts={"_rels/.rels": None}), "this is not a workbook"),
        (workbook(parts={"_rels/.rels": "<Relationships>"}), "this is not a workbook"),
        (workbook(parts={MAIN: b"\xff\xfe"}), "this is not a workbook"),
        (workbook()[:-50], "this is not a workbook, or it is damaged"),
        (b"\xd0\xcf\x11\xe0" * 9, "the workbook is locked with a password, or in the old format"),
    ],
)
def test_damaged(content: bytes, what: str) -> None:
    """What is no workbook is told so."""
    assert fault(content).startswith(f"x.xlsx: error[table.workbook]: {what}")
