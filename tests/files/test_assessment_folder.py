"""Many assessments out of files and folders."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import maturity as mt
from maturity.files import assessment_folder

if TYPE_CHECKING:
    from pathlib import Path

FRAMEWORK = """schema = 1
id = "kit"
title = "Kit"
edition = "1"
scales.met = { no = 0, yes = 1 }
scoring.scale = "met"
dimensions.a.items = { one = "One." }
"""


def sheet(name: str, rater: str = "") -> str:
    """An assessment's file."""
    return (
        f'schema = 1\nframework = {{ id = "kit", edition = "1" }}\nrater = "{rater}"\n'
        f'period = "2026"\norganisation.name = "{name}"\n'
    )


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    """A folder with a framework, two assessments, one below, and things to pass over."""
    (tmp_path / "below" / ".hidden").mkdir(parents=True)
    (tmp_path / "kit.toml").write_text(FRAMEWORK, "utf-8")
    (tmp_path / "b.toml").write_text(sheet("B"), "utf-8")
    (tmp_path / "below" / "kit.toml").write_text(FRAMEWORK, "utf-8")
    (tmp_path / "below" / "a.toml").write_text(sheet("A"), "utf-8")
    (tmp_path / "below" / ".hidden" / "c.toml").write_text("not = ", "utf-8")
    (tmp_path / "notes.txt").write_text("nothing", "utf-8")
    return tmp_path


def names(found: list[mt.Assessment]) -> list[str]:
    """Whose they are."""
    return [one.organisation.name for one in found]


def faults(*paths: Path) -> list[tuple[str, str]]:
    """The faults, by code and file."""
    with pytest.raises(mt.FaultsFound) as caught:
        mt.load_assessments(*paths)
    return [(fault.code, fault.where.file) for fault in caught.value.faults]


def test_a_folder(answers: Path) -> None:
    """All in and below it by file name; frameworks, hidden and other files are passed over."""
    assert names(mt.load_assessments(answers)) == ["B", "A"]


def test_files_and_folders(answers: Path) -> None:
    """Each file once, whatever names it."""
    assert names(mt.load_assessments(answers / "b.toml", str(answers))) == ["B", "A"]


def test_a_framework_that_is_given(answers: Path) -> None:
    """A framework, or its path, is used for all."""
    (answers / "kit.toml").unlink()
    (answers / "below" / "kit.toml").rename(answers / "elsewhere.txt")
    kit = mt.parse_framework(FRAMEWORK)
    assert [one.framework for one in mt.load_assessments(answers, framework=kit)] == [kit, kit]
    assert len(mt.load_assessments(answers, framework=answers / "elsewhere.txt")) == 2


def test_every_fault_of_every_file(answers: Path) -> None:
    """All broken files are told at once."""
    (answers / "x.toml").write_text("schema =", "utf-8")
    (answers / "y.toml").write_text(sheet("Y") + "extra = 1\n", "utf-8")
    assert faults(answers) == [
        ("toml.syntax", str(answers / "x.toml")), ("key.unknown", str(answers / "y.toml")),
    ]  # fmt: skip


def test_a_framework_that_is_named_is_no_assessment(answers: Path) -> None:
    """Only among the files of a folder it is passed over."""
    assert faults(answers / "kit.toml") == [("file.kind", str(answers / "kit.toml"))]


def test_one_organisation_twice(answers: Path) -> None:
    """Two files of one organisation, period and rater are told apart, or refused."""
    (answers / "copy.toml").write_text(sheet("B"), "utf-8")
    assert faults(answers) == [("assessment.twice", str(answers / "copy.toml"))]
    (answers / "copy.toml").write_text(sheet("B", "somebody"), "utf-8")
    assert names(mt.load_assessments(answers)) == ["B", "A", "B"]


def test_nothing_there(tmp_path: Path) -> None:
    """A folder without assessments is told, as is no path at all."""
    assert faults(tmp_path) == [("file.no-assessments", str(tmp_path))]
    assert faults() == [("file.no-assessments", "nothing")]
    assert faults(tmp_path / "none") == [("file.missing", str(tmp_path / "none"))]


def test_too_many(answers: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """There is a limit to the files of a folder."""
    monkeypatch.setattr(assessment_folder, "MOST_FILES", 2)
    assert faults(answers) == [("file.too-many", str(answers))]


def test_steps(answers: Path) -> None:
    """Who asks is told how far it is after each file."""
    told: list[tuple[int, int]] = []
    mt.load_assessments(answers, step=lambda done, of: told.append((done, of)))
    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]
