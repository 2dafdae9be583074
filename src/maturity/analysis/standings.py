"""How far each organisation of a cohort has come with answering, and since when it takes part."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np
from attrs import frozen

from maturity.model.assessment import Organisation
from maturity.model.periods import Period

from .cohort_rows import key_of

if TYPE_CHECKING:
    from maturity.model.assessment import Assessment

    from .cohort import Cohort

Stage = Literal["not started", "begun", "half way", "nearly complete", "complete"]
HALF, NEARLY = 0.5, 0.9


@frozen(kw_only=True)
class Standing:
    """One organisation's part in a cohort. `name`: what it is called here (see `Row`).

    `period`: of its newest answers; `since`: of its first; None where none is stated. `stage`:
    `not started` (nothing answered), `begun` (less than half of what applies), `half way` (half or
    more), `nearly complete` (nine in ten or more) or `complete`. `joined_late`: its first period is
    after the cohort's first. `silent`: its newest period is before the cohort's newest. `guesses`:
    how many of its answers are only guesses, carried over from an earlier edition.
    """

    name: str
    organisation: Organisation
    period: Period | None
    since: Period | None
    stage: Stage
    answered: int
    applicable: int
    joined_late: bool
    silent: bool
    guesses: int = 0


def standings(whole: Cohort, each: Cohort) -> tuple[Standing, ...]:
    """The standing of each row of `each`, which holds one for each organisation of `whole`."""
    first = np.full(len(whole.organisations), len(whole.periods))
    stated = whole.rows.period >= 0
    np.minimum.at(first, whole.rows.organisation[stated], whole.rows.period[stated])
    since_of = {
        key_of(one): int(place) for one, place in zip(whole.organisations, first, strict=True)
    }
    states = each.scores[""]
    asked = {item.claims or item.id for item in each.asked.items}
    found = []
    for row in each:
        since = since_of[key_of(row.organisation)]
        answered = int(states.answered[row.place])
        applicable = int(states.applicable[row.place])
        begun = whole.periods[since] if since < len(whole.periods) else None
        found.append(
            Standing(
                name=row.name,
                organisation=row.organisation,
                guesses=_guesses(each.assessments[row.place], asked),
                period=row.period,
                since=begun,
                stage=_stage(answered, applicable),
                answered=answered,
                applicable=applicable,
                joined_late=begun is not None and begun != whole.periods[0],
                silent=row.period is not None and row.period != whole.periods[-1],
            )
        )
    return tuple(found)


def _guesses(assessment: Assessment, asked: set[str]) -> int:
    """How many answers to what is asked are guesses."""
    said = (*assessment.answers.items(), *assessment.claims.items())
    return sum(bool(answer.guess) and path in asked for path, answer in said)


def _stage(answered: int, applicable: int) -> Stage:
    """How far an assessment is filled in."""
    if answered == applicable:
        return "complete" if applicable else "not started"
    if not answered:
        return "not started"
    if answered >= NEARLY * applicable:
        return "nearly complete"
    return "half way" if answered >= HALF * applicable else "begun"
