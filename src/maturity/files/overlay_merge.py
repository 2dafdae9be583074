"""The tables of a framework with what an overlay drops, changes and adds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import attrs
from attrs import field, frozen

from maturity.errors import MOST_NAMES, Problem, hint_for
from maturity.model.scales import BELOW
from maturity.model.tree import Item

from .overlay_edits import Edits
from .overlay_shapes import OverlayFile
from .shapes import (
    FrameworkFile,
    ItemTable,
    LevelTable,
    NodeTable,
    NumericScaleTable,
    OptionTable,
    ProfileTable,
    RuleTable,
    ScaleTable,
    SourceTable,
)

if TYPE_CHECKING:
    from .names import Place
    from .overlay_shapes import ItemChange, NodeChange

_RULE = tuple(name.name for name in attrs.fields(RuleTable))
_PAIRS = {"threshold": "thresholds", "thresholds": "threshold"}
_CHOICES = ("items", "dimensions", "levels", "tags", "sectors")
_HOLDERS = {"items", "at", "parts"}

Branches = dict[str, str | NodeTable]
Items = dict[str, str | ItemTable]


@frozen
class Merger:
    """Merges an overlay's file into that of its base; `problems`: what can't be merged."""

    base: FrameworkFile
    over: OverlayFile
    raw: Mapping[str, Any]
    edits: Edits
    problems: list[Problem] = field(factory=list)
    added: list[str] = field(factory=list)

    def merged(self) -> FrameworkFile:
        """The file as it would be written out in full."""
        base, over = self.base, self.over
        dimensions = self._branches(base.dimensions, over.dimensions, ("dimensions",), "")
        return attrs.evolve(
            base,
            schema=over.schema,
            id=over.id,
            title=over.title,
            edition=over.edition,
            description=over.description or base.description,
            principles=over.principles or base.principles,
            terms=stated_over(base.terms, over.terms),
            levels=self._levels(),
            scales=self._scales(),
            scoring=_scoring(base.scoring, over.scoring, ("overall", "dimension", "part")),
            dimensions=dimensions,
            profiles={**self._profiles(dimensions), **over.profiles},
            properties={**base.properties, **over.properties},
            bridge=over.bridge,
        )

    def _levels(self) -> dict[str, str | LevelTable]:
        """The levels, some with other labels."""
        levels = dict(self.base.levels)
        self._check_order(self.over.levels, levels, ("levels",))
        for name, said in self.over.levels.items():
            if name == BELOW and levels:
                levels = {BELOW: said, **levels} | {BELOW: said}
            elif name in levels:
                levels[name] = stated_over(_level(levels[name]), _level(said))
            else:
                what = f"'{self.base.id}' has no level '{name}'"
                hint = hint_for(name, levels, label="other labels may be given to")
                self.problems.append(Problem("level.unknown", ("levels", name), what, hint))
        return levels

    def _scales(self) -> dict[str, ScaleTable]:
        """The scales: some with other labels and values, and new ones."""
        scales = dict(self.base.scales)
        for name, said in self.over.scales.items():
            own = scales.get(name)
            if own is None or isinstance(said, NumericScaleTable):
                scales[name] = said
            elif isinstance(own, NumericScaleTable):
                what = f"'{name}' is a scale of numbers in '{self.base.id}'"
                hint = "give a scale of options an id of its own"
                self.problems.append(Problem("overlay.scale", ("scales", name), what, hint))
            else:
                scales[name] = self._options(name, own, said)
        return scales

    def _options(self, name: str, own: Mapping[str, Any], said: Mapping[str, Any]) -> Any:  # noqa: ANN401  # options of any form
        """A scale's options, some with other labels and values."""
        options = dict(own)
        self._check_order(said, own, ("scales", name))
        for option, entry in said.items():
            if option in options:
                options[option] = stated_over(_option(options[option]), _option(entry))
            else:
                what = f"the scale '{name}' of '{self.base.id}' has no option '{option}'"
                hint = hint_for(option, own, label="it has")
                hint += "; for other options write a scale with an id of its own"
                self.problems.append(Problem("overlay.scale", ("scales", name, option), what, hint))
        return options

    def _check_order(self, said: Iterable[str], own: Iterable[str], place: Place) -> None:
        """Report the first of some names that stands elsewhere than in the base."""
        order = [name for name in own if name != BELOW]
        known = [name for name in said if name in order]
        for low, high in pairwise(known):
            if order.index(high) < order.index(low):
                what = f"'{high}' stands after '{low}' here, and before it in '{self.base.id}'"
                hint = f"an overlay can't change the order: {', '.join(order[:MOST_NAMES])}"
                self.problems.append(Problem("overlay.order", (*place, high), what, hint))
                return

    def _profiles(self, dimensions: Branches) -> dict[str, ProfileTable]:
        """The profiles, without what is dropped; one that chooses nothing any more goes with it."""
        words = {key: set(_words(dimensions, key)) for key in ("tags", "sectors")}
        kept = {}
        for name, profile in self.base.profiles.items():
            lists = {
                key: [path for path in getattr(profile, key) if not self.edits.is_dropped(path)]
                for key in ("items", "dimensions", "drop")
            }
            lists |= {
                key: [word for word in getattr(profile, key) if word in words[key]] for key in words
            }
            left = attrs.evolve(profile, **lists)  # type: ignore[arg-type]  # its own lists
            if _chooses(left) or not _chooses(profile):
                kept[name] = left
        return kept

    def _branches(
        self, own: Mapping[str, str | NodeTable], more: Mapping[str, Any], place: Place, above: str
    ) -> Branches:
        """Branches of one node: those that are kept, then those that are new."""
        found: Branches = {}
        for name, entry in own.items():
            path = f"{above}.{name}" if above else name
            extra = more.get(name)
            if extra is not None:
                extra = self._extra(path, extra, (*place, name))
            if path not in self.edits.dropped:
                found[name] = self._branch(path, entry, extra, (*place, name))
        for name, entry in more.items():
            if name not in own:
                path = f"{above}.{name}" if above else name
                self.added.extend(_paths(path, entry))
                found[name] = entry
        return found

    def _extra(self, path: str, entry: str | NodeTable, place: Place) -> NodeTable:
        """What is added to a branch of the base; anything else belongs under [change]."""
        raw: Any = self.raw
        for step in place:
            raw = raw.get(step) if isinstance(raw, dict) else None
        here = [key for key in raw if key not in _HOLDERS] if isinstance(raw, dict) else ["title"]
        for key in here:
            what = f"'{path}' is a branch of '{self.base.id}': its {key} can't be stated here"
            hint = f'write it under [change]: "{path}" = {{ {key} = ... }}'
            at = (*place, key) if isinstance(raw, dict) else place
            self.problems.append(Problem("overlay.change-here", at, what, hint))
        if self.edits.is_dropped(path):
            what, hint = f"'{path}' is dropped, and added to as well", "keep one of them"
            self.problems.append(Problem("overlay.drop-and-change", place, what, hint))
        return entry if isinstance(entry, NodeTable) else NodeTable()

    def _branch(
        self, path: str, entry: str | NodeTable, extra: NodeTable | None, place: Place
    ) -> str | NodeTable:
        """One branch of the base."""
        change = self.edits.nodes.get(path)
        if isinstance(entry, str) and extra is None and change is None:
            return entry
        table = NodeTable(title=entry) if isinstance(entry, str) else entry
        extra = extra or NodeTable()
        return _changed_node(
            attrs.evolve(
                table,
                **self._groups(path, table, extra, place),
                parts=self._branches(table.parts, extra.parts, (*place, "parts"), path),
            ),
            change,
        )

    def _groups(
        self, path: str, table: NodeTable, extra: NodeTable, place: Place
    ) -> dict[str, Any]:
        """The items of a branch by level: what is kept, what moved here, and what is new."""
        groups: dict[str | None, Items] = {None: {}, **{level: {} for level in table.at}}
        moved: list[tuple[str, str, str | ItemTable]] = []
        for level, name, entry in _entries(table):
            item = f"{path}.{name}"
            change = self.edits.items.get(item)
            if self.edits.is_dropped(item):
                continue
            if change is None:
                groups[level][name] = entry
            elif change.level in {None, level} or self._no_level(item, change.level):
                groups[level][name] = _changed_item(entry, change)
            else:
                moved.append((str(change.level), name, _changed_item(entry, change)))
        for to, name, entry in moved:
            groups.setdefault(to, {})[name] = entry
        for level, name, entry in _entries(extra):
            at = (*place, "items", name) if level is None else (*place, "at", level, name)
            if f"{path}.{name}" in self.edits.base.by_path:
                self._twice(f"{path}.{name}", at)
            else:
                groups.setdefault(level, {})[name] = entry
                self.added.append(f"{path}.{name}")
        plain = groups.pop(None)
        return {"items": plain, "at": groups}

    def _no_level(self, path: str, level: str | None) -> bool:
        """Whether an item is to move to a level that there is not, which is reported."""
        levels = [name for name in self.base.levels if name != BELOW]
        if level in levels:
            return False
        what, hint = f"there is no level '{level}'", hint_for(level, levels)
        place = (*self.edits.places[path], "level")
        self.problems.append(Problem("level.unknown", place, what, hint))
        return True

    def _twice(self, path: str, place: Place) -> None:
        """Report that something new has the path of something of the base."""
        is_item = isinstance(self.edits.base.by_path[path], Item)
        what = f"'{self.base.id}' has {'an item' if is_item else 'a part'} '{path}' already"
        hint = f'to change it, write "{path}" under [change]; what is new needs another id'
        self.problems.append(Problem("id.twice", place, what, hint))


