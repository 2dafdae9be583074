"""What a file says at its top, without reading all of it: for looking through many files."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

from .toml_tokens import tokens

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

HEAD = 65_536


def head_of(file: Traversable) -> str:
    """The first 64 KB of a file; empty where it can't be read."""
    try:
        with file.open("rb") as opened:
            return opened.read(HEAD).decode("utf-8", errors="replace")
    except OSError:
        return ""


def stated(text: str, key: str) -> str | None:
    r"""The text that a key is given above the first header; None where it is given none.

    >>> stated('schema = 1\nid = "ours"\n[levels]\ntitle = "Low"', "id")
    'ours'
    """
    names = {key, f'"{key}"', f"'{key}'"}
    line: list[str] = []
    depth = 0
    for kind, word, _ in tokens(text.removeprefix("\ufeff")):
        if kind == "newline" and not depth:
            line = []
            continue
        if not line and word == "[":
            return None
        depth += (word in {"[", "{"}) - (word in {"]", "}"})
        line.append(word)
        if len(line) == 3 and line[0] in names and line[1] == "=":  # noqa: PLR2004  # a name, "=" and a value
            return _value(word) if kind == "text" else None
    return None


def _value(quoted: str) -> str | None:
    """What a quoted text says; None where it is no text after all."""
    try:
        said = tomllib.loads(f"said = {quoted}")["said"]
    except tomllib.TOMLDecodeError:
        return None
    return said if isinstance(said, str) else None
