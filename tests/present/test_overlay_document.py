"""What a local framework changes, as a piece of a document."""

from __future__ import annotations

import maturity as mt
from maturity.present.document import Paragraph, Table
from maturity.present.overlay_document import LONGEST, overlay_blocks

from .tools import shown

HEAD = """
schema = 1
id = "ours"
title = "Ours"
edition = "1"
extends = { id = "hwb-board", edition = "2013" }
"""
EXTENDS = (
    "This framework extends 'Health and Wellbeing Board development tool', edition 2013 "
    "(id: hwb-board)."
)


def ours(more: str = "") -> mt.Framework:
    """An overlay of the board tool."""
    return mt.parse_framework(HEAD + more)


def tables(framework: mt.Framework) -> dict[str, tuple[tuple[str, ...], ...]]:
    """The rows of each table by its caption."""
    found = [block for block in overlay_blocks(framework) if isinstance(block, Table)]
    return {table.caption: table.rows for table in found}


def test_a_framework_that_extends_none() -> None:
    """There is nothing to say."""
    assert list(overlay_blocks(mt.load_framework("hwb-board"))) == []


def test_an_overlay_that_changes_nothing() -> None:
    """It says so; its own id and title are no difference."""
    assert list(overlay_blocks(ours())) == [Paragraph(f"{EXTENDS} Nothing is different.")]


def test_everything_that_is_different() -> None:
    """What is left out with reasons, added, reworded, and changed in another way."""
    found = ours("""
        [drop]
        "vision.strategies-aligned" = "There is one strategy here"
        [change]
        "vision.public-heard" = "The public was heard."
        "vision.partners-refer" = { weight = 2 }
        leadership = { title = "Leading together" }
        [levels]
        young = "Starting"
        [scoring]
        dimension = { threshold = 0.75 }
        [dimensions.vision.at.established]
        young-people = "Young people helped to write the vision."
        [dimensions.local]
        title = "Local matters"
        [dimensions.local.at.young]
        one = "One."
        two = "Two."
        """)
    board = mt.load_framework("hwb-board").by_path
    dropped, heard = board["vision.strategies-aligned"], board["vision.public-heard"]
    assert isinstance(dropped, mt.Item)
    assert isinstance(heard, mt.Item)
    text = "a level is reached when {}% of its statements are met, and every level below it is "
    assert tables(found) == {
        "Left out": (("vision.strategies-aligned", dropped.text, "There is one strategy here"),),
        "Added": (
            ("vision.young-people", "Young people helped to write the vision."),
            ("local", "Local matters (2 statements)"),
        ),
        "In other words": (
            ("vision.public-heard", heard.text, "The public was heard."),
            ("leadership", "Leadership", "Leading together"),
        ),
        "Changed otherwise": (
            ("vision.partners-refer", "weight", "1", "2"),
            (
                "everywhere",
                "rule of each dimension",
                f"{text.format(80)}reached",
                f"{text.format(75)}reached",
            ),
            ("everywhere", "label of level young", "Young", "Starting"),
        ),
    }
    assert next(overlay_blocks(found)) == Paragraph(
        f"{EXTENDS} What is not listed here is as it is there."
    )


def test_long_settings_are_cut() -> None:
    """A list that nobody reads to its end is not printed whole; new words are."""
    long = ", ".join(f'"word-{number}"' for number in range(99))
    found = ours(
        f'[change]\n"vision.public-heard" = {{ tags = [{long}], text = "{"w " * 200}" }}\n'
    )
    rows = tables(found)
    assert len(rows["Changed otherwise"][0][3]) <= LONGEST
    assert len(rows["In other words"][0][2]) >= LONGEST


def test_a_description_of_the_base_is_told_as_such() -> None:
    """What the base says of itself may not hold for the overlay: a reader is warned."""
    said = "What 'Health and Wellbeing Board development tool', which this extends, says of itself:"
    assert said in shown(ours())
    assert said not in shown(mt.parse_framework(f'{HEAD}description = "Ours alone."\n'))