def _chooses(profile: ProfileTable) -> bool:
    """Whether a profile names anything that it chooses."""
    return any(getattr(profile, key) for key in _CHOICES)


def _words(branches: Branches, key: str) -> Iterator[str]:
    """The tags or sectors of branches and of all that is in them."""
    for entry in branches.values():
        if isinstance(entry, NodeTable):
            yield from getattr(entry, key)
            yield from _words(entry.parts, key)
            for _, _, item in _entries(entry):
                yield from getattr(item, key, ())


def _entries(table: NodeTable) -> Iterator[tuple[str | None, str, str | ItemTable]]:
    """The items of a branch, each with its level and its id."""
    for name, entry in table.items.items():
        yield None, name, entry
    for level, items in table.at.items():
        for name, entry in items.items():
            yield level, name, entry


def _paths(path: str, entry: str | NodeTable) -> Iterator[str]:
    """The paths of a new branch and of all below it."""
    yield path
    if isinstance(entry, NodeTable):
        for _, name, _entry in _entries(entry):
            yield f"{path}.{name}"
        for name, part in entry.parts.items():
            yield from _paths(f"{path}.{name}", part)


def stated_over(own: Any, said: Any) -> Any:  # noqa: ANN401  # two tables of one kind, or None
    """A table with the keys that another of its kind states."""
    if own is None or said is None:
        return said if own is None else own
    stated = {name.name: getattr(said, name.name) for name in attrs.fields(type(own))}
    blank = {name.name: name.default for name in attrs.fields(type(own))}
    changes = {name: value for name, value in stated.items() if value != blank[name]}
    return attrs.evolve(own, **changes)


