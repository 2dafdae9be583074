"""A smallest set of items between here and the next level."""

from __future__ import annotations

from itertools import chain, combinations, islice
from typing import TYPE_CHECKING, Literal

import numpy as np
from attrs import field, frozen

from maturity.model.scales import Level

from .cells import answer_to, given, held_down, is_top, repeated
from .engine import BLOCK_SIZE, evaluate
from .gains import Constraint, median_ways, needed, order_of, staged_constraints
from .leaves import ABSENT, NOT_APPLICABLE, UNANSWERED
from .readings import SLOT_FIELDS, Reading
from .smallest import Cover, smallest_cover

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from .engine import Results
    from .entries import Node
    from .scorecard import Score, Scorecard

MOST_ENUMERATED = 20
MOST_FORCED = 400

Mark = Literal["answer", "unanswered", "evidence"]


@frozen
class Blocker:
    """One item to raise: its `path` and `text`, and what is in the way.

    `mark`: `answer` (the answer is too low), `unanswered`, or `evidence` (the answer would do, but
    its evidence is missing or has expired).
    """

    path: str
    text: str
    mark: Mark


@frozen
class Blockers:
    """The fewest items which, raised to their top answer, reach `target`, the next level.

    Other sets of the same size may do as well: this is the one that comes first in the framework.
    `target` is None at the top, and where there is no level. `reachable` is False where even all
    items together don't reach it. `exact` is False where the tree is too large for a proof: the
    set suffices, but a smaller one or an earlier one may exist.
    """

    target: Level | None
    items: tuple[Blocker, ...] = field(default=())
    reachable: bool = True
    exact: bool = True

    def __len__(self) -> int:
        """How many items."""
        return len(self.items)

    def __iter__(self) -> Iterator[Blocker]:
        """The items, in file order."""
        return iter(self.items)


def find_blockers(card: Scorecard, score: Score) -> Blockers:
    """See `Score.blockers`.

    Exact for a node that reads items alone: for a mean, a sum or a share the largest gains say how
    many it takes; for staged levels and a median it is a smallest cover of what they ask for. A
    tree of several rules is searched whole up to twenty items that can improve. Of the sets that
    are as small, the first in the framework's order is found: an item is in it where it and the
    best of those after it can do what is left.
    """
    here = score.level or (score.bounds.low.level if score.bounds else None)
    if here is None or not score.node.levelled:
        return Blockers(None)
    # Where a missing answer blocks all levels, what is secured has to be reached first.
    rank = max(here.rank, 1) if _is_blocked(card, score) else here.rank + 1
    if rank > score.node.rungs:
        return Blockers(None)
    target = score.node.ladder[rank - 1]
    search = _Search(card, score.node, target.rank)
    if not search.reachable:
        return Blockers(target, reachable=False)
    chosen, exact = search.smallest()
    return Blockers(target, tuple(search.blocker(leaf) for leaf in chosen), exact=exact)


def _is_blocked(card: Scorecard, score: Score) -> bool:
    """Whether no level is stated because something that is missing blocks it."""
    results = card.results
    row = card.plan.row[score.path]
    return bool(results.blocked[row, results.at(Reading.STATED), card.column])


