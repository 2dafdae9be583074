"""HTML as a row of tags and texts, each character looked at once: the text may be hostile."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from attrs import frozen

from .cells import refused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# Quotes count after "=" alone, as in a browser; nothing is ever tried twice.
_INSIDE = r"""(?:=\s*+"[^"]*+"|=\s*+'[^']*+'|[^>])*+"""
_TAG = re.compile(rf"<(?P<end>/?)(?P<name>[A-Za-z][A-Za-z0-9:-]*+)(?P<inside>{_INSIDE})>")
_OPENING = re.compile(r"<(?:[!?]|/?[A-Za-z])")
_ATTRIBUTE = re.compile(
    r"""(?P<name>[^\s"'/>=][^\s/>=]*+)"""
    r"""(?:\s*+=\s*+(?:"(?P<double>[^"]*+)"|'(?P<single>[^']*+)'|(?P<plain>[^\s>]++)))?"""
)
_WHOLE = re.compile(r"[ \t\n\f\r]*+\+?(?:0*+(?=[0-9]))?([0-9]++)")
_DIGITS = 9
_UNSEEN = re.compile(r"display\s*+:\s*+none|visibility\s*+:\s*+hidden", re.IGNORECASE)
_STRUCK = {"del", "s", "strike"}
_EMPTY = {"br", "hr", "img", "input", "wbr"}
_CLOSED_BY_NEXT = {"p", "li", "dt", "dd"}
_SKIPPED = {"script", "style", "template", "noscript"}
_PARAGRAPHS = frozenset(
    re.findall(r"\w+", "p li ul ol dl dt dd div pre hr blockquote section h1 h2 h3 h4 h5 h6")
)
_NUMBER = re.compile(r"&#[xX]?[0-9a-fA-F]{8,}+;?")
STRUCK = "left out: words that are struck out, at {}"
HIDDEN = "left out: hidden words at {}"
RAISED = "small raised signs were read as part of the words at {}"
PICTURE = "read for a picture: the words that describe it, at {}"
BARE = "left out: a picture without words that describe it, at {}"
_IN_A_CELL = re.compile(
    r"</?(?:p|br|li|ul|ol|div|b|i|u|em|strong|span|a|sup|sub|del|ins|s|strike|img)(?:\s[^<>]*+)?/?>",
    re.IGNORECASE,
)


@frozen
class Tag:
    """A tag: `name` in small letters, `inside` its attributes as they are written."""

    name: str
    closing: bool
    inside: str

    @property
    def attributes(self) -> dict[str, str]:
        """What each attribute states; of several of one name the first counts."""
        found: dict[str, str] = {}
        for match in _ATTRIBUTE.finditer(self.inside):
            stated = match["double"] or match["single"] or match["plain"] or ""
            found.setdefault(match["name"].lower(), unescaped(stated))
        return found

    @property
    def hidden(self) -> bool:
        """Whether a page does not show what stands inside."""
        attributes = self.attributes
        return "hidden" in attributes or _UNSEEN.search(attributes.get("style", "")) is not None

    def number(self, attribute: str, most: int) -> int:
        """The whole number that an attribute begins with, as a browser reads it, else 1."""
        found = _WHOLE.match(self.attributes.get(attribute, ""))
        return min(int(found[1][:_DIGITS]), most) if found else 1


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


class Words:
    """Puts together what a person reads between tags; `told`: what else there is to tell."""

    def __init__(self, shown: Callable[[str], str], *, hidden: bool = False) -> None:
        """Know how a text is shown, and whether all of it is hidden."""
        self.told: dict[str, None] = {}
        self._shown = shown
        self._pieces: list[str] = []
        self._mute = HIDDEN if hidden else ""
        self._until = ""
        self._depth = 0

    @property
    def text(self) -> str:
        """What was read so far."""
        return "".join(self._pieces)

    def take(self, token: Tag | str) -> None:
        """Take in the next tag or text."""
        if isinstance(token, Tag):
            self._tag(token)
        elif not self._mute:
            self._pieces.append(self._shown(token))
        elif token.strip():
            self.told[self._mute] = None

    def _tag(self, tag: Tag) -> None:
        if self._mute and tag.name in _CLOSED_BY_NEXT and tag.name == self._until:
            self._mute = ""
        if self._mute:
            if tag.name == self._until:
                self._depth += -1 if tag.closing else 1
            self._mute = self._mute if self._depth or not self._until else ""
        elif tag.name == "img":
            self._picture(tag)
        elif not tag.closing and tag.name not in _EMPTY and (tag.name in _STRUCK or tag.hidden):
            self._mute = STRUCK if tag.name in _STRUCK else HIDDEN
            self._until, self._depth = tag.name, 1
        elif tag.name == "sup" and not tag.closing:
            self.told[RAISED] = None
        self._pieces.append(break_of(tag))

    def _picture(self, tag: Tag) -> None:
        """A picture is read as the text that describes it; one that only adorns has none."""
        described = tag.attributes.get("alt")
        if described:
            self._pieces.append(described)
        if described != "":
            self.told[PICTURE if described else BARE] = None


def cell_text(text: str, file: str, line: int | None) -> tuple[str, tuple[str, ...]]:
    """The text of a cell of any file, as a page shows it where it is HTML; and what to tell."""
    if not _IN_A_CELL.search(text):
        return text, ()
    found = [token for _, token in tokens(text, file, line)]
    breaks = any(isinstance(token, Tag) and break_of(token) for token in found)
    words = Words(characters if breaks else unescaped)
    for token in found:
        words.take(token)
    return words.text, tuple(words.told)
