"""A scorecard as CSV for a spreadsheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .rows_csv import rows_csv

if TYPE_CHECKING:
    from maturity.scoring.scorecard import Scorecard


def card_csv(card: Scorecard) -> str:
    """One row for each node, and its caveats with those of the card in the last column."""
    rows = [
        {**row, "caveats": " ".join((*card.caveats, *score.caveats))}
        for score, row in zip(card, card.to_records(), strict=True)
    ]
    return rows_csv(tuple(rows[0]), rows)