class _Search:
    """Looks for a smallest set of candidates, asking the engine what a set reaches."""

    def __init__(self, card: Scorecard, node: Node, rank: int, over: _Search | None = None) -> None:
        self.card, self.node, self.rank = card, node, rank
        self.plan = card.plan
        self.steps = self.plan.needed_for(node.path)
        nodes = [node for step in self.steps for node in step.nodes]
        self.conventions = {node.conventions for node in nodes}
        blocks = any(one.missing == "block" for one in self.conventions)
        # What is missing may block what is stated: it has to be reached as well.
        self.readings = (Reading.LOW, Reading.STATED) if blocks else (Reading.LOW,)
        self.row = self.plan.row[node.path]
        file_order = [self.plan.leaves.index[item.id] for item in card.asked.items]
        # Where some node lets "not applicable" block or count as lowest, raising an item lifts it.
        lifts = [node for node in nodes if node.conventions.not_applicable in {"block", "lowest"}]
        self.lifts_na = {slot for node in lifts for slot in node.depends_on}
        self.everything = [leaf for leaf in file_order if self._may_be_raised(leaf)]
        # What is read of an item is the same for a branch as for what stands above it.
        self.base: Results = over.base if over else self._results([(), self.everything])
        better = self._improving()
        self.candidates = [leaf for leaf in self.everything if leaf in better]
        self.place = {leaf: place for place, leaf in enumerate(self.candidates)}

    def _may_be_raised(self, leaf: int) -> bool:
        """Answers and open answers may; "not applicable" only where it blocks or counts lowest."""
        if leaf not in self.node.reads:
            return False
        codes = self.card.cells.codes[:, leaf, self.card.column]
        return bool(((codes < ABSENT) | (codes == UNANSWERED)).any()) or leaf in self.lifts_na

    def _improving(self) -> set[int]:
        """The items whose raising changes what any node reads of them."""
        found = np.zeros(len(self.plan.leaves.items), bool)
        for conventions in self.conventions:
            for name in SLOT_FIELDS:
                seen = getattr(self.base.slots[conventions], name)[: len(found)]
                found |= (seen[:, ::2] != seen[:, 1::2]).any(axis=1)  # before, after, each reading
        return set(np.flatnonzero(found).tolist())

    def _results(self, sets: Sequence[Iterable[int]]) -> Results:
        """The low reading of the assessment with each of `sets` raised."""
        column = slice(self.card.column, self.card.column + 1)
        cells = self.card.cells
        codes = np.repeat(cells.codes[:, :, column], len(sets), axis=2)
        for place, leaves in enumerate(sets):
            for leaf in leaves:
                cell = codes[:, leaf, place]
                stays = cell == ABSENT
                if leaf not in self.lifts_na:
                    stays |= cell == NOT_APPLICABLE
                codes[:, leaf, place] = np.where(stays, cell, self.plan.leaves.top[leaf])
        raised = repeated(cells, column, codes)
        return evaluate(self.plan, raised, self.readings, self.steps)

    @property
    def reachable(self) -> bool:
        """Whether all of them together, raised, reach the rank."""
        return self._reached(self.base)[1]

    def reaches(self, sets: Sequence[Iterable[int]]) -> list[bool]:
        """Whether each set, raised, reaches the rank."""
        found: list[bool] = []
        for start in range(0, len(sets), BLOCK_SIZE):
            found += self._reached(self._results(sets[start : start + BLOCK_SIZE]))
        return found

    def _reached(self, results: Results) -> list[bool]:
        """Whether the rank is reached, in each column."""
        ranks = [results.rank[self.row, results.at(one)] for one in self.readings]
        return (np.min(ranks, axis=0) >= self.rank).tolist()  # type: ignore[no-any-return]

    def smallest(self) -> tuple[list[int], bool]:
        """A smallest set in file order, and whether it is proven to be one."""
        below = self._apart()
        if below:
            found = [search.smallest() for search in below]
            chosen = [leaf for leaves, _ in found for leaf in leaves]
            return self._in_file_order(chosen), all(exact for _, exact in found)
        if self.node.rule.name == "staged" and self._reads_items_alone():
            proven = self._staged()
            if proven is not None and proven.exact and self.reaches([proven.items])[0]:
                return self._in_file_order(proven.items), True
        forced = self._forced()
        if self.reaches([forced])[0]:
            return forced, True
        if self._reads_items_alone():
            single = self._single_rule(forced)
            if single is not None and self.reaches([single.items])[0]:
                return self._in_file_order(single.items), single.exact
        enough = self._greedy(forced)
        if len(self.candidates) > MOST_ENUMERATED:
            return self._in_file_order(enough), len(enough) == len(forced)
        return self._in_file_order(self._enumerate(forced, enough)), True

    def _reads_items_alone(self) -> bool:
        """Whether the node's own rule is the only one at work."""
        capped = all(entry.is_item for entry, _ in self.node.caps)
        return capped and all(entry.is_item for entry in self.node.entries)

    def _apart(self) -> list[_Search]:
        """The searches into which that of a weakest link over branches falls apart.

        Each branch that is too low has to be raised for itself, where no two share an item.
        """
        slots = self.base.slots.get(self.node.conventions)
        entries = self.node.entries
        if len(self.readings) > 1:
            return []
        if self.node.rule.name != "weakest-link" or not self.node.by_rank or self.node.caps:
            return []
        if slots is None or any(e.is_item or slots.blocked[e.slot, 0] for e in entries):
            return []
        nodes = [self.plan.nodes[e.slot - len(self.plan.leaves.items)] for e in entries]
        read = [leaf for node in nodes for leaf in node.reads]
        if len(read) != len(set(read)):
            return []
        low = [slots.counted[e.slot, 0] and slots.rank[e.slot, 0] < self.rank for e in entries]
        return [
            _Search(self.card, node, self.rank, self)
            for node, short in zip(nodes, low, strict=True)
            if short
        ]

    def _staged(self, known: Sequence[Constraint] = ()) -> Cover | None:
        """The cover of what staged levels over items ask for."""
        asked = staged_constraints(
            self.steps[-1], self.base.slots[self.node.conventions], self.rank
        )
        return smallest_cover(self.candidates, [*asked, *known])

    def _in_file_order(self, leaves: Iterable[int]) -> list[int]:
        chosen = set(leaves)
        return [leaf for leaf in self.candidates if leaf in chosen]

    def _forced(self) -> list[int]:
        """The items without which not even all the others together suffice."""
        if len(self.candidates) > MOST_FORCED:
            return self._in_file_order(self._needed())
        without = [[c for c in self.candidates if c != leaf] for leaf in self.candidates]
        enough = self.reaches(without)
        return [leaf for leaf, fine in zip(self.candidates, enough, strict=True) if not fine]

    def _needed(self) -> set[int]:
        """The same for a node that reads items alone, quickly; empty for any other."""
        if not self._reads_items_alone() or self.node.rule.name == "staged":
            return set()
        return needed(self.steps[-1], self.base.slots[self.node.conventions], self.rank)

    def _single_rule(self, forced: list[int]) -> Cover | None:
        """The cover for a node that reads items alone; None where nothing can be summed up."""
        slots, step = self.base.slots[self.node.conventions], self.steps[-1]
        free = [leaf for leaf in self.candidates if leaf not in forced]
        known = [Constraint(1.0, {leaf: 1.0}) for leaf in forced]
        if self.node.rule.name == "staged":
            return self._staged(known)
        if self.node.rule.name == "median":
            ways = median_ways(step, slots, self.rank)
            covers = [smallest_cover(self.candidates, [*way, *known]) for way in ways]
            found = [cover for cover in covers if cover is not None]
            exact = all(cover.exact for cover in found)
            first = min(found, key=self._rank_of, default=None)
            return None if first is None else Cover(first.items, exact)
        if self.node.rule.name == "high-water-mark":
            one = self._first([*forced, leaf] for leaf in free)
            return None if one is None else Cover(one)
        if self.node.rule.name in {"weakest-link", "equivalence"}:
            return Cover(self._greedy(forced))  # what is too low is all of it needed
        ordered = order_of(step, slots, free)
        sizes = range(len(ordered) + 1)
        largest = self._first([*forced, *ordered[:size]] for size in sizes)
        if largest is None:
            return None
        return Cover(self._earliest(forced, ordered, len(largest) - len(forced)))

    def _rank_of(self, cover: Cover) -> tuple[int, list[int]]:
        """Where a cover stands: fewer items first, then those that come first."""
        return len(cover.items), [self.place[leaf] for leaf in cover.items]

    def _earliest(self, forced: list[int], ordered: list[int], size: int) -> list[int]:
        """The first set in file order of `forced` and `size` others, whose gains add up.

        `ordered`: these others, the largest gain first. An item is taken where the largest gains
        of those after it can do the rest.
        """
        chosen: list[int] = []
        for leaf in sorted(ordered, key=self.place.__getitem__):
            if len(chosen) == size:
                break
            later = [other for other in ordered if self.place[other] > self.place[leaf]]
            rest = later[: size - len(chosen) - 1]
            if self.reaches([[*forced, *chosen, leaf, *rest]])[0]:
                chosen.append(leaf)
        return [*forced, *chosen]

    def _first(self, sets: Iterable[list[int]]) -> list[int] | None:
        """The first of `sets` that reaches the rank, tried a block at a time; None: none does."""
        for batch in _batches(iter(sets)):
            reached = self.reaches(batch)
            if True in reached:
                return batch[reached.index(True)]
        return None

    def _greedy(self, forced: list[int]) -> list[int]:
        """A set that suffices and has nothing to spare: drop what can go, halves first."""
        chosen = list(self.candidates)
        size = max(len(chosen) // 2, 1)
        while chosen:
            for end in range(len(chosen), 0, -size):
                going = set(chosen[max(end - size, 0) : end]).difference(forced)
                fewer = [leaf for leaf in chosen if leaf not in going]
                if going and self.reaches([fewer])[0]:
                    chosen = fewer
            if size == 1:
                break
            size //= 2
        return chosen

    def _enumerate(self, forced: list[int], enough: list[int]) -> list[int]:
        """The first in file order of the smallest sets, none larger than `enough`."""
        free = [leaf for leaf in self.candidates if leaf not in forced]
        sizes = range(len(enough) - len(forced) + 1)
        sets = chain.from_iterable(combinations(free, size) for size in sizes)
        return self._first([*forced, *extra] for extra in sets) or enough

    def blocker(self, leaf: int) -> Blocker:
        """What stands in an item's way."""
        item = self.plan.leaves.items[leaf]
        mark: Mark = "answer"
        if (self.card.cells.codes[:, leaf, self.card.column] == UNANSWERED).any():
            mark = "unanswered"
        elif self._only_evidence(leaf):
            mark = "evidence"
        return Blocker(item.claims or item.id, item.text, mark)

    def _only_evidence(self, leaf: int) -> bool:
        """Whether the answers are the top ones already, but for their evidence."""
        leaves, card = self.plan.leaves, self.card
        item, scale = leaves.items[leaf], leaves.scales[leaf]
        answer = answer_to(item, card.assessment)
        if answer is None or not held_down(item, scale, leaves.homes[leaf], answer, card.as_of):
            return False
        return all(is_top(scale, value) for value in given(answer))


def _batches(sets: Iterator[list[int]]) -> Iterator[list[list[int]]]:
    """Lists of sets, a block at a time."""
    while batch := list(islice(sets, BLOCK_SIZE)):
        yield batch
