"""Any dataframe, as columns."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import duckdb
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import maturity as mt
from maturity.analysis import frames_columns
from maturity.analysis.frames_columns import Column, distinct, open_table

from .tables import TOOL

if TYPE_CHECKING:
    from collections.abc import Callable

MADE: dict[str, Callable[[pl.DataFrame], Any]] = {
    "polars": lambda df: df,
    "polars.LazyFrame": pl.DataFrame.lazy,
    "pandas": pl.DataFrame.to_pandas,
    "pyarrow": pl.DataFrame.to_arrow,
    "duckdb": lambda df: duckdb.from_arrow(df.to_arrow()),
}


def values(column: Column) -> list[object]:
    """The value in each row."""
    known = [*column.values, None]  # noqa: PD011  # it is no dataframe
    return [known[code] for code in column.codes.tolist()]


@pytest.mark.parametrize("kind", MADE)
@pytest.mark.parametrize(
    "given",
    [
        ["b", None, "a", "b"],
        [3, 1, 3],
        [3, None, 1],
        [0.5, None, 0.5],
        [True, None, False],
        [date(2026, 1, 1), None],
        [None, None],
    ],
)
def test_values_are_those_given(kind: str, given: list[object]) -> None:
    """Each row holds what was given, whatever the library."""
    frame = MADE[kind](pl.DataFrame({"x": given}, strict=False))
    table = open_table(frame)
    assert table.kind == kind
    read = table.column("x")
    if isinstance(given[0], date):  # pandas has no dates without a time
        assert values(read.texts()) == [one and str(one) for one in given]
    else:
        assert values(read) == given


def test_nan_is_empty() -> None:
    """NaN is empty in libraries that tell it from null as well."""
    frame = pl.DataFrame({"x": [float("nan"), 1.0, None]})
    assert values(open_table(frame).column("x")) == [None, 1.0, None]


def test_texts_that_are_one() -> None:
    """Texts that differ in the space around them are one, and empty ones none."""
    column = Column("x", ["a", " a", "", 5, date(2026, 1, 1), True], np.arange(6, dtype=np.int32))
    texts = column.texts()
    assert values(texts) == ["a", "a", None, "5", "2026-01-01", None]
    assert texts.codes.tolist() == [0, 0, -1, 1, 2, 3]


def test_categories() -> None:
    """Categories of texts are texts; those of other things stay what they are."""
    for texts in (
        pl.DataFrame({"x": pl.Series(["a", None], dtype=pl.Categorical)}),
        pl.DataFrame({"x": pl.Series(["a", None], dtype=pl.Enum(["a", "b"]))}),
        pd.DataFrame({"x": pd.Series(["a", None]).astype("category")}),
        pa.table({"x": pa.array(["a", None]).dictionary_encode()}),
    ):
        assert values(open_table(texts).column("x")) == ["a", None]
    flags = pd.DataFrame({"x": pd.Series([True, None]).astype("category")})
    assert values(open_table(flags).column("x")) == [True, None]


def test_decimals() -> None:
    """A whole decimal is a whole number, another one a fraction."""
    frame = duckdb.sql("select 1.50::decimal(5,2) as x union all select 2.00")
    assert sorted(values(open_table(frame).column("x")), key=repr) == [1.5, 2]
    assert frames_columns.plain_value(Decimal("NaN")) is None


def test_an_arrow_stream() -> None:
    """Whatever gives an Arrow stream is read, with PyArrow or without."""
    table = pa.table({"x": ["a", "b"]})
    for stream in (Stream(table), table.to_reader(), table.to_batches()[0]):
        opened = open_table(stream)
        assert (opened.kind, values(opened.column("x"))) == ("pyarrow", ["a", "b"])


def test_an_arrow_stream_without_pyarrow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without PyArrow a stream is read by what is there, or refused."""
    table = pa.table({"x": ["a"]})
    monkeypatch.setattr(frames_columns, "find_spec", lambda name: name != "pyarrow" or None)
    assert open_table(Stream(table)).kind == "polars"
    here = {"narwhals": True}
    monkeypatch.setattr(frames_columns, "find_spec", here.get)
    with pytest.raises(TypeError, match="or an Arrow stream, found Stream"):
        open_table(Stream(table))


@pytest.mark.parametrize(
    ("given", "found"),
    [
        (5, "found int"),
        ({"x": [1]}, "found dict"),
        (np.zeros((2, 2)), "found ndarray"),
        (pl.Series([1]), "found one column: Series"),
    ],
)
def test_what_is_no_dataframe(given: object, found: str) -> None:
    """The message says what is taken."""
    message = r"from_frame\(\) takes a dataframe \(pandas, .*\) or an Arrow stream, "
    with pytest.raises(TypeError, match=message + found):
        open_table(given)


@pytest.mark.parametrize(
    ("frame", "message"),
    [
        (
            pd.DataFrame([[1, 2]], columns=["a", "a"]),
            (
                "column 'a': error[frame.column]: there are several columns of this name; "
                "give each a name of its own"
            ),
        ),
        (
            pd.DataFrame([[1, 2]], columns=["3", 3]),
            (
                "column '3': error[frame.column]: there are several columns of this name; "
                "give each a name of its own"
            ),
        ),
        (
            pd.DataFrame({"a": [1]}, index=pd.Index(["x"], name="organisation")),
            (
                "column 'organisation': error[frame.column]: this stands in the index, which is "
                "not read; make it a column: df.reset_index()"
            ),
        ),
    ],
)
def test_columns_that_can_not_be_read(frame: pd.DataFrame, message: str) -> None:
    """Two columns of one name and a named index are faults."""
    with pytest.raises(mt.FaultsFound) as caught:
        mt.Cohort.from_frame(TOOL, frame)
    assert list(map(str, caught.value.faults)) == [message]


def test_combinations_are_numbered(monkeypatch: pytest.MonkeyPatch) -> None:
    """Combinations are numbered as they first appear, however far apart the codes are."""
    rng = np.random.default_rng(0)
    columns = [rng.integers(-1, 5, 200).astype(np.int32) for _ in range(3)]
    columns.append(np.full(200, -1, np.int32))
    known: dict[tuple[int, ...], int] = {}
    rows = list(zip(*(column.tolist() for column in columns), strict=True))
    expected = [known.setdefault(row, len(known)) for row in rows]
    for most in (frames_columns._SORTED_ABOVE, 0):  # noqa: SLF001  # both ways to do it
        monkeypatch.setattr(frames_columns, "_SORTED_ABOVE", most)
        first, numbers = distinct(*columns)
        assert numbers.tolist() == expected
        assert first.tolist() == [rows.index(row) for row in known]
    first, numbers = distinct(np.array([10**9, 5, 10**9]))
    assert (first.tolist(), numbers.tolist()) == ([0, 1], [0, 1, 0])


class Stream:
    """An object that gives an Arrow stream and is nothing else."""

    def __init__(self, table: pa.Table) -> None:
        """Hold a table."""
        self.table = table

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """The stream."""
        return self.table.__arrow_c_stream__(requested_schema)
