"""What two frameworks share: the items that mean the same in both, so that results compare."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.errors.arguments import expect

from .framework import Framework
from .lineage import renewed
from .scales import NumericScale
from .tree import Dimension, Item, Profile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .scales import AnyScale

_ASKED = ("text", "level", "levels", "counts", "descriptors", "obligation", "evidence")


def shared(framework: Framework, other: Framework) -> Profile:
    """A profile of `framework`: what it shares with `other`, and nothing else.

    Shared are the items that stand at the same path in both and take the same answers (the same
    options, or the same numbers in the same unit), whatever their wording, weight or level. A path
    that now stands for something else is not shared: the bridge of a later edition says so, and so
    do overlays, of which one drops an item and another adds one there in other words. Score with it
    to compare an organisation that answers the one framework with one that answers the other:
    `score(assessment, profile=shared(assessment.framework, other))`.

    >>> import maturity as mt
    >>> board = mt.load_framework("hwb-board")
    >>> mt.shared(board, board).drop
    ()
    """
    for given in (framework, other):
        expect(given, Framework, "shared() takes two frameworks")
    kept = set(shared_items(framework, other))
    return Profile(
        id=f"shared-with-{other.id}",
        title=f"what is shared with {other.title}",
        drop=tuple(item.id for item in framework.items if item.id not in kept),
    )


def shared_items(framework: Framework, other: Framework) -> list[str]:
    """The paths of the items that two frameworks share, in the order of the first."""
    reused = _others(framework, other)
    return [
        item.id
        for item in framework.items
        if item.id not in reused
        and isinstance(twin := other.by_path.get(item.id), Item)
        and same_answers(framework.scales[item.scale], other.scales[twin.scale])
    ]


def same_paths(framework: Framework, other: Framework) -> set[str]:
    """The paths of the branches below which both have the same paths, for the same things."""
    reused = _others(framework, other)
    return {
        node.id
        for node in framework.walk()
        if isinstance(twin := other.by_path.get(node.id), Dimension)
        and (paths := _paths(node)) == _paths(twin)
        and reused.isdisjoint(paths)
    }


def same_branches(framework: Framework, other: Framework) -> set[str]:
    """The paths of the branches that ask the very same in both, so that claims compare.

    The same words, levels and answers all the way down; rules and weights may differ.
    """
    common, alike = set(shared_items(framework, other)), same_paths(framework, other)
    twins = {node.id: node for node in other.walk()}
    return {
        node.id
        for node in framework.walk()
        if node.id in alike
        and common.issuperset(item.id for item in node.items)
        and _asked(node) == _asked(twins[node.id])
    }


def same_answers(scale: AnyScale, other: AnyScale) -> bool:
    """Whether the same can be answered on two scales, and means the same."""
    return _answers(scale) == _answers(other)


def _others(framework: Framework, other: Framework) -> set[str]:
    """The paths that stand for something else in the two."""
    bridged = _reused(framework, other) | _reused(other, framework)
    return bridged | renewed(framework, other)


def _reused(earlier: Framework, later: Framework) -> set[str]:
    """The paths that stand for one thing in an edition and for another in a later one.

    They are those that the bridge between the two names, unless it says that one is the same.
    """
    bridge = later.bridge
    if bridge is None or (bridge.framework, bridge.edition) != (earlier.id, earlier.edition):
        return set()
    named = {path for side in (bridge.now(), bridge.before()) for path, _ in side}
    return {path for path in named if bridge.same.get(path) != path}


def _answers(scale: AnyScale) -> tuple[object, ...]:
    """What can be answered on a scale."""
    if isinstance(scale, NumericScale):
        return scale.minimum, scale.maximum, scale.step, scale.unit, scale.better
    return tuple(option.id for option in scale.options)


def _below(branch: Dimension) -> Iterator[Dimension | Item]:
    """A branch and all below it."""
    for node in branch.walk():
        yield node
        yield from node.own_items


def _paths(branch: Dimension) -> set[str]:
    return {node.id for node in _below(branch)}


def _asked(branch: Dimension) -> dict[str, list[object]]:
    """What a branch asks, as people read it: the words, the levels and the evidence."""
    names = {Dimension: ("title", "text"), Item: _ASKED}
    return {n.id: [getattr(n, name) for name in names[type(n)]] for n in _below(branch)}
