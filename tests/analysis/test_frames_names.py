"""What the columns of a table are, and which items its names mean."""

from __future__ import annotations

import pytest

import maturity as mt

from .tables import answers, faults, long, read

ROLES = (
    "organisation, scheme, code, sector, size, period, rater, rater_group, made_up, item, answer, "
    "note, reason"
)


def test_columns_go_by_their_role() -> None:
    """Capitals, spaces and hyphens don't matter."""
    table = {"Organisation ": ["A"], "RATER-GROUP": ["board"], "vision.shared": ["yes"]}
    assert read(table).assessments[0].rater_group == "board"


def test_columns_are_named_by_the_caller() -> None:
    """A column that is called otherwise is named by its role."""
    table = {"Trust": ["A"], "Question": ["vision.shared"], "Reply": ["yes"]}
    cohort = read(table, organisation="Trust", item="Question", answer="Reply")
    assert answers(cohort) == {"vision.shared": "yes"}
    assert "error[frame.column]: there is no such column; there are: Trust, " in "".join(
        faults(table, organisation="Trusts")
    )


def test_columns_that_are_nothing_are_faults() -> None:
    """A column is read, ignored by name, or a fault."""
    table = {**long({"vision.shared": "yes"}), "Email": ["a@b"]}
    assert faults(table) == [
        (
            f"column 'Email': error[frame.column]: this is neither an item of 'tool' nor one of "
            f"{ROLES}; take it out, name it in ignore=[...], or say what it is: "
            "organisation='Trust'"
        )
    ]
    assert answers(read(table, ignore=["Email"])) == {"vision.shared": "yes"}
    assert answers(read(table, ignore="Email")) == {"vision.shared": "yes"}
    wide = {"code": ["X"], "vision.share": ["yes"], "vision.rate": [1]}
    assert faults(wide)[0].endswith("did you mean 'vision.shared'?")
    assert faults(table, ignore=["Mail"])[0].startswith(
        "column 'Mail': error[frame.column]: there is no such column; there are: organisation, "
    )


def test_columns_that_are_one_thing_twice() -> None:
    """Two columns can't have one role, or be one item."""
    exact = {"organisation": ["A"], "Organisation": ["B"], "vision.shared": ["yes"]}
    assert "column 'Organisation': error[frame.column]" in faults(exact)[0]
    alike = {"Organisation": ["A"], "ORGANISATION": ["B"], "vision.shared": ["yes"]}
    assert faults(alike) == [
        (
            "column 'ORGANISATION': error[frame.column]: this and the column 'Organisation' are "
            "both 'organisation'; keep one, or name the other in ignore=[...]"
        )
    ]
    twice = {"code": ["X"], "vision.shared": ["yes"], "It is shared.": ["no"]}
    assert "this and the column 'vision.shared' are both 'vision.shared'" in faults(twice)[0]


def test_columns_that_may_be_several_things() -> None:
    """A text that two items have, or that is a role's name, is a fault."""
    assert faults({"code": ["X"], "Said twice.": ["yes"], "vision.rate": [1]}) == [
        (
            "column 'Said twice.': error[frame.column]: this may be people.first or people.second; "
            "name the column of an item by its path"
        )
    ]
    sized = mt.parse_framework(SIZED)
    with pytest.raises(mt.FaultsFound, match=r"this may be size or d.i; name the column"):
        read({"code": ["X"], "Size": ["yes"], "d.j": ["no"]}, sized)


def test_items_go_by_path_or_text() -> None:
    """A long table names items as a wide one does; a wrong name is told with the nearest."""
    table = long({"It is shared.": "yes", "vision.rate": 1, " people.first ": "no"})
    assert set(answers(read(table))) == {"vision.shared", "vision.rate", "people.first"}
    assert faults(long({"Said twice.": "yes"})) == [
        (
            "row 1, column 'item': error[path.unknown]: 'Said twice.' is the text of several; "
            "allowed: people.first, people.second; write the path"
        )
    ]
    (fault,) = faults(long({"vision.shard": "yes"}))
    assert fault.startswith("row 1, column 'item': error[path.unknown]: there is no dimension, ")
    assert fault.endswith("did you mean 'vision.shared'?")


def test_a_table_is_long_or_wide() -> None:
    """One that is neither, or both, says so."""
    both = {**long({"vision.shared": "yes"}), "vision.rate": [1]}
    assert "there are columns of single items, and 'item' and 'answer' as in" in faults(both)[0]
    noted = {"code": ["X"], "vision.rate": [1], "note": ["x"]}
    assert "there are columns of single items, and 'note' as in a long table" in faults(noted)[0]
    assert "there is a column 'item', but none 'answer'" in faults({"code": [], "item": []})[0]
    assert "there is a column 'reply', but none 'item'" in faults(
        {"code": [], "reply": []}, answer="reply"
    )[0]  # fmt: skip
    assert "the table is neither long nor wide; a long table has" in faults({"code": ["X"]})[0]
    assert "no column says whose each row is" in faults({"vision.rate": [1]})[0]


def test_units_are_refused() -> None:
    """Answers by single units are not read."""
    assert "answers by single units (teams, sites) are not read from a table" in faults(
        long({"vision.shared": "yes"}, unit="Team 1")
    )[0]  # fmt: skip


SIZED = """schema = 1
id = "sized"
title = "Sized"
edition = "1"
[scales.met]
no = 0
yes = 1
[scoring]
scale = "met"
dimension = { rule = "mean" }
[dimensions.d.items]
i = "Size"
j = "Other"
"""
