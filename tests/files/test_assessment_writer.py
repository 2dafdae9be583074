from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import maturity as mt

TOOL = mt.load_framework(Path(__file__).parents[1] / "broken" / "frameworks" / "tool.toml")


def test_a_file_is_nice_to_read() -> None:
    """A file is nice to read."""
    assessment = TOOL.assess(
        {
            "people.rest": mt.Answer(value="two", note="We think."),
            "people.absence": 2.5,
            "people.trained": mt.Answer(
                value="yes",
                confidence=4,
                evidence=(mt.Evidence(kind="record", collected=date(2026, 1, 31)),),
            ),
            "vision.known": mt.not_applicable("No staff yet"),
            "vision.shared": mt.Answer(value="partly", note="New."),
        },
        organisation=mt.Organisation(name="Ours", scheme="ods", code="RX9"),
        period="2025/26 Q4",
        units={"north": "North team"},
        targets={"vision.shared": "yes"},
        actions=(mt.Action(title="Tell staff", paths=("vision.known",), done=True),),
        made_up=True,
    )
    assert mt.dump_assessment(assessment) == (
        """schema = 1
framework = { id = "tool", edition = "1" }
organisation = { name = "Ours", scheme = "ods", code = "RX9" }
period = "2025/26 Q4"
made_up = true

[units]
north = "North team"

[targets]
"vision.shared" = "yes"

[answers.vision]
shared = { answer = "partly", note = "New." }
known = { not_applicable = "No staff yet" }

[answers.people]
absence = 2.5

[answers.people.trained]
answer = "yes"
confidence = 4
evidence = [{ kind = "record", collected = 2026-01-31 }]

[answers.people.rest]
answer = "two"
note = "We think."

[[actions]]
title = "Tell staff"
paths = ["vision.known"]
done = true
"""
    )


def test_an_assessment_without_answers() -> None:
    """An assessment without answers."""
    assert mt.dump_assessment(TOOL.assess({})) == (
        'schema = 1\nframework = { id = "tool", edition = "1" }\n'
    )


def test_nothing_is_lost_that_the_framework_does_not_know() -> None:
    """Nothing is lost that the framework does not know."""
    assessment = mt.Assessment(framework=TOOL, answers={"old.path": mt.Answer(value="yes")})  # type: ignore[arg-type]  # a plain dict will do
    assert '[answers]\n"old.path" = "yes"\n' in mt.dump_assessment(assessment)


@pytest.mark.parametrize("name", ["hwb-board", "hwb-elements", "ohwb-service"])
def test_the_examples_come_back_equal(name: str) -> None:
    """The examples come back equal."""
    example = mt.example(name)
    assert mt.parse_assessment(mt.dump_assessment(example)) == example
