"""Cohorts: many assessments by one framework's rules."""

from __future__ import annotations

import pytest
from attrs import evolve

import maturity as mt
from maturity.model.frozen import FrozenMap

BOARD = mt.load_framework("hwb-board")
LIKE_FOR_LIKE = (
    "Compared like for like, on 101 of 102 statements: "
    "those that everybody brought together here was asked."
)
LOCAL = """schema = 1
id = "local-board"
title = "Local board"
edition = "1"
extends = { id = "hwb-board", edition = "2013" }

[drop]
"vision.shared-vision" = "We have no such thing."
"""


def ours(name: str = "Ours", period: str = "2025-Q1", **said: str) -> mt.Assessment:
    """An assessment with some answers on the vision."""
    answers = {f"vision.{item.replace('_', '-')}": answer for item, answer in said.items()}
    organisation = mt.Organisation(name=name, sector="council")
    return BOARD.assess(answers, organisation=organisation, period=period)


def test_rows_are_in_the_order_given() -> None:
    """Each row says whose it is; periods stand in the order of time."""
    cohort = mt.Cohort.of([ours("B", "2025-Q2"), ours("A"), ours("B")])
    assert [row.organisation.name for row in cohort] == ["B", "A", "B"]
    assert [period.text for period in cohort.periods] == ["2025-Q1", "2025-Q2"]
    assert [row.place for row in cohort.latest()] == [0, 1]
    assert [row.period.text for row in cohort.latest() if row.period] == ["2025-Q2", "2025-Q1"]


def test_scores_are_those_of_the_cards() -> None:
    """An array holds what each scorecard states."""
    cohort = mt.Cohort.of([ours("A", shared_vision="met"), ours("B")])
    assert cohort.scores["vision"].answered.tolist() == [1, 0]
    assert [card["vision"].coverage.answered for card in cohort.cards()] == [1, 0]


def test_filters() -> None:
    """Rows are filtered by organisation, sector, period and rater; a wrong name is told."""
    rated = evolve(ours("B"), rater="J. Example")
    cohort = mt.Cohort.of([ours("A"), ours("A", "2025-Q2"), rated])
    assert len(cohort.where(organisation="A")) == 2
    assert len(cohort.where(organisation=["A", "B"], period="2025-Q1")) == 2
    assert len(cohort.where(sector="council", rater="J. Example")) == 1
    with pytest.raises(mt.UnknownName, match="there is no organisation 'C' here; there are: A, B"):
        cohort.where(organisation="C")
    with pytest.raises(mt.UnknownName, match="there is no sector 'acute' here"):
        cohort.where(sector="acute")


def test_a_period_may_be_written_otherwise() -> None:
    """Two texts for one day are one period."""
    cohort = mt.Cohort.of([ours("A", "2025-Q1"), ours("B", "2024/25 Q4")])
    assert len(cohort.periods) == 1
    assert len(cohort.where(period="2025-03")) == 2


def test_a_card_of_one_row() -> None:
    """It is the newest of an organisation, unless a period is stated."""
    cohort = mt.Cohort.of([ours("A", shared_vision="met"), ours("A", "2025-Q2")])
    assert cohort.card("A")["vision"].coverage.answered == 0
    assert cohort.card("A", period="2025-Q1")["vision"].coverage.answered == 1


def test_several_raters_are_named() -> None:
    """Which of several raters is meant has to be said."""
    by = [BOARD.assess({}, organisation="A", rater=rater) for rater in ("x", "y")]
    cohort = mt.Cohort.of(by)
    with pytest.raises(mt.NotComparable, match="'A' has 2 assessments of one period; name the"):
        cohort.card("A")
    assert cohort.card("A", rater="y").assessment.rater == "y"


def test_overlays_are_compared_on_what_is_shared() -> None:
    """The rules are those of the base, on the items that all were asked, and a note says so."""
    local = mt.parse_framework(LOCAL, base=BOARD)
    theirs = local.assess({"vision.understood": "met"}, organisation="Theirs")
    cohort = mt.Cohort.of([theirs, ours("A", shared_vision="met", understood="met")])
    assert cohort.framework is BOARD
    assert cohort.scores["vision"].answered.tolist() == [1, 1]
    assert cohort.scores["vision"].applicable.tolist() == [13, 13]
    assert cohort.notes == (
        f"Answers to 'Local board' 1 count by the rules of '{BOARD.title}' 2013.",
        LIKE_FOR_LIKE,
    )


def test_two_overlays_meet_on_their_base() -> None:
    """The base is found where nobody answers it itself."""
    other = mt.parse_framework(
        LOCAL.replace("local-board", "other").replace("shared-vision", "understood"), base=BOARD
    )
    local = mt.parse_framework(LOCAL, base=BOARD)
    cohort = mt.Cohort.of([local.assess({}, organisation="A"), other.assess({}, organisation="B")])
    assert cohort.framework.id == "hwb-board"
    assert len(cohort.asked.items) == 100


def test_an_overlay_alone_keeps_its_own_rules() -> None:
    """Where all answer one framework, that is the one."""
    local = mt.parse_framework(LOCAL, base=BOARD)
    cohort = mt.Cohort.of([local.assess({}, organisation="A")])
    assert (cohort.framework, cohort.chosen, cohort.notes) == (local, None, ())


def test_what_is_not_comparable_is_refused() -> None:
    """Frameworks that have nothing to do with each other can't stand side by side."""
    other = mt.load_framework("ohwb-service").assess({}, organisation="B")
    with pytest.raises(mt.NotComparable, match="come from no one framework; each has to extend it"):
        mt.Cohort.of([ours("A"), other])
    with pytest.raises(mt.NotComparable, match="nothing is asked in all of"):
        mt.Cohort.of([ours("A"), other], framework=BOARD)


def test_whose_it_is_must_be_known() -> None:
    """An assessment without a name, or one that stands twice, is refused."""
    with pytest.raises(mt.NotComparable, match="assessment 2 of 2 doesn't say whose it is"):
        mt.Cohort.of([ours("A"), BOARD.assess({})])
    with pytest.raises(mt.NotComparable, match="'A' has two assessments of 2025-Q1; tell them"):
        mt.Cohort.of([ours("A"), ours("A")])
    with pytest.raises(mt.NotComparable, match="there are no assessments"):
        mt.Cohort.of([])


def test_a_short_form() -> None:
    """A profile is scored for all."""
    cohort = mt.Cohort.of([mt.example("hwb-elements")], profile="quick")
    assert cohort.chosen is not None
    assert cohort.chosen.id == "quick"
    assert (
        repr(cohort) == "<Cohort of 1 assessment: 1 organisation; 2025/26 Q4; hwb-elements 2021.1>"
    )


def test_an_edition_that_was_changed_under_its_name() -> None:
    """The rules that the newest answers have count for all, and a note says so."""
    changed = evolve(BOARD, terms=FrozenMap({"item": "point"}))
    assert changed.digest != BOARD.digest
    newer = evolve(ours("A", "2025-Q2"), framework=changed)
    cohort = mt.Cohort.of([newer, ours("A", "2025-Q1")])
    assert cohort.framework is changed
    assert cohort.notes == (
        f"'{BOARD.title}' 2013 was changed under the same name; all count by its newest rules.",
    )
