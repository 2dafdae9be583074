"""Texts that a reader needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .places import Place


def check_text(text: str, place: Place, name: str) -> Iterator[Problem]:
    """The fault in a text that has nothing to read in it."""
    if not text.strip():
        yield Problem("text.empty", place, f"{name} is empty", "write what people are to read")
