"""What a caller in Python can get wrong beside what a file can: see tests/broken/ for that."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import maturity as mt
from maturity.model.check_assessment import check_assessment
from maturity.model.frozen import FrozenMap

TOOL = mt.load_framework(Path(__file__).parents[1] / "broken" / "frameworks" / "tool.toml")


def faults(answers: object = None, **details: object) -> list[tuple[str, str]]:
    """The codes and places of the faults in an assessment."""
    with pytest.raises(mt.FaultsFound) as caught:
        TOOL.assess(answers or {}, **details)  # type: ignore[arg-type]  # on purpose
    return [(fault.code, fault.where.file) for fault in caught.value.faults]


@pytest.mark.parametrize(
    ("details", "place"),
    [
        ({"rater": 5}, "rater"),
        ({"rater_group": 5}, "rater_group"),
        ({"lead": None}, "lead"),
        ({"made_up": 1}, "made_up"),
        ({"digest": 5}, "digest"),
        ({"as_of": "2026-03-31"}, "as_of"),
        ({"as_of": datetime(2026, 3, 31, tzinfo=UTC)}, "as_of"),
        ({"units": {"north": 1}}, "units.north"),
        ({"organisation": mt.Organisation(name=5)}, "organisation.name"),  # type: ignore[arg-type]  # on purpose: what is given is wrong
        ({"organisation": mt.Organisation(code=5)}, "organisation.code"),  # type: ignore[arg-type]  # on purpose: what is given is wrong
        ({"organisation": mt.Organisation(size="5")}, "organisation.size"),  # type: ignore[arg-type]  # on purpose: what is given is wrong
        ({"organisation": 5}, "organisation"),
        ({"organisation": mt.Organisation(properties=5)}, "organisation.properties"),  # type: ignore[arg-type]  # on purpose: what is given is wrong
        ({"actions": ("Do it",)}, "actions.0"),
    ],
)
def test_a_detail_of_another_type(details: dict[str, Any], place: str) -> None:
    """A detail of another type."""
    assert faults(**details) == [("value.type", place)]


@pytest.mark.parametrize(
    ("answer", "place"),
    [
        ({"note": 5}, "note"),
        ({"reason": None}, "reason"),
        ({"by": 5}, "by"),
        ({"evidence": "policy"}, "evidence"),
        ({"evidence": ("policy",)}, "evidence.0"),
        ({"evidence": (mt.Evidence(collected="2026"),)}, "evidence.0.collected"),  # type: ignore[arg-type]  # on purpose: what is given is wrong
    ],
)
def test_a_part_of_an_answer_of_another_type(answer: dict[str, Any], place: str) -> None:
    """A part of an answer of another type."""
    found = faults({"vision.shared": mt.Answer(value="yes", **answer)})
    assert found == [("value.type", f"answers.vision.shared.{place}")]


@pytest.mark.parametrize("value", [True, 1, ["yes"], {"answer": "yes"}, "Yes"])
def test_an_answer_that_is_none(value: object) -> None:
    """An answer that is none."""
    assert faults({"vision.shared": value}) == [("answer.value", "answers.vision.shared")]


@pytest.mark.parametrize("confidence", [0, 6, 2.5, True, "3"])
def test_confidence_is_a_whole_number(confidence: object) -> None:
    """Confidence is a whole number."""
    found = faults({"vision.shared": mt.Answer(value="yes", confidence=confidence)})  # type: ignore[arg-type]  # on purpose: what is given is wrong
    assert found == [("answer.confidence", "answers.vision.shared.confidence")]


@pytest.mark.parametrize("path", ["", "nowhere", "vision.", 5, "x" * 500])
def test_a_path_that_leads_nowhere(path: object) -> None:
    """A path that leads nowhere."""
    assert [code for code, _ in faults({path: "yes"})] == ["path.unknown"]


def test_a_reason_is_needed_whatever_it_is() -> None:
    """A reason is needed whatever it is."""
    for reason in ("", "  ", None):
        answer = mt.NotApplicable(reason)  # type: ignore[arg-type]  # on purpose: what is given is wrong
        assert faults({"vision.shared": answer}) == [("answer.no-reason", "answers.vision.shared")]


def test_value_and_units_at_once() -> None:
    """Value and units at once."""
    answer = mt.Answer(value="yes", by={"north": "yes"})
    found = faults({"vision.shared": answer}, units={"north": "North"})
    assert found == [("answer.two-ways", "answers.vision.shared")]


def test_a_branch_that_does_not_apply_may_hold_what_does_not_apply() -> None:
    """A branch that does not apply may hold what does not apply."""
    away = mt.not_applicable("None here")
    assessment = TOOL.assess(
        {"people": away, "people.trained": away, "people.absence": mt.Answer(note="Ask.")}
    )
    assert set(assessment.claims) == {"people"}


def test_targets_of_items_and_branches() -> None:
    """Targets of items and branches."""
    aims = {"vision.shared": "yes", "people.absence": 2.5, "people.rest": "two", "vision": "three"}
    assert TOOL.assess({}, targets=aims).targets == aims
    assert faults(targets={"vision": "yes", "people.absence": "low", "nowhere": "x"}) == [
        ("target.value", "targets.vision"),
        ("target.value", "targets.people.absence"),
        ("path.unknown", "targets.nowhere"),
    ]


def test_without_levels_a_branch_has_no_target() -> None:
    """Without levels a branch has no target."""
    framework = mt.parse_framework(
        'schema = 1\nid = "t"\ntitle = "T"\nedition = "1"\n[dimensions.d]\n'
    )
    with pytest.raises(mt.FaultsFound, match="it has no levels to aim for"):
        framework.assess({}, targets={"d": "x"})


def test_evidence_may_be_a_list_and_last_a_day() -> None:
    """Evidence may be a list and last a day."""
    piece = mt.Evidence(collected=date(2026, 1, 1), expires=date(2026, 1, 1))
    answer = mt.Answer(value="yes", evidence=[piece])
    assert TOOL.assess({"vision.shared": answer})


def test_a_period_that_is_not_understood() -> None:
    """A period that is not understood."""
    assert faults(period="soon") == [("period.form", "period")]


def test_any_organisation_code_will_do() -> None:
    """Any organisation code will do."""
    organisation = mt.Organisation(name="Ours", scheme="ods", code="not at all like one")
    assert TOOL.assess({}, organisation=organisation).organisation == organisation


def test_an_organisation_may_be_a_name() -> None:
    """An organisation may be a name."""
    assert TOOL.assess({}, organisation="Ours").organisation == mt.Organisation(name="Ours")


def test_a_detail_that_does_not_exist() -> None:
    """A detail that does not exist."""
    with pytest.raises(TypeError, match="unexpected details: leed"):
        TOOL.assess({}, leed="A. Person")


def test_a_claim_of_what_is_no_branch() -> None:
    """A claim of what is no branch."""
    claims = {"nowhere": mt.Answer(value="one"), "vision.shared": mt.Answer(value="yes")}
    assessment = mt.Assessment(framework=TOOL, claims=FrozenMap(claims))
    assert [problem.code for problem in check_assessment(assessment)] == [
        "path.unknown",
        "path.not-a-branch",
    ]


def test_numbers_of_other_libraries() -> None:
    """Numbers of other libraries are taken as Python's own."""
    by = mt.Answer(by={"team-1": np.int64(4)}, confidence=np.int64(3))  # type: ignore[arg-type]  # taken as it is
    assessment = TOOL.assess(
        {"people.absence": by, "vision.shared": "yes"},
        units={"team-1": "Team 1"},
        targets={"people.absence": np.float32(2.5)},
        organisation=mt.Organisation(size=np.int32(7)),  # type: ignore[arg-type]  # on purpose: what is given is wrong
    )
    answer = assessment.answers["people.absence"]
    numbers = [
        answer.by["team-1"],
        answer.confidence,
        assessment.targets["people.absence"],
        assessment.organisation.size,
    ]
    assert [(number, type(number)) for number in numbers] == [
        (4, int), (3, int), (2.5, float), (7, int)
    ]  # fmt: skip
    assert mt.score(assessment).record()["answers"] is not None


def test_a_key_that_is_no_text() -> None:
    """A key that is no text is shown as what it is."""
    with pytest.raises(mt.FaultsFound) as caught:
        TOOL.assess({5: "yes", object(): "yes"})  # type: ignore[dict-item]  # on purpose
    assert [str(fault).split("; ")[0] for fault in caught.value.faults] == [
        "answers.5: error[path.unknown]: there is no dimension, part or item the number 5",
        "answers.an object: error[path.unknown]: there is no dimension, part or item an object",
    ]
