"""What decided a result, rule by rule: the facts, and the sentences that they make."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import maturity as mt

from .tools import at, card_of, framework_of, said, score_of

if TYPE_CHECKING:
    from maturity.scoring.reasons import Fact

STAGED = '[scoring]\nscale = "met"\ndimension = { rule = "staged", threshold = 0.5 }\n'
LADDER = '[scoring]\nscale = "levels"\ndimension = '
THREE = '[dimensions.a]\ntitle = "A"\nitems = { x = "X", y = "Y", z = "Z" }\n'
FLAT = '[scoring]\nscale = "met"\ndimension = '


def said_of(facts: tuple[Fact, ...]) -> list[tuple[str | None, object, object, tuple[str, ...]]]:
    """Facts as level, has, needs and items."""
    return [
        (fact.level.id if fact.level else None, fact.has, fact.needs, fact.items) for fact in facts
    ]


def test_staged() -> None:
    """Each rung up to the first that does not hold: its share, its minimum, what is short."""
    why = score_of(STAGED + at(bronze=2, silver=3, gold=1), said(yes="b1 s1", no="b2 s2")).why()
    assert said_of(why.facts) == [
        ("bronze", 0.5, 0.5, ()),
        ("silver", pytest.approx(1 / 3), 0.5, ("a.s2", "a.s3")),
    ]
    assert "Bronze holds: 1 of 2 items is met (50%), 50% is needed." in why.text
    assert "Silver does not hold: 1 of 3 items is met (33%), 50% is needed." in why.text
    assert "Not there yet: a.s2. Unanswered: a.s3." in why.text
    assert {fact.node for fact in why.facts} == {"a"}


def test_staged_at_the_top() -> None:
    """At the top every rung is explained, and the short form keeps the last."""
    why = score_of(STAGED + at(bronze=1, silver=1, gold=1), said(yes="b1 s1 g1")).why()
    assert [fact.level.id for fact in why.facts if fact.level] == ["bronze", "silver", "gold"]
    assert why.short == "Gold holds: 1 of 1 item is met (100%), 50% is needed."


def test_staged_by_weight() -> None:
    """Where weights differ, the share is said to be by weight; all of it may be needed."""
    tree = """
    [dimensions.a]
    title = "A"
    at.bronze = { b1 = { text = "One", weight = 3 }, b2 = "Two" }
    """
    why = score_of(STAGED.replace("0.5", "1") + tree, said(yes="b1", no="b2")).why()
    assert "(75% by weight), all are needed" in why.text


def test_staged_with_part_credit() -> None:
    """Where there is part credit, the share is said to count it."""
    text = STAGED.replace("0.5", '0.5, credit = "partial"') + at(bronze=2)
    why = score_of(text, said(partly="b1", no="b2")).why()
    assert "(25% with part credit)" in why.text


def test_staged_thresholds() -> None:
    """A rung that asks for a share of another names it; one that asks nothing just holds."""
    text = STAGED.replace("threshold = 0.5", "thresholds = { silver = { bronze = 1, silver = 1 } }")
    why = score_of(text + at(bronze=2, silver=1), said(yes="b1 s1", no="b2")).why()
    assert "Bronze holds." in why.text
    assert "1 of 2 items at Bronze is met (50%), all are needed; 1 of 1 item is met" in why.text
    assert said_of(why.facts) == [
        ("silver", 0.5, 1.0, ("a.b2",)),
        ("silver", 1.0, 1.0, ()),
    ]


def test_staged_least() -> None:
    """How many are met at or below a rung is said where it is too few."""
    text = STAGED.replace("0.5", "0.5, least = 3") + at(bronze=4)
    few = score_of(text, said(yes="b1 b2", no="b3 b4")).why()
    assert "2 are met at or below it" in few.text
    assert said_of(few.facts)[1] == ("bronze", 2.0, 3.0, ())
    enough = score_of(text, said(yes="b1 b2 b3", no="b4")).why()
    assert "are met at or below" not in enough.text


def test_staged_empty_level() -> None:
    """A rung with nothing to count says so, and has no share."""
    text = STAGED.replace("[scoring]", '[scoring]\nempty_level = "fail"') + at(bronze=1)
    why = score_of(text, said(yes="b1")).why()
    assert "Silver does not hold: nothing counts there" in why.text
    assert said_of(why.facts)[1] == ("silver", None, 0.5, ())


def test_staged_blocked() -> None:
    """A rung that an answer blocks does not hold, though the share would do."""
    text = STAGED.replace("[scoring]", '[scoring]\nnot_applicable = "block"')
    why = score_of(text + at(bronze=1, silver=2), said(yes="b1 s1", na="s2")).why()
    assert "Silver does not hold" in why.text
    assert "1 item blocks it" in why.text
    assert said_of(why.facts)[1] == ("silver", 0.5, 0.5, ("a.s2",))


def test_staged_blocked_and_not_asked() -> None:
    """A rung of which no share is asked does not hold either while an answer blocks it."""
    text = STAGED.replace("[scoring]", '[scoring]\nnot_applicable = "block"').replace(
        "threshold = 0.5", "thresholds = { gold = { gold = 1 } }"
    )
    score = score_of(text + at(bronze=1, silver=1), said(yes="b1", na="s1"))
    assert score.level is not None
    assert score.level.id == "bronze"
    assert "Silver does not hold" in score.why().text


def test_staged_on_the_ladder() -> None:
    """Answers on the ladder are at a rung or above, and the lowest goes without saying."""
    why = score_of(LADDER + '{ rule = "staged", threshold = 0.6 }\n' + THREE,
                   said(silver="x y", bronze="z")).why()  # fmt: skip
    assert "Bronze" not in why.text
    assert "Silver holds: 2 of 3 items are at Silver or above (66%), 60% is needed." in why.text
    assert "Gold does not hold: 0 of 3 items are at Gold (0%)" in why.text


def test_staged_over_shares() -> None:
    """Over children's shares, the share is said to be theirs."""
    text = """
    [scoring]
    scale = "met"
    dimension = { rule = "staged" }
    overall = { rule = "staged", over = "children", of = "shares", threshold = 0.5 }
    """
    card = card_of(text + at("a", bronze=2) + at("b", bronze=2), said("a", yes="b1", no="b2")
                   | said("b", no="b1 b2"))  # fmt: skip
    why = card.overall.why()
    assert "by their own shares" in why.text
    assert said_of(why.facts)[0][:3] == ("bronze", 0.25, 0.5)


