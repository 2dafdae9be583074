"""The way from an earlier edition to a later one, and what is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import maturity as mt

if TYPE_CHECKING:
    from pathlib import Path

HEAD = """schema = 1
id = "tool"
title = "Tool"
edition = "{edition}"
[scales.s]
no = 0
yes = 1
[scoring]
scale = "s"
[dimensions.d.items]
"""
FIRST = 'one = "One."\ntwo = "Two."\nodd = "Odd."\n'
SECOND = """both = "One and two."
late = "Late."
next = "Next."
[bridge]
from = "1"
merged = { "d.both" = ["d.one", "d.two"] }
dropped = { "d.odd" = "Never used" }
new = { "d.late" = "Asked for", "d.next" = "Too" }
"""
THIRD = """left = "One half."
right = "The other half."
moved = "Late."
odd = "Odd again."
[bridge]
from = "2"
same = { "d.moved" = "d.late" }
split = { "d.both" = ["d.left", "d.right"] }
dropped = { "d.next" = "A fashion" }
new = { "d.odd" = "Back again" }
"""


def write(folder: Path, edition: str, text: str) -> Path:
    """An edition in a file."""
    path = folder / f"tool-{edition}.toml"
    path.write_text(HEAD.format(edition=edition) + text, "utf-8")
    return path


def edition(number: str, text: str) -> mt.Framework:
    """An edition that lies in no file."""
    return mt.parse_framework(HEAD.format(edition=number) + text)


def answers(**answers: object) -> mt.Assessment:
    """Answers to the first edition."""
    return edition("1", FIRST).assess({f"d.{name}": said for name, said in answers.items()})  # type: ignore[misc]  # each as its test needs it


def fault(later: mt.Framework | Path) -> str:
    """The one fault of carrying an empty assessment of the first edition over."""
    with pytest.raises(mt.FaultsFound) as caught:
        mt.carry_over(answers(), later)
    (found,) = caught.value.faults
    return str(found)


def test_two_steps(tmp_path: Path) -> None:
    """An edition in between is found beside the last one, and every step's guesses are told."""
    write(tmp_path, "2", SECOND)
    found = mt.carry_over(answers(one="yes", two="no", odd="yes"), write(tmp_path, "3", THIRD))
    why = (
        "edition 2 asked 'One and two.' in one; the answer was 'no' "
        "(a guess: edition 1 asked 2 questions: d.one 'yes', d.two 'no')"
    )
    assert dict(found.guesses) == {"d.left": why, "d.right": why}
    assert found.assessment.answers["d.left"] == mt.Answer(value="no", guess=why)
    assert dict(found.left) == {"d.odd": "dropped in edition 2: Never used"}
    assert found.new == ("d.moved", "d.odd")
    assert found.through == ("2",)
    assert found.assessment.framework.edition == "3"


def test_the_notes_of_each_step_are_kept(tmp_path: Path) -> None:
    """A draft of the first step is one in the last, with what each step had to say."""
    write(tmp_path, "2", SECOND)
    found = mt.carry_over(answers(one="yes"), write(tmp_path, "3", THIRD))
    assert found.assessment.answers["d.left"] == mt.Answer(
        note="Edition 2 asked 'One and two.' in one; the answer was a note alone. "
        "Edition 1 asked 2 questions: d.one 'yes', d.two unanswered."
    )
    assert set(found.drafts) == {"d.left", "d.right"}


def test_two_steps_at_once_are_the_two_in_turn(tmp_path: Path) -> None:
    """The answers are those of carrying over by hand, step by step."""
    second, third = write(tmp_path, "2", SECOND), write(tmp_path, "3", THIRD)
    by_hand = mt.carry_over(mt.carry_over(answers(one="yes", two="no"), second).assessment, third)
    assert mt.carry_over(answers(one="yes", two="no"), third).assessment == by_hand.assessment
    assert by_hand.through == ()


def test_an_edition_in_between_lies_where_frameworks_are_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It may lie in a folder that MATURITY_PATH names, also where the last one lies in no file."""
    write(tmp_path, "2", SECOND)
    monkeypatch.setenv("MATURITY_PATH", str(tmp_path))
    assert mt.carry_over(answers(), edition("3", THIRD)).through == ("2",)


def test_the_later_edition_by_its_id(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The later edition may be given by its id."""
    write(tmp_path, "2", SECOND)
    monkeypatch.setenv("MATURITY_PATH", str(tmp_path))
    assert mt.carry_over(answers(), "tool").assessment.framework.edition == "2"


