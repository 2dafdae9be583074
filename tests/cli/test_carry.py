"""`maturity carry`."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

import maturity as mt
from tests.model.test_carry import NEW, OLD

from .tools import run

if TYPE_CHECKING:
    from pathlib import Path

ANSWERS = """schema = 1
framework = { id = "tool", edition = "1" }
[answers.d]
stays = "yes"
both = "partly"
one = "yes"
gone = "no"
"""


@pytest.fixture(autouse=True)
def editions(folder: Path) -> None:
    """Two editions, and answers to the earlier."""
    (folder / "old.toml").write_text(OLD, "utf-8")
    (folder / "new.toml").write_text(NEW, "utf-8")
    (folder / "mine.toml").write_text(ANSWERS, "utf-8")


def test_carry(folder: Path) -> None:
    """The new file is sound, every guess is marked in it, and the rest is told."""
    done = run("carry", "mine.toml", "--to", "new.toml", "-o", "later.toml")
    assert done.code == 0
    later = mt.load_assessment(folder / "later.toml", folder / "new.toml")
    assert later.answers["d.used"].guess
    assert done.err == (
        "later.toml: written\n"
        "1 answer kept\n"
        "2 guesses to look at:\n"
        "  d.planned: edition 1 asked 'There is a plan, and it is used.' in one; "
        "the answer was 'partly'\n"
        "  d.used: edition 1 asked 'There is a plan, and it is used.' in one; "
        "the answer was 'partly'\n"
        "1 draft to finish:\n"
        "  d.whole: edition 1 asked 2 questions: d.one 'yes', d.two unanswered\n"
        "1 thing left behind:\n"
        "  d.gone: dropped in edition 2: No longer asked\n"
        "1 new item to answer: d.fresh\n"
    )


def test_carry_to_the_screen() -> None:
    """Without a file's name, the new answers go to the screen."""
    done = run("carry", "mine.toml", "--to", "new.toml")
    assert done.out.startswith("schema = 1\n")
    assert 'guess = "' in done.out


def test_carry_without_a_bridge() -> None:
    """Without a bridge there is one clear fault, in the later edition's file."""
    done = run("carry", "mine.toml", "--to", "kit.toml")
    assert done.code == 1
    assert done.err == (
        "kit.toml:1:1: error[bridge.none]: 'kit' 1 has no bridge from 'tool' 1; "
        'write [bridge] and from = { id = "tool", edition = "1" } in its file\n'
    )


def test_the_faults_of_a_bridge_have_their_lines(folder: Path) -> None:
    """A fault that only carrying over can find is told with its place in the file, once."""
    (folder / "new.toml").write_text(NEW.replace('"d.gone" =', '"d.stays" ='), "utf-8")
    done = run("carry", "mine.toml", "--to", "new.toml")
    assert done.code == 1
    assert done.err == (
        "new.toml:28:2: error[bridge.unaccounted]: the bridge does not say what became of 'd.gone' "
        "of edition 1; name it under same, split, merged or dropped\n"
        "new.toml:28:2: error[bridge.unaccounted]: the bridge does not say where 'd.stays' comes "
        "from; name it under same, split, merged or new\n"
    )


def test_a_note_of_several_lines_is_told_in_one(folder: Path) -> None:
    """What is told of each stands on one line, whatever its note."""
    (folder / "mine.toml").write_text(
        ANSWERS.replace('stays = "yes"', 'stays = { note = "First\\nSecond" }'), "utf-8"
    )
    done = run("carry", "mine.toml", "--to", "new.toml", "-o", "later.toml")
    assert "  d.stays: First Second\n" in done.err


def test_carry_to_an_assessment() -> None:
    """An assessment is no later edition, and a message says so."""
    done = run("carry", "mine.toml", "--to", "mine.toml")
    assert done.code == 2
    assert "mine.toml is an assessment, not a framework" in done.err


@pytest.mark.parametrize(("way", "said"), [("23", "edition 2"), ("235", "editions 2 and 3")])
def test_carry_by_way_of_others(folder: Path, way: str, said: str) -> None:
    """The editions in between are found beside the last one, and told."""
    bare = NEW.partition("[bridge]")[0]
    for before, edition in pairwise(way):
        text = bare.replace('edition = "2"', f'edition = "{edition}"')
        bridge = f'[bridge]\nfrom = "{before}"\n'
        (folder / f"e{edition}.toml").write_text(text + bridge, "utf-8")
    done = run("carry", "mine.toml", "--to", f"e{way[-1]}.toml")
    assert done.code == 0
    assert done.err.startswith(f"by way of {said}\n1 answer kept\n2 guesses to look at:\n")
    assert "1 new item to answer: d.fresh" in done.err


def test_where_nothing_changed_little_is_told(folder: Path) -> None:
    """Where all is the same, only the number of answers is told."""
    later = OLD.replace('edition = "1"', 'edition = "2"') + '[bridge]\nfrom = "1"\n'
    (folder / "new.toml").write_text(later, "utf-8")
    done = run("carry", "mine.toml", "--to", "new.toml", "-o", "later.toml")
    assert done.err == "later.toml: written\n4 answers kept\n"


def test_targets_and_actions_are_told_too(folder: Path) -> None:
    """What is kept is counted by its kind, and what an action loses is told."""
    more = """[targets.d]
stays = "yes"
[[actions]]
title = "Plan"
paths = ["d.stays"]
[[actions]]
title = "Ask"
paths = ["d.both"]
"""
    (folder / "mine.toml").write_text(ANSWERS + more, "utf-8")
    done = run("carry", "mine.toml", "--to", "new.toml", "-o", "later.toml")
    assert "\n1 answer, 1 target and 1 action kept\n" in done.err
    assert (
        "  action 2, 'Ask': it is no longer about d.both, which is split in edition 2\n" in done.err
    )
