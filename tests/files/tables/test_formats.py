"""How a workbook shows numbers."""

from __future__ import annotations

import pytest

from maturity.files.tables.formats import Formats
from maturity.files.tables.sheets import workbook_tables

from .tools import styles, workbook


@pytest.mark.parametrize(
    ("code", "number", "shown"),
    [
        ("General", "46112", "46112"),
        ("0.0", "0.8", "0.8"),
        ("0%", "0.8", "80%"),
        ("0.00%", "0.8", "80.00%"),
        ("0.0#%", "0.125", "12.50%"),
        ("yyyy-mm-dd", "46112", "2026-03-31"),
        ("[$-409]d/m/yy;@", "46112.75", "2026-03-31"),
        ("mmmm", "46112", "2026-03-31"),
        ("dd.mm.yyyy hh:mm", "46112.75", "2026-03-31 18:00"),
        ("h:mm AM/PM", "0.75", "18:00"),
        ("[h]:mm", "1.5", "1.5"),
        ('0 "days"', "3", "3"),
        ("0\\d", "3", "3"),
        ("[Red]0", "3", "3"),
        ("yyyy", "1", "1900-01-01"),
        ("yyyy", "61", "1900-03-01"),
        ("yyyy", "-5", "-5"),
        ("yyyy", "9e99", "9e+99"),
        ("0%", "1e300", "1e+300"),
        ("yyyy", "words", "words"),
    ],
)
def test_formats(code: str, number: str, shown: str) -> None:
    """A date is one, and 80% is 80%."""
    formats = Formats()
    formats.read(styles(code).encode(), "x.xlsx")
    assert formats.shown(number, "1")[0] == shown
    assert formats.shown("0.5", "0") == formats.shown("0.5", "9") == ("0.5", False)


@pytest.mark.parametrize(
    ("number", "shown"), [(9, "4611200%"), (14, "2026-03-31"), (46, "46112"), (20, "00:00")]
)
def test_built_in(number: int, shown: str) -> None:
    """Some formats have a number alone."""
    formats = Formats()
    formats.read(styles("", number).encode(), "x.xlsx")
    assert formats.shown("46112", "1")[0] == shown


def test_workbook() -> None:
    """A workbook says how its cells are shown, and where its days begin; dates are told."""
    row = '<row r="3"><c r="A3" s="1"><v>44650</v></c><c r="B3" s="1"><v>44651</v></c></row>'
    content = workbook(row, {"xl/styles.xml": styles("d mmm yyyy")})
    (table,) = workbook_tables(content, "x.xlsx")
    assert table.rows[2].cells == (("2022-03-30",), ("2022-03-31",))
    assert table.notes == ("dates are written as year, month and day: sheet 'Tool', cell A3, B3",)
    content = workbook(row, {"xl/styles.xml": styles("d mmm yyyy")}, from_1904=True)
    assert workbook_tables(content, "x.xlsx")[0].rows[2].cells[0] == ("2026-03-31",)
