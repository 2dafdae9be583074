"""Answers in a table that mean nothing, or that can't stand beside each other."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from maturity.errors import Problem
from maturity.model.assessment import Answer, Assessment, NotApplicable
from maturity.model.check_answers import check_claims
from maturity.model.frozen import FrozenMap
from maturity.model.ids import is_below
from maturity.model.tree import Item
from maturity.scoring.leaves import NOT_APPLICABLE, UNANSWERED

if TYPE_CHECKING:
    from collections.abc import Callable

    from maturity.model.paths import Paths

    from .frames_columns import Column
    from .frames_findings import Findings
    from .frames_grid import Grid
    from .frames_values import Meanings

TAKE_OUT = "take one of the two out"


def tell_wrong(
    meanings: Meanings, column: Column, findings: Findings, path_of: Callable[[int], str]
) -> None:
    """A fault for each cell of a column whose value means nothing where it stands."""
    if not meanings.wrong:
        return

    def told(row: int) -> Problem:
        path, meant = path_of(row), meanings.wrong[int(meanings.pair[row])]
        if meant.unasked:
            what = f"for '{path}', {meant.wrong}: no profile asks for one answer to it"
            hint = "allowed here: N/A, or answers to the items below it"
            return Problem("claim.not-asked", (), what, hint)
        return Problem("answer.value", (), f"for '{path}', {meant.wrong}", meant.hint)

    spoilt = np.isin(meanings.pair, list(meanings.wrong))
    findings.at_rows(np.flatnonzero(spoilt), column.name, told)


def tell_conflicts(grid: Grid, paths: Paths, findings: Findings) -> None:
    """A fault for each answer below a branch that is not applicable, or that no file could hold."""
    known = paths.framework.by_path
    for branch, path in enumerate(grid.paths):
        if isinstance(known[path], Item):
            continue
        away = grid.codes[branch] == NOT_APPLICABLE
        for below, other in enumerate(grid.paths):
            if below == branch or not is_below(other, path):
                continue
            answered = (grid.codes[below] != UNANSWERED) & (grid.codes[below] != NOT_APPLICABLE)
            rows = np.sort(grid.rows[below, away & answered])
            what = f"'{other}' is answered, but '{path}' is not applicable as a whole"
            conflict = Problem("answer.conflict", (), what, TAKE_OUT)
            findings.at_rows(rows, grid.columns[below], partial(_same, conflict))
        for problem in _hidden(grid, branch, paths):
            findings.add(problem, None, grid.columns[branch])


def _same(problem: Problem, _: int) -> Problem:
    """The same fault in each row."""
    return problem


def _hidden(grid: Grid, branch: int, paths: Paths) -> list[Problem]:
    """What is said of a branch that no file could tell from what is below it."""
    noted, reasoned = (
        texts is not None and bool(texts.places[branch].any())
        for texts in (grid.notes, grid.reasons)
    )
    plain = grid.codes[branch] < UNANSWERED
    value = "-" if plain.any() else NotApplicable("-")
    claim = Answer(value=value, note="-" if noted else "", reason="-" if reasoned else "")
    path = grid.paths[branch]
    assessment = Assessment(framework=paths.framework, claims=FrozenMap({path: claim}))
    found = check_claims(assessment, paths)
    return [problem for problem in found if problem.code == "claim.hidden"]
