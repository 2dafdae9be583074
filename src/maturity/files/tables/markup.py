"""HTML as a row of tags and texts, each character looked at once: the text may be hostile."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from attrs import frozen

from .cells import refused

if TYPE_CHECKING:
    from collections.abc import Iterator

# Quotes count after "=" alone, as in a browser; nothing is ever tried twice.
_INSIDE = r"""(?:=\s*+"[^"]*+"|=\s*+'[^']*+'|[^>])*+"""
_TAG = re.compile(rf"<(?P<end>/?)(?P<name>[A-Za-z][A-Za-z0-9:-]*+)(?P<inside>{_INSIDE})>")
_OPENING = re.compile(r"<(?:[!?]|/?[A-Za-z])")
_ANY_CASE = re.IGNORECASE
_SKIPPED = {"script", "style", "template", "noscript"}
_PARAGRAPHS = frozenset(
    re.findall(r"\w+", "p li ul ol dl dt dd div pre hr blockquote section h1 h2 h3 h4 h5 h6")
)
_NUMBER = re.compile(r"&#[xX]?[0-9a-fA-F]{8,}+;?")
_IN_A_CELL = re.compile(
    r"</?(?:p|br|li|ul|ol|div|b|i|u|em|strong|span|a|sup|sub)(?:\s[^<>]*+)?/?>",
    re.IGNORECASE,
)


@frozen
class Tag:
    """A tag: `name` in small letters, `inside` its attributes as they are written."""

    name: str
    closing: bool
    inside: str

    def number(self, attribute: str) -> int:
        """A whole number from 1 to 9999 that an attribute states, else 1."""
        stated = re.search(
            rf"""\b{attribute}\s*+=\s*+["']?([1-9]\d{{0,3}})\b""", self.inside, _ANY_CASE
        )
        return int(stated[1]) if stated else 1


def tokens(text: str, file: str, line: int | None = 1) -> Iterator[tuple[int, Tag | str]]:
    """Each tag and each text between tags, with where it begins; references stay as they are.

    `line`: where in the file the text begins; None where it has no lines.
    """
    at = 0
    while at < len(text):
        opened = _opening(text, at)
        if opened > at:
            yield at, text[at:opened]
        if opened == len(text):
            return
        at = _after_remark(text, opened)
        if at > opened:
            continue
        match = _TAG.match(text, opened)
        if match is None:
            if line is not None:
                line += text.count("\n", 0, opened)
            what = f"the tag '{text[opened : opened + 20]}' is never closed"
            raise refused("table.markup", file, what, "write a > at its end", line)
        at = match.end()
        tag = Tag(match["name"].lower(), bool(match["end"]), match["inside"])
        if tag.name in _SKIPPED and not tag.closing:
            at = _past(text, ">", _past(text, f"</{tag.name}", at))
        else:
            yield opened, tag


def _opening(text: str, at: int) -> int:
    """Where the next tag or remark opens; the end of the text where none does."""
    found = _OPENING.search(text, at)
    return found.start() if found else len(text)


def _after_remark(text: str, at: int) -> int:
    """Where a remark or declaration at `at` ends; `at` itself where there is none."""
    if text.startswith("<!--", at):
        return _past(text, "-->", at + 4)
    return _past(text, ">", at) if text[at + 1] in "!?" else at


def _past(text: str, mark: str, at: int) -> int:
    """Where the next `mark` ends; the end of the text where there is none."""
    found = re.compile(re.escape(mark), re.IGNORECASE).search(text, at)
    return found.end() if found else len(text)


def break_of(tag: Tag) -> str:
    """What a tag parts: a paragraph, a line or nothing."""
    if tag.name == "br":
        return "\n"
    return "\n\n" if tag.name in _PARAGRAPHS else ""


def characters(text: str) -> str:
    """A text between tags, with its references read, and any space a single one."""
    return re.sub(r"[ \t\r\n\f]++", " ", unescaped(text))


def unescaped(text: str) -> str:
    """A text with its references read; those to no character that there is are a mark."""
    return html.unescape(_NUMBER.sub("\ufffd", text))


def cell_text(text: str, file: str, line: int | None) -> str:
    """The text of a cell of any file: where it is written as HTML, as HTML shows it."""
    if not _IN_A_CELL.search(text):
        return text
    found = [token for _, token in tokens(text, file, line)]
    breaks = any(isinstance(token, Tag) and break_of(token) for token in found)
    shown = characters if breaks else unescaped
    return "".join(shown(said) if isinstance(said, str) else break_of(said) for said in found)
