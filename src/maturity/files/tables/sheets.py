"""The sheets of a workbook, read by python-calamine from a copy that was checked before."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from maturity.errors import MaturityError

from .cells import Row, Rows, Table, refused
from .markup import cell_text
from .workbook import safe_workbook

if TYPE_CHECKING:
    from collections.abc import Iterator

_RETURN = re.compile("_x000[dD]_")


def workbook_tables(content: bytes, file: str) -> tuple[Table, ...]:
    """A table for each sheet that is to be seen, in order.

    MaturityError where the extra `excel` is not installed.
    """
    try:
        import python_calamine as calamine  # noqa: PLC0415  # an extra, and only workbooks need it
    except ImportError:
        raise MaturityError(
            'reading a workbook needs the extra "excel": python-calamine is not installed; from a '
            "clone of the project, pip install '.[excel]' installs it; or save the sheet as .csv"
        ) from None
    safe = safe_workbook(content, file)
    kept = Rows(file)
    try:
        workbook = calamine.CalamineWorkbook.from_filelike(safe)
        seen = [
            sheet.name
            for sheet in workbook.sheets_metadata
            if sheet.visible == calamine.SheetVisibleEnum.Visible
            and sheet.typ == calamine.SheetTypeEnum.WorkSheet
        ]
        return tuple(
            Table(tuple(_rows(workbook.get_sheet_by_name(name), kept)), name, name) for name in seen
        )
    except (calamine.CalamineError, OSError, ValueError):
        what = "the workbook can't be read"
        raise refused("table.workbook", file, what, "save it anew as .xlsx") from None


def _rows(sheet: Any, kept: Rows) -> Iterator[Row]:  # noqa: ANN401  # the library's own class
    """The rows of a sheet, from its first one."""
    for number, values in enumerate(sheet.to_python(skip_empty_area=False), start=1):
        texts = [cell_text(_text(value), kept.file, number) for value in values]
        while texts and not texts[-1]:
            texts.pop()
        yield kept.row(texts, number)


def _text(value: object) -> str:
    """A cell's value as a person reads it: 2.0 is 2."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return _RETURN.sub("\n", str(value))
