"""Numbers as they come from lists and dataframes."""

from __future__ import annotations

import pandas as pd
import polars as pl
import pytest

import maturity as mt
from maturity.analysis.series_values import plain_values


def test_missing_in_a_dataframe() -> None:
    """What pandas or Polars mark as missing is a gap, in every kind of column."""
    values = [4, None, 6]
    for column in (
        pd.Series([4, pd.NA, 6], dtype="Int64"),
        pd.Series([4.0, pd.NA, 6.0], dtype="Float64"),
        pd.Series(values),
        pl.Series(values),
    ):
        assert plain_values(column, "f() takes numbers") == (4, None, 6)


def test_xmr_of_a_column_with_gaps() -> None:
    """A chart of such a column is that of the list."""
    column = pd.Series([4, pd.NA, 6, 5], dtype="Int64")
    assert mt.xmr(column) == mt.xmr([4, None, 6, 5])


def test_what_only_looks_missing() -> None:
    """A thing of another library with such a name is no number."""
    lookalike = type("NAType", (), {})()
    with pytest.raises(TypeError, match="takes numbers"):
        plain_values([lookalike], "f() takes numbers")
