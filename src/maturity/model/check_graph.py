"""Faults in how results rest on each other: rings, in which nothing could come first."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from maturity.errors import Problem

from .reads import Node, Readings, key_place
from .rules import Equivalence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .places import Place


def check_graph(readings: Readings) -> Iterator[Problem]:
    """Each ring of nodes that read each other, in words."""
    for loop in readings.loops:
        steps = [f"{readings.nodes[path].name} reads" for path in loop[:-1]]
        what = ", which reads ".join(
            [f"{steps[0]} {_name(readings, loop[1])}", *(_name(readings, p) for p in loop[2:])]
        )
        hint = "take one of them out of over, needs or caps"
        yield Problem("rule.loop", _place(readings, loop), what, hint)


def _name(readings: Readings, path: str) -> str:
    """A node in a sentence."""
    return readings.nodes[path].name


def _place(readings: Readings, loop: tuple[str, ...]) -> Place:
    """The first step of a loop that a key of a rule takes; steps to children need none."""
    for path, read in pairwise(loop):
        node = readings.nodes[path]
        key = _key(node, read)
        if key:
            first, *rest = key
            return (*key_place(readings.framework, node, str(first)), *rest)
    return ()


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
        if cap.path == read:
            return ("caps", number)
    return ()
