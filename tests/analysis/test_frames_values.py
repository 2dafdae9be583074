"""What is written in a cell, as an answer."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pandas as pd
import polars as pl
import pytest

import maturity as mt

from .tables import TOOL, answers, faults, long, read


def said(path: str, value: object) -> object:
    """What a value in a Polars table is read as; None: unanswered."""
    return answers(read(long({path: value}))).get(path)


def fault(path: str, value: object) -> str:
    """What is wrong with a value."""
    (found,) = faults(long({path: value}))
    assert found.startswith(f"row 1, column 'answer': error[answer.value]: for '{path}', ")
    return found.partition(f"'{path}', ")[2]


@pytest.mark.parametrize("value", ["yes", "Met", " met ", "MET", "YES"])
def test_options_go_by_id_or_label(value: str) -> None:
    """Capitals and spaces around don't matter."""
    assert said("vision.shared", value) == "yes"


@pytest.mark.parametrize("value", ["Not  yet", "not yet", "Not\xa0yet", "NOT   YET"])
def test_labels_whatever_their_spaces(value: str) -> None:
    """A label may have other spaces in it."""
    assert said("vision.shared", value) == "no"


def test_labels_that_are_alike() -> None:
    """Labels that only differ in capitals are told apart by them, or not at all."""
    assert said("vision.alike", "same") == "b"
    assert said("vision.alike", "Same") == "a"
    assert fault("vision.alike", "SAME") == (
        "'SAME' may be any of several options of the scale 'alike'; allowed: a, b"
    )


@pytest.mark.parametrize("value", ["N/A", "n/a", "Not applicable", "not-applicable", " N/A "])
@pytest.mark.parametrize("path", ["vision.shared", "vision.rate", "people"])
def test_not_applicable(path: str, value: str) -> None:
    """It may stand on every scale, and for a branch."""
    sheet = read(long({path: value}, reason="Why")).assessments[0]
    assert {**sheet.answers, **sheet.claims}[path].value == mt.not_applicable("Why")


@pytest.mark.parametrize("value", [None, "", "  ", "\xa0"])
@pytest.mark.parametrize("path", ["vision.shared", "vision.rate"])
def test_what_is_empty_is_unanswered(path: str, value: object) -> None:
    """An empty cell and one of spaces are unanswered."""
    assert said(path, value) is None


def test_not_a_number_is_unanswered() -> None:
    """NaN is an empty cell in every library."""
    assert said("vision.rate", float("nan")) is None


@pytest.mark.parametrize(
    ("value", "number"),
    [(2, 2.0), (2.5, 2.5), ("2.5", 2.5), ("+2", 2.0), (Decimal("0.5"), 0.5), (" 10 ", 10.0)],
)
def test_numbers(value: object, number: float) -> None:
    """A scale of numbers takes numbers, and texts that are one in plain digits."""
    assert said("vision.rate", value) == number


@pytest.mark.parametrize(
    ("value", "what"),
    [
        ("1e1", "'1e1' is not a number, as the scale 'rate' asks"),
        ("2,5", "'2,5' is not a number, as the scale 'rate' asks"),
        ("50%", "'50%' is not a number, as the scale 'rate' asks"),
        (True, "true is not a number, as the scale 'rate' asks"),
        (10.5, "10.5 is outside the scale 'rate'"),
        ("-1", "-1 is outside the scale 'rate'"),
        (0.75, "0.75 is between two steps of the scale 'rate'"),
        (float("inf"), "inf is outside the scale 'rate'"),
    ],
)
def test_what_is_no_answer_on_a_scale_of_numbers(value: object, what: str) -> None:
    """The message says what can stand there."""
    assert fault("vision.rate", value) == f"{what}; allowed: a number from 0 to 10 in steps of 0.5"


@pytest.mark.parametrize(
    ("value", "what"),
    [
        (True, "true is not an answer on the scale 'points'"),
        (1.5, "the number 1.5 is not an answer on the scale 'points'"),
        ("1.0", "'1.0' is not an answer on the scale 'points'"),
        (3, "the number 3 is not an answer on the scale 'points'"),
    ],
)
def test_what_is_no_option(value: object, what: str) -> None:
    """Nothing is turned into an option that isn't one."""
    assert fault("vision.points", value).startswith(f"{what}; allowed: 0, 1, 2")


@pytest.mark.parametrize("value", [1, 1.0, Decimal(1), "1"])
def test_digits(value: object) -> None:
    """A whole number is the option that is called by its digits, as tables lose the text."""
    assert said("vision.points", value) == "1"


def test_a_value_is_no_option() -> None:
    """A number never stands for the option of that value."""
    assert fault("vision.shared", 1).startswith("the number 1 is not an answer on the scale 'met'")


def test_what_people_write_for_nothing() -> None:
    """NA may mean two things, and the message asks which."""
    assert fault("vision.shared", "NA").endswith(
        "; write N/A for 'not applicable', and leave the cell empty where nothing is answered"
    )
    assert fault("vision.rate", "-").endswith("leave the cell empty where nothing is answered")


def test_a_column_of_many_kinds() -> None:
    """In a column of objects 1, 1.0, "1" and True are four things."""
    values: list[Any] = [1, 1.0, "1", True, None, [1], 10**400]
    table = {"code": list("abcdefg"), "item": ["vision.points"] * 7, "answer": values}
    frame = pd.DataFrame({k: pd.Series(v, dtype=object) for k, v in table.items()})
    with pytest.raises(mt.FaultsFound) as caught:
        mt.Cohort.from_frame(TOOL, frame)
    found = caught.value.faults
    assert [str(one).partition("'vision.points', ")[2].partition(" is ")[0] for one in found] == [
        "true", "a list", "a number of more than 15 digits",
    ]  # fmt: skip


def test_flags_are_never_answers() -> None:
    """A column of true and false answers nothing."""
    frame = pl.DataFrame({"code": ["X", "Y"], "vision.points": [True, None]})
    with pytest.raises(
        mt.FaultsFound, match=r"row 1, column 'vision.points'.* true is not an answ"
    ):
        mt.Cohort.from_frame(TOOL, frame)
