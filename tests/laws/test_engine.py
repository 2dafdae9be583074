"""The engine says what the naive reference scorer says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from .effort import effort
from .outcomes import Outcome, score
from .reference import NodeResult
from .reference import score as reference_score
from .strategies import MEDIUM, SMALL, Size, assessments, profile_names

if TYPE_CHECKING:
    from maturity import Assessment

    from .reference_rules import Score


def close(one: float | None, other: float | None) -> bool:
    """Whether two values are equal but for the last digits."""
    if one is None or other is None:
        return one is other
    return one == pytest.approx(other, rel=1e-9, abs=1e-9)


def pair(score_: Score | None) -> tuple[float | None, int | None] | None:
    """A score as a pair."""
    return None if score_ is None else (score_.value, score_.rank)


def differences(said: Outcome, expected: NodeResult) -> list[str]:
    """What an outcome says otherwise than the reference."""
    found = [
        f"{name}: {getattr(said, name)}, not {getattr(expected, name)}"
        for name in ("rank", "status", "answered", "applicable", "na_rank")
        if getattr(said, name) != getattr(expected, name)
    ]
    if not close(said.value, expected.value):
        found.append(f"value: {said.value}, not {expected.value}")
    for name in ("low", "high", "so_far"):
        one, other = getattr(said, name), pair(getattr(expected, name))
        if (one is None) != (other is None) or (
            one and other and not (one[1] == other[1] and close(one[0], other[0]))
        ):
            found.append(f"{name}: {one}, not {other}")
    return found


def compare(assessment: Assessment, profile: str | None) -> None:
    """Hold the engine against the reference on one assessment."""
    said = score(assessment, profile)
    expected = reference_score(assessment, profile)
    assert list(said) == list(expected)
    wrong = {path: found for path in said if (found := differences(said[path], expected[path]))}
    assert not wrong


@pytest.mark.parametrize(
    ("size", "examples"), [(SMALL, 500), (MEDIUM, 80)], ids=["small", "medium"]
)
def test_the_engine_says_what_the_reference_says(size: Size, examples: int) -> None:
    """Levels, statuses and coverage are equal, values but for the last digits."""

    @effort(examples)
    @given(st.data())
    def law(data: st.DataObject) -> None:
        assessment = data.draw(assessments(size=size))
        compare(assessment, data.draw(profile_names(assessment.framework)))

    law()
