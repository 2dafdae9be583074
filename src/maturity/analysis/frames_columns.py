"""Any dataframe, as columns of codes: each value once, and a number for it in each row."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Mapping
from datetime import date, datetime
from decimal import Decimal
from importlib.util import find_spec
from numbers import Real
from typing import TYPE_CHECKING, Any

import numpy as np
from attrs import field, frozen

from maturity.errors import ExtraMissing, FaultsFound, Problem, hint_for
from maturity.model.numbers import plain_number
from maturity.scoring.arrays import Lengths

from .frames_findings import Findings

if TYPE_CHECKING:
    import narwhals.stable.v2 as nw

    from maturity.scoring.arrays import Indices

TAKES = "from_frame() takes a dataframe (pandas, Polars, PyArrow, DuckDB) or an Arrow stream"
EMPTY = -1
LAZY_POLARS = "polars.LazyFrame"
MADE_OF = {LAZY_POLARS: "polars", "duckdb": "pyarrow", "dask": "pandas", "ibis": "pyarrow"}
KINDS = ("pandas", "polars", "pyarrow", "modin", "cudf", *MADE_OF)
_ARROW_HOMES = ("pyarrow", "polars", "pandas")
_SORTED_ABOVE = 1 << 24


@frozen(eq=False)
class Column:
    """A column: `values`, each once, and in `codes` their places by row, EMPTY where there is none.

    An empty text and a NaN are empty as well.
    """

    name: str
    values: list[object] = field(repr=False)
    codes: Lengths = field(repr=False)

    def texts(self) -> Column:
        """The column with its values as texts, None for those that are no text.

        Space around a text is left out. A whole number is its digits and a date reads 2026-03-31,
        as columns get such types when files are read.
        """
        known: dict[str | None, int] = {}
        places = [
            EMPTY if text == "" else known.setdefault(text, len(known))
            for text in map(as_text, self.values)
        ]
        return Column(self.name, list(known), taken(places, self.codes))

    @property
    def given(self) -> Indices:
        """The rows in which there is a value."""
        return np.flatnonzero(self.codes != EMPTY)

    def rows_with(self, places: list[int]) -> Indices:
        """The rows that hold one of some values."""
        return np.flatnonzero(np.isin(self.codes, places))


@frozen(eq=False)
class Table:
    """A dataframe: its `columns` by name, and the `kind` of library that it came from."""

    frame: Any  # a dataframe of narwhals, which need not be there when this is loaded
    kind: str
    columns: Mapping[str, Any]

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self.frame)

    def column(self, name: str) -> Column:
        """One column, read."""
        values, codes = factorised(self.frame.get_column(self.columns[name]))
        return Column(name, values, codes)


def open_table(df: object, ignore: Collection[str] = ()) -> Table:
    """The table in a dataframe or an Arrow stream, without the columns to `ignore`.

    A lazy one is worked out. TypeError where it is neither, ExtraMissing without narwhals,
    FaultsFound where two columns have one name, where one to ignore isn't there, or where something
    stands in the index of a pandas dataframe.
    """
    need_narwhals()
    import narwhals.stable.v2 as nw  # noqa: PLC0415  # it may not be there
    from narwhals.exceptions import DuplicateError  # noqa: PLC0415  # the same

    try:
        frame = opened(df)
    except DuplicateError as error:
        twice = re.findall(r"- '(.*)' \d+ times", str(error))
        raise _same_name(twice) from None
    kind = kind_of(frame)
    if isinstance(frame, nw.LazyFrame):
        frame = frame.collect()
    frame = _plain_texts(frame)
    columns = {str(name): name for name in frame.columns}
    if len(columns) < len(frame.columns):
        raise _same_name([str(name) for name in frame.columns if not isinstance(name, str)])
    findings = Findings()
    for name in ignore:
        if name not in columns:
            findings.add(missing_column(name, columns), None, name)
    _tell_index(nw.maybe_get_index(frame), findings)
    findings.stop()
    return Table(frame, kind, {name: columns[name] for name in columns if name not in ignore})


def need_narwhals() -> None:
    """ExtraMissing unless narwhals is there."""
    if find_spec("narwhals") is None:
        raise ExtraMissing("a dataframe", "frames", "narwhals")


def kind_of(frame: nw.DataFrame[Any] | nw.LazyFrame[Any]) -> str:
    """Which of KINDS a dataframe is; one of another library counts as PyArrow's."""
    import narwhals.stable.v2 as nw  # noqa: PLC0415  # it is there: a frame is

    kind = frame.implementation.value
    if kind == "polars" and isinstance(frame, nw.LazyFrame):
        return LAZY_POLARS
    return kind if kind in KINDS else "pyarrow"


