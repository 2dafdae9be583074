"""Rows as CSV."""

from __future__ import annotations

from maturity.present.rows_csv import rows_csv


def test_cells() -> None:
    """Numbers stay, None is empty, and no text is a formula."""
    rows = [{"a": "=1+1", "b": 1.5, "c": None}, {"a": 'x,"y"', "b": -2, "c": "-3"}]
    assert rows_csv(("a", "b", "c"), rows) == 'a,b,c\n\'=1+1,1.5,\n"x,""y""",-2,\'-3\n'


def test_no_rows() -> None:
    """The heads alone."""
    assert rows_csv(("a",), []) == "a\n"
