"""What a scorecard would state if one answer had stayed as it was before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from attrs import evolve

from maturity.scoring.engine import evaluate
from maturity.scoring.leaves import ABSENT
from maturity.scoring.readings import Reading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maturity.scoring.cells import Cells
    from maturity.scoring.scorecard import Scorecard

_CODES = ("codes", "said", "proven")
_NUMBERS = ("numbers", "said_numbers")


def reverted(
    before: Scorecard, after: Scorecard, leaves: Sequence[int]
) -> dict[str, list[tuple[float, float]]]:
    """For each node the value and the rank with each of `leaves` put back, one after the other.

    Value is NaN and rank -1 where there is none.
    """
    places = np.zeros(len(leaves), np.intp)
    units = max(before.cells.codes.shape[0], after.cells.codes.shape[0])
    old = _one(before, units)
    made = _one(after, units).columns(places)
    changed = {name: getattr(made, name).copy() for name in (*_CODES, "excused", *_NUMBERS)}
    numeric = after.plan.leaves.numeric
    for column, leaf in enumerate(leaves):
        for name in (*_CODES, "excused"):
            changed[name][:, leaf, column] = getattr(old, name)[:, leaf, 0]
        if leaf in numeric:
            for name in _NUMBERS:
                row = numeric.index(leaf)
                changed[name][:, row, column] = getattr(old, name)[:, row, 0]
    cells = evolve(made, **changed)
    results = evaluate(after.plan, cells, [Reading.STATED])
    at = results.at(Reading.STATED)
    return {
        path: list(
            zip(results.value[row, at].tolist(), results.rank[row, at].tolist(), strict=True)
        )
        for path, row in after.plan.row.items()
    }


def _one(card: Scorecard, units: int) -> Cells:
    """The cells of one card, with room for so many units."""
    cells = card.cells.columns(slice(card.column, card.column + 1))
    missing = units - cells.codes.shape[0]
    if not missing:
        return cells
    wider = {}
    for name in (*_CODES, "excused", *_NUMBERS):
        array = getattr(cells, name)
        fill = ABSENT if name in _CODES else 0
        wider[name] = np.pad(array, ((0, missing), (0, 0), (0, 0)), constant_values=fill)
    return evolve(cells, **wider)  # type: ignore[arg-type]  # arrays of its own
