"""The card as a table for notebooks: readable, and safe whatever the texts hold."""

from __future__ import annotations

from html.parser import HTMLParser

import maturity as mt

from .tools import at, card_of, said

STAGED = '[scoring]\nscale = "met"\ndimension = { rule = "staged" }\n'
NASTY = "<script>alert('x')</script> & \"more\""


class Tags(HTMLParser):
    """Collects what a browser would see."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.open: list[str] = []
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag, and that only known attributes stand in it."""
        assert {name for name, _ in attrs} <= {"scope", "style"}
        self.tags.append(tag)
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Tags are closed in the order in which they were opened."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Note a text."""
        self.texts.append(data)


def read(card: mt.Scorecard) -> Tags:
    """The card's table as a browser sees it."""
    tags = Tags()
    tags.feed(card._repr_html_())  # what a notebook calls
    tags.close()
    assert not tags.open
    return tags


def test_table() -> None:
    """A row for each dimension under headings, and the caveats as a list."""
    text = STAGED + at("a", bronze=1) + at("b", bronze=1)
    tags = read(card_of(text, said("a", yes="b1")))
    assert tags.tags.count("tr") == 3
    assert tags.texts[:4] == [
        "Tool, 1: an organisation without a name", "Dimension", "Result", "Answers",
    ]  # fmt: skip
    assert tags.texts[4:10] == [
        "A", "Gold", "1 of 1 answered", "B", "not started", "0 of 1 answered",
    ]  # fmt: skip
    assert tags.tags[-1] == "li"


def test_overall() -> None:
    """The overall has a row of its own where there is one."""
    text = STAGED + 'overall = { rule = "weakest-link" }\n' + at(bronze=1)
    tags = read(card_of(text, said(yes="b1")))
    assert tags.tags.count("tr") == 3
    assert "Gold" in tags.texts


def test_escaped() -> None:
    """Texts from files can't become tags."""
    text = f"""
schema = 1
id = "tool"
title = '''{NASTY}'''
edition = '''{NASTY}'''
terms = {{ dimension = '''{NASTY}''' }}
[levels]
bronze = '''{NASTY}'''
[scoring]
scale = "levels"
dimension = {{ rule = "staged" }}
[dimensions.a]
title = '''{NASTY}'''
at.bronze.x = '''{NASTY}'''
"""
    framework = mt.parse_framework(text)
    card = mt.score(framework.assess({"a.x": "bronze"}, organisation=NASTY))
    page = card._repr_html_()  # what a notebook calls
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert set(read(card).tags) == {
        "table", "caption", "thead", "tbody", "tr", "th", "td", "ul", "li",
    }  # fmt: skip


def test_score() -> None:
    """A score shows its line, how much is answered, why, and its caveats, every text escaped."""
    text = f"{STAGED}[dimensions.a]\ntitle = '''{NASTY}'''\nat.bronze.x = '''{NASTY}'''\n"
    score = card_of(text, {"a.x": "no"})["a"]
    tags = Tags()
    tags.feed(score._repr_html_())  # what a notebook calls
    tags.close()
    assert not tags.open
    assert set(tags.tags) <= {"p", "strong", "ul", "li"}
    assert tags.texts[0] == NASTY
    assert "1 of 1 answered" in tags.texts[1]
    assert tags.texts[2:] == [score.why().text, *score.caveats]
