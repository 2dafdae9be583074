"""A document as one HTML file: nothing is fetched, nothing runs, and it prints on A4."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from .document import Blanks, Bullets, Heading, Paragraph, Question, Table
from .plain import harmless

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .document import Block, Document, Sheet

DEEPEST = 6
NOTES = "Notes and evidence"
# Black on white, and no meaning in a colour: it has to read the same from any printer.
STYLE = """
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem 1.5rem; max-width: 48rem; background: #fff; color: #000;
  font: 1rem/1.45 system-ui, "Segoe UI", Arial, sans-serif; overflow-wrap: break-word; }
h1, h2, h3, h4, h5, h6 { line-height: 1.2; margin: 1.6em 0 .4em; break-after: avoid; }
h1 { font-size: 1.7rem; margin-top: 0; }
h2 { font-size: 1.3rem; padding-top: .5em; border-top: 2px solid #000; }
h3 { font-size: 1.1rem; }
h4, h5, h6 { font-size: 1rem; }
p, ul { margin: .4em 0; }
ul { padding-left: 1.3em; }
.id { color: #444; font-size: .85rem; }
p.id { margin-top: -.2em; break-before: avoid; break-after: avoid; }
table { border-collapse: collapse; width: 100%; margin: 1em 0; }
caption { text-align: left; font-weight: bold; padding: .3em 0; break-after: avoid; }
th, td { border: 1px solid #767676; padding: .3em .5em; text-align: left; vertical-align: top; }
thead th { background: #eee; }
tbody th { font-weight: 600; }
table, tr, .question { break-inside: avoid; }
.id + p, .id + p + p { break-after: avoid; }
thead { display: table-header-group; }
.write td { height: 2.4rem; }
.write th:first-child { width: 60%; }
.question { margin: .6em 0; padding-left: .8em; border-left: 3px solid #ccc; }
.question > p { margin: 0; }
.question .id { display: block; }
.details, .details li { font-size: .93rem; }
.sheet { border: 1px solid #767676; padding: .6em .8em; margin: .8em 0; }
.boxes { list-style: none; padding: 0; margin: .5em 0; display: flex; flex-wrap: wrap;
  gap: .3em 1.6em; }
.boxes.long { display: block; }
.boxes.long li { margin: .35em 0; }
.boxes li { padding-left: 1.5em; position: relative; }
.boxes li::before { content: ""; position: absolute; left: 0; top: .2em; width: 1em; height: 1em;
  border: 1.5px solid #000; background: #fff; }
.blank { display: flex; gap: .6em; align-items: flex-end; margin: 1em 0; }
.blank span { flex: none; }
.blank::after { content: ""; flex: 1; border-bottom: 1px solid #000; }
.notes { min-height: 3.6rem; margin-bottom: 0; border-top: 1px dotted #767676; padding-top: .2em;
  font-size: .85rem; color: #444; }
@media (max-width: 40rem) { th, td { overflow-wrap: anywhere; min-width: 5rem; } }
@page { size: A4; margin: 16mm 15mm; }
@media print {
  html { font-size: 10pt; }
  body { padding: 0; max-width: none; }
  thead th { background: none; }
}
"""
HEAD = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<main>
"""
FOOT = "</main>\n</body>\n</html>\n"


def document_html(document: Document) -> str:
    """The document as a whole HTML file, in ASCII alone: it reads the same in any encoding."""
    body = "\n".join(piece for block in document.blocks for piece in _pieces(block))
    page = HEAD.format(title=_safe(document.title), style=STYLE) + body + "\n" + FOOT
    return page.encode("ascii", "xmlcharrefreplace").decode("ascii")


def _safe(text: str) -> str:
    """A text that is neither a tag nor a reference nor a control character."""
    return escape(harmless(text))


def _pieces(block: Block) -> Iterator[str]:
    """One block."""
    match block:
        case Heading():
            depth = min(block.depth, DEEPEST)
            yield f"<h{depth}>{_safe(block.text)}</h{depth}>"
            if block.below:
                yield f'<p class="id">{_safe(block.below)}</p>'
        case Paragraph():
            yield f"<p>{_safe(block.text)}</p>"
        case Bullets():
            yield _bullets(block.texts)
        case Table():
            yield from _table(block)
        case Blanks():
            yield from (f'<p class="blank"><span>{_safe(at)}</span></p>' for at in block.labels)
        case _:
            yield from _question(block)


def _bullets(texts: Iterable[str], of: str = "") -> str:
    """A list, of a class if one is named."""
    items = "".join(f"<li>{text}</li>" for text in map(_safe, texts))
    start = f'<ul class="{of}">' if of else "<ul>"
    return f"{start}{items}</ul>"


def _table(block: Table) -> Iterator[str]:
    """A table with its caption and heads."""
    blank = not any(cell for row in block.rows for cell in row)
    yield '<table class="write">' if blank else "<table>"
    yield f"<caption>{_safe(block.caption)}</caption>"
    heads = "".join(f'<th scope="col">{_safe(head)}</th>' for head in block.heads)
    yield f"<thead><tr>{heads}</tr></thead>"
    yield "<tbody>"
    for first, *rest in block.rows:
        start = f'<th scope="row">{_safe(first)}</th>' if first else "<td></td>"
        yield f"<tr>{start}{''.join(f'<td>{_safe(cell)}</td>' for cell in rest)}</tr>"
    yield "</tbody></table>"


def _question(block: Question) -> Iterator[str]:
    """A question, with what is said below it, and room to answer it in a form."""
    sheet = block.sheet
    yield f'<div class="question{"" if sheet is None else " sheet"}">'
    number = f"<strong>{sheet.number}.</strong> " if sheet else ""
    small = "; ".join([block.name, *block.marks])
    yield f'<p>{number}{_safe(block.text)} <span class="id">{_safe(small)}</span></p>'
    if block.details:
        yield _bullets(block.details, "details")
    if sheet is not None:
        yield from _room(sheet)
    yield "</div>"


def _room(sheet: Sheet) -> Iterator[str]:
    """Boxes to tick, and room to write."""
    if sheet.write:
        yield f'<p class="blank"><span>{_safe(sheet.write)}:</span></p>'
    said = [f"{box.label}: {box.meaning}" if box.meaning else box.label for box in sheet.boxes]
    yield _bullets(said, "boxes long" if any(box.meaning for box in sheet.boxes) else "boxes")
    yield f'<p class="notes">{NOTES}</p>'
