"""A document as a page of text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from .document import Blanks, Bullets, Heading, Paragraph, Question, Table
from .layout import bullets, heading, indented, table, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import RenderableType

    from .document import Block, Document, Sheet

GAP = Text("")
UNDERLINES = {1: "=", 2: "-"}
LINE = "_" * 20
UNBROKEN = 36
NOTES = "Notes and evidence:"


def document_view(document: Document) -> Iterator[RenderableType]:
    """The document from top to bottom."""
    last: Block | None = None
    for block in document.blocks:
        if last is not None and _apart(last, block):
            yield GAP
        yield from _pieces(block)
        last = block


def _apart(last: Block, block: Block) -> bool:
    """Whether an empty line stands between two blocks."""
    if isinstance(block, Question) and block.sheet is None:
        return not isinstance(last, Heading | Question)
    return not isinstance(last, Heading) or last.depth == 1


def _pieces(block: Block) -> Iterator[RenderableType]:
    """One block."""
    match block:
        case Heading():
            yield _heading(block)
        case Paragraph():
            yield words(block.text)
        case Bullets():
            yield bullets(block.texts)
        case Table():
            yield words(block.caption, "bold")
            yield table(block.heads, [_cells(row) for row in block.rows], narrow=_names(block))
        case Blanks():
            yield from (words(f"{label}: {LINE}") for label in block.labels)
        case _:
            yield from _question(block)


def _heading(block: Heading) -> RenderableType:
    """A heading, underlined where it is one of the upper two."""
    if block.depth in UNDERLINES:
        return heading(block.text, block.below, underline=UNDERLINES[block.depth])
    below = f" ({block.below.removeprefix('id: ')})" if block.below else ""
    return words(f"{block.text}{below}", "bold")


def _names(block: Table) -> list[str]:
    """The heads of the columns that hold nothing but names, which are not to be broken."""
    columns = zip(block.heads, zip(*block.rows, strict=True), strict=True)
    return [
        head
        for head, cells in columns
        if not any(" " in cell or len(cell) > UNBROKEN for cell in cells)
    ]


def _cells(row: Sequence[str]) -> list[Text]:
    """The cells of a row; lines to write on where there is nothing in any of them."""
    return [words(cell if any(row) else LINE) for cell in row]


def _question(block: Question) -> Iterator[RenderableType]:
    """A question as an item of a list; in a form, with room to answer it."""
    asked, sheet = _asked(block), block.sheet
    yield asked if sheet else indented(bullets([asked]))
    yield from (indented(words(text), 4) for text in block.details)
    yield from _room(sheet) if sheet else ()


def _asked(block: Question) -> Text:
    """The words of a question, after its id or number."""
    if block.sheet is None:
        line = words(f"{block.name.rpartition('.')[2]}: ", "cyan")
        line.append_text(words(block.text))
    else:
        line = words(f"{block.sheet.number}. {block.text} ({block.name})")
    if block.marks:
        line.append_text(words(f" [{'; '.join(block.marks)}]"))
    return line


def _room(sheet: Sheet) -> Iterator[RenderableType]:
    """Boxes to tick, and lines to write on."""
    if sheet.write:
        yield indented(words(f"{sheet.write}: {LINE}"), 4)
    for box in sheet.boxes:
        meaning = f": {box.meaning}" if box.meaning else ""
        yield indented(bullets([f"{box.label}{meaning}"], mark="[ ]"), 4)
    yield indented(words(f"{NOTES} {LINE}"), 4)
