"""Whose each row of a table is."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import polars as pl
import pytest

import maturity as mt

from .tables import faults, read


def wide(**columns: Any) -> dict[str, Any]:  # noqa: ANN401  # any column
    """A wide table, with these columns."""
    count = len(next(iter(columns.values())))
    return {**columns, "vision.shared": ["yes"] * count}


def many(**columns: Any) -> dict[str, Any]:  # noqa: ANN401  # any column
    """A long table of two rows of one assessment, with these columns."""
    answered = {"item": ["vision.shared", "vision.rate"], "answer": ["yes", "1"]}
    return {"organisation": ["A", "A"], **answered, **columns}


def test_who_says_everything() -> None:
    """Each detail of the organisation, the period and the rater is read."""
    columns = {
        "organisation": "A", "scheme": "ods", "code": "R1", "sector": "acute", "size": 100,
        "period": "2025/26 Q4", "rater": "J", "rater_group": "board", "made_up": True,
    }  # fmt: skip
    cohort = read(wide(**{name: [value] for name, value in columns.items()}))
    sheet = cohort.assessments[0]
    assert sheet.organisation == mt.Organisation(
        name="A", scheme="ods", code="R1", sector="acute", size=100
    )
    assert sheet.period is not None
    assert (sheet.period.text, sheet.as_of) == ("2025/26 Q4", date(2026, 3, 31))
    assert (sheet.rater, sheet.rater_group, sheet.made_up) == ("J", "board", True)


def test_organisations_are_told_apart_by_code() -> None:
    """Two of one name are two, where their codes differ; a code in two schemes is two."""
    assert len(read(wide(organisation=["The Surgery"] * 2, code=["G1", "G2"])).organisations) == 2
    assert len(read(wide(scheme=["ods", "local"], code=["1", "1"])).organisations) == 2
    assert faults(many(code=["R1", None])) == [
        (
            "row 2, column 'code': error[frame.differs]: 'A' has no code here, but 'R1' in row 1; "
            "give it in every row"
        )
    ]


def test_a_row_of_nobody() -> None:
    """A row that doesn't say whose it is is a fault."""
    assert faults(wide(organisation=["A", None, " "])) == [
        f"row {row}, column 'organisation': error[frame.organisation]: it is not said whose this "
        "row is; give the organisation's name or its code"
        for row in (2, 3)
    ] + [
        ("row 3: error[frame.twice]: row 2 is of the same organisation, period and rater; "
        "tell them apart by period or rater, or keep one")
    ]  # fmt: skip


def test_rows_of_one_assessment_agree() -> None:
    """What one row says the others say, or nothing; over the years it may change."""
    assert read(many(sector=["acute", None])).organisations[0].sector == "acute"
    assert faults(many(sector=["acute", "council"])) == [
        (
            "row 2, column 'sector': error[frame.differs]: this is 'council', but 'acute' in row "
            "1, which is of the same assessment; have the same in each row of an assessment"
        )
    ]
    changed = many(sector=["acute", "council"], period=["2025", "2026"])
    assert [one.organisation.sector for one in read(changed).assessments] == ["acute", "council"]


@pytest.mark.parametrize(
    ("period", "text"),
    [
        ("2026-Q1", "2026-Q1"),
        (" 2026 ", "2026"),
        (2026, "2026"),
        (2026.0, "2026"),
        (date(2026, 3, 31), "2026-03-31"),
        (datetime(2026, 3, 31), "2026-03-31"),  # noqa: DTZ001  # as tables have it
    ],
)
def test_periods(period: object, text: str) -> None:
    """A period is a text, a date, or the digits of a year."""
    assert [one.text for one in read(wide(organisation=["A"], period=[period])).periods] == [text]


def test_wrong_periods() -> None:
    """A period that isn't understood is a fault; an empty one is none."""
    (fault,) = faults(wide(organisation=["A", "B"], period=["2026-Q1", "2026-Q5"]))
    assert fault.startswith("row 2, column 'period': error[period.form]: '2026-Q5' is not a period")
    noon = datetime(2026, 3, 31, 12)  # noqa: DTZ001  # as tables have it
    assert "error[value.type]: a datetime is not a text" in "".join(
        faults(wide(organisation=["A"], period=[noon]))
    )
    assert read(wide(organisation=["A", "A"], period=["2026", None])).rows.period.tolist() == [
        0,
        -1,
    ]


def test_two_texts_of_one_period() -> None:
    """They are one assessment, which can't have two answers to one item."""
    cohort = read(many(period=["2025-03", "2025-Q1"]))
    assert len(cohort) == 1
    assert "error[frame.twice]: row 1 is of the same organisation, period and rater" in "".join(
        faults(wide(organisation=["A", "A"], period=["2025-03", "2025-Q1"]))
    )


def test_raters_are_told_apart() -> None:
    """Each rater has an assessment."""
    cohort = read(wide(organisation=["A", "A", "A"], rater=["x", "y", None]))
    assert cohort.rows.raters == ("x", "y", "")


@pytest.mark.parametrize(
    ("size", "number"), [(5, 5), (5.0, 5), ("5", 5), (None, None), (" ", None)]
)
def test_sizes(size: object, number: int | None) -> None:
    """A size is a whole number, or its digits."""
    assert read(wide(organisation=["A"], size=[size])).organisations[0].size == number


@pytest.mark.parametrize(
    ("columns", "message"),
    [
        ({"size": [1.5]}, "value.type]: the number 1.5 is not a number of people; write a whole"),
        ({"size": ["many"]}, "value.type]: 'many' is not a number of people; write a whole"),
        ({"size": [-1]}, "organisation.size]: the size of the organisation is the number -1"),
        ({"size": ["9" * 18]}, "number.size]: the size of the organisation is a number of more"),
        ({"scheme": ["nhs"]}, "organisation.scheme]: 'nhs' is not a scheme of organisation codes"),
        ({"made_up": ["yes"]}, "value.type]: 'yes' is neither true nor false; have a column of"),
        ({"rater": [True]}, "value.type]: true is not a text; write the name or the code as a"),
        ({"rater": [["x"]]}, "value.type]: a list is not a text; write the name or the code as a"),
    ],
)
def test_wrong_details(columns: dict[str, Any], message: str) -> None:
    """What is said of an organisation or a rater is checked."""
    (fault,) = faults(wide(organisation=["A"], **columns))
    assert fault.startswith(f"row 1, column '{next(iter(columns))}': error[{message}")


def test_numbers_as_codes() -> None:
    """A column of numbers is read as codes, by their digits."""
    frame = pl.DataFrame(wide(code=[12, 13]))
    cohort = read(frame.to_dict(as_series=False))
    assert [one.code for one in cohort.organisations] == ["12", "13"]
