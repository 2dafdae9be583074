"""`maturity carry`."""

from __future__ import annotations

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
        "1 answer to give anew:\n"
        "  d.whole: edition 1 asked 2 questions: d.one 'yes', d.two unanswered\n"
        "1 thing left behind:\n"
        "  d.gone: dropped: No longer asked\n"
        "1 new item to answer: d.fresh\n"
    )


def test_carry_to_the_screen() -> None:
    """Without a file's name, the new answers go to the screen."""
    done = run("carry", "mine.toml", "--to", "new.toml")
    assert done.out.startswith("schema = 1\n")
    assert 'guess = "' in done.out


def test_carry_without_a_bridge() -> None:
    """Without a bridge there is one clear fault."""
    done = run("carry", "mine.toml", "--to", "kit.toml")
    assert done.code == 1
    assert "error[bridge.none]" in done.err
