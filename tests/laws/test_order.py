"""Order is for readers: it never changes a result."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from .changes import in_disorder
from .effort import effort
from .outcomes import score
from .strategies import MEDIUM, SMALL, assessments

if TYPE_CHECKING:
    from maturity import Assessment


@effort(150)
@given(st.sampled_from((SMALL, MEDIUM)).flatmap(lambda size: assessments(size=size)), st.integers())
def test_order_changes_nothing(assessment: Assessment, seed: int) -> None:
    """Items, dimensions, lists of what is counted and answers in any order give the same bits."""
    mixed = in_disorder(assessment, random.Random(seed))  # noqa: S311  # the dice hide no secret
    assert score(mixed) == score(assessment)
