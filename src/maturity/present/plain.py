"""Text out of files, made safe to show: it can't move a cursor, hide or become a formula."""

from __future__ import annotations

import textwrap

from maturity.errors.clean import REPLACEMENT, clean, clean_lines

__all__ = ["REPLACEMENT", "capital", "harmless", "harmless_lines", "safe_cell", "shortened"]

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")

harmless = clean
harmless_lines = clean_lines


def capital(text: str) -> str:
    """The text with a capital at its start.

    >>> capital("a number from 0 to 5")
    'A number from 0 to 5'
    """
    return f"{text[:1].upper()}{text[1:]}"


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
