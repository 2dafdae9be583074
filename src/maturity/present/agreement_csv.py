"""How far raters agree as CSV for a spreadsheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .rows_csv import rows_csv

if TYPE_CHECKING:
    from maturity.analysis.agreement import Agreements

HEADS = (
    "organisation", "period", "framework", "edition", "path", "text", "unit", "raters", "answered",
    "not_applicable", "unanswered", "lowest", "highest", "steps", "apart", "agreed", "counts",
    "said",
)  # fmt: skip


def agreement_csv(found: Agreements) -> str:
    """One row for each item that raters were asked; the heads alone where none compare."""
    return rows_csv(HEADS, found.to_records())
