"""What people said, counted by group, with small numbers hidden so that none can be worked out."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from attrs import field, frozen

from maturity.errors import NotComparable, UnknownName, cut, hint_for
from maturity.errors.arguments import expect
from maturity.model.framework import Framework
from maturity.model.frozen import FrozenMap
from maturity.model.periods import Period
from maturity.scoring.words import counted, listed

from .cohort import Cohort
from .people_counts import By, Column, Said, people_of, said_of, separate
from .people_survey import Row, Survey
from .suppression import Counts, Unprotected, hidden_cells

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

MINIMUM = 11
SHOWS_ALL, TELLS = 1, 2
BYS: tuple[By, ...] = get_args(By)  # a sector before its organisations
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

    See `people_tables`, which shows several at once. NotComparable, too, where everybody is in a
    group that is left out.

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
    found = people_tables(cohort, [path], by, minimum).tables
    if not found:
        raise NotComparable(f"every group is of fewer than {minimum} people, so nothing is shown")
    return found[0]


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
    ...         organisation="Ours",
    ...         rater=str(n),
    ...         rater_group="board" if n < 5 else "staff",
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
    people, others = people_of(cohort)
    chosen, notes = _chosen(people, paths)
    if others:
        notes.append(f"{counted(others, 'assessment')} by no single person: not counted here.")
    survey = Survey.of(people, kinds)
    everyone, tables = survey, None
    while tables is None:
        survey = survey.without_small(minimum)
        tables, out = _tables(survey, chosen, minimum, step)
        survey = survey.without(out)
    left_out = {
        kind: tuple(sorted(set(everyone.groups[kind]) - set(here)))
        for kind, here in survey.groups.items()
    }
    return PeopleTables(
        framework=people.framework,
        by=kinds,
        minimum=minimum,
        tables=tuple(tables),
        people=len(survey.people),
        left_out=FrozenMap({kind: here for kind, here in left_out.items() if here}),
        periods=people.periods,
        notes=(*people.notes, *notes),
        made_up=any(sheet.made_up for sheet in people.assessments),
    )


def _tables(
    survey: Survey,
    paths: Sequence[str],
    minimum: int,
    step: Callable[[int, int], object] | None,
) -> tuple[list[PeopleTable] | None, list[Row]]:
    """The tables; or None, and a row of which nothing can be shown, the smallest that there is."""
    if not len(survey.people):
        return [], []
    rows, partitions = survey.layout()
    wholes = {whole for whole, _ in partitions}
    made: list[PeopleTable] = []
    lost: list[tuple[bool, int, Row]] = []
    for done, path in enumerate(paths, start=1):
        said = said_of(survey.people, path)
        counts = Counts(
            rows=survey.counts(rows, said),
            partitions=tuple(partitions),
            telling=frozenset(n for n, column in enumerate(said.columns) if column.telling),
        )
        try:
            hidden = hidden_cells(counts, minimum)
        except Unprotected as found:
            lost += [(row in wholes, sum(counts.rows[row]), rows[row]) for row in found.rows]
        else:
            made.append(_table(said, rows, counts, hidden))
        if step is not None:
            step(done, len(paths))
    return (None, [min(lost)[-1]]) if lost else (made, [])


def _table(
    said: Said, rows: list[Row], counts: Counts, hidden: frozenset[tuple[int, int]]
) -> PeopleTable:
    made = [
        PeopleRow(
            by=kind,
            group=name,
            people=sum(cells),
            counts=tuple(None if (n, c) in hidden else count for c, count in enumerate(cells)),
        )
        for n, ((kind, name), cells) in enumerate(zip(rows, counts.rows, strict=True))
    ]
    return PeopleTable(
        path=said.path, title=said.title, columns=said.columns, rows=tuple(made[1:]), whole=made[0]
    )


def _kinds(by: By | Iterable[By]) -> tuple[By, ...]:
    """What makes the groups, each once, an organisation's sector before it."""
    given = {by} if isinstance(by, str) else set(by)
    for kind in given:
        expect(kind, str, f"{_TAKES} texts as by")
        if kind not in BYS:
            raise UnknownName(f"people aren't grouped by '{cut(kind)}'; {hint_for(kind, BYS)}")
    if not given:
        raise ValueError(f"{_TAKES} one or more names as by, found none")
    return tuple(kind for kind in BYS if kind in given)


def _chosen(people: Cohort, paths: Iterable[str] | None) -> tuple[list[str], list[str]]:
    """The paths to count, and notes on what is left out."""
    if paths is not None:
        given = list(dict.fromkeys([paths] if isinstance(paths, str) else paths))
        for path in given:
            expect(path, str, f"{_TAKES} texts as paths")
        chosen, met = separate(given, people)
        if met:
            raise NotComparable(
                f"'{cut(met[0][0])}' rests on the same answers as '{cut(met[0][1])}': what is "
                "hidden in one table could be read in the other; ask for one of them"
            )
        return chosen, []
    plan, asked = people.plan, people.asked.dimensions
    levelled = [one for one in asked if plan.nodes[plan.row[one.id]].levelled]
    if not levelled:
        term = people.framework.term("dimension")
        raise NotComparable(f"no {term} here has levels to count people by; name items instead")
    chosen, met = separate([one.id for one in levelled], people)
    without = [one.title for one in asked if one not in levelled]
    titles = {one.id: one.title for one in asked}
    notes = [f"Without levels, so not counted here: {listed(without, most=99)}."] if without else []
    notes += [
        f"{titles[path]} rests on answers that {titles[before]} rests on too, so it is not shown "
        "beside it; ask for it by itself."
        for path, before in met
    ]
    return chosen, notes
