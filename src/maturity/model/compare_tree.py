"""How the dimensions, parts and items of two frameworks differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve, frozen

from .compare_parts import Known, conventions, evidence_effect, fields, keys, source
from .difference import (
    ANSWERS,
    APART,
    CHOSEN,
    DEFAULT,
    MOVED,
    ORDER,
    SAME_ANSWERS,
    SCORES,
    SHOWN,
    WORDS,
    Difference,
    Kind,
    same,
    told,
)
from .ids import parent
from .pairs import Node, paired
from .reasons import Reasons
from .scoring import Conventions
from .shared import shared_items
from .source import Source
from .texts import words_of
from .tree import Dimension, Item

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from .evidence import EvidenceExpectation
    from .framework import Framework
    from .rules import Rule

_NODE: Known = {
    "weight": ("reweighted", "weight", SCORES),
    "tags": ("other", "tags", CHOSEN),
    "sectors": ("other", "sectors", CHOSEN),
}
_ITEM: Known = {
    **_NODE,
    "text": ("reworded", "words", WORDS),
    "level": ("re-levelled", "level", SCORES),
    "levels": ("re-levelled", "levels at which it counts", SCORES),
    "counts": ("re-levelled", "where it counts", SCORES),
    "obligation": ("other", "obligation", SCORES),
    "effort": ("other", "effort", SHOWN),
}
_BRANCH: Known = {
    **_NODE,
    "title": ("reworded", "title", WORDS),
    "text": ("reworded", "text", WORDS),
}
_SEEN_ITEM = frozenset({"id", "scale", "descriptors", "evidence", "source"})
_SEEN_BRANCH = frozenset(
    {"id", "rule", "conventions", "scale", "source", "own_items", "dimensions"}
)


@frozen
class _Above:
    """What is in force where something stands: what it has unless it says otherwise."""

    source: Source
    conventions: Conventions
    scale: str | None


class Trees:
    """The trees of two frameworks, side by side."""

    def __init__(self, first: Framework, second: Framework) -> None:
        """Find out which node of the one is which of the other."""
        self.first, self.second = first, second
        self.pairs = paired(first, second)
        self.shared = set(shared_items(first, second))

    def differences(self) -> Iterator[Difference]:
        """What is gone, then what differs or is new, in the order of the second."""
        reasons = Reasons(self.first, self.second)
        for path, node in self.first.by_path.items():
            if path not in self.pairs:
                yield _apart("dropped", node, (words_of(node), None), reasons)
        before = {to: self.first.by_path[path] for path, to in self.pairs.items()}
        reasons = Reasons(self.second, self.first)
        for path, node in self.second.by_path.items():
            if path not in before:
                yield _apart("added", node, (None, words_of(node)), reasons)
            else:
                yield from self._pair(before[path], node)
        yield from self._order("", self.first.dimensions, self.second.dimensions)

    def _pair(self, before: Node, after: Node) -> Iterator[Difference]:
        """How one thing differs in the two."""
        path, above = after.id, self._above(before, after)
        if before.id != path:
            yield told("moved", path, "path", (before.id, path), MOVED)
        sources = above and (above[0].source, above[1].source)
        yield from source(path, (before.source, after.source), sources)
        if isinstance(before, Item) and isinstance(after, Item):
            yield from self._item(before, after)
        elif isinstance(before, Dimension) and isinstance(after, Dimension):
            yield from self._branch(before, after, above)

    def _above(self, before: Node, after: Node) -> tuple[_Above, _Above] | None:
        """What is in force above the two; None where they don't stand in the same thing."""
        one, other = parent(before.id), parent(after.id)
        if (self.pairs.get(one) if one else "") != other:
            return None
        return _in_force(self.first, one), _in_force(self.second, other)

    def _item(self, before: Item, after: Item) -> Iterator[Difference]:
        """How an item differs."""
        path = after.id
        moved = {"dimension"} if before.id != path else set()
        yield from fields(path, before, after, _ITEM, _SEEN_ITEM | moved)
        place: tuple[Kind, str, str] = "reworded", path, "descriptor"
        yield from keys(place, before.descriptors, after.descriptors, WORDS)
        if not same(before.scale, after.scale):
            effect = SAME_ANSWERS if path in self.shared else MOVED if moved else ANSWERS
            yield told("scale changed", path, "scale", (before.scale, after.scale), effect)
        if not same(before.evidence, after.evidence):
            effect = evidence_effect(_asked(self.first, before), _asked(self.second, after))
            yield told("other", path, "evidence", (before.evidence, after.evidence), effect)

    def _branch(
        self, before: Dimension, after: Dimension, above: tuple[_Above, _Above] | None
    ) -> Iterator[Difference]:
        """How a dimension or part differs."""
        path, values = after.id, (before.conventions, after.conventions)
        yield from fields(path, before, after, _BRANCH, _SEEN_BRANCH)
        yield from conventions(path, values, above and (above[0].conventions, above[1].conventions))
        scales = before.scale, after.scale
        if not same(*scales) and (above is None or scales != (above[0].scale, above[1].scale)):
            yield told("scale changed", path, "default scale", scales, DEFAULT)
        if not same(before.rule, after.rule) and not self._by_default(before, after):
            yield told("rule changed", path, "rule", (before.rule, after.rule), SCORES)
        yield from self._order(path, before.own_items, after.own_items)
        yield from self._order(path, before.dimensions, after.dimensions)

    def _by_default(self, before: Dimension, after: Dimension) -> bool:
        """Whether both have the rule that is the default for the same kind of branch."""
        kind = {"." in before.id, "." in after.id}
        rules = ((before, self.first), (after, self.second))
        return len(kind) == 1 and all(same(node.rule, _default(of, node)) for node, of in rules)

    def _order(
        self, path: str, before: Sequence[Node], after: Sequence[Node]
    ) -> Iterator[Difference]:
        """Another order of what stands in both, but for items that changed their level."""
        nodes = {node.id: node for node in after}
        twins = [(node, nodes.get(self.pairs.get(node.id, ""))) for node in before]
        kept = [(one, to) for one, to in twins if to is not None and _level(one) == _level(to)]
        ranks = {path: rank for rank, path in enumerate(nodes)}
        now = sorted(kept, key=lambda pair: ranks[pair[1].id])
        if kept != now:
            values = _names(one for one, _ in kept), _names(to for _, to in now)
            yield told("other", path, f"order of {_what(kept[0][1])}s", values, ORDER)


