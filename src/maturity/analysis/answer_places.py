"""Where the answers of a cohort stand on their scales, item by item."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from attrs import frozen

from maturity.model.scales import Scale
from maturity.model.scoring import Conventions
from maturity.scoring.arrays import Flags, Floats
from maturity.scoring.readings import Reading, resolve

if TYPE_CHECKING:
    from maturity.scoring.cells import Cells
    from maturity.scoring.plan import Plan

    from .cohort import Cohort


@frozen(kw_only=True, eq=False)
class AnswerPlaces:
    """The answers that count, in the order of `Leaves.items`; shape (items, rows).

    `place`: from 0, the lowest answer, to 1, the highest; NaN where there is none. `top`: the
    highest there is; of a number, in the highest band of its scale.
    """

    place: Floats
    top: Flags

    @property
    def answered(self) -> Flags:
        """Where there is an answer."""
        return ~np.isnan(self.place)


def answer_places(cohort: Cohort) -> AnswerPlaces:
    """Where the answers of a cohort stand."""
    return places_of(cohort.plan, cohort.cells)


def places_of(plan: Plan, cells: Cells) -> AnswerPlaces:
    """Where the answers in some cells stand, several units' answers put together as they count."""
    slots = resolve(plan.leaves, cells, Reading.SO_FAR, Conventions())
    count = len(plan.leaves.items)
    here = slots.counted[:count]
    place = np.where(here, slots.place[:count], np.nan)
    best = _banded(plan)[:, None] & (slots.rank[:count] >= len(plan.leaves.ladder))
    return AnswerPlaces(place=place, top=here & ((place >= 1.0) | best))


def _banded(plan: Plan) -> Flags:
    """Which items are answered with a number that has bands."""
    return np.array(
        [not isinstance(scale, Scale) and scale.bands is not None for scale in plan.leaves.scales],
        bool,
    )
