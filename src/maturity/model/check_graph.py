"""Faults in how results rest on each other: rings, in which nothing could come first."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from maturity.errors import Problem

from .grounds import key_grounds
from .reads import Node, Readings, key_place
from .rules import Equivalence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .places import Place


MOST_LOOKED_AT = 20


def check_graph(readings: Readings) -> Iterator[Problem]:
    """Each ring of nodes that read each other, in words."""
    for loop in readings.loops:
        names = [
            "itself" if read == path else readings.nodes[read].name for path, read in pairwise(loop)
        ]
        what = f"{readings.nodes[loop[0]].name} reads {', which reads '.join(names)}"
        hint = "take one of them out of over, needs or caps"
        grounds = tuple(
            place
            for path in loop[:MOST_LOOKED_AT]
            for place in key_grounds(path, "rule", "over", "needs", "caps")
        )
        yield Problem("rule.loop", _place(readings, loop), what, hint, grounds)


def _place(readings: Readings, loop: tuple[str, ...]) -> Place:
    """The first step of a loop that a key of a rule takes; a step to a child needs none."""
    steps = [(readings.nodes[path], read) for path, read in pairwise(loop)]
    node, (key, *rest) = next((node, _key(node, read)) for node, read in steps if _key(node, read))
    return (*key_place(readings.framework, node, str(key)), *rest)


def _key(node: Node, read: str) -> Place:
    """The key of a node's rule that names what it reads; nothing where it is a child."""
    over = getattr(node.rule, "over", ())
    if isinstance(over, tuple) and read in over:
        return ("over", over.index(read))
    if isinstance(node.rule, Equivalence):
        for level, needs in node.rule.needs.items():
            if read in needs:
                return ("needs", level, read)
    for number, cap in enumerate(node.rule.caps):
        if cap.dimension == read:
            return ("caps", number)
    return ()
