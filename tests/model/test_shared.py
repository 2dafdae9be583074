"""What two frameworks share: the same path, the same answers, and no bridge that says otherwise."""

from __future__ import annotations

import pytest

import maturity as mt
from maturity.model.shared import shared_items

HEAD = """
schema = 1
id = "tool"
title = "Tool"
[scales.s]
no = 0
yes = 1
[scoring]
scale = "s"
[dimensions.d.items]
"""
OLD = mt.parse_framework(
    f'edition = "1"{HEAD}' + "\n".join(f'{name} = "{name}"' for name in "abcdefg")
)


def later(bridge: str, extra: str = "") -> mt.Framework:
    """A later edition with the same paths, some of which may stand for something else."""
    items = "\n".join(f'{name} = "{name}"' for name in f"abcdefg{extra}")
    return mt.parse_framework(f'edition = "2"{HEAD}{items}\n{bridge}')


def shared(bridge: str, extra: str = "") -> str:
    """The letters of the items that are shared; the same whichever is asked first."""
    new = later(bridge, extra)
    found = shared_items(OLD, new)
    assert shared_items(new, OLD) == found
    assert mt.shared(OLD, new).drop == tuple(i.id for i in OLD.items if i.id not in found)
    return "".join(path.removeprefix("d.") for path in found)


def test_without_a_bridge_the_path_decides() -> None:
    """Without a bridge the path decides."""
    assert shared("") == "abcdefg"


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ('same = { "d.a" = "d.b", "d.b" = "d.a" }', "cdefg"),
        ('same = { "d.a" = "d.a" }', "abcdefg"),
        ('same = { "d.x" = "d.a" }', "bcdefg"),
        ('split = { "d.a" = ["d.b", "d.x"] }', "cdefg"),
        ('merged = { "d.a" = ["d.b", "d.c"] }', "defg"),
        ('dropped = { "d.a" = "Gone" }', "bcdefg"),
        ('new = { "d.a" = "Another question" }', "bcdefg"),
    ],
)
def test_a_path_that_is_used_for_something_else_is_not_shared(said: str, left: str) -> None:
    """A path that the bridge names is shared only where it is the same under it."""
    assert shared(f'[bridge]\nfrom = "1"\n{said}\n', "x") == left


@pytest.mark.parametrize("origin", ['"0"', '{ id = "other", edition = "1" }'])
def test_a_bridge_from_elsewhere_says_nothing(origin: str) -> None:
    """A bridge from elsewhere says nothing."""
    assert shared(f'[bridge]\nfrom = {origin}\nnew = {{ "d.a" = "New" }}\n') == "abcdefg"


def test_other_answers_are_not_shared() -> None:
    """The same path with other options is another question."""
    text = mt.dump_framework(later("")).replace("no =", "never =")
    assert shared_items(OLD, mt.parse_framework(text)) == []
