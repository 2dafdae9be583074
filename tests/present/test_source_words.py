"""Whose words they are, for the whole and where something differs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import maturity as mt
from maturity.present.framework_document import framework_document
from maturity.present.source_words import marks_of, said_above, whole_source, whose

if TYPE_CHECKING:
    from maturity import Framework

HEAD = 'schema = 1\nid = "ours"\ntitle = "Ours"\nedition = "1"\n'
BASE = mt.parse_framework("""
schema = 1
id = "base"
title = "Base"
edition = "1"
[source]
title = "The book"
publisher = "The publisher"
wording = "paraphrase"
[scales.met]
no = "No"
yes = "Yes"
[scoring]
scale = "met"
[dimensions.a.items]
one = { text = "One.", source = { place = "page 1" } }
two = { text = "Two.", source = { title = "Another book", year = 2020, wording = "verbatim" } }
[dimensions.b]
source = { publisher = "Somebody else", licence = "Free." }
[dimensions.b.items]
three = "Three."
four = { text = "Four.", source = { publisher = "" } }
""")


def marks(framework: Framework) -> dict[str, list[str]]:
    """What is said of each branch and item."""
    found = {}
    for node in framework.walk():
        found[node.id] = marks_of(node, framework.source, framework)
        for item in node.own_items:
            found[item.id] = marks_of(item, said_above(node, framework), framework)
    return found


def test_whose() -> None:
    """Nobody can take one's words for another's."""
    assert whose("ours") == "those of the people who wrote this file"
    assert whose("paraphrase", "'base'") == (
        "those of the people who wrote 'base', for what the source says"
    )


def test_the_whole() -> None:
    """Source, licence and wording, each in a sentence; nothing where nothing is stated."""
    source = mt.load_framework("hwb-elements").source
    assert whole_source(mt.load_framework("hwb-elements")) == [
        "Source: NHS health and wellbeing framework, NHS England, 2021.",
        f"Licence: {source.licence}",
        "Whose words: those of the people who wrote this file. They are not official.",
    ]
    assert whole_source(mt.parse_framework(HEAD)) == []


def test_only_what_differs_is_said() -> None:
    """An item says what does not hold for all around it, a branch what not for the whole."""
    assert marks(BASE) == {
        "a": [],
        "a.one": ["page 1"],
        "a.two": ["source: Another book, 2020", "words: those of the source"],
        "b": ["source: Somebody else, Free."],
        "b.three": [],
        "b.four": [],
    }


def test_words_of_an_overlay() -> None:
    """What is new or reworded is never said to be the base's, nor the rest to be ours."""
    ours = mt.parse_framework(
        f"""{HEAD}extends = {{ id = "base", edition = "1" }}
        [source]
        publisher = "Us"
        [change]
        a = "First"
        "a.one" = "One, in our words."
        b = "Second"
        [dimensions.a.items]
        new = "New."
        """,
        base=BASE,
    )
    theirs = whose("paraphrase", "'base'")
    here = "words: those of the people who wrote this file"
    assert marks(ours) == {
        "a": ["reworded here", here],
        "a.one": ["page 1", "reworded here", here],
        "a.two": ["source: Another book, 2020", "words: those of the source"],
        "a.new": ["added here", "source: Us", here],
        "b": ["reworded here", "source: Somebody else, Free.", here],
        "b.three": [],
        "b.four": [],
    }
    assert whole_source(ours) == [
        "Source: The book, The publisher.",
        f"Whose words: {theirs}. They are not official.",
        "Source, where added or reworded here: Us.",
        f"Whose words, where added or reworded here: {whose('ours')}. They are not official.",
    ]
    assert framework_document(ours).title == "Ours, 1"
