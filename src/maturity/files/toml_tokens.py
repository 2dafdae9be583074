"""TOML text cut into tokens: enough to find keys and brackets, not to check the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

# Possessive repeats: a text that is never closed is refused at once, without trying it in pieces.
_TOKEN = re.compile(
    r'''
    (?P<space>[ \t]+|\#[^\n]*)
    |(?P<newline>\n)
    |(?P<text>"""(?:[^"\\]++|\\.|"{1,2}(?!"))*+"{3,5}
        |\'\'\'(?:[^']++|'{1,2}(?!'))*+'{3,5}
        |"(?!"")(?:[^"\\\n]++|\\[^\n])*+"
        |'(?!'')[^'\n]*+')
    |(?P<bare>[A-Za-z0-9_+:-]+)
    |(?P<open>["'])
    |(?P<mark>.)
    ''',
    re.VERBOSE | re.DOTALL,
)


class Token(NamedTuple):
    """A piece of TOML text: its kind, the text itself, and its offset.

    Kinds: `text` (quoted), `bare` (a bare key, or part of a number or a date), `mark` (one other
    character), `newline`, and `open`: a quote that is never closed, which is the last token.
    """

    kind: str
    text: str
    start: int


def tokens(text: str) -> Iterator[Token]:
    """The tokens of `text`, without spaces and comments, up to a quote that is never closed."""
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or ""
        if kind != "space":
            yield Token(kind, match.group(), match.start())
        if kind == "open":
            return
