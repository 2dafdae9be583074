"""The overview as a document: what the pages of the command line don't show already."""

from __future__ import annotations

from attrs import evolve

import maturity as mt
from maturity.present.document import Bullets, Heading, Paragraph, Table
from maturity.present.document_html import document_html
from maturity.present.document_markdown import document_markdown
from maturity.present.overview_document import overview_document

from .tools import LADDER, framework_of

POINTS = mt.parse_framework(
    """schema = 1
id = "points"
title = "Points"
edition = "1"
scales.met = { no = 0, yes = 10 }
scoring = { scale = "met", dimension = { rule = "mean" } }
dimensions.a.items = { one = { text = "One.", tags = ["t"] }, two = "Two." }
"""
)


def blocks(*sheets: mt.Assessment) -> tuple[object, ...]:
    """The blocks of the overview of some assessments."""
    return overview_document(mt.overview(mt.Cohort.of(sheets))).blocks


def said(found: tuple[object, ...]) -> str:
    """All texts of some blocks."""
    texts: list[str] = []
    for block in found:
        match block:
            case Heading() | Paragraph():
                texts.append(block.text)
            case Bullets():
                texts += block.texts
            case Table():
                texts += [
                    block.caption,
                    *block.heads,
                    *(cell for row in block.rows for cell in row),
                ]
    return "\n".join(texts)


def sheet(name: str, one: str | None = None, two: str | None = None) -> mt.Assessment:
    """An assessment of the points."""
    answers = {path: value for path, value in (("a.one", one), ("a.two", two)) if value}
    return POINTS.assess(answers, organisation=name)


def test_values_where_there_are_no_levels() -> None:
    """The values stand in the table, and between which they lie is told."""
    found = blocks(sheet("A", "yes", "no"), sheet("B", "no", "no"), sheet("C", "yes", "yes"),
                   sheet("D"))  # fmt: skip
    (table,) = [block for block in found if isinstance(block, Table) and block.heads[0] != "Theme"]
    assert table.rows == (("A", "5"), ("B", "0"), ("C", "10"), ("D", "?"))
    assert "A: from 0 to 10, the middle one 5" in said(found)


def test_nothing_known_yet() -> None:
    """Before anybody has begun, that is what is told."""
    assert "A: nothing to state yet" in said(blocks(sheet("X")))


def test_made_up_data_is_told() -> None:
    """All of it, or how much of it."""
    real, made_up = sheet("A"), evolve(sheet("B"), made_up=True)
    assert "Made-up example data." in said(blocks(made_up))
    assert "1 of the assessments are made-up example data." in said(blocks(real, made_up))


def test_many_notes_are_cut_and_counted() -> None:
    """The first few different ones, and how many more there are."""
    sheets = [
        POINTS.assess(
            {"a.one": mt.Answer(value="yes", note=note)}, organisation=f"Organisation {n}"
        )
        for n, note in enumerate(["Same.", "Same.", "Two.", "Three.", "Four."])
    ]
    text = said(blocks(*sheets))
    assert "Same. (Organisation 0)\nTwo. (Organisation 2)\nThree. (Organisation 3)" in text
    assert "and 2 more notes" in text


def test_names_and_notes_are_only_text() -> None:
    """Whatever a name or a note holds, it is no markup in any form."""
    evil = "<script>alert(1)</script> [bold](x)"
    made = POINTS.assess(
        {"a.one": mt.Answer(value="yes", note=evil)},
        organisation=mt.Organisation(name=evil, sector="x"),
    )
    document = overview_document(mt.overview(mt.Cohort.of([made])))
    assert "<script" not in document_html(document)
    assert "<script" not in document_markdown(document)


def test_who_says_no_period_is_not_silent() -> None:
    """Those who fell silent are named; how many state no period is told."""
    periods = {"A": "2026-Q2", "B": "2026-Q1", "C": None}
    text = said(
        blocks(
            *(POINTS.assess({}, organisation=name, period=when) for name, when in periods.items())
        )
    )
    assert "No answers for 2026-Q2, so older ones stand here: B (2026-Q1)." in text
    assert "1 organisation without a period." in text


def test_where_all_stand_alike() -> None:
    """Nobody is called the lowest where all stand at one level."""
    kit = framework_of('scale = "levels"\ndimension = { rule = "weakest-link" }', LADDER)
    answers = dict.fromkeys(("a.one", "a.two", "a.three"), "top")
    both = [kit.assess(answers, organisation=name) for name in ("A", "B")]
    assert "First: all 2 at Top" in said(blocks(*both))
