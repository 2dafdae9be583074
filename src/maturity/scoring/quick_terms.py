"""What an item adds to a sum of numbers that are no whole ones.

It is a small whole number times one unit where that is exact: one product and one sum for an item
are what makes this quick.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .arrays import Floats
    from .quick_forms import Form, Whole

MOST = 255
DIVISORS = range(1, 9)

Factor = tuple[int, int]


@frozen(kw_only=True)
class Term:
    """What an item adds to the float sum at place `form`: `unit` times a small whole number.

    The number is `start` plus the marks at some places times a factor, modulo 256.
    """

    form: int
    unit: float
    start: int
    marks: tuple[Factor, ...]


def terms_of(entries: Sequence[int], options: int, places: Mapping[Form, int]) -> list[Term]:
    """What the entries of one item add to each float sum, entry after entry."""
    return [
        _term(place, unit, factors, options)
        for form, place in places.items()
        for entry in entries
        for unit, factors in _as_units(_of_item(form.numbers[entry], options))
    ]


def _of_item(numbers: Floats, options: int) -> Floats:
    """The numbers of an item's own options, and of the two states without an answer."""
    return np.concatenate([numbers[:options], numbers[-2:]])


def on_marks(numbers: Whole, options: int) -> tuple[int, tuple[int, ...]]:
    """Numbers by state as a start and a factor for each mark."""
    first, open_, away = int(numbers[0]), int(numbers[-2]), int(numbers[-1])
    own = [int(number) - first for number in numbers[1:options]]
    return open_, (first - open_, *own, away - open_)


def _as_units(numbers: Floats) -> list[tuple[float, Whole]]:
    """Numbers as whole multiples of one unit, to the bit; else of several, one of which is there.

    One product and one sum for an item are what makes this quick.
    """
    different = sorted(set(numbers[numbers != 0].tolist()), key=abs)
    if not different:
        return []
    for divisor in DIVISORS:
        unit = different[0] / divisor
        times = np.rint(numbers / unit)
        if (times >= 0).all() and (times <= MOST).all() and (unit * times == numbers).all():
            return [(unit, times.astype(np.int64))]
    return [(one, (numbers == one).astype(np.int64)) for one in different]


def _term(form: int, unit: float, times: Whole, options: int) -> Term:
    """A term of whole multiples of a unit."""
    start, factors = on_marks(times, options)
    marks = tuple((mark, factor) for mark, factor in enumerate(factors) if factor)
    return Term(form=form, unit=unit, start=start, marks=marks)
