"""Buddies: who is strong at something with who is weak at it, and pairs that help both ways."""

from __future__ import annotations

import numpy as np
from attrs import field, frozen

from maturity.errors import NotComparable
from maturity.errors.arguments import expect
from maturity.model.frozen import FrozenMap
from maturity.model.scales import Level
from maturity.scoring.states import STATUSES
from maturity.scoring.words import article, listed

from .answer_places import answer_places
from .cohort import Cohort
from .commonalities import sides
from .one_each import one_each
from .pairing import best_choice


@frozen(kw_only=True)
class Help:
    """What one organisation could show another in one dimension.

    `mentor` stands `apart` levels above `learner`; both levels are secured, whatever is still
    missing. `items`: paths of items of which the mentor gives the highest answer and the learner
    one in the lower half of the scale, in file order.
    """

    dimension: str
    title: str
    mentor: str
    learner: str
    level: Level
    below: Level
    apart: int
    same_sector: bool
    items: tuple[str, ...] = field(default=(), repr=False)

    @property
    def text(self) -> str:
        """The pair in a sentence."""
        levels = "one level" if self.apart == 1 else f"{self.apart} levels"
        sector = ", in the same sector" if self.same_sector else ""
        return (
            f"{self.mentor} could show {self.learner} how it works on {self.title}: "
            f"{self.level.label} beside {self.below.label}, {levels} apart{sector}."
        )


@frozen(kw_only=True)
class Mutual:
    """Two organisations that could help each other: in `gives` the first, in `gets` the second."""

    first: str
    second: str
    gives: tuple[Help, ...]
    gets: tuple[Help, ...]

    @property
    def text(self) -> str:
        """The pair in a sentence."""
        there, back = (listed([one.title for one in side]) for side in (self.gives, self.gets))
        return (
            f"{self.first} and {self.second} could help each other: "
            f"the first with {there}, the second with {back}."
        )


@frozen(kw_only=True)
class Buddies:
    """Who could help whom. `pairs` by dimension, in the framework's order; `rule`: how chosen.

    `unmatched`: by dimension, who stands below the top level and is in no pair there.
    """

    pairs: tuple[Help, ...]
    mutual: tuple[Mutual, ...]
    unmatched: FrozenMap[str, tuple[str, ...]]
    rule: str
    notes: tuple[str, ...] = ()

    def to_records(self) -> list[dict[str, object]]:
        """Plain rows, one for each pair."""
        return [
            {
                "dimension": one.dimension, "mentor": one.mentor, "learner": one.learner,
                "mentor_level": one.level.id, "learner_level": one.below.id, "apart": one.apart,
                "same_sector": one.same_sector, "items": " ".join(one.items), "text": one.text,
            }
            for one in self.pairs
        ]  # fmt: skip


def buddies(cohort: Cohort, *, capacity: int = 2, apart: int = 1, again: bool = False) -> Buddies:
    """The best pairs of strong and weak, of all that are possible together.

    In each dimension a learner has one mentor at most, who stands at least `apart` levels above
    it; a mentor has at most `capacity` learners over all dimensions, and nobody is paired with the
    same partner in two dimensions unless `again` is true. Among all such choices this one has the
    most levels between mentors and learners in all, and of those the most pairs within a sector.
    Levels are the secured ones; who has none to state, and dimensions without levels, have no
    part. Besides, each organisation is in at most one pair that helps both ways, chosen likewise.
    ExtraMissing without the extra `solve`.

    >>> import maturity as mt
    >>> board = mt.load_framework("hwb-board")
    >>> vision = [item.id for item in board["vision"].items]
    >>> strong = board.assess(dict.fromkeys(vision, "met"), organisation="A")
    >>> weak = board.assess(dict.fromkeys(vision, "not-yet"), organisation="B")
    >>> print(mt.buddies(mt.Cohort.of([strong, weak])).pairs[0].text)
    A could show B how it works on Vision: Exemplar beside Not yet young, 4 levels apart.
    """
    expect(cohort, Cohort, "buddies() takes a cohort", "make one with Cohort.of(assessments)")
    for name, number in (("capacity", capacity), ("apart", apart)):
        expect(number, int, f"buddies() takes a whole number as {name}")
        if number < 1:
            raise ValueError(f"buddies() takes 1 or more as {name}, found {number}")
    if not len(cohort):
        raise NotComparable("there are no assessments; give at least two organisations")
    table = _Table(one_each(cohort))
    possible = [one for path in table.ranks for one in table.possible(path, apart)]
    pairs = _best_pairs(possible, table, capacity, again=again)
    return Buddies(
        pairs=tuple(map(table.help, pairs)),
        mutual=tuple(table.mutual(*two) for two in _best_mutual(possible)),
        unmatched=table.unmatched(pairs),
        rule=_rule(cohort.framework.term("dimension"), capacity, apart, again=again),
        notes=table.each.notes,
    )


@frozen
class _Pair:
    """A mentor and a learner in a dimension, by their places in the table."""

    path: str
    mentor: int
    learner: int
    apart: int


