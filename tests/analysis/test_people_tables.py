"""What people said, counted by group."""

from __future__ import annotations

import pytest
from attrs import evolve

import maturity as mt
from maturity.analysis.people_tables import people_table, people_tables

from .raters import AWAY, sheet
from .survey import cohort, person, survey

MARK = (
    "fewer than 11 people, or the answer of everybody in the group, or hidden so that another "
    "number can't be worked out"
)


def group(name: str, organisation: str = "North", **said: int) -> list[mt.Assessment]:
    """So many people of a group that gave each answer to a.one."""
    answers = [answer for answer, count in said.items() for _ in range(count)]
    return [
        person(
            number, {} if answer == "none" else {"a.one": answer}, name, organisation
        )
        for number, answer in enumerate(answers)
    ]  # fmt: skip


def two() -> mt.Cohort:
    """Forty of the staff, and twenty managers of whom few say red."""
    staff = group("staff", red=16, amber=12, green=12)
    managers = [
        evolve(one, rater=f"manager-{one.rater}")
        for one in group("managers", red=3, amber=17, none=20)
    ]
    return cohort([*staff, *managers])


def test_table() -> None:
    """Groups in alphabetical order, everybody below; what is small is hidden, and more with it."""
    table = people_table(two(), "a.one")
    assert [(row.by, row.group, row.people) for row in table.rows] == [
        ("rater_group", "managers", 40),
        ("rater_group", "staff", 40),
    ]
    assert table.rows[0].counts == (None, None, 0, 0, 20)
    assert table.rows[1].counts == (None, None, 12, 0, 0)
    assert (table.whole.people, table.whole.counts) == (80, (19, 29, 12, 0, 20))


def test_nothing_hidden() -> None:
    """A minimum of 1 shows all, and there is nothing to explain."""
    found = people_tables(two(), ["a.one"], minimum=1)
    assert found.tables[0].rows[0].counts == (3, 17, 0, 0, 20)
    assert found.mark == ""


def test_records() -> None:
    """A row for each table, group and answer, with the share of the group and why it is hidden."""
    rows = people_tables(two(), ["a.one"]).to_records()
    assert len(rows) == 15
    about = {"path": "a.one", "title": "One is there.", "by": "rater_group", "group": "managers"}
    assert rows[0] == {
        **about, "people": 40, "answer": "red", "label": "Red", "count": None, "share": None,
        "hidden": MARK,
    }  # fmt: skip
    assert rows[4] == {
        **about, "people": 40, "answer": "unanswered", "label": "Unanswered", "count": 20,
        "share": 0.5, "hidden": None,
    }  # fmt: skip
    assert (rows[10]["by"], rows[10]["group"]) == ("everybody", "")


def test_small_groups_are_in_no_total() -> None:
    """A group of too few is left out, and no other number tells how many they are."""
    board = [evolve(one, rater=f"b-{one.rater}") for one in group("board", red=4, green=3)]
    with_them = people_tables(cohort([*two().assessments, *board]), ["a.one"])
    assert dict(with_them.left_out) == {"rater_group": ("board",)}
    assert with_them.to_records() == people_tables(two(), ["a.one"]).to_records()
    assert with_them.people == 80


def test_nobody_is_left() -> None:
    """Where every group is too small there is no table."""
    few = cohort(group("board", red=4))
    found = people_tables(few)
    assert (found.tables, found.people, found.to_records()) == ((), 0, [])
    with pytest.raises(mt.NotComparable, match="every group is of fewer than 11 people"):
        people_table(few, "a.one")


def test_a_group_that_its_size_gives_away() -> None:
    """Where a group's size alone tells numbers that are known to be small, it is left out."""
    said = [*["red"] * 10, *["amber"] * 10, *["green"] * 10, *[AWAY] * 10, *[None] * 10]
    managers = [
        person(n, {} if one is None else {"a.one": one}, "managers") for n, one in enumerate(said)
    ]
    staff = [evolve(one, rater=f"s-{one.rater}") for one in group("staff", red=30, green=30)]
    found = people_tables(cohort([*managers, *staff]), ["a.one"])
    assert dict(found.left_out) == {"rater_group": ("managers",)}
    assert found.people == 60


def test_dimensions_by_default() -> None:
    """All dimensions with levels; the others are told."""
    found = people_tables(cohort(survey(1, 100)))
    assert [table.path for table in found.tables] == ["a"]
    assert found.notes == ("Without levels, so not counted here: Second.",)


