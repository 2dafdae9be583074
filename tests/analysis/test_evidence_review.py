"""Reviews of evidence: what is rated high without any, what expires, who is not covered."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

import maturity as mt
from maturity.analysis.evidence_review import EvidenceReview, review_evidence
from tests.scoring.tools import BANDED, NO_REASON, framework_of

DAY = date(2026, 6, 30)
NO_EVIDENCE = (
    "1 item is rated high and has no evidence that will do (the framework asks for none): a.plain."
)
BODY = (
    BANDED
    + """
[scoring]
scale = "met"
dimension = { rule = "weakest-link" }
[dimensions.a]
title = "A"
[dimensions.a.items]
plain = "Plain."
asked = { text = "Asked.", evidence = { kind = ["survey"], above = "no", groups = ["x", "y"] } }
linked = { text = "Linked.", evidence = { kind = [], link = true } }
rate = { text = "Rate.", scale = "rate" }
marks = { text = "Marks.", scale = "marks", evidence = { above = 50 } }
days = { text = "Days.", scale = "days", evidence = { above = 5 } }
"""
)


def evidence(**said: Any) -> mt.Evidence:  # noqa: ANN401  # what evidence may say
    """A survey."""
    return mt.Evidence(**{"kind": "survey", "title": "Survey", **said})


def answer(value: object, *pieces: mt.Evidence, **details: Any) -> mt.Answer:  # noqa: ANN401
    """An answer with evidence."""
    return mt.Answer(value=value, evidence=pieces, **details)  # type: ignore[arg-type]  # one is


def review(within_days: int = 90, **answers: Any) -> EvidenceReview:  # noqa: ANN401  # answers
    """The review of answers to items of `a`."""
    said = {f"a.{name}": value for name, value in answers.items()}
    assessment = framework_of(BODY).assess(said, units={"t1": "Team 1", "t2": "Team 2"})
    return review_evidence(assessment, DAY, within_days)


def unproven(**answers: Any) -> list[tuple[str, str, str, bool]]:  # noqa: ANN401  # answers
    """What is rated high without evidence."""
    found = review(**answers).unproven
    return [(one.path, one.answer, one.reason, one.asked) for one in found]


def test_high_is_the_top_option() -> None:
    """The top option is high, the middle one is not, and N/A is no answer."""
    assert unproven(plain="yes") == [("a.plain", "Yes", "none", False)]
    assert unproven(plain="partly") == []
    assert unproven(plain=NO_REASON) == []
    assert unproven() == []


def test_high_is_above_what_counts_without() -> None:
    """Above the expectation's `above` is high; on it is not."""
    assert unproven(asked="partly") == [("a.asked", "Partly", "none", True)]
    assert unproven(asked="no") == []


def test_high_numbers() -> None:
    """At the highest rung of the bands, above `above`, or at the best end."""
    assert unproven(rate=80) == [("a.rate", "80 %", "none", False)]
    assert unproven(rate=79) == []
    assert unproven(marks=51) == [("a.marks", "51", "none", True)]
    assert unproven(marks=50) == []
    assert unproven(days=4.5) == [("a.days", "4.5", "none", True)]
    assert unproven(days=5) == []


def test_one_unit_is_enough() -> None:
    """One unit's top answer is high."""
    assert unproven(plain=mt.Answer(by={"t1": "no", "t2": "yes"})) == [
        ("a.plain", "Yes", "none", False)
    ]


@pytest.mark.parametrize(
    ("item", "piece", "reason"),
    [
        ("plain", evidence(), None),
        ("plain", evidence(kind="chat"), None),
        ("plain", evidence(expires=DAY), None),
        ("plain", evidence(expires=date(2026, 6, 29)), "expired"),
        ("asked", evidence(), None),
        ("asked", evidence(kind="chat"), "other kind"),
        ("asked", evidence(expires=date(2020, 1, 1)), "expired"),
        ("linked", evidence(), "no reference"),
        ("linked", evidence(reference="Paper 7"), None),
    ],
)
def test_what_will_do(item: str, piece: mt.Evidence, reason: str | None) -> None:
    """Unexpired, of a kind that is asked for, with a reference where one is."""
    found = unproven(**{item: answer("yes", piece)})
    assert [one[2] for one in found] == ([reason] if reason else [])


def test_expiring() -> None:
    """Expired and about to, by day; beyond the horizon, or without a date, not."""
    pieces = [
        evidence(title="soon", expires=date(2026, 9, 28)),
        evidence(title="later", kind="b", expires=date(2026, 9, 29)),
        evidence(title="gone", kind="c", expires=date(2026, 6, 29)),
        evidence(title="today", kind="d", expires=DAY),
        evidence(title="never", kind="e"),
    ]
    found = review(plain=answer("no", *pieces)).expiring
    said = [(one.evidence.title, one.days, one.renewed) for one in found]
    assert said == [("gone", -1, False), ("today", 0, False), ("soon", 90, False)]
    assert [one.days for one in review(0, plain=answer("no", *pieces)).expiring] == [-1, 0]


