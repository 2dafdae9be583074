"""Problems into faults: each with its line and column, in the order of the file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maturity.errors import Fault, Problem, Where, cut

from .positions import column_of, offsets

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST_FAULTS = 200
_MOST_PLACED = 5_000
_LONGEST_WORD = 100
_LONGEST_TEXT = 600
_MOST_TEXT = 80_000


def to_faults(problems: Iterable[Problem], text: str, name: str) -> tuple[Fault, ...]:
    """The faults in the order of the file, each once.

    One whose place is not in the text is found at the nearest key that leads there.
    """
    problems = list(dict.fromkeys(problems))
    if not problems:
        return ()
    known = offsets(text)
    found = []
    for problem in problems[:_MOST_PLACED]:
        place = problem.place
        while place and place not in known:
            place = place[:-1]
        found.append((known.get(place, 0), problem))
    found.sort(key=lambda pair: pair[0])
    faults: list[Fault] = []
    length = 0
    for offset, problem in found[:MOST_FAULTS]:
        what, hint = _short(problem.what), _short(problem.hint)
        length += len(what) + len(hint)
        if length > _MOST_TEXT:
            break
        faults.append(Fault(problem.code, Where(name, *column_of(text, offset)), what, hint))
    more = len(problems) - len(faults)
    if more:
        what = f"and {more} more fault{'s are' if more > 1 else ' is'} not shown"
        faults.append(Fault("faults.more", Where(name), what, "mend these first"))
    return tuple(faults)


def _short(text: str) -> str:
    """A message without the rest of names that no one would read."""
    words = re.sub(rf"\S{{{_LONGEST_WORD + 1},}}", lambda word: cut(word[0], _LONGEST_WORD), text)
    return cut(words, _LONGEST_TEXT)
