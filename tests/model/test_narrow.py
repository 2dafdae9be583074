"""Parts of a framework as frameworks of their own."""

from __future__ import annotations

import attrs
import pytest

import maturity as mt
from maturity.model.frozen import FrozenMap
from maturity.model.narrow import asked_branches, claimed, narrowed, with_rule
from maturity.model.rules import Equivalence, Mean, Median, NoTotal, WeakestLink
from maturity.model.tree import Dimension, Profile

TEXT = """
schema = 1
id = "tool"
title = "Tool"
edition = "1"
[levels]
low = "Low"
high = "High"
[scales.met]
no = "No"
yes = "Yes"
[scoring]
scale = "met"
dimension = { rule = "mean" }
overall = { rule = "mean", over = ["a.x", "b"] }
[dimensions.a]
title = "A"
tags = ["core"]
items.x = { text = "X", tags = ["quick"] }
at.low.y = { text = "Y", sectors = ["gp"] }
[dimensions.a.parts.p]
title = "P"
items.z = { text = "Z", levels = { high = 1 } }
[dimensions.b]
title = "B"
weight = 2
sectors = ["council"]
scoring = { rule = "equivalence", needs = { low = { "a.x" = "yes", "b.v" = "yes" } } }
items.v = "V"
items.w = { text = "W", counts = { "a.p" = { low = 1 }, "b" = { low = 1 } } }
[dimensions.empty]
title = "Empty"
"""
FRAMEWORK = mt.parse_framework(TEXT)


def kept(**choice: object) -> list[str]:
    """The items that a profile with this choice keeps."""
    profile = Profile(id="p", title="P", **choice)  # type: ignore[arg-type]  # its fields
    profiles = FrozenMap({"p": profile})
    return [item.id for item in narrowed(with_profiles(profiles), "p").items]


def with_profiles(profiles: FrozenMap[str, Profile]) -> mt.Framework:
    """The framework with these profiles."""
    return attrs.evolve(FRAMEWORK, profiles=profiles)


ALL = ["a.x", "a.y", "a.p.z", "b.v", "b.w"]


def test_whole() -> None:
    """Without a profile the framework itself is asked."""
    assert narrowed(FRAMEWORK, None) is FRAMEWORK


def test_unknown_profile() -> None:
    """A profile that does not exist is refused with the nearest name."""
    with pytest.raises(mt.UnknownName) as refused:
        narrowed(FRAMEWORK, "q")
    assert str(refused.value) == "'tool' has no short form (profile) 'q'; there are: none"


@pytest.mark.parametrize(
    ("choice", "items"),
    [
        ({}, ALL),
        ({"drop": ("a.p", "b.v")}, ["a.x", "a.y", "b.w"]),
        ({"items": ("b.w", "a.x")}, ["a.x", "b.w"]),
        ({"dimensions": ("a.p",)}, ["a.p.z"]),
        ({"dimensions": ("a",), "drop": ("a.x",)}, ["a.y", "a.p.z"]),
        ({"levels": ("low",)}, ["a.y"]),
        ({"levels": ("high",)}, ["a.p.z"]),  # it counts there
        ({"tags": ("quick",)}, ["a.x"]),
        ({"tags": ("core",)}, ["a.x", "a.y", "a.p.z"]),  # a branch's tag is its items'
        ({"sectors": ("gp",)}, ["a.y"]),
        ({"sectors": ("council",)}, ["b.v", "b.w"]),
        ({"items": ("b.v",), "tags": ("quick",)}, ["a.x", "b.v"]),
        ({"tags": ("none",)}, []),
    ],
)
def test_choice(choice: dict[str, tuple[str, ...]], items: list[str]) -> None:
    """What any of the choices names is asked, less what is dropped."""
    assert kept(**choice) == items


def asked(**choice: object) -> mt.Framework:
    """The framework narrowed to a choice."""
    profile = Profile(id="p", title="P", **choice)  # type: ignore[arg-type]  # its fields
    return narrowed(with_profiles(FrozenMap({"p": profile})), "p")


def test_branches_without_items_go() -> None:
    """A branch whose items all go is gone; one that never had any stays."""
    assert [node.id for node in asked(items=("b.v",)).walk()] == ["b", "empty"]


def test_branches_that_still_count_stay() -> None:
    """A branch in which a chosen item counts stays, with all above it."""
    framework = asked(items=("b.w",))
    assert [node.id for node in framework.walk()] == ["a", "a.p", "b", "empty"]
    assert [item.id for item in framework.items] == ["b.w"]


def test_rules_forget_what_is_gone() -> None:
    """Lists, needs and counts name only what is left."""
    framework = asked(dimensions=("b",))
    assert framework.scoring.overall == Mean(over=("b",))
    rule = framework.dimensions[-2].rule
    assert rule == Equivalence(needs=FrozenMap({"low": FrozenMap({"b.v": "yes"})}))


def test_counts_forget_what_is_gone() -> None:
    """An item that counts nowhere any more does not fall back on its home."""
    text = TEXT.replace('"a.p" = { low = 1 }, "b" = { low = 1 }', '"a.p" = { low = 1 }')
    framework = mt.parse_framework(text + '[profiles.b]\ntitle = "B"\ndrop = ["a"]\n')
    answers = {"b.v": "no", "b.w": "yes"}
    card = mt.score(framework.assess(answers), "b")
    assert [item.id for item in card.asked.items] == ["b.v", "b.w"]
    assert card["b"].coverage.applicable == 1


