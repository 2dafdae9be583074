"""What a piece of advice is, and every code of one. docs/advice.md explains each."""

from __future__ import annotations

from attrs import field, frozen

from maturity.errors.clean import clean
from maturity.model.places import Place

ADVICE: dict[str, str] = {}

# Words.
ADVICE |= {
    "advice.hard-to-read": "A text is hard to read.",
    "advice.same-name": "Two things that stand side by side have the same name.",
    "advice.same-text": "Two items say the same, or nearly.",
    "advice.two-ideas": "One statement makes two claims, and may be half true.",
}

# Scoring.
ADVICE |= {
    "advice.idle-cap": "A cap changes nothing.",
    "advice.idle-evidence": "An answer needs no evidence, though evidence is asked for.",
    "advice.idle-weight": "A weight is stated, and no rule uses it.",
    "advice.mixed-scales": "Numbers that mean different things are put together as they are.",
    "advice.never-low": "Even the lowest answers reach a level above the first.",
    "advice.never-matters": "Which answer is given to an item makes no difference to any result.",
    "advice.never-top": "Even the best answers do not reach the top level.",
    "advice.nothing-counts": "A rule has nothing to count.",
    "advice.vacuous-level": "A level holds by itself, because nothing is asked of it.",
}

# The shape of the whole.
ADVICE |= {
    "advice.dead-band": "A level of a scale of numbers can't be reached by any number.",
    "advice.lopsided": "One dimension has ten times the items of another.",
    "advice.near-name": "A new dimension or part has nearly the id of one that is there.",
    "advice.no-items": "There is nothing to answer.",
    "advice.profile-size": "A short form asks nothing, one thing alone, or as much as the whole.",
    "advice.unused-scale": "A scale is written down, and nothing uses it.",
}


@frozen
class Advice:
    """One thing to think over in a framework. Nothing is wrong with it, and nothing fails.

    `code` is one of those under [advice](advice.md). `path` is the dimension, part or item that it
    is about, the first of several; empty for the framework as a whole, its scales and its
    profiles. `what` says what was found, and `hint` what could be done.
    """

    code: str
    path: str
    what: str
    hint: str
    place: Place = field(default=(), repr=False)

    def __str__(self) -> str:
        """`advice[code]: what; hint`."""
        return clean(f"{self.code.replace('advice.', 'advice[', 1)}]: {self.what}; {self.hint}")
