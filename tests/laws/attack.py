"""The attack on hidden numbers: all that the printed ones, put together, say about each of them."""

from __future__ import annotations

from collections.abc import Hashable
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from attrs import define, field
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import lil_array

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from maturity.analysis.suppression import Counts

Range = tuple[int, int]
Cell = tuple[str, str, str, str]  # path, what makes the group, group, answer


@define(slots=False)
class Puzzle:
    """Whole numbers from 0 that are known, or bounded, or stand in known sums."""

    names: dict[Hashable, int] = field(factory=dict)
    limits: dict[int, Range] = field(factory=dict)
    sums: list[tuple[dict[int, int], int]] = field(factory=list)

    def bound(self, name: Hashable, low: int, high: int) -> None:
        """A number lies between two others."""
        self.limits[self._place(name)] = (low, high)

    def total(self, names: Iterable[Hashable], total: int, less: Hashable | None = None) -> None:
        """Numbers add up to a total; with `less`, to that and one more number."""
        terms = {self._place(name): 1 for name in names}
        if less is not None:
            terms[self._place(less)] = -1
        self.sums.append((terms, total))

    def range(self, name: Hashable) -> Range:
        """The lowest and the highest that a number can be."""
        size = len(self.names)
        goal = np.zeros(size)
        goal[self.names[name]] = 1
        found = []
        for sign in (1, -1):
            solved = milp(
                sign * goal,
                integrality=np.ones(size),
                bounds=self.bounds,
                constraints=self.constraint,
            )
            assert solved.success, solved.message
            found.append(round(sign * solved.fun))
        return found[0], found[1]

    @cached_property
    def bounds(self) -> Bounds:
        """What is known of each number by itself."""
        limits = [self.limits.get(place, (0, np.inf)) for place in range(len(self.names))]
        return Bounds(*np.transpose(limits))

    @cached_property
    def constraint(self) -> LinearConstraint:
        """What is known of sums."""
        matrix = lil_array((len(self.sums), len(self.names)))
        for row, (terms, _) in enumerate(self.sums):
            for place, sign in terms.items():
                matrix[row, place] = sign
        totals = [total for _, total in self.sums]
        return LinearConstraint(matrix.tocsr(), totals, totals)

    def _place(self, name: Hashable) -> int:
        return self.names.setdefault(name, len(self.names))


def attack(
    records: list[dict[str, object]],
    sectors: Mapping[str, str] | None = None,
    told: Mapping[Cell, Range] | None = None,
) -> dict[Cell, Range]:
    """The range of each number that is hidden in the rows of all tables together.

    `sectors`: of each organisation, where both are shown. `told`: what is known of single cells
    besides.
    """
    puzzle = Puzzle()
    rows: dict[tuple[str, str, str], list[Cell]] = {}
    people: dict[tuple[str, str, str], int] = {}
    for one in records:
        cell = cell_of(one)
        rows.setdefault(cell[:3], []).append(cell)
        people[cell[:3]] = total = int(str(one["people"]))
        count = one["count"]
        known = (0, total) if count is None else (int(str(count)), int(str(count)))
        puzzle.bound(cell, *(told or {}).get(cell, known) if count is None else known)
    for group, cells in rows.items():
        puzzle.total(cells, people[group])
    sums: dict[tuple[Cell, str], list[Cell]] = {}
    for (path, by, name), cells in rows.items():
        wholes = [("everybody", "")] if by != "everybody" else []
        if by == "organisation" and sectors and (path, "sector", sectors[name]) in rows:
            wholes.append(("sector", sectors[name]))
        for cell in cells:
            for whole in wholes:
                sums.setdefault(((path, *whole, cell[-1]), by), []).append(cell)
    for (whole_cell, _), parts in sums.items():
        puzzle.total(parts, 0, less=whole_cell)
    return {cell_of(one): puzzle.range(cell_of(one)) for one in records if one["count"] is None}


def cell_of(one: Mapping[str, object]) -> Cell:
    """What a row of the records is about."""
    return str(one["path"]), str(one["by"]), str(one["group"]), str(one["answer"])


def ranges(
    counts: Counts, hidden: Iterable[tuple[int, int]], told: Mapping[tuple[int, int], Range]
) -> dict[tuple[int, int], Range]:
    """The range of each hidden cell of one table."""
    puzzle, hidden = Puzzle(), sorted(hidden)
    columns = range(len(counts.rows[0]))
    for row, cells in enumerate(counts.rows):
        for column, count in enumerate(cells):
            known = (row, column) not in hidden
            free = told.get((row, column), (0, sum(cells)))
            puzzle.bound((row, column), *((count, count) if known else free))
        puzzle.total([(row, column) for column in columns], sum(cells))
    for whole, parts in counts.partitions:
        for column in columns:
            puzzle.total([(part, column) for part in parts], 0, less=(whole, column))
    return {cell: puzzle.range(cell) for cell in hidden}
