"""The attack on hidden numbers: all that the printed ones, put together, say about each of them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from attrs import define, field
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import lil_array

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping

    from maturity.analysis.suppression import Counts

Range = tuple[int, int]


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
    told: Mapping[Hashable, Range] | None = None,
) -> dict[Hashable, Range]:
    """The range of each number that is hidden in the rows of all tables together.

    `sectors`: of each organisation, where both are shown. `told`: what is known of single cells
    besides.
    """
    puzzle = Puzzle()
    rows: dict[tuple[object, object, object], list[Hashable]] = {}
    people: dict[tuple[object, object, object], int] = {}
    hidden = []
    for one in records:
        group = (one["path"], one["by"], one["group"])
        name = cell_of(one)
        rows.setdefault(group, []).append(name)
        people[group] = int(one["people"])  # type: ignore[call-overload]  # a number
        count = one["count"]
        if count is None:
            hidden.append(name)
            puzzle.bound(name, *(told or {}).get(name, (0, people[group])))
        else:
            puzzle.bound(name, int(count), int(count))  # type: ignore[call-overload]  # a number
    for group, cells in rows.items():
        puzzle.total(cells, people[group])
    sums: dict[Hashable, list[Hashable]] = {}
    for path, by, name in rows:
        if by == "everybody":
            continue
        for *_, answer in rows[path, by, name]:  # type: ignore[misc]  # a cell is a tuple
            sums.setdefault((path, "everybody", "", answer, by), []).append(
                (path, by, name, answer)
            )
            if by == "organisation" and sectors and (path, "sector", sectors[str(name)]) in rows:
                whole = (path, "sector", sectors[str(name)], answer, by)
                sums.setdefault(whole, []).append((path, by, name, answer))
    for whole, parts in sums.items():
        puzzle.total(parts, 0, less=whole[:-1])  # type: ignore[index]  # a tuple
    return {name: puzzle.range(name) for name in hidden}


def cell_of(one: Mapping[str, object]) -> tuple[object, ...]:
    """What a row of the records is about."""
    return one["path"], one["by"], one["group"], one["answer"]


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
