"""Which counts of people are hidden, so that no small one can be read or worked out.

What needs protection: a count from 1 to `minimum` - 1, and the count of an answer that everybody of
a group gave (it says what each of them said). Nobody (0) may be shown. A count is safe when it is
not printed and everything that is printed, put together, leaves enough of a range for it:

- a small count could be anything from 0 to `minimum`, so that it can't be told whether anybody is
  there, nor whether it is small;
- an answer that everybody gave could have been given by `minimum` people fewer;
- even for somebody who is told which of the hidden counts are small, and so lie between 1 and
  `minimum` - 1, each hidden count could be at least two numbers.

More counts are hidden until that holds: the cheapest that open a way (few counts, then few people),
and then each one again that turns out not to be needed. See `sum_network` for the range, and
M. Fischetti, J. J. Salazar, Models and algorithms for the cell suppression problem (1999), for
protection levels. There, too, to hide as little as possible is too hard to be done exactly; what is
hidden here is never more than needed in the sense that no single count could be shown again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define, field, frozen

from .sum_network import Partition, SumNetwork

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .sum_network import Step

ALL_SHOWN = 1
ZERO, WHOLE = 1, 2  # how many counts more it weighs to hide a zero, or a sum of others


@frozen(eq=False)
class Counts:
    """How many people of each group (row) gave each answer (column).

    Row 0 is everybody; `partitions` says which rows are the sum of others (see
    `SumNetwork.of`), and is known to all, as is the sum of each row, which is `minimum` or more.
    `telling`: the columns that say something of a person when everybody of a group stands there.
    """

    rows: tuple[tuple[int, ...], ...]
    partitions: tuple[Partition, ...]
    telling: frozenset[int]


class Unprotected(Exception):
    """Rows that would be given away even if every count of the table were hidden: see `rows`."""

    def __init__(self, rows: frozenset[int]) -> None:
        """Keep them."""
        super().__init__(rows)
        self.rows = rows


def sensitive_cells(counts: Counts, minimum: int) -> list[int]:
    """The cells that need protection themselves; a cell is `row * columns + column`."""
    columns = len(counts.rows[0])
    return [
        row * columns + column
        for row, cells in enumerate(counts.rows)
        for column, count in enumerate(cells)
        if 1 <= count < minimum
        or (minimum > ALL_SHOWN and count == sum(cells) > 0 and column in counts.telling)
    ]


def hidden_cells(counts: Counts, minimum: int) -> frozenset[tuple[int, int]]:
    """The cells to hide, as (row, column). `minimum` is 3 or more, or 1: nothing is hidden.

    Unprotected where some rows can't be printed at all, not even with all of their counts hidden.

    >>> two = Counts(((70, 50), (40, 47), (30, 3)), ((0, (1, 2)),), frozenset({0, 1}))
    >>> sorted(hidden_cells(two, 11))
    [(1, 0), (1, 1), (2, 0), (2, 1)]
    """
    columns = len(counts.rows[0])
    hidden = _Chooser(counts, minimum).choose(sensitive_cells(counts, minimum))
    return frozenset(divmod(cell, columns) for cell in hidden)


@define(kw_only=True)
class _Demand:
    """How far a cell must be able to go: `up` and `down`; or with `either`, by one in some way.

    `told`: for somebody who knows which cells are small.
    """

    told: bool
    up: int = 0
    down: int = 0
    either: bool = False


@define(eq=False)
class _Chooser:
    """Hides cells until each is safe."""

    counts: Counts
    minimum: int
    network: SumNetwork = field(init=False)
    cells: list[int] = field(init=False)
    small: set[int] = field(init=False)
    hidden: set[int] = field(init=False, factory=set)
    proofs: dict[int, set[int]] = field(init=False, factory=dict)
    prices: list[int] = field(init=False)
    total: int = field(init=False)

    def __attrs_post_init__(self) -> None:
        """Lay out the cells."""
        rows, columns = self.counts.rows, len(self.counts.rows[0])
        self.network = SumNetwork.of(len(rows), columns, self.counts.partitions)
        self.cells = [count for row in rows for count in row]
        self.small = {n for n, count in enumerate(self.cells) if 1 <= count < self.minimum}
        wholes = {whole for whole, _ in self.counts.partitions}
        self.total = sum(rows[0])
        unit = self.total + 1
        self.prices = [
            unit * (1 + ZERO * (count == 0) + WHOLE * (n // columns in wholes)) + count
            for n, count in enumerate(self.cells)
        ]

    def choose(self, sensitive: list[int]) -> frozenset[int]:
        """The cells to hide."""
        self.hidden = set(sensitive)
        failed = set()
        queue = sorted(sensitive, key=lambda cell: (self.cells[cell], cell))
        while queue:
            for cell in queue:
                if not self._protect(cell, pay=True):
                    failed.add(cell // len(self.counts.rows[0]))
            queue = sorted(self.hidden - set(self.proofs)) if not failed else []
        if failed:
            raise Unprotected(frozenset(failed))
        self._show_again(set(sensitive))
        return frozenset(self.hidden)

    def _show_again(self, sensitive: set[int]) -> None:
        """Show each cell that isn't needed, the dearest first."""
        for cell in sorted(self.hidden - sensitive, key=lambda n: (-self.prices[n], n)):
            proofs = dict(self.proofs)
            self.hidden.discard(cell)
            del self.proofs[cell]
            touched = [other for other, proof in self.proofs.items() if cell in proof]
            if not all(self._protect(other, pay=False) for other in touched):
                self.hidden.add(cell)
                self.proofs = proofs

    def _protect(self, cell: int, *, pay: bool) -> bool:
        """Whether a cell is safe, after more are hidden where `pay` allows it."""
        proof: set[int] = set()
        for demand in self._demands(cell):
            used = self._meet(cell, demand, pay=pay)
            if used is None:
                return False
            self.hidden |= used
            proof |= used
        self.proofs[cell] = proof
        return True

    def _demands(self, cell: int) -> Iterable[_Demand]:
        count = self.cells[cell]
        if cell in self.small:
            yield _Demand(told=False, up=self.minimum - count, down=count)
        elif cell in self.hidden and self._everybody(cell):
            yield _Demand(told=False, down=self.minimum)
        else:
            yield _Demand(told=False, either=True)
        yield _Demand(told=True, either=True)

    def _everybody(self, cell: int) -> bool:
        row, column = divmod(cell, len(self.counts.rows[0]))
        cells = self.counts.rows[row]
        return column in self.counts.telling and cells[column] == sum(cells)

    def _meet(self, cell: int, demand: _Demand, *, pay: bool) -> set[int] | None:
        """The cells that have to be hidden for a demand; None: it can't be met."""
        if demand.either:
            ways = [self._shift(cell, up, 1, demand, pay=pay) for up in (True, False)]
            found = [(cost, used) for reached, used, cost in ways if reached]
            return min(found, key=lambda one: one[0])[1] if found else None
        needed: set[int] = set()
        for up, wanted in ((True, demand.up), (False, demand.down)):
            reached, used, _ = self._shift(cell, up, wanted, demand, pay=pay)
            if reached < wanted:
                return None
            if pay:
                self.hidden |= used
            needed |= used
        return needed

    def _shift(
        self, cell: int, up: bool, wanted: int, demand: _Demand, *, pay: bool  # noqa: FBT001  # half of a Step
    ) -> tuple[int, set[int], int]:  # fmt: skip
        """How far a cell can go; see `SumNetwork.shift`."""

        def room(step: Step, moved: int) -> int:
            other, rises = step
            is_small = demand.told and other in self.small
            count = self.cells[other]
            if rises:
                return (self.minimum - 1 if is_small else self.total) - count - moved
            return count - is_small + moved

        def price(other: int) -> int | None:
            if other in self.hidden:
                return 0
            return self.prices[other] if pay else None

        if not room((cell, up), 0):
            return 0, set(), 0
        return self.network.shift(cell, up, wanted, room, price)
