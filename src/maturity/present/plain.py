"""Text out of files, made safe to show: it can't move a cursor, hide or become a formula."""

from __future__ import annotations

import textwrap
import unicodedata

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")

_TURNS_TEXT = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_LINE_ENDS = frozenset("\t\n\v\f\r\x85\u2028\u2029")


def harmless(text: str) -> str:
    r"""The text on one line, with what would control a terminal replaced.

    >>> harmless("Vision\n\x1b[31mred")
    'Vision \ufffd[31mred'
    """
    return "".join(map(_shown, text.replace("\r\n", "\n")))


def harmless_lines(text: str) -> str:
    """The text with its line ends kept, and each line harmless."""
    return "\n".join(map(harmless, text.replace("\r\n", "\n").split("\n")))


def shortened(text: str, length: int) -> str:
    """The text on one line, cut after a word where it is longer than `length`.

    >>> shortened("The board has agreed its purpose.", 20)
    'The board has ...'
    """
    whole = " ".join(harmless(text).split())
    if len(whole) <= length:
        return whole
    kept = textwrap.shorten(whole, length - 4, placeholder="", break_on_hyphens=False)
    return f"{kept.rstrip(',;:.')} ..."


def safe_cell(text: str) -> str:
    """The text as a spreadsheet shows it, and never works it out: a formula gets an apostrophe.

    >>> safe_cell("=1+1"), safe_cell("Vision")
    ("'=1+1", 'Vision')
    """
    return harmless(f"'{text}" if text.startswith(FORMULA_STARTS) else text)


def _shown(char: str) -> str:
    """One character as it may be shown."""
    if char in _LINE_ENDS:
        return " "
    if char in _TURNS_TEXT or unicodedata.category(char) in {"Cc", "Cs"}:
        return REPLACEMENT
    return char