def test_caps_forget_what_is_gone() -> None:
    """A cap on what is not asked is no cap."""
    text = TEXT.replace(
        'title = "A"',
        'title = "A"\nscoring = { rule = "high-water-mark", '
        'caps = [{ item = "b.v", until = "yes", level = "below" }] }',
    )
    framework = mt.parse_framework(text + '[profiles.a]\ntitle = "A"\ndimensions = ["a"]\n')
    assert len(framework.dimensions[0].rule.caps) == 1
    assert narrowed(framework, "a").dimensions[0].rule.caps == ()


def test_asked_branches() -> None:
    """`dimensions` asks each dimension, `parts` each part, or the dimension that has none."""
    assert asked_branches(FRAMEWORK, Profile(id="p", title="P", ask="dimensions")) == (
        "a",
        "b",
        "empty",
    )
    assert asked_branches(FRAMEWORK, Profile(id="p", title="P", ask="parts")) == (
        "a.p",
        "b",
        "empty",
    )
    assert asked_branches(FRAMEWORK, Profile(id="p", title="P")) == ()


def test_claimed() -> None:
    """A branch that is asked becomes one item on the ladder, and what is below it is gone."""
    framework = claimed(FRAMEWORK, ["a.p", "b"])
    assert [item.id for item in framework.items] == ["a.x", "a.y", "a.p.claimed", "b.claimed"]
    branch = framework["b"]
    assert isinstance(branch, Dimension)
    (item,) = branch.own_items
    assert (item.text, item.scale, item.weight, item.claims) == ("B", "levels", 2.0, "b")
    assert branch.rule == Median()
    assert framework.scoring.overall == Mean(over=("a.x", "b"))


def test_claimed_on_a_scale() -> None:
    """A profile may ask on a scale of its own."""
    framework = asked(ask="dimensions", scale="met", dimensions=("a",))
    assert {item.id: item.scale for item in framework.items} == {"a.claimed": "met"}


@pytest.mark.parametrize(
    ("ask", "choice", "branches"),
    [
        ("dimensions", {"dimensions": ("b",)}, ["b"]),
        ("dimensions", {"dimensions": ("empty",)}, ["empty"]),
        ("dimensions", {"drop": ("empty",)}, ["a", "b"]),
        ("dimensions", {"items": ("a.p.z",)}, ["a"]),
        ("dimensions", {"tags": ("core",), "drop": ("a",)}, []),
        ("parts", {"items": ("a.x",)}, ["a"]),
        ("parts", {"dimensions": ("a.p",)}, ["a.p"]),
        ("parts", {"items": ("b.w",)}, ["b"]),
        ("parts", {"sectors": ("council",)}, ["b"]),
    ],
)
def test_what_is_asked_is_what_is_chosen(
    ask: str, choice: dict[str, tuple[str, ...]], branches: list[str]
) -> None:
    """A profile asks the branches of which it chooses something, and no others."""
    profile = Profile(id="p", title="P", ask=ask, **choice)  # type: ignore[arg-type]  # its fields
    assert list(asked_branches(FRAMEWORK, profile)) == branches
    framework = narrowed(with_profiles(FrozenMap({"p": profile})), "p")
    assert [item.claims for item in framework.items] == branches


def test_an_empty_part_is_chosen_beside_a_full_one() -> None:
    """A part that holds nothing may be asked, though nothing else of its dimension is."""
    text = f"{TEXT}[dimensions.a.parts.q]\n"
    profile = Profile(id="p", title="P", ask="parts", dimensions=("a.q",))
    framework = narrowed(mt.parse_framework(text), profile)
    assert [item.claims for item in framework.items] == ["a.q"]


def test_with_rule() -> None:
    """One node's rule is replaced, whatever its depth; the rest is as it was."""
    changed = with_rule(FRAMEWORK, "a.p", WeakestLink())
    part = changed["a.p"]
    assert isinstance(part, Dimension)
    assert part.rule == WeakestLink()
    assert changed.dimensions[1:] == FRAMEWORK.dimensions[1:]
    assert changed.dimensions[0].rule == Mean()
    assert with_rule(changed, "a.p", Mean()) == FRAMEWORK
    assert with_rule(FRAMEWORK, "", NoTotal()).scoring.overall == NoTotal()


def test_evidence_that_does_not_suit_a_claim() -> None:
    """Evidence asked for above an answer of another scale holds no claim down."""
    framework = mt.parse_framework(
        """schema = 1
id = "e"
title = "E"
edition = "1"
levels = { low = "Low", top = "Top" }
scales.met = { no = "No", partly = "Partly", yes = "Yes" }
scoring = { scale = "met", evidence = { above = "partly" }, dimension = { rule = "staged" } }
dimensions.a.at.low.one = "One."
profiles.quick = { title = "Quick", ask = "dimensions" }
"""
    )
    score = mt.score(framework.assess({"a": "top"}), "quick")["a"]
    assert score.level == framework.levels[-1]
