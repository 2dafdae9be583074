"""How two frameworks differ as CSV for a spreadsheet, in which no text can act as a formula."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING

from .plain import safe_cell

if TYPE_CHECKING:
    from maturity.model.differences import Differences

HEADS = ("kind", "path", "what", "before", "after", "effect", "reason")


def diff_csv(differences: Differences) -> str:
    """One row for each difference; the heads alone where there is none."""
    file = StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(HEADS)
    for row in differences.to_records():
        writer.writerow(safe_cell(row[head] or "") for head in HEADS)
    return file.getvalue()
