"""The sheets of a workbook."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

import maturity as mt
from maturity.files.tables.sheets import workbook_tables

from .tools import INVENTED, cell, shared, sheet, workbook

FAR = 1_048_576
SHEET = "xl/worksheets/sheet1.xml"
SHARED = "xl/sharedStrings.xml"


def read(content: bytes) -> list[list[str]]:
    """The cells of the one sheet, with a stroke between paragraphs."""
    (table,) = workbook_tables(content, "x.xlsx")
    assert (table.title, table.sheet) == ("Tool", "Tool")
    return [["/".join(cell) for cell in row.cells] for row in table.rows]


def fault(content: bytes) -> str:
    """The one fault of a workbook."""
    with pytest.raises(mt.FaultsFound) as caught:
        workbook_tables(content, "x.xlsx")
    (found,) = caught.value.faults
    return str(found)


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        (cell("A3", "=1+1"), "=1+1"),
        (cell("A3", "One.&#10;Two.&amp;"), "One./Two.&"),
        (cell("A3", "a_x000D_b"), "a/b"),
        (cell("A3", "&lt;p&gt;a&lt;/p&gt;&lt;p&gt;b&lt;/p&gt;"), "a/b"),
        ('<c r="A3"><f>1+1</f><v>2</v></c>', "2"),
        ('<c r="A3"><v>2.0</v></c>', "2"),
        ('<c r="A3"><v>0.5</v></c>', "0.5"),
        ('<c r="A3"><v>1e300</v></c>', "1e+300"),
        ('<c r="A3"><v>' + "9" * 5000 + "</v></c>", "inf"),
        ('<c r="A3"><v>words</v></c>', "words"),
        ('<c r="A3" t="b"><v>1</v></c>', "TRUE"),
        ('<c r="A3" t="b"><v>0</v></c>', "FALSE"),
        ('<c r="A3" t="str"><f>A1</f><v>Theme</v></c>', "Theme"),
        ('<c r="A3" t="s"><v>1</v></c>', "bold and not"),
        ('<c r="A3" t="s"><v>0</v></c>', "plain"),
        ("<c><v>7</v></c>", "7"),
        ('<c r="odd"><v>7</v></c>', "7"),
    ],
)
def test_values(said: str, shown: str) -> None:
    """A cell is what a person sees: a formula by its value, a text as a text."""
    runs = "bold</t><rPh><t>spoken</t></rPh><r><t> and</t></r><t> not"
    content = workbook(f'<row r="3">{said}</row>', {SHARED: shared("plain", runs)})
    assert read(content)[2:] == [[shown]]


@pytest.mark.parametrize("said", ['<c r="A3" s="1"/>', '<c r="A3" t="s"><v>9</v></c>', "<c/>"])
def test_cells_without_a_value(said: str) -> None:
    """They hold nothing, and a row of them is none."""
    assert len(read(workbook(f'<row r="3">{said}</row>'))) == 2


def test_rows_and_columns() -> None:
    """Cells may be left out, rows too, and neither needs to be numbered."""
    content = workbook(
        f'<row r="9">{cell("B9", "x")}<c><v>1</v></c></row><row><c><v>2</v></c></row>'
    )
    (table,) = workbook_tables(content, "x.xlsx")
    found = [(row.number, ["/".join(cell) for cell in row.cells]) for row in table.rows]
    assert found[2:] == [(9, ["", "x", "1"]), (10, ["2"])]


def test_far_cells_cost_nothing() -> None:
    """A sheet is as large as what is in it."""
    content = workbook(f'<row r="{FAR}">{cell(f"B{FAR}", "x")}<c r="XFD{FAR}" s="1"/></row>')
    (table,) = workbook_tables(content, "x.xlsx")
    assert [row.number for row in table.rows] == [1, 2, FAR]


def test_sizes_that_are_stated_are_not_believed() -> None:
    """Whatever a part says of its own size, only what is in it counts."""
    texts = shared("plain").replace("<sst ", '<sst count="99999999999" uniqueCount="99999999999" ')
    part = sheet('<row r="99999999999"><c t="s"><v>0</v></c></row>')
    part = part.replace("<sheetData>", f'<dimension ref="A1:XFD{FAR}"/><sheetData>')
    assert read(workbook(parts={SHARED: texts, SHEET: part}))[2:] == [["plain"]]


LONG = "sheet 'Tool', cell A3"


@pytest.mark.parametrize(
    ("rows", "what"),
    [
        ("".join(f"<row><c><v>{n}</v></c></row>" for n in range(200_000)), "there are more rows"),
        (f'<row r="3">{cell("XFD3", "x")}</row>', "a row has more cells"),
        ("<row>" + "<c><v>1</v></c>" * 100_000 + "</row>", "a row has more cells"),
        (f"<row>{cell('A3', 'x' * 1_000_000)}</row>", f"{LONG}: a cell has more characters"),
        ('<row><c t="s"><v>0</v></c></row>', f"{LONG}: a cell has more characters"),
        (("<row>" + '<c t="s"><v>1</v></c>' * 9 + "</row>") * 9_000, "there is more text"),
    ],
)
def test_limits(rows: str, what: str) -> None:
    """What is too large ends in one fault; a text counts as often as it is shown."""
    markup = "&lt;p&gt;" * 30_000
    parts = {SHARED: shared(markup, "x" * 20_000)}
    assert fault(workbook(rows, parts)).startswith(
        f"x.xlsx: error[table.too-large]: {what} than a table can have; allowed: "
    )


@pytest.mark.parametrize(
    ("part", "code"),
    [
        (sheet()[:-9], "table.workbook"),
        (sheet().replace("Tea", "&other;"), "table.workbook"),
        (sheet(f"<row>{cell('A3', '&lt;p&gt;&lt;b')}</row>"), "table.markup"),
        (sheet().replace("<worksheet", "<!DOCTYPE x><worksheet"), "table.entities"),
        ("", "table.workbook"),
    ],
)
def test_damaged(part: str | bytes, code: str) -> None:
    """A sheet that is no XML, or has entities, is a fault."""
    assert f" error[{code}]: " in fault(workbook(parts={SHEET: part}))


def test_workbook_of_a_spreadsheet_program() -> None:
    """Hidden sheets are left out, and a namespace changes nothing."""
    names = [t.title for t in workbook_tables((INVENTED / "kitchen.xlsx").read_bytes(), "x.xlsx")]
    assert names == ["Tool"]
    other = sheet().replace("<", "<x:").replace("<x:/", "</x:").replace("<x:?", "<?")
    for part in (
        other.replace(" xmlns=", " xmlns:x="),
        sheet().replace("UTF-8", "UTF-16").encode("utf-16"),
    ):
        assert read(workbook(parts={SHEET: part})) == read(workbook())


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ('<c r="B3"><f>A1</f></c>', True),
        ('<c r="B3"><f>A1</f><v/></c>', True),
        ('<c r="B3" t="str"><f>A1</f></c>', True),
        ('<c r="B3" t="str"><f>A1</f><v></v></c>', False),
        ('<c r="B3"><f>A1</f><v>2</v></c>', False),
    ],
)
def test_formula_without_its_value(said: str, told: bool) -> None:  # noqa: FBT001  # a parameter of the test
    """What a formula says is not known: its cell is named."""
    (table,) = workbook_tables(workbook(f'<row r="3">{cell("A3", "x")}{said}</row>'), "x.xlsx")
    what = "a formula without its value; open and save the workbook in a spreadsheet program"
    assert table.notes == ((f"left out: sheet 'Tool', cell B3: {what}",) if told else ())


def test_errors_are_no_statements() -> None:
    """A cell that shows an error is left out, and told."""
    content = workbook(f'<row r="3">{cell("A3", "x")}<c r="B3" t="e"><v>#REF!</v></c></row>')
    (table,) = workbook_tables(content, "x.xlsx")
    assert [row.cells for row in table.rows][2:] == [(("x",),)]
    assert table.notes == ("left out: sheet 'Tool', cell B3: an error in place of a value",)


def test_hidden_sheets() -> None:
    """They are left out, and told."""
    tables = workbook_tables((INVENTED / "kitchen.xlsx").read_bytes(), "x.xlsx")
    assert tables[0].notes == ("left out: the hidden sheet 'Lists'",)


def test_a_workbook_of_hidden_sheets_alone() -> None:
    """They are told, though there is no table to tell of them."""
    main = "xl/workbook.xml"
    with zipfile.ZipFile(BytesIO(workbook())) as archive:
        before = archive.read(main).decode()
    content = workbook(parts={main: before.replace("<sheet name", '<sheet state="hidden" name')})
    (found,) = workbook_tables(content, "x.xlsx")
    assert (found.rows, found.notes) == ((), ("left out: the hidden sheet 'Tool'",))


def test_hidden_rows_and_columns() -> None:
    """They are read, and told where they hold something."""
    rows = f'<row r="3" hidden="1">{cell("B3", "x")}</row><row r="4" hidden="true"/>'
    columns = (
        '<cols><col min="2" max="2" hidden="1"/><col min="1" max="1"/>'
        '<col min="9" max="16384" hidden="1"/><col hidden="1"/></cols>'
    )
    part = sheet(rows).replace("<sheetData>", f"{columns}<sheetData>")
    (table,) = workbook_tables(workbook(parts={SHEET: part}), "x.xlsx")
    assert len(table.rows) == 3
    assert table.notes == (
        "hidden rows were read: sheet 'Tool', row 3",
        "hidden columns were read: sheet 'Tool', column B",
    )
