"""What overlays have of what they extend, and what is there anew."""

from __future__ import annotations

import pytest

import maturity as mt
from maturity.model.lineage import line, renewed, since
from maturity.model.shared import same_branches, same_paths, shared_items

BASE = mt.parse_framework("""
schema = 1
id = "tool"
title = "Tool"
edition = "1"
[scales.s]
no = 0
yes = 1
[scoring]
scale = "s"
[dimensions.a.items]
x = "X is there."
y = "Y is there."
[dimensions.b]
title = "Second"
items = { z = "Z is there." }
""")


def over(base: mt.Framework, name: str, more: str = "") -> mt.Framework:
    """An overlay."""
    head = f'schema = 1\nid = "{name}"\ntitle = "{name}"\nedition = "1"\n'
    extends = f'extends = {{ id = "{base.id}", edition = "1" }}\n'
    return mt.parse_framework(head + extends + more, base=base)


COUNTY = over(BASE, "county", '[drop]\n"a.y" = "Not here"\nb = "Elsewhere"\n')
NEW = '[dimensions.a.items]\ny = "{}"\n[dimensions.b]\ntitle = "{}"\nitems = {{ z = "{}" }}\n'
TOWN = over(COUNTY, "town", NEW.format("The hall is yellow.", "Halls", "Z is there!"))
PARISH = over(TOWN, "parish", '[change]\n"a.y" = "The hall is blue."\n')
OTHER = over(BASE, "other")


def test_line() -> None:
    """From an overlay to what it extends, and what leads there from what two have in common."""
    assert list(line(PARISH)) == [PARISH, TOWN, COUNTY, BASE]
    assert since(PARISH, COUNTY) == [PARISH, TOWN]
    assert since(PARISH, OTHER) == [PARISH, TOWN, COUNTY]
    assert since(PARISH, mt.load_framework("hwb-board")) == [PARISH, TOWN, COUNTY]
    assert since(BASE, PARISH) == since(TOWN, TOWN) == []


@pytest.mark.parametrize(("one", "two"), [(BASE, TOWN), (OTHER, TOWN), (BASE, PARISH)])
def test_what_is_dropped_and_added_again_in_other_words(
    one: mt.Framework, two: mt.Framework
) -> None:
    """It is something else, at the same path; what has the same words is the same."""
    assert renewed(one, two) == renewed(two, one) == {"a.y", "b"}
    assert shared_items(one, two) == shared_items(two, one) == ["a.x", "b.z"]
    assert same_paths(one, two) == same_branches(one, two) == set()
    for first, second in ((one, two), (two, one)):
        found = mt.diff(first, second)
        kinds = [(d.kind, d.path) for d in found if d.kind in {"added", "dropped", "moved"}]
        assert kinds == [("added", "a.y"), ("added", "b"), ("dropped", "a.y"), ("dropped", "b")]
        assert found.shared == 2
    answers = {"a.x": "yes", "a.y": "yes", "b.z": "yes"}
    narrow = mt.score(two.assess(answers), mt.shared(two, one))
    assert [item.id for item in narrow.asked.items] == ["a.x", "b.z"]


def test_reasons() -> None:
    """Each is told with why the other lacks it, and with no reason for another thing."""
    told = {(d.kind, d.path): d.reason for d in mt.diff(BASE, TOWN)}
    assert (told["dropped", "a.y"], told["dropped", "b"]) == ("Not here", "Elsewhere")
    assert (told["added", "a.y"], told["added", "b"]) == ("", "")
    told = {(d.kind, d.path): d.reason for d in mt.diff(COUNTY, TOWN)}
    assert told["added", "a.y"] == ""


def test_what_is_nearest_decides() -> None:
    """What a later overlay adds with the old words is the old thing again."""
    undone = over(TOWN, "undone", '[change]\n"a.y" = "Y is there."\n')
    assert renewed(BASE, undone) == {"b"}
    gone = over(TOWN, "gone", '[drop]\n"a.y" = "No longer"\n')
    back = over(gone, "back", '[dimensions.a.items]\ny = "y is there"\n')
    assert renewed(BASE, back) == {"b"}
    assert renewed(TOWN, back) == {"a.y"}
    assert renewed(COUNTY, TOWN) == renewed(TOWN, PARISH) == set()
