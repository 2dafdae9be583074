"""Texts that a reader needs, and the words of what stands in a framework."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maturity.errors import Problem

from .tree import Dimension, Item

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .places import Place


def check_text(text: str, place: Place, name: str) -> Iterator[Problem]:
    """The fault in a text that has nothing to read in it."""
    if not text.strip():
        yield Problem("text.empty", place, f"{name} is empty", "write what people are to read")


def words_of(node: Dimension | Item) -> str:
    """An item's text, or a branch's title."""
    return node.text if isinstance(node, Item) else node.title


def bare_words(node: Dimension | Item) -> str:
    """The same, whatever its case and the marks between the words."""
    return " ".join(re.findall(r"\w+", words_of(node).casefold()))
