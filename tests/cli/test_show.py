"""`maturity show`."""

from __future__ import annotations

import maturity as mt

from .tools import Done, run

KIT = """\
Kit, 1
id: kit; 1 dimension, 2 items
=============================

Levels, lowest first
  Basic  (id: basic)
  Good   (id: good)

Answers, lowest first
  No   (id: no)
  Yes  (id: yes)
  Or not applicable, with a reason. No answer is not the same as either.

Scoring
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
        "  Whose words: those of the people who wrote this file. They are not official.\n" in page
    )
    assert "    Evidence: staff-survey. Without evidence it counts as Amber at most.\n" in page
    assert "  - A line of enquiry of weight 2 counts double, and so on.\n" in page
    assert "of weight 2" not in run("show", "hwb-board").out


def test_profile() -> None:
    """A short form: what it asks, and nothing else."""
    done = run("show", "hwb-board", "--profile", "workshop")
    assert done.code == 0
    assert done.out.startswith(
        "Health and Wellbeing Board development tool, 2013\n"
        "id: hwb-board; 6 dimensions, 6 questions\n"
        "=================================================\n"
        "Short form 'workshop': Workshop: one level agreed for each dimension\n"
    )
    assert "- Each dimension: one answer is given for all of it.\n" in done.out
    assert "Short forms" not in done.out
    assert done.out.endswith(
        "\nInformation and intelligence\nid: information\n----------------------------\n"
        "One answer for all of it: Not yet young, Young, Established, Mature or Exemplar.\n"
    )


def test_parts_that_are_asked_as_one() -> None:
    """Each part of which one answer is asked is named once."""
    done = run("show", "hwb-elements", "--profile", "quick")
    assert done.code == 0
    assert done.out.endswith(
        "what to offer.\n"
        "One answer for each part: Red, Amber or Green.\n"
        "  - Support services and partners (support.services)\n"
        "  - Organisation design and policy (support.policy)\n"
        "  - Interventions overview (support.interventions)\n"
    )
