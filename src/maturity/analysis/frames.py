"""Assessments out of a dataframe: read as columns, never row by row."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from attrs import field, frozen

from maturity.errors import Problem, UnknownName, cut, few_suggestions, hint_for
from maturity.model.framework import Framework
from maturity.model.ids import is_below
from maturity.model.narrow import named, narrowed
from maturity.model.scales import NumericScale
from maturity.model.tree import Profile
from maturity.scoring.cells import Cells, Encoder
from maturity.scoring.leaves import ABSENT, NOT_APPLICABLE, UNANSWERED
from maturity.scoring.plan import compile_plan
from maturity.scoring.words import counted, items_word

from .cohort_rows import Rows
from .frames_findings import Findings
from .frames_grid import NO_REASON, Sheets
from .frames_long import read_long
from .frames_names import ROLES, Names, find_layout
from .frames_told import tell_conflicts
from .frames_who import read_who
from .frames_wide import read_wide

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from maturity.scoring.arrays import Codes
    from maturity.scoring.leaves import Leaves

    from .frames_columns import Table
    from .frames_grid import Grid


@frozen(kw_only=True, eq=False)
class FrameRead:
    """A table, read: what a cohort is made of. `kind` is the library that it came from."""

    chosen: Profile | None
    asked: Framework
    rows: Rows
    cells: Cells = field(repr=False)
    assessments: Sheets = field(repr=False)
    notes: tuple[str, ...]
    kind: str


def read_frame(
    framework: Framework,
    table: Table,
    profile: str | Profile | None,
    as_of: date | None,
    columns: Mapping[str, str],
) -> FrameRead:
    """See `Cohort.from_frame`."""
    for role in columns:
        if role not in ROLES:
            raise UnknownName(f"a table has no '{cut(role)}'; {hint_for(role, ROLES)}")
    chosen = named(framework, profile) if isinstance(profile, str) else profile
    asked = narrowed(framework, chosen)
    with few_suggestions():
        names, findings = Names.of(framework), Findings()
        layout = find_layout(table, names, columns, findings)
        if not len(table):
            what, hint = "the table has no rows", "give at least one assessment"
            findings.add(Problem("file.no-assessments", (), what, hint))
        findings.stop()
        who = read_who(table, layout.roles, findings)
        read = read_wide if layout.is_wide else read_long
        grid, by_digits = read(table, layout, names, who, findings)
        tell_conflicts(grid, names.paths, findings)
        findings.stop()
    days = tuple(None if period is None else period.last_day for period in who.periods)
    cells = _cells(grid, Encoder(compile_plan(asked).leaves, as_of), days)
    return FrameRead(
        chosen=chosen,
        asked=asked,
        rows=Rows.from_columns(who.organisations, who.periods, who.raters),
        cells=cells,
        assessments=Sheets(framework, who, grid, np.arange(len(days))),
        notes=(*_notes(grid, by_digits), *_unproven(cells, asked)),
        kind=table.kind,
    )


def _notes(grid: Grid, by_digits: int) -> Iterator[str]:
    """What was read otherwise than it stands there, in sentences."""
    away = grid.codes == NOT_APPLICABLE
    if grid.reasons is not None:
        away &= grid.reasons.places == 0
    bare = int(away.sum())
    if bare:
        said = f"{counted(bare, 'answer')} in the table {'is' if bare == 1 else 'are'}"
        yield f"{said} 'not applicable' without a reason: '{NO_REASON}' stands in its place."
    if by_digits:
        number = counted(by_digits, "whole number")
        was = "was" if by_digits == 1 else "were"
        yield f"{number} in the table {was} read as the option that is called by the same digits."


def _unproven(cells: Cells, asked: Framework) -> Iterator[str]:
    """The note that answers count for less, as a table brings no evidence."""
    said = cells.said < ABSENT
    held = said & (cells.codes < cells.said)
    number, items = int(held.sum()), int(held.any(axis=2).any(axis=0).sum())
    if number:
        verb = "counts" if number == 1 else "count"
        yield (
            f"{counted(number, 'answer')} to {items} {items_word(asked, items)} {verb} for less "
            "than said: evidence is asked for, and a table brings none."
        )


def _cells(grid: Grid, encoder: Encoder, days: tuple[date | None, ...]) -> Cells:
    """The cells of what is asked."""
    leaves, place_of = encoder.leaves, {path: place for place, path in enumerate(grid.paths)}
    shape = (len(leaves.items), len(days))
    said = np.full(shape, UNANSWERED, np.uint8)
    numbers = np.zeros((len(leaves.numeric), len(days)))
    reasons = None if grid.reasons is None else np.zeros(shape, np.int32)
    lengths = None if grid.reasons is None else grid.reasons.lengths
    for leaf, item in enumerate(leaves.items):
        path = item.claims or item.id
        if path not in place_of:
            continue
        said[leaf] = grid.codes[place_of[path]]
        if isinstance(leaves.scales[leaf], NumericScale):
            numbers[leaves.numeric.index(leaf)] = grid.numbers[path]
        if reasons is not None and lengths is not None:
            reasons[leaf] = lengths[place_of[path]]
    _put_away(grid, leaves, said)
    return encoder.from_codes(said, numbers, reasons, days)


def _put_away(grid: Grid, leaves: Leaves, said: Codes) -> None:
    """Everything below a branch that is not applicable is not applicable as well."""
    for place, path in enumerate(grid.paths):
        if path in leaves.index:
            continue
        away = grid.codes[place] == NOT_APPLICABLE
        for leaf, item in enumerate(leaves.items):
            if is_below(item.id, path):
                said[leaf, away] = NOT_APPLICABLE
