"""What a careful reader is told beside a result; and what is not said where it isn't so."""

from __future__ import annotations

from datetime import date

import pytest

import maturity as mt
from maturity.model.frozen import FrozenMap
from maturity.scoring.sentences import MADE_UP, SELF_REPORTED

from .tools import NO_REASON, at, card_of, framework_of, said, score_of

STAGED = '[scoring]\nscale = "met"\ndimension = { rule = "staged", threshold = 0.5 }\n'
MEAN = '[scoring]\nscale = "met"\ndimension = { rule = "mean" }\n'
TEAMS = {"one": "One", "two": "Two"}


def test_self_reported() -> None:
    """Every card says that it is self-reported."""
    assert card_of(STAGED + at(bronze=1), {}).caveats == (SELF_REPORTED,)


def test_made_up() -> None:
    """Made-up data says so first."""
    card = card_of(STAGED + at(bronze=1), {}, made_up=True)
    assert card.caveats == (MADE_UP, SELF_REPORTED)


def test_changed_framework() -> None:
    """Another digest than the one that the answers were given to is noted."""
    framework = framework_of(STAGED + at(bronze=1))
    same = mt.score(framework.assess({}, digest=framework.digest))
    assert same.caveats == (SELF_REPORTED,)
    other = mt.score(framework.assess({}, digest="sha256:0"))
    assert "same edition, another digest" in other.caveats[1]


def test_no_day() -> None:
    """Where evidence has a last day, but no day is known to judge it on, that is noted."""
    piece = mt.Evidence(title="Survey", expires=date(2026, 1, 1))
    answers = {"a.b1": mt.Answer(value="yes", evidence=(piece,))}
    text = STAGED + at(bronze=1)
    assert "no evidence is taken to have expired" in card_of(text, answers).caveats[1]
    assert card_of(text, answers, as_of=date(2026, 2, 1)).caveats == (SELF_REPORTED,)


def claimed(claim: str, answers: dict[str, str]) -> tuple[str, ...]:
    """The caveats of a dimension that is claimed and whose items are answered too."""
    text = STAGED + at(bronze=1, silver=1) + '[profiles.short]\nask = "dimensions"\n'
    return score_of(text, {"a": claim, **answers}).caveats


@pytest.mark.parametrize(
    ("claim", "answers", "words"),
    [
        ("silver", {"a.b1": "yes", "a.s1": "no"}, "The answers give: Bronze."),
        ("gold", {"a.b1": "yes"}, "The answers give: at least Bronze"),
        ("gold", {}, "Nothing is known yet from the answers below it."),
    ],
)
def test_claim(claim: str, answers: dict[str, str], words: str) -> None:
    """A claim is set beside what the answers give, where the two differ."""
    (caveat,) = claimed(claim, answers)
    assert caveat.startswith(f"Claimed: {claim.capitalize()}. {words}")


def test_claim_that_is_right() -> None:
    """A claim that the answers bear out is nothing to note."""
    assert claimed("bronze", {"a.b1": "yes", "a.s1": "no"}) == ()


def test_na_effect() -> None:
    """Where N/A lifts the level, how many items and to where without them is said."""
    text = STAGED.replace("0.5", "1") + at(bronze=2)
    (caveat, *vacuous) = score_of(text, said(yes="b1", na="b2")).caveats
    assert caveat == (
        "1 item is marked not applicable; counted as the lowest answer instead, "
        "the level would be Below Bronze."
    )
    assert vacuous == [
        "Silver holds only because nothing counts there.",
        "Gold holds only because nothing counts there.",
    ]
    four = STAGED + at(bronze=4)
    assert score_of(four, said(yes="b1", no="b2", na="b3 b4")).caveats[0].startswith("2 items are")


def test_na_effect_of_all() -> None:
    """Where nothing at all applies no level is stated, and what it would be is said."""
    (caveat,) = score_of(STAGED + at(bronze=2), said(na="b1 b2")).caveats
    assert caveat == (
        "2 items are marked not applicable; counted as the lowest answer instead, "
        "the level would be Below Bronze."
    )
    assert score_of(MEAN + at(bronze=2), said(na="b1 b2")).caveats == ()  # no level either way
    withheld = STAGED.replace("[scoring]", "[scoring]\nminimum_coverage = 0.9")
    assert score_of(withheld + at(bronze=3), said(yes="b1", na="b2")).caveats == ()


