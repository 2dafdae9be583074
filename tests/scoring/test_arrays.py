"""Asking arrays whether any is true."""

from __future__ import annotations

import numpy as np

from maturity.scoring.arrays import some


def test_some() -> None:
    """`some` asks along an axis; of nothing, none is true."""
    flags = np.array([[True, False], [False, False]])
    assert some(flags, 0).tolist() == [True, False]
    assert some(flags, 1).tolist() == [True, False]
    assert some(np.zeros((2, 0), bool), 1).tolist() == [False, False]
