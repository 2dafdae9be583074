"""Whether an answer fits a scale, and in words what would."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from maturity.errors import hint_for
from maturity.errors.arguments import with_article

from .numbers import is_finite, is_number, shown
from .scales import AnyScale, NumericScale

if TYPE_CHECKING:
    from collections.abc import Iterable

NEAR = 1e-9


def misfit(scale: AnyScale, answer: object, rungs: Iterable[str] = ()) -> tuple[str, str] | None:
    """What is wrong with `answer` on `scale`, and a hint; None where it fits.

    `rungs`: ids that also do on a numeric scale with bands.
    """
    if isinstance(scale, NumericScale):
        return _misfit_number(scale, answer, tuple(rungs) if scale.bands else ())
    options = [option.id for option in scale.options]
    if isinstance(answer, str) and answer in options:
        return None
    hint = hint_for(answer, options)
    if isinstance(answer, str):
        return f"'{answer[:60]}' is not an answer on the scale '{scale.id}'", hint
    return f"{described(answer)} is not an answer on the scale '{scale.id}'", hint


def described(value: object) -> str:
    """A value of the wrong type, in a sentence."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return f"the number {shown(value)}" if is_finite(value) else shown(value)
    if isinstance(value, str):
        return f"'{value[:60]}'"
    kinds = {dict: "a table", list: "a list", tuple: "a list", type(None): "nothing"}
    return kinds.get(type(value)) or with_article(type(value).__name__)


def as_step(key: object) -> str:
    """A key as a step of a place: a caller in Python may give one that is no text."""
    if isinstance(key, str):
        return key
    return shown(key) if is_number(key) else described(key)  # type: ignore[arg-type]  # a number


def _misfit_number(
    scale: NumericScale, answer: object, rungs: tuple[str, ...]
) -> tuple[str, str] | None:
    """What is wrong with an answer on a numeric scale."""
    if isinstance(answer, str) and answer in rungs:
        return None
    hint = f"allowed: a number from {shown(scale.minimum)} to {shown(scale.maximum)}"
    if scale.step:
        hint += f" in steps of {shown(scale.step)}"
    if rungs:
        hint += f", or one of {', '.join(rungs)}"
    if not is_number(answer):
        return f"{described(answer)} is not a number, as the scale '{scale.id}' asks", hint
    assert isinstance(answer, int | float)  # noqa: S101  # is_number has said so
    if not scale.minimum <= answer <= scale.maximum:
        return f"{shown(answer)} is outside the scale '{scale.id}'", hint
    if scale.step and not on_step(answer - scale.minimum, scale.step):
        return f"{shown(answer)} is between two steps of the scale '{scale.id}'", hint
    return None


def on_step(distance: float, step: float) -> bool:
    """Whether a distance is a whole count of steps, but for rounding."""
    count = distance / step
    return math.isfinite(count) and abs(count - round(count)) <= NEAR * max(1.0, abs(count))
