"""Paths that lead nowhere, and what was likely meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import maturity as mt
from maturity.model.paths import Paths, children
from maturity.model.tree import Dimension, Item

if TYPE_CHECKING:
    from maturity.errors import Problem

FRAMEWORK = mt.parse_framework("""
schema = 1
id = "tool"
title = "Tool"
edition = "1"
[levels]
low = "Low"
[scoring]
scale = "levels"
[dimensions.vision]
title = "Vision"
items = { shared = "Shared" }
[dimensions.vision.parts.people]
title = "People"
items = { heard = "Heard" }
""")


def problems(path: object, kind: type[Item | Dimension] | None = None) -> list[Problem]:
    """The faults in a path."""
    return list(Paths(FRAMEWORK).check(path, ("here",), kind))


def test_sound() -> None:
    """A path that leads to what is wanted is no fault."""
    assert problems("vision") == problems("vision.shared") == []
    assert problems("vision.shared", Item) == problems("vision.people", Dimension) == []


def test_another_kind() -> None:
    """A branch where an item is wanted says what items there are, and the other way round."""
    (branch,) = problems("vision", Item)
    assert (branch.code, branch.what) == ("path.not-an-item", "'vision' is not an item")
    assert "vision.shared" in branch.hint
    (item,) = problems("vision.shared", Dimension)
    assert (item.code, item.hint) == ("path.not-a-branch", "it stands in 'vision'")


def test_unknown() -> None:
    """A path that leads nowhere says what there is nearby, and the nearest of its kind."""
    (fault,) = problems("vision.sharde")
    assert fault.code == "path.unknown"
    assert fault.place == ("here",)
    assert "did you mean 'vision.shared'?" in fault.hint
    assert "in 'vision' there are" in fault.hint
    (top,) = problems("x")
    assert "there are: vision" in top.hint


def test_no_path() -> None:
    """What isn't a text is no path."""
    (fault,) = problems(5)
    assert fault.code == "path.unknown"
    assert "the number 5" in fault.what


def test_children() -> None:
    """The children of a branch are its items and its parts."""
    assert children(FRAMEWORK.dimensions[0]) == ["vision.shared", "vision.people"]
