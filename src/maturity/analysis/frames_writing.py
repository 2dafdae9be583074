"""A cohort's results and answers as dataframes of the caller's kind."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import numpy as np
from attrs import frozen

from maturity.model.assessment import NotApplicable
from maturity.scoring.states import STATUSES

from .frames_grid import about
from .frames_pen import Pen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from maturity.model.assessment import Answer, Assessment, Value
    from maturity.scoring.arrays import Indices
    from maturity.scoring.states import Points

    from .cohort import Cohort

_NAMED = ("organisation", "period")
_AWAY = "N/A"


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
    sheets: list[int] = []
    said: list[_Said] = []
    for place, assessment in enumerate(cohort.assessments):
        found = list(_said(assessment))
        sheets += [place] * len(found)
        said += found
    columns = _who(cohort, pen, np.array(sheets, np.intp))
    for name in ("item", "unit", "answer", "note", "reason"):
        texts = [getattr(one, name) or None for one in said]
        if name != "unit" or any(texts):
            columns[name] = pen.texts(texts)
    return pen.frame(columns)


@frozen
class _Said:
    """One row of answers."""

    item: str = ""
    unit: str = ""
    answer: str = ""
    note: str = ""
    reason: str = ""


def _said(assessment: Assessment) -> Iterator[_Said]:
    """What is said in one assessment; one empty row where nothing is."""
    given = {**assessment.answers, **assessment.claims}
    if not given:
        yield _Said()
    for path, answer in given.items():
        for unit, value in answer.by.items() if answer.by else (("", answer.value),):
            yield _row(path, unit, value, answer)


def _row(path: str, unit: str, value: Value | None, answer: Answer) -> _Said:
    """One answer as texts that `from_frame` reads."""
    if isinstance(value, NotApplicable):
        return _Said(path, unit, _AWAY, answer.note, value.reason)
    text = "" if value is None else value if isinstance(value, str) else _digits(value)
    return _Said(path, unit, text, answer.note, answer.reason)


def _digits(number: float) -> str:
    """A number in plain digits, which give the same number when they are read."""
    text = format(Decimal(repr(number)), "f")
    return text.removesuffix(".0")


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
