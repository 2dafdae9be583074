from __future__ import annotations

import pytest

from maturity.model.fits import described, misfit
from maturity.model.numbers import shown
from maturity.model.scales import Bands, NumericScale, Option, Scale

MET = Scale("met", (Option("no", "No", 0.0), Option("yes", "Yes", 1.0)))
TENTHS = NumericScale(id="tenths", minimum=-1.0, maximum=2.0, step=0.1)
RATE = NumericScale(id="rate", minimum=0, maximum=9, bands=Bands("from", (("two", 5.0),)))


@pytest.mark.parametrize("number", [-1 + 0.1 * step for step in range(31)])
def test_every_step_fits_whatever_its_rounding(number: float) -> None:
    """Every step fits whatever its rounding."""
    assert misfit(TENTHS, min(number, 2.0)) is None


@pytest.mark.parametrize(
    ("answer", "what"),
    [
        (0.05, "0.05 is between two steps of the scale 'tenths'"),
        (2.1, "2.1 is outside the scale 'tenths'"),
        (float("nan"), "nan is outside the scale 'tenths'"),
        (10**40, "a number of more than 15 digits is outside the scale 'tenths'"),
        (True, "true is not a number, as the scale 'tenths' asks"),
        (None, "nothing is not a number, as the scale 'tenths' asks"),
        ("2", "'2' is not a number, as the scale 'tenths' asks"),
    ],
)
def test_what_does_not_fit_a_scale_of_numbers(answer: object, what: str) -> None:
    """What does not fit a scale of numbers."""
    assert misfit(TENTHS, answer) == (what, "allowed: a number from -1 to 2 in steps of 0.1")


@pytest.mark.parametrize(
    ("answer", "what"),
    [
        ("Yes", "'Yes' is not an answer on the scale 'met'"),
        (1, "the number 1 is not an answer on the scale 'met'"),
        (False, "false is not an answer on the scale 'met'"),
        ({}, "a table is not an answer on the scale 'met'"),
        (object(), "an object is not an answer on the scale 'met'"),
        ("x" * 100, f"'{'x' * 60}' is not an answer on the scale 'met'"),
    ],
)
def test_what_does_not_fit_a_scale_of_options(answer: object, what: str) -> None:
    """What does not fit a scale of options."""
    found = misfit(MET, answer)
    assert found is not None
    assert found[0] == what
    assert found[1].startswith("allowed: no, yes")


def test_a_rung_fits_where_there_are_bands() -> None:
    """A rung fits where there are bands."""
    assert misfit(RATE, "two", ("one", "two")) is None
    assert misfit(RATE, "three", ("one", "two")) == (
        "'three' is not a number, as the scale 'rate' asks",
        "allowed: a number from 0 to 9, or one of one, two",
    )
    assert misfit(TENTHS, "two", ("one", "two")) is not None


def test_values_in_words() -> None:
    """Values in words."""
    assert [described(value) for value in (1.5, 10**20, [], (), object())] == [
        "the number 1.5",
        "a number of more than 15 digits",
        "a list",
        "a list",
        "an object",
    ]
    assert shown(-(10**5000)) == "a number of more than 15 digits"
