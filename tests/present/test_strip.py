"""One line of a chart in plain text."""

from __future__ import annotations

from maturity.present.strip import strip


def test_ends_and_middle() -> None:
    """The lowest stands at the left, the highest at the right, what is between by its share."""
    assert strip({"a": 0, "b": 5, "c": 10}, 0, 10, 11) == "a    b    c"


def test_nothing_to_spread() -> None:
    """Where all values are one, it stands in the middle; without marks there is nothing."""
    assert strip({"o": 3}, 3, 3, 5) == "  o"
    assert not strip({}, 0, 1)


def test_the_later_mark_is_seen() -> None:
    """Where two marks meet, the later one is seen."""
    assert strip({"|": 1, "o": 1}, 0, 1, 3) == "  o"
