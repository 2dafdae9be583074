"""Ids made of words: readable, the same each time, and other rows don't change them."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

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


def ids_from(
    said: Iterable[tuple[str, str]],
    taken: Collection[str] = (),
    dull: frozenset[str] = frozenset(),
) -> list[str]:
    """An id for each of several texts, that no other text can have, whatever is added later.

    It has the first words of the text that say something. Where another of the texts could have it
    too, none has it: each has more of its words, else its `aside` (the second of each pair), else a
    mark made from all of its characters. An id that is one of several texts' is so never another's.
    `taken`: ids that are out of the question. `dull`: words that say nothing here.

    >>> ids_from([("We share a vision.", ""), ("We share a vision that lasts.", "")])
    ['share-vision', 'share-vision-lasts']
    >>> ids_from([("A clear plan for all staff.", ""), ("A clear plan for all teams.", "")])
    ['clear-plan-staff', 'clear-plan-teams']
    """
    seen: Counter[tuple[str, str]] = Counter()
    wanted: list[list[str]] = []
    for text, aside in said:
        seen[text, aside] += 1
        wanted.append(_names(text, aside, seen[text, aside], dull))
    uses = Counter(name for names in wanted for name in names)
    found: list[str] = []
    for names in wanted:
        left = (name for name in names if uses[name] == 1 and name not in taken)
        name, number = next(left, names[-1]), 2
        while name in taken or name in found:
            name = f"{names[-1]}-{number}"
            number += 1
        found.append(name)
    return found


def _names(text: str, aside: str, nth: int, dull: frozenset[str]) -> list[str]:
    """The ids that a text could have, best first; the `nth` of equal texts has one of its own."""
    mark = hashlib.sha256(f"{text}\n{aside}\n{nth}".encode("utf-8", "replace")).hexdigest()
    words = _words(text)
    telling = [word for word in words if word not in _DULL and word not in dull] or words
    telling = [word[:_LONGEST_WORD] for word in telling]
    if not telling:
        telling = ["text-" + hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:_DIGITS]]
    names = ["-".join(telling[:_WORDS])]
    for more in telling[_WORDS:]:
        if len(names[-1]) + len(more) > _LONGEST:
            break
        names.append(f"{names[-1]}-{more}")
    marked = f"{names[0]}-{mark[:_DIGITS]}"
    if nth > 1:
        return [marked]
    if aside and len(names[0]) + len(aside) <= _LONGEST:
        names.append(f"{names[0]}-{aside}")
    return [*names, marked]


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
