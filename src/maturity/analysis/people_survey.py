"""A survey: the people that are counted, in groups of which none is too small to be shown."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import numpy as np
from attrs import frozen

from maturity.model.frozen import FrozenMap

from .cohort import Cohort
from .people_counts import By, groups_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .people_counts import Said
    from .sum_network import Partition

EVERYBODY = "everybody"

Row = tuple[str, str]
"""What makes a group, and its name."""

_WHOLE: Row = (EVERYBODY, "")


@frozen(eq=False)
class Survey:
    """The people that are counted, and by what makes a group the group of each."""

    people: Cohort
    groups: FrozenMap[By, tuple[str, ...]]

    @classmethod
    def of(cls, people: Cohort, kinds: Iterable[By]) -> Survey:
        """The survey of single people's answers."""
        return cls(people, FrozenMap({kind: tuple(groups_of(people, kind)) for kind in kinds}))

    def without(self, rows: Iterable[Row]) -> Survey:
        """The survey without the people of some groups; without anybody, if of everybody."""
        out = set(rows)
        if not out:
            return self
        places = [
            place
            for place in range(len(self.people))
            if _WHOLE not in out
            and not any((kind, here[place]) in out for kind, here in self.groups.items())
        ]
        groups = {kind: tuple(here[n] for n in places) for kind, here in self.groups.items()}
        return Survey(self.people.take(np.array(places, np.intp)), FrozenMap(groups))

    def without_small(self, minimum: int) -> Survey:
        """The survey without groups of fewer people, nor those that get too small by that."""
        small = [
            (kind, name)
            for kind, here in self.groups.items()
            for name, count in Counter(here).items()
            if count < minimum
        ]
        return self.without(small).without_small(minimum) if small else self

    def layout(self) -> tuple[list[Row], list[Partition]]:
        """The rows of a table, everybody first, and which are the sum of which others."""
        rows = [_WHOLE]
        rows += [(kind, name) for kind, here in self.groups.items() for name in sorted(set(here))]
        at = {row: place for place, row in enumerate(rows)}
        partitions: list[Partition] = []
        for kind, here in self.groups.items():
            nested = kind == "organisation" and "sector" in self.groups
            above = self.groups["sector"] if nested else None
            parts: dict[int, set[int]] = {}
            for place, name in enumerate(here):
                whole = at["sector", above[place]] if above else 0
                parts.setdefault(whole, set()).add(at[kind, name])
            partitions += [(whole, tuple(sorted(parts[whole]))) for whole in sorted(parts)]
        return rows, partitions

    def counts(self, rows: list[Row], said: Said) -> tuple[tuple[int, ...], ...]:
        """How many people of each group gave each answer."""
        at = {row: place for place, row in enumerate(rows)}
        found = np.zeros((len(rows), len(said.columns)), int)
        np.add.at(found[0], said.places, 1)
        for kind, here in self.groups.items():
            groups = np.array([at[kind, name] for name in here], np.intp)
            np.add.at(found, (groups, said.places), 1)
        return tuple(tuple(row) for row in found.tolist())
