"""A cohort's results and answers as dataframes of the caller's kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from maturity.scoring.states import STATUSES

from .frames_answers import lines_of
from .frames_grid import about
from .frames_pen import Pen

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from maturity.scoring.arrays import Indices
    from maturity.scoring.states import Points

    from .cohort import Cohort

_NAMED = ("organisation", "period")


def results_frame(cohort: Cohort, like: object) -> Any:  # noqa: ANN401  # whatever the caller has
    """See `Cohort.to_frame`."""
    pen = Pen.like(cohort.kind if like is None else like)
    paths = ["", *(node.id for node in cohort.asked.walk())]
    rows, nodes = len(cohort), len(paths)
    sheet, node = np.repeat(np.arange(rows), nodes), np.tile(np.arange(nodes), rows)
    states = [cohort.scores[path] for path in paths]
    plan = cohort.plan

    def spread(arrays: Iterable[Any]) -> Any:  # noqa: ANN401  # an array of any kind
        return np.stack(list(arrays), axis=1).ravel()

    # Places in one list of level names: no level, then below, then the rungs of each node.
    names: list[str | None] = [None, cohort.framework.below.id]
    starts = []
    for path in paths:
        starts.append(len(names))
        names += [level.id for level in plan.nodes[plan.row[path]].ladder]

    def level(name: str, points: Sequence[Points]) -> dict[str, Any]:
        ranks = spread(point.rank for point in points).astype(np.int64)
        places = np.where(ranks > 0, np.array(starts)[node] + ranks - 1, ranks + 1)
        return {name: pen.taken(names, places), f"{name}_rank": pen.counts(ranks)}

    columns = _who(cohort, pen, sheet)
    columns |= {
        "framework": pen.taken([cohort.framework.id], np.zeros(len(sheet), np.intp)),
        "edition": pen.taken([cohort.framework.edition], np.zeros(len(sheet), np.intp)),
        "profile": pen.taken(
            [cohort.chosen.id if cohort.chosen else None], np.zeros(len(sheet), np.intp)
        ),
        "path": pen.taken(list(paths), node),
        "title": pen.taken([plan.nodes[plan.row[path]].title for path in paths], node),
        "status": pen.taken(list(STATUSES), spread(state.status for state in states)),
        "value": pen.numbers(spread(state.stated.value for state in states)),
        **level("level", [state.stated for state in states]),
    }
    for count in ("answered", "applicable", "not_applicable"):
        columns[count] = pen.counts(spread(getattr(state, count) for state in states))
    for name in ("low", "high", "so_far"):
        points = [getattr(state, name) for state in states]
        columns[f"{name}_value"] = pen.numbers(spread(point.value for point in points))
        columns |= level(f"{name}_level", points)
    return pen.frame(columns)


def answers_frame(cohort: Cohort, like: object) -> Any:  # noqa: ANN401  # whatever the caller has
    """See `Cohort.answers_to_frame`."""
    pen = Pen.like(cohort.kind if like is None else like)
    lines = lines_of(cohort.assessments)
    columns = _who(cohort, pen, lines.sheet)
    for name, (texts, places) in lines.columns.items():
        if name != "unit" or any(texts):
            columns[name] = pen.taken(texts, places)
    return pen.frame(columns)


def _who(cohort: Cohort, pen: Pen, sheet: Indices) -> dict[str, Any]:
    """The columns that say whose each row is: of the optional ones those in which there is any."""
    each = list(about(cohort.assessments))
    texts: dict[str, list[str | None]] = {
        "organisation": [one.organisation.name or None for one in each],
        "scheme": [one.organisation.scheme for one in each],
        "code": [one.organisation.code for one in each],
        "sector": [one.organisation.sector for one in each],
        "period": [one.period.text if one.period else None for one in each],
        "rater": [one.rater or None for one in each],
        "rater_group": [one.rater_group or None for one in each],
    }
    found = {
        name: pen.taken(values, sheet)
        for name, values in texts.items()
        if name in _NAMED or any(value is not None for value in values)
    }
    sizes = [-1 if one.organisation.size is None else one.organisation.size for one in each]
    if any(size >= 0 for size in sizes):
        found["size"] = pen.counts(np.array(sizes, np.int64)[sheet])
    found["made_up"] = pen.flags(np.array([one.made_up for one in each], bool)[sheet])
    return found
