"""`maturity why`."""

from __future__ import annotations

from .tools import BOARD, Done, run

FIRST = """\
First: at least Basic (could be up to Good)
Kit, 1: an organisation without a name
===========================================
Self-reported: what the organisation says of itself, not checked by others.

Why
  Basic holds: 1 of 1 item is met (100%), all are needed. Good does not hold: 0
  of 1 item is met (0%), all are needed. Unanswered: a.two. 1 item is
  unanswered.

How sure
  1 of 2 answered.
  Whatever the missing answers turn out to be: Basic to Good.
  Read from what is answered alone: Basic.

The same answers under other rules
  Mean          at least 0.5, on a range from 0 to 1
  Staged        at least Basic (the rule here)
  Weakest link  at least 0, on a range from 0 to 1

What comes next
  Good is 1 item away:
  - [unanswered] Two is there. (a.two)
  Another item may do as well: what is listed comes first in the framework.
"""
WHOLE = """\
Overall: no total, on purpose
Kit, 1: an organisation without a name
======================================
Self-reported: what the organisation says of itself, not checked by others.

What it is made of
  First  at least Basic (could be up to Good)
"""


def test_dimension() -> None:
    """Why, how sure, other rules, and what comes next."""
    assert run("why", "ours.toml", "a") == Done(0, FIRST, "")


def test_whole() -> None:
    """The whole, by its name."""
    assert run("why", "ours.toml", "overall") == Done(0, WHOLE, "")


def test_not_applicable_is_told() -> None:
    """What N/A does to the level is said."""
    done = run("why", BOARD, "strategy")
    assert done.code == 0
    assert (
        "Worth knowing\n  - 1 statement is marked not applicable; counted as the lowest answer "
        "instead,\n    the level would be Not yet young.\n"
    ) in done.out


def test_options() -> None:
    """The short form and the day count here too."""
    done = run("why", BOARD, "vision", "--profile", "first-look", "--as-of", "2026-01-01")
    assert done.code == 0
    assert done.out.startswith("Vision: Young\n")
    assert section_after(done.out, "Why") == (
        "  Young holds: 3 of 3 statements are met (100%), 80% is needed. Established is\n"
        "  not asked about in this short form."
    )
    assert "What comes next" not in done.out


def section_after(page: str, title: str) -> str:
    """What stands below a title."""
    return page.partition(f"\n{title}\n")[2].partition("\n\n")[0]


ITEM = """\
a.one
Kit, 1: an organisation without a name
======================================
Self-reported: what the organisation says of itself, not checked by others.

One is there.

Answer      Yes
Counts as   what it says
Belongs to  First (a), Basic
"""


def test_item() -> None:
    """An item: what is asked, what was answered, and what that counts as."""
    assert run("why", "ours.toml", "a.one") == Done(0, ITEM, "")
    done = run("why", "ours.toml", "a.two")
    assert done.code == 0
    assert (
        "Answer      unanswered\nCounts as   nothing yet: it leaves the result open\n" in done.out
    )
