"""Advice on statements that make two claims."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maturity.errors import cut
from maturity.model.places import item_place

from .advice_codes import Advice

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from maturity.model.tree import Item

MOST_READ = 400
MOST_OF_SUBJECT = 4
FEWEST_OF_CLAUSE = 3

OF_ANOTHER = ("paraphrase", "verbatim")

# ---------------------------------------------------------------------------------- kinds of word


def _set(words: str) -> frozenset[str]:
    """Some words."""
    return frozenset(words.split())


def _with_s(stem: str) -> str:
    """The third person of a verb."""
    stem = re.sub(r"(?<=[^aeo])y$", "ie", stem)
    return stem + ("es" if stem.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def _with_ing(stem: str) -> set[str]:
    """The form in -ing, and some that are none and do no harm."""
    return {stem + "ing", stem.removesuffix("e") + "ing", stem + stem[-1] + "ing"}


_AUXILIARY = (
    "is|are|was|were|has|have|had|does|do|did|can|could|will|would|shall|should|must|may|might"
    "|cannot|isn't|aren't|hasn't|haven't|doesn't|don't|can't|won't"
)
_AUXILIARIES = frozenset(_AUXILIARY.split("|"))
_VERBS_ONLY = _set(
    "accept achieve adopt agree allow apply ask assess become begin bring carry choose collect"
    " come compare consider create decide deliver demonstrate describe develop discuss encourage"
    " ensure evaluate examine explain find follow get give go hear identify improve include inform"
    " involve keep know learn listen make manage meet obtain participate pay prepare prevent"
    " promote protect provide publish receive recognise reduce reflect rely remain remove respond"
    " say see seek send serve speak take tell think understand write"
)
_VERBS_OR_NOUNS = _set(
    "act address aim answer audit back balance budget call care change check comment cost count"
    " cover design feed focus fund guide help hold lead link list look mark match measure monitor"
    " name note offer order plan practise question read record report request review reward score"
    " set shape share show start steer stop support survey target test track train trust update"
    " use value visit watch welcome work"
)
_SURE = _VERBS_ONLY | {_with_s(stem) for stem in _VERBS_ONLY}
_LIKELY = frozenset(map(_with_s, _VERBS_OR_NOUNS))
_LIKELY_WITH = {"acts": "on", "aims": "to", "looks": "at", "rests": "on", "works": "to"}
_DOING = frozenset().union(*map(_with_ing, _VERBS_ONLY | _VERBS_OR_NOUNS)) - _set(
    "backing budgeting funding meeting monitoring planning reporting testing training understanding"
    " working writing"
)
_DONE = _set("built given heard kept known led made met read seen shown told used")
_ADVERBS = _set("also always never now often then")
_ARTICLES = _set("the a an its their our each every all one no most some both")
# What stands at the beginning of an object, right after a verb.
_OBJECTS = _set(
    "the a an its their our his her it them itself themselves us each every everyone any all both"
    " one these those how what whether why"
)
_ONE = _set("it he she everyone everybody nobody someone")
_MANY = _set("they we")
_PLURAL = _set("staff people")
_NO_VERB = _OBJECTS | _set(
    "this that and or nor but in on at to by for from with without within into onto over under"
    " about above across after against along among around as before behind below between beyond"
    " down during except inside like near off outside past per round since through throughout"
    " towards until up upon via than plus too well not no there be been being out"
)

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|[^\s\w]")
_VERB = re.compile(rf"(?<!\bto )\b(?:{_AUXILIARY})\b")
# From one of these on, a verb may belong to a clause within the sentence.
_WITHIN = re.compile(
    r"\b(?:that|which|who|whom|whose|what|where|wherever|when|whenever|while|if|because|since|so"
    r"|(?<!such )(?<!as well )as(?! well as)|how|why|whether|although|though|unless|until|than"
    r"|before|after|once)\b|:"
)
_PRONOUN = r"(?:it|they|we|you|he|she|there|this|these|everyone|everybody|anyone|nobody|someone)"
_SECOND = re.compile(
    rf"(?:also |then )?(?:{_AUXILIARY})\b"
    rf"|{_PRONOUN} (?:\w+ly )?(?:{_AUXILIARY})\b"
    rf"|(?:(?!{_PRONOUN}\b)[\w'’-]+ ){{1,4}}?(?:{_AUXILIARY})\b"
)
_JOINT = re.compile(r";(?: and\b)?|\band(?: also\b)?|\bas well as\b")


def advise_on_ideas(items: Iterable[Item]) -> Iterator[Advice]:
    """The advice to split each item that makes two claims."""
    for item in items:
        joint = joint_of(item.text)
        if joint:
            what = f"'{item.id}' may hold two claims, joined at \"{cut(joint)}\""
            hint = "where one can be true without the other, make two items of it"
            if item.source.wording in OF_ANOTHER:
                hint = (
                    "it is another's statement and stays whole: say how to answer if half is true"
                )
            yield Advice("advice.two-ideas", item.id, what, hint, item_place(item))


def joint_of(text: str) -> str:
    """The words at which a second claim seems to begin; empty where none does for certain.

    A second claim is a verb that can't be missed ("is", "has", "can") where the first has one as
    well, or a subject with its verb after ", and" or a semicolon, or a verb after "and also" or
    "as well as". But for a semicolon, no clause within the sentence has begun before.

    >>> joint_of("There is a plan, and it is reviewed each year.")
    'and it is reviewed each year'
    >>> joint_of("The board sets goals; it reviews spending.")
    '; it reviews spending'
    >>> joint_of("Staff know the plan and the reasons that are behind it.")
    ''
    """
    for sentence in re.split(r"[.!?](?=\s|$)", " ".join(text[:MOST_READ].split())):
        low = sentence.lower()
        for mark in _JOINT.finditer(low):
            before, after = low[: mark.start()].strip(), low[mark.end() :].strip()
            if ":" in before or (mark[0][0] != ";" and _WITHIN.search(before)):
                continue
            if _joins(before, mark[0], after):
                return sentence[mark.start() :].strip()
    return ""


def _joins(before: str, mark: str, after: str) -> bool:
    """Whether a claim stands before and after some joining words."""
    words = _WORD.findall(after)
    if not words:
        return False
    if mark != "as well as" and _VERB.search(before):
        second = _SECOND.match(after)
        if second and _VERB.search(second[0]) and not _WITHIN.search(second[0]):
            return True
    if not _is_claim(before):
        return False
    if mark in {"and also", "as well as"}:
        return _begins_with_verb(words, before)
    if words[0] in _ONE | _MANY:
        return _verb_of_pronoun(words)
    return (mark[0] == ";" or before.endswith(",")) and _begins_with_clause(words)


# ------------------------------------------------------------------------------- verbs and clauses


def _is_claim(before: str) -> bool:
    """Whether there is a verb, or at least no list that is still going on."""
    words = _WORD.findall(before.rstrip(", "))
    if _VERB.search(before) or any(_is_verb(words[at:]) for at in range(1, len(words))):
        return True
    return len(words) >= FEWEST_OF_CLAUSE and not {",", ";"} & {*words}


def _is_verb(words: Sequence[str]) -> bool:
    """Whether the first of some words is a verb, by itself or by what follows it."""
    first, follower = words[0], words[1] if len(words) > 1 else ""
    if first in _SURE:
        return True
    by_object = first.endswith("s") and first not in _NO_VERB and follower in _OBJECTS
    return by_object or _is_likely(first, follower)


def _is_likely(first: str, follower: str) -> bool:
    """Whether one of the words that may be nouns is a verb here: "reviews spending"."""
    if follower and _LIKELY_WITH.get(first) == follower:
        return True
    return first in _LIKELY and _may_be_object(follower)


def _may_be_object(word: str) -> bool:
    """Whether a word may be an object, rather than going on from a noun."""
    return word in _OBJECTS or (word[:1].isalnum() and word not in _NO_VERB | _AUXILIARIES)


def _begins_with_verb(words: Sequence[str], before: str) -> bool:
    """Whether words after "and also" or "as well as" are a second verb, and no noun."""
    first, follower = words[0], words[1] if len(words) > 1 else ""
    if first in _AUXILIARIES or _is_verb(words):
        return True
    if first.endswith("ing"):
        return follower in _OBJECTS or (first in _DOING and _may_be_object(follower))
    is_done = first.endswith("ed") or first in _DONE
    return is_done and bool(_VERB.search(before)) and not _may_be_object(follower)


def _verb_of_pronoun(words: Sequence[str]) -> bool:
    """Whether a verb follows "it", "they" and the like."""
    rest = [word for word in words[1:4] if not _is_adverb(word)]
    if not rest or not rest[0].isalpha() or rest[0] in _NO_VERB:
        return False
    return words[0] in _MANY or rest[0].endswith("s")


def _begins_with_clause(words: Sequence[str]) -> bool:
    """Whether words begin with a noun as their subject, and its verb."""
    subject: list[str] = []
    for at, word in enumerate(words):
        named = [one for one in subject if one not in _ARTICLES]
        if named and _is_verb_of(subject, words[at:]):
            return True
        stops = word in _NO_VERB - _ARTICLES or word in _AUXILIARIES or _WITHIN.fullmatch(word)
        if stops or not word[0].isalnum() or len(named) == MOST_OF_SUBJECT:
            return False
        if not _is_adverb(word):
            subject.append(word)
    return False


def _is_verb_of(subject: Sequence[str], words: Sequence[str]) -> bool:
    """Whether a verb comes next that fits the subject: "the board reviews", "members question"."""
    first, follower = words[0], words[1] if len(words) > 1 else ""
    if first in _SURE:
        return True
    if first in _NO_VERB or _is_adverb(first):
        return False
    head = subject[-1]
    if head.endswith("s") or head in _PLURAL:
        if head.endswith(("'s", "’s")) or first.endswith(("s", "ed", "ing")):
            return False
        is_base = head.endswith("s") and first in _VERBS_OR_NOUNS and _may_be_object(follower)
        return is_base or (follower in _OBJECTS and first.isalpha())
    if subject[0] in _ARTICLES and _is_likely(first, follower):
        return True
    return first.endswith("s") and follower in _OBJECTS


def _is_adverb(word: str) -> bool:
    """Whether a word may stand between a subject and its verb."""
    return word in _ADVERBS or word.endswith("ly")
