"""How far each organisation of a cohort has come with answering, and since when it takes part."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np
from attrs import frozen

from maturity.model.assessment import Organisation
from maturity.model.periods import Period

if TYPE_CHECKING:
    from .cohort import Cohort

Stage = Literal["not started", "begun", "half way", "nearly complete", "complete"]
HALF, NEARLY = 0.5, 0.9


@frozen(kw_only=True)
class Standing:
    """One organisation's part in a cohort.

    `period`: of its newest answers; `since`: of its first; None where none is stated. `stage`:
    `not started` (nothing answered), `begun` (less than half of what applies), `half way` (half or
    more), `nearly complete` (nine in ten or more) or `complete`. `joined_late`: its first period is after the cohort's first. `silent`: it
    has no answers of the cohort's newest period.
    """

    organisation: Organisation
    period: Period | None
    since: Period | None
    stage: Stage
    answered: int
    applicable: int
    joined_late: bool
    silent: bool

    @property
    def name(self) -> str:
        """The organisation's name, or its code where it has none."""
        return name_of(self.organisation)


def name_of(organisation: Organisation) -> str:
    """What an organisation is called here."""
    return organisation.name or organisation.code or ""


def standings(whole: Cohort, each: Cohort) -> tuple[Standing, ...]:
    """The standing of each row of `each`, which holds one for each organisation of `whole`."""
    first = np.full(len(whole.organisations), len(whole.periods))
    stated = whole.rows.period >= 0
    np.minimum.at(first, whole.rows.organisation[stated], whole.rows.period[stated])
    states = each.scores[""]
    found = []
    for row, since in zip(each, first.tolist(), strict=True):
        answered = int(states.answered[row.place])
        applicable = int(states.applicable[row.place])
        begun = whole.periods[since] if since < len(whole.periods) else None
        found.append(
            Standing(
                organisation=row.organisation,
                period=row.period,
                since=begun,
                stage=_stage(answered, applicable),
                answered=answered,
                applicable=applicable,
                joined_late=begun is not None and begun != whole.periods[0],
                silent=bool(whole.periods) and row.period != whole.periods[-1],
            )
        )
    return tuple(found)


def _stage(answered: int, applicable: int) -> Stage:
    """How far an assessment is filled in."""
    if answered == applicable:
        return "complete" if applicable else "not started"
    if not answered:
        return "not started"
    if answered >= NEARLY * applicable:
        return "nearly complete"
    return "half way" if answered >= HALF * applicable else "begun"
