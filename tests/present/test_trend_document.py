"""Trends as documents: what the pages of the command line don't show already."""

from __future__ import annotations

import maturity as mt
from maturity.present.document import Table
from maturity.present.trend_document import trends_document

from .tools import LADDER, framework_of

KIT = framework_of('scale = "levels"\ndimension = { rule = "weakest-link" }', LADDER)


def test_a_line_names_the_two_periods_that_it_compares() -> None:
    """Of several periods it is the last two, and not the first."""
    said = {"2026-Q1": "top", "2026-Q2": "mid", "2026-Q3": "low"}
    sheets = [
        KIT.assess(dict.fromkeys(("a.one", "a.two", "a.three"), answer), period=period)
        for period, answer in said.items()
    ]
    (table,) = [
        block for block in trends_document([mt.trend(sheets)]).blocks if isinstance(block, Table)
    ]
    assert table.rows == (("", "2026-Q2 to 2026-Q3", "0", "1", "First"),)
