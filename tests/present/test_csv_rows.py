"""Rows for a spreadsheet."""

from __future__ import annotations

import csv

import maturity as mt
from maturity.present.csv_rows import card_csv

from .tools import card_of, framework_of


def test_rows_are_the_cards() -> None:
    """One row for each node, as in `to_records`, with the caveats last; None is empty."""
    card = mt.score(mt.example("hwb-board"))
    rows = list(csv.DictReader(card_csv(card).splitlines()))
    for row, record, score in zip(rows, card.to_records(), card, strict=True):
        assert row.pop("caveats") == " ".join((*card.caveats, *score.caveats))
        assert row == {name: "" if v is None else str(v) for name, v in record.items()}


def test_formulas_and_control_characters() -> None:
    """Texts that a spreadsheet would run get an apostrophe; numbers are left alone."""
    text = '[dimensions.a]\ntitle = "=cmd()"\nitems.one = "One."'
    scoring = 'dimension = { rule = "sum", range = [-2, -1] }'
    card = card_of(framework_of(scoring, text), {"one": "no"}, organisation='@x\x1b,\n"y"')
    rows = list(csv.DictReader(card_csv(card).splitlines()))
    assert [row["organisation"] for row in rows] == ['\'@x\ufffd, "y"'] * 2
    assert (rows[1]["title"], rows[1]["value"]) == ("'=cmd()", "-2.0")
