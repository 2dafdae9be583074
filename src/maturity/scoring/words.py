"""Numbers and counts in the words of a framework, for people."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from maturity.model.scales import NumericScale

from .finish import round_values

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maturity.model.framework import Framework
    from maturity.model.rules import Rule
    from maturity.model.scales import AnyScale

FIRST_WORD_ENDS = (" of ", " in ", " for ")


def plural(word: str) -> str:
    """The plural of a noun: `line of enquiry` becomes `lines of enquiry`.

    >>> plural("line of enquiry"), plural("enquiry"), plural("class")
    ('lines of enquiry', 'enquiries', 'classes')
    """
    for joint in FIRST_WORD_ENDS:
        head, found, tail = word.partition(joint)
        if found:
            return plural(head) + found + tail
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "ch", "sh")) else "s")


def counted(number: int, word: str) -> str:
    """`1 statement`, `3 statements`."""
    return f"{number} {word if number == 1 else plural(word)}"


def article(word: str) -> str:
    """`a` or `an`, as the word asks.

    >>> article("item"), article("statement")
    ('an', 'a')
    """
    return "an" if word[:1].lower() in set("aeiou") else "a"


def item_word(framework: Framework) -> str:
    """The framework's word for an item; `question` where one is asked for each branch."""
    items = framework.items
    asked = bool(items) and all(item.claims is not None for item in items)
    return "question" if asked else framework.term("item")


def items_word(framework: Framework, number: int = 2) -> str:
    """The framework's word for an item, in the singular for 1."""
    word = item_word(framework)
    return word if number == 1 else plural(word)


def number_text(value: float, rule: Rule | None = None, *, cut: bool = False) -> str:
    """A value as it is shown: as the rule's rounding says, else to two places at most.

    `cut`: never rounded up, so that beside a limit nothing looks reached that isn't.

    >>> number_text(2.5), number_text(2.0), number_text(4.999), number_text(4.999, cut=True)
    ('2.5', '2', '5', '4.99')
    """
    rounding = rule.rounding if rule else None
    if rounding is not None:
        shown = float(round_values(np.array([value]), rounding)[0])
        return f"{shown:.{max(rounding.places, 0)}f}"
    shown = math.floor(value * 100 + 1e-7) / 100 if cut else round(float(value), 2)
    return f"{shown:.0f}" if shown.is_integer() else f"{shown:.2f}".rstrip("0")


def answer_words(scale: AnyScale, value: str | float) -> str:
    """An answer as people read it: an option's label, or a number with its unit."""
    if isinstance(scale, NumericScale):
        unit = f" {scale.unit}" if scale.unit else ""
        return f"{number_text(float(value))}{unit}"
    return next((option.label for option in scale.options if option.id == value), str(value))


def per_cent(share: float) -> str:
    """A share as per cent, cut down, never up, so that nothing looks met that isn't.

    >>> per_cent(0.7999), per_cent(0.8), per_cent(1)
    ('79%', '80%', '100%')
    """
    return f"{int(share * 100 + 1e-7)}%"


def listed(names: Sequence[str], most: int = 6) -> str:
    """`a, b and c`, or the first few `and 4 more`."""
    shown = list(names[:most])
    rest = len(names) - len(shown)
    if rest:
        return f"{', '.join(shown)} and {rest} more"
    return " and ".join([", ".join(shown[:-1]), shown[-1]]) if len(shown) > 1 else "".join(shown)
