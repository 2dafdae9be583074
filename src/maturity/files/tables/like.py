"""A framework like another: its levels, scales, scoring and ids, in the words of a table.

Levels and branches are found by their names, else by their place; a statement by its place in its
branch and level. Whatever is not found so is told in a note.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
from attrs import define, field

from maturity.errors import FaultsFound, did_you_mean, hint_for, nearest
from maturity.model.framework import Framework
from maturity.model.frozen import FrozenMap
from maturity.model.narrow import narrowed
from maturity.model.tree import Dimension, Item, Profile

from .cells import some
from .id_words import shared_words, short_labels
from .made import Branches, Maker, Placed, by_branch, changed_ids, last_step, names_in
from .matches import by_name, by_place, in_place
from .statements import Content

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .made import Head
    from .statements import Statement


def like_framework(
    content: Content, like: Framework, head: Head, file: str
) -> tuple[Framework, list[str]]:
    """The framework that a table makes of the one that it is like, and notes on what differs.

    FaultsFound where a level of the table is none of that framework's, or an id that it states is
    taken.
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
        file=file,
        notes=notes,
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
    maker.check()
    kept = {path: spot.said for path, spot in tree.words.items() if spot.said.stated != path}
    notes += changed_ids(said for path, said in kept.items() if last_step(path) == said.id)
    if tree.unknown:
        notes.append(
            f"'{like.id}' has no such ids there, and these went by the place: {some(tree.unknown)}"
        )
    if any(map(tree.overrules, tree.words)):
        notes.append(f"the weights and tags are those of '{like.id}', not the table's")
    gone = tuple(item.id for item in grown.items if item.id not in tree.words)
    if gone:
        notes.append(f"without a statement, and left out: {some(gone)}")
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
            hint = hint_for(short_labels(content.levels)[label], [one.label for one in like.levels])
            table, row, column = content.labelled[label]
            fault = table.fault("table.unlike", file, (row, column), what, hint)
            raise FaultsFound((fault,))
    return found


@define
class _Tree:
    """The branches of a framework while they take in what a table says.

    `words`: what each item says here, by its path; `titles`: what each branch is called; `unknown`:
    ids that the table states, and whose place has another.
    """

    content: Content
    like: Framework
    maker: Maker
    spots: Branches
    notes: list[str]
    words: dict[str, Placed] = field(factory=dict)
    unknown: list[str] = field(factory=list)
    titles: dict[str, str] = field(factory=dict)

    def dimensions(self) -> tuple[Dimension, ...]:
        """The framework's dimensions with what is new in each, then the new ones."""
        known = {node.id: node for node in self.like.dimensions}
        titles = self.content.dimensions
        homes = self._matched(titles, self.like.dimensions)
        new = self.maker.branches([one for one in titles if one not in homes], known)
        for title in titles:
            home = new.get(title) or known[homes[title]]
            if title in new:
                self._tell_new("dimension", home, self.like.dimensions)
            known[home.id] = self._dimension(home, title)
        return tuple(known.values())

    def overrules(self, path: str) -> bool:
        """Whether the table states another weight or other tags than the framework has."""
        item, said = self.like.by_path.get(path), self.words[path].said
        if not isinstance(item, Item):
            return False
        return said.weight not in {1.0, item.weight} or not set(said.tags) <= set(item.tags)

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
        rest = [name for name in names if name not in matched]
        new = self.maker.branches(rest, names_in(home), home.id)
        for name in names:
            part = new.get(name) or parts[last_step(matched[name])]
            if name in new:
                self._tell_new("part", part, home.dimensions)
            self.titles[part.id] = name
            found = self._with(part, part.items, self.spots[title, name])
            parts[last_step(part.id)] = found
        home = attrs.evolve(home, dimensions=tuple(parts.values()))
        known = home.own_items if names else home.items
        return self._with(home, known, self.spots.get((title, ""), []))

    def _tell_new(self, kind: str, node: Dimension, others: Sequence[Dimension]) -> None:
        """Tell of a branch that the framework has not, and which one may be meant."""
        said = f"new: the {kind} '{node.title}', as '{node.id}'"
        close = nearest(node.title, [other.title for other in others])
        self.notes.append(did_you_mean(said, close))

    def _with(self, home: Dimension, known: Sequence[Item], spots: list[Placed]) -> Dimension:
        """A branch with its statements: at the items that are `known`, and new ones for the rest.

        A statement takes the item of the id that it states, else the one at its place.
        """
        here: dict[str, list[Placed]] = {}
        named: set[str] = set()
        for spot in spots:
            if (item := self._stated(home, known, spot.said)) is None:
                here.setdefault(spot.said.level, []).append(spot)
                continue
            if item.id in named:
                what = f"'{spot.said.stated}' is the id of another statement"
                self.maker.refuse(spot.said, what, "give it an id of its own")
            named.add(item.id)
            self._by_id(item, spot)
        free = [item for item in known if item.id not in named]
        new: list[Placed] = []
        for label, found in here.items():
            level = self.maker.levels.get(label)
            there = in_place([item for item in free if not label or item.level == level])
            for item, spot in zip(there, found, strict=False):
                self.words[item.id] = spot
                if spot.said.id:
                    self.unknown.append(f"'{spot.said.stated}' is '{item.id}'")
            new += found[len(there) :]
            if there and len(there) != len(found):
                sure = sum(item.id in named and item.level == level for item in known)
                self._differ(home, level, len(found) + sure, len(there) + sure)
        grown = self.maker.with_items(home, new)
        for item, spot in zip(grown.own_items[len(home.own_items) :], new, strict=True):
            self.words[item.id] = spot
            self.notes.append(f"new: '{item.id}', from {spot.said.where}")
        return grown

    def _stated(self, home: Dimension, known: Sequence[Item], said: Statement) -> Item | None:
        """The item whose id or path a statement states; a fault where it stands elsewhere."""
        if not said.id:
            return None
        paths = [item for item in self.like.items if item.id == said.stated]
        ids = [item for item in self.like.items if last_step(item.id) == said.id]
        here = [item for item in paths or ids if item in known]
        if len(here) == 1:
            return here[0]
        if here:
            what = f"'{said.id}' is the id of several items of '{home.id}'"
            self.maker.refuse(said, what, "say in a column of parts which one is meant")
        elif len(paths or ids) == 1:
            what = f"'{said.stated}' is '{(paths or ids)[0].id}' in '{self.like.id}'"
            what = f"{what}, and this stands in '{home.id}'"
            self.maker.refuse(said, what, "move it there, or give it another id")
        return None

    def _by_id(self, item: Item, spot: Placed) -> None:
        """Give an item the statement that states its id."""
        said = spot.said
        self.words[item.id] = spot
        if said.level and self.maker.levels[said.level] != item.level:
            where = f"at '{item.level}'" if item.level else "at no level"
            self.notes.append(
                f"'{item.id}' stays {where}, as in '{self.like.id}': the table has it at "
                f"'{said.level}'"
            )

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
