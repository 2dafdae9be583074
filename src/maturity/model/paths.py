"""Paths that don't lead anywhere, or not to what is needed, and what was likely meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.errors import Problem, hint_for, nearest

from .fits import described
from .tree import Dimension, Item

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .framework import Framework
    from .places import Place

LONGEST_NAME = 80
COMPARISONS = 100_000


class Paths:
    """The paths of a framework, and hints for those that aren't among them.

    Near names are looked for while `comparisons` last: for a file with thousands of faults it
    would take minutes to look for all.
    """

    def __init__(self, framework: Framework) -> None:
        """Know the paths of `framework`."""
        self.framework = framework
        self.comparisons = COMPARISONS

    def check(
        self, path: object, place: Place, kind: type[Item | Dimension] | None = None
    ) -> Iterator[Problem]:
        """The fault in a path that leads nowhere, or to something of another kind."""
        node = self.framework.by_path.get(path) if isinstance(path, str) else None
        if kind is None and node is not None:
            return
        if kind is not None and isinstance(node, kind):
            return
        hint = self._hint(path if isinstance(path, str) else "", kind)
        shown = described(path)
        if isinstance(node, Dimension):
            what = f"{shown} is not an item, but has items below it"
            yield Problem("path.not-an-item", place, what, hint)
        elif isinstance(node, Item):
            what = f"{shown} is an item, not a dimension or part"
            yield Problem("path.not-a-branch", place, what, hint)
        else:
            words = {None: "dimension, part or item", Item: "item", Dimension: "dimension or part"}
            yield Problem("path.unknown", place, f"there is no {words[kind]} {shown}", hint)

    def _hint(self, path: str, kind: type[Item | Dimension] | None) -> str:
        """What there is at the nearest place that exists, and the path most like `path`."""
        known = self.framework.by_path
        above = path.rpartition(".")[0]
        while above and not isinstance(known.get(above), Dimension):
            above = above.rpartition(".")[0]
        inside = children(known[above]) if above else [d.id for d in self.framework.dimensions]
        label = f"in '{above}' there are" if above else "there are"
        if len(path) > LONGEST_NAME or not path:
            return hint_for(None, inside, label=label)
        close = self._nearest(path, inside, kind) or self._nearest(path, list(known), kind)
        hint = hint_for(None, inside, label=label)
        return f"{hint}; did you mean '{close}'?" if close else hint

    def _nearest(
        self, path: str, names: list[str], kind: type[Item | Dimension] | None
    ) -> str | None:
        """The name of this kind that is most like `path`; None where there is no time to look."""
        if kind is not None:
            names = [name for name in names if isinstance(self.framework.by_path[name], kind)]
        self.comparisons -= len(names)
        return nearest(path, names) if self.comparisons > 0 else None


def children(branch: Dimension | Item) -> list[str]:
    """The paths of what stands directly in a branch; nothing for an item."""
    if isinstance(branch, Item):
        return []
    items = [item.id for item in branch.own_items]
    return items + [part.id for part in branch.dimensions]
