"""Small draws that read as sentences, and shrink to the plainest choice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

T = TypeVar("T")


class Pen:
    """Draws choices for the strategies: the first of a list is the plainest."""

    def __init__(self, draw: Callable[[st.SearchStrategy[Any]], Any]) -> None:
        """Draw with hypothesis's own `draw`."""
        self.draw = draw

    def one(self, choices: Sequence[T]) -> T:
        """One of `choices`."""
        picked: T = choices[self.number(0, len(choices) - 1)]
        return picked

    def number(self, low: int, high: int) -> int:
        """A whole number."""
        drawn: int = self.draw(st.integers(low, high))
        return drawn

    def maybe(self, times: int, of: int) -> bool:
        """True about `times` times `of`; the plainest is False."""
        return self.number(0, of - 1) >= of - times

    def some(self, choices: Sequence[T], least: int = 0, most: int | None = None) -> list[T]:
        """A few of `choices`, in their order."""
        top = len(choices) if most is None else min(most, len(choices))
        count = self.number(min(least, top), top)
        left = list(range(len(choices)))
        places = [left.pop(self.number(0, len(left) - 1)) for _ in range(count)]
        return [choices[place] for place in sorted(places)]
