"""The form to print."""

from __future__ import annotations

import pytest

import maturity as mt
from maturity.present.document import Box, Question, Sheet, Table
from maturity.present.document_text import document_view
from maturity.present.form_document import HOW, form_document
from maturity.present.layout import render

from .test_framework_document import FULL

AWAY = Box("Does not apply (say why)")
FORM = """\
Full, 2: a form to fill in
id: full; 1 theme, 1 line
==========================

Short form 'short': The short form

For a first look.

Self-reported: what the organisation says of itself, not checked by others.

Organisation: ____________________
Period: ____________________
Filled in by (names and jobs): ____________________
Date: ____________________

How to fill it in
-----------------
Tick one box for each line: what is true today, not what is planned. Where it does not apply, \
tick that box and say why; where you don't know, tick nothing, for no answer is not the lowest \
answer. Under notes and evidence write what the answer rests on, where it can be found, and of \
what date it is.

A line marked 'should' also counts as met where a reason is given.

What the answers mean
---------------------
From lowest to highest
Stage        What it means
-----------------------------------------
Nothing yet  The first stage is not reached.
Low          It has begun.
Top

From lowest to highest
Answer  What it means
---------------------
No
Yes     All of it.

First
id: a
-----
What it is about.

1. One. (a.one) [page 1; should; weight 2]
    [ ] No
    [ ] Yes
    [ ] Does not apply (say why)
    Notes and evidence: ____________________

"""


def questions(framework: mt.Framework, profile: str | None = None) -> list[Question]:
    """The questions of the form."""
    blocks = form_document(framework, profile).blocks
    return [block for block in blocks if isinstance(block, Question)]


def test_the_form_from_its_top() -> None:
    """Who and when, how, what the answers mean, and then the questions."""
    page = render(document_view(form_document(mt.parse_framework(FULL), "short")), 1000)
    assert page.startswith(FORM.replace("-" * 41, "-" * 44))
    assert page.partition("\nWhat we will do next\n")[2].count("_" * 20) == 18
    assert page.endswith("They are not official.\n")


def test_how_is_three_sentences() -> None:
    """Nobody reads more."""
    assert HOW.count(". ") + HOW.endswith(".") == 3


def test_room_for_each_kind_of_answer() -> None:
    """Options, levels or a number, and always that it does not apply; numbered throughout."""
    sheets = [question.sheet for question in questions(mt.parse_framework(FULL))]
    met = (Box("No"), Box("Yes"), AWAY)
    assert sheets == [
        Sheet(number=1, boxes=met),
        Sheet(number=2, boxes=(Box("Nothing yet"), Box("Low"), Box("Top"), AWAY)),
        Sheet(number=3, boxes=(AWAY,), write="A number from 0 to 20.5 days"),
        Sheet(number=4, boxes=met),
        Sheet(number=5, boxes=met),
        Sheet(number=6, boxes=(AWAY,), write="A number from 0 to 9"),
    ]


def test_levels_that_are_described_stand_beside_their_boxes() -> None:
    """What an area looks like at each level is read where it is ticked, and only there."""
    service = mt.load_framework("ohwb-service")
    first, item = questions(service)[0], service.items[0]
    assert first.sheet is not None
    assert {box.label.lower(): box.meaning for box in first.sheet.boxes if box.meaning} == dict(
        item.descriptors
    )
    assert not any(said in first.details for said in item.descriptors.values())


@pytest.mark.parametrize(
    ("framework_id", "profile", "number"),
    [("hwb-board", "workshop", 6), ("hwb-elements", "quick", 17), ("hwb-elements", None, 88)],
)
def test_everything_is_asked_once(framework_id: str, profile: str | None, number: int) -> None:
    """Each item, or each branch of a short form that asks one answer for it."""
    found = questions(mt.load_framework(framework_id), profile)
    assert len({question.name for question in found}) == len(found) == number
    assert [question.sheet.number for question in found if question.sheet] == [
        *range(1, number + 1)
    ]


def test_options_without_a_meaning_are_not_listed() -> None:
    """Their boxes say as much; there is room for what is to be done next."""
    framework = mt.parse_framework("""
        schema = 1
        id = "k"
        title = "K"
        edition = "1"
        [scales.met]
        no = "No"
        yes = "Yes"
        [scoring]
        scale = "met"
        [dimensions.a.items]
        one = "One."
        """)
    tables = [block for block in form_document(framework).blocks if isinstance(block, Table)]
    assert [table.caption for table in tables] == ["Actions agreed"]
