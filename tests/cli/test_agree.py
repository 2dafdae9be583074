"""`maturity agree`."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

import pytest

from .tools import ASSESSMENT, FRAMEWORK, Done, run

if TYPE_CHECKING:
    from pathlib import Path

PAGE = """\
How far the raters agree
Ours
========================
Kit, 1
Self-reported: what the organisation says of itself, not checked by others.
2 raters: Ann and Ben.

- Two or more raters answered 1 item. Of all pairs of their answers, 0% are the
  same.
"""


def answers(rater: str, said: str, name: str = "Ours") -> str:
    """The answers of one rater to the kit."""
    head, _, rest = ASSESSMENT.partition("\n[answers")
    about = f'rater = "{rater}"\norganisation = {{ name = "{name}" }}\n'
    return f"{head}{about}\n[answers{rest}".replace('"yes"', f'"{said}"')


@pytest.fixture(autouse=True)
def raters(folder: Path) -> None:
    """Two raters' answers beside the kit."""
    (folder / "ours.toml").unlink()
    (folder / "ann.toml").write_text(answers("Ann", "yes"), "utf-8")
    (folder / "ben.toml").write_text(answers("Ben", "no"), "utf-8")


@pytest.mark.parametrize("given", [["."], ["ann.toml", "ben.toml"]])
def test_page(given: list[str]) -> None:
    """A folder or files make a page; a framework in the folder is passed over."""
    done = run("agree", *given)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(PAGE)
    assert "\n     Ann: Yes; Ben: No.\n" in done.out


def test_json() -> None:
    """All of it as data."""
    done = run("agree", ".", "--format", "json")
    assert (done.code, done.err) == (0, "")
    data = json.loads(done.out)
    assert (data["format"], data["kind"], data["alone"]) == (1, "agreement", [])
    assert [one["path"] for one in data["found"][0]["discuss"]] == ["a.one"]


def test_csv() -> None:
    """A row for each item."""
    done = run("agree", ".", "--format", "csv")
    assert (done.code, done.err) == (0, "")
    rows = list(csv.DictReader(done.out.splitlines()))
    assert [(row["path"], row["said"]) for row in rows] == [
        ("a.one", "Ann: yes; Ben: no"),
        ("a.two", ""),
    ]


def test_one_rater() -> None:
    """One rater is compared with nobody, and that is no failure."""
    done = run("agree", "ann.toml")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("No organisation here has two raters at one period")
    assert done.out.endswith("- Ours: Ann\n")


def test_profile_and_framework(folder: Path) -> None:
    """A short form, and a framework from elsewhere."""
    (folder / "there").mkdir()
    profile = '[profiles.first]\ntitle = "The first"\nitems = ["a.one"]\n'
    (folder / "there" / "kit.toml").write_text(FRAMEWORK + profile, "utf-8")
    (folder / "kit.toml").unlink()
    done = run("agree", ".", "--framework", "there/kit.toml", "--profile", "first")
    assert (done.code, done.err) == (0, "")
    assert "\nKit, 1 (The first)\n" in done.out


@pytest.mark.parametrize(
    ("given", "code", "message"),
    [
        (["none.toml"], 2, "none.toml: error[file.missing]: there is no such file\n"),
        (
            [".", "--profile", "x"],
            2,
            "Error: 'kit' has no short form (profile) 'x'; there are: none\n",
        ),
    ],
)
def test_misuse(given: list[str], code: int, message: str) -> None:
    """What can't be done is told on stderr."""
    assert run("agree", *given) == Done(code, "", message)


def test_nothing_given() -> None:
    """Files or a folder are needed."""
    done = run("agree")
    assert (done.code, done.out) == (2, "")
    assert "Missing argument 'PATHS...'" in done.err


def test_twice(folder: Path) -> None:
    """Two files of one rater are a fault of the files."""
    (folder / "cem.toml").write_text(answers("Ann", "no"), "utf-8")
    done = run("agree", ".")
    assert (done.code, done.out) == (1, "")
    assert "error[assessment.twice]" in done.err


def test_nearly_twice(folder: Path) -> None:
    """One name in two spellings is told in a sentence."""
    (folder / "cem.toml").write_text(answers("ANN", "no"), "utf-8")
    done = run("agree", ".")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("Error: Ours: two assessments of one period are by 'ANN';")


def test_only_some(folder: Path) -> None:
    """Of a whole folder, one organisation and one period can be picked out."""
    for rater, said in (("Cem", "yes"), ("Dee", "no")):
        (folder / f"{rater}.toml").write_text(answers(rater, said, "Theirs"), "utf-8")
    done = run("agree", ".", "--organisation", "Theirs", "--format", "json")
    assert (done.code, done.err) == (0, "")
    data = json.loads(done.out)
    assert [one["organisation"]["name"] for one in data["found"]] == ["Theirs"]
    done = run("agree", ".", "--organisation", "Nobody")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("Error: there is no organisation 'Nobody' here; there are: ")


def test_only_one_period(folder: Path) -> None:
    """Raters of another period are left out."""
    for name in ("ann.toml", "ben.toml"):
        sheet = (folder / name).read_text("utf-8")
        (folder / f"now-{name}").write_text(f'period = "2026-02"\n{sheet}', "utf-8")
        (folder / name).write_text(f'period = "2026-01"\n{sheet}', "utf-8")
    done = run("agree", ".", "--period", "2026-02", "--format", "json")
    assert (done.code, done.err) == (0, "")
    data = json.loads(done.out)
    assert [one["period"] for one in data["found"]] == ["2026-02"]


def test_a_long_list_of_those_with_one_rater_is_cut(folder: Path) -> None:
    """A page says how many more there are."""
    for number in range(12):
        (folder / f"{number}.toml").write_text(answers("Eva", "yes", f"Org {number}"), "utf-8")
    done = run("agree", ".")
    assert (done.code, done.err) == (0, "")
    assert done.out.count(": Eva\n") == 10
    assert done.out.endswith("And 2 more; --format json lists all.\n")
