"""Many assessments worked out together."""

from __future__ import annotations

import numpy as np
import pytest

from maturity.errors import UnknownName
from maturity.scoring.batch import score_batch

from .quick_tools import cells_of, quick_of
from .tools import THREE, ruled

BODY = ruled('"mean"') + THREE


def test_without_bounds() -> None:
    """Value and counts are those of a batch with bounds, in places of their own."""
    quick = quick_of(BODY)
    cells = cells_of(quick, "yyp", "n?-", "???", "---")
    lean, full = score_batch(quick.plan, cells, bounds=False), score_batch(quick.plan, cells)
    assert np.array_equal(lean["a"].stated.value, full["a"].stated.value, equal_nan=True)
    assert lean["a"].stated.value[0] == 2.5 / 3
    assert np.isnan(lean["a"].stated.value[2:]).all()
    assert lean["a"].answered.tolist() == [3, 1, 0, 0]
    assert lean["a"].not_applicable.tolist() == [0, 1, 0, 3]
    assert lean.counts("a")["yes"].tolist() == [2, 0, 0, 0]


def test_no_assessments() -> None:
    """Of none there are arrays of length nought."""
    quick = quick_of(BODY)
    found = score_batch(quick.plan, cells_of(quick, "yyy").columns(slice(0, 0)))
    assert found["a"].stated.value.shape == (0,)


def test_what_it_takes() -> None:
    """At least one thread; a path that there is."""
    quick = quick_of(BODY)
    cells = cells_of(quick, "yyp")
    with pytest.raises(ValueError, match="1 thread or more, found 0"):
        score_batch(quick.plan, cells, threads=0)
    with pytest.raises(UnknownName, match="'aa' is not scored here"):
        score_batch(quick.plan, cells)["aa"]
