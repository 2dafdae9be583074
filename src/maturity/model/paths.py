"""Paths that don't lead anywhere, or not to what is needed, and what was likely meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.errors import Problem, did_you_mean, hint_for, nearest

from .fits import described
from .grounds import path_grounds
from .ids import as_id
from .tree import Dimension, Item

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .framework import Framework
    from .places import Place

LONGEST_NAME = 100
LONGEST_PATH = 1_000
COMPARISONS = 20_000


class Paths:
    """The paths of a framework, and hints for those that aren't among them.

    Near names are looked for while `comparisons` last: for a file with thousands of faults it
    would take minutes to look for all.
    """

    def __init__(self, framework: Framework) -> None:
        """Know the paths of `framework`."""
        self.framework = framework
        self.comparisons = COMPARISONS
        self._children: dict[str, list[str]] = {}
        self._ends: dict[str, list[str]] | None = None

    def check(
        self, path: object, place: Place, kind: type[Item | Dimension] | None = None
    ) -> Iterator[Problem]:
        """The fault in a path that leads nowhere, or to something of another kind."""
        node = self.framework.by_path.get(path) if isinstance(path, str) else None
        if kind is None and node is not None:
            return
        if kind is not None and isinstance(node, kind):
            return
        shown = described(path)
        if isinstance(node, Dimension):
            hint = hint_for(None, self._below(node), label=f"in '{node.id}' there are")
            yield Problem("path.not-an-item", place, f"{shown} is not an item", hint)
        elif isinstance(node, Item):
            what, hint = (
                f"{shown} is an item, not a dimension or part",
                f"it stands in '{node.home}'",
            )
            yield Problem("path.not-a-branch", place, what, hint)
        else:
            words = {None: "dimension, part or item", Item: "item", Dimension: "dimension or part"}
            hint = self._hint(path if isinstance(path, str) else "", kind)
            what, grounds = f"there is no {words[kind]} {shown}", path_grounds(self.framework, path)
            yield Problem("path.unknown", place, what, hint, grounds)

    def _hint(self, path: str, kind: type[Item | Dimension] | None) -> str:
        """What there is at the nearest place that exists, and the path most like `path`."""
        known = self.framework.by_path
        above = path.rpartition(".")[0] if len(path) <= LONGEST_PATH else ""
        while above and not isinstance(known.get(above), Dimension):
            above = above.rpartition(".")[0]
        branch = known.get(above)
        if isinstance(branch, Dimension):
            hint = hint_for(None, self._below(branch), label=f"in '{above}' there are")
        else:
            hint = hint_for(None, self._below(None), label="there are")
        close = self._typed(path, kind) or self._bare(path, kind) or self._nearest(path, kind)
        return did_you_mean(hint, close)

    def _typed(self, path: str, kind: type[Item | Dimension] | None) -> str | None:
        """The path that is written like `path` but for capitals and signs."""
        typed = ".".join(map(as_id, path[:LONGEST_PATH].split(".")))
        node = self.framework.by_path.get(typed)
        return typed if node is not None and isinstance(node, kind or object) else None

    def _bare(self, path: str, kind: type[Item | Dimension] | None) -> str | None:
        """The one path that ends with `path`, which may be an item's id alone."""
        if self._ends is None:
            self._ends = {}
            for known in self.framework.by_path:
                if "." in known:
                    self._ends.setdefault(known.rpartition(".")[2], []).append(known)
        nodes = self.framework.by_path
        ends = self._ends.get(path, [])
        found = [end for end in ends if isinstance(nodes[end], kind or object)]
        return found[0] if len(found) == 1 else None

    def _below(self, branch: Dimension | None) -> list[str]:
        """The paths right below a branch (None: the dimensions), looked up once."""
        name = branch.id if branch else ""
        if name not in self._children:
            dimensions = [dimension.id for dimension in self.framework.dimensions]
            self._children[name] = children(branch) if branch else dimensions
        return self._children[name]

    def _nearest(self, path: str, kind: type[Item | Dimension] | None) -> str | None:
        """The path of this kind that is most like `path`; None where there is no time to look."""
        known = self.framework.by_path
        self.comparisons -= len(known)
        if self.comparisons < 0 or not 0 < len(path) <= LONGEST_NAME:
            return None
        return nearest(path, (p for p, node in known.items() if isinstance(node, kind or object)))


def children(branch: Dimension) -> list[str]:
    """The paths of what stands directly in a branch."""
    items = [item.id for item in branch.own_items]
    return items + [part.id for part in branch.dimensions]
