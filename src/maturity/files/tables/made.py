"""Branches and items made of what a table says."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import attrs
from attrs import frozen

from maturity.model.rules import Rule
from maturity.model.scoring import Conventions
from maturity.model.source import Source
from maturity.model.tree import Dimension, Item

from .id_words import id_from, short_labels, words_of
from .statements import Statement

if TYPE_CHECKING:
    from collections.abc import Collection

    from .statements import Content

Branches = dict[tuple[str, str], list["Placed"]]


@frozen(kw_only=True)
class Head:
    """What stands at the top of the framework that is made; `source` is that of all its words."""

    id: str
    title: str
    edition: str
    description: str
    source: Source


@frozen
class Placed:
    """A statement with its place in the document, in words: `Vision, young, 1`."""

    said: Statement
    place: str


def by_branch(content: Content) -> Branches:
    """The statements of each dimension and part, each numbered in its branch and level."""
    short = short_labels(content.levels)
    counts: Counter[tuple[str, ...]] = Counter()
    found: Branches = {}
    for said in content.statements:
        counts[*said.branch, said.level] += 1
        number = str(counts[*said.branch, said.level])
        words = (said.dimension, said.part, short.get(said.level, "").lower(), number)
        spot = Placed(said, ", ".join(filter(None, words)))
        found.setdefault(said.branch, []).append(spot)
    return found


def last_step(path: str) -> str:
    """The id of what stands at a path, in its branch."""
    return path.rpartition(".")[2]


def names_in(home: Dimension) -> set[str]:
    """The ids that are taken in a branch."""
    items = {last_step(item.id) for item in home.own_items}
    return items | {last_step(part.id) for part in home.dimensions}


@frozen(kw_only=True)
class Maker:
    """Makes branches and items.

    `levels`: the id of each label. `rule`, `conventions` and `scale` are those of new branches.
    `dull`: words that say nothing in this document.
    """

    levels: dict[str, str]
    rule: Rule
    conventions: Conventions
    scale: str
    source: Source
    dull: frozenset[str]

    def branch(self, title: str, taken: Collection[str], above: str = "") -> Dimension:
        """A new dimension, or a new part of the branch `above`, with nothing in it yet."""
        name = id_from(title, taken)
        return Dimension(
            id=f"{above}.{name}" if above else name,
            title=title,
            rule=self.rule,
            conventions=self.conventions,
            scale=self.scale,
            source=self.source,
        )

    def with_items(self, home: Dimension, spots: list[Placed]) -> Dimension:
        """A branch with new items: with the ids that are stated, else of their words."""
        taken = names_in(home)
        stated = {spot.said.id for spot in spots}
        dull = self.dull | words_of(home.title)
        items: list[Item] = []
        for spot in spots:
            name = spot.said.id
            if not name or name in taken:
                name = id_from(spot.said.text, taken, stated, dull=dull)
            taken.add(name)
            items.append(self._item(f"{home.id}.{name}", spot, home))
        return attrs.evolve(home, own_items=(*home.own_items, *items))

    def _item(self, path: str, spot: Placed, home: Dimension) -> Item:
        """A new item."""
        said = spot.said
        return Item(
            id=path,
            text=said.text,
            dimension=path.partition(".")[0],
            scale=home.scale or self.scale,
            level=self.levels.get(said.level),
            weight=said.weight,
            tags=said.tags,
            source=attrs.evolve(self.source, place=spot.place),
        )