def _in_force(framework: Framework, path: str) -> _Above:
    """What is in force in a branch, or in the framework for the empty path."""
    node = framework.by_path.get(path)
    if isinstance(node, Dimension):
        return _Above(node.source, node.conventions, node.scale)
    scoring = framework.scoring
    return _Above(framework.source, scoring.conventions, scoring.scale)


def _apart(
    kind: Kind, node: Node, values: tuple[str | None, str | None], reasons: Reasons
) -> Difference:
    """That something is in one of the two only."""
    found = told(kind, node.id, _what(node), values, APART)
    return evolve(found, reason=reasons.why(node.id))


def _what(node: Node) -> str:
    """What a node is."""
    if isinstance(node, Item):
        return "item"
    return "part" if "." in node.id else "dimension"


def _level(node: Node) -> str | None:
    """The level that an item stands under; None for a branch."""
    return node.level if isinstance(node, Item) else None


def _names(nodes: Iterable[Node]) -> tuple[str, ...]:
    """The last id of the path of each node."""
    return tuple(node.id.rpartition(".")[2] for node in nodes)


def _asked(framework: Framework, item: Item) -> EvidenceExpectation | None:
    """The evidence that is asked for an item."""
    return item.evidence or _in_force(framework, item.home).conventions.evidence


def _default(framework: Framework, node: Dimension) -> Rule:
    """The rule of a dimension or part that states none."""
    return framework.scoring.part if "." in node.id else framework.scoring.dimension
