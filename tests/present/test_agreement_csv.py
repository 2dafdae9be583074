"""How far raters agree, as CSV."""

from __future__ import annotations

import csv

from maturity.analysis.agreement import agreement
from maturity.present.agreement_csv import agreement_csv
from tests.analysis.raters import sheet


def test_rows() -> None:
    """One row for each item, in which nothing is a formula."""
    given = [sheet(name, {"a.one": "red"}, organisation="=Ours") for name in ("=1+1", "Ben")]
    text = agreement_csv(agreement(given, draws=0))
    heads, first, *others = csv.reader(text.splitlines())
    row = dict(zip(heads, first, strict=True))
    assert row["organisation"] == "'=Ours"
    assert row["said"] == "'=1+1: red; Ben: red"
    assert (row["path"], row["steps"], row["apart"], row["agreed"]) == ("a.one", "0", "0.0", "1.0")
    assert len(others) == 4
    assert dict(zip(heads, others[0], strict=True))["lowest"] == ""


def test_nothing() -> None:
    """Where nothing can be compared there is no row but the heads."""
    text = agreement_csv(agreement([sheet("Ann", {})]))
    assert text.count("\n") == 1
    assert text.startswith("organisation,period,framework,")
