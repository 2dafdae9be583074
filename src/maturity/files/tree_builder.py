"""Dimensions, parts and items from the tables of a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

import attrs
from attrs import frozen

from maturity.errors import Problem, hint_for
from maturity.model.frozen import FrozenMap
from maturity.model.grounds import rung_grounds
from maturity.model.scales import LADDER
from maturity.model.scoring import Conventions
from maturity.model.source import Source
from maturity.model.tree import Dimension, Item

from .names import Place, check_ids, label_of, step_of
from .rule_builder import Stated, build_conventions, build_evidence, build_rule, stated_rule
from .shapes import ItemsTable, ItemTable, NodeScoringTable, NodeTable, SourceTable


@frozen(kw_only=True)
class Above:
    """What is in force above a node: its source, conventions and scale."""

    source: Source
    conventions: Conventions
    scale: str | None


@frozen
class _Group:
    """Items that stand together: under a level, or under none."""

    level: str | None
    place: Place
    items: ItemsTable


@frozen
class TreeBuilder:
    """Builds a framework's tree, and adds what is wrong with it to `problems`.

    `dimension` and `part` are the rules for each kind of node, as they are stated; `rungs` gives
    the rungs of a ladder.
    """

    dimension: Stated
    part: Stated
    rungs: Callable[[str | None], tuple[str, ...]]
    problems: list[Problem]

    def build(
        self, table: Mapping[str, str | NodeTable], raw: object, above: Above
    ) -> tuple[Dimension, ...]:
        """The dimensions; `raw` is the table as it was read, for the order of its keys."""
        place: Place = ("dimensions",)
        self.problems.extend(check_ids(table, place, {}))
        return tuple(
            self._node(step_of(name), entry, _inside(raw, name), above, (*place, name))
            for name, entry in table.items()
        )

    def _node(
        self,
        path: str,
        table: str | NodeTable,
        raw: object,
        above: Above,
        place: Place,
    ) -> Dimension:
        """A dimension or part, with all that is below it."""
        name = str(place[-1])
        if isinstance(table, str):
            table = NodeTable(title=table)
        scoring = table.scoring or NodeScoringTable()
        here = Above(
            source=build_source(table.source).merged_over(above.source),
            conventions=build_conventions(scoring, above.conventions),
            scale=above.scale if scoring.scale is None else scoring.scale,
        )
        own = stated_rule(scoring, (*place, "scoring"))
        if own.name is None:
            own = (self.part if "." in path else self.dimension).changed_by(own)
        groups = _groups(table, raw, place)
        return Dimension(
            id=path,
            title=label_of(name) if table.title is None else table.title,
            text=table.text,
            weight=table.weight,
            rule=build_rule(own, self.rungs, self.problems),
            conventions=here.conventions,
            scale=here.scale,
            own_items=tuple(self._items(path, groups, here)),
            dimensions=tuple(self._parts(path, table, raw, here, place)),
            tags=tuple(table.tags),
            sectors=tuple(table.sectors),
            source=here.source,
        )

    def _parts(
        self, path: str, table: NodeTable, raw: object, here: Above, place: Place
    ) -> Iterator[Dimension]:
        """The parts of a node."""
        inside = _inside(raw, "parts")
        place = (*place, "parts")
        self.problems.extend(check_ids(table.parts, place, {}))
        for name, entry in table.parts.items():
            if name in table.items or any(name in items for items in table.at.values()):
                self._twice((*place, name), f"an item of '{path}' is called '{name}' as well")
                continue
            below, spot = _inside(inside, name), (*place, name)
            yield self._node(f"{path}.{step_of(name)}", entry, below, here, spot)

    def _items(self, path: str, groups: list[_Group], here: Above) -> Iterator[Item]:
        """The items of a node."""
        seen: set[str] = set()
        levels = self.rungs(None)
        for group in groups:
            if group.level not in {None, *levels} and seen.issuperset(group.items):
                # With no item in it, the check of the whole framework can't see this level.
                what = f"there is no level '{group.level}'"
                hint = hint_for(group.level, levels)
                grounds = rung_grounds(LADDER, group.level)
                self.problems.append(Problem("level.unknown", group.place, what, hint, grounds))
            self.problems.extend(check_ids(group.items, group.place, {}))
            for name, entry in group.items.items():
                if name in seen:
                    what = f"'{path}' has an item '{name}' already"
                    self._twice((*group.place, name), what)
                else:
                    seen.add(name)
                    yield _item(f"{path}.{step_of(name)}", entry, group.level, here)

    def _twice(self, place: Place, what: str) -> None:
        """Report an id that stands for two things of one node."""
        hint = f"each id may stand once in a dimension or part; '{place[-1]}' needs another"
        self.problems.append(Problem("id.twice", place, what, hint))


def _inside(raw: object, key: str) -> object:
    """What stands at a key of a table as it was read; None where it is no table."""
    return raw.get(key) if isinstance(raw, dict) else None


def build_source(table: SourceTable | None) -> Source:
    """What a table says of where words come from."""
    return Source() if table is None else Source(**attrs.asdict(table))


def _groups(table: NodeTable, raw: object, place: Place) -> list[_Group]:
    """A node's groups of items, in the order of the file's keys."""
    plain = _Group(None, (*place, "items"), table.items)
    at = [_Group(level, (*place, "at", level), items) for level, items in table.at.items()]
    keys = [key for key in raw if key in {"at", "items"}] if isinstance(raw, dict) else []
    return [*at, plain] if keys[:1] == ["at"] else [plain, *at]


def _item(path: str, entry: str | ItemTable, level: str | None, here: Above) -> Item:
    """An item, from its text or its table."""
    table = ItemTable(text=entry) if isinstance(entry, str) else entry
    return Item(
        id=path,
        text=table.text,
        dimension=path.partition(".")[0],
        scale=(here.scale or "") if table.scale is None else table.scale,
        level=level,
        weight=table.weight,
        descriptors=FrozenMap(table.descriptors),
        levels=FrozenMap(table.levels),
        counts=FrozenMap({node: FrozenMap(counts) for node, counts in table.counts.items()}),
        obligation=table.obligation,
        evidence=None if table.evidence is None else build_evidence(table.evidence),
        tags=tuple(table.tags),
        sectors=tuple(table.sectors),
        effort=table.effort,
        source=build_source(table.source).merged_over(here.source),
    )
