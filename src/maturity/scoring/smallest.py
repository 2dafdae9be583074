"""The fewest items that cover every constraint, exactly."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .gains import Constraint

# Sums of decimal weights miss by a few last bits; the engine has the last word on every cover.
SLACK = 1e-12


def smallest_cover(items: Sequence[int], constraints: Sequence[Constraint]) -> list[int] | None:
    """A smallest set of `items` whose gains reach what every constraint misses, or None.

    Items of equal gains are interchangeable, so only how many of each kind are taken is searched,
    earlier items first; a branch is cut where even the largest gains left would need too many.
    """
    kinds: dict[tuple[float, ...], list[int]] = {}
    for item in items:
        gains = tuple(constraint.gains.get(item, 0.0) for constraint in constraints)
        if any(gains):
            kinds.setdefault(gains, []).append(item)
    missing = [constraint.missing for constraint in constraints]
    ordered = sorted(kinds.items(), key=lambda kind: -sum(kind[0]))
    size = _at_least(ordered, missing)
    while True:
        counts = _search(ordered, missing, size, 0)
        if counts is not None:
            taken = zip(ordered, counts, strict=False)
            return [item for (_, same), count in taken for item in same[:count]]
        size += 1
        if size > len(items):
            return None


def _at_least(kinds: Sequence[tuple[tuple[float, ...], list[int]]], missing: list[float]) -> int:
    """How many items some one constraint needs at the least."""
    most = 0
    for place, amount in enumerate(missing):
        gains = sorted((g[place] for g, same in kinds for _ in same), reverse=True)
        count, rest = 0, amount
        while rest > SLACK and count < len(gains) and gains[count] > 0:
            rest -= gains[count]
            count += 1
        most = max(most, count)
    return most


def _search(
    kinds: Sequence[tuple[tuple[float, ...], list[int]]], missing: list[float], size: int, at: int
) -> list[int] | None:
    """How many of each kind, from `at` on, cover `missing` with `size` items; None: impossible."""
    if all(amount <= SLACK for amount in missing):
        return []
    if at == len(kinds) or size == 0 or _at_least(kinds[at:], missing) > size:
        return None
    gains, same = kinds[at]
    for count in range(min(size, len(same)), -1, -1):
        left = [amount - count * gain for amount, gain in zip(missing, gains, strict=True)]
        rest = _search(kinds, left, size - count, at + 1)
        if rest is not None:
            return [count, *rest]
    return None
