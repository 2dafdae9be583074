"""The range of a node's value, and whether its rule gives a level."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.model.rules import (
    Equivalence,
    HighWaterMark,
    Mean,
    Median,
    NoTotal,
    Share,
    Staged,
    Sum,
    WeakestLink,
)

if TYPE_CHECKING:
    from .entries import Node


def set_span(node: Node) -> None:
    """Set whether a node has a level, whether its rule works on ranks, and its value's range."""
    rule, entries = node.rule, node.entries
    all_ranked = bool(entries) and all(entry.rankable for entry in entries) and bool(node.ladder)
    if isinstance(rule, Staged | HighWaterMark | Equivalence):
        node.levelled, node.low, node.high = True, 0.0, float(node.rungs)
    elif isinstance(rule, WeakestLink):
        node.levelled = node.by_rank = all_ranked
        if all_ranked:
            node.low, node.high = min(e.lowest for e in entries), float(node.rungs)
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
    elif isinstance(rule, NoTotal):
        node.ladder = ()


def _span(node: Node, *, ranks: bool) -> tuple[float, float]:
    """The lowest and the highest value that any entry can have."""
    if ranks:
        return min((e.lowest for e in node.entries), default=0.0), float(node.rungs)
    low = min((entry.low for entry in node.entries), default=0.0)
    return low, max((entry.high for entry in node.entries), default=1.0)


def _value_range(node: Node, rule: Mean | Sum) -> tuple[float, float]:
    """The range of a mean or a sum."""
    weights = [entry.weight if rule.weighted else 1.0 for entry in node.entries]
    if isinstance(rule, Sum) and rule.ceiling is not None:
        return rule.ceiling - sum(weights), rule.ceiling
    if rule.range is not None:
        each = [rule.range] * len(weights)
    elif rule.of == "level":
        each = [(entry.lowest, float(node.rungs)) for entry in node.entries]
    else:
        each = [(entry.low, entry.high) for entry in node.entries]
    if not each:
        return 0.0, 1.0
    if isinstance(rule, Mean):
        return min(low for low, _ in each), max(high for _, high in each)
    if rule.each_level is None:
        pairs = list(zip(weights, each, strict=True))
        return sum(w * low for w, (low, _) in pairs), sum(w * high for w, (_, high) in pairs)
    groups: dict[int, list[tuple[float, float]]] = {}
    for entry, ends in zip(node.entries, each, strict=True):
        groups.setdefault(entry.level, []).append(ends)
    lows = sum(min(low for low, _ in group) for group in groups.values())
    return lows, sum(max(high for _, high in group) for group in groups.values())
