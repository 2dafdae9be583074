"""`maturity new`."""

from __future__ import annotations

import re
import stat
from typing import TYPE_CHECKING

import pytest

import maturity as mt
from maturity.model.narrow import narrowed
from maturity.model.scales import Scale

from .tools import Done, run

if TYPE_CHECKING:
    from pathlib import Path

KIT = """\
# Kit, 1: one organisation's answers.
#
# A line that starts with # is a remark. To answer, take away the # in front of the line below an
# item, and put your answer between the quotes. A line that stays a remark is unanswered, and that
# is no fault.
#   Where something does not apply:    one = { not_applicable = "reason" }
#   To say more:                       one = { answer = "yes", note = "..." }
#   To read the whole framework:       maturity show kit.toml
#   To see what is wrong in here:      maturity check FILE
#   To see the result:                 maturity score FILE

schema = 1
framework = { id = "kit", edition = "1" }
#period = "2025/26 Q4"           # or 2026-03-31, "2026-03", "2026", "2026-Q1", "2025/26"
#rater = "agreed"                # who answered; "agreed" when several did so together
#lead = ""                       # who keeps this file

[organisation]
name = "The name of your organisation"

# --------------------------------------------------------------------------------------------------
# The levels, lowest first:
#   basic: Basic
#   good: Good
# What may be answered, lowest first:
#   no: No
#   yes: Yes


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


def filled(text: str, top: str) -> str:
    """A form with the same answer on every line of it that asks for one."""
    head, rule, lines = text.partition(f"# {'-' * 98}\n")
    return (
        head
        + rule
        + re.sub(r'^#([a-z0-9.-]+ = )""  # ', rf'\1"{top}"  # ', lines, flags=re.MULTILINE)
    )


def as_read(text: str) -> str:
    """The remarks of a form as one text."""
    return " ".join(re.sub(r"^# *", "", text, flags=re.MULTILINE).split())


@pytest.mark.parametrize(
    ("name", "profile"),
    [
        (entry.id, profile)
        for entry in mt.frameworks()
        for profile in (None, *mt.load_framework(entry.id).profiles)
    ],
)
def test_assessment_of_a_shipped_framework(name: str, profile: str | None, folder: Path) -> None:
    """It passes `check`, answers nothing, and every line works once it is answered."""
    short = [] if profile is None else ["--profile", profile]
    done = run("new", "assessment", "--framework", name, *short, "-o", "new.toml")
    assert done == Done(0, "", "new.toml: written\n")
    assert run("check", "new.toml").code == 0
    empty = mt.load_assessment("new.toml")
    assert (empty.framework.id, len(empty.answers), len(empty.claims)) == (name, 0, 0)
    asked = narrowed(empty.framework, profile)
    text = (folder / "new.toml").read_text("utf-8")
    assert f"maturity score {' '.join(['new.toml', *short])}\n" in text
    scale = asked.scales[asked.items[0].scale]
    assert isinstance(scale, Scale)
    (folder / "full.toml").write_text(filled(text, scale.options[-1].id), "utf-8")
    full = mt.load_assessment("full.toml")
    assert [*full.answers, *full.claims] == [item.claims or item.id for item in asked.items]
    assert run("score", "full.toml", *short).code == 0


@pytest.mark.parametrize("name", ["hwb-board", "hwb-elements", "ohwb-service"])
def test_nothing_is_cut(name: str) -> None:
    """All that is asked can be read where it is answered, and what the answers mean."""
    text = as_read(run("new", "assessment", "--framework", name).out)
    framework = mt.load_framework(name)
    for item in framework.items:
        assert item.text in text
        for level, descriptor in item.descriptors.items():
            assert f" {level}: {descriptor} " in text
    for rung in framework.levels:
        assert f" {rung.id}: {rung.label}. {rung.text} " in text
    if name == "hwb-board":
        assert " met: Met. All of it is true, and we could show why we say so. " in text
    assert f"maturity show {name} " in text


def test_what_the_head_offers_can_be_written() -> None:
    """The lines that it shows as examples are answers, with their evidence."""
    text = run("new", "assessment", "--framework", "hwb-elements").out
    assert (
        "# Evidence: staff-survey. Without evidence it counts as Amber at most.\n#survey =" in text
    )
    offered = dict(re.findall(r"^#   To (say more|name evidence)[^:]*: +(.*)$", text, re.MULTILINE))
    for line in offered.values():
        key = line.partition(" = ")[0]
        text = text.replace(f'#{key} = ""', f'{line}  #""', 1)
    answers = mt.parse_assessment(text).answers
    assert answers["personal.mental.suicide-risk"] == mt.Answer(value="green", note="...")
    (piece,) = answers["relationships.together.survey"].evidence
    assert piece == mt.Evidence(kind="staff-survey", title="...", reference="...")
    away = re.search(r"not apply: +(.*)$", text, re.MULTILINE)
    assert away is not None
    text = f"{text.partition('[answers.')[0]}[answers.personal.mental]\n{away[1]}"
    (answer,) = mt.parse_assessment(text).answers.values()
    assert answer.value == mt.not_applicable("reason")


MIXED = """
schema = 1
id = "mixed"
title = "Mixed"
edition = "1"
[levels]
low = "Low"
high = "High"
[scales.days]
number = { min = 0, max = 9, better = "lower" }
[scoring]
scale = "levels"
evidence = { above = "low", link = true }
dimension = { rule = "mean", range = [0, 1] }
[profiles.parts]
title = "One for each part"
text = "To be filled in together."
ask = "parts"
[dimensions.a]
title = "First"
items.days = { text = "Days off.", scale = "days", evidence = "rota" }
items.own = "Own."
[dimensions.a.parts.x]
title = "Part"
items.one = "One."
"""


def test_parts_beside_items(folder: Path) -> None:
    """A form that asks for a part as a whole and for single items too; names with spaces."""
    (folder / "the mixed.toml").write_text(MIXED, "utf-8")
    done = run("new", "assessment", "--framework", "the mixed.toml", "--profile", "parts")
    text = done.out
    assert text.startswith(
        "# Mixed, 1: one organisation's answers.\n"
        "# Short form 'parts': One for each part\n# To be filled in together.\n#\n"
    )
    assert "between the quotes. A line that stays" in as_read(text)
    assert "A number has no quotes." in as_read(text)
    assert '  maturity show "the mixed.toml"\n' in text
    assert ' a.days = { answer = 0, note = "..." }\n' in text
    assert ' a.own = { answer = "high", evidence = [{ title = "...", reference = "..." }] }' in text
    assert text.endswith("""\
