"""Faults in rules: parameters out of range, names that don't exist, children that don't suit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from maturity.errors import Problem, hint_for

from .check_caps import check_caps, check_needs
from .check_scales import RISING, check_bands
from .fits import described, misfit
from .grounds import Grounds, key_grounds, rung_grounds, scale_grounds
from .numbers import check_between, check_finite, is_finite, shown
from .reads import Entry, Node, Placement, Readings, key_place
from .rules import (
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
from .scales import LADDER, NumericScale, Scale
from .tree import Dimension

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .places import Place

MOST_PLACES = 12
LONGEST_CHAIN = 100


def check_rules(readings: Readings) -> Iterator[Problem]:
    """Every fault in the rules, a fault that several nodes inherit once."""
    seen: set[tuple[str, Place]] = set()
    for node in readings.nodes.values():
        for problem in _check_node(readings, node):
            key, *rest = problem.place
            place = (*key_place(readings.framework, node, str(key)), *rest)
            if (problem.code, place) not in seen:
                seen.add((problem.code, place))
                yield attrs.evolve(problem, place=place)


def _check_node(readings: Readings, node: Node) -> Iterator[Problem]:
    """Every fault in the rule of a node, each at a key of that rule."""
    yield from _check_numbers(node)
    yield from _check_over(readings, node)
    yield from _check_ladder(readings, node)
    yield from _check_children(readings, node)
    yield from _check_pass(readings, node)
    if isinstance(node.rule, Staged):
        yield from _check_staged(readings, node, node.rule)
    if isinstance(node.rule, Equivalence):
        yield from check_needs(readings, node.rule)
    yield from check_caps(readings, node)
    if readings.depth[node.path] == LONGEST_CHAIN + 1:
        what = f"the result of {node.name} rests on more than {LONGEST_CHAIN} others in a row"
        hint = f"allowed: at most {LONGEST_CHAIN}, each read by the next"
        yield Problem("rule.chain", ("rule",), what, hint)


def _check_numbers(node: Node) -> Iterator[Problem]:
    """Every parameter of a rule that is out of range."""
    rule = node.rule
    span = getattr(rule, "range", None)
    if span is not None:
        low, high = span
        if not (is_finite(low) and is_finite(high) and low < high):
            what = f"the range runs from {shown(low)} to {shown(high)}"
            hint = "allowed: two numbers, the lower one first"
            grounds = tuple((*at, end) for at in key_grounds(node.path, "range") for end in (0, 1))
            yield Problem("rule.range", ("range",), what, hint, grounds)
    if rule.rounding is not None:
        place: Place = ("rounding", "places")
        name = "the number of decimal places"
        ends = (0, MOST_PLACES)
        yield from check_between(rule.rounding.places, ends, "rule.places", place, name)
    if isinstance(rule, Sum) and rule.ceiling is not None:
        yield from check_finite(rule.ceiling, ("ceiling",), "the ceiling")
        if rule.each_level is not None:
            what = "a ceiling and each_level can't be used together"
            hint = "leave one out: a ceiling takes from each item at once, not level by level"
            yield Problem("rule.ceiling", ("ceiling",), what, hint)


def _check_over(readings: Readings, node: Node) -> Iterator[Problem]:
    """Every fault in the list of what a rule counts."""
    over = getattr(node.rule, "over", None)
    if not isinstance(over, tuple):
        return
    if not over:
        hint = 'name at least one path, or write "children" or "items"'
        yield Problem("rule.over", ("over",), "the list of what is counted is empty", hint)
    seen: set[str] = set()
    for place, path in enumerate(over):
        yield from readings.paths.check(path, ("over", place))
        if path in seen:
            what = f"'{path}' is named twice"
            yield Problem("rule.over", ("over", place), what, "name each path once")
        seen.add(path)


def _check_ladder(readings: Readings, node: Node) -> Iterator[Problem]:
    """Every fault in the rungs that a rule works on, and in its bands."""
    rule, framework = node.rule, readings.framework
    named = getattr(rule, "ladder", None)
    scales = [scale.id for scale in framework.scales.values() if isinstance(scale, Scale)]
    others = [scale for scale in scales if scale != LADDER]
    if named is not None and named not in others:
        code = "rule.ladder" if named in framework.scales else "scale.unknown"
        what = (
            f"'{named}' can't be the ladder of {node.name}"
            if named in framework.scales
            else f"there is no scale {described(named)}"
        )
        hint = hint_for(named, others) + "; leave ladder out to use the framework's levels"
        yield Problem(code, ("ladder",), what, hint, rung_grounds(named, None))
        return
    bands = getattr(rule, "bands", None)
    levels_needed = isinstance(rule, Staged | HighWaterMark | Equivalence) or (
        named is None and (bands is not None or getattr(rule, "of", None) == "level")
    )
    if levels_needed and not readings.levels:
        what = f"{node.name} has the rule '{rule.name}', but the framework has no levels"
        hint = "write [levels], or choose a rule that needs none: mean, sum, share, none"
        grounds = (("levels",), *key_grounds(node.path, "rule", "ladder"))
        yield Problem("rule.no-levels", ("rule",), what, hint, grounds)
    elif bands is not None:
        rungs, ladder = readings.rungs(named or LADDER), named or LADDER
        for problem in check_bands(bands, ("bands",), rungs, RISING, ladder):
            yield attrs.evolve(problem, rests_on=_of_bands(node, problem))


def _of_bands(node: Node, problem: Problem) -> Grounds:
    """What a problem of a rule's bands rests on: other bands stand at keys of the rule too."""
    return tuple(
        place
        for at in problem.rests_on
        for place in (
            ((*bands, *at[1:]) for bands in key_grounds(node.path, "bands"))
            if at[0] == "bands"
            else (at, *key_grounds(node.path, "rule", "ladder"))
        )
    )


