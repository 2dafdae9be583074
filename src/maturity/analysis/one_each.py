"""One row for each organisation: its newest period, and what several raters say together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from maturity.scoring.words import counted

from .cohort import Cohort
from .settled import settled

if TYPE_CHECKING:
    from maturity.model.assessment import Assessment


def one_each(cohort: Cohort) -> Cohort:
    """The newest assessment of each organisation, in the order of the organisations.

    Where several raters have one of that period, the one whose rater is "agreed" stands for all;
    else their median does (see `consensus`). A note says for how many.

    >>> import maturity as mt
    >>> board = mt.load_framework("hwb-board")
    >>> two = [board.assess({}, organisation="Ours", rater=name) for name in ("Ann", "Ben")]
    >>> one_each(mt.Cohort.of(two)).notes
    ('Of 1 organisation with several raters, what they say together counts: the median.',)
    """
    newest = cohort.rows.newest()
    places: dict[int, list[int]] = {}
    for place, organisation in zip(
        newest.tolist(), cohort.rows.organisation[newest].tolist(), strict=True
    ):
        places.setdefault(organisation, []).append(place)
    if all(len(rows) == 1 for rows in places.values()):
        return cohort.take(newest)
    agreed = medians = 0
    chosen: list[Assessment] = []
    for organisation in range(len(cohort.organisations)):
        sheets = [cohort.assessments[place] for place in places[organisation]]
        one, how = settled(sheets)
        chosen.append(one)
        agreed += how == "agreed"
        medians += how == "median"
    notes = [
        f"Of {counted(number, 'organisation')} with several raters, {what}."
        for number, what in (
            (agreed, "the agreed answers count"),
            (medians, "what they say together counts: the median"),
        )
        if number
    ]
    made = Cohort.of(chosen, cohort.framework, cohort.chosen, cohort.as_of)
    return evolve(made, notes=(*cohort.notes, *notes))
