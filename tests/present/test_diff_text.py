"""The page of what differs between two frameworks."""

from __future__ import annotations

from attrs import evolve

import maturity as mt
from maturity.model.rules import Staged
from maturity.model.source import Source
from maturity.present.diff_text import diff_view
from maturity.present.layout import render

BASE = mt.parse_framework("""
schema = 1
id = "kit"
title = "Kit"
edition = "1"
terms = { item = "point" }
[levels]
low = "Low"
top = "Top"
[scales.met]
no = "No"
yes = "Yes"
[scoring]
scale = "met"
dimension = { rule = "staged" }
[dimensions.a]
title = "First"
items.free = "Free."
at.low = { one = "One is there for everybody who asks.", two = "Two." }
[dimensions.b]
title = "Second"
[dimensions.b.parts.p]
title = "Part"
at.low = { three = "Three.", four = "Four." }
[dimensions.c.items]
five = "Five."
""")
OVERLAY = """
schema = 1
id = "ours"
title = "Kit"
edition = "1"
extends = { id = "kit", edition = "1" }
[drop]
b = "Done\\u001b elsewhere"
"a.two" = "Not for us"
[change]
"a.one" = "One is there, in other words, and at all times."
"a.free" = { level = "top", weight = 2, tags = ["[red]"] }
"c.five" = { tags = ["[red]"] }
[scoring]
dimension = { threshold = 0.5 }
overall = { rule = "weakest-link" }
[dimensions.d]
title = "Local"
items = { six = "Six." }
"""
PAGE = """\
From kit 1 to ours 1
What differs, and what that does to comparing results
=====================================================
3 points shared, of 6 and 4. Shared: at the same path in both, with the same possible answers.
To compare results, score what is shared, under the rules of one of the two.

Added (2)
  Not part of what the two share.
  - d: Local (dimension, with 1 point)

Dropped (5)
  Not part of what the two share.
  - a.two: Two.
    Reason: Not for us
  - b: Second (dimension, with 2 points)
    Reason: Done\ufffd elsewhere

Reworded (1)
  Answers compare as long as the meaning is the same.
  - a.one
    Before  One is there for everybody who asks.
    Now     One is there, in other words, and at all times.

Re-levelled (1)
  Scores can differ; score what is shared under one set of rules.
  - a.free: level none, now Top

Reweighted (1)
  Scores can differ; score what is shared under one set of rules.
  - a.free: weight 1, now 2

Rule changed (2)
  Scores can differ; score what is shared under one set of rules.
  - overall rule
    Before  no total, on purpose
    Now     the lowest of its dimensions counts
  - rule of each dimension
    Before  a level is reached when all of its points are met, and every level below it is reached
    Now     a level is reached when 50% of its points are met, and every level below it is reached

Other (5)
  An assessment names it: answers to the one are not read as answers to the other.
  - id: kit, now ours
  It says where a framework comes from; what that changes is listed here.
  - extends: nothing, now kit, 1
  Shown, never scored; answers and scores compare.
  - a.one: wording of the source nothing, now ours
  Only short forms that choose by it can differ.
  - a.free and c.five: tags nothing, now [red]
"""


def shown(first: mt.Framework, second: mt.Framework) -> str:
    """The page, each paragraph on one line."""
    return render(diff_view(mt.diff(first, second)), 1000)


def test_an_overlay() -> None:
    """By kind, with old and new words, reasons, and what it does to comparing."""
    assert shown(BASE, mt.parse_framework(OVERLAY, base=BASE)) == PAGE


def test_nothing_differs() -> None:
    """A framework and itself."""
    assert shown(BASE, BASE).endswith("\nNothing differs: they say the same.\n")


def test_labels_alone() -> None:
    """Where scores can't differ, the page says so."""
    other = evolve(BASE, title="Tool")
    assert "\nThe same answers give the same results in both.\n" in shown(BASE, other)


def test_nothing_in_common() -> None:
    """Two frameworks that share nothing, each counted with its own word."""
    page = shown(BASE, mt.load_framework("ohwb-service"))
    assert "\n0 items shared, of 6 and 23. " in page
    assert "\nNo results compare.\n" in page
    assert "\n  - b: Second (dimension, with 2 points)\n" in page
    assert "\n  - people: People (dimension, with 6 areas)\n" in page


def test_what_moved() -> None:
    """A branch that moved stands for all below it; an item is shown with its words."""
    text = mt.dump_framework(BASE).replace("dimensions.b", "dimensions.z")
    text = text.replace('five = "Five."', 'fifth = "Five."')
    page = shown(BASE, mt.parse_framework(text))
    assert "\nMoved (5)\n" in page
    assert page.endswith("other path.\n  - b, now z: Second\n  - c.five, now c.fifth: Five.\n")


def test_a_rule_that_sounds_the_same() -> None:
    """Where a sentence hides what differs in a rule, its parameters are shown."""
    rule = Staged(pass_="yes")  # noqa: S106  # the answer that passes
    nodes = tuple(evolve(node, rule=rule) for node in BASE.dimensions[:1])
    page = shown(BASE, evolve(BASE, dimensions=(*nodes, *BASE.dimensions[1:])))
    assert "  - a: rule staged, now staged, pass = yes\n" in page


def test_one_line_for_many() -> None:
    """What is said alike of many stands on one line; a long list is cut, with its count."""
    many = "\n".join(f'i{number} = {{ text = "{number}", weight = 1 }}' for number in range(30))
    head = 'schema = 1\nid = "n"\ntitle = "N"\nedition = "1"\n[levels]\nlow = "Low"\n'
    text = f'{head}[scoring]\nscale = "levels"\n[dimensions.a.items]\n{many}\n'
    two = [mt.parse_framework(text.replace("weight = 1", f"weight = {by}")) for by in (1, 2)]
    assert "a.i19 and 10 more: weight 1, now 2\n" in shown(*two)


def test_the_framework_itself() -> None:
    """The framework stands beside a branch of which the same is said."""

    def dated(year: int | None) -> mt.Framework:
        source = Source(year=year)
        a, b, c = BASE.dimensions
        part = evolve(b.dimensions[0], source=source, own_items=())
        b = evolve(b, source=Source(year=1999), dimensions=(part,))
        return evolve(BASE, source=source, dimensions=(a, b, c))

    line = "  - the framework itself and b.p: year of the source nothing, now 2020\n"
    assert shown(dated(None), dated(2020)).endswith(line)
