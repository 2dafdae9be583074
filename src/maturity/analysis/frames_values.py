"""What is written in a cell, as the code of an answer."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

import numpy as np
from attrs import field, frozen

from maturity.errors import did_you_mean, hint_for
from maturity.model.fits import NEAR, described, misfit
from maturity.model.numbers import is_finite
from maturity.model.scales import NumericScale
from maturity.scoring.arrays import Codes, Flags, Floats, Lengths
from maturity.scoring.leaves import NOT_APPLICABLE, NUMBER, UNANSWERED

from .frames_columns import EMPTY, distinct, whole
from .frames_names import loose

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maturity.model.scales import AnyScale, Scale

AWAY = frozenset({"n/a", "not applicable", "not-applicable", "not_applicable"})
_UNSURE = frozenset({"na", "n.a.", "none", "null", "nan", "-"})
_DECIMAL = re.compile(r"[+-]?\d+(\.\d+)?", re.ASCII)
_UNSURE_HINT = "write N/A for 'not applicable', and leave the cell empty where nothing is answered"


@frozen
class Meaning:
    """What one value means on one scale: a code with its number, or what is `wrong` and a hint.

    `by_digits`: a whole number stands for the option of that name. `unasked`: there is no scale to
    answer on.
    """

    code: int = UNANSWERED
    number: float = 0.0
    wrong: str = ""
    hint: str = ""
    by_digits: bool = False
    unasked: bool = False


def meaning(scale: AnyScale | None, value: object) -> Meaning:
    """What a value means on a scale; None: on no scale, only *not applicable* can be said.

    On a scale of options: an option's id, its label, or one of both but for capitals and spaces,
    where only one option has it; or a whole number that is written like an id. Nothing else
    becomes an option: not true, not 1.5. On a scale of numbers: a number, or a text that is one
    in plain digits.
    """
    if isinstance(value, str) and not value.strip():
        return Meaning()
    if isinstance(value, str) and isinstance(scale, NumericScale):
        text = value.strip()
        number = float(text) if _DECIMAL.fullmatch(text) else value
        return _away(value) or _on_numbers(scale, number, value)
    if scale is None:
        return _away(value) or Meaning(wrong=f"{described(value)} can't stand", unasked=True)
    if isinstance(scale, NumericScale):
        return _on_numbers(scale, value, value)
    return _on_options(scale, value)


def _away(value: object) -> Meaning | None:
    """Not applicable, where that is what is written."""
    is_away = isinstance(value, str) and loose(value) in AWAY
    return Meaning(NOT_APPLICABLE) if is_away else None


def _on_numbers(scale: NumericScale, number: object, written: object) -> Meaning:
    """What a number means on a scale of numbers."""
    wrong = misfit(scale, number)
    if wrong is None:
        # Adding nought makes a plain one of a negative nought, which differs in one bit.
        return Meaning(NUMBER, float(number) + 0.0)  # type: ignore[arg-type]  # it fits
    return Meaning(wrong=wrong[0], hint=_better(wrong[1], written))


def _on_options(scale: Scale, value: object) -> Meaning:
    """What a value means on a scale of options."""
    digits = whole(value)
    text = value.strip() if isinstance(value, str) else "" if digits is None else str(digits)
    ids = [option.id for option in scale.options]
    if text in ids:
        return Meaning(ids.index(text), by_digits=digits is not None)
    if isinstance(value, str):
        exact = [place for place, one in enumerate(scale.options) if one.label == text]
        like = [
            place
            for place, one in enumerate(scale.options)
            if loose(text) in {loose(one.id), loose(one.label)}
        ]
        for found in (exact, like):
            if len(found) == 1:
                return Meaning(found[0])
        if like:
            what = f"{described(value)} may be any of several options of the scale '{scale.id}'"
            return Meaning(wrong=what, hint=hint_for(None, [ids[place] for place in like]))
    away = _away(value)
    if away:
        return away
    what, hint = misfit(scale, value) or ("", "")
    return Meaning(wrong=what, hint=_better(hint, value))


def _better(hint: str, value: object) -> str:
    """The hint, with what people write for an answer that isn't there."""
    unsure = isinstance(value, str) and loose(value) in _UNSURE
    return did_you_mean(f"{hint}; {_UNSURE_HINT}", None) if unsure else hint


@frozen(kw_only=True, eq=False)
class Meanings:
    """The meaning of each value on each scale, as many as there are pairs of both.

    `pair` is the place of each cell's pair (EMPTY: nothing is answered). `codes`, `numbers` and
    `by_digits` are by pair; `wrong` holds those that mean nothing.
    """

    pair: Lengths
    codes: Codes
    numbers: Floats
    by_digits: Flags
    wrong: dict[int, Meaning] = field(repr=False)


def read_meanings(
    values: Sequence[object],
    codes: Lengths,
    scales: Sequence[AnyScale | None],
    scale_of: Lengths,
) -> Meanings:
    """What each cell means: its value is `values[codes]`, on `scales[scale_of]`.

    Each pair of a scale and a value is looked at once; plain numbers are looked at together.
    """
    cells = np.flatnonzero((codes != EMPTY) & (scale_of != EMPTY))
    first, numbers = distinct(scale_of[cells], codes[cells])
    pair = np.full(len(codes), EMPTY, np.int32)
    pair[cells] = numbers
    on, what = scale_of[cells][first], codes[cells][first]
    found = np.full(len(first), UNANSWERED, np.uint8)
    amounts, digits = np.zeros(len(first)), np.zeros(len(first), bool)
    as_numbers = np.array([_number(value) for value in values], np.float64)
    wrong: dict[int, Meaning] = {}
    for number, scale in enumerate(scales):
        here = np.flatnonzero(on == number)
        if isinstance(scale, NumericScale):
            amount = as_numbers[what[here]]
            fits = _fit(scale, amount)
            found[here[fits]], amounts[here[fits]] = NUMBER, amount[fits] + 0.0
            here = here[~fits]
        for place in here.tolist():
            meant = meaning(scale, values[what[place]])
            found[place], amounts[place] = meant.code, meant.number
            digits[place] = meant.by_digits
            if meant.wrong:
                wrong[place] = meant
    return Meanings(pair=pair, codes=found, numbers=amounts, by_digits=digits, wrong=wrong)


def _number(value: object) -> float:
    """A value as a number; NaN where it is none, or too large to be an answer."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not is_finite(value):
        return math.nan
    return float(value)


def _fit(scale: NumericScale, numbers: Floats) -> Flags:
    """Which numbers fit a scale, as `misfit` has it; NaN does not."""
    fits = (numbers >= scale.minimum) & (numbers <= scale.maximum)
    if scale.step:
        count = np.where(fits, numbers - scale.minimum, 0.0) / scale.step
        off = np.abs(count - np.round(count))
        fits &= np.isfinite(count) & (off <= NEAR * np.maximum(1.0, np.abs(count)))
    return np.asarray(fits, bool)
