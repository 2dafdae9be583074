"""Branches and items as pieces of a document."""

from __future__ import annotations

import maturity as mt
from maturity.model.narrow import narrowed
from maturity.present.document import Heading, Paragraph, Question
from maturity.present.question_document import tree_blocks

HEAD = """
schema = 1
id = "k"
title = "K"
edition = "1"
[levels]
low = "Low"
top = "Top"
[scales.met]
no = "No"
yes = "Yes"
[scoring]
scale = "met"
dimension = { rule = "staged" }
"""


def test_levels_weights_and_where_an_item_counts() -> None:
    """Items of one level stand together; an item that counts elsewhere says so."""
    framework = mt.parse_framework(f"""{HEAD}
        [dimensions.a]
        title = "First"
        text = "About."
        weight = 2
        [dimensions.a.items]
        one = {{ text = "One.", levels = {{ low = 1, top = 0.5 }} }}
        two = {{ text = "Two.", counts = {{ "b" = {{ top = 1 }} }}, weight = 3 }}
        [dimensions.a.at.top]
        three = {{ text = "Three.", obligation = "must" }}
        [dimensions.b.at.low]
        four = "Four."
        """)
    assert list(tree_blocks(framework)) == [
        Heading("First", 2, "id: a; weight 2"),
        Paragraph("About."),
        Question(text="One.", name="a.one", details=("Counts at Low and Top (weight 0.5).",)),
        Question(text="Two.", name="a.two", marks=("weight 3",), details=("Counts in b at Top.",)),
        Heading("Top", 3),
        Question(text="Three.", name="a.three", marks=("must",)),
        Heading("B", 2, "id: b"),
        Heading("Low", 3),
        Question(text="Four.", name="b.four"),
    ]


def test_effort() -> None:
    """How much effort an item takes is a mark, but not in a form."""
    framework = mt.parse_framework(
        f'{HEAD}[dimensions.a.at.low]\none = {{ text = "One.", weight = 2, effort = 4 }}\n'
    )
    (_, _, read), (_, _, filled) = (tree_blocks(framework, form=form) for form in (False, True))
    assert isinstance(read, Question)
    assert isinstance(filled, Question)
    assert read.marks == ("weight 2", "effort 4 of 5")
    assert filled.marks == ("weight 2",)


def test_one_answer_for_a_branch() -> None:
    """A dimension is asked below its heading; a part is a question of its own, with its text."""
    framework = mt.parse_framework(f"""{HEAD}
        [profiles.each]
        title = "Each"
        ask = "parts"
        [dimensions.a]
        title = "First"
        [dimensions.a.parts.x]
        title = "Left"
        text = "What is left."
        [dimensions.a.parts.x.at.low]
        one = "One."
        [dimensions.b]
        title = "Second"
        text = "Alone."
        [dimensions.b.at.low]
        two = "Two."
        """)
    assert list(tree_blocks(narrowed(framework, "each"))) == [
        Heading("First", 2, "id: a"),
        Question(text="Left", name="a.x", details=("What is left.",)),
        Heading("Second", 2, "id: b"),
        Paragraph("Alone."),
        Question(text="One answer for all of it", name="b"),
    ]
