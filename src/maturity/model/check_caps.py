"""Faults in caps and in the needs of an equivalence: what must be reached, and how far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.errors import Problem, hint_for

from .fits import described, misfit
from .grounds import Grounds, key_grounds, rung_grounds, scale_grounds
from .scales import BELOW, LADDER, NumericScale
from .tree import Dimension, Item

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .places import Place
    from .reads import Node, Readings
    from .rules import Cap, Equivalence


def check_needs(readings: Readings, rule: Equivalence) -> Iterator[Problem]:
    """Every fault in the needs of an equivalence, each at a key of its rule."""
    for level, needs in rule.needs.items():
        place: Place = ("needs", level)
        if level not in readings.levels:
            what = f"there is no level {described(level)}"
            hint, grounds = hint_for(level, readings.levels), rung_grounds(LADDER, level)
            yield Problem("level.unknown", place, what, hint, grounds)
        for path, rung in needs.items():
            yield from readings.paths.check(path, (*place, path))
            wrong = unreachable(readings, path, rung)
            if wrong:
                what = f"'{level}' can't need '{path}': {wrong[0]}"
                grounds = _grounds(readings, path, rung)
                yield Problem("rule.needs", (*place, path), what, wrong[1], grounds)


def check_caps(readings: Readings, node: Node) -> Iterator[Problem]:
    """Every fault in the caps of a node, each at a key of its rule."""
    caps = node.rule.caps
    if caps and not readings.levelled(node.path):
        what = f"{node.name} has caps, but no level that they could hold down"
        hint = "choose a rule that gives a level, or add bands"
        yield Problem("cap.no-level", ("caps",), what, hint, readings.level_grounds(node.path))
    ladder = readings.ladder(node.rule)
    rungs = (BELOW, *readings.rungs(ladder))
    for number, cap in enumerate(caps):
        place: Place = ("caps", number)
        if cap.level not in rungs:
            what = f"there is no level {described(cap.level)}"
            hint = hint_for(cap.level, rungs)
            grounds = (*rung_grounds(ladder, cap.level), *key_grounds(node.path, "rule", "ladder"))
            yield Problem("level.unknown", (*place, "level"), what, hint, grounds)
        if (cap.item is None) == (cap.dimension is None):
            count = "neither an item nor" if cap.item is None else "both an item and"
            what = f"a cap on {node.name} names {count} a dimension"
            stated = (
                (*caps, number, key)
                for caps in key_grounds(node.path, "caps")
                for key in ("item", "dimension")
            )
            yield Problem("cap.one-of-two", place, what, "name one of the two", tuple(stated))
        else:
            yield from _check_cap(readings, cap, place)


def _check_cap(readings: Readings, cap: Cap, place: Place) -> Iterator[Problem]:
    """The fault in what a cap waits for."""
    key, kind = ("item", Item) if cap.item is not None else ("dimension", Dimension)
    missing = list(readings.paths.check(cap.path, (*place, key), kind))
    yield from missing
    wrong = None if missing else unreachable(readings, cap.path, cap.until)
    if wrong:
        what = f"a cap can't wait for '{cap.path}': {wrong[0]}"
        grounds = _grounds(readings, cap.path, cap.until)
        yield Problem("cap.until", (*place, "until"), what, wrong[1], grounds)


def _grounds(readings: Readings, path: str, rung: object) -> Grounds:
    """On what it rests whether the node or item at `path` can reach `rung`."""
    node = readings.framework.by_path.get(path)
    if isinstance(node, Item):
        return (("levels",), *scale_grounds(readings.framework, node, rung))
    ladder = readings.ladder(node.rule) if node else LADDER
    return (*readings.level_grounds(path), *rung_grounds(ladder, rung))


def unreachable(readings: Readings, path: str, rung: object) -> tuple[str, str] | None:
    """Why the node or item at `path` can never reach `rung`, and a hint; None where it can.

    A path that leads nowhere is another fault.
    """
    node = readings.framework.by_path.get(path)
    if node is None:
        return None
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
