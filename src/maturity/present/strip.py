"""A strip of characters with marks on it: one line of a chart in plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

WIDTH = 30


def strip(marks: Mapping[str, float], low: float, high: float, width: int = WIDTH) -> str:
    """Marks at their places between `low` and `high`; where two meet, the later is seen.

    >>> strip({"|": 5, "o": 10}, 0, 10, 11)
    '     |    o'
    >>> strip({"|": 4, "o": 4}, 4, 4, 3)
    ' o'
    """
    cells = [" "] * width
    for mark, value in marks.items():
        share = (value - low) / (high - low) if high > low else 0.5
        cells[round(share * (width - 1))] = mark
    return "".join(cells).rstrip()
