"""Scores in words."""

from __future__ import annotations

import pytest

import maturity as mt
from maturity.model.scoring import Conventions
from maturity.scoring import sentences
from maturity.scoring.convention_words import conventions_words
from maturity.scoring.nodescore import Point

from .tools import at, card_of, framework_of, said, score_of

STAGED = '[scoring]\nscale = "met"\ndimension = { rule = "staged", threshold = 0.5 }\n'
MEAN = '[scoring]\nscale = "met"\ndimension = { rule = "mean" }\n'
PAIR = '[dimensions.a]\ntitle = "A"\nitems = { x = "X", y = "Y" }\n'


def with_convention(text: str, convention: str) -> str:
    """A text with a convention for all."""
    return text.replace("[scoring]", f"[scoring]\n{convention}")


@pytest.mark.parametrize(
    ("text", "answers", "words"),
    [
        (STAGED + at(bronze=1), said(yes="b1"), "Gold"),
        (STAGED + at(bronze=1, silver=1), said(yes="b1"), "at least Bronze (could be up to Gold)"),
        (STAGED + at(bronze=2), {"a.b1": mt.Answer(note="?")}, "not started"),
        (STAGED + at(bronze=1, silver=1), said(no="s1"),
         "no level is certain yet (could be up to Bronze)"),
        (MEAN + PAIR, said(yes="x"), "at least 0.5 (could be up to 1)"),
        (MEAN + PAIR, said(yes="x", partly="y"), "0.75"),
        (STAGED + at(bronze=1), said(na="b1"), "nothing to state"),
        (with_convention(STAGED, "minimum_coverage = 0.9") + at(bronze=2), said(yes="b1"),
         "withheld: too little answered (1 of 2 answered)"),
        (with_convention(MEAN, 'missing = "exclude"') + PAIR, said(yes="x"),
         "1 (could be 0.5 to 1)"),
        (with_convention(MEAN, 'missing = "lowest"') + PAIR, {}, "0"),
        (with_convention(STAGED, 'empty = "pass"') + at(bronze=1), said(na="b1"), "Gold"),
    ],
)  # fmt: skip
def test_result(text: str, answers: dict[str, mt.Answer], words: str) -> None:
    """A result says what is certain, and what the open answers could still make of it."""
    assert sentences.result(score_of(text, answers)) == words


def test_no_total() -> None:
    """A node without a total says that this is on purpose."""
    overall = card_of(MEAN + PAIR, {}).overall
    assert sentences.result(overall) == "no total, on purpose"
    assert sentences.title(overall) == "Overall"


def test_no_level() -> None:
    """A dimension without a rule is told apart from a total that nobody wants."""
    text = MEAN.replace('rule = "mean"', 'rule = "none"') + PAIR
    assert sentences.result(score_of(text, {})) == "no level here: the framework gives none"


def test_point() -> None:
    """A point is its level, or its value, or nothing yet."""
    score = score_of(MEAN + PAIR, {})
    gold = score.card.framework.levels[2]
    assert sentences.point_text(score, Point(2.0, gold)) == "Gold"
    assert sentences.point_text(score, Point(2.0, None)) == "2"
    assert sentences.point_text(score, Point(None, None)) == "nothing yet"


def test_coverage() -> None:
    """Coverage says how many are answered, of how many, and how many do not apply."""
    text = STAGED + at(bronze=3)
    assert sentences.coverage(score_of(text, said(yes="b1"))) == "1 of 3 answered"
    assert sentences.coverage(score_of(text, said(yes="b1", na="b2"))) == (
        "1 of 2 answered, 1 not applicable"
    )


def test_so_far() -> None:
    """What is answered alone gives a reading where something is open."""
    text = STAGED + at(bronze=1, silver=1, gold=1)
    assert sentences.so_far(score_of(text, said(yes="b1 s1"))).endswith("alone: Silver.")
    assert sentences.so_far(score_of(text, said(yes="b1 s1 g1"))) == ""
    assert sentences.so_far(score_of(text, said(na="b1 s1"))) == ""


@pytest.mark.parametrize("missing", ["bound", "exclude", "lowest", "block"])
@pytest.mark.parametrize("away", ["exclude", "pass", "block", "lowest", "target"])
def test_conventions(missing: str, away: str) -> None:
    """Conventions are said in a sentence or two, each in its own words."""
    conventions = Conventions(missing=missing, not_applicable=away)  # type: ignore[arg-type]  # some of the words
    text = conventions_words(conventions, "item")
    assert text.startswith("A missing answer ")
    assert "; an item that does not apply " in text
    assert "{" not in text


def test_conventions_in_force() -> None:
    """A node's own conventions are said in the framework's own words."""
    text = with_convention(STAGED, "minimum_coverage = 0.8") + at(bronze=1)
    said_of = sentences.conventions_text(score_of(text, {}))
    assert said_of.endswith("No level is stated before 80% is answered.")


def test_card() -> None:
    """A card prints as a line for each dimension, the overall where there is one, and caveats."""
    text = STAGED + 'overall = { rule = "mean" }\n' + at("a", bronze=1) + at("b", bronze=1)
    framework = framework_of(text + '[profiles.some]\ntitle = "Some of it"\ndimensions = ["a"]\n')
    assessment = framework.assess(said("a", yes="b1"), organisation="Ours", period="2026-Q1")
    assert repr(mt.score(assessment)).splitlines() == [
        "Tool, 1: Ours, 2026-Q1",
        "  A  Gold; 1 of 1 answered",
        "  B  not started; 0 of 1 answered",
        "  Overall  at least 1.5 (could be up to 3)",
        "  1 item unanswered",
        "  Self-reported: what the organisation says of itself, not checked by others.",
    ]
    assert repr(mt.score(assessment, "some")).startswith("Tool, 1 (Some of it): Ours, 2026-Q1\n")


def test_card_without_a_name() -> None:
    """An organisation without a name is called so, and a framework may be empty."""
    card = card_of("", {})
    assert repr(card).splitlines()[0] == "Tool, 1: an organisation without a name"


def test_score() -> None:
    """A score prints as its title and what is stated of it."""
    assert repr(score_of(STAGED + at(bronze=1), said(yes="b1"))) == "<A: Gold>"
