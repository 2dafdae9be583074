"""Which of a framework's levels, branches and items the labels and statements of a table are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .statements import plain

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from maturity.model.tree import Item


def by_name(titles: Sequence[str], names: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """The id that each title names: by a whole name of it, else by a name among the title's words.

    `names`: the names of each id. A title that could be several is left out, and so is an id that
    several titles name.
    """
    found: dict[str, str] = {}
    for fits in (_whole, _among):
        rest = [title for title in titles if title not in found]
        left = {name: said for name, said in names.items() if name not in found.values()}
        wanted = {
            title: [name for name, said in left.items() if any(fits(title, one) for one in said)]
            for title in rest
        }
        for title, ids in wanted.items():
            if len(ids) == 1 and sum(ids == others for others in wanted.values()) == 1:
                found[title] = ids[0]
    return found


def by_place(titles: Sequence[str], names: Sequence[str], found: dict[str, str]) -> dict[str, str]:
    """What the titles not `found` are by their place, where there are as many of both."""
    rest = [title for title in titles if title not in found]
    left = [name for name in names if name not in found.values()]
    return dict(zip(rest, left, strict=True)) if len(titles) == len(names) else {}


def in_place(items: Sequence[Item]) -> list[Item]:
    """Items in the order of the numbers that end their places, where each has one of its own."""
    numbers = [re.search(r"\b(\d{1,6})$", item.source.place or "") for item in items]
    order = [int(found[1]) for found in numbers if found]
    if len(set(order)) < len(items):
        return list(items)
    return [item for _, item in sorted(zip(order, items, strict=True), key=lambda pair: pair[0])]


def _whole(title: str, name: str) -> bool:
    """Whether a title is a name."""
    return plain(title) == plain(name)


def _among(title: str, name: str) -> bool:
    """Whether the words of a name stand in a title."""
    words = plain(name).split()
    return bool(words) and set(words) <= set(plain(title).split())
