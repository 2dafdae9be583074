"""The fewest items that cover every constraint, exactly."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .gains import Constraint

Gains: TypeAlias = tuple[float, ...]
Kinds: TypeAlias = list[tuple[Gains, int]]

# Sums of decimal weights miss by a few last bits; the engine has the last word on every cover.
SLACK = 1e-12


def smallest_cover(items: Sequence[int], constraints: Sequence[Constraint]) -> list[int] | None:
    """The fewest of `items` whose gains reach what every constraint misses; None: impossible.

    Of the sets that are as small it is the first, in the order of `items`. Constraints that share
    no item are covered each for itself.
    """
    chosen: set[int] = set()
    for group in _apart(constraints):
        found = _cover(items, group)
        if found is None:
            return None
        chosen.update(found)
    return [item for item in items if item in chosen]


def _apart(constraints: Sequence[Constraint]) -> list[list[Constraint]]:
    """The constraints in groups that have no item in common."""
    groups: list[tuple[set[int], list[Constraint]]] = []
    for constraint in constraints:
        shared, members = set(constraint.gains), [constraint]
        for group in [group for group in groups if shared & group[0]]:
            groups.remove(group)
            shared |= group[0]
            members = [*group[1], *members]
        groups.append((shared, members))
    return [members for _, members in groups]


def _cover(items: Sequence[int], constraints: Sequence[Constraint]) -> list[int] | None:
    """See `smallest_cover`. Each item in turn is taken where those after it can do the rest."""
    gains = {item: tuple(one.gains.get(item, 0.0) for one in constraints) for item in items}
    useful = [item for item in items if any(gains[item])]
    missing = [constraint.missing for constraint in constraints]
    kinds = _kinds(gains[item] for item in useful)
    sizes = range(_at_least(kinds, missing), len(useful) + 1)
    size = next((size for size in sizes if _covers(kinds, missing, size)), None)
    if size is None:
        return None
    chosen: list[int] = []
    refused: set[Gains] = set()
    for place, item in enumerate(useful):
        if len(chosen) == size:
            break
        if gains[item] in refused:
            continue
        later = _kinds(gains[one] for one in useful[place + 1 :] if gains[one] not in refused)
        left = _less(missing, gains[item], 1)
        if _covers(later, left, size - len(chosen) - 1):
            chosen.append(item)
            missing = left
        else:
            refused.add(gains[item])
    return chosen


def _kinds(gains: Iterable[Gains]) -> Kinds:
    """How many items bring the same: they are interchangeable. The largest gains first."""
    return sorted(Counter(gains).items(), key=lambda kind: -sum(kind[0]))


def _less(missing: Sequence[float], gains: Gains, count: int) -> list[float]:
    """What is missing once `count` items of these gains are taken."""
    return [amount - count * gain for amount, gain in zip(missing, gains, strict=True)]


def _at_least(kinds: Kinds, missing: Sequence[float]) -> int:
    """How many items some one constraint needs at the least."""
    most = 0
    for place, amount in enumerate(missing):
        gains = sorted((g[place] for g, same in kinds for _ in range(same)), reverse=True)
        count, rest = 0, amount
        while rest > SLACK and count < len(gains) and gains[count] > 0:
            rest -= gains[count]
            count += 1
        most = max(most, count if rest <= SLACK else len(gains) + 1)
    return most


def _covers(kinds: Kinds, missing: Sequence[float], size: int, at: int = 0) -> bool:
    """Whether `size` items of the kinds from `at` on cover `missing`.

    Only how many of each kind are taken is searched; a branch is cut where even the largest gains
    left would need too many.
    """
    if all(amount <= SLACK for amount in missing):
        return True
    if at == len(kinds) or _at_least(kinds[at:], missing) > size:
        return False
    gains, same = kinds[at]
    return any(
        _covers(kinds, _less(missing, gains, count), size - count, at + 1)
        for count in range(min(size, same), -1, -1)
    )
