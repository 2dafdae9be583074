"""Text out of files, made safe to show: it can't move a cursor, hide or become a formula."""

from __future__ import annotations

import textwrap
import unicodedata

from maturity.errors.clean import REPLACEMENT, clean, clean_lines

__all__ = ["REPLACEMENT", "capital", "harmless", "harmless_lines", "safe_cell", "shortened"]

FORMULA_STARTS = ("=", "+", "-", "@")
_LINE_STARTS = ("\t", "\r", "\n")

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

    What a spreadsheet may pass over is looked through: blanks, what is not seen, and full width.

    >>> safe_cell("=1+1"), safe_cell("  =1+1"), safe_cell("Vision")
    ("'=1+1", "'  =1+1", 'Vision')
    """
    return harmless(f"'{text}" if _is_formula(text) else text)


def _is_formula(text: str) -> bool:
    """Whether a spreadsheet might take the text for a formula."""
    if text.startswith(_LINE_STARTS):
        return True
    first = next((char for char in text if not _is_passed_over(char)), "")
    return unicodedata.normalize("NFKC", first).startswith(FORMULA_STARTS)


def _is_passed_over(char: str) -> bool:
    """Whether a character is a blank, or one that is not seen."""
    return char.isspace() or unicodedata.category(char) in {"Cc", "Cf"}
