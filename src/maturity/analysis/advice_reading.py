"""Advice on texts that are hard to read, alone or together, with the words that make them so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maturity.errors import cut
from maturity.model.places import Place, item_place, node_place
from maturity.scoring.words import counted, item_word, listed

from .advice_codes import Advice

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maturity.model.framework import Framework
    from maturity.model.tree import Dimension

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")

VERY_DIFFICULT = 60
DIFFICULT = 50
LONG_WORD = 7
FEWEST_JUDGED = 20

VERY_LONG_WORD = 11
FEWEST_VERY_LONG = 2
SHARE_OF_VERY_LONG = 0.25
FEWEST_OF_SENTENCE = 4
FEWEST_OF_NO_SENTENCE = 6
FEWEST_NAMED, MOST_NAMED = 3, 5

_SENTENCE_END = re.compile(r"[.!?:]+(?=\s|$)")
_PART = re.compile(r"[^\W_]+")


def advise_on_reading(framework: Framework) -> Iterator[Advice]:
    """Each text that is hard to read, but for items in another's very words."""
    for level in framework.levels:
        name = f"the text of the level '{level.id}'"
        yield from _hard(name, level.text, "", ("levels", level.id, "text"))
    word = item_word(framework)
    for branch in framework.walk():
        place = (*node_place(branch.id), "text")
        yield from _hard(f"the text of '{branch.id}'", branch.text, branch.id, place)
        yield from _of_branch(branch, word)


def _of_branch(branch: Dimension, word: str) -> Iterator[Advice]:
    """The items of a branch that are hard each by itself, and the others where they are together.

    Together they are measured where each is too short or not hard enough to be told alone.
    """
    rest = []
    for item in branch.own_items:
        if item.source.wording == "verbatim":
            continue
        alone = list(_hard(f"'{item.id}'", item.text, item.id, item_place(item)))
        yield from alone
        if not alone and _is_statement(item.text):
            rest.append(item.text)
        for rung, text in item.descriptors.items():
            place = (*item_place(item), "descriptors", rung)
            yield from _hard(f"what '{item.id}' says of '{rung}'", text, item.id, place)
    found = lix(*rest) if len(rest) > 1 else None
    if found is not None and found >= DIFFICULT:
        read = f"{counted(len(rest), word)} of '{branch.id}', read as one text,"
        what = f"{read} are hard to read: LIX {found:.0f}, and {DIFFICULT} means difficult"
        yield Advice("advice.hard-to-read", branch.id, what, _hint(rest), node_place(branch.id))


def _hard(name: str, text: str, path: str, place: Place) -> Iterator[Advice]:
    """The advice to put a text more simply."""
    reason = _why_hard(text)
    if reason:
        what = f"{name} is hard to read: {reason}"
        yield Advice("advice.hard-to-read", path, what, _hint([text]), place)


def _why_hard(text: str) -> str:
    """What makes a text very difficult to read; empty where nothing does for certain.

    A short text is told only where it has very long words too: in few words, many of seven
    letters may stand that are common ones.
    """
    found, words = _lix([text]), len(WORD.findall(text))
    is_difficult = found >= VERY_DIFFICULT
    measured = f"LIX {found:.0f}, and {VERY_DIFFICULT} means very difficult"
    if words >= FEWEST_JUDGED:
        return measured if is_difficult else ""
    many = sum(_length(word) >= VERY_LONG_WORD for word in _common(text))
    if not _is_statement(text) or many < FEWEST_VERY_LONG:
        return ""
    if many >= SHARE_OF_VERY_LONG * words:
        return f"{many} of its {words} words have {VERY_LONG_WORD} letters or more"
    return f"{measured} (of {words} words only)" if is_difficult else ""


def _is_statement(text: str) -> bool:
    """Whether a text has a full stop or so many words that it can't be a mere heading."""
    ends = text.rstrip().endswith((".", "!", "?"))
    fewest = FEWEST_OF_SENTENCE if ends else FEWEST_OF_NO_SENTENCE
    return len(WORD.findall(text)) >= fewest


# --------------------------------------------------------------------------------- the hard words


def _hint(texts: Sequence[str]) -> str:
    """What to do, with the longest words by name: three to five of a text, five of several."""
    words: dict[str, str] = {}
    for word in (word for text in texts for word in _common(text)):
        words.setdefault(word.casefold(), word)
    longest = sorted(words.values(), key=_length, reverse=True)
    long_ones = [word for word in longest if _length(word) >= LONG_WORD]
    if not long_ones:
        return "use shorter sentences"
    very_long = sum(_length(word) >= VERY_LONG_WORD for word in long_ones)
    fewest = FEWEST_NAMED if len(texts) == 1 else MOST_NAMED
    most = min(max(very_long, fewest), MOST_NAMED)
    named = [f"'{cut(word, 30)}'" for word in long_ones[:most]]
    does = "word is" if len(named) == 1 else "words are"
    return f"use shorter sentences and shorter words; the longest {does} {listed(named)}"


def _common(text: str) -> list[str]:
    """The words of a text but for names: those with a capital that don't begin a sentence."""
    words = []
    for sentence in _SENTENCE_END.split(text):
        first, *others = WORD.findall(sentence) or [""]
        words += [first] if first and first[1:] == first[1:].lower() else []
        words += [word for word in others if word == word.lower()]
    return words


def _length(word: str) -> int:
    """The letters of a word; of one with a hyphen or apostrophe, those of its longest part."""
    return max(map(len, _PART.findall(word)))


# ------------------------------------------------------------------------------------ the measure


def lix(*texts: str) -> float | None:
    """How hard texts are to read, from about 20 (very easy) to above 60 (very difficult).

    Words in a sentence, plus long words (of 7 letters or more) in a hundred. Each text ends a
    sentence. None for fewer than 20 words in all, of which it says too little. Source: C. H.
    Björnsson, Läsbarhet (LIX), 1968.

    >>> lix("We meet each week. " * 5)
    4.0
    >>> lix(*["We meet each week"] * 5)
    4.0
    """
    few = sum(len(WORD.findall(text)) for text in texts) < FEWEST_JUDGED
    return None if few else _lix(texts)


def _lix(texts: Sequence[str]) -> float:
    """The measure of texts of any length; 0 where there are no words."""
    words = [word for text in texts for word in WORD.findall(text)]
    parts = [part for text in texts for part in _SENTENCE_END.split(text)]
    sentences = sum(bool(WORD.search(part)) for part in parts)
    long_words = sum(len(word) >= LONG_WORD for word in words)
    return len(words) / sentences + 100 * long_words / len(words) if words else 0.0
