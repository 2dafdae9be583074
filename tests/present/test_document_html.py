"""A document as HTML."""

from __future__ import annotations

from html.parser import HTMLParser
from itertools import pairwise

import pytest

import maturity as mt
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
from maturity.present.document_html import document_html
from maturity.present.form_document import form_document
from maturity.present.framework_document import framework_document

from .hostile import TEXTS, hostile

VOID = {"meta"}
KNOWN = {
    *("html", "head", "meta", "title", "style", "body", "main", "div", "span", "strong"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "p", "ul", "li"),
    *("table", "caption", "thead", "tbody", "tr", "th", "td"),
}


class Page(HTMLParser):
    """What a page holds: its tags, its attributes and its text; it has to be well formed."""

    def __init__(self, page: str) -> None:
        """Read it."""
        super().__init__()
        self.tags: list[str] = []
        self.names: set[str] = set()
        self.pieces: list[str] = []
        self.open: list[str] = []
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag opens."""
        self.tags.append(tag)
        self.names |= {name for name, _ in attrs}
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """A tag ends: the one that was opened last."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Text."""
        self.pieces.append(data)


def body(*blocks: object) -> list[str]:
    """The lines between <main> and </main>."""
    page = document_html(Document("Title", blocks))  # type: ignore[arg-type]  # blocks
    return page.partition("<main>\n")[2].partition("\n</main>")[0].split("\n")


def test_every_block() -> None:
    """Headings, captions, heads of columns and of rows are what they are."""
    assert body(
        Heading("One", 1, "id: one"),
        Heading("Deep", 9),
        Paragraph("Said."),
        Bullets(("a", "b")),
        Table("About", ("Name", "Meaning"), (("n", "m"), ("", "m"))),
        Table("To fill", ("Who", "When"), (("", ""),)),
        Blanks(("Date",)),
        Question(text="Is it?", name="a.b", marks=("page 1",), details=("More.",)),
    ) == [
        "<h1>One</h1>",
        '<p class="id">id: one</p>',
        "<h6>Deep</h6>",
        "<p>Said.</p>",
        "<ul><li>a</li><li>b</li></ul>",
        "<table>",
        "<caption>About</caption>",
        '<thead><tr><th scope="col">Name</th><th scope="col">Meaning</th></tr></thead>',
        "<tbody>",
        '<tr><th scope="row">n</th><td>m</td></tr>',
        "<tr><td></td><td>m</td></tr>",
        "</tbody></table>",
        '<table class="write">',
        "<caption>To fill</caption>",
        '<thead><tr><th scope="col">Who</th><th scope="col">When</th></tr></thead>',
        "<tbody>",
        "<tr><td></td><td></td></tr>",
        "</tbody></table>",
        '<p class="blank"><span>Date</span></p>',
        '<div class="question">',
        '<p>Is it? <span class="id">a.b; page 1</span></p>',
        '<ul class="details"><li>More.</li></ul>',
        "</div>",
    ]


def test_room_to_answer() -> None:
    """Boxes beside each other, or below each other where they are explained; a line to write on."""
    short = Sheet(number=3, boxes=(Box("No"), Box("Yes")))
    long = Sheet(number=4, boxes=(Box("No", "None."), Box("Away")), write="A number")
    assert body(
        Question(text="Is it?", name="a.b", sheet=short),
        Question(text="And it?", name="a.c", sheet=long),
    ) == [
        '<div class="question sheet">',
        '<p><strong>3.</strong> Is it? <span class="id">a.b</span></p>',
        '<ul class="boxes"><li>No</li><li>Yes</li></ul>',
        '<p class="notes">Notes and evidence</p>',
        "</div>",
        '<div class="question sheet">',
        '<p><strong>4.</strong> And it? <span class="id">a.c</span></p>',
        '<p class="blank"><span>A number:</span></p>',
        '<ul class="boxes long"><li>No: None.</li><li>Away</li></ul>',
        '<p class="notes">Notes and evidence</p>',
        "</div>",
    ]


@pytest.mark.parametrize("text", TEXTS)
def test_text_from_a_file_is_never_markup(text: str) -> None:
    """Whatever a text holds, it is shown as it is; no tag, attribute or address comes of it."""
    framework = hostile(text)
    for document in (framework_document(framework), form_document(framework)):
        written = document_html(document)
        page = Page(written)
        assert set(page.tags) <= KNOWN
        assert page.names <= {"lang", "charset", "name", "content", "http-equiv", "class", "scope"}
        assert page.tags.count("style") == page.tags.count("title") == 1
        shown = " ".join("".join(page.pieces).split())
        assert " ".join(clean(text).split()) in shown


@pytest.mark.parametrize("framework_id", ["hwb-board", "hwb-elements", "ohwb-service"])
def test_a_shipped_framework_is_one_file(framework_id: str) -> None:
    """Nothing is fetched and nothing runs; every text is there, and every table has a caption."""
    framework = mt.load_framework(framework_id)
    for document in (framework_document(framework), form_document(framework)):
        written = document_html(document)
        assert written.isascii()
        page = Page(written)
        assert not {"src", "href", "style", "id"} & page.names
        assert not any(address in written for address in ("@import", "url(", "//"))
        assert page.tags.count("table") == page.tags.count("caption")
        assert page.tags.count("h1") == 1
        levels = [int(tag[1]) for tag in page.tags if tag in {f"h{n}" for n in range(1, 7)}]
        assert all(b <= a + 1 for a, b in pairwise(levels))
        shown = " ".join("".join(page.pieces).split())
        for item in framework.items:
            assert item.text in shown
            assert all(said in shown for said in item.descriptors.values())
