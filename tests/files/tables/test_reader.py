"""Files of each kind, and files that are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import maturity as mt
from maturity.files.tables.reader import read_tables

from .tools import INVENTED, workbook

if TYPE_CHECKING:
    from pathlib import Path


def fault(path: Path) -> tuple[str, int | None]:
    """The code and the line of the one fault of a file."""
    with pytest.raises(mt.FaultsFound) as caught:
        read_tables(path)
    (found,) = caught.value.faults
    return found.code, found.where.line


@pytest.mark.parametrize("path", sorted(INVENTED.iterdir()), ids=lambda path: path.name)
def test_each_kind(path: Path) -> None:
    """Each invented file holds its tables."""
    assert any(len(row.cells) > 3 for table in read_tables(path) for row in table.rows)


@pytest.mark.parametrize("name", ["kitchen.html", "kitchen.md", "kitchen.tsv", "kitchen-list.tsv"])
@pytest.mark.parametrize("ending", ["txt", "md", "page"])
def test_any_other_ending(name: str, ending: str, tmp_path: Path) -> None:
    """A file whose ending says nothing is read as what it looks like."""
    other = tmp_path / f"x.{ending}"
    other.write_bytes((INVENTED / name).read_bytes())
    assert read_tables(other) == read_tables(INVENTED / name)


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("x.csv", b"", ("table.none", None)),
        ("x.csv", b"\n ,\n", ("table.none", None)),
        ("x.txt", b"words\n", ("table.none", None)),
        ("x.html", b"<table></table>", ("table.none", None)),
        ("x.docx", b"PK", ("table.format", None)),
        ("x.XLS", b"", ("table.format", None)),
        ("x.csv", b"a,b\nc\0,d", ("table.format", 2)),
        ("x.csv", "a,b\nc,é".encode("latin-1"), ("file.not-utf8", 2)),
        ("x.csv", "a,b\nc,d".encode("utf-16"), ("file.not-utf8", 1)),
        ("x.csv", workbook(), ("file.not-utf8", 1)),
        ("x.csv", b"a,b\n" * 1_000_000, ("file.too-large", None)),
        ("x.xlsx", b"\0" * 10_000_001, ("file.too-large", None)),
        ("x.xlsx", b"Theme,Basic", ("table.workbook", None)),
    ],
)
def test_faults(
    name: str, content: bytes, expected: tuple[str, int | None], tmp_path: Path
) -> None:
    """What can't be read ends in one fault."""
    (tmp_path / name).write_bytes(content)
    code, line = fault(tmp_path / name)
    assert code == expected[0] or (code, content[:2]) == ("table.format", b"PK")
    assert line == expected[1] or content[:2] == b"PK"


def test_byte_order_mark(tmp_path: Path) -> None:
    """A mark at the start of a text is no part of its first cell."""
    (tmp_path / "x.csv").write_bytes("\ufeffTheme,Basic,Good".encode())
    assert read_tables(tmp_path / "x.csv")[0].rows[0].cells[0] == ("Theme",)


def test_file_that_is_not_there(tmp_path: Path) -> None:
    """It is a fault as for any other file."""
    assert fault(tmp_path / "x.csv") == ("file.missing", None)
    assert fault(tmp_path / "x.xlsx") == ("file.missing", None)
    assert fault(tmp_path) == ("file.folder", None)