def test_dimensions_that_rest_on_the_same() -> None:
    """Of two dimensions that rest on the same answers only one is shown, and that is told."""
    shared = mt.parse_framework(SHARED)
    people = [shared.assess({"a.one": "yes"}, organisation="Ours", rater=str(n)) for n in range(20)]
    found = people_tables(mt.Cohort.of(people))
    assert [table.path for table in found.tables] == ["a"]
    assert found.notes == (
        (
            "B rests on answers that A rests on too, so it is not shown beside it; "
            "ask for it by itself."
        ),
    )
    with pytest.raises(mt.NotComparable, match="'b' rests on the same answers as 'a'"):
        people_tables(mt.Cohort.of(people), ["a", "b"])


def test_no_dimension_with_levels() -> None:
    """Where no dimension has levels, that is said."""
    people = [sheet(str(n), {}, "staff") for n in range(12)]
    only = mt.Cohort.of(people, profile=None)
    bare = mt.parse_framework(SHARED.replace('"weakest-link"', '"none"').split("[dimensions.b]")[0])
    none = mt.Cohort.of([bare.assess({}, organisation="Ours", rater=str(n)) for n in range(12)])
    assert people_tables(only).tables
    with pytest.raises(mt.NotComparable, match="no dimension here has levels to count people by"):
        people_tables(none)


def test_who_is_not_counted() -> None:
    """Answers of no single person are told of."""
    more = [*two().assessments, sheet("agreed", {}, organisation="Ours")]
    found = people_tables(mt.Cohort.of(more), ["a.one"])
    assert found.notes == ("1 assessment by no single person: not counted here.",)


def test_ways_of_grouping() -> None:
    """Several at once, in one order whatever the order in which they are named."""
    people = cohort(survey(2, 300))
    first = people_tables(people, ["a.one"], ["organisation", "rater_group"])
    second = people_tables(people, ["a.one"], ("rater_group", "organisation"))
    assert first.by == second.by == ("rater_group", "organisation")
    assert first.to_records() == second.to_records()


def test_progress_and_made_up() -> None:
    """Each table is told when it is done; example data says so."""
    told: list[tuple[int, int]] = []
    people = cohort([evolve(one, made_up=True) for one in survey(3, 60)])
    found = people_tables(people, ["a.one", "b.four"], step=lambda n, of: told.append((n, of)))
    assert found.made_up
    assert told[-2:] == [(1, 2), (2, 2)]


@pytest.mark.parametrize("minimum", [-1, 0, 2])
def test_minimum(minimum: int) -> None:
    """2 would say that a hidden number is 1; less than 1 means nothing."""
    with pytest.raises(ValueError, match=f"3 or more as minimum, or 1 .*, found {minimum}"):
        people_tables(two(), minimum=minimum)


def test_arguments() -> None:
    """What is of the wrong kind is refused in a sentence."""
    with pytest.raises(TypeError, match="takes a cohort, found a list; make one with"):
        people_tables([])  # type: ignore[arg-type]  # on purpose
    with pytest.raises(TypeError, match="a whole number as minimum, found a text"):
        people_tables(two(), minimum="11")  # type: ignore[arg-type]  # on purpose
    with pytest.raises(mt.UnknownName, match=r"people aren't grouped by 'sectr'; .*'sector'"):
        people_tables(two(), by="sectr")  # type: ignore[arg-type]  # on purpose
    with pytest.raises(ValueError, match="one or more names as by, found none"):
        people_tables(two(), by=())
    with pytest.raises(TypeError, match="takes texts as paths, found a number"):
        people_tables(two(), [1])  # type: ignore[list-item]  # on purpose
    with pytest.raises(TypeError, match="takes a path, found nothing"):
        people_table(two(), None)  # type: ignore[arg-type]  # on purpose


SHARED = """\
schema = 1
id = "shared"
title = "Shared"
edition = "1"
[levels]
no = "No"
yes = "Yes"
[scoring]
scale = "levels"
dimension = { rule = "weakest-link" }
[dimensions.a]
title = "A"
[dimensions.a.items]
one = "One."
[dimensions.b]
title = "B"
scoring = { rule = "weakest-link", over = ["a.one", "b.two"] }
[dimensions.b.items]
two = "Two."
"""
