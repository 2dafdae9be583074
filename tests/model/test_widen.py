"""A short form's answers as the draft of the full one."""

from __future__ import annotations

import maturity as mt

FRAMEWORK = """
schema = 1
id = "tool"
title = "Tool"
edition = "1"
[levels]
low = "Low"
high = "High"
[scales.hours]
number = { min = 0, max = 10, unit = "hours" }
[scoring]
scale = "levels"
dimension = { rule = "weakest-link" }
[profiles.quick]
ask = "dimensions"
[dimensions.a]
title = "A first"
items = { x = "X", y = "Y" }
[dimensions.b.items]
z = "Z"
"""


def framework(more: str = "") -> mt.Framework:
    """Two dimensions, each asked as a whole by a short form."""
    return mt.parse_framework(FRAMEWORK + more)


def test_items_below_a_claim_become_drafts() -> None:
    """What is below a claim becomes a draft that tells it; answers are kept."""
    before = framework().assess({"a": "high", "a.y": "low", "b": mt.not_applicable("None here")})
    after = before.widen()
    note = "The short form says of 'A first' as a whole: High."
    assert dict(after.answers) == {"a.x": mt.Answer(note=note), "a.y": mt.Answer(value="low")}
    assert after.claims == before.claims


def test_no_score_changes() -> None:
    """No score changes, and doing it again changes nothing."""
    before = framework().assess({"a": "high", "b.z": "low"})
    after = before.widen()
    assert after.widen() == after
    for profile in (None, "quick"):
        rows = [mt.score(one, profile).to_records() for one in (before, after)]
        assert rows[0] == rows[1]


def test_a_claim_of_a_number_is_told_with_its_unit() -> None:
    """A claim of a number is told with its unit."""
    more = '[profiles.hours]\nask = "dimensions"\nscale = "hours"\n'
    text = FRAMEWORK.replace('[profiles.quick]\nask = "dimensions"\n', "") + more
    after = mt.parse_framework(text).assess({"b": 2.5}).widen()
    assert after.answers["b.z"].note.endswith("as a whole: 2.5 hours.")