def _check_children(readings: Readings, node: Node) -> Iterator[Problem]:
    """The first thing that a rule counts but can't."""
    rule = node.rule
    if isinstance(rule, HighWaterMark):
        for entry in readings.entries[node.path]:
            if isinstance(entry, Dimension):
                what = f"{node.name} counts items that pass, and '{entry.id}' is no item"
                hint = 'allowed: over = "items", or a list of items'
                grounds = key_grounds(node.path, "rule", "over")
                yield Problem("rule.over", ("over",), what, hint, grounds)
                return
    if isinstance(rule, Mean | Sum | Share | Median | WeakestLink | Staged):
        for entry in readings.entries[node.path]:
            problem = _unsuited(readings, node, entry)
            if problem:
                yield problem
                return


def _unsuited(readings: Readings, node: Node, entry: Entry) -> Problem | None:
    """Why a rule can't count an entry; None where it can."""
    rule = node.rule
    if isinstance(entry, Dimension) and isinstance(entry.rule, NoTotal):
        what = f"{node.name} counts '{entry.id}', which has no total"
        hint = f"give '{entry.id}' a rule, or leave it out by naming what counts in over"
        grounds = (*key_grounds(entry.id, "rule"), *key_grounds(node.path, "rule", "over"))
        return Problem("rule.no-total", ("rule",), what, hint, grounds)
    by_items = isinstance(rule, Staged) and rule.over == "items"
    if getattr(rule, "of", None) == "level" and not by_items:
        ladder = readings.ladder(rule)
        if readings.rungs(ladder) and not readings.ranked(entry, ladder):
            name = entry.id if isinstance(entry, Dimension) else entry.item.id
            what = f"{node.name} counts levels, and '{name}' has none on its ladder"
            hint = "allowed: items answered on the ladder, and dimensions whose rule gives a level"
            return Problem("rule.no-rank", ("of",), what, hint, _of_entry(readings, node, entry))
        return None
    takes_values = isinstance(rule, Mean | Sum) and (
        rule.range is None and getattr(rule, "ceiling", None) is None
    )
    takes_values |= isinstance(rule, Median) and not readings.levelled(node.path)
    if takes_values and isinstance(entry, Placement):
        scale = readings.framework.scales.get(entry.item.scale)
        if isinstance(scale, NumericScale) and scale.better == "lower":
            what = f"{node.name} adds up the numbers of '{entry.item.id}', of which lower is better"
            hint = (
                "use another rule, such as mean with a range"
                if isinstance(rule, Median)
                else "state a range, such as range = [0, 1], so that places on the scale are used"
            )
            grounds = (
                *_of_entry(readings, node, entry),
                *readings.level_grounds(node.path),
                *key_grounds(node.path, "range", "ceiling", "of"),
            )
            return Problem("rule.lower-is-better", ("rule",), what, hint, grounds)
    return None


