"""Ids made of words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.files.tables.id_words import id_of, ids_from, short_labels
from maturity.model.ids import is_id

if TYPE_CHECKING:
    from random import Random


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("There is a clear vision that everybody shares.", "clear-vision-everybody"),
        ("The partners' plans aren't the board’s plans", "partners-plans-arent"),
        ("Zoë's café", "zoe-cafe"),
        ("It is", "it-is"),
        ("3 of 4", "3-4"),
        ("Ελλάδα", "text-e46d9d1c"),
        ("!!", "text-2d7f6a2d"),
        ("Donaudampfschifffahrtsgesellschaft sails", "donaudampfschifffahrtsge-sails"),
    ],
)
def test_words(text: str, expected: str) -> None:
    """Three words that say something, in the letters of an id."""
    (found,) = ids_from([(text, "")])
    assert is_id(found)
    assert found == expected or found.startswith("text-") == expected.startswith("text-")


def test_alike() -> None:
    """Of texts with the same words none has the short id: each has more words or a mark."""
    plans = "Clear plans help new"
    assert named(f"{plans} teams", f"{plans} leads") == [
        "clear-plans-help-new-teams",
        "clear-plans-help-new-leads",
    ]
    assert named("Clear plans help", f"{plans} leads")[0].startswith("clear-plans-help-")
    assert ids_from([("Same.", "low"), ("Same.", "high")]) == ["same-low", "same-high"]
    again = ids_from([("Same.", "low"), ("Same.", "low")])
    assert again[0] == "same"
    assert re.fullmatch("same-[0-9a-f]{8}", again[1])
    assert all(re.fullmatch("same-[0-9a-f]{8}", name) for name in named("Same.", "Same!"))
    assert len(named("plans " * 50, "plans " * 51)[0]) < 80


def test_taken() -> None:
    """An id that is taken is no text's."""
    assert ids_from([("Clear plans help teams", "")], {"clear-plans-help"}) == [
        "clear-plans-help-teams"
    ]
    assert ids_from([("Below", "level")], {"below"}) == ["below-level"]
    (mark,) = ids_from([("Below", "")], {"below"})
    assert ids_from([("Below", "")], {"below", mark}) == [f"{mark}-2"]


def test_dull() -> None:
    """Words that say nothing here are left out, unless nothing is left."""
    assert ids_from([("The board plans", "")], dull=frozenset({"board"})) == ["plans"]
    assert ids_from([("The board", "")], dull=frozenset({"board"})) == ["the-board"]


def named(*texts: str) -> list[str]:
    """The ids of texts."""
    return ids_from([(text, "") for text in texts])


_WORDS = st.sampled_from(["tea", "pot", "cup", "the", "is", "x", "2", "é", "."])
_TEXTS = st.lists(_WORDS, max_size=6).map(" ".join)


@given(
    st.lists(_TEXTS | st.text(max_size=9), max_size=9, unique=True),
    st.lists(_TEXTS | st.text(max_size=9), max_size=9),
    st.randoms(use_true_random=False),
)
def test_never_another(texts: list[str], more: list[str], mixed: Random) -> None:
    """Whatever is added, and wherever: an id that a text had is never that of another text."""
    before = dict(zip(named(*texts), texts, strict=True))
    after = [*texts, *more]
    mixed.shuffle(after)
    found = named(*after)
    assert all(map(is_id, found))
    assert len(set(found)) == len(found)
    for name, text in zip(found, after, strict=True):
        assert before.get(name, text) == text


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        (("Young HWB", "Mature HWB"), ["Young", "Mature"]),
        (("Level 1", "Level 2"), ["Level 1", "Level 2"]),
        (("Level one", "Level two"), ["one", "two"]),
        (("Basic", "Good"), ["Basic", "Good"]),
        (("Good", "Good good"), ["Good", "Good good"]),
        (("One",), ["One"]),
        ((), []),
    ],
)
def test_short_labels(labels: tuple[str, ...], expected: list[str]) -> None:
    """A word that all labels have is left out, where something is left to tell them apart."""
    assert list(short_labels(labels).values()) == expected


def test_id_of() -> None:
    """A text that has no letter of an id has no id."""
    assert (id_of("GV.1"), id_of("–")) == ("gv-1", "")