def test_weakest_link() -> None:
    """The lowest of a weakest link are named, with where they are."""
    text = LADDER + '{ rule = "weakest-link" }\n' + THREE
    why = score_of(text, said(gold="x", silver="y")).why()
    assert said_of(why.facts) == [("bronze", 1.0, None, ("a.z",))]
    assert "The lowest of 3 items counts: a.z, unanswered, so it counts as Bronze." in why.text
    same = score_of(text, said(gold="x y z")).why()
    assert "All 3 items are at Gold." in same.text


def test_weakest_link_without_levels() -> None:
    """Without levels the way up is said in per cent."""
    why = score_of(FLAT + '{ rule = "weakest-link" }\n' + THREE, said(yes="x y", partly="z")).why()
    assert said_of(why.facts) == [(None, 0.5, None, ("a.z",))]
    assert "50% of the way up" in why.text


def test_weakest_link_of_one() -> None:
    """Where there is but one, it is named as the only one."""
    why = score_of(LADDER + '{ rule = "weakest-link" }\n' + THREE, said(gold="x", na="y z")).why()
    assert "Its only item counts: a.x, Gold." in why.text


@pytest.mark.parametrize(
    ("side", "words"),
    [
        ("lower", "the lower of the middle two counts"),
        ("upper", "the upper of the middle two counts"),
        ("midpoint", "the point half way between the middle two counts"),
    ],
)
def test_median(side: str, words: str) -> None:
    """A median says how many stand where, and which counts."""
    text = LADDER + f'{{ rule = "median", side = "{side}" }}\n' + THREE
    why = score_of(text, said(bronze="x", gold="y", na="z")).why()
    assert f"Of 2 items: 1 at Bronze and 1 at Gold; {words}." in why.text
    odd = score_of(text, said(bronze="x", gold="y z")).why()
    assert "1 at Bronze and 2 at Gold; the middle one counts." in odd.text
    assert said_of(odd.facts) == [("gold", 3.0, None, ("a.x", "a.y", "a.z"))]


def test_median_without_levels() -> None:
    """Without levels a median says its value."""
    why = score_of(FLAT + '{ rule = "median" }\n' + THREE, said(yes="x", partly="y", no="z")).why()
    assert "Of 3 items in order, the middle one counts: 0.5." in why.text


