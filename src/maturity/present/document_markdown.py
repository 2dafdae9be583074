"""A document in Markdown. What stands in a text is never markup, whatever it holds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .document import Blanks, Bullets, Heading, Paragraph, Question, Table
from .plain import harmless

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .document import Block, Document, Sheet

DEEPEST = 6
LINE = "." * 60
BOX = "\N{BALLOT BOX}"
NOTES = "Notes and evidence:"

# These may begin markup anywhere in a line; the others only at its start or inside an address.
_MARKUP = re.compile(
    r"""[\\`*_{}\[\]<>|#~&$]       # emphasis, code, links, tags, tables, references
    | ^[-+=:!]                      # lists, underlined headings, definitions, notes
    | ^[0-9]+[.)]                   # numbered lists
    | :(?=//) | (?<=\bwww)\.        # addresses that some readers make links of
    """,
    re.VERBOSE | re.IGNORECASE,
)


def plain(text: str) -> str:
    """Text on one line that Markdown takes as it is: what could be markup becomes a reference.

    >>> plain("# A <b>bold</b> claim"), plain("1. First"), plain("Well-led (2 of 3)")
    ('&#35; A &#60;b&#62;bold&#60;/b&#62; claim', '1&#46; First', 'Well-led (2 of 3)')
    """
    return _MARKUP.sub(_reference, " ".join(harmless(text).split()))


def document_markdown(document: Document) -> str:
    """The document as a page of Markdown."""
    blocks: list[str] = []
    last: Block | None = None
    for block in document.blocks:
        text = "\n\n".join(_pieces(block))
        if _in_one_list(last, block):
            blocks[-1] += f"\n{text}"
        else:
            blocks.append(text)
        last = block
    return "\n\n".join(blocks) + "\n"


def _reference(found: re.Match[str]) -> str:
    """What was found, with its last character as a reference."""
    text = found.group()
    return f"{text[:-1]}&#{ord(text[-1])};"


def _in_one_list(last: Block | None, block: Block) -> bool:
    """Whether two questions to read stand in one list."""
    return isinstance(last, Question) and isinstance(block, Question) and block.sheet is None


def _pieces(block: Block) -> Iterator[str]:
    """One block, in pieces with an empty line between them."""
    match block:
        case Heading():
            yield f"{'#' * min(block.depth, DEEPEST)} {plain(block.text)}"
            if block.below:
                yield plain(block.below)
        case Paragraph():
            yield plain(block.text)
        case Bullets():
            yield _bullets(block.texts)
        case Table():
            yield f"**{plain(block.caption)}**"
            below = f"|{' --- |' * len(block.heads)}"
            yield "\n".join([_row(block.heads), below, *map(_row, block.rows)])
        case Blanks():
            yield from (f"{plain(label)}: {LINE}" for label in block.labels)
        case _:
            yield from _question(block)


def _question(block: Question) -> Iterator[str]:
    """A question as an item of a list; in a form, with room to answer it."""
    sheet = block.sheet
    if sheet is None:
        yield "\n".join([f"- {_asked(block)}", *(f"    - {plain(one)}" for one in block.details)])
        return
    yield f"**{sheet.number}.** {_asked(block)}"
    yield from filter(None, [_bullets(block.details)])
    yield from _room(sheet)


def _bullets(texts: Sequence[str]) -> str:
    """A list."""
    return "\n".join(f"- {plain(text)}" for text in texts)


def _row(cells: Sequence[str]) -> str:
    """A row of a table."""
    return f"| {' | '.join(map(plain, cells))} |"


def _asked(block: Question) -> str:
    """The words of a question, with its path and remarks."""
    return f"{plain(block.text)} ({'; '.join(map(plain, (block.name, *block.marks)))})"


def _room(sheet: Sheet) -> Iterator[str]:
    """Boxes to tick, and lines to write on."""
    if sheet.write:
        yield f"{plain(sheet.write)}: {LINE}"
    if any(box.meaning for box in sheet.boxes):
        said = [f"{box.label}: {box.meaning}" if box.meaning else box.label for box in sheet.boxes]
        yield "\n".join(f"- {BOX} {plain(text)}" for text in said)
    else:
        yield " ".join(f"{BOX} {plain(box.label)}" for box in sheet.boxes)
    yield f"{NOTES} {LINE}"
