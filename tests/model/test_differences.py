"""How two frameworks differ."""

from __future__ import annotations

import pytest

import maturity as mt
from maturity.model.difference import KINDS

from .compared import TOOL, other

OVERLAY = """
schema = 1
id = "ours"
title = "Ours"
edition = "1"
extends = { id = "tool", edition = "1" }
[drop]
"a.y" = "Not for us"
[change]
"b.v" = { text = "Five are there.", weight = 2 }
[dimensions.b.items]
u = "New."
"""
OURS = mt.parse_framework(OVERLAY, base=TOOL)


def test_an_overlay_and_its_base() -> None:
    """Each thing that an overlay says, with the reason for what it drops, by kind."""
    found = mt.diff(TOOL, OURS)
    assert [(one.kind, one.path, one.what, one.reason) for one in found] == [
        ("added", "b.u", "item", ""),
        ("dropped", "a.y", "item", "Not for us"),
        ("reworded", "", "title", ""),
        ("reworded", "b.v", "words", ""),
        ("reweighted", "b.v", "weight", ""),
        ("other", "", "id", ""),
        ("other", "", "extends", ""),
        ("other", "b.v", "wording of the source", ""),
    ]
    kinds = [KINDS.index(one.kind) for one in found]
    assert kinds == sorted(kinds)
    assert (len(found), bool(found), found.shared, found.same_scores) == (8, True, 5, False)
    assert (found.first, found.second) == (TOOL, OURS)


def test_the_other_way_round() -> None:
    """From the overlay to its base, what it drops is added, for the same reason."""
    found = list(mt.diff(OURS, TOOL))
    assert (found[0].kind, found[0].path, found[0].reason) == ("added", "a.y", "Not for us")


def test_two_overlays_of_one_base() -> None:
    """Two overlays are compared with each other, not with their base."""
    theirs = mt.parse_framework(
        OVERLAY.replace('"ours"', '"theirs"').replace('"Not for us"', '"Done elsewhere"'), base=TOOL
    )
    assert [one.what for one in mt.diff(OURS, theirs)] == ["id"]


def test_nothing_differs() -> None:
    """Frameworks that say the same have no differences, and the same scores."""
    found = mt.diff(TOOL, other())
    assert not found
    assert len(found) == 0
    assert found.to_records() == []
    assert found.same_scores
    assert repr(found) == "Differences of 'tool' 1 and 'tool' 1: none; 6 items shared"


def test_words_alone() -> None:
    """Where only words and labels differ, scores don't."""
    assert mt.diff(
        TOOL, other(('"Five is there."', '"Five."'), ('low = "Low"', 'low = "L"'))
    ).same_scores


def test_records() -> None:
    """A row for each difference, of texts."""
    rows = mt.diff(TOOL, OURS).to_records()
    assert rows[1] == {
        "kind": "dropped",
        "path": "a.y",
        "what": "item",
        "before": "Two is there.",
        "after": None,
        "effect": "Not part of what the two share.",
        "reason": "Not for us",
    }


def test_repr() -> None:
    """The counts, and the first differences; what is in a file can't control a terminal."""
    text = repr(mt.diff(TOOL, other(('"Five is there."', '"Five\\u001b\\nis."'))))
    assert text == (
        "Differences of 'tool' 1 and 'tool' 1: 1 reworded; 6 items shared\n"
        "  reworded: b.v, words: Five is there., now Five\ufffd is."
    )
    long = repr(mt.diff(mt.load_framework("hwb-board"), mt.load_framework("ohwb-service")))
    assert long.count("\n") == 13
    assert long.splitlines()[-1].endswith("more")


def test_two_frameworks() -> None:
    """Anything else is refused in a sentence."""
    with pytest.raises(TypeError, match=r"^diff\(\) takes two frameworks, found a text$"):
        mt.diff(TOOL, "hwb-board")  # type: ignore[arg-type]  # on purpose
