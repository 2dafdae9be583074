"""Read, write, read: the framework that comes back is the one that went out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.errors import FaultsFound
from maturity.files.framework_reader import parse_framework
from maturity.files.framework_writer import dump_framework
from maturity.files.toml_layout import dump_toml
from maturity.model.framework import Framework
from maturity.model.rules import Mean, Staged
from maturity.model.scoring import Conventions
from maturity.model.tree import Dimension

if TYPE_CHECKING:
    import random

SHIPPED = sorted((Path(__file__).parents[2] / "frameworks").glob("*.toml"))
RICH = '''
schema = 1
id = "rich"
title = "Everything \\"at\\" once"
edition = "1"
description = """
Two
lines"""
principles = ["One", "Two"]
terms = { overall = "total" }
source = { title = "Book", year = 2013 }
[levels]
below = "None"
a = "A"
b = { label = "B", text = "The second" }
c = "C"
[scales.plain]
no = "No"
yes = { label = "Yes", text = "All of it" }
[scales.points]
low = { label = "Low", value = -0.5 }
high = 1e3
[scales.rate]
number = { min = 0, max = 100, unit = "%", better = "lower", step = 5 }
bands = { up_to = { c = 10, b = 20.5 } }
[scales.rungs]
r1 = "One"
r2 = "Two"
[scoring]
scale = "plain"
missing = "lowest"
evidence = { kind = "policy", link = true }
dimension = { rule = "staged", thresholds = { b = { a = 0.5, b = 0.7 } }, credit = "partial" }
part = { rule = "mean", range = [0, 1], bands.from = { b = 0.5, c = 0.7 }, rounding.use = true }
[scoring.overall]
rule = "weakest-link"
over = ["d", "e"]
caps = [{ item = "d.i", until = "yes", level = "below" }]
[dimensions.d]
weight = 2.5
scoring = { least = 1, empty = "fail" }
tags = ["t"]
source = { place = "Page 1" }
[dimensions.d.at.b]
l = { text = "L", descriptors = { a = "x", below = "y" }, sectors = ["s"], effort = 3 }
m = "M"
[dimensions.d.at.a]
n = { text = "N", obligation = "should", source = { place = "Page 2", wording = "ours" } }
[dimensions.d.items]
i = "I"
j = { text = "J", scale = "rate", levels = { a = 1, b = 0.5 }, evidence.groups = ["all"] }
k = { text = "K", counts = { e = { a = 2 } }, weight = 3, evidence = [], tags = ["t"] }
[dimensions.d.parts]
p = "P"
[dimensions.d.parts.q]
text = "Text of q"
sectors = ["s"]
scoring = { rule = "share", over = ["d.i"], scale = "levels", empty = "pass", evidence = "survey" }
[dimensions.d.parts.q.parts.u.items]
z = "Z"
[dimensions.d.parts.r]
title = "R"
[dimensions.e]
scoring = { rule = "equivalence", needs = { a = { d = "a" }, b = { "d.i" = "yes", d = "b" } } }
[dimensions.f]
scoring = { rule = "sum", ceiling = 5, weighted = false }
[dimensions.g]
scoring = { rule = "median", ladder = "rungs", scale = "rungs", evidence = [] }
items = { a = "A" }
[profiles.w]
title = "W"
ask = "parts"
scale = "plain"
drop = ["d.i"]
[profiles.levelled]
levels = ["a"]
text = "The first"
[properties.site]
options = { one = "One", more = "More" }
[properties.bare]
title = "Bare"
'''


def check(framework: Framework) -> str:
    """The framework comes back equal from its text, which stays the same."""
    text = dump_framework(framework)
    again = parse_framework(text)
    assert again == framework
    assert again.digest == framework.digest
    assert dump_framework(again) == text
    return text


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_the_shipped_frameworks_come_back(path: Path) -> None:
    """The shipped frameworks come back."""
    check(parse_framework(path.read_text("utf-8")))


def test_a_framework_that_says_everything_comes_back() -> None:
    """A framework that says everything comes back."""
    text = check(parse_framework(RICH))
    assert "[dimensions.d.at.b]\nl = { text" in text
    assert '[dimensions.d.parts]\np = "P"\n' in text
    assert "scoring = { empty" in text
    assert text.index("[dimensions.d.at.b]") < text.index("[dimensions.d.items]")


def test_what_is_inherited_is_not_written_again() -> None:
    """What is inherited is not written again."""
    text = check(parse_framework(RICH))
    assert text.count('scale = "plain"') == 2  # of all items, and of a profile
    assert text.count("Book") == 1
    assert text.count('missing = "lowest"') == 1


def test_the_smallest_framework_is_short() -> None:
    """The smallest framework is short."""
    text = check(Framework(id="x", title="X", edition="1"))
    assert text == (
        'schema = 1\nid = "x"\ntitle = "X"\nedition = "1"\n\n[scoring]\n'
        'overall = { rule = "none" }\ndimension = { rule = "none" }\n'
    )


def test_what_a_file_could_not_state_is_left_out() -> None:
    """A record made in Python may hold a threshold beside thresholds: only one of them counts."""
    rule = Staged(threshold=0.5, thresholds=parse_framework(RICH).scoring.dimension.thresholds)  # type: ignore[attr-defined]  # a staged rule
    node = Dimension(id="d", title="D", rule=rule, conventions=Conventions())
    other = Dimension(id="e", title="E", rule=Mean(), conventions=Conventions())
    framework = Framework(id="x", title="X", edition="1", dimensions=(node, other))
    text = dump_framework(framework)
    assert "threshold =" not in text
    assert 'scoring = { rule = "mean" }' in text


IDS = ["a", "b", "c", "d-1", "2"]
TEXTS = st.sampled_from(["A", 'It\'s "so"', "Two\nlines", "x" * 140, "back\\slash", "é ≥"])
LEVELS = st.dictionaries(st.sampled_from(["one", "two"]), st.sampled_from([1, 0.5, 3]), max_size=2)
WORDS = st.lists(st.sampled_from(["x", "y"]), max_size=2, unique=True)
EVIDENCE = st.sampled_from([["policy"], [], {"kind": "survey", "link": True}, {"groups": ["all"]}])
SOURCE = st.fixed_dictionaries(
    {}, optional={"title": TEXTS, "place": TEXTS, "year": st.just(2013), "wording": st.just("ours")}
)
ITEM = TEXTS | st.fixed_dictionaries(
    {"text": TEXTS},
    optional={
        "weight": st.sampled_from([2, 0.25]),
        "scale": st.sampled_from(["levels", "s", "n"]),
        "descriptors": st.dictionaries(st.sampled_from(["one", "two"]), TEXTS, max_size=2),
        "levels": LEVELS,
        "obligation": st.sampled_from(["must", "should", "may"]),
        "evidence": EVIDENCE,
        "tags": WORDS,
        "effort": st.integers(1, 5),
        "source": SOURCE,
    },
)
RULE = st.sampled_from(
    [
        {"rule": "none"},
        {"rule": "mean", "range": [0, 1], "bands": {"above": {"two": 0.5}}},
        {"rule": "staged", "threshold": 0.5, "least": 2},
        {"rule": "share", "rounding": {"places": 1, "mode": "down"}},
    ]
)
SCORING = st.fixed_dictionaries(
    {},
    optional={
        "missing": st.sampled_from(["bound", "block", "exclude"]),
        "minimum_coverage": st.sampled_from([0, 0.5]),
        "scale": st.sampled_from(["levels", "s"]),
        "evidence": EVIDENCE,
    },
)


def node(depth: int) -> st.SearchStrategy[dict[str, object]]:
    """A dimension's table, with parts down to a depth."""
    items = st.dictionaries(st.sampled_from([f"i-{name}" for name in IDS]), ITEM, max_size=3)
    above = st.dictionaries(st.sampled_from([f"l-{name}" for name in IDS]), ITEM, max_size=3)
    tables: dict[str, st.SearchStrategy[object]] = {
        "title": TEXTS,
        "weight": st.sampled_from([1, 2, 0.1]),
        "tags": WORDS,
        "source": SOURCE,
        "scoring": SCORING | RULE,
    }
    if depth:
        tables["parts"] = st.dictionaries(st.sampled_from(IDS), TEXTS | node(depth - 1), max_size=2)
    at = st.dictionaries(st.sampled_from(["one", "two"]), above, max_size=1)
    return st.fixed_dictionaries({"items": items}, optional=tables) | st.fixed_dictionaries(
        {"at": at, "items": items}, optional=tables
    )


@given(
    st.fixed_dictionaries(
        {"dimensions": st.dictionaries(st.sampled_from(IDS), node(2), min_size=1, max_size=3)},
        optional={"source": SOURCE, "description": TEXTS},
    ),
    SCORING,
    st.dictionaries(st.sampled_from(["dimension", "part"]), RULE),
    st.randoms(use_true_random=False),
)
def test_any_framework_comes_back(
    body: dict[str, object],
    scoring: dict[str, object],
    rules: dict[str, object],
    order: random.Random,
) -> None:
    """Any framework comes back."""
    data = {
        "schema": 1, "id": "x", "title": "X", "edition": "1",
        "levels": {"one": "One", "two": {"label": "Two", "text": "Second"}},
        "scales": {"s": {"no": 0, "yes": 1}, "n": {"number": {"min": 0, "max": 9}}},
        "scoring": {"scale": "s", **scoring, **rules},
        **body,
    }  # fmt: skip
    entries = list(data.items())
    order.shuffle(entries)
    try:
        framework = parse_framework(dump_toml(dict(entries)))
    except FaultsFound:
        return
    check(framework)
