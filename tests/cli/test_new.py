"""`maturity new`."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

import pytest

import maturity as mt

from .tools import Done, run

if TYPE_CHECKING:
    from pathlib import Path

KIT = """\
# Kit, 1: the answers of one organisation.
# A line that starts with # is a remark. To answer, take away the # in front of a line and put what
# you answer between the quotes. A line that stays a remark is unanswered, and that is no fault.
# Where something does not apply, say why:  one = { not_applicable = "the reason" }
# To say more:                              one = { answer = "yes", note = "..." }
# See what is wrong with  maturity check FILE,  and the result with  maturity score FILE

schema = 1
framework = { id = "kit", edition = "1" }
organisation = { name = "The name of your organisation" }
#period = "2025/26 Q4"           # or 2026-03-31, "2026-03", "2026", "2026-Q1", "2025/26"
#rater = "agreed"                # who answered; "agreed" when several did so together
#lead = ""                       # who keeps this file


# --------------------------------------------------------------------------------------------------
# First
[answers.a]

# -- Basic --
# One is there.
#one = ""  # no or yes

# -- Good --
# Two is there.
#two = ""  # no or yes

"""
ODD = r"""
schema = 1
id = "odd"
title = "Odd\n[answers] \u0007\u001b"
edition = "1 \"\\\t\n"
[scales.one]
only = 1
[scales.rate]
number = { min = 0, max = 100, unit = "per\ncent" }
[properties.kind]
title = "Kind\nof place"
options = { small = "Small\nplace", large = "Large" }
[dimensions.first]
title = "A\nb"
[dimensions.first.items]
note = { text = "A\n\u2028\u0085[b] = 1", scale = "one" }
[dimensions.first.parts.part]
title = "Part"
[dimensions.first.parts.part.items]
answer = { text = "Q", scale = "rate" }
[dimensions.empty]
"""


def test_framework() -> None:
    """A framework that passes `check`, in the short form, with remarks."""
    done = run("new", "framework")
    assert (done.code, done.err) == (0, "")
    framework = mt.parse_framework(done.out)
    assert (framework.id, len(framework.dimensions), len(framework.items)) == ("warm-welcome", 2, 7)
    assert run("new", "framework", "-o", "new.toml") == Done(0, "", "new.toml: written\n")
    checked = run("check", "new.toml")
    assert checked == Done(0, "", "new.toml: ok, framework 'warm-welcome' 1: 7 items\n")


def test_remarks_of_the_framework_are_true(folder: Path) -> None:
    """What the remarks offer can be written as they say."""
    text = run("new", "framework").out
    more = {
        "[levels]  ": 'terms = { dimension = "theme", item = "statement" }\n[source]\n'
        'title = "The document"\npublisher = "Its publisher"\nyear = 2025\n'
        'wording = "paraphrase"\n[levels]  ',
        'good = "Good"': 'good = { label = "Good", text = "What this level means." }',
        'partly = "Partly"': 'partly = { label = "Partly", value = 0.5, text = "Of some teams." }',
        'no = "No"': 'no = { label = "No", value = 0 }',
        'yes = "Yes"': 'yes = { label = "Yes", value = 1 }',
        'expected = "Somebody expects each newcomer at the door."\n': "",
        "# More, when": '[dimensions.first-day.at.basic.expected]\ntext = "Expected."\nweight = 2\n'
        'evidence = ["rota"]\ntags = ["people"]\n[dimensions.first-day.parts.arrival]\n'
        'title = "Arrival"\n[dimensions.first-day.parts.arrival.at.basic]\ntea = "Tea is ready."\n'
        '[profiles.quick]\ntitle = "The basics alone"\nlevels = ["basic"]\n# More, when',
    }
    for old, new in more.items():
        assert text.count(old) >= 1
        text = text.replace(old, new, 1)
    (folder / "more.toml").write_text(text, "utf-8")
    assert "never-matters" not in run("check", "more.toml").out
    assert run("check", "--no-advice", "more.toml") == Done(
        0, "", "more.toml: ok, framework 'warm-welcome' 1: 8 statements\n"
    )
    for rule in ("weakest-link", "median", "mean"):
        assert f'#   dimension = {{ rule = "{rule}" }} ' in text
        other = text.replace('{ rule = "staged", threshold = 0.8 }', f'{{ rule = "{rule}" }}')
        mt.parse_framework(other)


def test_assessment() -> None:
    """Every item as a remark, with what may be answered."""
    assert run("new", "assessment", "--framework", "kit.toml") == Done(0, KIT, "")


@pytest.mark.parametrize("name", ["hwb-board", "hwb-elements", "ohwb-service"])
def test_assessment_of_a_shipped_framework(name: str, folder: Path) -> None:
    """It passes `check`, answers nothing, and every line works once it is answered."""
    assert run("new", "assessment", "--framework", name, "-o", "new.toml").code == 0
    empty = mt.load_assessment("new.toml")
    assert (empty.framework.id, len(empty.answers), len(empty.claims)) == (name, 0, 0)
    top = {"hwb-board": "met", "hwb-elements": "green", "ohwb-service": "exemplary"}[name]
    text = (folder / "new.toml").read_text("utf-8")
    lines = [
        line.removeprefix("#").replace('""', f'"{top}"') if ' = ""  # ' in line else line
        for line in text.split("\n")
    ]
    (folder / "full.toml").write_text("\n".join(lines), "utf-8")
    full = mt.load_assessment("full.toml")
    assert list(full.answers) == [item.id for item in full.framework.items]


def test_default_is_the_board_tool() -> None:
    """Without a framework it is the first that is shipped."""
    assert mt.parse_assessment(run("new", "assessment").out).framework.id == "hwb-board"


def test_texts_stay_in_their_remarks(folder: Path) -> None:
    """Line ends and quotes in a framework's texts break nothing."""
    (folder / "odd.toml").write_text(ODD, "utf-8")
    done = run("new", "assessment", "--framework", "odd.toml", "-o", "new.toml")
    assert done == Done(0, "", "new.toml: written\n")
    assert run("check", "new.toml") == Done(
        0, "", "new.toml: ok, assessment with 'odd' 1 \"\\  : 0 answers\n"
    )
    text = (folder / "new.toml").read_text("utf-8")
    assert '#note = ""  # only\n' in text
    assert "#answer = 0  # a number from 0 to 100 per cent\n" in text
    assert "# Kind of place: small (Small place) or large (Large).\n" in text
    assert 'properties = { kind = "..." }\n' in text


