"""Text out of files, made safe to show: it can't move a cursor, turn round or start a line."""

from __future__ import annotations

import unicodedata

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

_TURNS_TEXT = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_LINE_ENDS = frozenset("\t\n\v\f\r\x85\u2028\u2029")


def clean(text: str) -> str:
    r"""The text on one line, with what would control a terminal replaced.

    >>> clean("Vision\n\x1b[31mred")
    'Vision \ufffd[31mred'
    """
    return text if text.isprintable() else "".join(map(_shown, text.replace("\r\n", "\n")))


def clean_lines(text: str) -> str:
    """The text with its line ends kept, and each line clean."""
    return "\n".join(map(clean, text.replace("\r\n", "\n").split("\n")))


def _shown(char: str) -> str:
    """One character as it may be shown."""
    if char in _LINE_ENDS:
        return " "
    if char in _TURNS_TEXT or unicodedata.category(char) in {"Cc", "Cs"}:
        return REPLACEMENT
    return char
