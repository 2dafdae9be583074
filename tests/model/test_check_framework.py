"""What is legal. What is not: tests/broken/, a file for each fault."""

from __future__ import annotations

import attrs
import pytest

import maturity as mt
from maturity.model.check_framework import check_framework
from maturity.model.frozen import FrozenMap
from maturity.model.rules import Mean
from maturity.model.scales import Scale

HEAD = """
schema = 1
id = "tool"
title = "A tool"
edition = "1"
[levels]
one = "One"
two = "Two"
[scales.met]
no = 0
yes = 1
[scales.stage]
begun = 1
half = 2
done = 3
[scales.rate]
number = { min = 0, max = 100 }
bands = { from = { two = 50 } }
[scales.absence]
number = { min = 0, max = 20, better = "lower" }
bands = { up_to = { one = 10, two = 5 } }
"""
ITEMS = """
[dimensions.d.items]
a = "A."
b = "B."
"""
AT = """
[dimensions.d.at.one]
a = "A."
[dimensions.d.at.two]
b = "B."
"""

LEGAL = {
    "nothing to answer": "",
    "a dimension without items": "[dimensions.d]",
    "a level without items": '[scoring]\nscale = "met"\ndimension = { rule = "staged" }\n'
    '[dimensions.d.at.two]\na = "A."',
    "two scales for two branches": '[scoring]\nscale = "met"\n' + ITEMS + "[dimensions.e]\n"
    '[profiles.p]\nask = "dimensions"\nscale = "met"\ndimensions = ["d"]\n'
    '[profiles.q]\nask = "dimensions"\ndrop = ["d"]\n',
    "a title alone": '[dimensions]\nd = "D"',
    "equal values": '[scales.flat]\na = 1\nb = 1\n[scoring]\nscale = "flat"\n' + ITEMS,
    "one option": '[scales.single]\na = 1\n[scoring]\nscale = "single"\n' + ITEMS,
    "a pass mark between two bands": '[scoring]\nscale = "rate"\n'
    'dimension = { rule = "share", pass = 60 }\n' + ITEMS,
    "a band as a pass mark": '[scoring]\nscale = "rate"\n'
    'dimension = { rule = "share", pass = "two" }\n' + ITEMS,
    "a pass mark of the items that stand under a level": '[scoring]\nscale = "met"\n'
    'dimension = { rule = "staged", pass = "yes" }\n' + AT + "[dimensions.d.items]\n"
    'c = { text = "C.", scale = "levels" }',
    "a pass mark for dimensions": '[scoring]\nscale = "met"\ndimension = { rule = "staged" }\n'
    'overall = { rule = "share", pass = "one" }\n' + AT,
    "a pass mark beside dimensions without levels": '[scoring]\nscale = "met"\n'
    'dimension = { rule = "mean" }\noverall = { rule = "share", pass = "x" }\n' + ITEMS,
    "a ladder of its own": '[scoring]\nscale = "stage"\n'
    'dimension = { rule = "weakest-link", ladder = "stage" }\n'
    'overall = { rule = "median", ladder = "stage" }\n' + ITEMS,
    "bands on a ladder of its own": '[scoring]\nscale = "met"\n'
    'dimension = { rule = "mean", ladder = "stage", bands = { above = { half = 0.2, done = 0.8 } },'
    ' caps = [{ item = "d.a", until = "yes", level = "half" }] }\n' + ITEMS,
    "levels of levels": '[scoring]\nscale = "levels"\n'
    'dimension = { rule = "mean", of = "level", bands = { from = { two = 1.5 } } }\n'
    'overall = { rule = "staged", over = "children", of = "level", least = 1 }\n' + ITEMS,
    "shares of shares": '[scoring]\nscale = "met"\ndimension = { rule = "staged" }\n'
    'overall = { rule = "staged", over = ["d", "d.b"], of = "shares", pass = "yes" }\n' + AT,
    "lower is better, by its bands": '[scoring]\nscale = "absence"\n'
    'dimension = { rule = "median" }\noverall = { rule = "weakest-link" }\n' + ITEMS,
    "lower is better, in a range": '[scoring]\nscale = "absence"\n'
    'dimension = { rule = "mean", range = [0, 10] }\n' + ITEMS,
    "lower is better, below a ceiling": '[scoring]\nscale = "absence"\n'
    'dimension = { rule = "sum", ceiling = 2 }\n' + ITEMS,
    "lower is better, by rank": '[scoring]\nscale = "absence"\n'
    'dimension = { rule = "mean", of = "level" }\n' + ITEMS,
    "a cap until a band": '[scoring]\nscale = "absence"\ndimension = { rule = "weakest-link",'
    ' caps = [{ item = "d.a", until = "one", level = "below" }] }\n' + ITEMS,
    "a cap until another dimension": '[scoring]\nscale = "met"\ndimension = { rule = "staged" }\n'
    + AT
    + '[dimensions.e]\nscoring.caps = [{ dimension = "d", until = "one", level = "one" }]\n',
    "needs": '[scoring]\nscale = "met"\ndimension = { rule = "staged" }\n'
    'overall = { rule = "equivalence", needs = { one = { d = "two", "e.c" = "two" } } }\n'
    + AT
    + '[dimensions.e.items]\nc = { text = "C.", scale = "rate" }',
    "the highest of listed items": '[scoring]\nscale = "levels"\n'
    'overall = { rule = "high-water-mark", over = ["d.a"] }\n' + ITEMS,
    "two readers of one dimension": '[scoring]\nscale = "met"\ndimension = { rule = "mean" }\n'
    'overall = { rule = "mean", over = ["d", "e"] }\n'
    + ITEMS
    + '[dimensions.e]\nscoring.over = ["d"]\n',
    "a part that reads a dimension which reads items": '[scoring]\nscale = "met"\n'
    'dimension = { rule = "staged" }\n'
    + AT
    + '[dimensions.d.parts.p]\nscoring = { rule = "mean", over = ["d"] }',
    "counts": '[scoring]\nscale = "met"\ndimension = { rule = "staged" }\n[dimensions.d.items.a]\n'
    'text = "A."\ncounts = { d = { one = 2 }, e = { two = 0.5 } }\n[dimensions.e]\n',
    "a convention of its own": '[scoring]\nscale = "met"\nevidence = { above = "no" }\n'
    + ITEMS
    + '[dimensions.d.scoring]\nminimum_coverage = 1\nevidence = { above = "yes" }\n',
    "a profile of everything": '[scoring]\nscale = "met"\n[profiles.p]\nitems = ["d.a"]\n'
    'dimensions = ["d"]\nlevels = ["one"]\ntags = ["x"]\nsectors = ["y"]\ndrop = ["d.b"]\n'
    '[dimensions.d]\ntags = ["x"]\nsectors = ["y"]\n' + ITEMS,
    "two profiles that ask alike": '[scoring]\nscale = "met"\n[profiles.p]\nask = "parts"\n'
    '[profiles.q]\nask = "dimensions"\nscale = "levels"\n' + ITEMS,
    "text for what is below": '[levels]\nbelow = "None"\n',
}


