"""Ids and paths."""

from __future__ import annotations

import pytest

from maturity.model.ids import is_below, is_id, parent


@pytest.mark.parametrize("text", ["a", "7", "clear-purpose", "q2-", "2013"])
def test_id(text: str) -> None:
    """An id is lower-case letters, digits and hyphens, from a letter or a digit."""
    assert is_id(text)


@pytest.mark.parametrize("text", ["", "-a", "Clear", "a b", "a.b", "a_b", "é", "a\n"])
def test_no_id(text: str) -> None:
    """Capitals, blanks, dots, underscores, accents and line ends are in no id."""
    assert not is_id(text)


def test_parent() -> None:
    """The parent of a path is all before its last dot; at the top there is none."""
    assert [parent(path) for path in ("a.b.c", "a.b", "a", "")] == ["a.b", "a", "", ""]


def test_below() -> None:
    """A path lies below itself, below what it starts with step by step, and below the top."""
    assert is_below("a.b", "a.b")
    assert is_below("a.b.c", "a.b")
    assert is_below("a", "")
    assert not is_below("a.bc", "a.b")
    assert not is_below("a", "a.b")
