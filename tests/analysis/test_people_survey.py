"""The people that are counted, in groups."""

from __future__ import annotations

from maturity.analysis.people_counts import said_of
from maturity.analysis.people_survey import Survey

from .survey import cohort, person


def made(*groups: tuple[str, str, int]) -> Survey:
    """So many people of each staff group and organisation, grouped in each way."""
    people = [
        person(100 * place + number, {"a.one": "red"}, group, organisation)
        for place, (group, organisation, count) in enumerate(groups)
        for number in range(count)
    ]
    return Survey.of(cohort(people), ["rater_group", "sector", "organisation"])


def test_without() -> None:
    """The people of a group go from every other as well."""
    left = made(("board", "Hill", 2), ("staff", "Hill", 3)).without([("rater_group", "board")])
    assert left.groups["organisation"] == ("Hill",) * 3
    assert len(left.people) == 3


def test_without_everybody() -> None:
    """Where not even the whole can be shown, nobody is left."""
    assert len(made(("board", "Hill", 2)).without([("everybody", "")]).people) == 0


def test_without_small() -> None:
    """A group that gets too small because another is left out goes too."""
    survey = made(("board", "Hill", 2), ("staff", "Hill", 2), ("staff", "North", 4))
    left = survey.without_small(3)
    assert set(left.groups["organisation"]) == {"North"}
    assert survey.without_small(1) is survey


def test_layout() -> None:
    """Everybody is the sum of groups and of sectors, a sector that of its organisations."""
    rows, sums = made(("staff", "Hill", 1), ("board", "South", 1), ("staff", "North", 1)).layout()
    assert rows == [
        ("everybody", ""),
        ("rater_group", "board"),
        ("rater_group", "staff"),
        ("sector", "council"),
        ("sector", "trust"),
        ("organisation", "Hill"),
        ("organisation", "North"),
        ("organisation", "South"),
    ]
    assert sums == [(0, (1, 2)), (0, (3, 4)), (3, (5,)), (4, (6, 7))]


def test_counts() -> None:
    """How many of each row gave each answer."""
    survey = made(("staff", "Hill", 2), ("board", "Hill", 1))
    rows, _ = survey.layout()
    counts = survey.counts(rows, said_of(survey.people, "a.one"))
    assert counts == ((3, 0, 0, 0, 0), (1, 0, 0, 0, 0), (2, 0, 0, 0, 0), *[(3, 0, 0, 0, 0)] * 2)