def _level(said: str | LevelTable) -> LevelTable:
    return LevelTable(label=said) if isinstance(said, str) else said


def _option(said: object) -> OptionTable:
    if isinstance(said, OptionTable):
        return said
    return OptionTable(label=said) if isinstance(said, str) else OptionTable(value=said)  # type: ignore[arg-type]  # a number


def _scoring(own: Any, said: Any, kinds: tuple[str, ...] = ()) -> Any:  # noqa: ANN401  # either scoring table
    """A scoring table with the keys that another states; a rule that is named is replaced whole."""
    if own is None or said is None:
        return said if own is None else own
    changes = {
        name.name: getattr(said, name.name)
        for name in attrs.fields(type(said))
        if getattr(said, name.name) is not None
    }
    for kind in kinds:
        if kind in changes:
            changes[kind] = _scoring(getattr(own, kind), changes[kind])
    if changes.get("rule") is not None:
        own = attrs.evolve(own, **dict.fromkeys(_RULE))
    elif "rule" in attrs.fields_dict(type(own)):
        pairs = {_PAIRS[key]: None for key in changes if key in _PAIRS}
        own = attrs.evolve(own, **pairs)
    return attrs.evolve(own, **changes)


def _changed_item(entry: str | ItemTable, change: ItemChange) -> str | ItemTable:
    """An item with what is said of it anew."""
    own = ItemTable(text=entry) if isinstance(entry, str) else entry
    said = attrs.asdict(change, recurse=False)
    del said["level"]
    changed: ItemTable = _with(own, said)
    return changed


def _changed_node(own: NodeTable, change: NodeChange | None) -> NodeTable:
    """A branch with what is said of it anew."""
    if change is None:
        return own
    said = attrs.asdict(change, recurse=False)
    said["scoring"] = _scoring(own.scoring, change.scoring)
    changed: NodeTable = _with(own, said)
    return changed


def _with(own: Any, said: dict[str, Any]) -> Any:  # noqa: ANN401  # an item's or a branch's table
    """A table with what is stated; a source key by key."""
    changes = {name: value for name, value in said.items() if value is not None}
    if isinstance(own.source, SourceTable) and "source" in changes:
        changes["source"] = stated_over(own.source, changes["source"])
    return attrs.evolve(own, **changes)
