"""`maturity score`."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

import maturity as mt

from .tools import BOARD, EXAMPLES, Done, run

if TYPE_CHECKING:
    from pathlib import Path

CARD = """\
Kit, 1
an organisation without a name
==============================
Self-reported: what the organisation says of itself, not checked by others.

1 of 2 items answered.
Levels, lowest first: Basic, Good.

  Dimension  Secured         Still open  Answered
  -----------------------------------------------
  First      at least Basic  up to Good  1 of 2

How to read this
- Secured: certain, whatever the missing answers turn out to be.
- Still open: what the missing answers could make of it.
- Each dimension: a level is reached when all of its items are met, and every
  level below it is reached.
- Overall: no total, on purpose.
- A missing answer leaves the result open; an item that does not apply is left
  out.
- The items listed before a next level are one way to reach it; others, as few,
  may do as well.

First: at least Basic (could be up to Good)
  Basic holds: 1 of 1 item is met (100%), all are needed. Good does not hold: 0
  of 1 item is met (0%), all are needed.
  Good is 1 item away:
  - [unanswered] Two is there. (a.two)
"""


def test_text() -> None:
    """The page, whole."""
    assert run("score", "ours.toml") == Done(0, CARD, "")


def test_framework_can_be_given(folder: Path) -> None:
    """`--framework` names the file that is answered."""
    (folder / "far").mkdir()
    (folder / "kit.toml").rename(folder / "far" / "kit.toml")
    assert run("score", "ours.toml").code == 1
    assert run("score", "ours.toml", "--framework", "far/kit.toml") == Done(0, CARD, "")


def test_profile() -> None:
    """A short form says which it is."""
    done = run("score", BOARD, "--profile", "first-look")
    assert done.code == 0
    assert done.out.startswith(
        "Health and Wellbeing Board development tool, 2013 (First look: the statements of\n"
        "a young board)\nExampleshire (made up), 2026-03-31\n"
    )
    assert "24 of 25 statements answered; 1 more does not apply (N/A).\n" in done.out


def test_as_of() -> None:
    """Whether evidence has expired is judged on the day that is given."""
    elements = str(EXAMPLES / "hwb-elements.toml")
    late = run("score", elements)
    early = run("score", elements, "--as-of", "2025-06-30")
    assert "- Whether evidence has expired is judged on 2026-03-31.\n" in late.out
    assert "relationships.together.survey" in late.out
    assert "- Whether evidence has expired is judged on 2025-06-30.\n" in early.out
    assert "relationships.together.survey" not in early.out


def test_json() -> None:
    """The record, from which the result can be worked out again; every output says whose it is."""
    done = run("score", BOARD, "--format", "json")
    assert (done.code, done.err) == (0, "")
    assert done.out.isascii()
    content = json.loads(done.out)
    card = mt.score(mt.example("hwb-board"))
    assert content == {
        "format": 1,
        "kind": "scorecard",
        "caveats": list(card.caveats),
        "record": json.loads(json.dumps(card.record())),
        "on_base": None,
    }
    assert mt.recompute(content["record"], card.framework) == card


def test_csv() -> None:
    """A row for each dimension, with the caveats."""
    done = run("score", "ours.toml", "--format", "csv")
    assert (done.code, done.err) == (0, "")
    whole, first = csv.DictReader(done.out.splitlines())
    assert (whole["path"], whole["status"]) == ("", "none")
    assert (first["path"], first["level"], first["high_level"]) == ("a", "basic", "good")
    assert first["caveats"] == (
        "Self-reported: what the organisation says of itself, not checked by others."
    )


LOCAL = """schema = 1
id = "local"
title = "A local kit"
edition = "1"
extends = { id = "kit", edition = "1" }
[drop]
"""


def test_score_shared_with(folder: Path) -> None:
    """Only what is shared with another framework is scored, and it may stand beside the file."""
    kit = mt.load_framework(folder / "kit.toml")
    dropped = kit.items[0].id
    text = LOCAL.replace('edition = "1" }', f'edition = "{kit.edition}" }}').replace(
        'id = "kit"', f'id = "{kit.id}"'
    )
    (folder / "local.toml").write_text(f'{text}"{dropped}" = "Not for us"\n', "utf-8")
    done = run("score", "ours.toml", "--shared-with", "local.toml", "--format", "json")
    assert (done.code, done.err) == (0, "")
    record = json.loads(done.out)["record"]
    assert record["profile"]["drop"] == [dropped]
    both = run("score", "ours.toml", "--shared-with", "local.toml", "--profile", "quick")
    assert both.err == "Error: 'local' has no short form (profile) 'quick'; there are: none\n"


def test_score_of_an_overlay_says_what_it_extends(folder: Path) -> None:
    """The page of a local framework says what it extends, and has the shared part."""
    extends = 'extends = { id = "hwb-board", edition = "2013" }\n'
    (folder / "mine.toml").write_text(LOCAL.partition("extends")[0] + extends, "utf-8")
    (folder / "a.toml").write_text(
        'schema = 1\nframework = { id = "local", edition = "1" }\n'
        '[answers.vision]\nshared-vision = "met"\n',
        "utf-8",
    )
    out = run("score", "a.toml").out
    assert "A local framework, which extends Health and Wellbeing Board development tool" in out
    assert "102 of its 102 statements are asked here as well." in " ".join(out.split())
