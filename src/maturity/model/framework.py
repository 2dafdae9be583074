"""A maturity model: levels, scales, dimensions, items, scoring."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from attrs import field, frozen

from maturity.errors import UnknownName, cut, hint_for
from maturity.errors.arguments import expect

from . import digests
from .bridge import Bridge
from .frozen import FrozenMap
from .scales import BELOW, AnyScale, Level
from .scoring import Scoring
from .source import Source
from .tree import Dimension, Item, Profile, Property

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from .assessment import Answerable, Assessment, Organisation


@frozen(kw_only=True)
class Framework:
    """A maturity model, as its file declares it.

    `levels` are the rungs, lowest first; `below_label` names rung 0 where the file does, which
    makes it an answer on the ladder (None: not named). `scales` holds the ladder as `levels`.
    `framework[path]` is the dimension, part or item at a path. `overlay`: what a local framework
    changes in the one that it extends; None for a framework that extends none. `bridge`: what
    became of the items of an earlier edition, or None.
    """

    id: str
    title: str
    edition: str
    description: str = ""
    principles: tuple[str, ...] = ()
    terms: FrozenMap[str, str] = FrozenMap()
    source: Source = Source()
    levels: tuple[Level, ...] = ()
    below_label: str | None = None
    scales: FrozenMap[str, AnyScale] = FrozenMap()
    scoring: Scoring = Scoring()
    dimensions: tuple[Dimension, ...] = ()
    profiles: FrozenMap[str, Profile] = FrozenMap()
    properties: FrozenMap[str, Property] = FrozenMap()
    overlay: Overlay | None = None
    bridge: Bridge | None = None

    @property
    def below(self) -> Level:
        """Rung 0: not even the first level is reached."""
        label = self.below_label
        if label is None:
            label = f"Below {self.levels[0].label}" if self.levels else "Below the first level"
        return Level(BELOW, label, 0)

    @property
    def items(self) -> tuple[Item, ...]:
        """Every item, in file order."""
        return tuple(item for dimension in self.dimensions for item in dimension.items)

    def walk(self) -> Iterator[Dimension]:
        """Every dimension and part, each before what is below it."""
        for dimension in self.dimensions:
            yield from dimension.walk()

    @cached_property
    def by_path(self) -> Mapping[str, Dimension | Item]:
        """Every dimension, part and item by its path."""
        nodes: dict[str, Dimension | Item] = {}
        for node in self.walk():
            nodes[node.id] = node
            nodes.update((item.id, item) for item in node.own_items)
        return FrozenMap(nodes)

    def __getitem__(self, path: str) -> Dimension | Item:
        """The dimension, part or item at `path`; UnknownName names the nearest that exists."""
        expect(path, str, "a framework takes a path")
        try:
            return self.by_path[path]
        except KeyError:
            hint = hint_for(path, self.by_path, label="there are")
            raise UnknownName(f"'{cut(path)}' is not in '{self.id}'; {hint}") from None

    def __contains__(self, path: object) -> bool:
        """Whether there is a dimension, part or item at `path`."""
        return isinstance(path, str) and path in self.by_path

    def __iter__(self) -> Iterator[str]:
        """The path of every dimension, part and item, in file order."""
        return iter(self.by_path)

    @cached_property
    def digest(self) -> str:
        """`sha256:` and 64 hexadecimal digits of all that is said, whatever the file's layout.

        The id, title, edition and description are not part of it, nor is what is extended: the
        same content under another name has the same digest. The order of levels, options and
        items is part of it.
        """
        return digests.framework_digest(self)

    def term(self, word: str) -> str:
        """The framework's own word for `dimension`, `part`, `item`, `level` or `overall`."""
        return self.terms.get(word, word)

    def assess(
        self,
        answers: Mapping[str, Answerable],
        *,
        organisation: Organisation | str | None = None,
        period: str | date | None = None,
        **details: object,
    ) -> Assessment:
        """An assessment against this framework, from a mapping of paths to answers.

        An answer is an option's id, a number, `not_applicable(reason)` or an `Answer`. FaultsFound
        carries every fault. See `Assessment` for the `details`.

        >>> import maturity as mt
        >>> board = mt.load_framework("hwb-board")
        >>> board.assess({"vision.shared-vision": "met"}, organisation="Ours").organisation.name
        'Ours'
        """
        from .assessment import assess  # noqa: PLC0415  # assessment imports this module

        return assess(self, answers, organisation=organisation, period=period, **details)


@frozen(kw_only=True)
class Overlay:
    """How a framework differs from the one that it extends, as its file declares it.

    `base`: the framework that is extended. `dropped`: paths that are left out, each with the
    reason. `added`: the paths of new items and branches. `changed`: the paths of which something is
    said anew; `reworded`: those of which it is the words. `source`: where the words come from that
    are added or changed here. `tables`: the file's own tables, so that it can be written again.
    """

    base: Framework = field(repr=lambda base: repr(base.id))
    dropped: FrozenMap[str, str] = FrozenMap()
    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    reworded: tuple[str, ...] = ()
    source: Source = Source()
    tables: FrozenMap[str, object] = field(default=FrozenMap(), repr=False)
