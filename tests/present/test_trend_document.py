"""Trends as documents: what the pages of the command line don't show already."""

from __future__ import annotations

import maturity as mt
from maturity.present.document import Bullets, Document, Paragraph, Table
from maturity.present.trend_document import trend_document, trends_document

from .tools import LADDER, STAGED, framework_of

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


def tables(document: Document) -> list[Table]:
    """The tables of a document."""
    return [block for block in document.blocks if isinstance(block, Table)]


def test_many_periods_run_down_the_page() -> None:
    """Each has a row, and letters stand for the levels, as in an overview."""
    kit = framework_of('scale = "met"\ndimension = { rule = "staged" }', STAGED)
    met = dict.fromkeys(("a.one", "a.two"), "yes")
    sheets = [
        kit.assess(said, period=f"2026-0{month}")
        for month, said in enumerate(
            ({"a.one": "no"}, {}, met, {**met, "a.three": "no"}, dict.fromkeys(met, "no")), 1
        )
    ]
    document = trend_document(mt.trend(sheets))
    (table,) = tables(document)
    assert table.heads == ("Period", "1")
    assert [row[1] for row in table.rows] == ["B", "?", "L+", "L", "B"]
    assert Bullets(("1: First",)) in document.blocks
    key = "B Below Low; L Low; M Mid; T Top; + missing answers can still raise it; ? nothing to"
    assert any(isinstance(one, Paragraph) and one.text.startswith(key) for one in document.blocks)


def test_values_run_down_the_page_as_well() -> None:
    """Where there are no levels, the numbers stand there."""
    kit = framework_of('scale = "met"\ndimension = { rule = "mean" }', LADDER)
    answers = dict.fromkeys(("a.one", "a.two", "a.three"), "yes")
    sheets = [kit.assess(answers, period=f"2026-0{month}") for month in range(1, 6)]
    (table,) = tables(trend_document(mt.trend(sheets)))
    assert {row[1] for row in table.rows} == {"1"}


def test_what_has_no_result_on_purpose_is_not_in_the_table() -> None:
    """A table of nothing but "no level here" would tell nothing."""
    kit = framework_of('scale = "levels"\ndimension = { rule = "none" }', LADDER)
    assert not tables(trend_document(mt.trend([kit.assess({}, period="2026-01")])))
