"""How two frameworks differ as wholes: names, levels, scales, scoring, short forms, properties."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from attrs import evolve

from .compare_parts import Known, conventions, fields, keys, order, records, source
from .difference import (
    ANSWERS,
    DEFAULT,
    EXTENDS,
    LABELS,
    LADDER,
    NAMED,
    SCORES,
    SHORT_FORM,
    SHOWN,
    Difference,
    Kind,
    same,
    told,
)
from .digests import LEFT_OUT, NAMES
from .scales import LADDER as LEVELS
from .scales import Scale

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from .framework import Framework
    from .scales import AnyScale, Level
    from .scoring import Scoring

T = TypeVar("T")

_WHOLE: Known = {
    "id": ("other", "id", NAMED),
    "edition": ("other", "edition", NAMED),
    "title": ("reworded", "title", SHOWN),
    "description": ("reworded", "description", SHOWN),
    "principles": ("other", "principles", SHOWN),
}
_SEEN = frozenset(
    {
        *("terms", "source", "levels", "below_label", "scales", "scoring"),
        *("dimensions", "profiles", "properties"),
        *(LEFT_OUT - NAMES),
    }
)
_NUMBERS: Known = {
    "minimum": ("scale changed", "lowest number", ANSWERS),
    "maximum": ("scale changed", "highest number", ANSWERS),
    "better": ("scale changed", "better", ANSWERS),
    "unit": ("scale changed", "unit", ANSWERS),
    "step": ("scale changed", "step", ANSWERS),
    "bands": ("scale changed", "bands", SCORES),
}
_LABELS: Known = {
    "label": ("relabelled", "label", LABELS),
    "text": ("relabelled", "text", LABELS),
}
_SCORING: Known = {
    "scale": ("scale changed", "default scale", DEFAULT),
    "overall": ("rule changed", "overall rule", SCORES),
    "dimension": ("rule changed", "rule of each dimension", SCORES),
}


def whole_differences(first: Framework, second: Framework) -> Iterator[Difference]:
    """Every difference that is not one of a dimension, part or item."""
    yield from fields("", first, second, _WHOLE, _SEEN)
    yield from _extends(first, second)
    yield from keys(("other", "", "term"), first.terms, second.terms, SHOWN)
    yield from source("", (first.source, second.source), None)
    ladder = list(_levels(first, second))
    yield from ladder
    # The ladder's own scale says again what the levels say.
    scales = [
        {name: scale for name, scale in of.scales.items() if not (ladder and name == LEVELS)}
        for of in (first, second)
    ]
    yield from _scales(*scales)
    yield from _scoring(first.scoring, second.scoring)
    forms, others = _named("short form", first.profiles), _named("short form", second.profiles)
    yield from records(forms, others, {}, ("other", SHORT_FORM))
    yield from order("", "short forms", list(forms), list(others))
    said, now = _named("property", first.properties), _named("property", second.properties)
    yield from records(said, now, {}, ("other", SHOWN))
    yield from order("", "properties", list(said), list(now))


def _named(what: str, entries: Mapping[str, T]) -> dict[str, T]:
    """Records by what they are and their id."""
    return {f"{what} {name}": entry for name, entry in entries.items()}


def _extends(first: Framework, second: Framework) -> Iterator[Difference]:
    """What each of them extends."""
    bases = [of.overlay.base if of.overlay else None for of in (first, second)]
    before, after = bases
    if before is None or after is None:
        values = [f"{base.id}, {base.edition}" if base else None for base in bases]
        if before is not after:
            yield told("other", "", "extends", (values[0], values[1]), EXTENDS)
        return
    for name in ("id", "edition", "digest"):
        pair = getattr(before, name), getattr(after, name)
        if not same(*pair):
            yield told("other", "", f"{name} of what it extends", pair, EXTENDS)


def _levels(first: Framework, second: Framework) -> Iterator[Difference]:
    """The ladder: which rungs it has, and what they are called."""
    before, after = _ladder(first), _ladder(second)
    if list(before) != list(after):
        yield told("scale changed", "", "levels", (tuple(before), tuple(after)), LADDER)
        before, after = (_unranked(one, other) for one, other in ((before, after), (after, before)))
    rest: tuple[Kind, str] = "scale changed", LADDER
    yield from records(_named("level", before), _named("level", after), _LABELS, rest)


def _ladder(framework: Framework) -> dict[str, Level]:
    """The rungs by id, with what is below them where that may be answered."""
    below = () if framework.below_label is None else (framework.below,)
    return {level.id: level for level in (*below, *framework.levels)}


def _unranked(levels: dict[str, Level], others: dict[str, Level]) -> dict[str, Level]:
    """The levels that are among the others too, without their ranks."""
    return {name: evolve(level, rank=0) for name, level in levels.items() if name in others}


def _scales(before: Mapping[str, AnyScale], after: Mapping[str, AnyScale]) -> Iterator[Difference]:
    """The scales: the possible answers, their values, and what they are called."""
    for name in dict.fromkeys((*before, *after)):
        old, new = before.get(name), after.get(name)
        if isinstance(old, Scale) and isinstance(new, Scale):
            yield from _options(old, new)
        else:
            effect = DEFAULT if old is None or new is None else ANSWERS
            rest: tuple[Kind, str] = "scale changed", effect
            what = f"scale {name}"
            yield from records({what: old}, {what: new}, _NUMBERS, rest)
    yield from order("", "scales", list(before), list(after))


def _options(before: Scale, after: Scale) -> Iterator[Difference]:
    """The options of a scale in both."""
    old, new = (
        {f"option {option.id} of scale {after.id}": option for option in scale.options}
        for scale in (before, after)
    )
    if list(old) != list(new):
        yield told("scale changed", "", f"scale {after.id}", (_ids(before), _ids(after)), ANSWERS)
        kept = old.keys() & new.keys()
        old, new = ({name: of[name] for name in of if name in kept} for of in (old, new))
    rest: tuple[Kind, str] = "scale changed", SCORES
    yield from records(old, new, _LABELS, rest)
    yield from fields("", before, after, {}, frozenset({"options"}))


def _ids(scale: Scale) -> tuple[str, ...]:
    """The ids of a scale's options."""
    return tuple(option.id for option in scale.options)


def _scoring(before: Scoring, after: Scoring) -> Iterator[Difference]:
    """The conventions, the default scale and the default rules."""
    yield from conventions("", (before.conventions, after.conventions), None)
    yield from fields("", before, after, _SCORING, frozenset({"conventions", "part"}))
    stated = not (same(before.part, before.dimension) and same(after.part, after.dimension))
    if stated and not same(before.part, after.part):
        yield told("rule changed", "", "rule of each part", (before.part, after.part), SCORES)
