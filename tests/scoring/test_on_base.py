"""An overlay's answers on what it shares with its base, by the base's rules."""

from __future__ import annotations

import pytest

import maturity as mt
from maturity.model.narrow import narrowed
from maturity.scoring.on_base import shared_form

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


WHOLE = """
schema = 1
id = "whole"
title = "Whole"
edition = "1"
[levels]
low = "Low"
high = "High"
[scales.s]
no = 0
yes = 1
[scales.r]
red = 0
green = 1
[scales.n]
number = { min = 0, max = 10, unit = "days", step = 1 }
bands = { from = { high = 5 } }
[scales.m]
number = { min = 0, max = 10, unit = "days", step = 1 }
bands = { from = { high = 5 } }
[properties.size]
options = { small = "Small", big = "Big" }
[scoring]
scale = "s"
dimension = { rule = "share", bands = { from = { high = 0.5 } } }
[profiles.quick]
ask = "parts"
[profiles.top]
ask = "dimensions"
[dimensions.d.items]
own = "Own"
[dimensions.d.parts.p.items]
a = "A"
b = "B"
[dimensions.d.parts.q.items]
c = "C"
[dimensions.e.items]
f = "F"
n = { text = "N", scale = "n" }
m = { text = "M", scale = "m" }
"""
LOCAL = """
schema = 1
id = "local"
title = "Local"
edition = "1"
extends = { id = "whole", edition = "1" }
"""


def whole() -> mt.Framework:
    """A framework that asks about parts and dimensions as a whole as well."""
    return mt.parse_framework(WHOLE)


def on_base(
    more: str, said: dict[str, object], profile: str | None = None, **details: object
) -> mt.Scorecard:
    """The shared part of an assessment of an overlay of it, which can be worked out again."""
    framework = mt.parse_framework(LOCAL + more, base=whole())
    found = mt.score(framework.assess(said, **details), profile).on_base  # type: ignore[arg-type]  # answers
    assert found is not None
    assert mt.recompute(found.record(), whole()) == found
    return found


DROP = '[drop]\n"d.p.a" = "Not for us"\n'
AWAY = mt.not_applicable("We are three people")


def test_a_branch_that_does_not_apply() -> None:
    """It stays one where the base has the same below it; else all that is left in it is N/A."""
    same = on_base("", {"d": AWAY})
    assert (dict(same.assessment.answers), list(same.assessment.claims)) == ({}, ["d"])
    assert same["d"].coverage.applicable == 0
    spread = on_base(DROP, {"d": AWAY, "d.p.b": mt.Answer(note="Later")})
    assert spread.assessment.answers == {
        "d.own": mt.Answer(value=AWAY),
        "d.p.b": mt.Answer(value=AWAY, note="Later"),
    }
    assert list(spread.assessment.claims) == ["d.q"]
    cover = spread["d"].coverage
    assert (cover.applicable, cover.not_applicable) == (0, 3)


def test_what_is_not_applicable_by_itself_keeps_its_reason() -> None:
    """The reason of a part or an item stands before that of what it stands in."""
    nobody = mt.not_applicable("Nobody does this")
    found = on_base(DROP, {"d": AWAY, "d.q": nobody, "d.own": nobody, "d.p": nobody}).assessment
    assert {path: said.value for path, said in {**found.answers, **found.claims}.items()} == {
        "d.own": nobody,
        "d.p.b": nobody,
        "d.q": nobody,
    }


def test_a_claim_beside_the_answers() -> None:
    """A level that is claimed of what is the same goes with the answers, and is no answer."""
    found = on_base("[scoring]\nmissing = 'block'\n", {"d.p": "high", "d.p.a": "yes"})
    claimed = found["d.p"].claimed
    assert claimed is not None
    assert (claimed.id, found["d.p"].coverage.answered) == ("high", 1)


@pytest.mark.parametrize(
    "more",
    [
        DROP,
        '[dimensions.d.parts.p.items]\nz = "Z"\n',
        '[change]\n"d.p.a" = "A, in other words"\n',
        '[change]\n"d.p.a" = { level = "low" }\n',
        '[change]\n"d.p.a" = { scale = "r" }\n',
        '[change]\n"d.p" = { title = "Another part" }\n',
    ],
)
def test_a_short_form_with_claims(more: str) -> None:
    """What both ask in the very same way is scored; what differs is left out, and that is said."""
    mine = mt.parse_framework(LOCAL + more, base=whole())
    said = {"d.p": "high", "d.q": "high", "d.own": "yes", "e": "high"}
    card = mt.score(mine.assess(said), "quick")
    on_base = card.on_base
    assert on_base is not None
    assert [item.id for item in on_base.asked.items] == ["d.own", "d.q.claimed", "e.claimed"]
    assert on_base["d"].coverage.answered == 2
    assert mt.recompute(on_base.record(), whole()) == on_base
    title = mine["d.p"].title  # type: ignore[union-attr]  # a part
    assert card.caveats[-1] == (
        f"The answer to '{title}' as a whole is not part of what is shared: "
        "it is not asked for in the very same way there."
    )


