"""The fewest items that cover every constraint."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from attrs import field, frozen

from .arrays import Floats

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .gains import Constraint

# Sums of decimal weights miss by a few last bits; the engine has the last word on every cover.
SLACK = 1e-12
EFFORT = 10_000
MOST_KINDS = 300
ROUNDS = 200


@frozen
class Cover:
    """Items that cover every constraint; `exact`: it is proven that no fewer do."""

    items: list[int]
    exact: bool = True


class _TooMuchError(Exception):
    """The search has taken all the effort that it may."""


def smallest_cover(items: Sequence[int], constraints: Sequence[Constraint]) -> Cover | None:
    """The fewest of `items` whose gains reach what every constraint misses; None: impossible.

    Of the sets that are as small it is the first, in the order of `items`. What no cover can do
    without is taken first; constraints that share no item are covered each for itself.
    """
    chosen: set[int] = set()
    for constraint in constraints:
        room = sum(constraint.gains.values()) - constraint.missing
        if room < -SLACK * max(1.0, abs(constraint.missing)):
            return None
        chosen |= {item for item, gain in constraint.gains.items() if gain > room + SLACK}
    exact = True
    for group in _apart([_without(constraint, chosen) for constraint in constraints]):
        found = _cover(items, group)
        chosen.update(found.items)
        exact &= found.exact
    return Cover([item for item in items if item in chosen], exact)


def _without(constraint: Constraint, chosen: set[int]) -> tuple[float, dict[int, float]]:
    """What a constraint still misses once some items are chosen, and the gains of the others."""
    taken = sum(gain for item, gain in constraint.gains.items() if item in chosen)
    left = {i: gain for i, gain in constraint.gains.items() if i not in chosen and gain > 0}
    return constraint.missing - taken, left


def _apart(
    constraints: Sequence[tuple[float, dict[int, float]]],
) -> list[list[tuple[float, dict[int, float]]]]:
    """The constraints that miss something, in groups that have no item in common."""
    groups: list[tuple[set[int], list[tuple[float, dict[int, float]]]]] = []
    for missing, gains in constraints:
        if missing <= SLACK:
            continue
        shared, members = set(gains), [(missing, gains)]
        for group in [group for group in groups if shared & group[0]]:
            groups.remove(group)
            shared |= group[0]
            members = [*group[1], *members]
        groups.append((shared, members))
    return [members for _, members in groups]


def _cover(items: Sequence[int], constraints: list[tuple[float, dict[int, float]]]) -> Cover:
    """A smallest cover of constraints that all the items together can cover."""
    useful = [item for item in items if any(item in gains for _, gains in constraints)]
    gains = np.array([[g.get(item, 0.0) for _, g in constraints] for item in useful])
    missing = np.array([amount for amount, _ in constraints])
    gains, missing = gains / missing, np.ones(len(missing))
    prices = _prices(gains, missing, len(_greedy(gains, missing, gains.sum(axis=1))))
    worth = gains @ prices
    gains, missing = np.column_stack([gains, worth]), np.append(missing, prices.sum())
    chosen = _greedy(gains, missing, worth)
    exact = True
    try:
        chosen = _fewest(gains, missing, chosen)
    except _TooMuchError:
        exact = False
    return Cover([useful[place] for place in _first(gains, missing, chosen)], exact)


def _greedy(gains: Floats, missing: Floats, worth: Floats) -> list[int]:
    """A cover with nothing to spare: what is worth most first, then without what can go."""
    chosen: list[int] = []
    left = missing.copy()
    order = np.argsort(-worth, kind="stable").tolist()
    for place in order:
        if (left <= SLACK).all():
            break
        if (gains[place][left > SLACK] > 0).any():
            chosen.append(place)
            left = left - gains[place]
    for place in reversed(chosen.copy()):
        if (left + gains[place] <= SLACK).all():
            chosen.remove(place)
            left = left + gains[place]
    return chosen


def _prices(gains: Floats, missing: Floats, enough: int) -> Floats:
    """What each constraint's amount is worth in items: the dual of the relaxed problem, nearly.

    Found by subgradients with Polyak's step; any prices give a true bound, good ones a close one.
    """
    prices = np.full(len(missing), 1.0 / max(gains.sum(axis=1).max(), SLACK))
    best, bound = prices, -np.inf
    for _ in range(ROUNDS):
        taken = gains @ prices > 1
        value = float(missing @ prices - (gains[taken] @ prices - 1).sum())
        if value > bound:
            best, bound = prices, value
        slope = missing - gains[taken].sum(axis=0)
        size = float(slope @ slope)
        if size <= SLACK or enough - bound < 1 - SLACK:
            break
        prices = np.maximum(prices + (enough - value) / size * slope, 0.0)
    return best


def _fewest(gains: Floats, missing: Floats, enough: list[int]) -> list[int]:
    """A smallest cover, no larger than the cover `enough`."""
    places = list(range(len(gains)))
    search = _Search.of(gains, places)
    for size in range(search.least(0, missing), len(enough)):
        found = search.cover(missing, size)
        if found is not None:
            return found
    return enough


def _first(gains: Floats, missing: Floats, chosen: list[int]) -> list[int]:
    """The first cover in order that is as small as `chosen`, as far as the effort goes.

    Each item in turn is taken where those after it can do the rest.
    """
    taken: list[int] = []
    refused: set[bytes] = set()
    left, effort = missing, [EFFORT]
    for place, gain in enumerate(gains):
        if len(taken) == len(chosen):
            break
        if gain.tobytes() in refused:
            continue
        rest = len(chosen) - len(taken) - 1
        later = [p for p in range(place + 1, len(gains)) if gains[p].tobytes() not in refused]
        try:
            fits = _Search.of(gains, later, effort).cover(left - gain, rest) is not None
        except _TooMuchError:
            return chosen
        if fits:
            taken.append(place)
            left = left - gain
        else:
            refused.add(gain.tobytes())
    return taken


@frozen(eq=False)
class _Search:
    """Looks for covers among some places. Those that bring the same are of one kind.

    `kinds`: the gains of each kind, the worthiest first; `places`: those of each kind, in order;
    `sums`: from each kind on, the largest gains added up, as they are asked for.
    """

    kinds: list[Floats]
    places: list[list[int]]
    effort: list[int]
    sums: dict[int, Floats] = field(factory=dict)

    @classmethod
    def of(cls, gains: Floats, places: list[int], effort: list[int] | None = None) -> _Search:
        """A search among `places`."""
        kinds: dict[bytes, list[int]] = {}
        for place in places:
            kinds.setdefault(gains[place].tobytes(), []).append(place)
        ordered = sorted(kinds.values(), key=lambda same: -gains[same[0], -1])
        return cls([gains[same[0]] for same in ordered], ordered, effort or [EFFORT])

    def least(self, at: int, missing: Floats) -> int:
        """How many items some one constraint needs at the least, of the kinds from `at` on."""
        if at not in self.sums:
            left = np.repeat(
                np.array(self.kinds[at:]).reshape(-1, len(missing)),
                [len(same) for same in self.places[at:]],
                axis=0,
            )
            self.sums[at] = np.cumsum(-np.sort(-left, axis=0), axis=0)
        sums = self.sums[at]
        enough = sums >= missing - SLACK
        return int(
            max(
                (
                    0 if amount <= SLACK else (int(fits.argmax()) + 1 if fits.any() else _NEVER)
                    for amount, fits in zip(missing.tolist(), enough.T, strict=True)
                ),
                default=0,
            )
        )

    def cover(self, missing: Floats, size: int) -> list[int] | None:
        """Places of at most `size` items that cover `missing`; None: there are none.

        Only how many of each kind are taken is searched; a branch is cut where even the largest
        gains left would need too many.
        """
        if len(self.kinds) > MOST_KINDS and len(missing) > _ALONE:
            raise _TooMuchError
        counts = self._counts(missing, size, 0)
        if counts is None:
            return None
        return [p for same, n in zip(self.places, counts, strict=False) for p in same[:n]]

    def _counts(self, missing: Floats, size: int, at: int) -> list[int] | None:
        self.effort[0] -= 1
        if self.effort[0] < 0:
            raise _TooMuchError
        if (missing <= SLACK).all():
            return []
        if at == len(self.kinds) or self.least(at, missing) > size:
            return None
        gains, most = self.kinds[at], len(self.places[at])
        for count in range(min(size, most), -1, -1):
            rest = self._counts(missing - count * gains, size - count, at + 1)
            if rest is not None:
                return [count, *rest]
        return None


_NEVER = 1 << 62
_ALONE = 2  # one constraint and what it is worth
