"""Differences as rows for a spreadsheet."""

from __future__ import annotations

import csv

from attrs import evolve

import maturity as mt
from maturity.present.diff_csv import diff_csv

BOARD = mt.load_framework("hwb-board")


def test_rows() -> None:
    """One row for each difference, as in `to_records`; None is empty."""
    found = mt.diff(BOARD, mt.load_framework("hwb-elements"))
    rows = list(csv.DictReader(diff_csv(evolve(found, found=found.found[:3])).splitlines()))
    assert rows == [
        {name: said or "" for name, said in row.items()} for row in found.to_records()[:3]
    ]


def test_nothing_differs() -> None:
    """The heads alone."""
    assert diff_csv(mt.diff(BOARD, BOARD)) == "kind,path,what,before,after,effect,reason\n"


def test_formulas_and_control_characters() -> None:
    """A text that a spreadsheet would run gets an apostrophe."""
    found = mt.diff(BOARD, evolve(BOARD, title="=cmd()\x1b"))
    (row,) = csv.DictReader(diff_csv(found).splitlines())
    assert row["after"] == "'=cmd()\ufffd"
