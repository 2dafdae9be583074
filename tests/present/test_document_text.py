"""A document as text."""

from __future__ import annotations

import pytest

from maturity.errors.clean import clean
from maturity.present.document import (
    Blanks,
    Box,
    Bullets,
    Document,
    Heading,
    Paragraph,
    Question,
    Sheet,
    Table,
)
from maturity.present.document_text import document_view
from maturity.present.form_document import form_document
from maturity.present.framework_document import framework_document
from maturity.present.layout import render

from .hostile import TEXTS, hostile


def page(*blocks: object, width: int = 80) -> str:
    """The blocks as a page."""
    return render(document_view(Document("Title", blocks)), width)  # type: ignore[arg-type]  # blocks


def test_every_block() -> None:
    """Headings are underlined or not by their depth; a row without a cell is to be filled in."""
    assert page(
        Heading("One", 1, "id: one"),
        Paragraph("Said."),
        Heading("Two", 2),
        Bullets(("a", "b")),
        Heading("Three", 3, "id: x.y"),
        Table("About", ("Name", "Meaning"), (("n", "m m"), ("o", ""))),
        Table("To fill", ("Who",), (("",),)),
        Blanks(("Date",)),
    ) == (
        "One\nid: one\n=======\n\nSaid.\n\nTwo\n---\n- a\n- b\n\nThree (x.y)\nAbout\n"
        "Name  Meaning\n-------------\nn     m m\no\n\n"
        "To fill\nWho\n--------------------\n____________________\n\n"
        "Date: ____________________\n"
    )


def test_questions() -> None:
    """To read they make a list; in a form each stands alone, with room to answer."""
    sheet = Sheet(number=3, boxes=(Box("No", "None."), Box("Yes")), write="A number")
    assert page(
        Question(text="Is it?", name="a.b", marks=("page 1",), details=("More.",)),
        Question(text="And it?", name="a.c"),
        Question(text="Is it?", name="a.b", details=("More.",), sheet=sheet),
    ) == (
        "  - b: Is it? [page 1]\n    More.\n  - c: And it?\n\n"
        "3. Is it? (a.b)\n    More.\n    A number: ____________________\n"
        "    [ ] No: None.\n    [ ] Yes\n    Notes and evidence: ____________________\n"
    )


def test_paths_are_not_broken() -> None:
    """A column of names is as wide as they are, unless one is very long."""
    rows = (("people.health.long-term-conditions", "word " * 30),)
    assert rows[0][0] in page(Table("T", ("Where", "Words"), rows))
    assert "x" * 60 not in page(Table("T", ("Where", "Words"), (("x" * 200, "word " * 30),)))


@pytest.mark.parametrize("text", TEXTS)
def test_text_from_a_file_is_never_markup(text: str) -> None:
    """Nothing controls the terminal, and every text is there."""
    for make in (framework_document, form_document):
        shown = render(document_view(make(hostile(text))), 1000)
        assert clean(text).strip() in shown
        assert all(line.isprintable() for line in shown.split("\n"))
