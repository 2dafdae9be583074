"""The tree of a framework: dimensions, their parts, and the items that get answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from attrs import field, frozen

from .evidence import EvidenceExpectation
from .frozen import FrozenMap
from .rules import Rule
from .scoring import Conventions
from .source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

Obligation = Literal["must", "should", "may"]
OBLIGATIONS: tuple[Obligation, ...] = ("must", "should", "may")


@frozen(kw_only=True)
class Item:
    """A leaf that gets one answer. `id` is its path: `vision.clear-purpose`.

    `level`: the id of the level it stands under, or None. `dimension`: the id of its top
    dimension. `scale`: the id of the scale of its answers. `levels`: counts at several levels of
    its home, with these weights (times `weight`). `counts`: counts at these nodes and levels, with
    these weights (times `weight`), instead of at home. `source` is merged over those above.
    `claims`: the path of the branch that this item stands for, in a profile that asks one answer
    for all of it.
    """

    id: str
    text: str
    dimension: str
    scale: str
    level: str | None = None
    weight: float = 1.0
    descriptors: FrozenMap[str, str] = FrozenMap()
    levels: FrozenMap[str, float] = FrozenMap()
    counts: FrozenMap[str, FrozenMap[str, float]] = FrozenMap()
    obligation: Obligation | None = None
    evidence: EvidenceExpectation | None = None
    tags: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    effort: int | None = None
    source: Source = Source()
    claims: str | None = None

    @property
    def home(self) -> str:
        """The path of the dimension or part that it stands in."""
        return self.id.rpartition(".")[0]


@frozen(kw_only=True)
class Dimension:
    """A branch of the tree. `id` is its path; `rule` and `conventions` are those in force here.

    `own_items` stand directly in it; `dimensions` are its parts; `scale` is the default scale for
    what is below, or None. `source` is merged over those above.
    """

    id: str
    title: str
    text: str = ""
    weight: float = 1.0
    rule: Rule
    conventions: Conventions
    scale: str | None = None
    own_items: tuple[Item, ...] = ()
    dimensions: tuple[Dimension, ...] = ()
    tags: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    source: Source = Source()

    @property
    def items(self) -> tuple[Item, ...]:
        """Every item below, in file order: its own, then those of its parts."""
        below = (item for part in self.dimensions for item in part.items)
        return (*self.own_items, *below)

    def walk(self) -> Iterator[Dimension]:
        """This dimension and every part below it, from the top."""
        yield self
        for part in self.dimensions:
            yield from part.walk()


@frozen(kw_only=True)
class Profile:
    """A named part of a framework.

    What is chosen is what any of `items`, `dimensions`, `levels`, `tags` or `sectors` names (all,
    where none is stated), less `drop`. `ask`: one answer for each part, or each dimension, on
    `scale` (None: the ladder), instead of its items.
    """

    id: str
    title: str
    text: str = ""
    items: tuple[str, ...] = ()
    dimensions: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()
    ask: Literal["parts", "dimensions"] | None = None
    scale: str | None = None


@frozen(kw_only=True)
class Property:
    """What an assessment may say of its organisation: `options` are ids with their labels."""

    id: str
    title: str
    options: FrozenMap[str, str] = field(default=FrozenMap())