@pytest.mark.parametrize("text", LEGAL.values(), ids=LEGAL)
def test_what_is_legal(text: str) -> None:
    """What is legal."""
    head = HEAD.replace("[levels]\n", '[levels]\nbelow = "None"\n') if "below" in text else HEAD
    assert mt.parse_framework(head + text.replace('[levels]\nbelow = "None"\n', "")).id == "tool"


def test_a_descriptor_may_be_for_what_is_below() -> None:
    """A descriptor may be for what is below."""
    item = '[scoring]\nscale = "levels"\n[dimensions.d.items.a]\ntext = "A."\n'
    named = HEAD.replace("[levels]\n", '[levels]\nbelow = "None"\n')
    assert mt.parse_framework(f'{named}{item}descriptors = {{ below = "Nothing." }}')
    with pytest.raises(mt.FaultsFound, match=r"level\.unknown"):
        mt.parse_framework(f'{HEAD}{item}descriptors = {{ below = "Nothing." }}')


@pytest.mark.parametrize("name", ["hwb-board", "hwb-elements", "ohwb-service"])
def test_the_shipped_frameworks_are_sound(name: str) -> None:
    """The shipped frameworks are sound."""
    assert check_framework(mt.load_framework(name)) == []


def test_records_made_in_python_are_checked_too() -> None:
    """Records made in Python are checked too."""
    framework = mt.parse_framework(HEAD + '[scoring]\nscale = "met"\n' + ITEMS)
    broken = attrs.evolve(
        framework,
        scoring=attrs.evolve(
            framework.scoring, overall=Mean(range=(float("nan"), 1.0), over=("nowhere",))
        ),
    )
    assert [(problem.code, problem.place) for problem in check_framework(broken)] == [
        ("rule.range", ("scoring", "overall", "range")),
        ("path.unknown", ("scoring", "overall", "over", 0)),
    ]


