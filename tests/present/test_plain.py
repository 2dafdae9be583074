"""Texts made safe to show."""

from __future__ import annotations

import pytest

from maturity.present.plain import harmless, harmless_lines, safe_cell, shortened


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Vision – “ours”", "Vision – “ours”"),
        ("a\x00\x1b[31m\x7f\x9bb", "a\ufffd\ufffd[31m\ufffd\ufffdb"),
        ("a\u202eb\u2066\u200f", "a\ufffdb\ufffd\ufffd"),
        ("a\r\nb\nc\td\u2028e\x85f", "a b c d e f"),
        ("\ud800", "\ufffd"),
        ("👩\u200d⚕\ufe0f", "👩\u200d⚕\ufe0f"),
    ],
)
def test_harmless(text: str, shown: str) -> None:
    """Nothing that controls a terminal, ends a line or turns the text round; letters stay."""
    assert harmless(text) == shown


def test_harmless_lines() -> None:
    """Line ends stay, and nothing else that controls."""
    assert harmless_lines("a\x1b\r\nb\n\tc") == "a\ufffd\nb\n c"


@pytest.mark.parametrize(
    ("text", "length", "short"),
    [
        ("Short enough.", 13, "Short enough."),
        ("It is cut, after a word.", 14, "It is cut ..."),
        ("Lines\n  become   one.", 40, "Lines become one."),
        ("Unbreakable" * 3, 10, "Unbrea ..."),
        ("", 10, ""),
    ],
)
def test_shortened(text: str, length: int, short: str) -> None:
    """Cut after a word, never longer than asked for."""
    assert shortened(text, length) == short
    assert len(short) <= length


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_formulas_are_texts(start: str) -> None:
    """What a spreadsheet would work out gets an apostrophe in front."""
    assert safe_cell(f"{start}1+1").startswith("'")
    assert safe_cell(f"a{start}1") == harmless(f"a{start}1")


@pytest.mark.parametrize("before", ["  ", "\ufeff", "\u00a0", "\u200b", "\ufeff \u2003", "\x00"])
@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "＝", "＋", "－", "＠", "﹦"])  # noqa: RUF001  # full width on purpose
def test_hidden_formulas_are_texts(before: str, sign: str) -> None:
    """Blanks, a byte order mark or full width before it hide no formula."""
    assert safe_cell(f"{sign}1+1") == f"'{sign}1+1"
    assert safe_cell(f"{before}{sign}1+1") == harmless(f"'{before}{sign}1+1")
    assert safe_cell(f"{before}a{sign}1") == harmless(f"{before}a{sign}1")


@pytest.mark.parametrize("text", ["", "  ", "\ufeff", " Vision", "– a dash"])
def test_no_formulas(text: str) -> None:
    """What holds no formula stays as it is."""
    assert safe_cell(text) == text
