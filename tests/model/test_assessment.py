"""Assessments: made in Python, checked at once, frozen."""

from __future__ import annotations

import pickle
from datetime import date
from typing import TYPE_CHECKING

import attrs
import pytest

import maturity as mt
from maturity.model.frozen import FrozenMap

if TYPE_CHECKING:
    from typing import Any

FRAMEWORK = mt.parse_framework("""
schema = 1
id = "tool"
title = "Tool"
edition = "1"
[scales.met]
no = "No"
yes = "Yes"
[scoring]
scale = "met"
[dimensions.a]
title = "A"
items = { x = "X", y = "Y" }
[profiles.short]
ask = "dimensions"
scale = "met"
""")


def test_draft() -> None:
    """A note without an answer is a draft; an answer by units is none."""
    assert mt.Answer(note="Ask the team").is_draft
    assert not mt.Answer(value="no").is_draft
    assert not mt.Answer(value=0).is_draft
    assert not mt.Answer(by=FrozenMap({"one": "no"})).is_draft


def test_answers_and_claims() -> None:
    """What is said of a branch is a claim, what is said of an item an answer."""
    reason = mt.not_applicable("One team only")
    assessment = FRAMEWORK.assess({"a": "yes", "a.x": "no", "a.y": reason})
    assert assessment.claims == {"a": mt.Answer(value="yes")}
    assert assessment.answers == {"a.x": mt.Answer(value="no"), "a.y": mt.Answer(value=reason)}


def test_answer_as_it_is() -> None:
    """An `Answer` is taken as it is."""
    answer = mt.Answer(value="no", reason="Later", confidence=2)
    assert FRAMEWORK.assess({"a.x": answer}).answers["a.x"] is answer


def test_details() -> None:
    """Every detail of an assessment may be stated."""
    organisation = mt.Organisation(name="Ours", scheme="ods", code="X1")
    action = mt.Action(title="Ask", paths=("a.x",), due=date(2026, 5, 1))
    assessment = FRAMEWORK.assess(
        {},
        organisation=organisation,
        period="2025/26",
        rater="agreed",
        lead="A. Person",
        made_up=True,
        units={"north": "North"},
        targets={"a.x": "yes"},
        actions=(action,),
    )
    assert assessment.organisation is organisation
    assert (assessment.rater, assessment.lead, assessment.made_up) == ("agreed", "A. Person", True)
    assert assessment.units == FrozenMap({"north": "North"})
    assert isinstance(assessment.targets, FrozenMap)
    assert assessment.actions == (action,)


def test_as_of() -> None:
    """Evidence is judged on the day stated, else on the period's last, else on none."""
    assert FRAMEWORK.assess({}).as_of is None
    assert FRAMEWORK.assess({}, period="2026-Q1").as_of == date(2026, 3, 31)
    stated = FRAMEWORK.assess({}, period="2026-Q1", as_of=date(2026, 2, 1))
    assert stated.as_of == date(2026, 2, 1)


def test_every_fault() -> None:
    """All faults are found at once, each at its path."""
    with pytest.raises(mt.FaultsFound) as found:
        FRAMEWORK.assess({"a.x": "maybe", "a.z": "yes"}, period="spring")
    codes = [(fault.code, str(fault.where)) for fault in found.value.faults]
    assert codes == [
        ("period.form", "period"),
        ("answer.value", "answers.a.x"),
        ("path.unknown", "answers.a.z"),
    ]


@pytest.mark.parametrize(
    ("details", "place"),
    [
        ({"period": 2026}, "period"),
        ({"units": ["north"]}, "units"),
        ({"targets": 5}, "targets"),
    ],
)
def test_wrong_types(details: dict[str, Any], place: str) -> None:
    """A detail of the wrong type is a fault like any other."""
    with pytest.raises(mt.FaultsFound) as found:
        FRAMEWORK.assess({}, **details)
    assert [str(fault.where) for fault in found.value.faults] == [place]


def test_unknown_detail() -> None:
    """A detail that an assessment does not have is a mistake of the caller's."""
    with pytest.raises(TypeError, match="unexpected details: colour, shape"):
        FRAMEWORK.assess({}, shape=1, colour=2)


def test_short_repr() -> None:
    """An assessment's repr names its framework and does not print it whole."""
    text = repr(FRAMEWORK.assess({"a.x": "yes"}))
    assert "framework='tool'" in text
    assert "Scale(" not in text


def test_does_not_change() -> None:
    """An assessment is frozen; a copy and a pickle are equal to it."""
    assessment = FRAMEWORK.assess({"a.x": "yes"}, units={"north": "North"})
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        assessment.rater = "other"  # type: ignore[misc]
    assert pickle.loads(pickle.dumps(assessment)) == assessment  # noqa: S301  # its own
