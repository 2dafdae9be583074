"""A framework like another: its levels, scales, scoring and ids, in the words of a table.

Levels and branches are found by their names, else by their place; a statement by its place in its
branch and level. Whatever is not found so is told in a note.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
from attrs import define, field

from maturity.errors import hint_for
from maturity.model.framework import Framework
from maturity.model.frozen import FrozenMap
from maturity.model.narrow import narrowed
from maturity.model.tree import Dimension, Item, Profile

from .cells import refused
from .id_words import shared_words
from .made import Branches, Maker, Placed, by_branch, last_step, names_in
from .matches import by_name, by_place, in_place
from .statements import Content

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .made import Head

_MOST_NAMES = 12


def like_framework(
    content: Content, like: Framework, head: Head, file: str
) -> tuple[Framework, list[str]]:
    """The framework that a table makes of the one that it is like, and notes on what differs.

    FaultsFound where a level of the table is none of that framework's.
    """
    notes: list[str] = []
    scales = [item.scale for item in like.items]
    maker = Maker(
        levels=_levels(content, like, file, notes),
        rule=like.scoring.dimension,
        conventions=like.scoring.conventions,
        scale=like.scoring.scale or max(scales, key=scales.count, default=""),
        source=head.source,
        dull=shared_words(content.levels),
    )
    tree = _Tree(content, like, maker, by_branch(content), notes)
    grown = attrs.evolve(
        like,
        id=head.id,
        title=head.title,
        edition=head.edition,
        description=head.description,
        source=head.source,
        principles=(),
        dimensions=tree.dimensions(),
        overlay=None,
        bridge=None,
    )
    gone = tuple(item.id for item in grown.items if item.id not in tree.words)
    if gone:
        notes.append(f"without a statement, and left out: {_named(gone)}")
        grown = narrowed(grown, Profile(id="imported", title="", drop=gone))
    grown = attrs.evolve(grown, dimensions=tuple(map(tree.worded, grown.dimensions)))
    same = sum(path in like for path in tree.words)
    notes.append(f"statements: {len(tree.words)}; with an id of '{like.id}': {same}")
    return attrs.evolve(grown, profiles=_profiles(grown)), notes


def _levels(content: Content, like: Framework, file: str, notes: list[str]) -> dict[str, str]:
    """The level that each label of the table is."""
    rungs = {rung.id: [rung.id, rung.label] for rung in like.levels}
    found = by_name(content.levels, rungs)
    placed = by_place(content.levels, list(rungs), found)
    notes.extend(f"by its place: the level '{one}' is '{placed[one]}'" for one in placed)
    found |= placed
    for label in content.levels:
        if label not in found:
            what = f"'{label}' is none of the levels of '{like.id}'"
            hint = hint_for(None, [rung.label for rung in like.levels])
            raise refused("table.unlike", file, what, hint)
    return found


@define
class _Tree:
    """The branches of a framework while they take in what a table says.

    `words`: what each item says here, by its path; `titles`: what each branch is called.
    """

    content: Content
    like: Framework
    maker: Maker
    spots: Branches
    notes: list[str]
    words: dict[str, Placed] = field(factory=dict)
    titles: dict[str, str] = field(factory=dict)

    def dimensions(self) -> tuple[Dimension, ...]:
        """The framework's dimensions with what is new in each, then the new ones."""
        known = {node.id: node for node in self.like.dimensions}
        homes = self._matched(self.content.dimensions, self.like.dimensions)
        for title in self.content.dimensions:
            home = known.get(homes.get(title, "")) or self.maker.branch(title, known)
            if home.id not in known:
                self.notes.append(f"new: the dimension '{title}', as '{home.id}'")
            known[home.id] = self._dimension(home, title)
        return tuple(known.values())

    def worded(self, node: Dimension) -> Dimension:
        """A branch in the words of the table; what the framework says beyond them is not theirs."""
        title = self.titles.get(node.id, node.title)
        text = self.content.texts.get(title, "")
        return attrs.evolve(
            node,
            title=title,
            text=text,
            source=self.maker.source,
            own_items=tuple(map(self._worded_item, node.own_items)),
            dimensions=tuple(map(self.worded, node.dimensions)),
        )

    def _worded_item(self, item: Item) -> Item:
        """An item in the words of its statement."""
        spot = self.words[item.id]
        place = item.source.place or spot.place
        source = attrs.evolve(self.maker.source, place=place)
        return attrs.evolve(item, text=spot.said.text, source=source, descriptors=FrozenMap())

    def _dimension(self, home: Dimension, title: str) -> Dimension:
        """A dimension after its statements have found their items."""
        self.titles[home.id] = title
        names = self.content.parts(title)
        parts = {last_step(part.id): part for part in home.dimensions}
        matched = self._matched(names, home.dimensions)
        for name in names:
            part = parts.get(last_step(matched.get(name, "")))
            if part is None:
                part = self.maker.branch(name, {*parts, *names_in(home)}, home.id)
                self.notes.append(f"new: the part '{name}', as '{part.id}'")
            self.titles[part.id] = name
            found = self._with(part, part.items, self.spots[title, name])
            parts[last_step(part.id)] = found
        home = attrs.evolve(home, dimensions=tuple(parts.values()))
        known = home.own_items if names else home.items
        return self._with(home, known, self.spots.get((title, ""), []))

    def _with(self, home: Dimension, known: Sequence[Item], spots: list[Placed]) -> Dimension:
        """A branch with its statements: at the items that are `known`, and new ones for the rest.

        A statement takes the item of the id that it states, else the one at its place.
        """
        stated = {spot.said.id for spot in spots} - {""}
        free = [item for item in known if last_step(item.id) not in stated]
        named = {last_step(item.id): item for item in known if item not in free}
        here: dict[str, list[Placed]] = {}
        for spot in spots:
            if (item := named.get(spot.said.id)) is not None:
                self.words[item.id] = spot
            else:
                here.setdefault(spot.said.level, []).append(spot)
        new: list[Placed] = []
        for label, found in here.items():
            level = self.maker.levels.get(label)
            there = in_place([item for item in free if not label or item.level == level])
            self.words |= {item.id: spot for item, spot in zip(there, found, strict=False)}
            new += found[len(there) :]
            if there and len(there) != len(found):
                self._differ(home, level, len(found), len(there))
        grown = self.maker.with_items(home, new)
        for item, spot in zip(grown.own_items[len(home.own_items) :], new, strict=True):
            self.words[item.id] = spot
            self.notes.append(f"new: '{item.id}', from {spot.said.where}")
        return grown

    def _differ(self, home: Dimension, level: str | None, here: int, there: int) -> None:
        """Tell that a branch has more or fewer statements than the framework has items."""
        where = f"'{home.id}', {level}" if level else f"'{home.id}'"
        self.notes.append(
            f"{where}: {here} in the table, {there} in '{self.like.id}'; ids went by the place: "
            "check that each means the same"
        )

    def _matched(self, titles: Sequence[str], nodes: Sequence[Dimension]) -> dict[str, str]:
        """The path of the branch that each title names."""
        names = {node.id: [last_step(node.id), node.title] for node in nodes}
        found = by_name(titles, names)
        placed = by_place(titles, list(names), found)
        self.notes.extend(f"by its place: '{one}' is '{placed[one]}'" for one in placed)
        return found | placed


def _profiles(framework: Framework) -> FrozenMap[str, Profile]:
    """The profiles without what is gone; one that chose nothing else is gone too."""
    nodes = framework.by_path.values()
    known = {
        "items": set(framework.by_path),
        "dimensions": set(framework.by_path),
        "drop": set(framework.by_path),
        "tags": {tag for node in nodes for tag in node.tags},
        "sectors": {sector for node in nodes for sector in node.sectors},
    }
    kept = {}
    for name, profile in framework.profiles.items():
        left = {
            key: tuple(one for one in getattr(profile, key) if one in there)
            for key, there in known.items()
        }
        smaller = attrs.evolve(profile, **left)  # type: ignore[arg-type]  # its own fields
        if _chooses(smaller) or not _chooses(profile):
            kept[name] = smaller
    return FrozenMap(kept)


def _chooses(profile: Profile) -> bool:
    """Whether a profile names what it takes."""
    return bool(
        profile.items or profile.dimensions or profile.levels or profile.tags or profile.sectors
    )


def _named(names: Sequence[str]) -> str:
    """The first of many names."""
    rest = len(names) - _MOST_NAMES
    return ", ".join(names[:_MOST_NAMES]) + (f" and {rest} more" if rest > 0 else "")
