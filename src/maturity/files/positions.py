"""Where each key of a TOML text stands: the parser doesn't say, and a fault has to."""

from __future__ import annotations

import tomllib
from bisect import bisect_right
from typing import TYPE_CHECKING

from .toml_tokens import Token, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Place = tuple[str | int, ...]
Position = tuple[int, int]


def column_of(text: str, offset: int) -> Position:
    """The line and the column, from 1, of an offset in `text`."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def positions(text: str) -> Mapping[Place, Position]:
    r"""The line and column of every key, and of every element of a list, in a valid TOML text.

    A table is found at its header, or else where its name first appears.

    >>> positions("[a]\nb = [1, 2]")[("a", "b", 1)]
    (2, 9)
    """
    starts = [0, *(place + 1 for place, char in enumerate(text) if char == "\n")]
    found = {}
    for place, offset in offsets(text).items():
        line = bisect_right(starts, offset)
        found[place] = (line, offset - starts[line - 1] + 1)
    return found


def offsets(text: str) -> Mapping[Place, int]:
    """The same, as offsets in the text: lines and columns are needed only for the faults shown."""
    scanner = _Scanner(text)
    scanner.document()
    return scanner.found


class _Scanner:
    """Walks once through the tokens and notes at which offset each place stands."""

    def __init__(self, text: str) -> None:
        self.found: dict[Place, int] = {}
        self._lengths: dict[Place, int] = {}
        self._rest = tokens(text)
        self._token = self._next()

    def document(self) -> None:
        """Note every header, and every line below it."""
        table: Place = ()
        while self._token.kind != "end":
            if self._token.kind == "newline":
                self._step()
            elif self._token.text == "[":
                table = self._header()
            else:
                self._pair(table)

    def _next(self) -> Token:
        return next(self._rest, Token("end", "", -1))

    def _step(self) -> Token:
        token, self._token = self._token, self._next()
        return token

    def _is(self, mark: str) -> bool:
        return self._token.kind == "mark" and self._token.text == mark

    def _header(self) -> Place:
        """`[a.b]` or `[[a.b]]`: note its parts; the table that it opens."""
        self._step()
        is_list = self._is("[")
        if is_list:
            self._step()
        place: Place = ()
        parts = list(self._key())
        for number, (part, start) in enumerate(parts, start=1):
            place = (*place, part)
            is_last = number == len(parts)
            if is_last and not is_list:
                self.found[place] = start
            self.found.setdefault(place, start)
            if is_last and is_list:
                self._lengths[place] = self._lengths.get(place, 0) + 1
            if place in self._lengths:
                place = (*place, self._lengths[place] - 1)
                self.found.setdefault(place, start)
        while self._is("]"):
            self._step()
        return place

    def _key(self) -> Iterator[tuple[str, int]]:
        """The parts of a key with their offsets."""
        while True:
            token = self._step()
            yield _unquoted(token), token.start
            if not self._is("."):
                return
            self._step()

    def _pair(self, table: Place) -> None:
        """`key = value`: note the key's parts and what is in the value."""
        place = table
        for part, start in self._key():
            place = (*place, part)
            self.found.setdefault(place, start)
        self._step()
        self._value(place)

    def _value(self, place: Place) -> None:
        """Pass a value, and note what is in it."""
        if self._is("["):
            self._step()
            self._list(place)
        elif self._is("{"):
            self._step()
            while not self._is("}"):
                if self._is(",") or self._token.kind == "newline":
                    self._step()
                else:
                    self._pair(place)
            self._step()
        else:
            while self._token.kind in {"bare", "text"} or self._is("."):
                self._step()

    def _list(self, place: Place) -> None:
        """Pass the elements of a list, and note each."""
        index = 0
        while not self._is("]"):
            if self._is(",") or self._token.kind == "newline":
                self._step()
            else:
                self.found[*place, index] = self._token.start
                self._value((*place, index))
                index += 1
        self._step()


def _unquoted(token: Token) -> str:
    """The part of a key that a token stands for."""
    if token.kind != "text":
        return token.text
    if "\\" in token.text and token.text[0] == '"':
        return str(tomllib.loads(f"key = {token.text}")["key"])
    return token.text[1:-1]
