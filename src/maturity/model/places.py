"""Where in a framework's file each thing stands: paths of keys, for faults to point at."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from .tree import Item

Place: TypeAlias = tuple[str | int, ...]


def node_place(path: str) -> Place:
    """The keys that lead to a dimension or part.

    >>> node_place("vision.sub")
    ('dimensions', 'vision', 'parts', 'sub')
    """
    first, *rest = path.split(".")
    place: list[str | int] = ["dimensions", first]
    for part in rest:
        place += ["parts", part]
    return tuple(place)


def item_place(item: Item) -> Place:
    """The keys that lead to an item."""
    spot: Place = ("items",) if item.level is None else ("at", item.level)
    return (*node_place(item.home), *spot, item.id.rpartition(".")[2])


def scoring_place(path: str) -> Place:
    """The keys that lead to the `scoring` table of a node; of the framework for the empty path."""
    return (*node_place(path), "scoring") if path else ("scoring",)
