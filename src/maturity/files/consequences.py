"""Faults that only follow from others, and so are not told."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from maturity.errors import Place, Problem


def without_consequences(later: Iterable[Problem], broken: Iterable[Problem]) -> list[Problem]:
    """The `later` problems but for those that only follow from others.

    A `broken` value was left out or replaced, so that what is said of its place is not the file's.
    Nor is what is worked out from it, or from what any other problem spoils.
    """
    broken, later = list(broken), list(later)
    unread = spoilt_places(broken)
    spoilt = unread.union(*(problem.spoils for problem in later))
    if not spoilt:
        return later
    follows: dict[int, bool] = {}  # many problems may rest on one long tuple
    told = []
    for problem in later:
        grounds = problem.rests_on
        if id(grounds) not in follows:
            others = spoilt.difference(problem.spoils) if problem.spoils else spoilt
            follows[id(grounds)] = any(_leads_into(place, others) for place in grounds)
        if not (follows[id(grounds)] or _leads_into(problem.place, unread)):
            told.append(problem)
    return told


def spoilt_places(problems: Iterable[Problem]) -> set[Place]:
    """The places of problems, and what they spoil."""
    return {place for problem in problems for place in (problem.place, *problem.spoils)}


def _leads_into(place: Place, spoilt: set[Place]) -> bool:
    """Whether a place is one of those that are spoilt, or lies in one."""
    return any(place[:end] in spoilt for end in range(len(place) + 1))
