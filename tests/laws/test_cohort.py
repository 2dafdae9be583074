"""A cohort states of each assessment what its own scorecard states, to the bit, in any order."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import maturity as mt
from maturity.scoring.states import STATUSES, NodeStates, Points

from .effort import effort
from .strategies import assessments, frameworks, profile_names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maturity.scoring.nodescore import Point
    from maturity.scoring.scorecard import Score


@effort(80)
@given(st.data())
def test_a_cohort_is_its_cards(data: st.DataObject) -> None:
    """Every array holds, at each place, what the scorecard of that assessment says."""
    cohort = mt.Cohort.of(*drawn(data))
    for place, card in enumerate(cohort.cards()):
        for score in card:
            assert seen(cohort.scores[score.path], place) == stated(score)


@effort(60)
@given(st.data())
def test_rows_in_any_order(data: st.DataObject) -> None:
    """The order of the assessments changes nothing but the order of the results."""
    framework, sheets, profile = cohort_of(data)
    order = data.draw(st.permutations(range(len(sheets))))
    first = mt.Cohort.of(sheets, framework, profile)
    second = mt.Cohort.of([sheets[place] for place in order], framework, profile)
    assert rows(second) == [rows(first)[place] for place in order]


@effort(60)
@given(st.data())
def test_filtered_then_scored(data: st.DataObject) -> None:
    """To filter and score gives what to score and filter gives."""
    framework, sheets, profile = cohort_of(data)
    cohort = mt.Cohort.of(sheets, framework, profile)
    everything = rows(cohort)
    wanted = data.draw(
        st.lists(st.sampled_from([row.organisation.name for row in cohort]), min_size=1)
    )
    before = mt.Cohort.of([s for s in sheets if s.organisation.name in wanted], framework, profile)
    after = cohort.where(organisation=wanted)
    kept = [row.place for row in cohort if row.organisation.name in wanted]
    assert rows(after) == rows(before) == [everything[place] for place in kept]


def cohort_of(
    data: st.DataObject,
) -> tuple[mt.Framework, list[mt.Assessment], str | None]:
    """A random framework, assessments by organisations of their own, and a profile or none."""
    framework = data.draw(frameworks())
    profile = data.draw(profile_names(framework))
    sheets = data.draw(st.lists(assessments(framework), min_size=1, max_size=6))
    named = [
        evolve(sheet, organisation=mt.Organisation(name=f"Organisation {place}"))
        for place, sheet in enumerate(sheets)
    ]
    return framework, named, profile


def drawn(
    data: st.DataObject,
) -> tuple[Sequence[mt.Assessment], mt.Framework, str | None]:
    """The arguments of a cohort."""
    framework, sheets, profile = cohort_of(data)
    return sheets, framework, profile


def rows(cohort: mt.Cohort) -> list[list[object]]:
    """All that is stated, a list for each row."""
    scores = cohort.scores
    return [[seen(scores[path], place) for path in scores] for place in range(len(cohort))]


def seen(states: NodeStates, place: int) -> tuple[object, ...]:
    """What the arrays of a node say of one assessment."""
    points = (states.stated, states.low, states.high, states.so_far)
    counts = (states.answered, states.applicable, states.not_applicable)
    return (
        STATUSES[states.status[place]],
        *(at(point, place) for point in points),
        int(states.na_stated.rank[place]),
        *(int(count[place]) for count in counts),
    )


def at(points: Points, place: int) -> tuple[bytes | None, int]:
    """A value to the bit, or None, and a rank."""
    value = points.value[place]
    return None if np.isnan(value) else value.tobytes(), int(points.rank[place])


def stated(score: Score) -> tuple[object, ...]:
    """What a score says, in the same form."""
    bounds = score.bounds
    cover = score.coverage
    na_rank = score.na_effect.rank if score.na_effect else -1
    return (
        score.status,
        of(score),
        of(bounds.low if bounds else None),
        of(bounds.high if bounds else None),
        of(score.so_far),
        na_rank,
        cover.answered,
        cover.applicable,
        cover.not_applicable,
    )


def of(point: Point | Score | None) -> tuple[bytes | None, int]:
    """A value to the bit, or None, and a rank."""
    if point is None or point.value is None or math.isnan(point.value):
        return None, -1
    return np.float64(point.value).tobytes(), point.level.rank if point.level else -1
