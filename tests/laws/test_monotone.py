"""Doing better never counts against anybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import assume, given
from hypothesis import strategies as st

from .changes import Cell, answers_on, cells, filled, scale_of, step_up
from .effort import effort
from .outcomes import Outcome, score_all
from .strategies import assessments

if TYPE_CHECKING:
    from maturity import Assessment

Pair = tuple[float | None, int | None]


def falls(before: Pair, after: Pair) -> bool:
    """Whether a value or a rank that is known before and after is lower after."""
    return any(
        was is not None and now is not None and now < was
        for was, now in zip(before, after, strict=True)
    )


def fallen(before: Outcome, after: Outcome) -> list[str]:
    """What is lower after."""
    found = [
        name
        for name in ("low", "high", "so_far")
        if (was := getattr(before, name)) and (now := getattr(after, name)) and falls(was, now)
    ]
    if falls((before.value, before.rank), (after.value, after.rank)):
        found.append("stated")
    if falls((None, before.na_rank), (None, after.na_rank)):
        found.append("without N/A")
    return found


@effort(300)
@given(st.data())
def test_raising_an_answer_lowers_nothing(data: st.DataObject) -> None:
    """One answer of one unit, one step up, lowers no value and no level under any reading."""
    assessment: Assessment = data.draw(assessments())
    steps = [
        (cell, better)
        for cell in cells(assessment)
        if isinstance(cell.value, str | float)
        and (better := step_up(scale_of(assessment, cell.path), cell.value)) is not None
    ]
    assume(steps)
    cell, better = data.draw(st.sampled_from(steps))
    before, after = score_all([assessment, filled(assessment, cell, better)])
    wrong = {path: found for path in before if (found := fallen(before[path], after[path]))}
    assert not wrong


def narrows(before: Outcome, after: Outcome) -> bool:
    """Whether the bounds after lie within those before."""
    if before.low is None or before.high is None or after.low is None or after.high is None:
        return before.low == after.low and before.high == after.high
    return not falls(before.low, after.low) and not falls(after.high, before.high)


@effort(250)
@given(st.data())
def test_answering_narrows_the_bounds(data: st.DataObject) -> None:
    """An answer where there was none lowers no low bound and raises no high one."""
    assessment: Assessment = data.draw(assessments())
    open_cells = [cell for cell in cells(assessment) if cell.value is None]
    assume(open_cells)
    cell: Cell = data.draw(st.sampled_from(open_cells))
    answer = data.draw(st.sampled_from(answers_on(scale_of(assessment, cell.path))))
    before, after = score_all([assessment, filled(assessment, cell, answer)])
    assert all(narrows(before[path], after[path]) for path in before)
