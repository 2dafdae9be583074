"""The commands that read many assessments: overview, trend, evidence, buddies and due."""

from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path

import pytest

from .tools import run

ANSWERS = """\
schema = 1
framework = {{ id = "kit", edition = "1" }}
organisation = {{ name = "{name}", sector = "{sector}" }}
period = "{period}"

[answers.a]
one = "{one}"
"""
FULL = '\ntwo = "{two}"\n'
OVERVIEW = """\
Overview of 2 organisations
Kit, 1; newest answers up to 2026-02
====================================

Self-reported: what each organisation says of itself, not checked by others. It
is there to start a conversation and to find who can help whom, not to rank
anybody.

Who takes part
--------------
2 organisations: 1 complete and 1 half way.

- Still to finish: Bee (1 of 2 answered).
- Joined in 2026-02: Bee.

Who stands where, by dimension
------------------------------
- 1: First

Be Below Basic; Ba Basic; G Good; + missing answers can still raise it; ?
nothing to state yet.

council (1)
Organisation  1
---------------
Ay            G

trust (1)
Organisation  1
----------------
Bee           Be

How they spread
---------------
How many stand at each level
Dimension  Below Basic  Basic  Good  Can rise  Not known  Differ
----------------------------------------------------------------
First      1            0      1     0         0          100%

Can rise: the level is secured, and missing answers can still raise it. Differ:
how often two organisations, picked at random, stand at different levels.

- First: lowest is Below Basic, 1 of 2: Bee

What many do well
-----------------
Nothing fits the rule: at least 50% of those who answered gave an answer that
counts as the highest, and 3 or more answered.

What many lack
--------------
Nothing fits the rule: at least 50% of those who answered gave an answer that
counts in the lower half of its scale, and 3 or more answered.
"""
TREND = """\
Ay over time
Kit, 1
============

Self-reported: what the organisation says of itself, not checked by others.

Dimensions by period
Dimension  2026-01      2026-02
-------------------------------
First      Below Basic  Good

What changed, and why
---------------------
Look at the whole run: one step up or down is often chance. The NHS programme
Making Data Count warns against comparing two points, and against red, amber and
green.

From 2026-01 to 2026-02
- First rose: Below Basic in 2026-01, Good in 2026-02. Because of: One is there
  (No, now Yes); Two is there (not answered, now Yes).
"""
TRENDS = """\
2 organisations over time
Kit, 1
=========================

Self-reported: what the organisation says of itself, not checked by others.

Look at the whole run: one step up or down is often chance. The NHS programme
Making Data Count warns against comparing two points, and against red, amber and
green.

How many dimensions rose or fell for certain, from the period before to the last
Organisation  Periods             Rose  Fell  What fell
-------------------------------------------------------
Ay            2026-01 to 2026-02  1     0
Bee           2026-02             -     -

For one of them in full, name it with --organisation.
"""
BUDDIES = """\
Who could help whom
1 pair; 0 more help both ways
=============================

A suggestion, made from what each says of itself. Ask both before anybody is
told: a mentor gives time, and a learner has to want it.

A mentor stands at least one level above the learner, both levels secured. Each
has one mentor at most in a dimension, and a mentor has 2 at most in all. Nobody
is paired with the same partner twice. Of all such choices this one has the most
levels between mentors and learners, and of those the most pairs within a
sector; others may be as good.

First
-----
- Ay could show Bee how it works on First: Good beside Below Basic, 2 levels
  apart. They could begin with: One is there.
"""
DUE = """\
What is due on 2026-02-10
Kit, 1; 2 partners
=========================

The schedule
Dimension  From        Due         Done  Overdue  Due  Later
------------------------------------------------------------
First      2026-02-01  2026-02-28  1     0        1    0

Done: every item that applies is answered, in an assessment of that month or
later.

Due now
-------
- First: Bee (1 of 2)
"""
EVIDENCE = """\
Evidence on 2026-02-28: Ay, 2026-02
Kit, 1
===================================
Self-reported: what the organisation says of itself, not checked by others.

- 2 items are rated high and have no evidence that will do (the framework asks
  for none): a.one and a.two.
- No evidence has expired, and none does in the next 90 days.
- 0 of 2 answers rest on data, 0 on opinion; of 2 it is not stated.
- No level falls because evidence expires.

Items rated high without evidence
- a.one: Yes, no evidence. One is there.
- a.two: Yes, no evidence. Two is there.
"""


