"""The facts of a node: status, coverage, counts, bounds, claims, what is answered so far."""

from __future__ import annotations

import pytest

import maturity as mt
from maturity.model.frozen import FrozenMap
from maturity.scoring.nodescore import Coverage

from .tools import NO_REASON, WITH_BELOW, at, card_of, framework_of, level_id, said, score_of

STAGED = '[scoring]\nscale = "met"\ndimension = { rule = "staged", threshold = 0.5 }\n'
MEAN = '[scoring]\nscale = "met"\ndimension = { rule = "mean" }\n'
PAIR = '[dimensions.a]\ntitle = "A"\nitems = { x = "X", y = "Y" }\n'


def with_convention(text: str, convention: str) -> str:
    """A text with a convention for all."""
    return text.replace("[scoring]", f"[scoring]\n{convention}")


@pytest.mark.parametrize(
    ("answers", "status"),
    [
        ({}, "not started"),
        (said(yes="b1 b2"), "open"),
        (said(yes="b1 b2", no="s1 s2"), "certain"),
        (said(no="b1 b2"), "certain"),  # silver can't be reached any more
        (said(yes="b1 b2 s1"), "open"),
        (said(na="b1 b2 s1 s2"), "undefined"),
    ],
)
def test_status(answers: dict[str, mt.Answer], status: str) -> None:
    """A result is certain once no open answer can change the level."""
    text = STAGED.replace("0.5", "1") + at(bronze=2, silver=2)
    assert score_of(text, answers).status == status


def test_certain_though_open() -> None:
    """Half of two at silver is reached: the open one can't change the level, nor fill gold."""
    text = STAGED + at(bronze=1, silver=2, gold=1)
    score = score_of(text, said(yes="b1 s1", no="g1"))
    assert (score.status, level_id(score)) == ("certain", "silver")


def test_status_without_levels() -> None:
    """Where there is no level, the value decides: it is open while the value can change."""
    assert score_of(MEAN + PAIR, said(yes="x")).status == "open"
    share = MEAN.replace('"mean"', '"weakest-link"')
    assert score_of(share + PAIR, said(no="x")).status == "certain"


def test_none() -> None:
    """A node without a total has coverage and counts all the same."""
    overall = card_of(MEAN + PAIR, said(yes="x")).overall
    assert overall.status == "none"
    assert (overall.coverage.answered, overall.coverage.applicable) == (1, 2)
    assert overall.counts == {"no": 0, "partly": 0, "yes": 1}
    assert (overall.so_far.value, overall.so_far.level, overall.na_effect) == (None, None, None)


@pytest.mark.parametrize(("minimum", "status"), [(0.5, "open"), (0.51, "withheld")])
def test_withheld(minimum: float, status: str) -> None:
    """Below the minimum coverage the result is withheld; at it, it isn't."""
    score = score_of(with_convention(MEAN, f"minimum_coverage = {minimum}") + PAIR, said(yes="x"))
    assert score.status == status
    assert (score.value is None) == (status == "withheld")
    assert score.bounds is not None


def test_parents_use_what_is_withheld() -> None:
    """What is withheld at a dimension still counts in the overall, whose own coverage suffices."""
    text = """
    [scoring]
    scale = "met"
    dimension = { rule = "mean" }
    overall = { rule = "mean" }
    [dimensions.a]
    title = "A"
    scoring.minimum_coverage = 0.9
    items = { x = "X", y = "Y" }
    """
    card = card_of(text, said(yes="x"))
    assert (card["a"].value, card["a"].level) == (None, None)
    assert card.overall.value == 0.5


def test_not_started() -> None:
    """With nothing answered nothing is stated, unless a convention says what a blank counts."""
    bound = score_of(STAGED + at(bronze=1), {})
    assert (bound.status, bound.value, bound.level) == ("not started", None, None)
    assert bound.bounds is not None
    assert bound.bounds.low.level == bound.card.framework.below
    lowest = score_of(with_convention(STAGED, 'missing = "lowest"') + at(bronze=1), {})
    assert (lowest.status, lowest.value, level_id(lowest)) == ("not started", 0.0, "below")
    left_out = score_of(with_convention(STAGED, 'missing = "exclude"') + at(bronze=1), {})
    assert (left_out.status, left_out.value) == ("not started", None)


def test_not_started_counts_for_parents() -> None:
    """A dimension that is not started holds its parent down: blanks never let a parent climb."""
    text = STAGED + 'overall = { rule = "weakest-link" }\n' + at("a", bronze=1) + at("b", bronze=1)
    card = card_of(text, said("a", yes="b1"))
    assert level_id(card.overall) == "below"
    assert card.overall.status == "open"


def test_undefined() -> None:
    """With nothing applicable there is nothing to state, and there are no bounds."""
    score = score_of(STAGED + at(bronze=1), said(na="b1"))
    assert (score.status, score.value, score.bounds) == ("undefined", None, None)


def test_undefined_with_a_value() -> None:
    """Nothing applies, and yet `empty` may state a level."""
    score = score_of(with_convention(STAGED, 'empty = "pass"') + at(bronze=1), said(na="b1"))
    assert (score.status, score.value, level_id(score)) == ("undefined", 3.0, "gold")


