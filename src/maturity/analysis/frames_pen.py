"""Columns and dataframes in the library that the caller uses."""

from __future__ import annotations

from types import ModuleType
from typing import TYPE_CHECKING, Any

import numpy as np
from attrs import frozen

from maturity.errors import UnknownName, cut, hint_for

from .frames_columns import KINDS, LAZY_POLARS, MADE_OF, kind_of, need_narwhals, opened

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import narwhals.stable.v2 as nw

    from maturity.scoring.arrays import Flags, Floats, Indices


@frozen
class Pen:
    """Writes columns for one kind of dataframe. What is missing is null (NaN in pandas)."""

    kind: str

    @classmethod
    def like(cls, like: object) -> Pen:
        """The pen for a dataframe's kind, a module, or the name of one of KINDS.

        TypeError where there is nothing to go by, UnknownName for a library that isn't known.
        """
        need_narwhals()
        if isinstance(like, ModuleType):
            like = like.__name__
        if like is None:
            hint = f"{', '.join(KINDS[:3])}, or a dataframe"
            raise TypeError(f"these assessments come from no dataframe: say like= what: {hint}")
        if not isinstance(like, str):
            return cls(kind_of(opened(like)))
        if like not in KINDS:
            hint = hint_for(like, KINDS)
            raise UnknownName(f"'{cut(like)}' is no library of dataframes that is known; {hint}")
        return cls(like)

    def taken(self, values: Sequence[str | None], places: Indices) -> nw.Series[Any]:
        """A column of texts: the value at each place."""
        import narwhals.stable.v2 as nw  # noqa: PLC0415  # it may be absent

        return nw.maybe_reset_index(self.texts(values)[places])

    def texts(self, values: Sequence[str | None]) -> nw.Series[Any]:
        """A column of texts."""
        import narwhals.stable.v2 as nw  # noqa: PLC0415  # it may be absent

        return self._column(list(values), nw.String)

    def numbers(self, values: Floats) -> nw.Series[Any]:
        """A column of numbers; NaN is missing."""
        import narwhals.stable.v2 as nw  # noqa: PLC0415  # it may be absent

        return self._column(values, nw.Float64).fill_nan(None)

    def counts(self, values: Indices) -> nw.Series[Any]:
        """A column of whole numbers; those below 0 are missing. pandas makes fractions of such."""
        import narwhals.stable.v2 as nw  # noqa: PLC0415  # it may be absent

        if not (values < 0).any():
            return self._column(values.astype(np.int64), nw.Int64)
        column = self.numbers(np.where(values < 0, np.nan, values))
        return column if column.implementation.is_pandas_like() else column.cast(nw.Int64)

    def flags(self, values: Flags) -> nw.Series[Any]:
        """A column of true and false."""
        import narwhals.stable.v2 as nw  # noqa: PLC0415  # it may be absent

        return self._column(values, nw.Boolean)

    def frame(self, columns: Mapping[str, nw.Series[Any]]) -> Any:  # noqa: ANN401  # whatever it is
        """The dataframe of some columns."""
        import narwhals.stable.v2 as nw  # noqa: PLC0415  # it may be absent

        made = nw.from_dict(columns, backend=self._backend)  # type: ignore[arg-type]  # one of KINDS
        if self.kind in MADE_OF:
            lazy = "polars" if self.kind == LAZY_POLARS else self.kind
            return made.lazy(lazy).to_native()  # type: ignore[arg-type]  # the same
        return made.to_native()

    @property
    def _backend(self) -> str:
        """The library that columns are made in."""
        return MADE_OF.get(self.kind, self.kind)

    def _column(self, values: Any, dtype: Any) -> nw.Series[Any]:  # noqa: ANN401  # lists or arrays
        """A column of a type."""
        import narwhals.stable.v2 as nw  # noqa: PLC0415  # it may be absent

        return nw.new_series("column", values, dtype, backend=self._backend)  # type: ignore[arg-type]  # one of KINDS
