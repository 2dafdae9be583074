"""Advice on what an overlay adds: a name that is most likely misspelt."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from maturity.errors import few_suggestions, nearest
from maturity.model.ids import parent
from maturity.model.places import node_place
from maturity.model.tree import Dimension

from .advice_codes import Advice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maturity.model.framework import Framework

_SHORT = 4
_NUMBER = re.compile(r"\d+")


def advise_on_overlay(framework: Framework) -> Iterator[Advice]:
    """Each branch that an overlay adds beside one with nearly the same id."""
    if framework.overlay is None:
        return
    with few_suggestions():
        new = set(framework.overlay.added)
        beside: dict[str, list[str]] = {}
        for branch in framework.walk():
            if branch.id not in new:
                beside.setdefault(parent(branch.id), []).append(branch.id)
        for path in framework.overlay.added:
            close = nearest(path, beside.get(parent(path), ()))
            if close is not None and isinstance(framework[path], Dimension) and _near(path, close):
                kind = "part" if parent(path) else "dimension"
                what = f"a new {kind} '{path}'"
                hint = f"did you mean '{close}'? If so, write that id"
                yield Advice("advice.near-name", path, what, hint, node_place(path))


def _near(path: str, other: str) -> bool:
    """Whether two paths side by side differ by one slip of the pen.

    That is a letter too many, too few or another, or two that changed places. Short ids, and those
    with other numbers, are meant to differ.
    """
    name, close = path.rpartition(".")[2], other.rpartition(".")[2]
    if _NUMBER.findall(name) != _NUMBER.findall(close):
        return False
    begin = _alike(name, close)
    end = _alike(name[begin:][::-1], close[begin:][::-1])
    one, other = (said[begin : len(said) - end] for said in (name, close))
    swapped = len(one) == 2 and one == other[::-1]  # noqa: PLR2004  # two letters
    return min(len(name), len(close)) > _SHORT and (swapped or max(len(one), len(other)) <= 1)


def _alike(one: str, other: str) -> int:
    """With how many letters two words begin alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