def opened(df: object) -> nw.DataFrame[Any] | nw.LazyFrame[Any]:
    """What narwhals makes of it."""
    import narwhals.stable.v2 as nw  # noqa: PLC0415  # it may not be there

    try:
        return nw.from_native(df)
    except TypeError:
        backend = next(filter(find_spec, _ARROW_HOMES), None)
        if backend is None or not hasattr(df, "__arrow_c_stream__"):
            expected = f"{TAKES}, found {type(df).__name__}"
            raise TypeError(expected) from None
    try:
        return nw.from_arrow(df, backend=backend)  # type: ignore[arg-type]  # as has been seen
    except ValueError:  # a stream of single values
        raise TypeError(f"{TAKES}, found one column: {type(df).__name__}") from None


def _plain_texts(frame: nw.DataFrame[Any]) -> nw.DataFrame[Any]:
    """The frame, with Arrow's newer kind of text (views) as the kind that it can count."""
    import narwhals.stable.v2 as nw  # noqa: PLC0415  # it is there: a frame is

    if not frame.implementation.is_pyarrow():
        return frame
    import pyarrow as pa  # noqa: PLC0415  # the same

    table = frame.to_native()
    kinds = [
        field.with_type(pa.large_string()) if pa.types.is_string_view(field.type) else field
        for field in table.schema
    ]
    return nw.from_native(table.cast(pa.schema(kinds)), eager_only=True)


def _same_name(names: list[str]) -> FaultsFound:
    """The fault that columns can't be told apart."""
    findings = Findings()
    what = "there are several columns of this name"
    for name in names:
        findings.add(Problem("frame.column", (), what, "give each a name of its own"), None, name)
    return FaultsFound(fault for _, fault in findings.kept)


def _tell_index(index: Any, findings: Findings) -> None:  # noqa: ANN401  # pandas need not be there
    """A fault for each part of a pandas index that somebody gave a name."""
    for name in () if index is None else index.names:
        if name is not None:
            what = "this stands in the index, which is not read"
            hint = "make it a column: df.reset_index()"
            findings.add(Problem("frame.column", (), what, hint), None, str(name))


def factorised(series: nw.Series[Any]) -> tuple[list[object], Lengths]:
    """Each value of a series once, as Python has it, and its place in each row."""
    import narwhals.stable.v2 as nw  # noqa: PLC0415  # it is there: a series is

    if isinstance(series.dtype, nw.Categorical | nw.Enum):
        known = series.cat.get_categories().to_list()
        # Categories that are no texts stay what they are: true does not become "True".
        series = series.cast(nw.String) if all(isinstance(one, str) for one in known) else series
    dtype = series.dtype
    empty = series.is_null().to_numpy()
    if len(series) == 0 or empty.all():
        return [], np.full(len(series), EMPTY, np.int32)
    if dtype.is_float() or dtype.is_integer():
        values, codes = _numbers(series, dtype.is_float())
    elif isinstance(dtype, nw.String | nw.Boolean | nw.Date | nw.Datetime):
        values = series.drop_nulls().unique(maintain_order=True).to_list()
        places, kind = list(range(len(values))), nw.Int32
        filled = series.fill_null(values[0]) if empty.any() else series  # type: ignore[arg-type]  # one of its own
        codes = filled.replace_strict(values, places, return_dtype=kind).to_numpy()
    else:
        values, codes = _objects(series.to_list())
    plain = [plain_value(value) for value in values]
    away = [place for place, value in enumerate(plain) if value is None]
    codes = np.where(empty | np.isin(codes, away), EMPTY, codes) if away or empty.any() else codes
    return plain, np.asarray(codes, np.int32)


