"""A cohort as one of its partners may see it: itself by name, all others without one."""

from __future__ import annotations

from itertools import count, islice
from typing import TYPE_CHECKING

import numpy as np
from attrs import evolve

from maturity.errors.arguments import expect
from maturity.model.assessment import Answer, Assessment, NotApplicable, Organisation
from maturity.model.evidence import Evidence
from maturity.model.frozen import FrozenMap
from maturity.model.scales import Scale
from maturity.scoring.leaves import ABSENT, NOT_APPLICABLE, NUMBER, WORST

from .cohort import Cohort
from .one_each import one_each

if TYPE_CHECKING:
    from maturity.model.assessment import Value
    from maturity.scoring.arrays import Indices

UNTOLD = "not told"
NOTE = (
    "The others stand without their names, in an order that tells nothing. Their sectors, sizes, "
    "periods, notes, reasons, targets and evidence are left out as well."
)


def seen_by(cohort: Cohort, organisation: str) -> Cohort:
    """See `Cohort.seen_by`."""
    expect(organisation, str, "seen_by() takes an organisation's name or code")
    own = cohort.rows.of_organisations([organisation])
    each = one_each(cohort)
    mine = np.isin(each.rows.organisation, own)
    places = np.concatenate([np.flatnonzero(mine), _by_answers(each, np.flatnonzero(~mine))])
    ours = int(mine.sum())
    taken = {each.rows.names[place] for place in own}
    free = (name for n in count(1) if (name := f"Partner {n}") not in taken)
    names = [Organisation(name=name) for name in islice(free, len(places) - ours)]
    shown = [each.assessments[place] for place in places[:ours].tolist()]
    shown += [
        _bare(each, place, name) for place, name in zip(places[ours:].tolist(), names, strict=True)
    ]
    made = Cohort.of(shown, cohort.framework, cohort.chosen, cohort.as_of)
    return evolve(made, notes=(*each.notes, NOTE))


def _by_answers(each: Cohort, places: Indices) -> Indices:
    """Some rows in the order of their answers, so that where one stands says no more than they."""
    if not len(places):
        return places
    cells = each.cells.columns(places)
    keys = [*cells.codes.reshape(-1, len(places)), *cells.numbers.reshape(-1, len(places))]
    return places[np.lexsort(keys[::-1])] if keys else places


def _bare(each: Cohort, place: int, name: Organisation) -> Assessment:
    """The answers of a row as they count, and nothing by which they could be recognised."""
    given = each.assessments[place]
    units = [f"unit-{n}" for n in range(1, each.cells.codes.shape[0] + 1)]
    answers: dict[str, Answer] = {}
    claims: dict[str, Answer] = {}
    for leaf, item in enumerate(each.plan.leaves.items):
        values = [_value(each, unit, leaf, place) for unit in range(len(units))]
        grounds = _grounds(each, leaf)
        if len(units) == 1 or each.cells.codes[1, leaf, place] == ABSENT:
            answer = Answer(value=values[0], evidence=grounds)
        else:
            by = {u: v for u, v in zip(units, values, strict=True) if v is not None}
            answer = Answer(by=by, evidence=grounds)
        if item.claims is not None:
            claims[item.claims] = answer
        elif not answer.is_draft:
            answers[item.id] = answer
    return Assessment(
        framework=given.framework,
        organisation=name,
        made_up=given.made_up,
        units=FrozenMap({unit: unit for unit in units} if len(units) > 1 else {}),
        targets=FrozenMap(_needed(each, place, answers)),
        answers=FrozenMap(answers),
        claims=FrozenMap({path: claim for path, claim in claims.items() if not claim.is_draft}),
    )


def _needed(each: Cohort, place: int, answers: dict[str, Answer]) -> dict[str, str | float]:
    """The targets that count: where what does not apply counts as its target."""
    leaves, given = each.plan.leaves, each.assessments[place].targets
    counts = {
        item.id
        for item, home in zip(leaves.items, leaves.homes, strict=True)
        if home.not_applicable == "target" and item.id in answers
    }
    return {path: target for path, target in given.items() if path in counts}


def _grounds(each: Cohort, leaf: int) -> tuple[Evidence, ...]:
    """A piece of evidence of which nothing is told, where what counts has been proven already."""
    leaves = each.plan.leaves
    asked = leaves.items[leaf].evidence or leaves.homes[leaf].evidence
    if asked is None or asked.above is None:
        return ()
    kind = asked.kinds[0] if asked.kinds else None
    return (Evidence(kind=kind, title=UNTOLD, reference=UNTOLD if asked.link else None),)


def _value(each: Cohort, unit: int, leaf: int, place: int) -> Value | None:
    """What one unit's answer to an item counts as; None where there is none."""
    code = int(each.cells.codes[unit, leaf, place])
    scale = each.plan.leaves.scales[leaf]
    if code == NOT_APPLICABLE:
        return NotApplicable(UNTOLD)
    if code >= ABSENT:
        return None
    if isinstance(scale, Scale):
        return scale.options[code].id
    if code == NUMBER:
        return float(each.cells.numbers[unit, each.plan.leaves.numeric.index(leaf), place])
    return scale.worst if code == WORST else scale.best
