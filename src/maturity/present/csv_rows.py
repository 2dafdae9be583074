"""A scorecard as CSV for a spreadsheet, in which no text can act as a formula."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING

from .plain import safe_cell

if TYPE_CHECKING:
    from maturity.scoring.scorecard import Scorecard


def card_csv(card: Scorecard) -> str:
    """One row for each node, and its caveats with those of the card in the last column."""
    file = StringIO()
    writer = csv.writer(file, lineterminator="\n")
    for number, (score, row) in enumerate(zip(card, card.to_records(), strict=True)):
        if not number:
            writer.writerow([*row, "caveats"])
        caveats = " ".join((*card.caveats, *score.caveats))
        writer.writerow(map(_cell, (*row.values(), caveats)))
    return file.getvalue()


def _cell(value: object) -> object:
    """A value as a cell: text made safe, numbers as they are, nothing for None."""
    return safe_cell(value) if isinstance(value, str) else value