# What may be answered on the scale 'days': a number from 0 to 9; lower is better.
# The levels, lowest first. An answer is one of them:
#   low: Low
#   high: High
# Evidence can be named with any answer. An answer counts for less without it only where that is
# said.

[answers]

# --------------------------------------------------------------------------------------------------
# First

# Days off.
# Evidence: rota.
#a.days = 0  # a number from 0 to 9

# Own.
# Evidence: any kind, with a reference. Without evidence it counts as Low at most.
#a.own = ""  # low or high

# Part
# Evidence: any kind, with a reference. Without evidence it counts as Low at most.
#a.x = ""  # low or high
""")
    framework = mt.parse_framework(MIXED)
    answered = filled(text, "high").replace("#a.days", "a.days")
    assert set(mt.parse_assessment(answered, framework).answers) == {"a.own", "a.days"}
    assert set(mt.parse_assessment(answered, framework).claims) == {"a.x"}


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
    property_line = '#properties.kind = ""  # small or large\n'
    assert property_line in text
    text = text.replace(property_line, 'properties.kind = "small"\n').replace("#answer", "answer")
    (folder / "new.toml").write_text(text, "utf-8")
    filled_in = mt.load_assessment("new.toml")
    assert filled_in.organisation.properties == {"kind": "small"}
    assert filled_in.answers["first.part.answer"].value == 0


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
    for force in ([], ["--force"]):
        assert run("new", "framework", "-o", ".", *force) == Done(
            2, "", "Error: . is a folder; -o needs the name of a file\n"
        )
    assert sorted(path.name for path in folder.iterdir()) == ["kit.toml", "ours.toml"]


@pytest.mark.parametrize("name", ["hwb-board", "hwb-elements", "ohwb-service"])
def test_a_sheet_keeps_what_is_answered_already(name: str, folder: Path) -> None:
    """A sheet made from an assessment says all that it said, and asks the rest."""
    before = mt.example(name)
    mt.save_assessment(before, folder / "before.toml")
    done = run("new", "assessment", "--from", "before.toml", "-o", "after.toml")
    assert (done.code, done.err) == (0, "after.toml: written\n")
    assert mt.load_assessment(folder / "after.toml") == before


def test_a_sheet_from_a_short_form_is_its_draft(folder: Path) -> None:
    """What a short form says of a branch stands there, and beside each question below it."""
    (folder / "short.toml").write_text(
        'schema = 1\nframework = { id = "hwb-elements", edition = "2021.1" }\n'
        '[answers.environment]\nspaces = "amber"\nfacilities.breaks = "green"\n'
        '[[actions]]\ntitle = "Look at the rest rooms"\n',
        "utf-8",
    )
    assert run("new", "assessment", "--from", "short.toml", "-o", "full.toml").code == 0
    text = (folder / "full.toml").read_text("utf-8")
    note = "# The short form says of 'Physical work spaces' as a whole: Amber."
    assert text.count(note) == 5
    assert mt.load_assessment(folder / "full.toml") == mt.load_assessment(folder / "short.toml")