@pytest.mark.parametrize(
    ("scale", "high"), [("r", "green"), ("z", "high")], ids=["other answers", "a scale of its own"]
)
def test_a_short_form_on_another_scale(scale: str, high: str) -> None:
    """Claims on another scale don't compare, and where there is nothing else that is said."""
    forms = (f'[profiles.{name}]\nask = "parts"\nscale = "{scale}"\n' for name in ("quick", "top"))
    more = "".join([*forms, "[scales.z]\nlow = 0\nhigh = 1\n", '[drop]\n"d.own" = "No"\n'])
    mine = mt.parse_framework(LOCAL + more, base=whole())
    card = mt.score(mine.assess({"d.p": high, "d.q": high}), "quick")
    assert card.on_base is None
    assert card.caveats[1].endswith(
        "nothing that was asked is shared, so no result compares with others."
    )
    assert card.caveats[2] == (
        "The answers to 'P' and 'Q' as a whole are not part of what is shared: "
        "they are not asked for in the very same way there."
    )


@pytest.mark.parametrize("profile", [None, "quick", "top"])
def test_a_short_form_of_the_same(profile: str | None) -> None:
    """Where nothing is changed, a short form with claims has the results of the base."""
    said = {"d.p": "high", "d.q": "low", "d.own": "yes", "e": "high", "d": "high"}
    theirs = mt.score(whole().assess(said), profile)
    found = on_base("", said, profile)  # type: ignore[arg-type]  # answers
    for one, other in zip(found, theirs, strict=True):
        assert (one.path, one.level, one.value, one.status, one.claimed) == (
            other.path, other.level, other.value, other.status, other.claimed,
        )  # fmt: skip


def test_a_dimension_without_its_parts_is_not_asked_as_a_whole() -> None:
    """Where no part compares, the rest of the dimension is left out too: nobody was asked so."""
    more = '[change]\n"d.p.a" = "Other"\n"d.q.c" = "Other"\n'
    said = {"d.p": "high", "d.q": "high", "d.own": "yes", "e": "high"}
    assert [i.id for i in on_base(more, said, "quick").asked.items] == ["e.claimed"]  # type: ignore[arg-type]  # answers


@pytest.mark.parametrize("profile", ["quick", "top", "some"])
@pytest.mark.parametrize("more", ["", DROP, '[dimensions.e.items]\nz = "Z"\n'])
def test_the_same_short_form_of_the_base(profile: str, more: str) -> None:
    """Those who answer the base are scored on what the short form of an overlay shares with it."""
    some = '[profiles.some]\nitems = ["d.p.b", "e.f"]\n'
    mine = mt.parse_framework(LOCAL + more + some, base=whole())
    found = mt.score(mine.assess({}), profile).on_base
    assert found is not None
    assert shared_form(whole(), mine, profile) == found.chosen
    back = shared_form(mine, whole(), "quick")
    assert {item.id for item in narrowed(mine, back).items} == {
        item.id for item in narrowed(whole(), shared_form(whole(), mine, "quick")).items
    }


def test_what_the_base_cannot_take_is_left_out() -> None:
    """Numbers in another unit or step, targets, levels and properties that the base hasn't."""
    more = """
    [scales.n]
    number = { min = 0, max = 10, unit = "weeks", step = 1 }
    [scales.m]
    number = { min = 0, max = 10, unit = "days", step = 0.5 }
    [change]
    "d.q.c" = { scale = "r" }
    [profiles.top]
    ask = "dimensions"
    scale = "r"
    [profiles.quick]
    ask = "parts"
    scale = "r"
    [properties.size]
    options = { tiny = "Tiny", small = "Small" }
    """
    said = {"e.n": 3, "e.m": 2.5, "e.f": "yes", "d.q.c": "green", "d.p.a": "yes"}
    targets = {"e.n": 2, "e.m": 2.5, "d.q.c": "green", "d.p.a": "yes", "d": "green"}
    tiny = mt.Organisation(name="We", properties={"size": "tiny"})
    found = on_base(more, said, targets=targets, organisation=tiny).assessment
    assert set(found.answers) == {"d.p.a", "e.f"}
    assert dict(found.targets) == {"d.p.a": "yes"}
    assert dict(on_base("", {}, targets={"d": "high"}).assessment.targets) == {"d": "high"}
    assert dict(found.organisation.properties) == {}


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
