"""Advice on the words of a framework; found here: one statement twice."""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher
from itertools import chain
from typing import TYPE_CHECKING

from attrs import define, frozen

from maturity.errors import cut
from maturity.model.places import item_place
from maturity.model.tree import Item

from .advice_codes import Advice
from .advice_ideas import MOST_READ, advise_on_ideas
from .advice_reading import WORD, advise_on_reading

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maturity.model.framework import Framework

NEARLY = 0.8
NEARLY_WITH_OTHER_WORDS = 0.9
ALMOST = 0.99
STEM = 4
MOST_CANDIDATES = 300_000
MOST_COMPARED = 5_000
FEWEST_COMPARED = 4

_NUMBER = re.compile(r"\d+")

_SMALL = frozenset(
    WORD.findall(
        "a an the this that these those each every all any some no not our its their of in on at to"
        " by for from with into and or as is are was were be been has have had can will"
    )
)


def advise_on_words(framework: Framework) -> Iterator[Advice]:
    """What can be said about the texts of a framework."""
    yield from _same_texts(framework.items)
    yield from advise_on_ideas(framework.items)
    yield from advise_on_reading(framework)


# ------------------------------------------------------------------------------ the same twice


def _same_texts(items: Sequence[Item]) -> Iterator[Advice]:
    """Each item whose text is that of an earlier one, or nearly."""
    for item, other, ratio in near_pairs(items):
        how = "the same as" if ratio == 1 else "nearly the same as"
        what = f"'{item.id}' says {how} '{other.id}': \"{cut(item.text)}\""
        hint = "say where they differ, or leave one out: else one fact counts twice"
        yield Advice("advice.same-text", item.id, what, hint, item_place(item))


def near_pairs(items: Sequence[Item]) -> Iterator[tuple[Item, Item, float]]:
    """Each item with one before it that it resembles, and how much, from 0.8 to 1.

    Only texts that share two thirds of their words are compared letter by letter. Two such texts
    have one of their rarer words in common, so that most pairs need not be looked at.
    """
    told = [_Told.of(item) for item in items]
    often = Counter(word for one in told for word in one.words)
    with_word: dict[str, list[_Told]] = {}
    with_text: dict[str, _Told] = {}
    effort = _Effort()
    for one in told:
        if len(one.words) < FEWEST_COMPARED:
            continue
        rare = sorted(one.words, key=lambda word: (often[word], word))
        rare = rare[: len(rare) // 3 + 1]
        same = with_text.setdefault(one.text, one)
        before = (other for word in rare for other in with_word.get(word, ()))
        for other in chain((same,), before) if effort.is_left else (same,):
            ratio = effort.likeness(one, other)
            if ratio:
                yield one.item, other.item, ratio
                break
        for word in rare:
            with_word.setdefault(word, []).append(one)


@frozen(eq=False)
class _Told:
    """An item with its text on one line in small letters, and the words at its beginning."""

    item: Item
    text: str
    words: frozenset[str]
    numbers: list[str]

    @classmethod
    def of(cls, item: Item) -> _Told:
        text = " ".join(item.text.lower().split())
        words = frozenset(WORD.findall(text[:MOST_READ]))
        return cls(item, text, words, _NUMBER.findall(text))

    def may_repeat(self, other: _Told) -> bool:
        """Whether one may repeat the other by mistake.

        The same id in two branches asks the same of each on purpose, and so do two texts that
        differ in a number. At two levels, a text and its stronger form may stand.
        """
        one, two = self.item, other.item
        if one.home != two.home and one.id.rpartition(".")[2] == two.id.rpartition(".")[2]:
            return False
        if one.level != two.level and self.text != other.text:
            return False
        return self.numbers == other.numbers


@define
class _Effort:
    """How much looking is left, so that a long framework takes no more than seconds."""

    candidates: int = MOST_CANDIDATES
    compared: int = MOST_COMPARED

    @property
    def is_left(self) -> bool:
        """Whether there is some left."""
        return self.candidates > 0 and self.compared > 0

    def likeness(self, one: _Told, other: _Told) -> float:
        """How much two texts are alike, from 0.8 to 1; 0 where they are less, or may be."""
        if one.text == other.text:
            return 1.0 if one is not other and one.may_repeat(other) else 0.0
        self.candidates -= 1
        if not self.is_left:
            return 0.0
        shared, most = len(one.words & other.words), max(len(one.words), len(other.words))
        if 3 * shared < 2 * most or not one.may_repeat(other):
            return 0.0
        enough = NEARLY_WITH_OTHER_WORDS if _exchanged(one.words, other.words) else NEARLY
        texts = (other.text[:MOST_READ], one.text[:MOST_READ])
        matcher = SequenceMatcher(None, *texts, autojunk=False)
        if matcher.real_quick_ratio() < enough or matcher.quick_ratio() < enough:
            return 0.0
        self.compared -= 1
        ratio = min(matcher.ratio(), ALMOST)
        return ratio if ratio >= enough else 0.0


def _exchanged(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether each of two texts has a word that the other hasn't, but for small ones and endings.

    "Each team has a plan" and "each team has a coach" are not the same.
    """
    ones, others = one - other - _SMALL, other - one - _SMALL
    return bool(ones and others) and not {w[:STEM] for w in ones} & {w[:STEM] for w in others}
