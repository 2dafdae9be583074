"""The range of a node's value, and whether its rule gives a level."""

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
    """Set whether a node has a level, whether its rule works on ranks, and its value's range."""
    rule, entries = node.rule, node.entries
    all_ranked = bool(node.ladder) and all(entry.rankable for entry in entries)
    if isinstance(rule, Staged | HighWaterMark | Equivalence):
        node.levelled, node.low, node.high = True, 0.0, float(node.rungs)
    elif isinstance(rule, WeakestLink):
        node.levelled = node.by_rank = all_ranked
        if all_ranked:
            node.low, node.high = _span(node, ranks=True)
    elif isinstance(rule, Median):
        node.levelled = node.by_rank = all_ranked
        node.low, node.high = _span(node, ranks=all_ranked)
    elif isinstance(rule, Share):
        node.levelled = rule.bands is not None
        node.low, node.high = rule.range or (0.0, 1.0)
    elif isinstance(rule, Mean | Sum):
        node.levelled = rule.bands is not None
        node.by_rank = rule.of == "level"
        node.low, node.high = _value_range(node, rule)
    else:  # the rule `none`
        node.ladder = ()


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
