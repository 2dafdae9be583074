"""Assessments that are scored together don't touch each other."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from .effort import effort
from .outcomes import score, score_all
from .strategies import assessments, frameworks, profile_names


@effort(80)
@given(st.data())
def test_a_batch_is_its_parts(data: st.DataObject) -> None:
    """Any of the assessments, together and in any order, score as each alone, to the bit."""
    framework = data.draw(frameworks())
    profile = data.draw(profile_names(framework))
    sheets = data.draw(st.lists(assessments(framework), min_size=2, max_size=6))
    alone = [score(sheet, profile) for sheet in sheets]
    chosen = data.draw(st.lists(st.integers(0, len(sheets) - 1), max_size=8))
    together = score_all([sheets[place] for place in chosen], profile)
    assert together == [alone[place] for place in chosen]
