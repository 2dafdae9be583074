"""The words of what stands in a framework."""

from __future__ import annotations

import maturity as mt
from maturity.model.texts import bare_words, words_of

TOOL = mt.parse_framework("""
schema = 1
id = "tool"
title = "Tool"
edition = "1"
[scales.s]
no = 0
yes = 1
[scoring]
scale = "s"
[dimensions.a]
title = "First part"
items.one = "One, and  TWO!"
""")


def test_words() -> None:
    """An item's text, a branch's title; bare without capitals and marks."""
    nodes = TOOL["a"], TOOL["a.one"]
    assert [words_of(node) for node in nodes] == ["First part", "One, and  TWO!"]
    assert [bare_words(node) for node in nodes] == ["first part", "one and two"]
