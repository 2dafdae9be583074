"""Which thing of one framework is which of another."""

from __future__ import annotations

import maturity as mt
from maturity.model.pairs import bridges, paired

HEAD = """
schema = 1
id = "tool"
title = "Tool"
edition = "{}"
[levels]
low = "Low"
[scoring]
scale = "levels"
"""
OLD = """
[dimensions.a]
title = "First"
items = { one = "One.", two = "Two.", twin = "Twin.", same = "Same." }
parts.p = { title = "Part", items = { three = "Three." } }
[dimensions.b]
title = "Second"
items = { twin = "Twin." }
parts.p = { title = "Part", items = { four = "Four." } }
"""


def framework(body: str, edition: str = "1") -> mt.Framework:
    """A framework with these dimensions."""
    return mt.parse_framework(HEAD.format(edition) + body)


def moved(old: str, new: str, edition: str = "1") -> dict[str, str]:
    """The pairs whose paths differ; the other way round they are the same."""
    one, other = framework(old), framework(new, edition)
    pairs = paired(one, other)
    assert {to: path for path, to in pairs.items()} == paired(other, one)
    return {path: to for path, to in pairs.items() if path != to}


def test_same_paths() -> None:
    """What stands at one path in both is one thing, whatever it says."""
    assert moved(OLD, OLD.replace('"One."', '"Else."')) == {}


def test_same_words() -> None:
    """The same words elsewhere are the same thing, whatever their case and marks."""
    new = OLD.replace('one = "One.", ', "").replace("four =", 'uno = "ONE!", four =')
    assert moved(OLD, new) == {"a.one": "b.p.uno"}


def test_words_that_several_have() -> None:
    """Nothing is guessed where several have the same words."""
    assert moved(OLD, OLD.replace("twin =", "pair =")) == {}
    new = OLD.replace('same = "Same."', 'other = "..."').replace('two = "Two."', 'due = "!"')
    assert moved(new, OLD) == {}


def test_below_a_branch_that_moved() -> None:
    """Below a branch that moved, the id and the words together are enough."""
    new = OLD.replace("dimensions.b", "dimensions.z")
    assert moved(OLD, new) == {
        "b": "z",
        "b.p": "z.p",
        "b.p.four": "z.p.four",
        "b.twin": "z.twin",
    }


def test_an_item_and_a_part() -> None:
    """An item and a part are never one thing."""
    assert moved('[dimensions.a]\nitems.x = "X"', '[dimensions.a]\nparts.x = "X"') == {}


def test_a_bridge() -> None:
    """What the bridge between the two calls the same is the same, whatever its words."""
    new = OLD.replace('one = "One.", ', 'uno = "Uno.", ')
    bridge = '[bridge]\nfrom = "1"\n[bridge.same]\n"a.uno" = "a.one"\n'
    assert moved(OLD, bridge + new, "2") == {"a.one": "a.uno"}
    assert moved(OLD, bridge.replace('from = "1"', 'from = "0"') + new, "2") == {}
    later = framework(bridge + new, "2")
    assert later.bridge is not None
    assert bridges(later.bridge, framework(OLD))
    assert not bridges(later.bridge, later)


def test_a_bridge_from_what_is_not_there() -> None:
    """A bridge from something that the earlier edition lacks leads nowhere."""
    bridge = '[bridge]\nfrom = "1"\n[bridge.same]\n"a.uno" = "a.none"\n'
    assert moved(OLD, bridge + OLD.replace("one =", "uno ="), "2") == {"a.one": "a.uno"}
