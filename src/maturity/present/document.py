"""What a document says, whatever it is written as: headings, paragraphs, tables, questions.

Every text here is plain: each way of writing a document makes it safe in its own way.
"""

from __future__ import annotations

from attrs import frozen


@frozen
class Heading:
    """A heading; `depth`: 1 for the title, then 2 and so on. `below`: the small print under it."""

    text: str
    depth: int
    below: str = ""


@frozen
class Paragraph:
    """A paragraph."""

    text: str


@frozen
class Bullets:
    """A list."""

    texts: tuple[str, ...]


@frozen
class Table:
    """A table; the first cell of a row says what the row is about. Empty cells are to write in."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@frozen
class Blanks:
    """Lines to write on, each after its label."""

    labels: tuple[str, ...]


@frozen
class Box:
    """A box to tick, and what ticking it means, where that is said."""

    label: str
    meaning: str = ""


@frozen(kw_only=True)
class Sheet:
    """Room to answer a question by hand: boxes to tick, and perhaps something to write."""

    number: int
    boxes: tuple[Box, ...]
    write: str = ""


@frozen(kw_only=True)
class Question:
    """An item, or a branch that is answered as one. `name`: its path, or empty.

    `marks`: short remarks such as its place in the source. `details`: what is said below it.
    `sheet`: room to answer it, in a form; else None.
    """

    text: str
    name: str
    marks: tuple[str, ...] = ()
    details: tuple[str, ...] = ()
    sheet: Sheet | None = None


Block = Heading | Paragraph | Bullets | Table | Blanks | Question


@frozen
class Document:
    """What a document says, from top to bottom."""

    title: str
    blocks: tuple[Block, ...]


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    r"""The paragraphs of a text: what empty lines divide.

    >>> [paragraph.text for paragraph in paragraphs("One,\non two lines.\n\nTwo.")]
    ['One, on two lines.', 'Two.']
    """
    return tuple(Paragraph(" ".join(part.split())) for part in text.split("\n\n") if part.strip())