def write(folder: Path, name: str, period: str, one: str, two: str = "") -> None:
    """An answer file."""
    sector = {"Ay": "council"}.get(name, "trust")
    text = ANSWERS.format(name=name, sector=sector, period=period, one=one)
    text += FULL.format(two=two) if two else ""
    (folder / "answers").mkdir(exist_ok=True)
    (folder / "answers" / f"{name}-{period}.toml").write_text(text, "utf-8")


@pytest.fixture(autouse=True)
def answers(folder: Path) -> None:
    """Two organisations, one of them with two periods, beside their framework."""
    write(folder, "Ay", "2026-01", "no", "")
    write(folder, "Ay", "2026-02", "yes", "yes")
    write(folder, "Bee", "2026-02", "no")
    (folder / "kit.toml").rename(folder / "answers" / "kit.toml")


@pytest.mark.parametrize(
    ("arguments", "page"),
    [
        (["overview", "answers"], OVERVIEW),
        (["trend", "answers", "--organisation", "Ay"], TREND),
        (["trend", "answers"], TRENDS),
        (["buddies", "answers"], BUDDIES),
        (["due", "answers", "--start", "2026-02", "--as-of", "2026-02-10"], DUE),
        (["evidence", "answers/Ay-2026-02.toml"], EVIDENCE),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_pages(arguments: list[str], page: str) -> None:
    """Each command prints its page, and nothing besides."""
    done = run(*arguments)
    assert (done.code, done.out, done.err) == (0, page, "")


@pytest.mark.parametrize(
    ("arguments", "kind", "rows"),
    [
        (["overview", "answers"], "overview", 4),
        (["trend", "answers"], "trend", 1),
        (["buddies", "answers"], "buddies", 1),
        (["due", "answers", "--start", "2026-02", "--as-of", "2026-02-10"], "due", 2),
        (["evidence", "answers/Ay-2026-02.toml"], "evidence", 2),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_data(arguments: list[str], kind: str, rows: int) -> None:
    """JSON says what it is; CSV has a line for each row under its heads."""
    content = json.loads(run(*arguments, "--format", "json").out)
    assert (content["format"], content["kind"]) == (1, kind)
    table = list(csv.DictReader(StringIO(run(*arguments, "--format", "csv").out)))
    assert len(table) == rows


def test_filters() -> None:
    """Options choose organisations, sectors and periods; what is of none is misuse."""
    assert "Overview of 1 organisation\n" in run("overview", "answers", "--sector", "trust").out
    assert "newest answers up to 2026-01" in run(
        "overview", "answers", "--period", "2026-01"
    ).out  # fmt: skip
    done = run("overview", "answers", "--organisation", "Cee")
    assert (done.code, done.err) == (
        2, "Error: there is no organisation 'Cee' here; there are: Ay, Bee; did you mean 'Bee'?\n",
    )  # fmt: skip


def test_seen_by() -> None:
    """A partner sees itself by name and the others without."""
    done = run("overview", "answers", "--seen-by", "Bee")
    assert "Partner 1" in done.out
    assert "Ay" not in done.out


def test_one_result_over_time() -> None:
    """A path shows its run, as a page, as data and as rows."""
    arguments = ["trend", "answers", "--organisation", "Ay", "--path", "a"]
    assert "Over time, the earliest first" in run(*arguments).out
    assert json.loads(run(*arguments, "--format", "json").out)["kind"] == "run"
    assert len(run(*arguments, "--format", "csv").out.splitlines()) == 3
    done = run("trend", "answers", "--path", "a")
    assert (done.code, done.err) == (
        2, "Error: --path is for one organisation; name it with --organisation\n",
    )  # fmt: skip
    done = run("trend", "answers", "--organisation", "Cee")
    assert (
        done.err
        == "Error: there is no organisation 'Cee' here; there are: Ay, Bee; did you mean 'Bee'?\n"
    )


def test_a_calendar(folder: Path) -> None:
    """The schedule is written for calendar programs; a file is not replaced unasked."""
    arguments = ["due", "answers", "--start", "2026-02", "--as-of", "2026-02-10"]
    done = run(*arguments, "--calendar", "plan.ics")
    assert (done.code, done.err) == (0, "plan.ics: written\n")
    assert (folder / "plan.ics").read_bytes().startswith(b"BEGIN:VCALENDAR")
    done = run(*arguments, "--calendar", "plan.ics")
    assert (done.code, done.err) == (2, "Error: plan.ics exists already; --force replaces it\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--start", "2026-13"], "it is not a month; write it as 2026-01"),
        (["--start", "2026-01", "--order", "a,a"], "Error: the order names 'a' twice; each"),
        (["--start", "2026-01", "--months", "99999999999"], "is not in the range 1<=x<=120"),
        (["--start", "9999-12"], "Error: the schedule ends after the year 9998; let it start"),
        (["--start", "9999-12", "--months", "2"], "the schedule ends after the year 9998"),
        (["--start", "9999-12", "--calendar", "plan.ics"], "ends after the year 9998"),
        (["--start", "2026-01", "--order", "b"], "'kit' has no dimension 'b'; there are: a"),
    ],
)
def test_a_schedule_that_can_not_be(arguments: list[str], message: str) -> None:
    """What is typed wrong is told, and nothing else happens."""
    done = run("due", "answers", *arguments)
    assert (done.code, done.out) == (2, "")
    assert message in done.err
    assert not Path("plan.ics").exists()


@pytest.mark.parametrize("share", ["nan", "0", "1.5", "inf"])
def test_a_share_that_is_none(share: str) -> None:
    """A share lies above 0, up to 1; anything else is told as typed wrong."""
    done = run("overview", "answers", "--share", share)
    assert (done.code, done.out) == (2, "")
    assert "Invalid value for '--share'" in done.err


OVER = """\
schema = 1
id = "over"
title = "Over"
edition = "1"
extends = { id = "kit", edition = "1" }

[drop]
b = "Not for us"
"""


def test_a_partner_that_is_not_asked(folder: Path) -> None:
    """It is shown and counted apart, on the page, as JSON and as CSV."""
    kit = folder / "answers" / "kit.toml"
    second = '\n[dimensions.b]\ntitle = "Second"\n\n[dimensions.b.at.good]\nsix = "Six."\n'
    kit.write_text(kit.read_text("utf-8") + second, "utf-8")
    (folder / "answers" / "over.toml").write_text(OVER, "utf-8")
    own = ANSWERS.format(name="Cee", sector="trust", period="2026-01", one="no")
    own = own.replace('"kit"', '"over"')
    (folder / "answers" / "Cee-2026-01.toml").write_text(own, "utf-8")
    arguments = ["due", "answers", "--start", "2026-02", "--as-of", "2026-02-10"]
    page = run(*arguments).out
    assert "Later  Not asked\n" in page
    assert "Second     2026-03-01  2026-03-31  0     0        0    2      1" in page
    assert "Not asked\n---------\n- Second: Cee\n" in page
    assert "Those who answer 'Over' 1 are judged by what it asks." in page
    content = json.loads(run(*arguments, "--format", "json").out)
    assert content["notes"] == ["Those who answer 'Over' 1 are judged by what it asks."]
    told = [(one["partner"], one["dimension"], one["state"], one["next"])
            for one in content["tasks"]]  # fmt: skip
    assert told[3:] == [
        ("Ay", "b", "later", True), ("Bee", "b", "later", True), ("Cee", "b", "not asked", False),
    ]  # fmt: skip
    table = csv.DictReader(StringIO(run(*arguments, "--format", "csv").out))
    assert [(row["state"], row["next"]) for row in table][3:] == [
        ("later", "True"), ("later", "True"), ("not asked", "False"),
    ]  # fmt: skip


def test_all_faults_of_all_files(folder: Path) -> None:
    """Every broken file is told at once, and nothing is shown."""
    for name in ("x", "y"):
        (folder / "answers" / f"{name}.toml").write_text("schema = \n", "utf-8")
    done = run("overview", "answers")
    assert (done.code, done.out) == (1, "")
    assert [line.split(":")[0] for line in done.err.splitlines()] == [
        "answers/x.toml", "answers/y.toml",
    ]  # fmt: skip


def test_evidence_needs_a_day(folder: Path) -> None:
    """Without a period or a day nothing can have expired."""
    (folder / "bare.toml").write_text(
        'schema = 1\nframework = { id = "kit", edition = "1" }\n', "utf-8"
    )
    done = run("evidence", "bare.toml", "--framework", "answers/kit.toml")
    assert (done.code, done.err) == (
        2, "Error: the assessment states no period and no day; say the day with --as-of\n",
    )  # fmt: skip


def test_files_of_nobody_are_not_one_organisation(folder: Path) -> None:
    """Several files without a name may be of several organisations."""
    for period in ("2026-01", "2026-02"):
        text = f'schema = 1\nframework = {{ id = "kit", edition = "1" }}\nperiod = "{period}"\n'
        (folder / "answers" / f"{period}.toml").write_text(text, "utf-8")
    done = run("trend", "answers")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("Error: 2 of these files don't say whose they are")
