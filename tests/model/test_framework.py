"""A framework: what it holds, how it is looked up, and that it does not change."""

from __future__ import annotations

import copy
import pickle

import attrs
import pytest

import maturity as mt
from maturity.model.frozen import FrozenMap

TEXT = """
schema = 1
id = "tool"
title = "Tool"
edition = "1"
terms = { item = "statement" }
[levels]
low = "Low"
high = "High"
[scoring]
scale = "levels"
[dimensions.vision]
title = "Vision"
items = { shared = "Shared" }
[dimensions.vision.parts.people]
title = "People"
items = { heard = "Heard" }
[dimensions.place]
title = "Place"
items = { known = "Known" }
"""
FRAMEWORK = mt.parse_framework(TEXT)


def test_items_and_branches() -> None:
    """Items and branches come in file order, each branch before what is below it."""
    assert [item.id for item in FRAMEWORK.items] == [
        "vision.shared",
        "vision.people.heard",
        "place.known",
    ]
    assert [node.id for node in FRAMEWORK.walk()] == ["vision", "vision.people", "place"]


def test_look_up() -> None:
    """A path leads to its dimension, part or item."""
    assert FRAMEWORK["vision"] is FRAMEWORK.dimensions[0]
    item = FRAMEWORK["vision.people.heard"]
    assert isinstance(item, mt.Item)
    assert (item.text, item.dimension, item.home) == ("Heard", "vision", "vision.people")


def test_unknown_path() -> None:
    """A path that leads nowhere is refused with the nearest that exists."""
    with pytest.raises(mt.UnknownName, match=r"'vison' is not in 'tool'.*did you mean 'vision'"):
        FRAMEWORK["vison"]
    with pytest.raises(KeyError):
        FRAMEWORK["nothing"]


@pytest.mark.parametrize(
    ("levels", "label"),
    [
        ('[levels]\nlow = "Low"\n', "Below Low"),
        ('[levels]\nbelow = "Not yet"\nlow = "Low"\n', "Not yet"),
        ("", "Below the first level"),
    ],
)
def test_below(levels: str, label: str) -> None:
    """Rung 0 has the name that the file gives it, or says what it is below."""
    framework = mt.parse_framework(TEXT.split("[levels]", maxsplit=1)[0] + levels)
    assert (framework.below.id, framework.below.label, framework.below.rank) == ("below", label, 0)


def test_terms() -> None:
    """A framework may have its own word for a thing; else the word stands for itself."""
    assert FRAMEWORK.term("item") == "statement"
    assert FRAMEWORK.term("level") == "level"


def test_does_not_change() -> None:
    """A framework is frozen, and so is all that it holds."""
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        FRAMEWORK.title = "Another"  # type: ignore[misc]  # refused: it is frozen
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        FRAMEWORK.dimensions[0].title = "Another"  # type: ignore[misc]  # refused: it is frozen
    with pytest.raises(TypeError):
        FRAMEWORK.scales["levels"] = None  # type: ignore[index]  # refused: it is frozen


def test_kept() -> None:
    """What is worked out once is kept: the paths and the digest."""
    assert FRAMEWORK.by_path is FRAMEWORK.by_path
    assert isinstance(FRAMEWORK.by_path, FrozenMap)
    assert FRAMEWORK.digest is FRAMEWORK.digest


def test_copies() -> None:
    """A framework pickles and copies to an equal one with the same digest."""
    for copied in (copy.deepcopy(FRAMEWORK), pickle.loads(pickle.dumps(FRAMEWORK))):  # noqa: S301  # its own
        assert copied == FRAMEWORK
        assert hash(copied) == hash(FRAMEWORK)
        assert copied.digest == FRAMEWORK.digest


def test_assess() -> None:
    """Answers to a framework make an assessment of it."""
    assessment = FRAMEWORK.assess({"place.known": "high"}, organisation="Ours", period="2026")
    assert assessment.framework is FRAMEWORK
    assert assessment.organisation.name == "Ours"
    assert assessment.answers == {"place.known": mt.Answer(value="high")}
