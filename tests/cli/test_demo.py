"""`maturity demo`."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

import maturity as mt
from maturity.cli.demo import lowest_text

from .tools import run

INTRODUCTION = """\
Scorecards of 3 made-up organisations
An example for each framework that is included. None of this data is real.
============================================================
A framework says what good looks like, level by level. An organisation says how
far it has got with each point. From the two comes a scorecard: which level is
certain, what is still open, why, and what lies between here and the next level.

It shows what an organisation says of itself. It is there to start a
conversation and a plan, not to rank anybody.
"""
GLANCE = """
At a glance
  hwb-board: Exampleshire (made up), 2026-03-31
    Certain: 3 of 6 dimensions; still open: 3.
    Lowest so far: Governance, risk sharing and assurance of outcomes (no level
    is certain yet, could be up to Established).
  hwb-elements: Example Trust (made up), 2025/26 Q4
    Certain: 7 of 7 elements; still open: 0.
    Lowest: Fulfilment at work and Environment (Red).
  ohwb-service: Example Occupational Health Partnership (made up), 2025/26 Q4
    Certain: 4 of 4 drivers; still open: 0.
    Lowest: Strategic identity, Services across systems and Impact and
    evidence-based practice (Core).
"""
BOARD = """\
  Dimension              Secured                Still open         Answered  N/A
  ------------------------------------------------------------------------------
  Vision                 Established            no                 14 of 14  -
  Strategy               Young                  no                 13 of 13  1
  Leadership             at least Established   up to Mature       16 of 19  -
  Needs assessment and   Established            no                 17 of 17  1
  management of
  priorities
  Governance, risk       no level is certain    up to Established  11 of 21  -
  sharing and assurance  yet
  of outcomes
  Information and        at least Young         up to Mature       9 of 16   -
  intelligence
"""
LEADERSHIP = """\
Leadership: at least Established (could be up to Mature)
  Established holds: 4 of 5 statements are met (80%), 80% is needed. Mature does
  not hold: 3 of 5 statements are met (60%), 80% is needed.
  Mature is 1 statement away:
  - [unanswered] The board has taken the lead on disputed matters, such as
    ending a service, and nothing was done that would weaken shared ...
    (leadership.led-contentious)
"""
NEXT = """\
What to try next
  The whole framework:
    maturity show hwb-board
  An empty answer sheet for it, to fill in:
    maturity new assessment -o ours.toml
  Your own scorecard:
    maturity score ours.toml
  One result in full:
    maturity why ours.toml vision
  The system's files, to try things on:
    maturity demo --system system
"""
SCRIPT = Path(sys.executable).with_name("maturity")


def test_demo() -> None:
    """An introduction, three cards that say that they are made up, and what to try next."""
    done = run("demo")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(INTRODUCTION + GLANCE)
    assert (INTRODUCTION + GLANCE).count("\n") <= 24
    assert done.out.count("Whether evidence has expired is judged on") == 2
    assert BOARD in done.out
    assert LEADERSHIP in done.out
    assert done.out.endswith(NEXT)
    assert done.out.count("Made-up example data.\n") == 4
    assert "\nOverview of 53 organisations\n" in done.out
    assert done.out.count("Self-reported: ") == 4
    assert "(N/A)" in done.out
    assert "is marked not applicable; counted as the lowest answer" in done.out
    for number, name in enumerate(("hwb-board", "hwb-elements", "ohwb-service"), start=1):
        assert f"\n{number} of 3: {name}\n" in done.out
        for score in mt.score(mt.example(name)).dimensions:
            assert f"\n{score.title}: " in done.out


def test_what_to_try_next_works(folder: Path) -> None:
    """The commands that the demonstration ends with can be typed as they stand."""
    (folder / "ours.toml").unlink()
    for line in NEXT.splitlines()[2::2]:
        command = line.split()
        assert command[0] == "maturity"
        assert run(*command[1:]).code == 0


@pytest.mark.parametrize(
    ("started", "path", "shown"),
    [
        (".venv/bin/maturity", "", ".venv/bin/maturity"),
        ("our tools/maturity", "", '"our tools/maturity"'),
        (str(SCRIPT), str(SCRIPT.parent), "maturity"),
        ("__main__.py", "", "maturity"),
    ],
)
def test_commands_name_what_was_started(
    started: str, path: str, shown: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a shell would not find `maturity`, the commands are offered by its path."""
    monkeypatch.setattr(sys, "argv", [started, "demo"])
    monkeypatch.setenv("PATH", path)
    assert run("demo").out.endswith(NEXT.replace("    maturity", f"    {shown}"))


TWO = """
schema = 1
id = "two"
title = "Two"
edition = "1"
[levels]
low = "Low"
high = "High"
[scales.met]
no = "No"
yes = "Yes"
[scoring]
scale = "met"
dimension = { rule = "staged" }
[dimensions.a.at.low]
one = "One."
[dimensions.a.at.high]
two = "Two."
[dimensions.b.at.low]
one = "One."
[dimensions.b.at.high]
two = "Two."
"""


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"a.one": "yes", "b.one": "yes", "b.two": "no"}, "Lowest: B (Low)."),
        (
            {"a.one": "yes", "b.one": "yes"},
            (
                "Lowest so far: A (at least Low, could be up to High) "
                "and B (at least Low, could be up to High)."
            ),
        ),
        ({}, ""),
    ],
)
def test_lowest(answers: dict[str, str], said: str) -> None:
    """What is certain stands lowest; what is open does so only as far as it is answered."""
    assert lowest_text(mt.score(mt.parse_framework(TWO).assess(answers))) == said


def test_the_system_as_files(folder: Path) -> None:
    """The made-up system lies in a folder of its own, ready for the commands that read many."""
    done = run("demo", "--system", "system")
    names = [path.name for path in (folder / "system").iterdir()]
    assert (done.code, done.out, done.err) == (0, "", f"system: {len(names)} files written\n")
    assert "gp-practice.toml" in names
    assert "riverside-acute-trust-2025-26-q4-agreed.toml" in names
    assert run("check", "system/northmarket-council-2025-26-q4.toml").code == 0


def test_a_folder_that_holds_something_is_left_alone(folder: Path) -> None:
    """It is a misuse, and nothing is written."""
    place = folder / "system"
    place.mkdir()
    (place / "mine.txt").write_text("mine")
    done = run("demo", "--system", "system")
    assert (done.code, done.out) == (2, "")
    assert done.err == (
        "Error: system holds something already; give a new folder, or an empty one\n"
    )
    assert [path.name for path in place.iterdir()] == ["mine.txt"]
