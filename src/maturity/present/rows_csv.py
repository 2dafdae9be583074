"""Plain rows as CSV for a spreadsheet, in which no text can act as a formula."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING

from .plain import safe_cell

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


def rows_csv(heads: Sequence[str], rows: Iterable[Mapping[str, object]]) -> str:
    """A head line and one line a row; None is empty, numbers stay as they are."""
    file = StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(heads)
    for row in rows:
        cells = (row[head] for head in heads)
        writer.writerow([safe_cell(cell) if isinstance(cell, str) else cell for cell in cells])
    return file.getvalue()
