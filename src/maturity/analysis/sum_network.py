"""Counts with known sums as a network: what the sums alone say about a count that isn't printed.

A count of people stands in a row (a group) and a column (an answer). The sum of each row is known;
some rows are the sum of others. Then each count belongs to two sums, and is an arc from one to the
other: to raise one count and keep all sums, others must rise and fall along a way back. What can
flow back is how far the count could be from what it is (L. H. Cox, Network models for complementary
cell suppression, JASA 90, 1995). Such a network has whole-number answers, so the range is exact.
"""

from __future__ import annotations

from collections import deque
from heapq import heappop, heappush
from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

Partition = tuple[int, tuple[int, ...]]
"""A row, and the rows whose sum it is."""

Step = tuple[int, bool]
"""A cell, and whether it rises."""


@frozen(eq=False)
class SumNetwork:
    """Cells as arcs between sums; a cell is `row * columns + column`.

    `tails` and `heads`: the sum on either side of each cell; `at`: the steps away from each sum,
    with the sum that each leads to.
    """

    tails: tuple[int, ...]
    heads: tuple[int, ...]
    at: tuple[tuple[tuple[int, bool, int], ...], ...]

    @classmethod
    def of(cls, rows: int, columns: int, partitions: Sequence[Partition]) -> SumNetwork:
        """The network of a table. Row 0 is the whole, which may be the sum of others in two ways.

        Any other row may be it in one way, and each is part of one. `partitions` come from the
        whole downwards.
        """
        ends = [[[row] * columns, [row] * columns] for row in range(rows)]
        own = [[True, True] for _ in range(rows)]
        count = rows
        for whole, parts in partitions:
            sums = list(range(count, count + columns))
            count += columns
            side = own[whole].index(True)
            ends[whole][side], own[whole][side] = sums, False
            for part in parts:
                ends[part][1 - side], own[part][1 - side] = sums, False
        tails = tuple(node for row in ends for node in row[0])
        heads = tuple(node for row in ends for node in row[1])
        at: list[list[tuple[int, bool, int]]] = [[] for _ in range(count)]
        for cell, (tail, head) in enumerate(zip(tails, heads, strict=True)):
            at[tail].append((cell, True, head))
            at[head].append((cell, False, tail))
        return cls(tails, heads, tuple(map(tuple, at)))

    def shift(
        self, cell: int, up: bool, wanted: int, room: Callable[[Step, int], int],  # noqa: FBT001  # half of a Step
        price: Callable[[int], int | None],
    ) -> tuple[int, set[int], int]:  # fmt: skip
        """How far one cell can rise (or fall) while all sums stay: up to `wanted`.

        `wanted`: no more than there is room for in the cell itself. `room(step, moved)`: how far a
        cell can still go, after it has moved by `moved`. `price(cell)`: what it costs to let a cell
        move; None: it can't. The cheapest ways are taken. Also the other cells that moved, and what
        they cost together.
        """
        start, goal = self.heads[cell], self.tails[cell]
        if not up:
            start, goal = goal, start
        moved: dict[int, int] = {cell: 0}
        used: set[int] = set()
        reached = cost = 0

        def left(step: Step) -> int:
            other = step[0]
            return 0 if other == cell else room(step, moved.get(other, 0))

        def toll(other: int) -> int | None:
            return 0 if other in used else price(other)

        while reached < wanted:
            way = self._way(start, goal, left, toll)
            if way is None:
                break
            step = min(wanted - reached, *(left(one) for one in way))
            for other, rises in way:
                cost += toll(other) or 0
                used.add(other)
                moved[other] = moved.get(other, 0) + (step if rises else -step)
            reached += step
        return reached, used, cost

    def _way(
        self,
        start: int,
        goal: int,
        left: Callable[[Step], int],
        toll: Callable[[int], int | None],
    ) -> list[Step] | None:
        """The cheapest way from one sum to another; of equals the shortest; None: there is none."""
        return self._free(start, goal, left, toll) or self._cheapest(start, goal, left, toll)

    def _free(
        self,
        start: int,
        goal: int,
        left: Callable[[Step], int],
        toll: Callable[[int], int | None],
    ) -> list[Step] | None:
        """The shortest way that costs nothing."""
        last = {
            node: (cell, not rises)
            for cell, rises, node in self.at[goal]
            if toll(cell) == 0 and left((cell, not rises)) > 0
        }
        came: dict[int, tuple[int, Step]] = {start: (start, (-1, True))}
        queue = deque([start])
        while queue and not last.keys() & came.keys():
            node = queue.popleft()
            for cell, rises, other in self.at[node]:
                if other not in came and toll(cell) == 0 and left((cell, rises)) > 0:
                    came[other] = (node, (cell, rises))
                    queue.append(other)
                    if other in last:
                        break
        met = last.keys() & came.keys()
        if not met:
            return None
        node = min(met)
        return [last[node], *_back(came, node, start)]

    def _cheapest(
        self,
        start: int,
        goal: int,
        left: Callable[[Step], int],
        toll: Callable[[int], int | None],
    ) -> list[Step] | None:
        """The way that costs least."""
        best: dict[int, tuple[int, int]] = {start: (0, 0)}
        came: dict[int, tuple[int, Step]] = {}
        heap, done = [(0, 0, start)], set()
        while heap:
            cost, length, node = heappop(heap)
            if node == goal:
                return _back(came, goal, start)
            if node in done:
                continue
            done.add(node)
            for cell, rises, other in self.at[node]:
                price = None if other in done else toll(cell)
                if price is None or left((cell, rises)) <= 0:
                    continue
                reach = (cost + price, length + 1)
                if other not in best or reach < best[other]:
                    best[other] = reach
                    came[other] = (node, (cell, rises))
                    heappush(heap, (*reach, other))
        return None


def _back(came: Mapping[int, tuple[int, Step]], node: int, start: int) -> list[Step]:
    """The steps that led from the start to a sum, the last one first."""
    way = []
    while node != start:
        node, step = came[node]
        way.append(step)
    return way
