"""Problems into faults: each with its line and column, in the order of the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.errors import Fault, Problem, Where

from .positions import positions

if TYPE_CHECKING:
    from collections.abc import Iterable


def to_faults(problems: Iterable[Problem], text: str, name: str) -> tuple[Fault, ...]:
    """The faults in the order of the file, each once.

    One whose place is not in the text is found at the nearest key that leads there.
    """
    problems = list(dict.fromkeys(problems))
    if not problems:
        return ()
    known = positions(text)
    faults = []
    for problem in problems:
        place = problem.place
        while place and place not in known:
            place = place[:-1]
        line, column = known.get(place, (1, 1))
        faults.append(Fault(problem.code, Where(name, line, column), problem.what, problem.hint))
    return tuple(sorted(faults, key=lambda fault: (fault.where.line or 0, fault.where.column or 0)))


def without_consequences(later: Iterable[Problem], broken: Iterable[Problem]) -> list[Problem]:
    """The `later` problems but for those that only follow from values that are `broken`.

    A broken value was left out or replaced, so that what is said of its place is not the file's.
    """
    places = {
        problem.place[:-1]
        if problem.place[-1:] == ("rule",) and problem.code == "value.type"
        else problem.place
        for problem in broken
    }
    return [
        problem
        for problem in later
        if not any(problem.place[:end] in places for end in range(len(problem.place) + 1))
    ]
