"""Cells that lost what they said, where the rows below them rest on it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from attrs import field, frozen

from maturity.errors import Fault

from .cells import Table
from .headers import Role

if TYPE_CHECKING:
    from .cells import Row

_SAID: dict[Role, tuple[str, str]] = {
    "dimension": ("table.no-dimension", "the title of the dimension"),
    "part": ("table.no-dimension", "the title of the part"),
    "level": ("table.level", "the level"),
    "weight": ("table.weight", "the weight"),
}


@frozen
class Lost:
    """What was left out of one table, and holds for the next statement: a title or a level.

    `columns`: where each stands; None where the table has no such column.
    """

    table: Table
    file: str
    columns: Mapping[Role, int | None]
    _gone: dict[Role, Fault] = field(factory=dict)

    def look(self, row: Row) -> None:
        """Look at a row: it says what holds from here on, or says it no more."""
        if row.cell(self.columns.get("dimension")):
            self._gone.clear()
        self._gone.pop("weight", None)  # it holds for its row alone
        for of, (code, what) in _SAID.items():
            column = self.columns.get(of)
            if row.cell(column):
                self._gone.pop(of, None)
            said = next((said for where, said in row.lost if where == column), None)
            if column is not None and said is not None:
                at, hint = (row, column), "write it into the cell as plain words"
                told = f"{what} was left out: {said}"
                self._gone[of] = self.table.fault(code, self.file, at, told, hint)

    def taken(self) -> tuple[Fault, ...]:
        """The faults in what holds here; each is told once."""
        faults = tuple(self._gone.values())
        self._gone.clear()
        return faults