def test_what_is_inherited_is_told_once_where_it_is_written() -> None:
    """What is inherited is told once where it is written."""
    text = """
[scoring]
scale = "met"
dimension = { rule = "staged", threshold = 2 }
part = { rule = "share", pass = "maybe" }
[dimensions.d]
[dimensions.e]
scoring = { threshold = 3 }
[dimensions.e.parts.p.items]
a = "A."
[dimensions.e.parts.q.items]
b = "B."
"""
    with pytest.raises(mt.FaultsFound) as caught:
        mt.parse_framework(HEAD + text)
    lines = [str(fault).partition("<text>:")[2].partition(";")[0] for fault in caught.value.faults]
    start = HEAD.count("\n")
    assert lines == [
        f"{start + 4}:32: error[rule.threshold]: the threshold is 2",
        (
            f"{start + 5}:26: error[rule.pass]: 'e.p' can't tell whether 'e.p.a' passes: "
            "'maybe' is not an answer on the scale 'met'"
        ),
        f"{start + 8}:13: error[rule.threshold]: the threshold is 3",
    ]


def test_evidence_is_told_where_it_is_asked_for() -> None:
    """Evidence is told where it is asked for."""
    text = """
[scoring]
scale = "met"
[dimensions.d]
scoring = { evidence = { above = "half" } }
[dimensions.d.parts.p.items]
a = "A."
b = { text = "B.", scale = "stage" }
c = "C."
"""
    with pytest.raises(mt.FaultsFound) as caught:
        mt.parse_framework(HEAD + text)
    (fault,) = caught.value.faults
    assert fault.code == "evidence.above"
    assert fault.where.line == HEAD.count("\n") + 5
    assert "'d.p.a'" in fault.what


def test_a_ladder_that_is_no_scale_has_no_rungs() -> None:
    """A ladder that is no scale has no rungs."""
    framework = mt.parse_framework(HEAD + '[scoring]\nscale = "met"\n' + ITEMS)
    rule = Mean(ladder="rate", of="level")
    broken = attrs.evolve(framework, scoring=attrs.evolve(framework.scoring, overall=rule))
    assert {problem.code for problem in check_framework(broken)} == {"rule.ladder", "rule.no-total"}


def test_a_scale_without_options_does_not_stop_the_check() -> None:
    """A scale without options does not stop the check."""
    framework = mt.parse_framework(HEAD + '[scoring]\nscale = "met"\n' + ITEMS)
    broken = attrs.evolve(
        framework, scales=FrozenMap({**framework.scales, "met": Scale("met", ())})
    )
    assert [problem.code for problem in check_framework(broken)] == ["scale.empty"]
