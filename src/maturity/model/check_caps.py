"""Faults in caps and in the needs of an equivalence: what must be reached, and how far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.errors import Problem, hint_for

from .fits import described, misfit
from .scales import BELOW, NumericScale
from .tree import Dimension, Item

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .places import Place
    from .reads import Node, Readings
    from .rules import Cap, Equivalence


def check_needs(readings: Readings, rule: Equivalence) -> Iterator[Problem]:
    """Every fault in the needs of an equivalence, each at a key of its rule."""
    framework = readings.framework
    for level, needs in rule.needs.items():
        place: Place = ("needs", level)
        if level not in readings.levels:
            what = f"there is no level '{level}'"
            yield Problem("level.unknown", place, what, hint_for(level, readings.levels))
        for path, rung in needs.items():
            if path not in framework.by_path:
                what = f"there is no dimension, part or item '{path}'"
                hint = hint_for(path, framework.by_path)
                yield Problem("path.unknown", (*place, path), what, hint)
                continue
            wrong = unreachable(readings, path, rung)
            if wrong:
                what = f"'{level}' can't need '{path}': {wrong[0]}"
                yield Problem("rule.needs", (*place, path), what, wrong[1])


def check_caps(readings: Readings, node: Node) -> Iterator[Problem]:
    """Every fault in the caps of a node, each at a key of its rule."""
    caps = node.rule.caps
    if caps and not readings.levelled(node.path):
        what = f"{node.name} has caps, but no level that they could hold down"
        hint = "choose a rule that gives a level, or add bands"
        yield Problem("cap.no-level", ("caps",), what, hint)
        return
    rungs = (BELOW, *readings.rungs(readings.ladder(node.rule)))
    for number, cap in enumerate(caps):
        place: Place = ("caps", number)
        if cap.level not in rungs:
            what = f"a cap on {node.name} names the level '{cap.level}'"
            yield Problem("level.unknown", (*place, "level"), what, hint_for(cap.level, rungs))
        if (cap.item is None) == (cap.dimension is None):
            count = "neither an item nor" if cap.item is None else "both an item and"
            what = f"a cap on {node.name} names {count} a dimension"
            yield Problem("cap.one-of-two", place, what, "name one of the two")
        else:
            yield from _check_cap(readings, cap, place)


def _check_cap(readings: Readings, cap: Cap, place: Place) -> Iterator[Problem]:
    """The fault in what a cap waits for."""
    named = readings.framework.by_path.get(cap.path)
    if cap.item is not None and not isinstance(named, Item):
        allowed = [item.id for item in readings.framework.items]
        code = "path.not-an-item" if named else "path.unknown"
        what, hint = f"there is no item '{cap.path}'", hint_for(cap.path, allowed)
        yield Problem(code, (*place, "item"), what, hint)
        return
    if cap.dimension is not None and not isinstance(named, Dimension):
        allowed = [branch.id for branch in readings.framework.walk()]
        code = "path.not-a-branch" if named else "path.unknown"
        what = f"there is no dimension or part '{cap.path}'"
        yield Problem(code, (*place, "dimension"), what, hint_for(cap.path, allowed))
        return
    wrong = unreachable(readings, cap.path, cap.until)
    if wrong:
        what = f"a cap can't wait for '{cap.path}': {wrong[0]}"
        yield Problem("cap.until", (*place, "until"), what, wrong[1])


def unreachable(readings: Readings, path: str, rung: object) -> tuple[str, str] | None:
    """Why the node or item at `path` can never reach `rung`, and a hint; None where it can."""
    node = readings.framework.by_path[path]
    if isinstance(node, Item):
        scale = readings.framework.scales.get(node.scale)
        if isinstance(scale, NumericScale) and isinstance(rung, str) and scale.bands is None:
            return "its answers are numbers, and its scale has no bands", "give the scale bands"
        return misfit(scale, rung, readings.levels) if scale else None
    if not readings.levelled(path):
        return "it has no level", "name a dimension or part whose rule gives a level, or an item"
    rungs = readings.rungs(readings.ladder(node.rule))
    if rung in rungs:
        return None
    return f"{described(rung)} is not one of its levels", hint_for(rung, rungs)
