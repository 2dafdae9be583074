"""What a rule adds up, as a number for each item in each state."""

from __future__ import annotations

import numpy as np

from maturity.scoring.quick_forms import make_form
from maturity.scoring.readings import Reading

from .quick_tools import node_of, quick_of
from .tools import THREE, ruled


def test_halves_are_whole_in_their_unit() -> None:
    """Halves and quarters are counted in quarters, and the largest sum is known."""
    form = make_form(np.array([[0.5, 0.25], [1.0, 0.0]]))
    assert form.whole is not None
    assert form.whole.tolist() == [[2, 1], [4, 0]]
    assert (form.shift, form.most, form.kind) == (2, 6, np.dtype(np.uint8))


def test_tenths_are_not_whole() -> None:
    """A tenth is no whole number of any power of two; nor is what is below nought counted so."""
    assert make_form(np.array([[0.1]])).whole is None
    assert make_form(np.array([[-1.0]])).whole is None


def test_sums_of_a_mean() -> None:
    """A mean earns the value of an option; what is open bounds at the lowest, N/A is left out."""
    sums = node_of(quick_of(ruled('"mean"') + THREE)).sums[Reading.LOW]
    earned, of = sums.forms
    assert earned.numbers[0].tolist() == [0.0, 0.5, 1.0, 0.0, 0.0]
    assert of.numbers[0].tolist() == [1.0, 1.0, 1.0, 1.0, 0.0]


def test_alike() -> None:
    """Forms may differ only in a state that doesn't occur."""
    one, other = make_form(np.array([[0.0, 1.0]])), make_form(np.array([[0.0, 0.0]]))
    assert one.alike(other, np.array([True, False]))
    assert not one.alike(other, np.array([True, True]))