def test_na_effect_of_a_unit() -> None:
    """An item that does not apply to one unit alone is counted too."""
    text = '[scoring]\nscale = "levels"\ndimension = { rule = "weakest-link" }\n'
    text += '[dimensions.a]\ntitle = "A"\nitems.x = "X"\n'
    answer = mt.Answer(by=FrozenMap({"one": "gold", "two": NO_REASON}))
    score = score_of(text, {"a.x": answer}, units=TEAMS)
    (caveat,) = score.caveats
    assert caveat == (
        "1 item is marked not applicable; counted as the lowest answer instead, "
        "the level would be Silver."
    )


def test_vacuous_rung() -> None:
    """A rung that holds because everything there does not apply is named."""
    text = STAGED + at(bronze=1, silver=1, gold=1)
    caveats = score_of(text, said(yes="b1", na="s1", no="g1")).caveats
    assert "Silver holds only because nothing counts there." in caveats
    assert score_of(text, said(yes="b1 s1 g1")).caveats == ()


def test_not_vacuous_where_one_of_two_shares_counts() -> None:
    """A rung that asks for two shares, of which one counts, does not hold for nothing."""
    asked = "thresholds = { silver = { bronze = 0.5, silver = 0.5 } }"
    text = STAGED.replace("threshold = 0.5", asked) + at(bronze=1, silver=1)
    caveats = score_of(text, said(yes="b1", na="s1")).caveats
    assert not any(caveat.startswith("Silver holds only") for caveat in caveats)


def test_vacuous_while_unanswered() -> None:
    """Where what is missing is left out, a rung without answers is vacuous too."""
    text = STAGED.replace("[scoring]", '[scoring]\nmissing = "exclude"')
    caveats = score_of(text + at(bronze=1, silver=1, gold=1), said(yes="b1", no="g1")).caveats
    assert "Silver holds only because nothing counts there." in caveats


def test_nothing_asked() -> None:
    """A rung of which nothing is asked is named as that, though items stand there."""
    text = STAGED.replace("threshold = 0.5", "thresholds = { silver = { silver = 0.5 } }")
    assert score_of(text + at(bronze=1, silver=1, gold=1), said(no="b1 s1 g1")).caveats == (
        "Bronze holds only because nothing is asked of it.",
    )
    least = text.replace("= { silver = { silver", "= { gold = { silver").replace(
        "0.5 } }", "0.5 } }, least = 1"
    )
    assert score_of(least + at(bronze=1, silver=1), said(yes="b1", no="s1")).caveats == ()


def test_outside_bounds() -> None:
    """A stated level that no completion would give is noted, with what they would give."""
    text = """
    [scoring]
    scale = "met"
    dimension = { rule = "sum", bands = { from = { silver = 1, gold = 2 } } }
    """
    tree = (
        '[dimensions.a]\ntitle = "A"\nitems = { x = "X", y = { text = "Y", obligation = "may" } }\n'
    )
    lowest = text.replace("[scoring]", '[scoring]\nmissing = "lowest"')
    score = score_of(lowest + tree, said(no="x"))
    (caveat,) = score.caveats
    assert caveat == (
        "What is stated lies outside what any completion would give (Silver to Silver): "
        "the conventions say so."
    )
    assert score_of(text + tree, said(no="x")).caveats == ()


def test_outside_bounds_by_value() -> None:
    """Where there is no level, the value is compared: 0 of 1 to 1."""
    tree = (
        '[dimensions.a]\ntitle = "A"\nitems = { x = "X", y = { text = "Y", obligation = "may" } }\n'
    )
    text = MEAN.replace('"mean"', '"sum"').replace("[scoring]", '[scoring]\nmissing = "lowest"')
    (caveat,) = score_of(text + tree, said(no="x")).caveats
    assert "(1 to 1)" in caveat


