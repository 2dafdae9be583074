"""The sheets of a workbook."""

from __future__ import annotations

import sys

import pytest

import maturity as mt
from maturity.files.tables.sheets import workbook_tables

from .tools import INVENTED, cell, shared, workbook


def read(content: bytes) -> list[tuple[str, list[list[str]]]]:
    """Each sheet: its name, and its cells with a stroke between paragraphs."""
    return [
        (str(table.sheet), [["/".join(cell) for cell in row.cells] for row in table.rows])
        for table in workbook_tables(content, "x.xlsx")
    ]


def test_values() -> None:
    """A cell is what a person sees: numbers and formulas by their value, text as text."""
    rows = (
        f'<row r="3">{cell("A3", "=1+1")}<c r="B3"><f>1+1</f><v>2</v></c><c r="C3"><v>0.5</v></c>'
        f'</row><row r="5">{cell("B5", "One.&#10;Two.")}{cell("C5", "a_x000D_b")}'
        '<c r="D5" t="b"><v>1</v></c><c r="E5" t="e"><v>#REF!</v></c></row>'
    )
    ((name, found),) = read(workbook(rows))
    assert name == "Tool"
    assert found[2:] == [["=1+1", "2", "0.5"], [], ["", "One./Two.", "a/b", "True"]]


def test_hidden_sheets_are_left_out() -> None:
    """Only what can be seen is read: a spreadsheet program hides its lists."""
    found = read((INVENTED / "kitchen.xlsx").read_bytes())
    assert [name for name, _ in found] == ["Tool"]


def test_limit_on_rows_counts_all_sheets() -> None:
    """The rows of all sheets together are counted."""
    one = '<sheet name="Tool" sheetId="1" r:id="rId1"/>'
    many = "".join(f'<sheet name="S{n}" sheetId="{n}" r:id="rId1"/>' for n in range(1, 50))
    content = workbook(f'<row r="9000">{cell("A9000", "x")}</row>')
    book = "xl/workbook.xml"
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    part = f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>{one}{many}</sheets></workbook>'
    assert len(read(content)) == 1
    with pytest.raises(mt.FaultsFound) as caught:
        read(workbook(f'<row r="9000">{cell("A9000", "x")}</row>', {book: part}))
    assert caught.value.faults[0].code == "table.too-large"


@pytest.mark.parametrize(
    "parts",
    [
        {"xl/workbook.xml": "<workbook/>"},
        {"xl/worksheets/sheet1.xml": "<a"},
        {"xl/worksheets/sheet1.xml": "<a>&b;</a>"},
        {"xl/_rels/workbook.xml.rels": "<Relationships/>"},
        {"xl/sharedStrings.xml": shared()},
    ],
)
def test_damaged(parts: dict[str, str]) -> None:
    """A workbook that makes no sense holds nothing, or is a fault."""
    try:
        found = read(workbook('<row r="3"><c r="A3" t="s"><v>9</v></c></row>', parts))
    except mt.FaultsFound as error:
        assert str(error) == (  # noqa: PT017  # either end is right
            "x.xlsx: error[table.workbook]: the workbook can't be read; save it anew as .xlsx"
        )
    else:
        assert found in ([], [("Tool", [])])


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """A message names the extra, and a way without it."""
    monkeypatch.setitem(sys.modules, "python_calamine", None)
    with pytest.raises(mt.MaturityError) as caught:
        workbook_tables(workbook(), "x.xlsx")
    assert str(caught.value) == (
        'reading a workbook needs the extra "excel": python-calamine is not installed; from a clone'
        " of the project, pip install '.[excel]' installs it; or save the sheet as .csv"
    )
