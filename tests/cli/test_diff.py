"""`maturity diff`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

import maturity as mt

from .tools import FRAMEWORK, Done, run

if TYPE_CHECKING:
    from pathlib import Path

OVERLAY = """\
schema = 1
id = "local"
title = "Kit"
edition = "1"
extends = { id = "kit", edition = "1" }
[drop]
"a.two" = "Not for us"
[change]
"a.one" = "=One is here."
"""
PAGE = """\
From kit 1 to local 1
What differs, and what that does to comparing results
=====================================================
1 item shared, of 2 and 1. Shared: at the same path in both, with the same
possible answers.
To compare results, score what is shared, under the rules of one of the two.

Dropped (1)
  Not part of what the two share.
  - a.two: Two is there.
    Reason: Not for us

Reworded (1)
  Answers compare as long as the meaning is the same.
  - a.one
    Before  One is there.
    Now     =One is here.

Other (3)
  An assessment names it: answers to the one are not read as answers to the
  other.
  - id: kit, now local
  It says where a framework comes from; what that changes is listed here.
  - extends: nothing, now kit, 1
  Shown, never scored; answers and scores compare.
  - a.one: wording of the source nothing, now ours
"""


@pytest.fixture(autouse=True)
def local(folder: Path) -> None:
    """An overlay of the kit beside it."""
    (folder / "local.toml").write_text(OVERLAY, "utf-8")


def test_page() -> None:
    """An overlay and its base, in words; that they differ is no failure."""
    assert run("diff", "kit.toml", "local.toml") == Done(0, PAGE, "")


def test_nothing_differs() -> None:
    """A framework and itself, by its id."""
    done = run("diff", "hwb-board", "hwb-board")
    assert (done.code, done.err) == (0, "")
    assert done.out.endswith("Nothing differs: they say the same.\n")


def test_json() -> None:
    """All of it as data, with what it is between."""
    done = run("diff", "kit.toml", "local.toml", "--format", "json")
    assert (done.code, done.err) == (0, "")
    data = json.loads(done.out)
    kit, ours = mt.load_framework("kit.toml"), mt.load_framework("local.toml")
    found = mt.diff(kit, ours)
    assert data["differences"] == found.to_records()
    assert data["first"] == {
        "id": "kit",
        "edition": "1",
        "title": "Kit",
        "digest": kit.digest,
        "items": 2,
    }
    assert data["second"]["id"] == "local"
    assert (data["format"], data["kind"]) == (1, "differences")
    assert (data["shared"], data["same_scores"]) == (1, False)


def test_csv() -> None:
    """A row for each difference, in which nothing is a formula."""
    done = run("diff", "kit.toml", "local.toml", "--format", "csv")
    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines()[:3] == [
        "kind,path,what,before,after,effect,reason",
        "dropped,a.two,item,Two is there.,,Not part of what the two share.,Not for us",
        (
            "reworded,a.one,words,One is there.,'=One is here.,"
            "Answers compare as long as the meaning is the same.,"
        ),
    ]


def test_two_editions(folder: Path) -> None:
    """Two files of one framework."""
    (folder / "later.toml").write_text(FRAMEWORK.replace('edition = "1"', 'edition = "2"'), "utf-8")
    done = run("diff", "kit.toml", "later.toml")
    assert "\n  - edition: 1, now 2\n" in done.out
    assert "\nThe same answers give the same results in both.\n" in done.out


@pytest.mark.parametrize(
    ("names", "code", "message"),
    [
        (("kit.toml", "none.toml"), 2, "none.toml: error[file.missing]: there is no such file\n"),
        (
            ("ours.toml", "kit.toml"),
            2,
            (
                "Error: ours.toml is an assessment, not a framework; "
                "see its result with: maturity score ours.toml\n"
            ),
        ),
    ],
)
def test_misuse(names: tuple[str, str], code: int, message: str) -> None:
    """What can't be compared is told on stderr."""
    assert run("diff", *names) == Done(code, "", message)


def test_faults(folder: Path) -> None:
    """A file with faults is told like anywhere."""
    (folder / "local.toml").write_text(OVERLAY.replace("a.two", "a.tow"), "utf-8")
    done = run("diff", "kit.toml", "local.toml")
    assert (done.code, done.out) == (1, "")
    assert "error[path.unknown]" in done.err
