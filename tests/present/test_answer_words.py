"""What may be answered, and what evidence is asked for, in words."""

from __future__ import annotations

import pytest
from attrs import evolve

from maturity.model.evidence import EvidenceExpectation
from maturity.model.scales import NumericScale, Option, Scale
from maturity.present.answer_words import allowed_words, evidence_words
from maturity.scoring.words import answer_words

MET = Scale("met", (Option("no", "No", 0), Option("partly", "In part", 1), Option("yes", "Yes", 2)))
DAYS = NumericScale(id="days", minimum=0, maximum=20.5, unit="days", better="lower")


def test_answers() -> None:
    """Options by their labels, numbers with their unit."""
    assert allowed_words(MET) == "No, In part or Yes"
    assert allowed_words(DAYS) == "a number from 0 to 20.5 days"
    assert allowed_words(evolve(DAYS, step=0.5)) == "a number from 0 to 20.5 days, in steps of 0.5"
    assert allowed_words(evolve(DAYS, step=1, maximum=20)) == ("a whole number from 0 to 20 days")
    assert answer_words(MET, "partly") == "In part"
    assert answer_words(DAYS, 2.5) == "2.5 days"


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (None, []),
        (EvidenceExpectation(), []),
        (EvidenceExpectation(kinds=("rota",)), ["Evidence: rota."]),
        (
            EvidenceExpectation(kinds=("a", "b", "c"), link=True),
            ["Evidence: a, b or c, with a reference."],
        ),
        (EvidenceExpectation(groups=("x", "y")), ["Evidence: any kind; covering x and y."]),
        (
            EvidenceExpectation(above="partly"),
            ["Evidence: any kind.", "Without evidence it counts as In part at most."],
        ),
    ],
)
def test_evidence(asked: EvidenceExpectation | None, said: list[str]) -> None:
    """What is asked for, and what an answer counts as without it."""
    assert evidence_words(asked, MET) == said


def test_evidence_where_lower_is_better() -> None:
    """No better than the limit is then no less than it."""
    asked = EvidenceExpectation(above=3)
    assert evidence_words(asked, DAYS)[1] == "Without evidence it counts as 3 days at best."
