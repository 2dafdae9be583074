"""What people said, as a page."""

from __future__ import annotations

import unicodedata

import pytest
from attrs import evolve

from maturity.analysis.people_tables import people_tables
from maturity.present.document_text import document_view
from maturity.present.layout import WIDTH, render
from maturity.present.people_document import people_document
from maturity.scoring.sentences import MADE_UP
from tests.analysis.survey import cohort, person

from .hostile import TEXTS

PAGE = """\
What people say, by staff group
Small, 1; newest answers up to 2026-Q1
======================================

What people say themselves, not checked by others.

- 60 people are counted.
- Left out altogether, totals too, by staff group: board. They are fewer than 11
  people, or their numbers could be worked out.
- hidden: fewer than 11 people, or the answer of everybody in the group, or
  hidden so that another number can't be worked out.
- Beside another page of the same survey, such as one for fewer people or other
  groups, hidden numbers could still be worked out. Publish one page only, or
  have them checked together.

One is there.
-------------
How many people, by staff group
Staff group  People  Red     Amber   Green  Not applicable  Unanswered
----------------------------------------------------------------------
managers     27      hidden  hidden  0      0               12
staff        33      hidden  hidden  0      0               0
Everybody    60      23      25      0      0               12
"""
SAID = (("managers", "red", 3), ("managers", "amber", 12), ("managers", "", 12),
        ("staff", "red", 20), ("staff", "amber", 13), ("board", "green", 4))  # fmt: skip


def page(minimum: int = 11, by: tuple[str, ...] = ("rater_group",), **details: object) -> str:
    """The page of a small survey."""
    people = [
        evolve(person(n, {"a.one": said} if said else {}, group), rater=f"{group}-{said}-{n}")
        for group, said, count in SAID
        for n in range(count)
    ]
    people = [
        evolve(one, **details)  # type: ignore[arg-type]  # details of any kind
        for one in people
    ]
    found = people_tables(cohort(people), ["a.one"], by, minimum)  # type: ignore[arg-type]  # names of groups
    return render(document_view(people_document(found)))


def test_page() -> None:
    """Who is counted, who is not, what is hidden, and the numbers."""
    assert page() == PAGE


def test_nothing_hidden() -> None:
    """Where nothing is hidden, that is what has to be said."""
    shown = page(1)
    assert "not even the answer of one person alone" in shown
    assert "hidden" not in shown.replace("Nothing is hidden here", "")
    assert "\nboard        4 " in shown


def test_nobody_left() -> None:
    """Where every group is too small, that is all there is."""
    shown = page(41)
    assert "are counted" not in shown
    assert shown.endswith("\nEvery group is of fewer than 41 people: nothing is shown.\n")


def test_several_ways() -> None:
    """A table for each way of grouping."""
    shown = page(by=("rater_group", "organisation"))
    assert shown.startswith("What people say, by staff group and organisation\n")
    assert "\nHow many people, by organisation\n" in shown


def test_made_up() -> None:
    """Example data says so."""
    assert MADE_UP in page(made_up=True)
    assert MADE_UP not in page()


def test_levels() -> None:
    """Of a level it is said how a person reaches it."""
    people = [person(n, {"a.one": "red"}) for n in range(20)]
    shown = render(document_view(people_document(people_tables(cohort(people)))))
    assert "A person's level is what their own answers make certain." in shown
    assert "A person's level" not in page()


@pytest.mark.parametrize("text", TEXTS)
def test_hostile(text: str) -> None:
    """Names of groups are texts and nothing else."""
    shown = page(rater_group=text)
    assert not {c for c in shown if unicodedata.category(c) == "Cc"} - {"\n"}
    assert max(map(len, shown.split("\n"))) <= WIDTH
