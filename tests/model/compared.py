"""A small framework, and what becomes of it, for the tests of comparing."""

from __future__ import annotations

import maturity as mt

TEXT = """
schema = 1
id = "tool"
title = "Tool"
edition = "1"
terms = { item = "line" }
principles = ["Be kind."]
[source]
publisher = "Us"
licence = "Free"
[levels]
below = "Nothing"
low = "Low"
high = { label = "High", text = "All." }
[scales.met]
no = "No"
yes = { label = "Yes", text = "All of it." }
[scales.rate]
number = { min = 0, max = 10, unit = "days", step = 1 }
bands = { from = { high = 5 } }
[scoring]
scale = "met"
dimension = { rule = "staged" }
[properties.size]
title = "Size"
options = { small = "Small" }
[profiles.short]
title = "Short"
items = ["a.x"]
[dimensions.a]
title = "First"
items.x = { text = "One is there.", descriptors = { low = "Some.", high = "All." } }
at.low.y = "Two is there."
at.high.z = { text = "Three is there.", scale = "rate" }
[dimensions.a.parts.p]
title = "Part"
items.q = "Four is there."
[dimensions.b]
title = "Second"
items.v = "Five is there."
items.w = "Six is there."
"""
TOOL = mt.parse_framework(TEXT)


def other(*changes: tuple[str, str]) -> mt.Framework:
    """The framework with other texts in its file; each has to be there."""
    text = TEXT
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return mt.parse_framework(text)


def told(*changes: tuple[str, str]) -> list[tuple[str | None, ...]]:
    """How the framework differs with these changes: kind, path, what, before and after."""
    rows = mt.diff(TOOL, other(*changes)).to_records()
    return [
        tuple(row[name] for name in ("kind", "path", "what", "before", "after")) for row in rows
    ]


def effects(*changes: tuple[str, str]) -> list[str]:
    """What these changes do to comparing."""
    return [one.effect for one in mt.diff(TOOL, other(*changes))]
