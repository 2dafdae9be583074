"""How two frameworks differ, in words and as data, and what that does to comparing results."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from attrs import frozen

from maturity.errors.arguments import expect
from maturity.errors.clean import clean_lines

from .compare_tree import Trees
from .compare_whole import whole_differences
from .difference import KINDS, UNSCORED, Difference
from .framework import Framework
from .shared import shared_items

if TYPE_CHECKING:
    from collections.abc import Iterator

_SHOWN = 12


@frozen(repr=False)
class Differences:
    """What two frameworks say differently, by kind, then in the order of the second.

    Iterate for each `Difference`; `len` counts them, and it is false where there are none: the
    two then have the same digest and the same names. `first` and `second` are the frameworks.
    """

    first: Framework
    second: Framework
    found: tuple[Difference, ...]

    def __iter__(self) -> Iterator[Difference]:
        """Each difference."""
        return iter(self.found)

    def __len__(self) -> int:
        """How many differences there are."""
        return len(self.found)

    @cached_property
    def shared(self) -> int:
        """How many items both have, at one path and with the same possible answers."""
        return len(shared_items(self.first, self.second))

    @property
    def same_scores(self) -> bool:
        """Whether the same answers to all items give the same results, whatever the answers."""
        return all(difference.effect in UNSCORED for difference in self)

    def to_records(self) -> list[dict[str, str | None]]:
        """A row for each difference, for a table: all texts, or None where nothing is said.

        The columns are `kind`, `path`, `what`, `before`, `after`, `effect` and `reason`.
        """
        return [difference.record() for difference in self]

    def __repr__(self) -> str:
        """The count of each kind, and the first differences, a line each."""
        counts = Counter(difference.kind for difference in self)
        kinds = ", ".join(f"{number} {kind}" for kind, number in counts.items()) or "none"
        names = [f"'{framework.id}' {framework.edition}" for framework in (self.first, self.second)]
        lines = [f"Differences of {' and '.join(names)}: {kinds}; {self.shared} items shared"]
        lines += [f"  {difference}" for difference in self.found[:_SHOWN]]
        rest = len(self) - _SHOWN
        return clean_lines("\n".join([*lines, *([f"  and {rest} more"] if rest > 0 else [])]))


def diff(first: Framework, second: Framework) -> Differences:
    """How two frameworks, two editions, or an overlay and its base differ.

    Every difference says what it does to comparing results. Two frameworks that say the same have
    none. What stands at another path in the second, with the same words or by its bridge, has
    `moved`; what is below a branch that is gone or new is told as well.

    >>> import maturity as mt
    >>> board = mt.load_framework("hwb-board")
    >>> ours = mt.parse_framework('''
    ... schema = 1
    ... id = "ours"
    ... title = "Ours"
    ... edition = "1"
    ... extends = { id = "hwb-board", edition = "2013" }
    ... drop = { "vision.revisited" = "No longer done" }
    ... change = { "vision.understood" = "Everybody knows what the board is for." }
    ... ''')
    >>> found = mt.diff(board, ours)
    >>> [(one.kind, one.path) for one in found if one.path]
    [('dropped', 'vision.revisited'), ('reworded', 'vision.understood'), ...]
    >>> found.shared
    101
    """
    for given in (first, second):
        expect(given, Framework, "diff() takes two frameworks")
    found = [*whole_differences(first, second), *Trees(first, second).differences()]
    found.sort(key=lambda difference: KINDS.index(difference.kind))
    return Differences(first, second, tuple(found))
