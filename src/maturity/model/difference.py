"""One difference between two frameworks, and what it does to comparing their results."""

from __future__ import annotations

from typing import Any, Literal, get_args

from attrs import frozen

from maturity.errors import cut
from maturity.errors.clean import clean

from . import digests
from .inline import inline

Kind = Literal[
    "added",
    "dropped",
    "moved",
    "reworded",
    "re-levelled",
    "reweighted",
    "rule changed",
    "scale changed",
    "scoring changed",
    "relabelled",
    "other",
]
KINDS: tuple[Kind, ...] = get_args(Kind)

WORDS = "Answers compare as long as the meaning is the same."
LABELS = "Only what it is called differs; answers and scores compare."
SHOWN = "Shown, never scored; answers and scores compare."
ORDER = "Only the order on the page differs; answers and scores compare."
CHOSEN = "Only short forms that choose by it can differ."
SHORT_FORM = "Only this short form differs; the full form compares."
NAMED = "An assessment names it: answers to the one are not read as answers to the other."
EXTENDS = "It says where a framework comes from; what that changes is listed here."
DEFAULT = "Of itself it changes nothing; the items that it touches are listed here."
UNSCORED = frozenset({WORDS, LABELS, SHOWN, ORDER, CHOSEN, SHORT_FORM, NAMED, EXTENDS, DEFAULT})

APART = "Not part of what the two share."
MOVED = "Not part of what the two share, until its answers are carried over to the other path."
SCORES = "Scores can differ; score what is shared under one set of rules."
LADDER = (
    "Levels do not compare one to one; what is answered on them is not part of what the two share."
)
ANSWERS = "The possible answers differ: what is answered on it is not part of what the two share."
SAME_ANSWERS = "The possible answers are the same, so answers compare; scores can differ."
UNKNOWN = "Look at it before you compare: it may change what is scored."


@frozen(kw_only=True)
class Difference:
    """One thing that two frameworks say differently.

    `kind`: one of `KINDS`. `path`: where, in the second framework; of what is dropped, in the
    first; empty for the framework as a whole. `what`: which of the things said there. `before` and
    `after`: what each says, as its record holds it; None where it says nothing. `effect`: what it
    does to comparing results, in a sentence. `reason`: why, where a file says so; else empty.
    """

    kind: Kind
    path: str
    what: str
    before: object
    after: object
    effect: str
    reason: str = ""

    def record(self) -> dict[str, str | None]:
        """The difference as a row of texts, of which `before` and `after` may be None."""
        return {
            "kind": self.kind,
            "path": self.path,
            "what": self.what,
            "before": inline(self.before),
            "after": inline(self.after),
            "effect": self.effect,
            "reason": self.reason,
        }

    def __str__(self) -> str:
        """The difference on one line."""
        said = [cut(inline(value) or "nothing") for value in (self.before, self.after)]
        place = f"{self.path}, {self.what}" if self.path else self.what
        return clean(f"{self.kind}: {place}: {said[0]}, now {said[1]}")


def same(one: object, other: object) -> bool:
    """Whether two values make no difference to a framework's digest."""
    return one is other or digests.digest(one) == digests.digest(other)


def told(kind: Kind, path: str, what: str, values: tuple[Any, Any], effect: str) -> Difference:
    """A difference between two values that aren't the same; it may be that of their order only."""
    before, after = values
    if before == after:  # maps are equal whatever their order
        kind, what, effect = "other", f"order of {what}", ORDER
    return Difference(kind=kind, path=path, what=what, before=before, after=after, effect=effect)
