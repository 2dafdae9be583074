"""The least and the most that a node's value can be, by definition and whatever the answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.model.rules import Mean, Median, Share, Sum, WeakestLink
from maturity.model.scales import NumericScale

if TYPE_CHECKING:
    from .reference_tree import Entry, Tree

Span = tuple[float, float]


def span(tree: Tree, path: str) -> Span:
    """The range of a node's value."""
    rule = tree.nodes[path].rule
    entries = tree.entries(path)
    rungs = float(len(tree.rungs(tree.ladder(path))))
    if isinstance(rule, Sum):
        return sum_span(tree, path, rule, entries)
    if isinstance(rule, Mean) and rule.range is None:
        return around([place_span(tree, path, rule, entry) for entry in entries])
    if isinstance(rule, Share | Mean):
        return rule.range or (0.0, 1.0)
    if isinstance(rule, WeakestLink | Median) and tree.gives_level(path):
        return (lowest_rank(tree, path, entries), rungs)
    if isinstance(rule, Median):
        return around([own_span(tree, entry) for entry in entries])
    return (0.0, 1.0 if isinstance(rule, WeakestLink) else rungs)


def sum_span(tree: Tree, path: str, rule: Sum, entries: list[Entry]) -> Span:
    """The range of a sum: of points, of what is deducted, or of the means of its levels."""
    weights = [entry.weight if rule.weighted else 1.0 for entry in entries]
    if rule.ceiling is not None:
        return (rule.ceiling - sum(weights), rule.ceiling)
    spans = [place_span(tree, path, rule, entry) for entry in entries]
    if rule.each_level is None:
        return (
            sum(weight * low for weight, (low, _) in zip(weights, spans, strict=True)),
            sum(weight * high for weight, (_, high) in zip(weights, spans, strict=True)),
        )
    groups: dict[int | None, list[Span]] = {}
    for entry, own in zip(entries, spans, strict=True):
        groups.setdefault(entry.level, []).append(own)
    ends = [around(group) for group in groups.values()]
    return (sum(low for low, _ in ends), sum(high for _, high in ends))


def place_span(tree: Tree, path: str, rule: Mean | Sum, entry: Entry) -> Span:
    """The range of what a mean or a sum works on, for one entry."""
    if rule.range:
        return rule.range
    if rule.of == "level":
        ladder = tree.ladder(path)
        return (float(tree.lowest_rank(entry, ladder)), float(len(tree.rungs(ladder))))
    return own_span(tree, entry)


def own_span(tree: Tree, entry: Entry) -> Span:
    """The range of an entry's own value, lowest in merit first."""
    if entry.path in tree.nodes:
        return span(tree, entry.path)
    scale = tree.leaves[entry.path].scale
    if isinstance(scale, NumericScale):
        return (scale.worst, scale.best)
    return (scale.options[0].value, scale.options[-1].value)


def lowest_rank(tree: Tree, path: str, entries: list[Entry]) -> float:
    """The lowest rank that any of the entries can have."""
    ladder = tree.ladder(path)
    return float(min((tree.lowest_rank(entry, ladder) for entry in entries), default=0))


def around(spans: list[Span]) -> Span:
    """The range that holds all of `spans`; nothing at all has none but nought."""
    if not spans:
        return (0.0, 0.0)
    return (min(low for low, _ in spans), max(high for _, high in spans))
