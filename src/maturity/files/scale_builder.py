"""Levels, scales, options and bands from the tables of a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from maturity.errors import Problem
from maturity.model.frozen import FrozenMap
from maturity.model.scales import (
    BELOW,
    DIRECTIONS,
    LADDER,
    AnyScale,
    Bands,
    Level,
    NumericScale,
    Option,
    Scale,
)

from .exact_hooks import key_of
from .names import Place, check_ids, label_of
from .shapes import BandsTable, LevelTable, NumericScaleTable, OptionsTable, OptionTable, ScaleTable

if TYPE_CHECKING:
    from collections.abc import Mapping

_RESERVED_SCALES = {LADDER: "the framework's own levels"}
_RESERVED_OPTIONS = {
    "number": "a scale of numbers",
    "bands": "what turns a number into a level",
}


def build_levels(
    table: Mapping[str, str | LevelTable], problems: list[Problem]
) -> tuple[tuple[Level, ...], str | None]:
    """The rungs, and the label of the rung below them where the file names it."""
    problems += check_ids(table, ("levels",), {})
    below = table.get(BELOW)
    if isinstance(below, LevelTable):
        what = f"'{BELOW}' names what is below the first level, and has only a label"
        problems.append(
            Problem("level.below", ("levels", BELOW), what, f'write {BELOW} = "Not yet ..."')
        )
        below = below.label or label_of(BELOW)
    rungs = [(name, entry) for name, entry in table.items() if name != BELOW]
    levels = tuple(_level(name, entry, rank) for rank, (name, entry) in enumerate(rungs, start=1))
    return levels, below


def build_scales(
    table: Mapping[str, ScaleTable],
    levels: tuple[Level, ...],
    below: str | None,
    problems: list[Problem],
) -> FrozenMap[str, AnyScale]:
    """The scales by id, the ladder first."""
    problems += check_ids(table, ("scales",), _RESERVED_SCALES)
    scales: dict[str, AnyScale] = {}
    if levels:
        lowest = () if below is None else (Option(BELOW, below, 0.0),)
        rungs = (Option(level.id, level.label, float(level.rank), level.text) for level in levels)
        scales[LADDER] = Scale(LADDER, (*lowest, *rungs))
    ladder = tuple(level.id for level in levels)
    for name, entry in table.items():
        if name == LADDER:
            continue
        if isinstance(entry, NumericScaleTable):
            scales[name] = _numeric(name, entry, ladder, problems)
        else:
            scales[name] = Scale(name, _options(entry, ("scales", name), problems))
    return FrozenMap(scales)


def build_bands(
    table: BandsTable | None, place: Place, ladder: tuple[str, ...], problems: list[Problem]
) -> Bands | None:
    """Bands with the lowest rung first, whatever their order in the file."""
    if table is None:
        return None
    stated = {key_of(name): limits for name, limits in attrs.asdict(table).items() if limits}
    if len(stated) != 1:
        what = f"bands state {len(stated) or 'no'} directions"
        hint = f"allowed: exactly one of {', '.join(DIRECTIONS)}, with a limit for each level"
        grounds = tuple((*place, direction) for direction in DIRECTIONS)
        problems.append(Problem("bands.one-direction", place, what, hint, grounds, (place,)))
    for direction in DIRECTIONS:
        if direction in stated:
            known = {rung: rank for rank, rung in enumerate(ladder)}
            limits = sorted(
                stated[direction].items(), key=lambda pair: known.get(pair[0], len(known))
            )
            return Bands(direction, tuple(limits))
    return None


def _level(name: str, entry: str | LevelTable, rank: int) -> Level:
    """A rung, from its label or its table."""
    if isinstance(entry, str):
        return Level(name, entry, rank)
    return Level(name, label_of(name) if entry.label is None else entry.label, rank, entry.text)


def _options(table: OptionsTable, place: Place, problems: list[Problem]) -> tuple[Option, ...]:
    """The options of a scale: all with the values that are stated, or all numbered from 0."""
    problems += check_ids(table, place, _RESERVED_OPTIONS)
    entries = {name: _option(entry) for name, entry in table.items()}
    silent = [name for name, entry in entries.items() if entry.value is None]
    if silent and len(silent) < len(entries):
        what = f"'{silent[0]}' has no value, but other options of this scale have one"
        hint = "state a value for each option, or for none: then they count 0, 1, 2 and so on"
        at = (*place, silent[0])
        problems.append(Problem("scale.mixed-values", at, what, hint, ((*at, "value"),)))
        entries = {name: attrs.evolve(entry, value=None) for name, entry in entries.items()}
    return tuple(
        Option(
            name,
            label_of(name) if entry.label is None else entry.label,
            float(number) if entry.value is None else entry.value,
            entry.text,
        )
        for number, (name, entry) in enumerate(entries.items())
    )


def _option(entry: str | float | OptionTable) -> OptionTable:
    """An option's table, from its short forms: a label, or a value."""
    if isinstance(entry, str):
        return OptionTable(label=entry)
    return OptionTable(value=entry) if isinstance(entry, float) else entry


def _numeric(
    name: str, table: NumericScaleTable, ladder: tuple[str, ...], problems: list[Problem]
) -> NumericScale:
    """A scale of numbers."""
    number = table.number
    return NumericScale(
        id=name,
        minimum=number.min,
        maximum=number.max,
        unit=number.unit,
        better=number.better,
        step=number.step,
        bands=build_bands(table.bands, ("scales", name, "bands"), ladder, problems),
    )
