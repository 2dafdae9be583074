"""An overlay's text into the framework that it makes of the one that it extends."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import attrs
from attrs import frozen

from maturity.errors import Problem
from maturity.model.check_framework import check_framework
from maturity.model.framework import Framework, Overlay
from maturity.model.frozen import FrozenMap
from maturity.model.source import Source
from maturity.model.tree import Item

from .framework_builder import build_framework
from .overlay_edits import Edits
from .overlay_merge import Merger
from .overlay_shapes import OverlayFile
from .shapes import FrameworkFile
from .still_named import still_named
from .toml_text import Toml
from .tree_builder import build_source

if TYPE_CHECKING:
    from maturity.model.tree import Dimension

    from .names import Place
    from .overlay_shapes import ExtendsTable
    from .shapes import NodeTable


@frozen
class Read:
    """A framework as it was read: its record, its file in full, and the order of its keys.

    `toml`: its own text. `editions`: those that are at hand, where it is not the one asked for.
    """

    framework: Framework
    file: FrameworkFile
    raw: Mapping[str, Any]
    toml: Toml
    editions: tuple[str, ...] = ()


def read_overlay(file: OverlayFile, toml: Toml, base: Read) -> tuple[Read, list[Problem]]:
    """What an overlay makes of `base`, and every problem of what its file says."""
    raw = toml.data
    problems = list(_unpinned(file.extends, base))
    edits = Edits(base.framework)
    edits.read(file.drop, file.change)
    merger = Merger(base.file, file, raw, edits)
    merged = merger.merged()
    order = {
        "dimensions": _order(base.raw.get("dimensions"), raw.get("dimensions")),
        "profiles": raw.get("profiles"),
    }
    found: list[Problem] = []
    built = build_framework(merged, order, found)
    found += check_framework(built)
    placed = _Placed(edits, raw)
    named = list(still_named(built, edits))
    later = [placed.problem(one) for one in found if not placed.is_of_drop(one, named)]
    problems += [*edits.problems, *merger.problems, *named, *later]
    overlay = Overlay(
        base=base.framework,
        dropped=FrozenMap(edits.dropped),
        added=tuple(merger.added),
        changed=tuple(path for path in base.framework if path in {*edits.items, *edits.nodes}),
        reworded=tuple(_reworded(edits)),
        source=build_source(file.source).merged_over(Source(wording="ours")),
        tables=_frozen(raw),
    )
    whole = attrs.evolve(_Words(built, overlay, edits, file).framework(), overlay=overlay)
    return Read(whole, merged, order, toml), problems


def _unpinned(extends: ExtendsTable, read: Read) -> Iterator[Problem]:
    """What is wrong with how the base is named."""
    base = read.framework
    if extends.edition is None and extends.digest is None:
        what = f"'{base.id}' is extended without saying which edition"
        hint = f'write extends = {{ id = "{base.id}", edition = "{base.edition}" }}'
        yield Problem("overlay.no-edition", ("extends",), what, hint)
    elif extends.edition not in {None, base.edition}:
        what = f"this extends edition '{extends.edition}' of '{base.id}'"
        *others, last = [f"'{edition}'" for edition in read.editions or (base.edition,)]
        hint = f"the edition at hand is {last}"
        if others:
            hint = f"the editions at hand are {', '.join(others)} and {last}"
        yield Problem("overlay.edition", ("extends", "edition"), what, hint)
    elif extends.digest not in {None, base.digest}:
        what = f"what '{base.id}' {base.edition} says has changed since this digest was stated"
        hint = f"look at what is new there, then write '{base.digest}'"
        yield Problem("overlay.digest", ("extends", "digest"), what, hint)


def _order(base: object, over: object) -> object:
    """The tables of both, one inside the other: the builder reads from them the order of keys."""
    if not isinstance(base, dict) or not isinstance(over, dict):
        return over if base is None else base
    both = {key: _order(value, over.get(key)) for key, value in base.items()}
    return {**both, **{key: value for key, value in over.items() if key not in base}}


@frozen
class _Placed:
    """Finds where in an overlay's file a problem of the merged framework comes from."""

    edits: Edits
    raw: Mapping[str, Any]

    def problem(self, problem: Problem) -> Problem:
        """The problem, placed in the overlay's file."""
        return attrs.evolve(
            problem,
            place=self._place(problem.place, *problem.rests_on),
            rests_on=tuple(map(self._place, problem.rests_on)),
            spoils=tuple(map(self._place, problem.spoils)),
        )

    def is_of_drop(self, problem: Problem, named: list[Problem]) -> bool:
        """Whether a problem only says again that something dropped is named."""
        return (
            bool(named)
            and problem.code.startswith("path.")
            and not self._stands(problem.place)
            and any(f"'{path}" in problem.what for path in self.edits.dropped)
        )

    def _place(self, *places: Place) -> Place:
        """The first of some places that the file has, or the nearest to blame."""
        found = next(filter(None, map(self._found, places)), None)
        return found or (("drop",) if self.edits.dropped else ("extends",))

    def _found(self, place: Place) -> Place | None:
        if self._stands(place):
            return place
        path, rest = _path_at(place)
        while path:
            if path in self.edits.items or path in self.edits.nodes:
                return (*self.edits.places[path], *rest)
            path, rest = path.rpartition(".")[0], ()
        return self._top(place)

    def _top(self, place: Place) -> Place | None:
        """The table at the top of the overlay's file that a place leads into."""
        for end in range(len(place), 0, -1):
            if place[0] != "dimensions" and self._stands(place[:end]):
                return place[:end]
        return None

    def _stands(self, place: Place) -> bool:
        """Whether a place is in the overlay's file itself."""
        value: Any = self.raw
        for step in place:
            try:
                value = value[step]
            except (KeyError, IndexError, TypeError):
                return self._is_added(place)
        return True

    def _is_added(self, place: Place) -> bool:
        """Whether a place belongs to something that the overlay adds, and is merely not stated."""
        path, _ = _path_at(place)
        return bool(path) and path not in self.edits.base and place[0] == "dimensions"


