from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import maturity as mt

ROOT = Path(__file__).parents[2]
TOOL = ROOT / "tests" / "broken" / "frameworks" / "tool.toml"
HEAD = 'schema = 1\nframework = { id = "tool", edition = "1" }\n'


@pytest.fixture(name="tool", scope="module")
def read_tool() -> mt.Framework:
    """The framework that these assessments answer."""
    return mt.load_framework(TOOL)


def codes(text: str, framework: mt.Framework | str | Path | None) -> list[str]:
    """The codes of the faults in an assessment."""
    with pytest.raises(mt.FaultsFound) as caught:
        mt.parse_assessment(text, framework)
    return [fault.code for fault in caught.value.faults]


def test_every_key_is_read(tool: mt.Framework) -> None:
    """Every key is read."""
    read = mt.parse_assessment(
        """
schema = 1
framework = { id = "tool", edition = "1", digest = "sha256:0" }
period = "2025/26 Q4"
as_of = 2026-04-15
rater = "agreed"
rater_group = "board"
lead = "A. Person"
made_up = true

[organisation]
name = "Ours"
scheme = "ods"
code = "whatever, codes take many shapes"
sector = "trust"
size = 1200
properties = { model = "in-house" }

[units]
north = "North team"

[targets]
"vision.shared" = "yes"
people.absence = 3

[answers.vision]
shared = { by = { north = { not_applicable = "New" } } }

[[actions]]
title = "Do it"
owner = "B. Person"
due = 2026-09-01
paths = ["vision.shared"]
note = "Soon."
done = true
""",
        tool,
    )
    assert read.framework is tool
    assert read.digest == "sha256:0"
    assert read.period is not None
    assert read.period.last_day == date(2026, 3, 31)
    assert read.as_of == date(2026, 4, 15)
    assert (read.rater, read.rater_group) == ("agreed", "board")
    assert (read.lead, read.made_up) == ("A. Person", True)
    assert read.organisation == mt.Organisation(
        name="Ours",
        scheme="ods",
        code="whatever, codes take many shapes",
        sector="trust",
        size=1200,
        properties=read.organisation.properties,
    )
    assert read.organisation.properties == {"model": "in-house"}
    assert read.units == {"north": "North team"}
    assert read.targets == {"vision.shared": "yes", "people.absence": 3.0}
    assert read.answers["vision.shared"].by == {"north": mt.not_applicable("New")}
    assert read.actions == (
        mt.Action(
            title="Do it",
            owner="B. Person",
            due=date(2026, 9, 1),
            paths=("vision.shared",),
            note="Soon.",
            done=True,
        ),
    )


def test_a_date_is_a_period(tool: mt.Framework) -> None:
    """A date is a period."""
    read = mt.parse_assessment(f"{HEAD}period = 2026-03-31", tool)
    assert read.period == mt.parse_assessment(f'{HEAD}period = "2026-03-31"', tool).period
    assert read.as_of == date(2026, 3, 31)


def test_without_period_there_is_no_day(tool: mt.Framework) -> None:
    """Without period there is no day."""
    assert mt.parse_assessment(HEAD, tool).as_of is None


def test_the_framework_is_found_beside_the_file(tmp_path: Path) -> None:
    """The framework is found beside the file."""
    (tmp_path / "a-framework.toml").write_text(TOOL.read_text("utf-8"), "utf-8")
    (tmp_path / "ours.toml").write_text(HEAD, "utf-8")
    assert mt.load_assessment(tmp_path / "ours.toml").framework.id == "tool"


def test_the_framework_is_found_among_those_shipped() -> None:
    """The framework is found among those shipped."""
    text = 'schema = 1\nframework = { id = "hwb-board", edition = "2013" }'
    assert mt.parse_assessment(text).framework is mt.load_framework("hwb-board")


def test_the_framework_may_be_given_as_a_file(tmp_path: Path) -> None:
    """The framework may be given as a file."""
    (tmp_path / "ours.toml").write_text(f"\ufeff{HEAD}", "utf-8")
    assert mt.load_assessment(str(tmp_path / "ours.toml"), TOOL).framework.id == "tool"


def test_another_digest_is_a_note(tool: mt.Framework) -> None:
    """Another digest is a note."""
    text = HEAD.replace("edition", 'digest = "sha256:0", edition')
    assert mt.parse_assessment(text, tool).digest == "sha256:0"
    assert mt.parse_assessment(HEAD, tool).digest is None


def test_another_edition_beside_the_right_one_is_passed_over(tmp_path: Path) -> None:
    """Another edition beside the right one is passed over."""
    old = TOOL.read_text("utf-8").replace('edition = "1"', 'edition = "0"')
    (tmp_path / "a.toml").write_text(old, "utf-8")
    (tmp_path / "b.toml").write_text(TOOL.read_text("utf-8"), "utf-8")
    (tmp_path / "ours.toml").write_text(HEAD, "utf-8")
    assert mt.load_assessment(tmp_path / "ours.toml").framework.edition == "1"


def test_faults_of_the_framework_name_its_own_file(tmp_path: Path) -> None:
    """Faults of the framework name its own file."""
    broken = TOOL.read_text("utf-8").replace("partly = 0.5", "partly = 2")
    (tmp_path / "tool.toml").write_text(broken, "utf-8")
    (tmp_path / "ours.toml").write_text(HEAD + "ratr = 1\n", "utf-8")
    with pytest.raises(mt.FaultsFound) as caught:
        mt.load_assessment(tmp_path / "ours.toml")
    files = [(Path(fault.where.file).name, fault.code) for fault in caught.value.faults]
    assert files == [("ours.toml", "key.unknown"), ("tool.toml", "scale.falling")]


def test_a_given_framework_that_is_not_there_is_one_fault() -> None:
    """A given framework that is not there is one fault."""
    assert codes(HEAD, "no-such-framework") == ["framework.unknown"]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("framework = 5", "value.type"),
        ("framework = { edition = '1' }", "key.missing"),
        ("framework = { id = 5, edition = '1' }", "value.type"),
    ],
)
def test_without_a_readable_id_nothing_is_looked_for(line: str, code: str) -> None:
    """Without a readable id nothing is looked for."""
    assert codes(f"schema = 1\n{line}", None) == [code]


def test_with_a_given_framework_an_unreadable_edition_is_one_fault(tool: mt.Framework) -> None:
    """With a given framework an unreadable edition is one fault."""
    text = 'schema = 1\nframework = { id = "tool", edition = 1 }\n[answers.vision]\nshared = "x"'
    assert codes(text, tool) == ["value.type", "answer.value"]


def test_a_schema_is_refused_with_all_other_faults(tool: mt.Framework) -> None:
    """A schema is refused with all other faults."""
    assert codes(HEAD.replace("1", "9", 1) + "period = 'x'", tool) == [
        "schema.unknown",
        "period.form",
    ]


def test_a_text_that_is_no_table_of_answers(tool: mt.Framework) -> None:
    """A text that is no table of answers."""
    assert codes(f"{HEAD}answers = 5\ntargets = 'x'", tool) == ["value.type", "value.type"]


def test_what_is_read_can_be_edited_in_python(tool: mt.Framework) -> None:
    """What is read can be edited in Python."""
    read = mt.parse_assessment(f'{HEAD}[answers.vision]\nshared = "yes"', tool)
    again = tool.assess(dict(read.answers))
    assert again.answers == read.answers