def test_outside_bounds_with_the_level_inside() -> None:
    """A value that no completion would give is noted where its level is one that they give."""
    text = """
    [scoring]
    scale = "met"
    missing = "exclude"
    dimension = { rule = "sum", range = [1, 3], bands = { from = { gold = 9 } } }
    """
    tree = '[dimensions.a]\ntitle = "A"\nitems = { x = "X", y = "Y", z = "Z" }\n'
    score = score_of(text + tree, said(no="x"))
    assert score.level is not None
    (caveat,) = score.caveats
    assert caveat == (
        "The value, 1, lies outside what any completion would give (3 to 7): "
        "the conventions say so."
    )


def proven(more: str = "", scale: str = "met", above: str = '"partly"') -> str:
    """A mean of one item that needs evidence."""
    item = f'items.x = {{ text = "X", scale = "{scale}", evidence = {{ above = {above} }}{more} }}'
    return f'{MEAN}[dimensions.a]\ntitle = "A"\n{item}\n'


HELD = ("1 item counts for less until there is evidence that has not expired: a.x.",)


def test_unproven() -> None:
    """Answers that are held down for want of evidence are named."""
    assert score_of(proven(), {"a.x": "yes"}).caveats == HELD
    assert score_of(proven(), {"a.x": "partly"}).caveats == ()
    piece = mt.Evidence(title="Minutes")
    answer = mt.Answer(value="yes", evidence=(piece,))
    assert score_of(proven(), {"a.x": answer}).caveats == ()
    assert score_of(proven(), {"a.x": mt.Answer(note="Not sure")}).caveats == ()


@pytest.mark.parametrize(("scale", "held", "limit"), [("marks", 51, 50), ("days", 9, 10)])
def test_unproven_number(scale: str, held: float, limit: float) -> None:
    """Numbers are held down too, by merit: where lower is better, the lower one is."""
    text = proven("", scale, str(limit)).replace('"mean"', '"mean", range = [0, 1]')
    assert score_of(text, {"a.x": held}).caveats == HELD
    assert score_of(text, {"a.x": limit}).caveats == ()


def test_unproven_but_excused() -> None:
    """What passes by its obligation is not held down, and is counted as such."""
    text = proven(', obligation = "should"')
    answer = mt.Answer(value="partly", reason="Later this year")
    assert score_of(text, {"a.x": answer}).caveats == (
        "1 item counts as met because a reason is given, or because it is optional.",
    )


def test_excused() -> None:
    """Items that pass by their obligation are counted, unless they pass anyhow."""
    tree = """
    [dimensions.a]
    title = "A"
    items.x = { text = "X", obligation = "may" }
    items.y = { text = "Y", obligation = "may" }
    items.z = { text = "Z", obligation = "may", scale = "marks" }
    """
    answers = {"a.x": "no", "a.y": "partly", "a.z": 100}
    assert score_of(MEAN + tree, answers).caveats == (
        "2 items count as met because a reason is given, or because it is optional.",
    )
    assert score_of(MEAN + tree, {"a.x": "yes", "a.y": "yes", "a.z": 100}).caveats == ()


def test_unproven_claim() -> None:
    """A claim that needs evidence is held down, and named by its branch."""
    text = """
    [scoring]
    evidence = { above = "bronze" }
    scale = "levels"
    dimension = { rule = "staged" }
    [dimensions.a]
    title = "A"
    items.x = "X"
    [profiles.short]
    ask = "dimensions"
    """
    card = mt.score(framework_of(text).assess({"a": "gold"}), "short")
    assert card["a"].level == card.framework.levels[0]
    assert card["a"].caveats[-1].endswith("expired: a.")


def test_the_framework_s_words() -> None:
    """Caveats speak of items in the framework's own words."""
    text = 'terms = { item = "line of enquiry" }\n'
    framework = mt.parse_framework(
        'schema = 1\nid = "t"\ntitle = "T"\nedition = "1"\n'
        + text
        + '[scales.met]\nno = "No"\npartly = "Partly"\nyes = "Yes"\n'
        + proven().replace(
            "items.x =", 'items.y = { text = "Y", evidence = { above = "no" } }\nitems.x ='
        )
    )
    card = mt.score(framework.assess({"a.x": "yes", "a.y": "yes"}))
    assert card["a"].caveats[0].startswith("2 lines of enquiry count for less")
