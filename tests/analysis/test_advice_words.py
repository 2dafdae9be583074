"""Advice on words: the same twice."""

from __future__ import annotations

from functools import partial

import pytest

from maturity.analysis import advice_words
from maturity.analysis.advice_words import _Effort

from .tools import STAGED, advice, on_words

ON = "[dimensions.d.at.low]\n"


# ------------------------------------------------------------------------------- the same twice


def test_the_same_text_twice() -> None:
    """The later of two items with one text is told, with the earlier."""
    assert on_words('a = "Each team has a plan."\nb = "Each  team has a Plan."\n') == [
        (
            "advice[same-text]: 'd.b' says the same as 'd.a': \"Each  team has a Plan.\"; "
            "say where they differ, or leave one out: else one fact counts twice"
        )
    ]


def test_nearly_the_same_text() -> None:
    """A few letters make no difference."""
    (found,) = on_words(
        'a = "Each team has a written plan."\nb = "Every team has a written plan."\n'
    )
    assert "'d.b' says nearly the same as 'd.a'" in found


def test_a_long_text_with_another_word() -> None:
    """In a long text one word in place of another is nearly the same; of each word, its ending."""
    long = "Each team has a written plan for the time after a {} in the night."
    assert len(on_words(f'a = "{long.format("fire")}"\nb = "{long.format("flood")}"\n')) == 1
    short = "Every manager is {} in this."
    assert (
        len(on_words(f'a = "{short.format("trained")}"\nb = "{short.format("training")}"\n')) == 1
    )


def test_each_copy_is_told_once() -> None:
    """Of many copies each is told once."""
    items = "".join(f'a{n} = "Each team has a plan."\n' for n in range(5))
    assert len(on_words(items)) == 4


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Each team has a plan.", "Each team has a coach."),
        ("Training is given within 3 months.", "Training is given within 6 months."),
        ("Shared plan", "Shared plan"),
        ("Partners read the plan of the board.", "The board of partners plan the reading."),
    ],
)
def test_texts_that_differ_enough(one: str, other: str) -> None:
    """Another word among few, another number, or a heading is no repetition."""
    assert on_words(f'a = "{one}"\nb = "{other}"\n') == []


def test_the_same_id_in_two_branches_is_on_purpose() -> None:
    """A framework that asks each branch the same does so on purpose."""
    text = '"Each team has a plan."\n'
    other = f"[dimensions.e.at.low]\nPLAN = {text}"
    assert on_words(f"plan = {text}", other.replace("PLAN", "plan")) == []
    assert len(on_words(f"plan = {text}", other.replace("PLAN", "scheme"))) == 1


def test_a_stronger_form_at_a_higher_level_is_no_repetition() -> None:
    """From level to level a text may grow; the very same text may not stand at two."""
    high = "[dimensions.d.at.high]\nb = "
    assert on_words('a = "Some teams have a plan."\n', high + '"Most teams have a plan."\n') == []
    assert len(on_words('a = "All teams have a plan."\n', high + '"All teams have a plan."\n')) == 1


def test_looking_for_pairs_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """When enough pairs are looked at, only the very same texts are still found."""
    near = 'a = "Each team has a written plan."\nb = "Every team has a written plan."\n'
    same = 'c = "Each team has a written plan."\n'
    for count in (1, 0):
        monkeypatch.setattr(advice_words, "_Effort", partial(_Effort, candidates=count))
        assert on_words(near) == []
        (found,) = on_words(near + same)
        assert "'d.c' says the same as 'd.a'" in found


def test_two_thousand_items_are_compared() -> None:
    """Among two thousand items the one pair is found."""
    items = "".join(
        f'a{n} = "Team {n:x} has w{n * 7:x} and v{n * 3:x} at hand, and z{n:x}."\n'
        for n in range(2000)
    )
    pair = 'p = "Each team has a written plan."\nq = "Every team has a written plan."\n'
    assert len(on_words(items + pair)) == 1


def test_plain_words_get_no_advice() -> None:
    """Short plain items get none at all."""
    assert (
        advice(
            STAGED
            + 'a = "Each team has a plan."\n'
            + ON.replace("low", "mid")
            + 'b = "B"\n'
            + ON.replace("low", "high")
            + 'c = "C"\n'
        )
        == []
    )
