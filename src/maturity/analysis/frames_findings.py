"""What is wrong with a table: every fault with its row and column, in the order of the rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define, field

from maturity.errors import Fault, FaultsFound, Problem, Where, cut
from maturity.files.faults import MOST_FAULTS

if TYPE_CHECKING:
    from collections.abc import Callable

    from maturity.scoring.arrays import Indices

TABLE = "table"


@define
class Findings:
    """The faults found in one table. Rows are counted from 0 here and from 1 in messages.

    Of each kind of fault as many are kept as are shown; `count` is of all.
    """

    kept: list[tuple[int, Fault]] = field(factory=list)
    count: int = 0

    def add(self, problem: Problem, row: int | None = None, column: str | None = None) -> None:
        """Keep the fault that is in a cell, in a whole row or column, or in the table."""
        parts = [] if row is None else [f"row {row + 1}"]
        parts += [] if column is None else [f"column '{cut(column)}'"]
        where = Where(", ".join(parts) or TABLE)
        order = -1 if row is None else row
        self.kept.append((order, Fault(problem.code, where, problem.what, problem.hint)))
        self.count += 1

    def at_rows(self, rows: Indices, column: str | None, told: Callable[[int], Problem]) -> None:
        """Keep one fault for each of `rows`; `told` says what is wrong with the row."""
        for row in rows[:MOST_FAULTS].tolist():
            self.add(told(row), row, column)
        self.count += len(rows[MOST_FAULTS:])

    def stop(self) -> None:
        """FaultsFound where there are any."""
        if not self.count:
            return
        self.kept.sort(key=lambda pair: pair[0])
        faults = [fault for _, fault in self.kept[:MOST_FAULTS]]
        more = self.count - len(faults)
        if more:
            what = f"and {more} more fault{'s are' if more > 1 else ' is'} not shown"
            faults.append(Fault("faults.more", Where(TABLE), what, "mend these first"))
        raise FaultsFound(faults)
