"""Why something is not in a framework, where a file says it."""

from __future__ import annotations

import maturity as mt
from maturity.model.reasons import Reasons

BASE = mt.parse_framework("""
schema = 1
id = "tool"
title = "Tool"
edition = "1"
[levels]
low = "Low"
[scoring]
scale = "levels"
[dimensions.a.items]
one = "One."
two = "Two."
three = "Three."
four = "Four."
five = "Five."
[dimensions.b.items]
six = "Six."
""")
OVERLAY = (
    'schema = 1\nid = "{}"\ntitle = "T"\nedition = "1"\nextends = {{ id = "{}", edition = "1" }}\n'
)
LATER = mt.parse_framework("""
schema = 1
id = "tool"
title = "Tool"
edition = "2"
[levels]
low = "Low"
[scoring]
scale = "levels"
[bridge]
from = "1"
same = { "a.uno" = "a.one" }
split = { "a.two" = ["a.half", "a.rest"] }
merged = { "a.both" = ["a.three", "a.four"] }
dropped = { "a.five" = "No longer asked" }
new = { "a.fresh" = "Asked since the review" }
[dimensions.a.items]
uno = "Uno."
half = "Half."
rest = "Rest."
both = "Both."
fresh = "Fresh."
[dimensions.b.items]
six = "Six."
""")


def test_overlays() -> None:
    """What an overlay or its base drops has its reason, and so has all below it."""
    first = mt.parse_framework(
        OVERLAY.format("mid", "tool") + '[drop]\nb = "Not for us"\n', base=BASE
    )
    second = mt.parse_framework(
        OVERLAY.format("top", "mid") + '[drop]\n"a.one" = "Too long"\n', base=first
    )
    reasons = Reasons(BASE, second)
    assert [reasons.why(path) for path in ("b", "b.six", "a.one", "a.two")] == [
        "Not for us",
        "Not for us",
        "Too long",
        "",
    ]


def test_a_bridge() -> None:
    """A bridge says what became of the earlier items, and where the later come from."""
    gone, new = Reasons(BASE, LATER), Reasons(LATER, BASE)
    assert [gone.why(f"a.{name}") for name in ("one", "two", "three", "four", "five")] == [
        "",
        "Split into a.half and a.rest.",
        "Put together as a.both.",
        "Put together as a.both.",
        "No longer asked",
    ]
    assert [new.why(f"a.{name}") for name in ("uno", "half", "rest", "both", "fresh")] == [
        "",
        "Split from a.two.",
        "Split from a.two.",
        "Put together from a.three and a.four.",
        "Asked since the review",
    ]
