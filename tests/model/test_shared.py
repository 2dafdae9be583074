"""What two frameworks share: the same path, the same answers, and no bridge that says otherwise."""

from __future__ import annotations

import pytest

import maturity as mt
from maturity.model.shared import same_branches, same_paths, shared_items

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


NUMBERS = """
schema = 1
id = "tool"
title = "Tool"
edition = "1"
[scales.n]
number = {{ min = 0, max = 10, {} }}
[scoring]
scale = "n"
[dimensions.d.items]
a = "a"
"""


@pytest.mark.parametrize(
    ("said", "alike"),
    [
        ('unit = "days", step = 1', True),
        ('unit = "weeks", step = 1', False),
        ('unit = "days", step = 0.5', False),
        ('unit = "days"', False),
        ('unit = "days", step = 1, better = "lower"', False),
    ],
)
def test_the_same_numbers(said: str, *, alike: bool) -> None:
    """Numbers are the same answers from end to end, in one unit and one step."""
    own = mt.parse_framework(NUMBERS.format('unit = "days", step = 1'))
    assert shared_items(own, mt.parse_framework(NUMBERS.format(said))) == ["d.a"] * alike


WHOLE = mt.dump_framework(OLD)


@pytest.mark.parametrize(
    ("old", "new", "paths", "asked"),
    [
        ('"1"', '"2"', True, True),
        ("\na = ", "\nz = ", False, False),
        ('"a"', '"Another"', True, False),
        ("no =", "never =", True, False),
        ('a = "a"', 'a = { text = "a", weight = 2 }', True, True),
        ('a = "a"', 'a = { text = "a", obligation = "may" }', True, False),
    ],
)
def test_branches(old: str, new: str, *, paths: bool, asked: bool) -> None:
    """Whether a branch has the same below it, and whether it asks the very same."""
    assert old in WHOLE
    changed = mt.parse_framework(WHOLE.replace(old, new, 1))
    for one, other in ((OLD, changed), (changed, OLD)):
        assert same_paths(one, other) == ({"d"} if paths else set())
        assert same_branches(one, other) == ({"d"} if asked else set())


def test_branches_and_bridges() -> None:
    """A branch with a path that now stands for something else is not the same."""
    assert same_paths(OLD, later('[bridge]\nfrom = "1"\nnew = { "d.a" = "New" }\n')) == set()
