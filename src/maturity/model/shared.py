"""What two frameworks share: the items that mean the same in both, so that results compare."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.errors.arguments import expect

from .framework import Framework
from .scales import NumericScale
from .tree import Item, Profile

if TYPE_CHECKING:
    from .scales import AnyScale


def shared(framework: Framework, other: Framework) -> Profile:
    """A profile of `framework`: what it shares with `other`, and nothing else.

    Shared are the items that stand at the same path in both and take the same answers (the same
    options, or the same range of numbers), whatever their wording, weight or level. Where one is a
    later edition of the other, its bridge is heeded: a path that now stands for something else is
    not shared. Score with it to compare an organisation that answers the one framework with one
    that answers the other: `score(assessment, profile=shared(assessment.framework, other))`.

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
    reused = _reused(framework, other) | _reused(other, framework)
    return [
        item.id
        for item in framework.items
        if item.id not in reused
        and isinstance(twin := other.by_path.get(item.id), Item)
        and _answers(framework.scales[item.scale]) == _answers(other.scales[twin.scale])
    ]


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
        return scale.minimum, scale.maximum, scale.better
    return tuple(option.id for option in scale.options)
