"""A document in Markdown."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

import pytest
from markdown_it import MarkdownIt  # rich, which the command line needs, brings it

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
from maturity.present.document_markdown import document_markdown, plain
from maturity.present.form_document import form_document
from maturity.present.framework_document import framework_document

from .hostile import TEXTS, hostile

if TYPE_CHECKING:
    from markdown_it.token import Token

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
QUIET = "x"


def written(*blocks: object) -> str:
    """The blocks as Markdown."""
    return document_markdown(Document("Title", blocks))  # type: ignore[arg-type]  # blocks


def tokens(found: list[Token]) -> list[tuple[str, str]]:
    """The kinds of what a reader of Markdown finds, without the text; with what is a part of it."""
    flat = []
    for token in found:
        flat.append((token.type, token.tag))
        kinds = [(child.type, child.tag) for child in token.children or []]
        flat += [kind for kind in kinds if kind[0] not in {"text", "text_special"}]
    return flat


def said(found: list[Token]) -> str:
    """The text that a reader of Markdown finds."""
    return " ".join("".join(child.content for child in token.children or []) for token in found)


def test_every_block() -> None:
    """A document holds each of its pieces; questions to read make one list."""
    assert written(
        Heading("One", 1, "id: one"),
        Heading("Deep", 9),
        Paragraph("Said."),
        Bullets(("a", "b")),
        Table("About", ("Name", "Meaning"), (("n", "m"), ("o", ""))),
        Blanks(("Date",)),
        Question(text="Is it?", name="a.b", marks=("page 1",), details=("More.", "Most.")),
        Question(text="And it?", name="a.c"),
    ) == (
        "# One\n\nid: one\n\n###### Deep\n\nSaid.\n\n- a\n- b\n\n**About**\n\n"
        "| Name | Meaning |\n| --- | --- |\n| n | m |\n| o |  |\n\n"
        f"Date: {'.' * 60}\n\n"
        "- Is it? (a.b; page 1)\n    - More.\n    - Most.\n- And it? (a.c)\n"
    )


def test_room_to_answer() -> None:
    """Boxes beside each other, or below each other where they are explained; a line to write on."""
    short = Sheet(number=3, boxes=(Box("No"), Box("Yes")))
    long = Sheet(number=4, boxes=(Box("No", "None."), Box("Away")), write="A number")
    dots, box = "." * 60, "\N{BALLOT BOX}"
    assert written(
        Question(text="Is it?", name="a.b", details=("More.",), sheet=short),
        Question(text="And it?", name="a.c", sheet=long),
    ) == (
        f"**3.** Is it? (a.b)\n\n- More.\n\n{box} No {box} Yes\n\nNotes and evidence: {dots}\n\n"
        f"**4.** And it? (a.c)\n\nA number: {dots}\n\n- {box} No: None.\n- {box} Away\n\n"
        f"Notes and evidence: {dots}\n"
    )


@pytest.mark.parametrize("text", TEXTS)
def test_text_from_a_file_is_never_markup(text: str) -> None:
    """Whatever the texts are, a reader finds the same pieces as for a quiet word, and the text."""
    for make in (framework_document, form_document):
        found = READER.parse(document_markdown(make(hostile(text))))
        quiet = READER.parse(document_markdown(make(hostile(QUIET))))
        assert tokens(found) == tokens(quiet)
        assert " ".join(clean(text).split()) in said(found)


@pytest.mark.parametrize("text", TEXTS)
def test_plain_text_reads_back(text: str) -> None:
    """References are all that is added."""
    assert html.unescape(plain(text).replace("&#38;", "&amp;")) == " ".join(clean(text).split())


def test_plain_text_stays_readable() -> None:
    """What can't be markup is left as it is."""
    text = "Well-led (2 of 3): 80% by 1.5 days, isn't it? Yes!"
    assert plain(text) == text
