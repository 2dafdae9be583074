"""The range of a node's value, and whether its rule works on ranks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.model.rules import (
    Equivalence,
    HighWaterMark,
    Mean,
    Median,
    Share,
    Span,
    Staged,
    Sum,
    WeakestLink,
)

if TYPE_CHECKING:
    from .entries import Node


def set_span(node: Node) -> None:
    """Set whether a node's rule works on ranks, and the range of its value."""
    rule = node.rule
    if isinstance(rule, Staged | HighWaterMark | Equivalence):
        node.low, node.high = 0.0, float(node.rungs)
    elif isinstance(rule, WeakestLink | Median):
        node.by_rank = node.levelled
        if node.by_rank or isinstance(rule, Median):
            node.low, node.high = _span(node, ranks=node.by_rank)
    elif isinstance(rule, Share):
        node.low, node.high = rule.range or (0.0, 1.0)
    elif isinstance(rule, Mean | Sum):
        node.by_rank = rule.of == "level"
        node.low, node.high = _value_range(node, rule)


def _span(node: Node, *, ranks: bool) -> Span:
    """The lowest and the highest value that any entry can have; 0 and 0 where there is none."""
    if ranks:
        return min((e.lowest for e in node.entries), default=0.0), float(node.rungs)
    return _around([(entry.low, entry.high) for entry in node.entries])


def _value_range(node: Node, rule: Mean | Sum) -> Span:
    """The range of a mean or a sum."""
    weights = [entry.weight if rule.weighted else 1.0 for entry in node.entries]
    if isinstance(rule, Sum) and rule.ceiling is not None:
        return rule.ceiling - _added(weights), rule.ceiling
    if rule.range is not None:
        each = [rule.range] * len(weights)
    elif rule.of == "level":
        each = [(entry.lowest, float(node.rungs)) for entry in node.entries]
    else:
        each = [(entry.low, entry.high) for entry in node.entries]
    if isinstance(rule, Mean):
        return rule.range or _around(each)
    if rule.each_level is None:
        each = [(w * low, w * high) for w, (low, high) in zip(weights, each, strict=True)]
    else:
        groups: dict[int, list[Span]] = {}
        for entry, ends in zip(node.entries, each, strict=True):
            groups.setdefault(entry.level, []).append(ends)
        each = [_around(group) for group in groups.values()]
    return _added([low for low, _ in each]), _added([high for _, high in each])


def _around(spans: list[Span]) -> Span:
    """The range that holds all of `spans`; 0 and 0 where there is none."""
    return min((low for low, _ in spans), default=0.0), max(
        (high for _, high in spans), default=0.0
    )


def _added(numbers: list[float]) -> float:
    """The sum, one after the other: Python's own differs between versions in the last bits."""
    total = 0.0
    for number in numbers:
        total += number
    return total
