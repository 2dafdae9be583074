"""Levels and scales as pieces of a document."""

from __future__ import annotations

import maturity as mt
from maturity.model.scales import NumericScale, Option, Scale
from maturity.present.document import Paragraph, Table
from maturity.present.scale_document import (
    AWAY,
    answer_blocks,
    level_table,
    main_scale,
    number_sentence,
    option_table,
)

HEAD = """
schema = 1
id = "k"
title = "K"
edition = "1"
"""
TWO = f"""{HEAD}
[levels]
red = "Red"
amber = "Amber"
green = "Green"
[scales.met]
no = "No"
yes = "Yes"
[scales.wait]
number = {{ min = 0, max = 60, unit = "days", better = "lower" }}
bands = {{ up_to = {{ amber = 14, green = 5 }} }}
[dimensions.a.items]
one = {{ text = "One.", scale = "wait" }}
two = {{ text = "Two.", scale = "met" }}
three = {{ text = "Three.", scale = "met" }}
"""


def test_levels() -> None:
    """Their ids can be left out, and so is a column in which nothing would stand."""
    framework = mt.parse_framework(TWO)
    caption = "From lowest to highest"
    assert level_table(framework) == [
        Table(caption, ("Level", "Id"), (("Red", "red"), ("Amber", "amber"), ("Green", "green")))
    ]
    assert level_table(framework, ids=False) == [
        Table(caption, ("Level",), (("Red",), ("Amber",), ("Green",)))
    ]
    assert level_table(mt.parse_framework(HEAD)) == []


def test_the_scale_of_most_items_comes_first() -> None:
    """The others are told apart by their ids."""
    framework = mt.parse_framework(TWO)
    assert main_scale(framework) == "met"
    assert list(answer_blocks(framework)) == [
        Table(
            "From lowest to highest, on the scale 'met'",
            ("Answer", "Id"),
            (("No", "no"), ("Yes", "yes")),
        ),
        Paragraph(
            "Wait: a number from 0 to 60 days; lower is better; Amber up to 14, Green up to 5."
        ),
        Paragraph(AWAY),
    ]


def test_no_items_no_answers() -> None:
    """A framework that asks nothing."""
    assert main_scale(mt.parse_framework(HEAD)) is None
    assert list(answer_blocks(mt.parse_framework(HEAD))) == []


def test_values() -> None:
    """They stand beside the ids, unless they are 0, 1, 2 and so on."""
    half = Scale("met", (Option("no", "No", 0), Option("partly", "Partly", 0.5)))
    assert option_table(half, several=False, values=True) == Table(
        "From lowest to highest",
        ("Answer", "Id", "Value"),
        (("No", "no", "0"), ("Partly", "partly", "0.5")),
    )
    assert option_table(half, several=False).heads == ("Answer", "Id")
    plain = Scale("met", (Option("no", "No", 0), Option("yes", "Yes", 1)))
    assert option_table(plain, several=False, values=True).heads == ("Answer", "Id")


def test_a_number_without_bands() -> None:
    """Only its ends and its better one."""
    scale = NumericScale(id="n", minimum=0, maximum=9)
    assert number_sentence(mt.parse_framework(HEAD), scale) == (
        "a number from 0 to 9; higher is better"
    )
