"""`maturity show`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import maturity as mt

from .tools import Done, run

if TYPE_CHECKING:
    from pathlib import Path

KIT = """\
Kit, 1
id: kit; 1 dimension, 2 items
=============================

Levels
------
From lowest to highest
Level  Id
------------
Basic  basic
Good   good

Answers
-------
From lowest to highest
Answer  Id
-----------
No      no
Yes     yes

Or not applicable, with a reason. No answer is not the same as either.

Scoring
-------
- Each dimension: a level is reached when all of its items are met, and every
  level below it is reached.
- Overall: no total, on purpose.
- A missing answer leaves the result open; an item that does not apply is left
  out.

First
id: a
-----
Basic
  - one: One is there.

Good
  - two: Two is there.
"""


def test_file() -> None:
    """A framework in a file, whole."""
    assert run("show", "kit.toml") == Done(0, KIT, "")


def test_shipped_frameworks_show_every_text() -> None:
    """Every item's words are there, and its place in the source."""
    for entry in mt.frameworks():
        done = run("show", entry.id)
        assert (done.code, done.err) == (0, "")
        flat = " ".join(done.out.split())
        for item in mt.load_framework(entry.id).items:
            assert item.text in flat
            for text in (*item.descriptors.values(), item.source.place or ""):
                assert text in flat


def test_words_and_evidence() -> None:
    """Whose words they are, what counts for less without evidence, and what a weight does."""
    page = run("show", "hwb-elements").out
    assert (
        "\nWhose words: those of the people who wrote this file. They are not official.\n" in page
    )
    assert "    Evidence: staff-survey. Without evidence it counts as Amber at most.\n" in page
    assert "- A line of enquiry of weight 2 counts double, and so on.\n" in page
    assert "of weight 2" not in run("show", "hwb-board").out


def test_profile() -> None:
    """A short form: what it asks, and nothing else."""
    done = run("show", "hwb-board", "--profile", "workshop")
    assert done.code == 0
    assert done.out.startswith(
        "Health and Wellbeing Board development tool, 2013\n"
        "id: hwb-board; 6 dimensions, 6 questions\n"
        "=================================================\n\n"
        "Short form 'workshop': Workshop: one level agreed for each dimension\n"
    )
    assert "- Each dimension: one answer is given for all of it.\n" in done.out
    assert "Short forms" not in done.out
    assert done.out.endswith(
        "\nInformation and intelligence\nid: information\n----------------------------\n"
        "  - information: One answer for all of it\n"
    )


def test_parts_that_are_asked_as_one() -> None:
    """Each part of which one answer is asked is named once."""
    done = run("show", "hwb-elements", "--profile", "quick")
    assert done.code == 0
    assert done.out.endswith(
        "what to offer.\n\n"
        "  - services: Support services and partners\n"
        "  - policy: Organisation design and policy\n"
        "  - interventions: Interventions overview\n"
    )


def test_formats(folder: Path) -> None:
    """Markdown and HTML go to the screen or into a file, as the text does."""
    for kind, start in (("text", "Kit, 1\n"), ("markdown", "# Kit, 1\n"), ("html", "<!DOCTYPE")):
        shown = run("show", "kit.toml", "--format", kind)
        assert (shown.code, shown.err) == (0, "")
        assert shown.out.startswith(start)
        done = run("show", "kit.toml", "--format", kind, "-o", f"kit.{kind}")
        assert done == Done(0, "", f"kit.{kind}: written\n")
        assert (folder / f"kit.{kind}").read_text("utf-8") == shown.out
        again = run("show", "kit.toml", "--format", kind, "-o", f"kit.{kind}")
        assert again.code == 2
        assert "exists already; --force replaces it" in again.err


def test_form() -> None:
    """Each format has a form with boxes to tick."""
    for kind, box in (("text", "[ ] Yes"), ("markdown", "\N{BALLOT BOX} Yes"), ("html", "boxes")):
        done = run("show", "kit.toml", "--format", kind, "--form")
        assert (done.code, done.err) == (0, "")
        assert box in done.out
        assert "Self-reported" in done.out
    short = run("show", "hwb-board", "--form", "--profile", "workshop", "--format", "html")
    assert short.out.count('<p class="notes">') == 6


def test_unknown_profile() -> None:
    """A short form that isn't there is told, whatever the format."""
    for kind in ("text", "markdown", "html"):
        done = run("show", "kit.toml", "--format", kind, "--profile", "quik")
        assert (done.code, done.out) == (2, "")
        assert "no short form" in done.err
