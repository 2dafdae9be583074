"""Where in a framework's file a piece of advice is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.errors import Where
from maturity.files.positions import column_of, offsets

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from maturity.model.places import Place

    from .advice_codes import Advice


def placed(advice: Iterable[Advice], text: str, name: str) -> list[tuple[Where, Advice]]:
    """Each piece of advice with its line and column in the text of its framework, in their order.

    What the text does not hold, as an overlay's base may, is found at the nearest key that leads
    there, or else at its beginning. `name` stands for the text.
    """
    known = offsets(text)
    found = [(_offset(one, known), one) for one in advice]
    found.sort(key=lambda pair: pair[0])
    return [(Where(name, *column_of(text, offset)), one) for offset, one in found]


def _offset(advice: Advice, known: Mapping[Place, int]) -> int:
    """Where a piece of advice is about, as an offset in the text."""
    return next((known[place] for place in _leading(advice) if place in known), 0)


def _leading(advice: Advice) -> Iterator[Place]:
    """The places to look at, the nearest first: an overlay has its own for what it changes."""
    yield advice.place
    steps = advice.path.split(".")
    for end in range(len(steps), 0, -1):
        yield ("change", ".".join(steps[:end]))
    for end in range(len(advice.place) - 1, 0, -1):
        yield advice.place[:end]
