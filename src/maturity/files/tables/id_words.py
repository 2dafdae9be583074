"""Ids made of words: readable, the same each time, and other rows don't change them."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

_WORDS = 3
_LONGEST_WORD = 24
_LONGEST = 60
_DIGITS = 8
# What stands in any statement, and tells none from another.
_DULL = frozenset(
    re.findall(
        r"\w+",
        """
        a able about across after all also an and another any are as at be because been before being
        between both but by can could do does each either every for from had has have having how
        however if in into is it its itself may more most much must not of off on onto one or other
        others our out over own shall she should so some such than that the their them themselves
        then there these they this those through throughout to too under until up upon us very was
        we well were what when where which while who whose will with within without would you your
        """,
    )
)


def id_of(text: str) -> str:
    """A text in the letters of an id; empty where it has none of them.

    >>> id_of("GV 1.2 (Zoë)")
    'gv-1-2-zoe'
    """
    return "-".join(_words(text))


def id_from(text: str, *taken: Collection[str], dull: frozenset[str] = frozenset()) -> str:
    """An id of the first words of `text` that say something, that is not among those `taken`.

    `dull`: words that say nothing here. Where three words are taken already, more are added. A text
    without a letter from a to z gets a name made from all of its characters.

    >>> id_from("The board has a clear vision.", ["clear-vision"], dull=frozenset({"board"}))
    'clear-vision-2'
    """
    words = _words(text)
    telling = [word for word in words if word not in _DULL and word not in dull] or words
    telling = [word[:_LONGEST_WORD] for word in telling]
    if not telling:
        telling = ["text-" + hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:_DIGITS]]
    name = "-".join(telling[:_WORDS])
    for more in telling[_WORDS:]:
        if not _is_in(name, taken) or len(name) + len(more) > _LONGEST:
            break
        name = f"{name}-{more}"
    number, first = 2, name
    while _is_in(name, taken):
        name = f"{first}-{number}"
        number += 1
    return name


def _is_in(name: str, taken: tuple[Collection[str], ...]) -> bool:
    """Whether any of several collections has a name."""
    return any(name in names for names in taken)


def words_of(text: str) -> frozenset[str]:
    """The words of a text, as ids have them."""
    return frozenset(_words(text))


def shared_words(labels: tuple[str, ...]) -> frozenset[str]:
    """The words that all of several labels have."""
    return frozenset.intersection(*map(words_of, labels)) if len(labels) > 1 else frozenset()


def short_labels(labels: tuple[str, ...]) -> dict[str, str]:
    """Each label without the words that all of them share, where a word is left of each.

    >>> short_labels(("Young board", "Mature board"))
    {'Young board': 'Young', 'Mature board': 'Mature'}
    """
    shared = shared_words(labels)
    short = {
        label: " ".join(word for word in label.split() if id_of(word) not in shared)
        for label in labels
    }
    ids = {id_of(label) for label in short.values()}
    told = len(ids) == len(labels) and all(re.search("[a-z]", name) for name in ids)
    return short if told else {label: label for label in labels}


def _words(text: str) -> list[str]:
    """The words of a text in the letters of ids."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    plain = re.sub(r"['’](?:s\b)?", "", plain)
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return re.findall(r"[a-z0-9]+", plain)
