"""The four signals of an XmR chart, point by point. The rules stand at `xmr`."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Literal, TypeAlias

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from fractions import Fraction

Signal = Literal["outside limits", "trend", "two of three", "one side"]
Direction = Literal["up", "down"]
Found: TypeAlias = tuple[int, int]
"""The place of a point, and 1 for up or -1 for down."""

LONG = 7
WINDOW, ENOUGH = 3, 2


@frozen
class Mark:
    """The signal of one point, and the way that it points."""

    signal: Signal
    direction: Direction


def find_signals(
    numbers: Sequence[Fraction | None], mean: Fraction, reach: Fraction, near: Fraction
) -> list[Mark | None]:
    """The first signal of each point, in the order of the rules; None for none, and for a gap.

    `reach` and `near`: how far the limits and the near limits lie from the mean.
    """
    away = [None if number is None else number - mean for number in numbers]
    rules: tuple[tuple[Signal, Iterator[Found]], ...] = (
        ("outside limits", _outside(away, reach)),
        ("trend", _trends(numbers)),
        ("two of three", _two_of_three(away, near)),
        ("one side", _one_side(away)),
    )
    marks: list[Mark | None] = [None] * len(numbers)
    for signal, found in rules:
        for place, sign in found:
            if marks[place] is None:
                marks[place] = Mark(signal, "up" if sign > 0 else "down")
    return marks


def _outside(away: Sequence[Fraction | None], reach: Fraction) -> Iterator[Found]:
    """Each point beyond a limit."""
    for place, by in enumerate(away):
        if by is not None and abs(by) > reach:
            yield place, _sign(by)


def _trends(numbers: Sequence[Fraction | None]) -> Iterator[Found]:
    """Each point of 7 in a row that all rise, or all fall."""
    for start, window in _windows(numbers, LONG):
        way = _shared_sign([later - earlier for earlier, later in pairwise(window)])
        if way:
            yield from ((start + step, way) for step in range(LONG))


def _two_of_three(away: Sequence[Fraction | None], near: Fraction) -> Iterator[Found]:
    """Each point beyond a near limit where 2 of 3 in a row are, all 3 on that side of the mean."""
    for start, window in _windows(away, WINDOW):
        far = [step for step, by in enumerate(window) if abs(by) > near]
        side = _shared_sign(window)
        if side and len(far) >= ENOUGH:
            yield from ((start + step, side) for step in far)


def _one_side(away: Sequence[Fraction | None]) -> Iterator[Found]:
    """Each point of 7 in a row on one side of the mean."""
    for start, window in _windows(away, LONG):
        side = _shared_sign(window)
        if side:
            yield from ((start + step, side) for step in range(LONG))


def _windows(numbers: Sequence[Fraction | None], size: int) -> Iterator[tuple[int, list[Fraction]]]:
    """Each stretch of `size` points without a gap, and where it starts."""
    for start in range(len(numbers) - size + 1):
        window = [number for number in numbers[start : start + size] if number is not None]
        if len(window) == size:
            yield start, window


def _shared_sign(numbers: Sequence[Fraction]) -> int:
    """1 where all are above nought, -1 where all are below, else 0."""
    signs = {_sign(number) for number in numbers}
    return signs.pop() if len(signs) == 1 else 0


def _sign(number: Fraction) -> int:
    """1, 0 or -1."""
    return (number > 0) - (number < 0)
