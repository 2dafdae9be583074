"""`maturity people`."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

import pytest

from .tools import ASSESSMENT, Done, run

if TYPE_CHECKING:
    from pathlib import Path

GROUPS = {"staff": "yyyyyyyyyyyynnnnnnnnnnnn", "managers": "yyyyyyyyyyyyyyynnn", "board": "yyyn"}


@pytest.fixture(autouse=True)
def survey(folder: Path) -> None:
    """The answers of some people beside the kit."""
    (folder / "ours.toml").unlink()
    head, _, rest = ASSESSMENT.partition("\n[answers")
    for group, answers in GROUPS.items():
        for number, letter in enumerate(answers):
            about = (
                f'rater = "{group}-{number}"\nrater_group = "{group}"\n'
                'organisation = { name = "Ours", sector = "trust" }\n'
            )
            said = rest if letter == "y" else rest.replace('"yes"', '"no"')
            text = f"{head}{about}\n[answers{said}"
            (folder / f"{group}-{number}.toml").write_text(text, "utf-8")


def test_page() -> None:
    """A page of all dimensions by staff group; a group of four is left out."""
    done = run("people", ".")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("What people say, by staff group\nKit, 1\n")
    assert "- 42 people are counted.\n" in done.out
    assert "by staff group: board." in done.out
    assert "\nmanagers " in done.out
    assert "hidden" in done.out.partition("\nFirst\n")[2]


def test_json() -> None:
    """All of it as data; what is hidden is null, with the reason."""
    done = run("people", ".", "--path", "a.one", "--format", "json")
    assert (done.code, done.err) == (0, "")
    data = json.loads(done.out)
    assert (data["format"], data["kind"], data["minimum"]) == (1, "people", 11)
    assert (data["people"], data["left_out"]) == (42, {"rater_group": ["board"]})
    counts = [(one["group"], one["answer"], one["count"]) for one in data["results"][:2]]
    assert counts == [("managers", "no", None), ("managers", "yes", None)]
    assert data["results"][0]["hidden"].startswith("fewer than 11 people")


def test_csv() -> None:
    """A row for each group and answer; what is hidden is empty."""
    done = run("people", ".", "--by", "sector", "--by", "organisation", "--format", "csv")
    assert (done.code, done.err) == (0, "")
    rows = list(csv.DictReader(done.out.splitlines()))
    assert {(row["by"], row["group"]) for row in rows} == {
        ("sector", "trust"), ("organisation", "Ours"), ("everybody", ""),
    }  # fmt: skip
    assert all((row["count"] == "") == (row["hidden"] != "") for row in rows)
    assert rows[0]["people"] == "46"


def test_minimum() -> None:
    """A smaller minimum shows more; 1 hides nothing."""
    assert "board" in run("people", ".", "--minimum", "4").out.partition("\nFirst\n")[2]
    done = run("people", ".", "--minimum", "1", "--path", "a.one", "--format", "csv")
    assert all(row["count"] for row in csv.DictReader(done.out.splitlines()))


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (["--path", "b"], "Error: 'b' is not asked here; allowed: a, a.one, a.two\n"),
        (
            ["--path", "a", "--path", "a.one"],
            (
                "Error: 'a.one' rests on the same answers as 'a': what is hidden in one table "
                "could be read in the other; ask for one of them\n"
            ),
        ),
    ],
)
def test_refused(given: list[str], message: str) -> None:
    """What can't be shown is told on stderr."""
    assert run("people", ".", *given) == Done(2, "", message)


def test_misuse() -> None:
    """2 hides nothing; there are three ways of grouping."""
    done = run("people", ".", "--minimum", "2")
    assert (done.code, done.out) == (2, "")
    assert "'fewer than 2' would say that it is 1; give 3 or more, or 1" in done.err
    assert run("people", ".", "--by", "rater").code == 2


def test_nobody(folder: Path) -> None:
    """An organisation's own answers are no survey."""
    (folder / "ours.toml").write_text(
        ASSESSMENT.replace("\n[answers", 'organisation = { name = "Ours" }\n\n[answers'), "utf-8"
    )
    done = run("people", "ours.toml")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("Error: none of the assessments is one person's answers;")
