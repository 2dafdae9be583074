"""Alpha is that of the `krippendorff` package, and order changes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import krippendorff
import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from maturity.analysis.alpha import KINDS, Kind, alpha

from .effort import effort

if TYPE_CHECKING:
    from random import Random

Ratings = NDArray[np.float64]
WHOLE = (0.0, 1.0, 2.0, 3.0)
BROKEN = (-2.5, 0.1, 0.2, 0.3, 7.0, 1e3)


@st.composite
def ratings(draw: st.DrawFn, values: tuple[float, ...] = (*WHOLE, *BROKEN)) -> Ratings:
    """Some groups of raters, with gaps."""
    shape = (draw(st.integers(1, 3)), draw(st.integers(1, 5)), draw(st.integers(1, 8)))
    chosen = draw(st.lists(st.sampled_from(values), min_size=1, max_size=5))
    cell = st.sampled_from([*chosen, *chosen, np.nan])
    size = shape[0] * shape[1] * shape[2]
    return np.array(draw(st.lists(cell, min_size=size, max_size=size))).reshape(shape)


@effort(300)
@given(ratings(), st.sampled_from(KINDS))
def test_it_is_that_of_the_package(given_ratings: Ratings, kind: Kind) -> None:
    """The figures are the package's, to 1e-12; where it refuses or has none, there is none."""
    for group, found in zip(given_ratings, alpha(given_ratings, kind), strict=True):
        try:
            with np.errstate(invalid="ignore"):
                expected = krippendorff.alpha(group, level_of_measurement=kind)
        except ValueError:
            expected = np.nan
        np.testing.assert_allclose(found, expected, rtol=0, atol=1e-12)


@effort(150)
@given(ratings(), st.sampled_from(KINDS))
def test_together_is_one_by_one(given_ratings: Ratings, kind: Kind) -> None:
    """Groups together come out as each alone, to the bit."""
    alone = [alpha(group[None], kind)[0] for group in given_ratings]
    together = alpha(given_ratings, kind)
    assert np.array_equal(together, alone, equal_nan=True)


@effort(150)
@given(ratings(WHOLE), st.sampled_from(KINDS), st.randoms())
def test_order_changes_nothing(given_ratings: Ratings, kind: Kind, chance: Random) -> None:
    """Raters and items in another order give the same, to the bit, on whole numbers."""
    _, raters, items = given_ratings.shape
    rows, columns = list(range(raters)), list(range(items))
    chance.shuffle(rows)
    chance.shuffle(columns)
    other = given_ratings[:, rows][:, :, columns]
    assert np.array_equal(alpha(other, kind), alpha(given_ratings, kind), equal_nan=True)
