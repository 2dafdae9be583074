"""Scoring one assessment, or many: profiles, days, threads, frameworks of one content."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import attrs
import pytest

import maturity as mt
from maturity.scoring.score import score_many

from .tools import at, framework_of, said

TEXT = (
    '[scoring]\nscale = "met"\ndimension = { rule = "staged", threshold = 0.5 }\n'
    'overall = { rule = "mean" }\n'
    + at("a", bronze=2, silver=2)
    + at("b", bronze=1)
    + '[profiles.some]\ntitle = "Some"\ndimensions = ["b"]\n'
    + '[profiles.quick]\ntitle = "Quick"\nlevels = ["bronze"]\ndrop = ["a.b2"]\n'
)
FRAMEWORK = framework_of(TEXT)


def test_profile() -> None:
    """Under a profile only what it chooses is scored."""
    assessment = FRAMEWORK.assess(said("a", yes="b1", no="b2 s1") | said("b", yes="b1"))
    card = mt.score(assessment, "some")
    assert [score.path for score in card] == ["", "b"]
    assert card.overall.value == 3.0
    quick = mt.score(assessment, "quick")
    assert quick["a"].coverage.applicable == 1
    assert quick["a"].value == 1.0  # what is left out is not reached


def test_unknown_profile() -> None:
    """A profile that does not exist is refused with the nearest name."""
    with pytest.raises(mt.UnknownName, match="did you mean 'quick'"):
        mt.score(FRAMEWORK.assess({}), "quik")


def test_as_of() -> None:
    """The day given stands before the assessment's own."""
    assessment = FRAMEWORK.assess({}, period="2026-Q1")
    assert mt.score(assessment).as_of == date(2026, 3, 31)
    assert mt.score(assessment, as_of=date(2026, 5, 1)).as_of == date(2026, 5, 1)
    assert mt.score(FRAMEWORK.assess({})).as_of is None


def test_none_to_score() -> None:
    """No assessments have no scorecards."""
    assert score_many([]) == []


def test_frameworks_of_one_content() -> None:
    """Assessments are scored together only where their frameworks say the same."""
    renamed = attrs.evolve(FRAMEWORK, title="Another name")
    cards = score_many([FRAMEWORK.assess({}), renamed.assess({})])
    assert [card.framework.title for card in cards] == ["Tool", "Another name"]
    assert [card.asked.title for card in cards] == ["Tool", "Another name"]
    other = framework_of(TEXT.replace("0.5", "0.6"))
    with pytest.raises(ValueError, match="must be of one framework"):
        score_many([FRAMEWORK.assess({}), other.assess({})])


def test_threads() -> None:
    """Scoring in several threads at once gives what scoring in one gives."""
    options = ["no", "partly", "yes"]
    assessments = [
        FRAMEWORK.assess(said("a", **{options[n % 3]: "b1 s1", options[n % 2]: "b2 s2"}))
        for n in range(24)
    ]
    alone = [mt.score(assessment).record() for assessment in assessments]
    with ThreadPoolExecutor(4) as threads:
        together = list(threads.map(lambda one: mt.score(one).record(), assessments))
    assert together == alone


def test_nothing_is_changed() -> None:
    """Scoring leaves the assessment and the framework as they were."""
    assessment = FRAMEWORK.assess(said("a", yes="b1"))
    before = (repr(assessment), FRAMEWORK.digest)
    mt.score(assessment)["a"].blockers()
    assert (repr(assessment), FRAMEWORK.digest) == before
