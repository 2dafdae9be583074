"""The day on which a level falls is the first, day by day; renewing what caused it prevents it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import attrs
from hypothesis import given
from hypothesis import strategies as st

from maturity import Answer, Evidence, Item
from maturity.analysis.evidence_dates import level_falls
from maturity.model.evidence import EvidenceExpectation
from maturity.model.frozen import FrozenMap
from maturity.model.scales import NumericScale
from maturity.scoring.score import score, score_many

from .effort import effort
from .strategies import SMALL, assessments, frameworks, profile_names

if TYPE_CHECKING:
    from maturity import Assessment, Dimension, Framework
    from maturity.analysis.evidence_dates import LevelFall

START = date(2026, 1, 1)
DAYS = 8


def asking(branch: Dimension, framework: Framework) -> Dimension:
    """The branch, where each item counts as the lowest answer without evidence."""
    items = []
    for item in branch.own_items:
        scale = framework.scales[item.scale]
        low = scale.worst if isinstance(scale, NumericScale) else scale.options[0].id
        items.append(attrs.evolve(item, evidence=EvidenceExpectation(above=low)))
    parts = tuple(asking(part, framework) for part in branch.dimensions)
    return attrs.evolve(branch, own_items=tuple(items), dimensions=parts)


@st.composite
def dated(draw: st.DrawFn) -> tuple[Assessment, str | None]:
    """An assessment that rests on evidence that expires soon, and a short form or none."""
    bare = draw(frameworks(SMALL))
    dimensions = tuple(asking(dimension, bare) for dimension in bare.dimensions)
    framework = attrs.evolve(bare, dimensions=dimensions)
    expires = st.none() | st.integers(-1, DAYS - 2).map(day_after)
    pieces = st.lists(
        st.builds(Evidence, title=st.sampled_from("abc"), expires=expires), max_size=2
    )
    found = draw(assessments(framework))
    answers: dict[str, Answer] = {}
    for path, answer in found.answers.items():
        item = framework[path]
        assert isinstance(item, Item)
        scale = framework.scales[item.scale]
        best = scale.best if isinstance(scale, NumericScale) else scale.options[-1].id
        answers[path] = attrs.evolve(answer, evidence=tuple(draw(pieces)))
        if draw(st.integers(0, 4)):
            answers[path] = Answer(value=best, evidence=answers[path].evidence)
    return attrs.evolve(found, answers=FrozenMap(answers)), draw(profile_names(framework))


def day_after(number: int) -> date:
    """The day so many days after the start."""
    return START + timedelta(number)


def renewed(assessment: Assessment, fall: LevelFall) -> Assessment:
    """The assessment with the evidence that causes a fall renewed for good."""

    def renew(path: str, piece: Evidence) -> Evidence:
        causes = [cause.evidence for cause in fall.causes if cause.path == path]
        return attrs.evolve(piece, expires=None) if piece in causes else piece

    def mended(answers: FrozenMap[str, Answer]) -> FrozenMap[str, Answer]:
        return FrozenMap(
            {
                path: attrs.evolve(a, evidence=tuple(renew(path, piece) for piece in a.evidence))
                for path, a in answers.items()
            }
        )

    return attrs.evolve(
        assessment, answers=mended(assessment.answers), claims=mended(assessment.claims)
    )


@effort(200)
@given(dated())
def test_first_day_and_cause(given_: tuple[Assessment, str | None]) -> None:
    """Day by day the level holds until the stated day; with the causes renewed it holds then."""
    assessment, profile = given_
    card = score(assessment, profile, START)
    days = [day_after(number) for number in range(DAYS + 1)]
    later = score_many([attrs.evolve(assessment, stated_as_of=day) for day in days], profile)
    for fall in level_falls(card, START):
        ranks = [then.scores[fall.path].level for then in later]
        lower = [
            day
            for day, level in zip(days, ranks, strict=True)
            if level is not None and level.rank < fall.level.rank
        ]
        assert fall.falls_on == (lower[0] if lower else None)
        if fall.falls_on is not None:
            assert fall.causes
            held = score(renewed(assessment, fall), profile, fall.falls_on)[fall.path].level
            assert held is not None
            assert held.rank == fall.level.rank
