"""Workbooks and tables for the tests, made by hand: what a library writes is never hostile."""

from __future__ import annotations

import io
import zipfile
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from maturity.files.tables.cells import Row, Table, paragraphs

if TYPE_CHECKING:
    from collections.abc import Mapping

INVENTED = Path(__file__).parent / "invented"

_DECLARED = '<?xml version="1.0" encoding="UTF-8"?>'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "".join(
    f'<Override PartName="/xl/{part}.xml" ContentType='
    f'"application/vnd.openxmlformats-officedocument.spreadsheetml.{kind}+xml"/>'
    for part, kind in (
        ("workbook", "sheet.main"),
        ("worksheets/sheet1", "worksheet"),
        ("sharedStrings", "sharedStrings"),
    )
)


def cell(place: str, text: str) -> str:
    """A cell that holds a text."""
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


GOOD = (
    '<row r="1">'
    + cell("A1", "Theme")
    + cell("B1", "Basic one")
    + cell("C1", "Good one")
    + "</row>"
    '<row r="2">' + cell("A2", "Tea") + cell("B2", "There is tea.") + cell("C2", "Cake.") + "</row>"
)


def sheet(rows: str = "") -> str:
    """The part of a sheet: two good rows, and `rows` below them."""
    data = f"<sheetData>{GOOD}{rows}</sheetData>"
    return f'{_DECLARED}<worksheet xmlns="{_MAIN}">{data}</worksheet>'


def shared(*texts: str) -> str:
    """The part with the texts that cells share."""
    inside = "".join(f"<si><t>{text}</t></si>" for text in texts)
    return f'{_DECLARED}<sst xmlns="{_MAIN}">{inside}</sst>'


def styles(code: str, number: int = 164) -> str:
    """The part with the styles: the first is plain, the second has a format of its own."""
    known = f'<numFmts><numFmt numFmtId="164" formatCode="{escape(code)}"/></numFmts>'
    own = f'<xf numFmtId="0"/><xf numFmtId="{number}"/>'
    inside = f'{known}<cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs>{own}</cellXfs>'
    return f'{_DECLARED}<styleSheet xmlns="{_MAIN}">{inside}</styleSheet>'


def workbook(
    rows: str = "",
    parts: Mapping[str, str | bytes | None] | None = None,
    method: int = zipfile.ZIP_STORED,
    *,
    from_1904: bool = False,
) -> bytes:
    """A workbook of one sheet; `parts` are added, or replace its own (None: there is none)."""
    relation = f'<Relationship Id="rId1" Type="{_OFFICE}'
    relations = f'{_DECLARED}<Relationships xmlns="{_PACKAGE}/relationships">'
    held: dict[str, str | bytes | None] = {
        "[Content_Types].xml": f'{_DECLARED}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f"{_TYPES}</Types>",
        "_rels/.rels": f'{relations}{relation}/officeDocument" Target="xl/workbook.xml"/>'
        "</Relationships>",
        "xl/workbook.xml": f'{_DECLARED}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">'
        f'<workbookPr date1904="{int(from_1904)}"/><sheets>'
        '<sheet name="Tool" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'{relations}{relation}/worksheet" '
        f'Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{_OFFICE}/sharedStrings" '
        f'Target="sharedStrings.xml"/><Relationship Id="rId3" Type="{_OFFICE}/styles" '
        'Target="styles.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": sheet(rows),
        **(parts or {}),
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        for name, content in held.items():
            if content is not None:
                archive.writestr(name, content)
    return made.getvalue()


def table(text: str, title: str = "", sheet_name: str | None = None) -> Table:
    """A table of lines, with bars between the cells and `/` between paragraphs."""
    rows = (
        Row(tuple(paragraphs(one.replace("/", "\n")) for one in line.split("|")), number)
        for number, line in enumerate(text.strip("\n").split("\n"), start=1)
    )
    return Table(tuple(rows), title, sheet_name)
