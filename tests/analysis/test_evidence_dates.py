"""The day on which a level would fall, and the evidence that holds it up."""

from __future__ import annotations

from datetime import date

import maturity as mt
from maturity.analysis.evidence_dates import LevelFall, evidence_name
from maturity.analysis.evidence_review import review_evidence
from tests.scoring.tools import framework_of

DAY = date(2026, 1, 1)
BODY = """
[scoring]
scale = "levels"
dimension = { rule = "RULE" }
overall = { rule = "weakest-link" }
evidence = { kind = ["survey"], above = "bronze" }
[dimensions.a]
title = "A"
items = { x = "X", y = "Y", z = "Z" }
[dimensions.b]
title = "B"
items = { w = "W" }
"""


def falls(rule: str, **expiries: list[tuple[str, date | None]]) -> dict[str, LevelFall]:
    """When each node falls, for items at gold with pieces of evidence (title and last day)."""
    said = {
        f"a.{name}": mt.Answer(
            value="gold",
            evidence=tuple(
                mt.Evidence(kind="survey", title=title, expires=day) for title, day in pieces
            ),
        )
        for name, pieces in expiries.items()
    }
    framework = framework_of(BODY.replace("RULE", rule))
    found = review_evidence(framework.assess({**said, "b.w": "bronze"}), DAY)
    return {fall.path: fall for fall in found.falls}


def test_weakest_link() -> None:
    """The first piece to expire brings the dimension down, the day after its last."""
    fall = falls(
        "weakest-link",
        x=[("one", date(2026, 5, 1))],
        y=[("two", date(2026, 3, 1))],
        z=[("three", None)],
    )["a"]
    assert (fall.level.id, fall.falls_on, fall.falls_to and fall.falls_to.id) == (
        "gold",
        date(2026, 3, 2),
        "bronze",
    )
    assert [(cause.path, cause.evidence.title) for cause in fall.causes] == [("a.y", "two")]
    assert fall.text == (
        "A: Gold until 2026-03-01, then Bronze, unless this evidence is renewed: a.y (two)."
    )


def test_median() -> None:
    """One may go; the second brings the middle down, and is the one to renew."""
    fall = falls(
        "median",
        x=[("one", date(2026, 3, 1))],
        y=[("two", date(2026, 5, 1))],
        z=[("three", None)],
    )["a"]
    assert fall.falls_on == date(2026, 5, 2)
    assert [cause.path for cause in fall.causes] == ["a.y"]


def test_newer_evidence_holds() -> None:
    """Only when the last of an item's pieces has gone does its answer count for less."""
    fall = falls(
        "weakest-link",
        x=[("old", date(2026, 2, 1)), ("new", date(2026, 8, 1))],
        y=[("two", None)],
        z=[("three", None)],
    )["a"]
    assert fall.falls_on == date(2026, 8, 2)
    assert [cause.evidence.title for cause in fall.causes] == ["new"]


def test_two_on_one_day() -> None:
    """Both are named where both go at once."""
    day = date(2026, 4, 1)
    fall = falls("weakest-link", x=[("one", day)], y=[("two", day)], z=[("three", None)])["a"]
    assert [cause.path for cause in fall.causes] == ["a.x", "a.y"]


def test_never() -> None:
    """Where nothing more expires, the level never falls; what has gone by now has no date."""
    found = falls(
        "weakest-link",
        x=[("one", None)],
        y=[("two", None), ("past", date(2025, 1, 1))],
        z=[("three", date.max)],
    )
    assert {path: fall.falls_on for path, fall in found.items()} == {"": None, "a": None, "b": None}
    assert found["a"].text == "A: Gold, whatever evidence expires."
    assert found["a"].causes == ()


def test_on_its_last_day_it_counts() -> None:
    """Evidence that expires on the day of the review holds for that day."""
    found = falls("weakest-link", x=[("one", DAY)], y=[("two", None)], z=[("three", None)])
    assert found["a"].level.id == "gold"
    assert found["a"].falls_on == date(2026, 1, 2)


def test_lower_nodes_only() -> None:
    """The whole stands as low as its lowest part already, so it does not fall."""
    day = date(2026, 4, 1)
    found = falls("weakest-link", x=[("one", day)], y=[("two", None)], z=[("three", None)])
    assert found[""].falls_on is None
    assert list(found) == ["", "a", "b"]


def test_names() -> None:
    """Evidence goes by its title, else its reference, else its kind."""
    assert evidence_name(mt.Evidence(kind="k", title="t", reference="r")) == "t"
    assert evidence_name(mt.Evidence(kind="k", reference="r")) == "r"
    assert evidence_name(mt.Evidence(kind="k")) == "k"
    assert evidence_name(mt.Evidence()) == "evidence without a name"


def test_rows_and_order() -> None:
    """Falls come by date, with a row for each piece that causes one."""
    review = review_evidence(mt.example("hwb-elements"), date(2026, 6, 1))
    dates = [fall.falls_on for fall in review.next_falls]
    assert dates == sorted(dates, key=lambda day: day or date.max)
    rows = [row for row in review.to_records() if row["finding"] == "level falls"]
    assert len(rows) == sum(len(fall.causes) for fall in review.next_falls)
    assert {row["item"] for row in rows} >= {"leaders.skilled.training"}
