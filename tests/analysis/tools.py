"""Small frameworks, and the advice on them."""

from __future__ import annotations

import maturity as mt
from maturity.analysis.advice_words import advise_on_words

HEAD = 'schema = 1\nid = "small"\ntitle = "Small"\nedition = "1"\n'
LEVELS = '[levels]\nlow = "Low"\nmid = "Middle"\nhigh = "High"\n'
STAGED = '[scoring]\nscale = "met"\ndimension = { rule = "staged" }\n[dimensions.d.at.low]\n'
MET = '[scales.met]\nno = "No"\nyes = "Yes"\n'


def framework(text: str, *, levels: bool = True, base: mt.Framework | None = None) -> mt.Framework:
    """A framework, with three levels and a scale before its own text."""
    if base is not None:
        return mt.parse_framework(HEAD.replace('"small"', '"local"') + text, base=base)
    return mt.parse_framework(HEAD + (LEVELS if levels else "") + MET + text)


def advice(text: str, *, levels: bool = True) -> list[str]:
    """The advice on a framework, each piece as a line."""
    return [str(one) for one in mt.advise(framework(text, levels=levels))]


def codes(text: str, *, levels: bool = True) -> list[str]:
    """The codes alone."""
    return [one.code.removeprefix("advice.") for one in mt.advise(framework(text, levels=levels))]


def on_words(items: str, more: str = "") -> list[str]:
    """What is said of the words of some items at the lowest level."""
    return [str(one) for one in advise_on_words(framework(STAGED + items + more))]
