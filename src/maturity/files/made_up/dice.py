"""Chance that falls the same way each time."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

T = TypeVar("T")


class Dice:
    """Draws that depend on a whole number and on their order, and on nothing else.

    All of them rest on `Random.random`, the one method that Python promises never to change.

    >>> dice = Dice(7)
    >>> dice.between(1, 6), dice.between(1, 6), dice.pick("abc"), dice.chance(100)
    (2, 1, 'b', True)
    """

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)  # noqa: S311  # made-up data is no secret

    def between(self, lowest: int, highest: int) -> int:
        """A whole number, both ends included."""
        return lowest + int(self._random.random() * (highest - lowest + 1))

    def chance(self, per_cent: int) -> bool:
        """True in so many cases of a hundred."""
        return self.between(1, 100) <= per_cent

    def pick(self, choices: Sequence[T]) -> T:
        """One of the choices."""
        return choices[self.between(0, len(choices) - 1)]