def test_renewed() -> None:
    """Newer evidence of the same kind stands beside it."""
    old, new = evidence(expires=date(2026, 1, 1)), evidence(expires=date(2027, 1, 1))
    found = review(plain=answer("no", old, new))
    assert [(one.days < 0, one.renewed) for one in found.expiring] == [(True, True)]
    assert "No evidence has expired, and none does in the next 90 days." in found.sentences
    assert "1 more has newer evidence of the same kind beside it." in found.sentences


def test_groups() -> None:
    """Groups that unexpired evidence names are covered; unanswered items are not looked at."""
    assert review().uncovered == ()
    found = review(asked=answer("no", evidence(groups=("x",))))
    assert [(one.path, one.groups) for one in found.uncovered] == [("a.asked", ("y",))]
    assert found.groups == {"y": ("a.asked",)}
    gone = review(asked=answer("no", evidence(groups=("x", "y"), expires=date(2020, 1, 1))))
    assert set(gone.groups) == {"x", "y"}
    assert review(asked=answer("no", evidence(groups=("y", "x")))).groups == {}


def test_basis() -> None:
    """What the answer says, else what its unexpired evidence says, data first."""
    found = review(
        plain=answer("no", basis="opinion"),
        asked=answer("no", evidence(basis="opinion"), evidence(basis="data")),
        linked=answer("no", evidence(basis="data", expires=date(2020, 1, 1))),
        rate=answer(3, evidence(basis="opinion")),
        days=answer(3, evidence(basis="data"), basis="opinion"),
    )
    assert found.basis == {"data": 1, "opinion": 3, "not stated": 1}


def test_sentences() -> None:
    """What was found, in plain words."""
    found = review(
        plain="yes",
        asked=answer("yes", evidence(expires=date(2026, 7, 31))),
        linked=answer("no"),
        rate=10,
        marks=10,
        days=10,
    )
    assert found.sentences == (
        NO_EVIDENCE,
        "1 piece of evidence expires in the next 90 days, by 2026-07-31.",
        "Staff groups that the evidence does not cover yet: x (1 item) and y (1 item).",
        "0 of 6 answers rest on data, 0 on opinion; of 6 it is not stated.",
    )
    assert found.text == " ".join(found.sentences)


def test_nothing_found() -> None:
    """Where nothing is wrong it says so."""
    assert review(plain="no").sentences[:2] == (
        "Every item that is rated high has evidence.",
        "No evidence has expired, and none does in the next 90 days.",
    )


def test_records() -> None:
    """A row a finding, all with the same columns."""
    found = review(
        plain="yes",
        asked=answer("yes", evidence(expires=date(2026, 7, 31), groups=("x",))),
        linked=answer("no", evidence(expires=date(2020, 1, 1))),
    )
    rows = found.to_records()
    assert [(row["finding"], row["path"]) for row in rows] == [
        ("unproven", "a.plain"),
        ("expired", "a.linked"),
        ("expiring", "a.asked"),
        ("group not covered", "a.asked"),
    ]
    assert len({tuple(row) for row in rows}) == 1
    assert rows[2]["expires"] == date(2026, 7, 31)
    assert rows[3]["group"] == "y"


def test_the_day() -> None:
    """The assessment's own day is taken, and one is needed."""
    framework = framework_of(BODY)
    assert review_evidence(framework.assess({}, period="2026-Q1")).as_of == date(2026, 3, 31)
    with pytest.raises(ValueError, match="needs a day"):
        review_evidence(framework.assess({}))


def test_the_end_of_time() -> None:
    """Neither the last day there is nor a horizon beyond it is a fault."""
    piece = evidence(expires=date.max)
    assessment = framework_of(BODY).assess({"a.asked": answer("yes", piece)})
    found = review_evidence(assessment, date(9999, 12, 1), 36_500)
    assert [one.days for one in found.expiring] == [30]
    assert found.next_falls == ()


@pytest.mark.parametrize("days", [-1, 40_000, True])
def test_refused_days(days: int) -> None:
    """A horizon in the past, or beyond a hundred years, is refused."""
    with pytest.raises(ValueError, match="within_days as a whole number from 0 to 36500"):
        review(days)


def test_refused() -> None:
    """Other kinds of arguments are refused in a plain sentence."""
    with pytest.raises(TypeError, match=r"review_evidence\(\) takes an assessment, found nothing"):
        review_evidence(None)  # type: ignore[arg-type]  # on purpose
    with pytest.raises(TypeError, match="takes a date as as_of, found a text"):
        review_evidence(framework_of(BODY).assess({}), "2026-01-01")  # type: ignore[arg-type]  # on purpose


def test_short_form() -> None:
    """In a short form that asks about branches, the claims' evidence is looked at."""
    service = mt.load_framework("hwb-elements")
    path = next(name for name, one in service.profiles.items() if one.ask == "parts")
    branch = service.dimensions[0].dimensions[0].id
    top = service.levels[-1].id
    assessment = service.assess({branch: mt.Answer(value=top)})
    found = review_evidence(assessment, DAY, profile=path)
    assert [(one.path, one.reason) for one in found.unproven] == [(branch, "none")]
