"""How far raters agree as CSV for a spreadsheet, in which no text can act as a formula."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING

from .plain import safe_cell

if TYPE_CHECKING:
    from maturity.analysis.agreement import Agreements


def agreement_csv(found: Agreements) -> str:
    """One row for each item that raters were asked; empty where there is nothing to compare."""
    file = StringIO()
    writer = csv.writer(file, lineterminator="\n")
    for number, row in enumerate(found.to_records()):
        if not number:
            writer.writerow(row)
        writer.writerow(safe_cell(cell) if isinstance(cell, str) else cell for cell in row.values())
    return file.getvalue()