def _path_at(place: Place) -> tuple[str, Place]:
    """The path of the branch or item that a place belongs to, and the keys below it."""
    if place[:1] != ("dimensions",):
        return "", place
    steps: list[str] = []
    rest = list(place[1:])
    holders = {"parts": 1, "items": 1, "at": 2}
    if rest:
        steps.append(str(rest.pop(0)))
    while len(rest) > holders.get(str(rest[0]) if rest else "", 99):
        skip = holders[str(rest[0])]
        steps.append(str(rest[skip]))
        is_item = rest[0] != "parts"
        del rest[: skip + 1]
        if is_item:
            break
    return ".".join(steps), tuple(rest)


def _reworded(edits: Edits) -> Iterator[str]:
    """The paths whose words change."""
    for path, node in edits.base.by_path.items():
        change = edits.items.get(path) or edits.nodes.get(path)
        words = ("text", "descriptors") if isinstance(node, Item) else ("title", "text")
        said = {name: getattr(change, name) for name in words} if change else {}
        if any(new is not None and new != getattr(node, name) for name, new in said.items()):
            yield path


@frozen
class _Words:
    """Says of what is added or reworded whose words these are: never the base's publisher's."""

    built: Framework
    overlay: Overlay
    edits: Edits
    file: OverlayFile

    def framework(self) -> Framework:
        """The framework with the sources of what is the overlay's own."""
        dimensions = tuple(
            self._node(node, self.overlay.source, self.file.dimensions.get(node.id))
            for node in self.built.dimensions
        )
        return attrs.evolve(self.built, dimensions=dimensions)

    def _node(self, node: Dimension, above: Source, table: str | NodeTable | None) -> Dimension:
        """A branch; `above`: the source of what is added; `table`: what the file says here."""
        own = None if table is None or isinstance(table, str) else table
        here = node.source
        if node.id not in self.edits.base:
            here = above = build_source(own.source if own else None).merged_over(above)
        elif node.id in self.overlay.reworded:
            here = self._reworded(self.edits.base[node.id], self.edits.nodes[node.id].source)
        items = tuple(self._item(item, above, own) for item in node.own_items)
        parts = tuple(
            self._node(part, above, own.parts.get(part.id.rpartition(".")[2]) if own else None)
            for part in node.dimensions
        )
        return attrs.evolve(node, source=here, own_items=items, dimensions=parts)

    def _item(self, item: Item, above: Source, table: NodeTable | None) -> Item:
        if item.id in self.overlay.reworded:
            source = self._reworded(self.edits.base[item.id], self.edits.items[item.id].source)
            return attrs.evolve(item, source=source)
        if item.id in self.edits.base or table is None:
            return item
        name = item.id.rpartition(".")[2]
        groups = (table.items, *table.at.values())
        entry = next((group[name] for group in groups if name in group), "")
        own = None if isinstance(entry, str) else entry.source
        return attrs.evolve(item, source=build_source(own).merged_over(above))

    def _reworded(self, before: Item | Dimension, said: Any) -> Source:  # noqa: ANN401  # a source's table, or None
        """The source of what is reworded: where it was, in whose words it is now."""
        now = attrs.evolve(before.source, wording=self.overlay.source.wording)
        return build_source(said).merged_over(now)


def _frozen(value: Any) -> Any:  # noqa: ANN401  # any TOML data
    """TOML data that can't be changed."""
    if isinstance(value, Mapping):
        return FrozenMap({key: _frozen(inner) for key, inner in value.items()})
    return tuple(map(_frozen, value)) if isinstance(value, list | tuple) else value