class _Table:
    """Who stands where; in the order of names, so that the order of the rows decides nothing."""

    def __init__(self, each: Cohort) -> None:
        order = sorted(each, key=lambda row: row.name)
        self.each = each.take(np.array([row.place for row in order], np.intp))
        self.organisations = [row.organisation for row in order]
        self.names = [row.name for row in order]
        self.dimensions = {one.id: one for one in each.asked.dimensions}
        self.ranks = {path: self._ranks(path) for path in self.dimensions}
        self.sides = sides(answer_places(self.each))

    def _ranks(self, path: str) -> list[int]:
        """The secured rank of each organisation; -1 where there is none to state."""
        states = self.each.scores[path]
        told = np.isin(states.status, [STATUSES.index(name) for name in ("certain", "open")])
        return [int(rank) for rank in np.where(told, states.stated.rank, -1)]

    def possible(self, path: str, apart: int) -> list[_Pair]:
        """Every mentor and learner that stand far enough apart."""
        ranks = self.ranks[path]
        return [
            _Pair(path, mentor, learner, above - below)
            for mentor, above in enumerate(ranks)
            for learner, below in enumerate(ranks)
            if below >= 0 and above - below >= apart
        ]

    def alike(self, pair: _Pair) -> bool:
        """Whether the two are of one sector."""
        sector = self.organisations[pair.mentor].sector
        return sector is not None and sector == self.organisations[pair.learner].sector

    def help(self, pair: _Pair) -> Help:
        """A pair, told."""
        ranks = self.ranks[pair.path]
        return Help(
            dimension=pair.path,
            title=self.dimensions[pair.path].title,
            mentor=self.names[pair.mentor],
            learner=self.names[pair.learner],
            level=self._level(pair.path, ranks[pair.mentor]),
            below=self._level(pair.path, ranks[pair.learner]),
            apart=pair.apart,
            same_sector=self.alike(pair),
            items=self._items(pair),
        )

    def _level(self, path: str, rank: int) -> Level:
        ladder = self.each.plan.nodes[self.each.plan.row[path]].ladder
        return ladder[rank - 1] if rank else self.each.framework.below

    def _items(self, pair: _Pair) -> tuple[str, ...]:
        """The items on which the mentor is strong and the learner weak."""
        index = self.each.plan.leaves.index
        return tuple(
            item.id
            for item in self.dimensions[pair.path].items
            if self.sides["strength"][index[item.id], pair.mentor]
            and self.sides["deficit"][index[item.id], pair.learner]
        )

    def mutual(self, gives: list[_Pair], gets: list[_Pair]) -> Mutual:
        """A pair that helps both ways, told."""
        return Mutual(
            first=self.names[gives[0].mentor],
            second=self.names[gives[0].learner],
            gives=tuple(map(self.help, gives)),
            gets=tuple(map(self.help, gets)),
        )

    def unmatched(self, pairs: list[_Pair]) -> FrozenMap[str, tuple[str, ...]]:
        """By dimension, who stands below the top level and has no mentor there."""
        helped = {(pair.path, pair.learner) for pair in pairs}
        plan = self.each.plan
        return FrozenMap(
            {
                path: tuple(
                    self.names[place]
                    for place, rank in enumerate(ranks)
                    if 0 <= rank < plan.nodes[plan.row[path]].rungs and (path, place) not in helped
                )
                for path, ranks in self.ranks.items()
            }
        )


def _best_pairs(possible: list[_Pair], table: _Table, capacity: int, *, again: bool) -> list[_Pair]:
    """The best pairs: most levels apart in all, then most within a sector."""
    most = len(possible) + 1
    worth = [pair.apart * most + table.alike(pair) for pair in possible]
    limits: list[tuple[list[tuple[object, ...]], int]] = [
        ([((pair.path, pair.learner),) for pair in possible], 1),
        ([(pair.mentor,) for pair in possible], capacity),
    ]
    if not again:
        limits.append(([(frozenset((pair.mentor, pair.learner)),) for pair in possible], 1))
    return [possible[place] for place in best_choice(worth, limits)]


def _best_mutual(possible: list[_Pair]) -> list[tuple[list[_Pair], list[_Pair]]]:
    """The best pairs that help both ways, each organisation in one at most.

    What a pair is worth is the smaller of what the two give, so that it helps both.
    """
    between: dict[tuple[int, int], list[_Pair]] = {}
    for pair in possible:
        between.setdefault((pair.mentor, pair.learner), []).append(pair)
    twos = [(a, b) for a, b in between if a < b and (b, a) in between]
    worth = [
        min(sum(pair.apart for pair in between[way]) for way in ((a, b), (b, a))) for a, b in twos
    ]
    chosen = [twos[place] for place in best_choice(worth, [(twos, 1)])]
    return [(between[a, b], between[b, a]) for a, b in chosen]


def _rule(word: str, capacity: int, apart: int, *, again: bool) -> str:
    """How the pairs were chosen; `word`: the framework's own for a dimension."""
    levels = "one level" if apart == 1 else f"{apart} levels"
    twice = "" if again else " Nobody is paired with the same partner twice."
    return (
        f"A mentor stands at least {levels} above the learner, both levels secured. Each has one "
        f"mentor at most in {article(word)} {word}, and a mentor has {capacity} at most in all."
        f"{twice} Of all such choices this one has the most levels between mentors and learners, "
        "and of those the most pairs within a sector; others may be as good."
    )
