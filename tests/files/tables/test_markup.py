"""HTML as tags and texts."""

from __future__ import annotations

import pytest

import maturity as mt
from maturity.files.tables.markup import (
    BARE,
    HIDDEN,
    PICTURE,
    RAISED,
    STRUCK,
    Tag,
    cell_text,
    tokens,
)


def read(text: str) -> list[str]:
    """The tags and texts, one after the other."""
    return [
        f"{'/' if token.closing else ''}{token.name}" if isinstance(token, Tag) else repr(token)
        for _, token in tokens(text, "x.html")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a", ["'a'"]),
        ("<P CLASS=x>a</P>", ["p", "'a'", "/p"]),
        ("<td title=\"a > b\" x='>'>a", ["td", "'a'"]),
        ("<td title=it's>a<td>don't", ["td", "'a'", "td", '"don\'t"']),
        ('<a href="x>a', ["a", "'a'"]),
        ("a <5 and 3 < 4 <é>", ["'a <5 and 3 < 4 <é>'"]),
        ("a<!-- <p> -->b<!doctype x>c<?php p ?>d", ["'a'", "'b'", "'c'", "'d'"]),
        ("a<!-- b", ["'a'"]),
        ("a<script>'<p>'</SCRIPT>b<style>p > a {}</style>c", ["'a'", "'b'", "'c'"]),
        ("a<script>b", ["'a'"]),
        ("<br/><br />", ["br", "br"]),
    ],
)
def test_tokens(text: str, expected: list[str]) -> None:
    """Tags are told from text as a browser tells them."""
    assert read(text) == expected


def test_tag_that_is_never_closed() -> None:
    """Its line is told."""
    with pytest.raises(mt.FaultsFound) as caught:
        read("<p>\n<p")
    assert str(caught.value) == (
        "x.html:2: error[table.markup]: the tag '<p' is never closed; write a > at its end"
    )


@pytest.mark.parametrize("text", ["<a ", "<!--", '<a x="', "<a =", "</", "&#", "<", "<b "])
def test_hostile_text_takes_no_longer_than_its_length(text: str) -> None:
    """Two million characters of anything are read at once."""
    whole = text * (2_000_000 // len(text))
    try:
        assert len(cell_text(whole, "x.html", 1)) <= len(whole)
    except mt.FaultsFound as error:
        assert error.faults[0].code == "table.markup"  # noqa: PT017  # either end is right


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One.\nTwo <5.", "One.\nTwo <5."),
        ("A &amp; B", "A &amp; B"),
        ("<p>One\n&amp; <i>two</i>.</p> <p>Three.</p>", "\n\nOne & two.\n\n \n\nThree.\n\n"),
        ("One.<br>Two.", "One.\nTwo."),
        ("<b>One</b>\nTwo &lt;", "One\nTwo <"),
        (f"<b>&#{'9' * 5000};&#x{'f' * 99};&#65;</b>", "\ufffd\ufffdA"),
    ],
)
def test_cell_text(text: str, expected: str) -> None:
    """A cell that holds HTML is read as HTML; any other stays as it is."""
    assert cell_text(text, "x.csv", 1)[0] == expected


@pytest.mark.parametrize(
    ("text", "expected", "told"),
    [
        ("<p>One.<del>Two.</del></p>", "One.", [STRUCK]),
        ("One. <s>Two <s>x</s> y</s>Three.", "One. Three.", [STRUCK]),
        ("<b>One.</b><span hidden>Two.</span>", "One.", [HIDDEN]),
        ('One.<span style="color: red; DISPLAY : none">Two.</span>', "One.", [HIDDEN]),
        ("<p hidden>One.<p>Two.", "Two.", [HIDDEN]),
        ("<p hidden>One.</p>Two.", "Two.", [HIDDEN]),
        ("<p data-hidden>One.", "One.", []),
        ("<b>One.</b><del> </del>", "One.", []),
        ("One<sup>1</sup>.", "One1.", [RAISED]),
        ('<img src="x" alt="One &amp; two.">', "One & two.", [PICTURE]),
        ("<img src=x>Two.", "Two.", [BARE]),
        ('<img alt="">Two.', "Two.", []),
    ],
)
def test_what_is_told(text: str, expected: str, told: list[str]) -> None:
    """What is struck out or hidden is left out, and told, as are raised signs and pictures."""
    found, what = cell_text(text, "x.csv", 1)
    assert (found.strip(), list(what)) == (expected, told)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (' colspan="3"', 3),
        (" COLSPAN = 3", 3),
        (" colspan='3'", 3),
        (' colspan="2px"', 2),
        (' colspan=" 2 "', 2),
        (" colspan=+2", 2),
        (" colspan=002", 2),
        (" colspan=70000", 9_999),
        (f" colspan={'9' * 5000}", 9_999),
        (" colspan=0", 0),
        (" colspan=x", 1),
        (" colspan=-3", 1),
        (" colspan", 1),
        ("", 1),
        (' data-colspan="2"', 1),
        (' title="colspan=2"', 1),
        (" title='colspan=2' colspan=3 colspan=4", 3),
        ("/colspan=3", 3),
    ],
)
def test_number(said: str, expected: int) -> None:
    """A span is read as a browser reads it."""
    assert Tag("td", closing=False, inside=said).number("colspan", 9_999) == expected