def test_median_of_one() -> None:
    """A claim is the only answer there is; a part goes by its title."""
    framework = framework_of(STAGED + at(bronze=1) + '[profiles.short]\nask = "dimensions"\n')
    card = mt.score(framework.assess({"a": "silver"}), "short")
    assert "Its only answer is Silver." in card["a"].why().text
    text = STAGED + 'overall = { rule = "median" }\n' + at(bronze=1)
    overall = card_of(text, said(yes="b1")).overall
    assert "Its only dimension counts: A, Gold." in overall.why().text


def test_high_water_mark() -> None:
    """A high-water mark names what was seen at its level."""
    text = FLAT + '{ rule = "high-water-mark" }\n' + at(bronze=1, silver=2)
    seen = score_of(text, said(yes="b1 s2", no="s1")).why()
    assert said_of(seen.facts) == [("silver", 2.0, None, ("a.s2",))]
    assert "The highest level seen anywhere counts: a.s2." in seen.text
    nothing = score_of(text, said(no="b1 s1 s2")).why()
    assert said_of(nothing.facts) == [("below", 0.0, None, ())]
    assert "No level has been seen yet." in nothing.text


def test_equivalence() -> None:
    """An equivalence says what each level needs, and what is still needed."""
    needs = 'needs = { silver = { "a.x" = "yes", "a.y" = "partly" } }'
    text = f'{FLAT}{{ rule = "equivalence", {needs} }}\n{THREE}'
    why = score_of(text, said(no="x", partly="y", yes="z")).why()
    assert said_of(why.facts) == [
        ("bronze", 0.0, 0.0, ()),
        ("silver", 1.0, 2.0, ("a.x",)),
    ]
    assert "Silver does not hold: 1 of 2 needs is met; still needed: a.x ('yes')." in why.text
    assert "nothing that it needs counts here" in why.text


def test_mean() -> None:
    """A value says its range, and where the next level starts."""
    rule = '{ rule = "mean", bands = { from = { silver = 0.4, gold = 0.9 } } }\n'
    why = score_of(FLAT + rule + THREE, said(yes="x", partly="y", no="z")).why()
    assert said_of(why.facts) == [
        ("silver", 0.5, None, ()),
        ("gold", 0.5, 0.9, ()),
    ]
    assert "The mean over 3 items is 0.5, on a range from 0 to 1. Gold starts at 0.9." in why.text
    top = score_of(FLAT + rule + THREE, said(yes="x y z")).why()
    assert len(top.facts) == 1


def test_mean_above() -> None:
    """Bands that ask for more than a limit say so."""
    rule = '{ rule = "sum", bands = { above = { gold = 2 } } }\n'
    why = score_of(FLAT + rule + THREE, said(yes="x y", no="z")).why()
    assert "The sum over 3 items is 2" in why.text
    assert "Gold starts above 2." in why.text


def test_share() -> None:
    """A share is a share that is met; without bands there is no level to speak of."""
    why = score_of(FLAT + '{ rule = "share" }\n' + THREE, said(yes="x", no="y z")).why()
    assert "share that is met over 3 items is 0.33" in why.text
    assert said_of(why.facts) == [(None, pytest.approx(1 / 3), None, ())]


def test_cap() -> None:
    """A cap that holds the level down is said; one that doesn't is not."""
    text = """
    [scoring]
    scale = "met"
    [dimensions.a]
    title = "A"
    at.gold.g1 = "G1"
    items.rate = { text = "Rate", scale = "marks" }
    [dimensions.a.scoring]
    rule = "staged"
    [[dimensions.a.scoring.caps]]
    item = "a.g1"
    until = "yes"
    level = "bronze"
    [[dimensions.a.scoring.caps]]
    item = "a.rate"
    until = 40
    level = "silver"
    """
    held = score_of(text, {"a.g1": "no", "a.rate": 10}).why()
    assert "No level above Bronze until a.g1 reaches 'yes'." in held.text
    assert "until a.rate" not in held.text  # bronze is already the lower of the two
    only = score_of(text, {"a.g1": "yes", "a.rate": 10}).why()
    assert "No level above Silver until a.rate reaches '40'." in only.text
    assert "No level above" not in score_of(text, {"a.g1": "yes", "a.rate": 50}).why().text
