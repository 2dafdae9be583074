"""TOML text into plain data, within bounds: what is hostile ends in one clean fault, quickly."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

from attrs import frozen

from maturity.errors import Fault, FaultsFound, Where

from .positions import column_of
from .syntax_hints import NOT_CLOSED, explain
from .toml_tokens import tokens

MAX_BYTES = 2_000_000
MAX_DEPTH = 40
MAX_NUMBER = 100

_COORDINATES = re.compile(r"(.*) \(at (?:line (\d+), column (\d+)|end of document)\)", re.DOTALL)
_CANT_PARSE = (ValueError, LookupError, AttributeError, TypeError, RecursionError)
_TOO_DEEP = f"at most {MAX_DEPTH} names may stand behind each other"


@frozen
class Toml:
    """What a TOML text says (`data`), the `text` as it was read, and the `name` of its file."""

    data: dict[str, Any]
    text: str
    name: str


def read_text(path: str | Path, name: str | None = None) -> str:
    """The text of a file of at most 2 MB in UTF-8; FaultsFound where there is no such text.

    `name` stands for the file in messages; None: its path.
    """
    name = name or str(path)
    content = read_bytes(path, MAX_BYTES, name)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8")
        where = Where(name, *column_of(before, len(before)))
        hint = "save it as UTF-8: most editors offer this as 'encoding'"
        raise _found("file.not-utf8", where, "from here on this is not UTF-8 text", hint) from None


def read_bytes(path: str | Path, most: int, name: str | None = None) -> bytes:
    """What a file of at most `most` bytes holds; FaultsFound where it can't be read."""
    path, name = Path(path), name or str(path)
    try:
        if path.is_dir():
            raise _found("file.folder", Where(name), "this is a folder, not a file")
        if path.exists() and not path.is_file():
            raise _found("file.unreadable", Where(name), "this is not an ordinary file")
        if not path.is_file():
            raise _found("file.missing", Where(name), "there is no such file")
        with path.open("rb") as file:
            content = file.read(most + 1)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise _found("file.unreadable", Where(name), f"the file can't be read: {reason}") from None
    if len(content) > most:
        limit = f"a file may have up to {most // 1_000_000} MB"
        raise _found("file.too-large", Where(name), "the file is too large", limit)
    return content


def load_toml(text: str, name: str = "<text>") -> Toml:
    """What `text` says; FaultsFound holds the one fault that stops the reading.

    A byte-order mark is accepted, and so are the line ends of any system.

    >>> load_toml("a.b = 1").data
    {'a': {'b': 1}}
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    if not text.strip():
        raise _found("file.empty", Where(name, 1, 1), "the file is empty")
    if len(text) > MAX_BYTES:
        limit = f"a file may have up to {MAX_BYTES // 1_000_000} MB"
        raise _found("file.too-large", Where(name, 1, 1), "the text is too large", limit)
    _refuse_hostile(text, name)
    try:
        data = tomllib.loads(text)
    except _CANT_PARSE as error:
        raise FaultsFound((_syntax_fault(str(error), text, name),)) from None
    if _is_deep(data):
        what = "the tables are nested too deeply"
        raise _found("toml.too-deep", Where(name, 1, 1), what, _TOO_DEEP)
    return Toml(data, text, name)


def _found(code: str, where: Where, what: str, hint: str = "") -> FaultsFound:
    """One fault, ready to be raised."""
    return FaultsFound((Fault(code, where, what, hint),))


def _refuse_hostile(text: str, name: str) -> None:
    """Refuse what would keep the parser busy or break it: deep brackets, long keys and numbers."""
    depth = dots = 0
    for kind, word, start in tokens(text):
        if kind == "mark":
            depth += (word in "[{") - (word in "]}")
            dots = dots + 1 if word == "." else 0
            if depth > MAX_DEPTH:
                where = Where(name, *column_of(text, start))
                limit = f"at most {MAX_DEPTH} may be open at once"
                raise _found("toml.too-deep", where, "the brackets are nested too deeply", limit)
            if dots >= MAX_DEPTH:
                where = Where(name, *column_of(text, start))
                raise _found("toml.too-deep", where, "this key has too many parts", _TOO_DEEP)
        elif kind == "newline":
            dots = 0
        elif kind == "bare" and len(word) > MAX_NUMBER and word.lstrip("+-")[:1].isdigit():
            where = Where(name, *column_of(text, start))
            limit = f"a number may have up to {MAX_NUMBER} digits"
            raise _found("toml.long-number", where, "this number is too long", limit)


def _syntax_fault(message: str, text: str, name: str) -> Fault:
    """The parser's `message` in plain words, with the place that it names."""
    match = _COORDINATES.fullmatch(message)
    if match is None:
        return Fault("toml.syntax", Where(name, 1, 1), "this text can't be read as TOML")
    message = match[1]
    if message.startswith(NOT_CLOSED):
        opened = [token.start for token in tokens(text) if token.kind == "open"]
        line, column = column_of(text, opened[0] if opened else len(text))
    elif match[2] is None:
        line, column = column_of(text, len(text))
    else:
        line, column = int(match[2]), int(match[3])
    what, hint = explain(message, text, line, column)
    if message == "Cannot overwrite a value":
        column = _name_column(text, line, column)
    return Fault("toml.syntax", Where(name, line, column), what, hint)


def _name_column(text: str, line: int, column: int) -> int:
    """The column of the name that a line gives a value; `column` where it gives none."""
    match = re.match(r"""[ \t]*(?=[\w."'-]+[ \t]*=)""", text.split("\n")[line - 1])
    return match.end() + 1 if match else column


def _is_deep(data: object) -> bool:
    """Whether tables and lists stand in each other more than MAX_DEPTH deep."""
    layer = [data]
    for _ in range(MAX_DEPTH + 1):
        inner: list[object] = []
        for value in layer:
            if isinstance(value, dict):
                inner.extend(value.values())
            elif isinstance(value, list):
                inner.extend(value)
        if not inner:
            return False
        layer = inner
    return True
