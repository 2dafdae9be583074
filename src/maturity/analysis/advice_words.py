"""Advice on the words of a framework: one statement twice, two in one, and hard ones."""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher
from itertools import chain, islice
from typing import TYPE_CHECKING

from attrs import define, frozen

from maturity.errors import cut
from maturity.model.places import item_place, node_place
from maturity.model.tree import Item
from maturity.scoring.words import listed

from .advice_codes import Advice

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maturity.model.framework import Framework
    from maturity.model.places import Place

NEARLY = 0.8
NEARLY_WITH_OTHER_WORDS = 0.9
ALMOST = 0.99
STEM = 4
MOST_READ = 400
MOST_CANDIDATES = 300_000
MOST_COMPARED = 5_000
FEWEST_COMPARED = 4

VERY_DIFFICULT = 60
LONG_WORD = 7
FEWEST_JUDGED = 20

OF_ANOTHER = ("paraphrase", "verbatim")

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_SENTENCE_END = re.compile(r"[.!?:]+(?=\s|$)")
_NUMBER = re.compile(r"\d+")

_SMALL = frozenset(
    _WORD.findall(
        "a an the this that these those each every all any some no not our its their of in on at to"
        " by for from with into and or as is are was were be been has have had can will"
    )
)
_VERBS = (
    "is|are|was|were|has|have|had|does|do|did|can|could|will|would|shall|should|must|may|might"
    "|cannot|isn't|aren't|hasn't|haven't|doesn't|don't|can't|won't"
)
_VERB = re.compile(rf"(?<!\bto )\b(?:{_VERBS})\b")
# From one of these on, a verb may belong to a clause within the sentence.
_WITHIN = re.compile(
    r"\b(?:that|which|who|whom|whose|what|where|wherever|when|whenever|while|if|because|since|so"
    r"|as|how|why|whether|although|though|unless|until|than|before|after|once)\b|:"
)
_PRONOUN = r"(?:it|they|we|you|he|she|there|this|these|everyone|everybody|anyone|nobody|someone)"
_SECOND = re.compile(
    rf"(?:also |then )?(?:{_VERBS})\b"
    rf"|{_PRONOUN} (?:\w+ly )?(?:{_VERBS})\b"
    rf"|(?:(?!{_PRONOUN}\b)[\w'’-]+ ){{1,4}}?(?:{_VERBS})\b"
)


def advise_on_words(framework: Framework) -> Iterator[Advice]:
    """What can be said about the texts of a framework."""
    yield from _same_texts(framework.items)
    for item in framework.items:
        yield from _two_ideas(item)
    yield from _hard_texts(framework)


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
        words = frozenset(_WORD.findall(text[:MOST_READ]))
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


# ----------------------------------------------------------------------------- two ideas in one


def _two_ideas(item: Item) -> Iterator[Advice]:
    """The advice to split an item that makes two claims."""
    joint = joint_of(item.text)
    if joint:
        what = f"'{item.id}' may hold two claims, joined at \"{cut(joint)}\""
        hint = "where one can be true without the other, make two items of it"
        if item.source.wording in OF_ANOTHER:
            hint = "it is another's statement and stays whole: say how to answer if half is true"
        yield Advice("advice.two-ideas", item.id, what, hint, item_place(item))


def joint_of(text: str) -> str:
    """The words at which a second claim seems to begin; empty where none does for certain.

    A claim is taken to be one where there is a verb that can't be missed ("is", "has", "can") on
    both sides of an "and" or a semicolon, and no clause within the sentence has begun before.

    >>> joint_of("There is a plan, and it is reviewed each year.")
    'and it is reviewed each year'
    >>> joint_of("Staff know the plan and the reasons that are behind it.")
    ''
    """
    for sentence in re.split(r"[.!?](?=\s|$)", " ".join(text[:MOST_READ].split())):
        low = sentence.lower()
        for mark in re.finditer(r";|\band\b", low):
            before, after = low[: mark.start()], low[mark.end() :].strip()
            if not _VERB.search(before) or _WITHIN.search(before):
                continue
            second = _SECOND.match(after)
            if second and _VERB.search(second[0]) and not _WITHIN.search(second[0]):
                return sentence[mark.start() :].strip()
    return ""


# --------------------------------------------------------------------------------- hard to read


def _hard_texts(framework: Framework) -> Iterator[Advice]:
    """Each text that is very difficult to read, but for items in another's very words."""
    for level in framework.levels:
        name = f"the text of the level '{level.id}'"
        yield from _hard(name, level.text, "", ("levels", level.id, "text"))
    for branch in framework.walk():
        place = (*node_place(branch.id), "text")
        yield from _hard(f"the text of '{branch.id}'", branch.text, branch.id, place)
        for item in branch.own_items:
            if item.source.wording == "verbatim":
                continue
            yield from _hard(f"'{item.id}'", item.text, item.id, item_place(item))
            for rung, text in item.descriptors.items():
                place = (*item_place(item), "descriptors", rung)
                yield from _hard(f"what '{item.id}' says of '{rung}'", text, item.id, place)


def _hard(name: str, text: str, path: str, place: Place) -> Iterator[Advice]:
    """The advice to put a text more simply."""
    found = lix(text)
    if found is None or found < VERY_DIFFICULT:
        return
    longest = dict.fromkeys(sorted(_WORD.findall(text), key=len, reverse=True))
    named = listed([f"'{cut(word, 30)}'" for word in islice(longest, 3)])
    what = f"{name} is hard to read: LIX {found:.0f}, and {VERY_DIFFICULT} means very difficult"
    hint = f"use shorter sentences and shorter words; the longest words are {named}"
    yield Advice("advice.hard-to-read", path, what, hint, place)


def lix(text: str) -> float | None:
    """How hard a text is to read, from about 20 (very easy) to above 60 (very difficult).

    Words in a sentence, plus long words (of 7 letters or more) in a hundred. None for a text of
    fewer than 20 words, of which it says too little. Source: C. H. Björnsson, Läsbarhet (LIX),
    1968.

    >>> lix("We meet each week. " * 5)
    4.0
    """
    words = _WORD.findall(text)
    if len(words) < FEWEST_JUDGED:
        return None
    sentences = sum(bool(_WORD.search(part)) for part in _SENTENCE_END.split(text))
    long_words = sum(len(word) >= LONG_WORD for word in words)
    return len(words) / sentences + 100 * long_words / len(words)