def test_framework_without_items(folder: Path) -> None:
    """There is nothing to answer, and that is no error."""
    (folder / "none.toml").write_text(
        'schema = 1\nid = "none"\ntitle = "None"\nedition = "1"\n', "utf-8"
    )
    assert run("new", "assessment", "--framework", "none.toml", "-o", "new.toml").code == 0
    assert run("check", "new.toml").err == "new.toml: ok, assessment with 'none' 1: 0 answers\n"


def test_file_that_exists_is_kept(folder: Path) -> None:
    """Nothing is replaced unless that was asked for; what is replaced keeps its permissions."""
    before = (folder / "ours.toml").read_text("utf-8")
    (folder / "ours.toml").chmod(0o600)
    done = run("new", "framework", "-o", "ours.toml")
    assert done == Done(2, "", "Error: ours.toml exists already; --force replaces it\n")
    assert (folder / "ours.toml").read_text("utf-8") == before
    assert run("new", "framework", "-o", "ours.toml", "--force").code == 0
    assert (folder / "ours.toml").read_text("utf-8") == run("new", "framework").out
    assert stat.S_IMODE((folder / "ours.toml").stat().st_mode) == 0o600
    (folder / "link.toml").symlink_to(folder / "nowhere.toml")
    assert run("new", "framework", "-o", "link.toml").code == 2


def test_place_that_cannot_be_written(folder: Path) -> None:
    """A folder that isn't there, or a folder itself."""
    assert run("new", "framework", "-o", "none/new.toml") == Done(
        2, "", "Error: none/new.toml can't be written: No such file or directory\n"
    )
    assert run("new", "framework", "-o", ".", "--force") == Done(
        2, "", "Error: . can't be written: Is a directory\n"
    )
    assert sorted(path.name for path in folder.iterdir()) == ["kit.toml", "ours.toml"]
