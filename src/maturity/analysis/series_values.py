"""Numbers as they come from lists and dataframes: what is a number, and what is missing."""

from __future__ import annotations

import math
from collections.abc import Iterable
from fractions import Fraction
from typing import TypeAlias, cast

from maturity.errors.arguments import expect
from maturity.model.numbers import is_finite, is_number, plain_number, shown

Values: TypeAlias = Iterable[float | None]


def plain_values(values: Values, takes: str) -> tuple[float | None, ...]:
    """The values as Python's own numbers; NaN and a dataframe's missing value become None.

    TypeError where one is no number, ValueError where one is infinite or has more than 15 digits.

    >>> plain_values([1, None, float("nan"), 2.5], "f() takes numbers")
    (1, None, None, 2.5)
    """
    if isinstance(values, str | bytes):
        expect(values, list, takes)
    expect(values, Iterable, takes)
    return tuple(_plain(value, takes) for value in values)


def _plain(value: object, takes: str) -> float | None:
    """One value."""
    number = plain_number(value)
    if number is None or _is_missing(number):
        return None
    if not is_number(number):
        expect(number, float, takes)
        raise TypeError(f"{takes}, found true or false")  # a boolean counts as no number
    found = cast("float", number)
    if math.isnan(found):
        return None
    if not is_finite(found):
        raise ValueError(f"{takes}, found {shown(found)}")
    return found


def _is_missing(value: object) -> bool:
    """Whether a value is pandas' mark for a missing one; pandas itself is not needed for it."""
    kind = type(value)
    return kind.__name__ in {"NAType", "NaTType"} and kind.__module__.startswith("pandas.")


def exact(value: float) -> Fraction:
    """A number as it is written: 0.1 is a tenth, so that sums of tenths are exact.

    >>> exact(0.1) * 3 == exact(0.3)
    True
    """
    return Fraction(repr(value))
