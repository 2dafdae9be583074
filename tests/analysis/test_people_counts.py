"""Who are people, which groups they are in, and what they said."""

from __future__ import annotations

import pytest
from attrs import evolve

import maturity as mt
from maturity.analysis.people_counts import groups_of, people_of, said_of, separate

from .raters import AWAY, SMALL, UNITS, sheet
from .survey import cohort, person

LADDER = ["red", "amber", "green"]


def test_who_is_a_person() -> None:
    """Who names a rater or a group is; an organisation's own answers and agreed ones are not."""
    sheets = [
        sheet("Ann", {}),
        sheet("", {}, "board"),
        sheet("agreed", {}),
        sheet("", {}, organisation="Theirs"),
    ]
    people, others = people_of(mt.Cohort.of(sheets))
    assert [row.rater for row in people] == ["Ann", ""]
    assert others == 2


def test_newest_answers() -> None:
    """Of each organisation, the newest period that people answered in counts."""
    sheets = [
        sheet("Ann", {}, period="2026-Q1"),
        sheet("Ann", {}, period="2026-Q2"),
        sheet("agreed", {}, period="2026-Q3"),
        sheet("Ben", {}, period="2026-Q1", organisation="Theirs"),
    ]
    people, _ = people_of(mt.Cohort.of(sheets))
    periods = [row.period.text for row in people if row.period]
    assert periods == ["2026-Q2", "2026-Q1"]


def test_nobody() -> None:
    """Where no assessment is a person's, that is refused."""
    with pytest.raises(mt.NotComparable, match="none of the assessments is one person's"):
        people_of(mt.Cohort.of([sheet("", {}), sheet("Agreed ", {})]))


def test_groups() -> None:
    """By staff group, sector or organisation; what isn't stated is a group too."""
    people = cohort([person(1, {}, "board", "Hill"), person(2, {}, "", "North")])
    assert groups_of(people, "rater_group") == ["board", "no group stated"]
    assert groups_of(people, "organisation") == ["Hill", "North"]
    assert groups_of(people, "sector") == ["council", "trust"]
    bare = mt.Cohort.of([sheet("Ann", {})])
    assert groups_of(bare, "sector") == ["no sector stated"]


def test_one_name_for_two() -> None:
    """Two organisations of one name are told apart by their codes."""
    two = [sheet("Ann", {}, organisation=mt.Organisation(name="Ours", code=code)) for code in "AB"]
    assert groups_of(mt.Cohort.of(two), "organisation") == ["Ours (A)", "Ours (B)"]


def test_said_of_an_item() -> None:
    """Each option, not applicable and unanswered; a branch that doesn't apply has no items."""
    people = [
        person(1, {"a.one": "red"}),
        person(2, {"a.one": AWAY}),
        person(3, {}),
        person(4, {"a": AWAY}),
        person(5, {"a.one": "green"}),
    ]
    said = said_of(cohort(people), "a.one")
    assert [column.id for column in said.columns] == [*LADDER, "not_applicable", "unanswered"]
    assert [column.telling for column in said.columns] == [True, True, True, True, False]
    assert said.places.tolist() == [0, 3, 4, 3, 2]
    assert said.title == "One is there."


def test_said_of_an_item_by_units() -> None:
    """Who says the same for all units is counted there; who differs, as that."""
    whole = sheet("Ann", {"a.one": mt.Answer(by={"north": "red", "south": "red"})}, units=UNITS)
    apart = sheet("Ben", {"a.one": mt.Answer(by={"north": "red"})}, units=UNITS)
    said = said_of(mt.Cohort.of([whole, apart]), "a.one")
    assert [column.id for column in said.columns][-1] == "differs"
    assert said.places.tolist() == [0, 5]


def test_said_of_a_number() -> None:
    """Numbers are counted by the level they reach; without bands, by whether one is given."""
    people = [person(1, {"b.days": 4}), person(2, {"b.days": AWAY}), person(3, {})]
    said = said_of(cohort(people), "b.days")
    assert [column.label for column in said.columns] == ["A number", "Not applicable", "Unanswered"]
    assert said.places.tolist() == [0, 1, 2]
    banded = mt.parse_framework(BANDED)
    rates = [
        banded.assess({} if n is None else {"a.days": n}, organisation="Ours", rater=str(n))
        for n in (0, 12, 20, None)
    ]
    said = said_of(mt.Cohort.of(rates), "a.days")
    assert [column.id for column in said.columns][:3] == ["below", "basic", "good"]
    assert said.places.tolist() == [2, 1, 0, 4]


def test_said_of_a_node() -> None:
    """Each level, and none: who has not begun, or to whom nothing applies."""
    people = [
        person(1, {"a.one": "green", "a.two": "green", "a.three": "amber"}),
        person(2, {"a.one": "green", "a.two": "amber"}),
        person(3, {}),
        person(4, {"a": AWAY}),
    ]
    said = said_of(cohort(people), "a")
    assert [column.id for column in said.columns] == [*LADDER, "no_level"]
    assert said.places.tolist() == [1, 0, 3, 3]
    assert said.reads == said_of(cohort(people), "a.one").reads | {
        leaf for path in ("a.two", "a.three") for leaf in said_of(cohort(people), path).reads
    }


def test_below_the_first_level() -> None:
    """Where a person can stand below the first level, that is a column, though nobody does."""
    board = mt.load_framework("hwb-board")
    all_met = {item.id: "met" for item in board.items}
    said = said_of(mt.Cohort.of([board.assess(all_met, organisation="O", rater="A")]), "vision")
    assert [column.label for column in said.columns][:2] == ["Not yet young", "Young"]
    assert said.places.tolist() == [4]


def test_no_levels() -> None:
    """A node without levels is refused, as is a path that is not there."""
    people = cohort([person(1, {})])
    with pytest.raises(mt.NotComparable, match="'Second' has no levels to count people by"):
        said_of(people, "b")
    with pytest.raises(mt.UnknownName, match=r"'a\.on' is not asked here; .*did you mean 'a\.one'"):
        said_of(people, "a.on")


def test_separate() -> None:
    """Of paths that rest on one item, the first stays."""
    people = cohort([person(1, {})])
    assert separate(["a.one", "a", "b.four"], people) == (["a.one", "b.four"], [("a", "a.one")])


def test_short_form() -> None:
    """In a short form, what is asked of a branch is counted under the branch's path."""
    sheets = [evolve(sheet("Ann", {"a": "amber"}), rater_group="board")]
    people = mt.Cohort.of(sheets, SMALL, "quick")
    said = said_of(people, "a")
    assert [said.columns[place].id for place in said.places] == ["amber"]


BANDED = """\
schema = 1
id = "banded"
title = "Banded"
edition = "1"
[levels]
basic = "Basic"
good = "Good"
[scales.days]
number = { min = 0, max = 20, better = "lower" }
bands = { up_to = { basic = 12, good = 4 } }
[dimensions.a]
title = "A"
[dimensions.a.items]
days = { text = "Days away.", scale = "days" }
[scoring]
dimension = { rule = "weakest-link" }
"""
