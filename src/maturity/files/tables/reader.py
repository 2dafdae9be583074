"""The tables in a file of any kind that can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from maturity.files.toml_text import read_bytes, read_text

from . import limits
from .cells import refused, with_notes
from .html_tables import html_tables
from .sheets import workbook_tables
from .text_tables import markdown_tables, separated_tables

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from .cells import Table

_KINDS: dict[str, Callable[[str, str], tuple[Table, ...]]] = {
    ".html": html_tables,
    ".htm": html_tables,
    ".csv": lambda text, file: separated_tables(text, file, ",;\t"),
    ".tsv": lambda text, file: separated_tables(text, file, "\t"),
    ".tab": lambda text, file: separated_tables(text, file, "\t"),
}
_WORKBOOK = ".xlsx"
_OTHERS = (".doc", ".docx", ".ods", ".odt", ".pdf", ".rtf", ".xls", ".xlsb", ".xlsm")
_NONE = "in text, its cells have tabs or bars between them"
READ = "allowed: .html, .md, .csv, .tsv, .xlsx, or text with tabs between the cells"


def read_tables(path: Path) -> tuple[Table, ...]:
    """Every table of a file, in order; FaultsFound where there is none, or the file is broken.

    The name's ending says what a file is; else it is Markdown, HTML, or text with tabs.
    """
    file, ending = str(path), path.suffix.lower()
    if ending in _OTHERS:
        what = f"a file of the kind '{ending}' can't be read"
        raise refused("table.format", file, what, f"{READ}; save or copy the table as one of them")
    if ending == _WORKBOOK:
        tables = workbook_tables(read_bytes(path, limits.WORKBOOK_BYTES), file)
    else:
        text = read_text(path).removeprefix("\ufeff")
        if "\0" in text:
            line = text.count("\n", 0, text.index("\0")) + 1
            what = "there is a NUL character: this is no text, or its encoding is not UTF-8"
            raise refused("table.format", file, what, "save it as text in UTF-8", line)
        tables = _KINDS.get(ending, _any)(text, file)
    full = [table for table in tables if any(any(row.cells) for row in table.rows)]
    if not full:
        what = with_notes("there is no table in this file", tables)
        raise refused("table.none", file, what, "" if ending == _WORKBOOK else _NONE)
    told = [note for table in tables if table not in full for note in table.notes]
    full[0] = attrs.evolve(full[0], notes=(*told, *full[0].notes))
    return tuple(full)


def _any(text: str, file: str) -> tuple[Table, ...]:
    """The tables of a text of any kind."""
    tables = markdown_tables(text, file)
    if not tables and "<table" in text.lower():
        tables = html_tables(text, file)
    if not tables and "\t" in text:
        tables = separated_tables(text, file, "\t")
    return tables