def test_bounds() -> None:
    """Bounds are those of every completion: 1 + 0/0.5 of silver at least, all at most."""
    text = STAGED + at(bronze=1, silver=3, gold=1)
    score = score_of(text, said(yes="b1", no="s1"))
    assert score.bounds is not None
    assert (score.bounds.low.value, score.bounds.high.value) == (1.0, 3.0)
    assert score.bounds.low.level == score.level
    worse = score_of(text, said(yes="b1", no="s1 s2"))
    assert worse.bounds is not None
    assert worse.bounds.high.value == pytest.approx(1 + (1 / 3) / 0.5)


def test_so_far() -> None:
    """`so_far` reads the answered items alone: silver, where one of two open ones passed."""
    score = score_of(STAGED.replace("0.5", "1") + at(bronze=1, silver=2, gold=1), said(
        yes="b1 s1", no="g1"))  # fmt: skip
    assert (level_id(score), score.so_far.value) == ("bronze", 2.0)
    assert score.so_far.level is not None
    assert score.so_far.level.id == "silver"


def test_coverage() -> None:
    """Coverage counts items answered, items that apply, and items that don't."""
    text = STAGED + at(bronze=3, silver=2)
    score = score_of(text, said(yes="b1", no="s1", na="b2"))
    assert score.coverage == Coverage(answered=2, applicable=4, not_applicable=1)
    assert score.coverage.share == 0.5


def test_drafts_are_not_answers() -> None:
    """A note without an answer leaves an item unanswered."""
    score = score_of(STAGED + at(bronze=1), {"a.b1": mt.Answer(note="Ask the team")})
    assert (score.coverage.answered, score.status) == (0, "not started")


def test_counts() -> None:
    """Options are counted as they were answered, before evidence and obligation; numbers too."""
    tree = """
    [dimensions.a]
    title = "A"
    items.w = { text = "W", obligation = "may" }
    items.x = { text = "X", evidence = { above = "no" } }
    items.y = { text = "Y", scale = "marks" }
    items.z = { text = "Z", scale = "marks" }
    """
    score = score_of(MEAN + tree, {"a.w": "partly", "a.x": "yes", "a.y": 7})
    assert score.counts == {"no": 0, "partly": 1, "yes": 1, "marks": 1}


def test_counts_of_units() -> None:
    """Each unit's answer is counted."""
    answer = mt.Answer(by=FrozenMap({"one": "yes", "two": "yes"}))
    score = score_of(MEAN + PAIR, {"a.x": answer}, units={"one": "1", "two": "2", "three": "3"})
    assert score.counts == {"no": 0, "partly": 0, "yes": 2}
    assert score.coverage.answered == 0


CLAIMS = (
    STAGED
    + at("a", bronze=1, silver=1)
    + at("b", bronze=1)
    + '[profiles.short]\ntitle = "In short"\nask = "dimensions"\n'
)


def test_claim() -> None:
    """A claim is kept beside the computed level and never spread to items."""
    score = score_of(CLAIMS, {"a": "silver", "a.b1": "yes"})
    assert score.claimed is not None
    assert (score.claimed.id, level_id(score), score.status) == ("silver", "bronze", "open")
    assert score.coverage.answered == 1


def test_no_claim() -> None:
    """A note on a branch, or its not applying, is no claim; another branch's is not this one's."""
    card = card_of(CLAIMS, {"a": mt.Answer(note="To be discussed"), "b": NO_REASON})
    assert (card["a"].claimed, card["b"].claimed, card.overall.claimed) == (None, None, None)


def test_claim_of_below() -> None:
    """Where `below` is named it may be claimed."""
    framework = framework_of(CLAIMS, WITH_BELOW)
    score = mt.score(framework.assess({"a": "below"}))["a"]
    assert score.claimed == framework.below


def test_claim_answered_in_its_profile() -> None:
    """In the profile that asks, the claim is the answer, on the ladder."""
    framework = framework_of(CLAIMS)
    card = mt.score(framework.assess({"a": "silver"}), "short")
    assert level_id(card["a"]) == "silver"
    assert card["a"].status == "certain"
    assert card["b"].status == "not started"
    assert (card["a"].coverage.applicable, card["a"].counts["silver"]) == (1, 1)


def test_claim_on_another_scale() -> None:
    """On a scale that is not the ladder, a claim has a value and no level."""
    text = CLAIMS.replace('ask = "dimensions"', 'ask = "dimensions"\nscale = "met"')
    card = mt.score(framework_of(text).assess({"a": "partly"}), "short")
    assert (card["a"].value, card["a"].level, card["a"].claimed) == (0.5, None, None)


def test_rule_and_conventions() -> None:
    """A score knows the rule and the conventions in force, and its title."""
    score = score_of(STAGED + at(bronze=1), {})
    assert (score.rule.name, score.conventions.missing, score.title) == ("staged", "bound", "A")
    assert score.value_range == (0.0, 3.0)
    overall = score.card.overall
    assert (overall.title, overall.path) == ("overall", "")
