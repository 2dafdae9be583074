"""Assessments: made in Python, checked at once, frozen."""

from __future__ import annotations

import pickle
import re
from datetime import UTC, date, datetime
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
DATE = "a date without a time, such as datetime.date(2026, 3, 31)"
OURS = 'a name or an Organisation, such as Organisation(name="Ours")'


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
    """The day for evidence is the one stated, else the period's last, else none."""
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
    ("details", "fault"),
    [
        ({"period": 2026}, "period: the number 2026 is not a period; allowed: 2026-03-31, "),
        ({"units": ["north"]}, "units: a list can't stand here; allowed: a mapping"),
        ({"units": {"north": 5}}, "units.north: the number 5 can't stand here; allowed: a text"),
        ({"targets": 5}, "targets: the number 5 can't stand here; allowed: a mapping"),
        ({"rater": 5}, "rater: the number 5 can't stand here; allowed: a text"),
        ({"made_up": 1}, "made_up: the number 1 can't stand here; allowed: True or False"),
        ({"as_of": "2026-03-31"}, f"as_of: '2026-03-31' can't stand here; allowed: {DATE}"),
        ({"organisation": 3}, f"organisation: the number 3 can't stand here; allowed: {OURS}"),
        (
            {"organisation": {"nmae": "Ours"}},
            f"organisation: a table can't stand here; allowed: {OURS}",
        ),
    ],
)
def test_wrong_types(details: dict[str, Any], fault: str) -> None:
    """A detail of the wrong type is a fault like any other, and says what is allowed."""
    with pytest.raises(mt.FaultsFound) as found:
        FRAMEWORK.assess({}, **details)
    assert re.sub(r" error\[[a-z.]+\]:", "", str(found.value)).startswith(fault)


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
        assessment.rater = "other"  # type: ignore[misc]  # refused: it is frozen
    assert pickle.loads(pickle.dumps(assessment)) == assessment  # noqa: S301  # its own


@pytest.mark.parametrize(
    ("answer", "fault"),
    [
        (
            mt.NotApplicable(5),  # type: ignore[arg-type]  # on purpose: what is given is wrong
            "answers.a.x.reason: the number 5 can't stand here; allowed: a text",
        ),
        (
            mt.NotApplicable(["x"]),  # type: ignore[arg-type]  # on purpose: what is given is wrong
            "answers.a.x.reason: a list can't stand here; allowed: a text",
        ),
        (
            mt.Answer(value=mt.NotApplicable(b"x")),  # type: ignore[arg-type]  # on purpose: what is given is wrong
            "answers.a.x.reason: a bytes can't stand here; allowed: a text",
        ),
        (
            mt.Answer(evidence="policy"),
            "answers.a.x.evidence: 'policy' can't stand here; allowed: a list",
        ),
        (
            mt.Answer(evidence=[mt.Evidence(kind=5)]),  # type: ignore[arg-type]  # on purpose: what is given is wrong
            "answers.a.x.evidence.0.kind: the number 5 can't stand here; allowed: a text",
        ),
        (
            mt.Answer(evidence=[mt.Evidence(groups="nurses")]),
            "answers.a.x.evidence.0.groups: 'nurses' can't stand here; allowed: a list of texts",
        ),
        (
            mt.Answer(evidence=[mt.Evidence(groups=[5])]),
            "answers.a.x.evidence.0.groups.0: the number 5 can't stand here; allowed: a text",
        ),
        (
            mt.Answer(note="half \ud800"),
            "answers.a.x.note: a text has half a character, which no file can hold",
        ),
    ],
)
def test_answers_that_no_file_holds(answer: mt.NotApplicable | mt.Answer, fault: str) -> None:
    """What a file could not hold is a fault in Python too."""
    with pytest.raises(mt.FaultsFound) as found:
        FRAMEWORK.assess({"a.x": answer})
    said = [str(one).replace(" error[value.type]:", "") for one in found.value.faults]
    assert [one.replace("answers.a.x.value", "answers.a.x") for one in said] == [fault]


def test_details_that_no_file_holds() -> None:
    """Every fault in an action or in the organisation, at once."""
    action = mt.Action(title=3, due="x", paths="d", done=1)  # type: ignore[arg-type]  # on purpose: what is given is wrong
    noon = mt.Action(title="x", due=datetime(2026, 1, 1, tzinfo=UTC))
    ours = mt.Organisation(size=5.5)  # type: ignore[arg-type]  # on purpose: what is given is wrong
    with pytest.raises(mt.FaultsFound) as found:
        FRAMEWORK.assess({}, organisation=ours, actions=[action, noon])
    assert str(found.value).replace(" error[value.type]:", "").splitlines() == [
        "organisation.size: the number 5.5 can't stand here; allowed: a whole number",
        "actions.0.title: the number 3 can't stand here; allowed: a text",
        f"actions.0.due: 'x' can't stand here; allowed: {DATE}",
        "actions.0.done: the number 1 can't stand here; allowed: True or False",
        "actions.0.paths: 'd' can't stand here; allowed: a list of texts",
        f"actions.1.due: a datetime can't stand here; allowed: {DATE}",
    ]
    with pytest.raises(mt.FaultsFound) as found:
        FRAMEWORK.assess({}, actions="x")
    assert str(found.value) == ("actions: error[value.type]: 'x' can't stand here; allowed: a list")


def test_what_is_accepted_is_written_and_read() -> None:
    """Lists become tuples, dicts frozen maps, and a file gives the same assessment back."""
    piece = mt.Evidence(groups=["nurses", "porters"])
    assessment = FRAMEWORK.assess(
        {
            "a.x": mt.Answer(by={"north": "yes"}),
            "a.y": mt.Answer(value="no", evidence=[piece, mt.Evidence()], note="a\r\nb\x00"),
        },
        period=date(2026, 3, 31),
        organisation=mt.Organisation(code="", size=0),
        units={"north": ""},
        actions=[mt.Action(title="", paths=["a", "a.x"])],
    )
    assert assessment.period is not None
    assert assessment.period.text == "2026-03-31"
    assert assessment.actions[0].paths == ("a", "a.x")
    assert isinstance(assessment.answers["a.x"].by, FrozenMap)
    assert assessment.answers["a.y"].evidence == (piece, mt.Evidence())
    assert hash(assessment)
    assert mt.parse_assessment(mt.dump_assessment(assessment), FRAMEWORK) == assessment
