"""One digest for one content."""

from __future__ import annotations

from datetime import date

import attrs
import pytest

import maturity as mt
from maturity.model.digests import digest, plain
from maturity.model.frozen import FrozenMap
from maturity.model.rules import Mean, NoTotal
from maturity.model.scales import Level

HEAD = 'schema = 1\nid = "tool"\ntitle = "Tool"\nedition = "1"\n'
BODY = """
[levels]
low = "Low"
high = "High"
[scoring]
scale = "levels"
dimension = { rule = "weakest-link" }
[dimensions.a]
title = "A"
items = { x = "X", y = "Y" }
"""
FRAMEWORK = mt.parse_framework(HEAD + BODY)


def test_plain() -> None:
    """Records become lists, tables, texts and numbers; a rule says its name."""
    assert plain(Level("low", "Low", 1)) == {"id": "low", "label": "Low", "rank": 1, "text": ""}
    assert plain(NoTotal()) == {"rule": "none", "caps": [], "rounding": None}
    assert plain((date(2026, 3, 31), FrozenMap({"b": 1.0, "a": 0.5}), {"c": [True]})) == [
        "2026-03-31",
        [["b", 1], ["a", 0.5]],
        [["c", [True]]],
    ]


def test_numbers() -> None:
    """1 and 1.0 mean the same in a file, and have one digest."""
    assert digest((1, 2.5)) == digest((1.0, 2.5))
    assert digest(1) != digest("1")


def test_form() -> None:
    """A digest is sha256: and 64 hexadecimal digits."""
    assert digest(()).startswith("sha256:")
    assert len(FRAMEWORK.digest) == len("sha256:") + 64


def test_layout() -> None:
    """Another layout of the same content has the same digest; so has another name for it."""
    other = """
    [dimensions.a]
    title = "A"
    [dimensions.a.items]
    x = "X"
    y.text = "Y"
    [scoring.dimension]
    rule = "weakest-link"
    [scoring]
    scale = "levels"
    [levels]
    low.label = "Low"
    high.label = "High"
    """
    assert mt.parse_framework(HEAD + other).digest == FRAMEWORK.digest
    renamed = HEAD.replace('"tool"', '"copy"').replace('"Tool"', '"Copy"').replace('"1"', '"2"')
    assert (
        mt.parse_framework(renamed + 'description = "A copy"\n' + BODY).digest == FRAMEWORK.digest
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('low = "Low"\nhigh = "High"', 'high = "High"\nlow = "Low"'),
        ('x = "X", y = "Y"', 'y = "Y", x = "X"'),
        ('"X"', '"X?"'),
        ('"weakest-link"', '"median"'),
        ('title = "A"', 'title = "A"\nweight = 2'),
    ],
)
def test_content(old: str, new: str) -> None:
    """Another order, text, rule or weight is another digest."""
    changed = mt.parse_framework(HEAD + BODY.replace(old, new))
    assert changed.digest != FRAMEWORK.digest


def test_rules_of_one_shape() -> None:
    """Rules with the same parameters differ by their names."""
    assert plain(Mean()) == {**plain(attrs.evolve(Mean())), "rule": "mean"}  # type: ignore[dict-item]  # a record is plain as a dict
    assert digest(Mean()) != digest(NoTotal())