def test_a_missing_edition_is_named(tmp_path: Path) -> None:
    """Where the edition in between is not found, it is named; another edition is not taken."""
    write(tmp_path, "1", FIRST)
    path = write(tmp_path, "3", THIRD)
    assert fault(path) == (
        f"{path}:16:1: error[bridge.step]: 'tool' 3 has no bridge from 'tool' 1: it has one from "
        "'tool' 2, which is not found; put the file of that edition beside this one, "
        "or in a folder of MATURITY_PATH"
    )


def test_the_faults_of_an_edition_in_between_are_told_with_its_own_lines(tmp_path: Path) -> None:
    """What is wrong with a bridge on the way is told in the file that holds it."""
    second = write(tmp_path, "2", SECOND.replace('"Never used"', '"Never used", "d.gne" = "x"'))
    path = write(tmp_path, "3", THIRD)
    assert fault(path) == (
        f"{second}:17:37: error[path.unknown]: there is no item 'd.gne'; "
        "in 'd' there are: d.one, d.two, d.odd; did you mean 'd.one'?"
    )
    write(tmp_path, "2", SECOND.replace("title", "titel").replace('from = "1"', ""))
    assert fault(path).startswith(f"{second}:14:2: error[key.missing]")


def test_an_edition_in_between_without_a_bridge(tmp_path: Path) -> None:
    """The edition at which the way ends is the one that is told."""
    second = write(tmp_path, "2", SECOND.partition("[bridge]")[0])
    assert fault(write(tmp_path, "3", THIRD)) == (
        f"{second}:1:1: error[bridge.none]: 'tool' 2 has no bridge from 'tool' 1; "
        'write [bridge] and from = "1" in its file'
    )


def test_bridges_in_a_circle(tmp_path: Path) -> None:
    """Bridges that lead back to each other are told to be a circle, with their names."""
    second = write(tmp_path, "2", SECOND.replace('from = "1"', 'from = "3"'))
    assert fault(write(tmp_path, "3", THIRD)) == (
        f"{second}:15:1: error[bridge.loop]: the bridges go round in a circle and never come to "
        "'tool' 1: 'tool' 3 from 'tool' 2 from 'tool' 3; mend what one of them is from"
    )


def test_a_record_has_keys_and_no_lines() -> None:
    """Where the later edition lies in no file, a fault names the keys."""
    later = edition("2", SECOND.replace('"d.odd" = "Never used"', '"d.oddd" = "Never used"'))
    with pytest.raises(mt.FaultsFound) as caught:
        mt.carry_over(answers(), later)
    assert list(map(str, caught.value.faults)) == [
        (
            "bridge.dropped.d.oddd: error[path.unknown]: there is no item 'd.oddd'; "
            "in 'd' there are: d.one, d.two, d.odd; did you mean 'd.odd'?"
        ),
        (
            "bridge: error[bridge.unaccounted]: the bridge does not say what became of 'd.odd' "
            "of edition 1; name it under same, split, merged or dropped"
        ),
    ]


def test_an_assessment_of_this_edition_has_nowhere_to_go() -> None:
    """An assessment of the same edition has nowhere to go."""
    assert fault(edition("1", FIRST)) == (
        "bridge: error[bridge.none]: this answers 'tool' 1 already; there is nothing to carry over"
    )


def test_the_bridge_of_an_overlay_stands_in_its_own_file(tmp_path: Path) -> None:
    """An overlay's bridge is told with the lines of the overlay, not of what it extends."""
    write(tmp_path, "1", FIRST)
    path = tmp_path / "ours.toml"
    head = 'schema = 1\nid = "ours"\ntitle = "Ours"\nedition = "1"\n'
    extends = 'extends = { id = "tool", edition = "1" }\n[drop]\n"d.odd" = "Not for us"\n'
    bridge = '[bridge]\nfrom = { id = "tool", edition = "1" }\n'
    path.write_text(head + extends + bridge, "utf-8")
    assert fault(path) == (
        f"{path}:8:2: error[bridge.unaccounted]: the bridge does not say what became of 'd.odd' "
        "of edition 1; name it under same, split, merged or dropped"
    )
    path.write_text(head + extends + bridge + 'dropped = { "d.odd" = "Not for us" }\n', "utf-8")
    assert mt.carry_over(answers(one="yes"), path).kept == ("d.one",)
