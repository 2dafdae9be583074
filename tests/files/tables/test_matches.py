"""Which of a framework's branches and items the words of a table are."""

from __future__ import annotations

import pytest

import maturity as mt
from maturity.files.tables.matches import by_name, by_place, in_place

NAMES = {"young": ["young", "Young"], "grown": ["grown", "Grown up"], "old": ["old", "Old"]}


@pytest.mark.parametrize(
    ("titles", "expected"),
    [
        (["Young", "GROWN UP", "old:"], ["young", "grown", "old"]),
        (["old board", "young board"], ["old", "young"]),
        (["Old", "very old"], ["old", None]),
        (["young and old"], [None]),
        (["old one", "old two"], [None, None]),
        (["wise"], [None]),
    ],
)
def test_by_name(titles: list[str], expected: list[str | None]) -> None:
    """A whole name goes before one among other words; what could be several is none."""
    found = by_name(titles, NAMES)
    assert [found.get(title) for title in titles] == expected


def test_by_place() -> None:
    """The rest goes by its place, where there are as many of both."""
    assert by_place(["a", "b", "c"], ["x", "y", "z"], {"b": "x"}) == {"a": "y", "c": "z"}
    assert by_place(["a", "b"], ["x", "y", "z"], {}) == {}


def test_in_place() -> None:
    """Items go by the number that ends their place; else by the order of the file."""
    text = """
        schema = 1
        id = "x"
        title = "X"
        edition = "1"
        [scales.s]
        no = "No"
        [scoring]
        scale = "s"
        [dimensions.d.items]
        b = {{ text = "B", source = {{ place = "D, 10" }} }}
        a = {{ text = "A", source = {{ place = "D, 9" }} }}
        c = {{ text = "C", source = {{ place = "D, {last}" }} }}
    """
    for last, expected in (("11", "abc"), ("10", "bac"), ("x", "bac")):
        items = mt.parse_framework(text.format(last=last)).items
        assert "".join(item.id[-1] for item in in_place(items)) == expected
