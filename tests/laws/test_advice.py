"""Advice never fails, and never says of an item that matters that it doesn't."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

import maturity as mt
from maturity.analysis.advice_codes import ADVICE
from maturity.analysis.advice_matters import never_matter
from maturity.model.scales import NumericScale
from maturity.scoring.plan import compile_plan

from .changes import Cell, answers_on, cells, filled, scale_of
from .effort import effort
from .outcomes import paths, score_all
from .strategies import TINY, assessments, frameworks

if TYPE_CHECKING:
    from maturity.model.scales import AnyScale


@effort(150)
@given(frameworks())
def test_advice_on_anything(framework: mt.Framework) -> None:
    """Any sound framework can be advised on, and each piece is about something in it."""
    found = mt.advise(framework)
    assert len(set(found)) == len(found)
    for one in found:
        assert one.code in ADVICE
        assert not one.path or one.path in framework
        assert one.place
        assert one.what
        assert one.hint


def every_answer(scale: AnyScale) -> list[str | float]:
    """Every option of a scale, or numbers from end to end among which its limits are."""
    if not isinstance(scale, NumericScale):
        return answers_on(scale)
    step = (scale.maximum - scale.minimum) / 8
    return [scale.minimum + step * count for count in range(9)]


@effort(200)
@given(st.data())
def test_what_never_matters_never_does(data: st.DataObject) -> None:
    """Whatever else is answered, all answers to such an item come to the same in every node."""
    assessment: mt.Assessment = data.draw(assessments(size=TINY))
    idle = never_matter(compile_plan(assessment.framework))
    cell: Cell
    for cell in cells(assessment):
        if cell.path in idle:
            answers = every_answer(scale_of(assessment, cell.path))
            first, *others = score_all([filled(assessment, cell, one) for one in answers])
            assert all(other == first for other in others)


@effort(150)
@given(frameworks(TINY))
def test_what_is_out_of_reach_is_not_reached(framework: mt.Framework) -> None:
    """The best answer to everything stays below the top, the worst above the first level."""
    told = {(one.code, one.path) for one in mt.advise(framework)}
    worst, best = (
        mt.score(
            framework.assess(
                {item.id: answers_on(framework.scales[item.scale])[end] for item in framework.items}
            )
        )
        for end in (0, -1)
    )
    for path in paths(framework):
        high = best[path].level if path else best.overall.level
        if high and ("advice.never-top", path) in told:
            assert high.rank < len((best[path] if path else best.overall).node.ladder)
        low = worst[path].level if path else worst.overall.level
        if low and ("advice.never-low", path) in told:
            assert low.rank > 1
