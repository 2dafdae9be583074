"""The bounds are exactly as far as the open answers can take a result."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from hypothesis import assume, given

from .changes import Cell, answers_on, cells, filled, proof, scale_of
from .effort import effort
from .outcomes import Outcome, score_all
from .strategies import assessments

if TYPE_CHECKING:
    from maturity import Assessment, Evidence, Item

MOST_OPEN = 3
Fill = tuple[Cell, str | float, tuple["Evidence", ...]]


def item_at(assessment: Assessment, path: str) -> Item:
    """The item at a path."""
    return next(item for item in assessment.framework.items if item.id == path)


def fills(assessment: Assessment, cell: Cell) -> list[Fill]:
    """How one open cell may be filled: any answer as it is, and the best with evidence."""
    answers = answers_on(scale_of(assessment, cell.path))
    bare: list[Fill] = [(cell, answer, ()) for answer in answers]
    evidence = proof(item_at(assessment, cell.path), assessment.framework)
    return [*bare, (cell, answers[-1], evidence)]


def complete(assessment: Assessment, fills_: tuple[Fill, ...]) -> Assessment:
    """The assessment with every open cell filled."""
    for cell, answer, evidence in fills_:
        assessment = filled(assessment, cell, answer, evidence)
    return assessment


def outside(bounds: Outcome, found: Outcome) -> bool:
    """Whether a completed result lies outside the bounds."""
    if bounds.low is None or bounds.high is None:
        return found.value is not None
    low, high = bounds.low, bounds.high
    return (
        found.value is None
        or not (low[0] or 0) <= found.value <= (high[0] or 0)
        or (found.rank is not None and not (low[1] or 0) <= found.rank <= (high[1] or 0))
    )


@effort(200)
@given(assessments(most_open=MOST_OPEN))
def test_bounds_hold_every_completion_and_are_reached(assessment: Assessment) -> None:
    """Every way to fill the open cells is within the bounds, and the extremes are on them."""
    open_cells = [cell for cell in cells(assessment) if cell.value is None]
    assume(0 < len(open_cells) <= MOST_OPEN)
    ways = list(product(*(fills(assessment, cell) for cell in open_cells)))
    found = score_all([assessment, *(complete(assessment, way) for way in ways)])
    bounds, completed = found[0], found[1:]
    for path, bound in bounds.items():
        results = [one[path] for one in completed]
        assert not any(outside(bound, one) for one in results), path
        if bound.low is not None:
            lowest, best = results[0], results[-1]
            assert (lowest.value, lowest.rank) == bound.low, path
            assert (best.value, best.rank) == bound.high, path
