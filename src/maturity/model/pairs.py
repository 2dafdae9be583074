"""Which dimension, part or item of one framework is which of another."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from .ids import parent
from .lineage import renewed
from .texts import bare_words
from .tree import Dimension, Item

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .bridge import Bridge
    from .framework import Framework

Node: TypeAlias = Dimension | Item


def paired(first: Framework, second: Framework) -> dict[str, str]:
    """Paths of the first framework, each with the path of the same thing in the second.

    What stands at one path in both is the same, unless one overlay dropped it and a later one added
    something else there. Of the rest it is what a bridge calls the same, else what has the same
    words as one other that is left, and as one only; nothing is guessed.
    """
    pairing = _Pairing(first, second)
    pairing.by_bridge(second.bridge, first)
    pairing.by_bridge(first.bridge, second)
    pairing.by_words(Dimension)
    pairing.by_branch()
    pairing.by_words(Item)
    return pairing.pairs


def bridges(bridge: Bridge | None, framework: Framework) -> bool:
    """Whether a bridge leads from this framework."""
    names = None if bridge is None else (bridge.framework, bridge.edition)
    return names == (framework.id, framework.edition)


class _Pairing:
    """Pairs of paths, as they are found, and the nodes that are left in either framework."""

    def __init__(self, first: Framework, second: Framework) -> None:
        """Start with what stands at one path in both."""
        one, other = first.by_path, second.by_path
        self.second = second
        again = renewed(first, second)
        alike = (p for p, node in one.items() if _alike(node, other.get(p)))
        self.pairs = {path: path for path in alike if path not in again}
        self.gone = {path: node for path, node in one.items() if path not in self.pairs}
        self.new = {path: node for path, node in other.items() if path not in self.pairs}

    def by_bridge(self, bridge: Bridge | None, earlier: Framework) -> None:
        """Pair what a bridge from `earlier`, either of the two, calls the same."""
        if bridge is None or not bridges(bridge, earlier):
            return
        for now, before in bridge.same.items():
            path, to = (now, before) if earlier is self.second else (before, now)
            if _alike(self.gone.get(path), self.new.get(to)):
                self._pair(path, to)

    def by_words(self, kind: type[Node]) -> None:
        """Pair what has words that nothing else has that is left."""
        new = _by_words(self.new, kind)
        for words, paths in _by_words(self.gone, kind).items():
            others = new.get(words, [])
            if len(paths) == len(others) == 1:
                self._pair(paths[0], others[0])

    def by_branch(self) -> None:
        """Pair what has the same id and words below a branch that has moved."""
        for path, node in list(self.gone.items()):
            home = self.pairs.get(parent(path), "")
            twin = self.new.get(f"{home}.{path.rpartition('.')[2]}")
            if twin is not None and _alike(node, twin) and bare_words(node) == bare_words(twin):
                self._pair(path, twin.id)

    def _pair(self, path: str, to: str) -> None:
        """Keep a pair."""
        self.pairs[path] = to
        del self.gone[path], self.new[to]


def _alike(node: Node | None, other: Node | None) -> bool:
    """Whether both are items, or both branches."""
    return node is not None and type(node) is type(other)


def _by_words(nodes: Mapping[str, Node], kind: type[Node]) -> dict[str, list[str]]:
    """The paths of nodes of one kind by their words; what has none is left out."""
    found: dict[str, list[str]] = {}
    for path, node in nodes.items():
        if isinstance(node, kind) and (words := bare_words(node)):
            found.setdefault(words, []).append(path)
    return found
