"""An overlay's answers on what it shares with its base, by the base's rules."""

from __future__ import annotations

import maturity as mt

BASE = """
schema = 1
id = "base"
title = "The <base>"
edition = "1"
[levels]
low = "Low"
high = "High"
[scales.s]
no = 0
yes = 1
[scales.t]
no = 0
maybe = 1
yes = 2
[properties.size]
options = { small = "Small" }
[scoring]
scale = "s"
dimension = { rule = "share", bands = { from = { high = 0.6 } } }
[profiles.one]
items = ["d.a"]
[dimensions.d.items]
a = "A"
b = "B"
c = "C"
"""
OVERLAY = """
schema = 1
id = "ours"
title = "Ours"
edition = "1"
extends = { id = "base", edition = "1" }
[scoring]
dimension = { bands = { from = { high = 0.1 } } }
[change]
"d.b" = "B, in plain words"
"d.c" = { scale = "t", counts = { d = { low = 1 } } }
[drop]
"d.a" = "Not for us"
[dimensions.d.items]
e = "E"
"""


def base() -> mt.Framework:
    """What is extended."""
    return mt.parse_framework(BASE)


def overlay(text: str = OVERLAY) -> mt.Framework:
    """What extends it: one item is dropped, one added, one answered otherwise."""
    return mt.parse_framework(text, base=base())


def test_shared() -> None:
    """Shared is what stands at one path and takes the same answers."""
    assert mt.shared(base(), overlay()).drop == ("d.a", "d.c")
    assert mt.shared(overlay(), base()).drop == ("d.c", "d.e")


def test_on_base() -> None:
    """The answers to what is shared are scored by the base's rules, and compare."""
    said = {"d.b": "no", "d.c": "maybe", "d.e": "yes"}
    organisation = mt.Organisation(name="We", properties={"size": "small"})
    action = mt.Action(title="Do", paths=["d.e"])
    assessment = overlay().assess(said, organisation=organisation, actions=[action])
    card = mt.score(assessment)
    assert card["d"].level == overlay().levels[1]
    on_base = card.on_base
    assert on_base is not None
    assert (on_base["d"].level, on_base["d"].coverage.applicable) == (base().levels[0], 1)
    theirs = base().assess({"d.a": "yes", "d.b": "no", "d.c": "yes"})
    beside = mt.score(theirs, mt.shared(base(), overlay()))
    assert beside["d"].value == on_base["d"].value
    assert mt.recompute(on_base.record(), base()) == on_base
    record = card.record()
    assert record["framework"]["extends"] == {  # type: ignore[index]  # a table
        "id": "base",
        "edition": "1",
        "digest": base().digest,
    }
    assert mt.recompute(record, overlay()) == card


def test_on_base_of_a_short_form() -> None:
    """Under a short form only what it asks is shared; where that is nothing there is none."""
    text = OVERLAY + '[profiles.b]\nitems = ["d.b"]\n[profiles.e]\nitems = ["d.e"]\n'
    assessment = overlay(text).assess({"d.b": "yes", "d.e": "yes"})
    narrow = mt.score(assessment, "b").on_base
    assert narrow is not None
    assert narrow["d"].coverage.applicable == 1
    assert mt.score(assessment, "e").on_base is None
    assert mt.score(base().assess({})).on_base is None


def test_shown() -> None:
    """A card shows both results, in text and escaped in HTML, and names what is extended."""
    card = mt.score(overlay().assess({"d.b": "yes", "d.c": "no", "d.e": "yes"}))
    lines = repr(card).splitlines()
    assert "  On what is shared with The <base>, 1, by its rules:" in lines
    assert lines.count("  D  High; 3 of 3 answered") == 1
    assert lines.count("  D  High; 1 of 1 answered") == 1
    assert card.caveats[-1] == (
        "A local framework, which extends The <base>, 1: "
        "its results compare with others on what is shared."
    )
    html = card._repr_html_()  # what a notebook asks for
    assert html.count("<table>") == 2
    assert "<caption>On what is shared with The &lt;base&gt;, 1, by its rules</caption>" in html
