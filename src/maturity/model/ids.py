"""Ids and paths: stable words, joined by dots."""

from __future__ import annotations

import re

ID = re.compile(r"[a-z0-9][a-z0-9-]*")
LONGEST_ID = 100
ID_RULE = "lower-case letters, digits and hyphens, starting with a letter or a digit"


def is_id(text: str) -> bool:
    """Whether `text` may be an id: `clear-purpose` may, `Clear purpose` may not."""
    return ID.fullmatch(text) is not None


def as_id(name: str) -> str:
    """The id most like a name; empty where none is.

    >>> as_id("Clear purpose!")
    'clear-purpose'
    """
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def parent(path: str) -> str:
    """The path one step up; empty at the top.

    >>> parent("vision.revisited")
    'vision'
    """
    return path.rpartition(".")[0]


def is_below(path: str, branch: str) -> bool:
    """Whether `path` is `branch` or lies below it; everything lies below the empty path."""
    return not branch or path == branch or path.startswith(branch + ".")
