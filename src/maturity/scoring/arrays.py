"""The kinds of arrays that scoring passes around, and one way to ask whether any is true."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]
Codes: TypeAlias = NDArray[np.uint8]
Flags: TypeAlias = NDArray[np.bool_]
Indices: TypeAlias = NDArray[np.intp]
Lengths: TypeAlias = NDArray[np.int32]


def some(flags: Flags, axis: int) -> Flags:
    """Whether any is true along an axis."""
    return np.asarray(flags.any(axis=axis), bool)
