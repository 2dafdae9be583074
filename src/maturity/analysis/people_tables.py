"""What people said, counted by group, with small numbers hidden so that none can be worked out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, get_args

import numpy as np
from attrs import field, frozen

from maturity.errors import NotComparable, UnknownName, cut, hint_for
from maturity.errors.arguments import expect
from maturity.model.framework import Framework
from maturity.model.frozen import FrozenMap
from maturity.scoring.words import counted, listed

from .cohort import Cohort
from .people_counts import By, Column, Said, groups_of, people_of, said_of, separate
from .suppression import Counts, Unprotected, hidden_cells

if TYPE_CHECKING:
    from maturity.model.periods import Period

MINIMUM = 11
SHOWS_ALL, TELLS = 1, 2
BYS: tuple[By, ...] = get_args(By)
EVERYBODY = "everybody"
_TAKES = "people_tables() takes"


@frozen(kw_only=True)
class PeopleRow:
    """A group, and how many of it gave each answer; None where that is hidden.

    `by`: what makes the group: `rater_group`, `organisation`, `sector` or `everybody`. `people`:
    how many they are. `counts`: in the order of the table's columns.
    """

    by: str
    group: str
    people: int
    counts: tuple[int | None, ...]


@frozen(kw_only=True)
class PeopleTable:
    """How many people gave each answer to an item, or reach each level in a node.

    `rows`: the groups; `whole`: all of them together.
    """

    path: str
    title: str
    columns: tuple[Column, ...] = field(repr=False)
    rows: tuple[PeopleRow, ...]
    whole: PeopleRow


@frozen(kw_only=True)
class PeopleTables:
    """Tables of the same people, made safe together.

    `left_out`: by what makes a group, those of which nothing is shown, and which are in no total.
    `people`: how many are counted. `minimum`: the smallest count that is shown. `notes`: what else
    was left out, in sentences. `made_up`: whether some of it is example data.
    """

    framework: Framework = field(repr=False)
    by: tuple[By, ...]
    minimum: int
    tables: tuple[PeopleTable, ...] = field(repr=False)
    people: int
    left_out: FrozenMap[str, tuple[str, ...]]
    periods: tuple[Period, ...] = field(repr=False)
    notes: tuple[str, ...]
    made_up: bool

    @property
    def mark(self) -> str:
        """What it means that a count is hidden; empty where nothing is ever hidden."""
        if self.minimum == SHOWS_ALL:
            return ""
        return (
            f"fewer than {self.minimum} people, or the answer of everybody in the group, or hidden "
            "so that another number can't be worked out"
        )

    def to_records(self) -> list[dict[str, object]]:
        """Plain rows, one for each table, group and answer.

        `count` and `share` (of the group's people, 0 to 1) are None where they are hidden; `hidden`
        then says why, and is None elsewhere. `by` is `everybody` for all groups together.
        """
        return [
            {
                "path": table.path,
                "title": table.title,
                "by": row.by,
                "group": row.group,
                "people": row.people,
                "answer": column.id,
                "label": column.label,
                "count": count,
                "share": None if count is None else count / row.people,
                "hidden": self.mark if count is None else None,
            }
            for table in self.tables
            for row in (*table.rows, table.whole)
            for column, count in zip(table.columns, row.counts, strict=True)
        ]


def people_table(
    cohort: Cohort, path: str, by: By = "rater_group", minimum: int = MINIMUM
) -> PeopleTable:
    """How many people gave each answer to an item, or reach each level in a node.

    See `people_tables`, which shows several at once.

    >>> import maturity as mt
    >>> board = mt.load_framework("hwb-board")
    >>> said = ["met"] * 20 + ["not-yet"] * 15
    >>> survey = [
    ...     board.assess({"vision.shared-vision": one}, organisation="Ours", rater=str(number))
    ...     for number, one in enumerate(said)
    ... ]
    >>> table = people_table(mt.Cohort.of(survey), "vision.shared-vision")
    >>> table.whole.counts
    (15, 0, 20, 0, 0)
    """
    expect(path, str, "people_table() takes a path")
    return people_tables(cohort, [path], by, minimum).tables[0]


def people_tables(
    cohort: Cohort,
    paths: Iterable[str] | None = None,
    by: By | Iterable[By] = "rater_group",
    minimum: int = MINIMUM,
    step: Callable[[int, int], object] | None = None,
) -> PeopleTables:
    """How many people gave each answer: tables of one survey, made safe together.

    People are the assessments that name a rater or a rater's group; the newest of each organisation
    count. `paths`: of items, or of nodes, where each person counts at the level that their own
    answers make certain; None: all dimensions with levels. `by`: what makes the groups:
    `rater_group`, `organisation` or `sector`, or several of them. `minimum`: the smallest count
    that is shown, 3 or more; 1: nothing is hidden. `step` is told how many of how many tables are
    done. What is hidden, and when that is safe: see `suppression`. A group of fewer people is left
    out altogether, from the totals as well.

    NotComparable where nobody's answers are in it, where a node has no level, or where two of the
    `paths` rest on the same items: what is hidden in one could then be read in the other.

    >>> import maturity as mt
    >>> board = mt.load_framework("hwb-board")
    >>> survey = [
    ...     board.assess(
    ...         {"vision.shared-vision": "met" if n % 3 else "not-yet"},
    ...         organisation="Ours", rater=str(n), rater_group="board" if n < 5 else "staff",
    ...     )
    ...     for n in range(60)
    ... ]
    >>> found = people_tables(mt.Cohort.of(survey), ["vision.shared-vision"])
    >>> found.people, dict(found.left_out)
    (55, {'rater_group': ('board',)})
    """
    expect(cohort, Cohort, f"{_TAKES} a cohort", "make one with Cohort.of(assessments)")
    expect(minimum, int, f"{_TAKES} a whole number as minimum")
    kinds = _kinds(by)
    if minimum < SHOWS_ALL or minimum == TELLS:
        raise ValueError(
            f"{_TAKES} 3 or more as minimum, or 1 to hide nothing, found {minimum}"
            + ("; 'fewer than 2' would say that it is 1" if minimum == TELLS else "")
        )
    people = people_of(cohort)
    kept, notes = _paths(people, paths)
    if len(people) < len(cohort.latest()):
        notes.append(
            f"{counted(len(cohort.latest()) - len(people), 'assessment')} "
            "that nobody gave alone, or of an earlier period, are not counted."
        )
    groups = {kind: groups_of(people, kind) for kind in kinds}
    names = {kind: set(here) for kind, here in groups.items()}
    tables: tuple[PeopleTable, ...] | None = None
    while tables is None:
        people, groups = _without_small(people, groups, minimum)
        tables, out = _tables(people, groups, kept, minimum, step)
        people, groups = _without(people, groups, out)
    left_out = {kind: tuple(sorted(names[kind] - set(here))) for kind, here in groups.items()}
    return PeopleTables(
        framework=people.framework,
        by=kinds,
        minimum=minimum,
        tables=tables,
        people=len(people),
        left_out=FrozenMap({kind: here for kind, here in left_out.items() if here}),
        periods=people.periods,
        notes=(*cohort.notes, *notes),
        made_up=any(sheet.made_up for sheet in cohort.assessments),
    )
