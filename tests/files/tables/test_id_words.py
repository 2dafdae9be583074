"""Ids made of words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.files.tables.id_words import id_from, id_of, short_labels
from maturity.model.ids import is_id


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
    found = id_from(text, ())
    assert is_id(found)
    assert found == expected or found.startswith("text-") == expected.startswith("text-")


def test_taken() -> None:
    """More words are added where three are taken, then a number."""
    text = "Clear plans help new teams"
    taken = ["clear-plans-help"]
    assert id_from(text, taken) == "clear-plans-help-new"
    taken += ["clear-plans-help-new", "clear-plans-help-new-teams"]
    assert id_from(text, taken[:1], taken[1:]) == "clear-plans-help-new-teams-2"
    assert id_from("plans " * 50, ["plans-plans-plans"]).count("plans") == 4
    assert len(id_from("abcdefghijklmnopqrstuvwxyz " * 9, set())) < 80


def test_dull() -> None:
    """Words that say nothing here are left out, unless nothing is left."""
    assert id_from("The board plans", (), dull=frozenset({"board"})) == "plans"
    assert id_from("The board", (), dull=frozenset({"board"})) == "the-board"


@given(st.lists(st.text(max_size=60), max_size=20))
def test_unique_and_steady(texts: list[str]) -> None:
    """Each text has an id of its own, and texts that are added at the end change none."""
    found: list[str] = []
    for text in texts:
        found.append(id_from(text, found))
    assert all(map(is_id, found))
    assert len(set(found)) == len(found)
    again: list[str] = []
    for text in texts[:10]:
        again.append(id_from(text, again))
    assert again == found[:10]


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
