"""`maturity import`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import maturity as mt

from .tools import Done, run

if TYPE_CHECKING:
    from pathlib import Path

TABLE = """\
Theme,Basic,Good
First,=1 is there.\x1b[31m,Two is there.
"""


@pytest.fixture(autouse=True)
def table(folder: Path) -> None:
    """A table beside the framework `kit`."""
    (folder / "tool.csv").write_text(TABLE, "utf-8")


def test_on_the_screen() -> None:
    """The framework goes to stdout, what was guessed to stderr."""
    done = run("import", "tool.csv")
    assert (done.code, done.err) == (
        0,
        (
            "tool.csv: read as a grid\n"
            "tool.csv: control characters were removed at line 2, column 2\n"
            "tool.csv: levels, lowest first: Basic, Good\n"
            "tool.csv: statements: 2\n"
        ),
    )
    found = mt.parse_framework(done.out)
    assert [item.text for item in found.items] == ["=1 is there.[31m", "Two is there."]


def test_into_a_file() -> None:
    """The file passes `check`, and is not replaced unless that was asked for."""
    options = ["--id", "tool", "--title", "A tool", "--edition", "2013", "--layout", "grid"]
    assert run("import", "tool.csv", *options, "-o", "new.toml").code == 0
    assert run("check", "--no-advice", "new.toml") == Done(
        0, "", "new.toml: ok, framework 'tool' 2013: 2 items\n"
    )
    assert mt.load_framework("new.toml").title == "A tool"
    again = run("import", "tool.csv", "-o", "new.toml")
    assert again.code == 2
    assert again.err.endswith("Error: new.toml exists already; --force replaces it\n")
    assert run("import", "tool.csv", "-o", "new.toml", "--force").code == 0


def test_again(folder: Path) -> None:
    """With --force, statements keep the ids that they have in the file that is replaced."""
    path = folder / "tool.csv"
    path.write_text("Theme,Basic,Good\nFirst,Plan the day with the team.,x", "utf-8")
    assert run("import", "tool.csv", "-o", "new.toml").code == 0
    path.write_text(
        'Theme,Basic,Good\nFirst,"Plan the day with the boss.\nPlan the day with the team.",x',
        "utf-8",
    )
    again = run("import", "tool.csv", "-o", "new.toml", "--force")
    assert again.code == 0
    assert [(item.id, item.text) for item in mt.load_framework("new.toml").items][:2] == [
        ("first.plan-day-boss", "Plan the day with the boss."),
        ("first.plan-day-team", "Plan the day with the team."),
    ]
    (folder / "new.toml").write_text("no framework", "utf-8")
    again = run("import", "tool.csv", "-o", "new.toml", "--force")
    assert again.code == 0
    assert (
        "new.toml: this is no framework that can be read, so no ids of it are kept\n" in again.err
    )


def test_like() -> None:
    """The ids and scoring of a framework in a file are taken over."""
    done = run("import", "tool.csv", "--like", "kit.toml")
    assert done.err == (
        "tool.csv: read as a grid\n"
        "tool.csv: control characters were removed at line 2, column 2\n"
        "tool.csv: statements: 2; with an id of 'kit': 2\n"
    )
    found = mt.parse_framework(done.out)
    assert [item.id for item in found.items] == ["a.one", "a.two"]


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["none.csv"], 2, "none.csv: error[file.missing]: there is no such file\n"),
        (["tool.csv", "--id", "A tool"], 2, "'A tool' can't be an id; allowed: lower-case letters"),
        (["tool.csv", "--title", " "], 2, "Invalid value for '--title': it is empty"),
        (["tool.csv", "--edition", ""], 2, "Invalid value for '--edition': it is empty"),
        (["tool.csv", "--layout", "rows"], 2, "'rows' is not one of 'auto', 'grid', 'list'"),
        (["tool.csv", "--like", "none"], 2, "there is no framework with the id 'none'"),
        (["tool.csv", "--layout", "list"], 1, "error[table.layout]: there is no list in this file"),
        (
            ["tool.csv", "--like", "hwb-board"],
            1,
            "error[table.unlike]: column 2: 'Basic' is none of the",
        ),
    ],
)
def test_what_cannot_be_done(arguments: list[str], code: int, message: str) -> None:
    """A sentence on stderr, and nothing on stdout."""
    done = run("import", *arguments)
    assert (done.code, done.out) == (code, "")
    assert message in done.err
