"""Branches and items made of what a table says."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import attrs
from attrs import field, frozen

from maturity.errors import Fault, FaultsFound, cut
from maturity.model.rules import Rule
from maturity.model.scoring import Conventions
from maturity.model.source import Source
from maturity.model.tree import Dimension, Item

from .before import Before
from .cells import some
from .id_words import ids_from, short_labels, words_of
from .statements import Statement

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

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


def changed_ids(stated: Iterable[Statement]) -> list[str]:
    """What is told of ids that could not stay as the table has them."""
    changed = [f"'{cut(one.stated)}' to '{one.id}'" for one in stated if one.stated != one.id]
    return [f"these ids were changed: {some(changed)}"] if changed else []


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
    `dull`: words that say nothing in this document. `file` is where the table comes from; `before`
    has ids that are kept; `notes` tell of ids that gave way, `faults` of those that can't.
    """

    levels: dict[str, str]
    rule: Rule
    conventions: Conventions
    scale: str
    source: Source
    dull: frozenset[str]
    file: str
    before: Before = field(factory=Before)
    notes: list[str] = field(factory=list)
    faults: list[Fault] = field(factory=list)

    def check(self) -> None:
        """FaultsFound where an id that is stated was taken."""
        if self.faults:
            raise FaultsFound(tuple(self.faults))

    def refuse(self, said: Statement, what: str, hint: str) -> None:
        """Keep the fault that a statement can't have the id that it states."""
        table, row, _ = said.at
        at = row, said.id_column
        self.faults.append(table.fault("table.id", self.file, at, what, hint))

    def branches(
        self, titles: Sequence[str], taken: Collection[str], above: str = ""
    ) -> dict[str, Dimension]:
        """New dimensions, or new parts of the branch `above`, by title, with nothing in them."""
        kept = {title: self.before.branch(title, above) for title in titles}
        kept = {title: name for title, name in kept.items() if name and name not in taken}
        wanted = [(title, "") for title in titles]
        names = dict(zip(titles, ids_from(wanted, {*taken, *kept.values()}), strict=True)) | kept
        return {
            title: Dimension(
                id=f"{above}.{name}" if above else name,
                title=title,
                rule=self.rule,
                conventions=self.conventions,
                scale=self.scale,
                source=self.source,
            )
            for title, name in names.items()
        }

    def with_items(self, home: Dimension, spots: list[Placed]) -> Dimension:
        """A branch with new items: with the ids that are stated or kept, else of their words."""
        taken = names_in(home)
        for said in (spot.said for spot in spots):
            if said.id in taken:
                what = f"'{said.id}' is the id of a part of '{home.id}' already"
                self.refuse(said, what, "give it an id of its own")
        names = iter(self._made(home, [spot.said for spot in spots if not spot.said.id], spots))
        items = [
            self._item(f"{home.id}.{spot.said.id or next(names)}", spot, home) for spot in spots
        ]
        return attrs.evolve(home, own_items=(*home.own_items, *items))

    def _made(self, home: Dimension, rest: list[Statement], spots: list[Placed]) -> list[str]:
        """Ids of statements that state none; told where one gives way to another's."""
        taken = names_in(home)
        stated = {spot.said.id for spot in spots} - {""}
        wanted = [(said.text, self.levels.get(said.level, "")) for said in rest]
        kept = [
            "" if name in taken | stated else name for name in self.before.items(home.id, wanted)
        ]
        dull = self.dull | words_of(home.title)
        first = ids_from(wanted, taken, dull)
        named = ids_from(wanted, {*taken, *stated, *kept}, dull)
        for said, short, name, had in zip(rest, first, named, kept, strict=True):
            if not had and name != short:
                self.notes.append(
                    f"'{short}' is the id of another statement: that at {said.where} is '{name}'"
                )
        return [had or name for had, name in zip(kept, named, strict=True)]

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
