"""What a problem rests on: places of other values, which make it void while they are broken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .ids import parent
from .places import Place, item_place, node_place, scoring_place
from .scales import LADDER, NumericScale
from .tree import Item

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .framework import Framework

Grounds = tuple[Place, ...]


def key_grounds(path: str, *keys: str) -> Grounds:
    """Where keys of a node's rule may be stated: in its own scoring, and for its kind of node."""
    if not path:
        return tuple(("scoring", "overall", key) for key in keys)
    kinds = ("dimension", "part") if "." in path else ("dimension",)
    return tuple(
        place
        for key in keys
        for place in (
            (*scoring_place(path), key),
            *(("scoring", kind, key) for kind in kinds),
        )
    )


def rung_grounds(ladder: str, rung: object) -> Grounds:
    """Where a rung of a ladder would stand."""
    table: Place = ("levels",) if ladder == LADDER else ("scales", ladder)
    return ((*table, rung),) if isinstance(rung, str) else (table,)


def path_grounds(framework: Framework, path: object) -> Grounds:
    """Where what is at a path would stand."""
    if not isinstance(path, str):
        return ()
    home, _, name = path.rpartition(".")
    if not home:
        return (("dimensions", name),)
    place = node_place(home)
    levels = [(*place, "at", level.id, name) for level in framework.levels]
    return ((*place, "items", name), (*place, "parts", name), (*place, "at"), *levels)


def inherited_grounds(item: Item, key: str) -> Grounds:
    """Where an item's scale or evidence may be stated: by itself, or for what is above it."""
    places: list[Place] = [(*item_place(item), key), ("scoring", key)]
    home = item.home
    while home:
        places.append((*scoring_place(home), key))
        home = parent(home)
    return tuple(places)


def scale_grounds(framework: Framework, item: Item, answer: object = None) -> Grounds:
    """Where it is said on which scale an item is answered, and what that scale holds."""
    places = list(inherited_grounds(item, "scale"))
    scale = framework.scales.get(item.scale)
    if isinstance(scale, NumericScale):
        keys = ("min", "max", "better", *(("step",) if scale.step is not None else ()))
        places += [("scales", scale.id, "number", key) for key in keys]
        places.append(("scales", scale.id, "bands"))
    else:
        places += rung_grounds(item.scale or LADDER, answer)
    return tuple(places)


def tag_grounds(framework: Framework, key: str) -> Grounds:
    """Everywhere that a tag or a sector may be stated."""
    return tuple(_tag_places(framework, key))


def _tag_places(framework: Framework, key: str) -> Iterator[Place]:
    yield ("dimensions",)
    levels = [("at", level.id) for level in framework.levels]
    for node in framework.by_path.values():
        place = item_place(node) if isinstance(node, Item) else node_place(node.id)
        yield (*place, key)
        if not isinstance(node, Item):
            yield from ((*place, *inner) for inner in (("items",), ("parts",), ("at",), *levels))
        stated = enumerate(getattr(node, key))
        yield from ((*place, key, number) for number, name in stated if not name)
