"""What a careful reader would say of a framework in which nothing is wrong."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from maturity.errors.arguments import expect
from maturity.model.framework import Framework

from .advice_codes import ADVICE, Advice
from .advice_overlay import advise_on_overlay
from .advice_scoring import advise_on_scoring
from .advice_shape import advise_on_shape
from .advice_words import advise_on_words

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["ADVICE", "Advice", "advise"]


def advise(framework: Framework) -> tuple[Advice, ...]:
    """What could be better in a framework, in the order of its parts; empty where nothing is found.

    Advice is not a fault: all of it may be on purpose. Of an overlay, only what the framework that
    it extends doesn't get as well.

    >>> import maturity as mt
    >>> mt.advise(mt.load_framework("hwb-elements"))
    ()
    """
    expect(framework, Framework, "advise() takes a framework")
    order = {"": -1} | {path: place for place, path in enumerate(framework)}
    found = sorted(_all(framework), key=lambda one: order[one.path])
    if framework.overlay is not None:
        of_base = set(_all(framework.overlay.base))
        found = [one for one in found if one not in of_base]
    return tuple(found)


def _all(framework: Framework) -> Iterator[Advice]:
    """All that is found, of the overlay's base as well."""
    return chain(
        advise_on_scoring(framework),
        advise_on_shape(framework),
        advise_on_words(framework),
        advise_on_overlay(framework),
    )
