"""What an item adds to a sum that is no whole one."""

from __future__ import annotations

import numpy as np
import pytest

from maturity.scoring.quick_forms import make_form
from maturity.scoring.quick_terms import on_marks, terms_of

MARKS = {"lowest": (1, 0, 0, 0), "middle": (1, 1, 0, 0), "open": (0, 0, 0, 0), "away": (0, 0, 0, 1)}


@pytest.mark.parametrize(
    ("state", "number"), [("lowest", 3), ("middle", 5), ("open", 4), ("away", 9)]
)
def test_marks(state: str, number: int) -> None:
    """A start and the factors of the marks that are set give the number of each state."""
    start, factors = on_marks(np.array([3, 5, 7, 4, 9]), 3)
    assert start + sum(f * m for f, m in zip(factors, MARKS[state], strict=True)) == number


def test_one_unit() -> None:
    """Multiples of one number are one term."""
    form = make_form(np.array([[0.0, 0.1, 0.2, 0.0, 0.1]]))
    (term,) = terms_of([0], 3, {form: 0})
    assert (term.unit, term.start, term.marks) == (0.1, 0, ((1, 1), (2, 2), (3, 1)))


def test_several_units() -> None:
    """Numbers without a unit in common are a term each; each is there as it is."""
    form = make_form(np.array([[0.0, 0.1, np.pi, 0.0, 0.0]]))
    assert [term.unit for term in terms_of([0], 3, {form: 0})] == [0.1, np.pi]


def test_nothing() -> None:
    """An item that adds nothing is no term."""
    form = make_form(np.array([[0.0, 0.0, 0.0], [0.1, 0.3, 0.7]]))
    assert terms_of([0], 1, {form: 0}) == []