def _numbers(series: nw.Series[Any], fractions: bool) -> tuple[list[object], Any]:  # noqa: FBT001  # of which kind
    """The same, of numbers; what is empty has any place."""
    numbers = series.fill_null(0).to_numpy()
    values, codes = np.unique(
        numbers.astype(np.float64) if fractions else numbers, return_inverse=True
    )
    return values.tolist(), codes


def _objects(values: list[object]) -> tuple[list[object], Any]:
    """The same, of anything: 1, 1.0 and True are three things."""
    known: dict[object, int] = {}
    codes = [known.setdefault(_mark(value), len(known)) for value in values]
    places = np.array(codes, np.int32)
    _, first = np.unique(places, return_index=True)
    return [values[row] for row in first.tolist()], places


def _mark(value: object) -> object:
    """What tells a value from others; one that can't be compared is only itself."""
    try:
        hash(value)
    except TypeError:
        return "itself", id(value)
    return type(value), value


def plain_value(value: object) -> object:
    """A value as Python's own; None for NaN. A whole decimal is a whole number."""
    if isinstance(value, Decimal):
        is_whole = value.is_finite() and value == value.to_integral_value()
        value = int(value) if is_whole else float(value)
    value = plain_number(value) if isinstance(value, Real) else value
    return None if isinstance(value, float) and math.isnan(value) else value


def as_text(value: object) -> str | None:
    """A value as a text; None for one that is none."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, datetime):
        return value.date().isoformat() if not any(value.timetuple()[3:6]) else None
    if isinstance(value, date):
        return value.isoformat()
    digits = whole(value)
    return None if digits is None else str(digits)


def whole(value: object) -> int | None:
    """The whole number that a value is; None for another one, or anything else."""
    if isinstance(value, bool):
        return None
    if isinstance(value, float):
        return int(value) if value.is_integer() else None
    return value if isinstance(value, int) else None


def taken(places: list[int], codes: Lengths) -> Lengths:
    """The place that each code stands for, EMPTY where it is EMPTY."""
    return np.array([*places, EMPTY], np.int32)[codes]


def distinct(*columns: Lengths) -> tuple[Indices, Lengths]:
    """The first row of each combination, in order, and the number of its combination in each row.

    >>> first, numbers = distinct(np.array([7, 5, 7]), np.array([0, 0, 0]))
    >>> first.tolist(), numbers.tolist()
    ([0, 1], [0, 1, 0])
    """
    first, numbers = _distinct(columns[0])
    for column in columns[1:]:
        span = int(column.max(initial=EMPTY)) + 2
        if span == 1:
            continue
        first, numbers = _distinct(numbers.astype(np.int64) * span + column + 1)
    return first, numbers


def _distinct(keys: Any) -> tuple[Indices, Lengths]:  # noqa: ANN401  # whole numbers of any width
    """The same, of one column."""
    rows = len(keys)
    low, size = int(keys.min(initial=0)), int(keys.max(initial=0)) + 1
    size -= low
    if size <= max(_SORTED_ABOVE, rows):
        keys = keys - low
        row_of = np.full(size, rows, np.int64)
        # From the end, so that the first row of each is what stays.
        row_of[keys[::-1]] = np.arange(rows - 1, -1, -1)
        found = np.flatnonzero(row_of < rows)
        first, inverse = row_of[found], keys
    else:
        found, first, inverse = np.unique(keys, return_index=True, return_inverse=True)
        size, found = len(found), np.arange(len(found))
    order = np.argsort(first, kind="stable")
    number = np.zeros(size, np.int32)
    number[found[order]] = np.arange(len(order))
    return np.asarray(first[order], np.intp), number[inverse]


def missing_column(name: str, columns: Collection[str]) -> Problem:
    """The fault that there is no column of a name."""
    hint = hint_for(name, columns, label="there are")
    return Problem("frame.column", (), "there is no such column", hint)
