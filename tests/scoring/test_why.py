"""Why a node has the level it has: the whole explanation, whatever its status."""

from __future__ import annotations

import pytest

from maturity.scoring.why import Why

from .tools import at, card_of, said, score_of

STAGED = '[scoring]\nscale = "met"\ndimension = { rule = "staged", threshold = 0.5 }\n'
MEAN = '[scoring]\nscale = "met"\ndimension = { rule = "mean" }\n'
PAIR = '[dimensions.a]\ntitle = "A"\nitems = { x = "X", y = "Y" }\n'


def with_convention(text: str, convention: str) -> str:
    """A text with a convention for all."""
    return text.replace("[scoring]", f"[scoring]\n{convention}")


def test_text() -> None:
    """An explanation starts with the result, and its text is what it prints."""
    why = score_of(STAGED + at(bronze=1, silver=1), said(yes="b1", no="s1")).why()
    assert why.text.startswith("A: Bronze. Bronze holds")
    assert str(why) == why.text
    assert why.short
    assert str(Why("Because.")) == "Because."


def test_open() -> None:
    """What is unanswered is counted, and whether it matters is said."""
    open_one = score_of(STAGED + at(bronze=1, silver=1), said(yes="b1")).why()
    assert open_one.text.startswith("A: at least Bronze (could be up to Gold).")
    assert open_one.text.endswith("1 item is unanswered.")
    settled = score_of(STAGED + at(bronze=1, silver=3), said(no="b1")).why()
    assert settled.text.endswith("3 items are unanswered, and no answer can change the level.")


@pytest.mark.parametrize(
    ("text", "answers", "words"),
    [
        (STAGED, {}, "not started"),
        (with_convention(STAGED, "minimum_coverage = 0.8"), said(yes="b1"), "80% has to be"),
        (STAGED, said(na="b1 b2"), "applies"),
    ],
)
def test_silent(text: str, answers: dict[str, str], words: str) -> None:
    """Where nothing is stated, why not is said, and there are no facts."""
    why = score_of(text + at(bronze=2), answers).why()
    assert words in why.text
    assert why.facts == ()


def test_none() -> None:
    """A node without a total says that this is on purpose."""
    why = card_of(STAGED + at(bronze=1), said(yes="b1")).overall.why()
    assert (why.text, why.short) == ("Overall: no total, on purpose.", "")


@pytest.mark.parametrize(
    ("convention", "answers", "words"),
    [
        ('missing = "block"', said(yes="x"), "let a missing answer block the result"),
        ('not_applicable = "block"', said(yes="x", na="y"), "not applicable block the result"),
    ],
)
def test_blocked(convention: str, answers: dict[str, str], words: str) -> None:
    """Where a convention lets an answer block the result, that is said."""
    why = score_of(with_convention(MEAN, convention) + PAIR, answers).why()
    assert words in why.text
    assert why.facts == ()


def test_empty_passes() -> None:
    """Where nothing applies and that passes, the level is said, and that nothing counts."""
    score = score_of(with_convention(STAGED, 'empty = "pass"') + at(bronze=1), said(na="b1"))
    why = score.why()
    assert why.text.startswith("A: Gold.")
    assert "Nothing here applies" in why.text