def _of_entry(readings: Readings, node: Node, entry: Entry) -> Grounds:
    """What it rests on that a node counts an entry, and as what."""
    keys = key_grounds(node.path, "rule", "over", "ladder")
    return (*keys, *rung_grounds(readings.ladder(node.rule), None), *readings.entry_grounds(entry))


def _check_pass(readings: Readings, node: Node) -> Iterator[Problem]:
    """The first thing that a rule counts on whose scale its `pass` isn't an answer."""
    rule = node.rule
    if not isinstance(rule, Share | Staged | HighWaterMark) or rule.pass_ is None:
        return
    for entry in readings.entries[node.path]:
        if isinstance(entry, Placement):
            scale = readings.framework.scales.get(entry.item.scale)
            read = isinstance(rule, Share) or entry.level is not None
            name = entry.item.id
            wrong = misfit(scale, rule.pass_, readings.levels) if scale and read else None
        elif isinstance(rule, Share) and readings.levelled(entry.id):
            rungs, name = readings.rungs(readings.ladder(entry.rule)), entry.id
            wrong = None
            if rule.pass_ not in rungs:
                wrong = (f"'{rule.pass_}' is not one of its levels", hint_for(rule.pass_, rungs))
        else:
            wrong = None
        if wrong:
            what = f"{node.name} can't tell whether '{name}' passes: {wrong[0]}"
            grounds = _of_entry(readings, node, entry)
            if isinstance(entry, Placement):
                grounds += scale_grounds(readings.framework, entry.item, rule.pass_)
            else:
                grounds += rung_grounds(readings.ladder(entry.rule), rule.pass_)
            yield Problem("rule.pass", ("pass",), what, wrong[1], grounds)
            return


def _check_staged(readings: Readings, node: Node, rule: Staged) -> Iterator[Problem]:
    """Every fault in the shares that a staged rule asks for, and in what it counts them of."""
    code, levels = "rule.threshold", readings.levels
    if rule.thresholds is None:
        place: Place = ("threshold",)
        yield from check_between(rule.threshold, (0, 1), code, place, "the threshold")
    for level, needs in (rule.thresholds or {}).items():
        place = ("thresholds", level)
        if level not in levels:
            what = f"there is no level {described(level)}"
            hint, grounds = hint_for(level, levels), rung_grounds(LADDER, level)
            yield Problem("level.unknown", place, what, hint, grounds)
        for other, share in needs.items():
            at = (*place, other)
            if other not in levels:
                what = f"there is no level {described(other)}"
                hint, grounds = hint_for(other, levels), rung_grounds(LADDER, other)
                yield Problem("level.unknown", at, what, hint, grounds)
            name = f"the threshold of '{level}' on '{other}'"
            yield from check_between(share, (0, 1), code, at, name)
    if rule.least < 0:
        what, hint = f"least is {shown(rule.least)}", "allowed: a whole number from 0"
        yield Problem("rule.least", ("least",), what, hint)
    if rule.over == "items" and rule.of is not None:
        what = f'{node.name} counts items, where of = "{rule.of}" says nothing'
        hint = 'leave of out, or write over = "children"'
        grounds = key_grounds(node.path, "rule", "over")
        yield Problem("rule.of", ("of",), what, hint, grounds)
    elif rule.over != "items" and rule.of is None:
        what = f"{node.name} does not say what it reads of the things that over names"
        hint = 'add of = "level" or of = "shares"'
        grounds = key_grounds(node.path, "rule", "of")
        yield Problem("rule.of", ("over",), what, hint, grounds)
    elif rule.of == "shares":
        yield from _check_shares(readings, node)


def _check_shares(readings: Readings, node: Node) -> Iterator[Problem]:
    """The first child of a staged rule that has no share at each level."""
    for entry in readings.entries[node.path]:
        if isinstance(entry, Dimension) and isinstance(entry.rule, Staged | NoTotal):
            continue
        if isinstance(entry, Placement) and entry.level is not None:
            continue
        name = entry.id if isinstance(entry, Dimension) else entry.item.id
        what = f"{node.name} counts shares, and '{name}' has no share at each level"
        hint = "allowed: dimensions and parts with the rule staged, and items under a level"
        grounds = _of_entry(readings, node, entry)
        if isinstance(entry, Dimension):
            grounds += key_grounds(entry.id, "rule")
        yield Problem("rule.no-shares", ("of",), what, hint, grounds)
        return
