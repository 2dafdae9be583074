"""Faults in scales and bands: order, ends, steps and the rungs that they name."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import attrs

from maturity.errors import Problem, hint_for

from .fits import described, on_step
from .grounds import rung_grounds
from .numbers import FINITE, check_finite, is_finite, shown
from .scales import LADDER, Bands, NumericScale, Scale
from .texts import check_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .framework import Framework
    from .places import Place

MOST_OPTIONS = 250
RISING = ("from", "above")


def check_scales(framework: Framework) -> Iterator[Problem]:
    """Every fault in the framework's levels and scales."""
    rungs = tuple(level.id for level in framework.levels)
    for name, scale in framework.scales.items():
        place: Place = ("levels",) if name == LADDER else ("scales", name)
        if isinstance(scale, NumericScale):
            yield from _check_numeric(scale, place, rungs)
        else:
            for option in scale.options:
                label = f"the label of '{option.id}'"
                yield from check_text(option.label, (*place, option.id), label)
            yield from _check_options(scale, place)


def check_bands(
    bands: Bands,
    place: Place,
    rungs: tuple[str, ...],
    allowed: tuple[str, ...],
    ladder: str = LADDER,
) -> Iterator[Problem]:
    """Every fault in bands at `place`, on a ladder of `rungs`; `allowed` are the directions."""
    if bands.direction not in allowed:
        what = f"bands with '{bands.direction}' run the wrong way here"
        hint = f"allowed: {' or '.join(allowed)}; a better result has to reach a higher level"
        yield Problem("bands.direction", (*place, bands.direction), what, hint)
        return
    known = [(rung, limit) for rung, limit in bands.limits if rung in rungs]
    for rung, limit in bands.limits:
        at = (*place, bands.direction, rung)
        if rung not in rungs:
            what, grounds = f"there is no level {described(rung)}", rung_grounds(ladder, rung)
            yield Problem("level.unknown", at, what, hint_for(rung, rungs), grounds)
        elif not is_finite(limit):
            yield Problem("number.size", at, f"the limit of '{rung}' is {shown(limit)}", FINITE)
    known.sort(key=lambda pair: rungs.index(pair[0]))
    rising = bands.direction in RISING
    for (low, one), (high, other) in pairwise(known):
        if not is_finite(one) or not is_finite(other) or (other > one if rising else other < one):
            continue
        what = f"the limit of '{high}' is {shown(other)}, that of '{low}' below it {shown(one)}"
        order = "more" if rising else "less"
        hint = f"with '{bands.direction}' each higher level has a limit that is {order}"
        grounds = ((*place, bands.direction, low), rung_grounds(ladder, None)[0])
        yield Problem("bands.order", (*place, bands.direction, high), what, hint, grounds)


def _check_options(scale: Scale, place: Place) -> Iterator[Problem]:
    """Every fault in a scale of options."""
    if not scale.options and scale.id != LADDER:
        hint = 'write its options, lowest first: id = { label = "..." }'
        yield Problem("scale.empty", place, f"the scale '{scale.id}' has no options", hint)
    if len(scale.options) > MOST_OPTIONS:
        what = f"the scale '{scale.id}' has {len(scale.options)} options"
        hint = f"allowed: at most {MOST_OPTIONS}; for more, use a scale of numbers"
        yield Problem("scale.long", place, what, hint)
    for option in scale.options:
        at = (*place, option.id, "value")
        yield from check_finite(option.value, at, f"the value of '{option.id}'")
    for low, high in pairwise(scale.options):
        if high.value < low.value:
            what = f"'{high.id}' has the value {shown(high.value)}, less than '{low.id}' before it"
            hint = "options are written lowest first, and their values never fall"
            grounds = ((*place, low.id, "value"),)
            yield Problem("scale.falling", (*place, high.id, "value"), what, hint, grounds)


def _check_numeric(scale: NumericScale, place: Place, rungs: tuple[str, ...]) -> Iterator[Problem]:
    """Every fault in a scale of numbers."""
    ends = {"min": scale.minimum, "max": scale.maximum}
    for key, end in ends.items():
        yield from check_finite(
            end, (*place, "number", key), f"the {key} of the scale '{scale.id}'"
        )
    if all(map(is_finite, ends.values())):
        if scale.minimum >= scale.maximum:
            what = (
                f"the scale '{scale.id}' runs from {shown(scale.minimum)} to {shown(scale.maximum)}"
            )
            hint = "min has to be less than max"
            low, high = ((*place, "number", key) for key in ends)
            yield Problem("scale.ends", high, what, hint, (low,), spoils=(high,))
        elif scale.step is not None:
            yield from _check_step(scale, scale.step, (*place, "number", "step"))
    if scale.bands is not None:
        allowed = RISING if scale.better == "higher" else ("up_to", "under")
        better = (*place, "number", "better")
        for problem in check_bands(scale.bands, (*place, "bands"), rungs, allowed):
            yield attrs.evolve(problem, rests_on=(*problem.rests_on, better))


def _check_step(scale: NumericScale, step: float, place: Place) -> Iterator[Problem]:
    """The fault in a numeric scale's step; its ends are sound."""
    span = scale.maximum - scale.minimum
    if is_finite(step) and 0 < step <= span and on_step(span, step):
        return
    what = (
        f"steps of {shown(step)} do not lead from {shown(scale.minimum)} to {shown(scale.maximum)}"
    )
    hint = "allowed: a number above 0 that divides the scale into whole steps"
    ends = tuple((*place[:-1], key) for key in ("min", "max"))
    yield Problem("scale.step", place, what, hint, ends, spoils=(place,))
