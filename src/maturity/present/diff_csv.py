"""How two frameworks differ as CSV for a spreadsheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .rows_csv import rows_csv

if TYPE_CHECKING:
    from maturity.model.differences import Differences

HEADS = ("kind", "path", "what", "before", "after", "effect", "reason")


def diff_csv(differences: Differences) -> str:
    """One row for each difference; the heads alone where there is none."""
    return rows_csv(HEADS, differences.to_records())
