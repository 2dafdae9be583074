"""Which numbers a framework may hold: finite, and small enough that sums stay finite."""

from __future__ import annotations

from numbers import Integral, Real
from typing import TYPE_CHECKING, TypeVar, cast

from maturity.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .places import Place

T = TypeVar("T")

LARGEST = 1e15
LEAST_WEIGHT, MOST_WEIGHT = 1e-9, 1e9
FINITE = "allowed: numbers of up to 15 digits"
WEIGHTS = "allowed: a number above 0, from 0.000000001 to 1000000000"


def is_number(value: object) -> bool:
    """Whether `value` is an integer or a float; a boolean is neither."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def plain_number(value: T) -> T:
    """A number of another library as Python's own; anything else as it is.

    >>> from fractions import Fraction
    >>> plain_number(Fraction(1, 2))
    0.5
    """
    if type(value) in {str, int, float, bool} or not isinstance(value, Real):
        return value
    try:
        return cast("T", int(value) if isinstance(value, Integral) else float(value))
    except OverflowError:
        return value


def is_finite(number: float) -> bool:
    """Whether a number is neither NaN nor infinite, nor too large to calculate with."""
    return abs(number) <= LARGEST


def shown(number: float) -> str:
    """The number as it is written: short, and safe for integers of thousands of digits.

    >>> shown(0.5), shown(2.0), shown(10**5000)
    ('0.5', '2', 'a number of more than 15 digits')
    """
    if isinstance(number, int) and not is_finite(number):
        return "a number of more than 15 digits"
    return format(number, ".15g")


def check_finite(number: float, place: Place, name: str) -> Iterator[Problem]:
    """The fault in a number that isn't finite; `name` says what it is."""
    if not is_finite(number):
        yield Problem("number.size", place, f"{name} is {shown(number)}", FINITE)


def check_weight(weight: float, place: Place, name: str) -> Iterator[Problem]:
    """The fault in a weight; `name` says whose weight it is."""
    if not LEAST_WEIGHT <= weight <= MOST_WEIGHT:
        code = "number.size" if weight > MOST_WEIGHT else "weight.positive"
        yield Problem(code, place, f"{name} is {shown(weight)}", WEIGHTS)


def check_between(
    number: float, ends: tuple[float, float], code: str, place: Place, name: str
) -> Iterator[Problem]:
    """The fault in a number that lies outside `ends`."""
    low, high = ends
    if not low <= number <= high:
        hint = f"allowed: a number from {shown(low)} to {shown(high)}"
        yield Problem(code, place, f"{name} is {shown(number)}", hint)
