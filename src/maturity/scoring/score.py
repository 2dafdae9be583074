"""Score one assessment, or many."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from attrs import field, frozen

from maturity.errors.arguments import expect, expect_date
from maturity.model.assessment import Assessment
from maturity.model.digests import own_names
from maturity.model.framework import Framework
from maturity.model.narrow import named, narrowed
from maturity.model.tree import Profile

from .cells import Encoder
from .engine import BLOCK_SIZE, evaluate
from .plan import Plan, compile_plan
from .records import read_record, refuse_changed
from .scorecard import Scorecard

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date


def score(
    assessment: Assessment, profile: str | Profile | None = None, as_of: date | None = None
) -> Scorecard:
    """The scorecard of an assessment.

    `profile`: the id of a profile of the framework, for its short form, or a profile as `shared`
    makes it; None: the whole. `as_of`: the day on which it is judged whether evidence has expired;
    None: what the assessment says. UnknownName where there is no such profile.

    >>> import maturity as mt
    >>> card = mt.score(mt.example("hwb-board"))
    >>> card["vision"].level.label
    'Established'
    """
    expect(assessment, Assessment, "score() takes an assessment")
    expect(profile, str | Profile | None, "score() takes the id of a profile")
    expect_date(as_of, "score() takes a date as as_of")
    return score_many([assessment], profile, as_of)[0]


def score_many(
    assessments: Sequence[Assessment],
    profile: str | Profile | None = None,
    as_of: date | None = None,
) -> list[Scorecard]:
    """The scorecards of assessments of one framework, worked out together.

    Each is what `score` gives, to the bit. ValueError where the frameworks differ.
    """
    if not assessments:
        return []
    framework = assessments[0].framework
    if any(one.framework.digest != framework.digest for one in assessments):
        raise ValueError("all the assessments must be of one framework")
    asked = [
        _narrowed(_Narrow(one.framework, one.framework.digest, own_names(one.framework), profile))
        for one in assessments
    ]
    return _cards(assessments, asked, profile, as_of)


def recompute(record: Mapping[str, object], framework: Framework) -> Scorecard:
    """The scorecard that a record was made from, worked out again.

    Its own record is the same, byte for byte as JSON. RecordRefused where the record was made with
    another framework, edition or digest, or where what it states is not what comes out.

    >>> import maturity as mt
    >>> card = mt.score(mt.example("ohwb-service"))
    >>> mt.recompute(card.record(), card.framework) == card
    True
    """
    expect(record, Mapping, "recompute() takes a record")
    expect(framework, Framework, "recompute() takes a framework", "use load_framework() to get one")
    card = score(*read_record(record, framework))
    refuse_changed(record, card)
    return card


def score_as(
    assessment: Assessment, asked: Framework, profile: str | Profile | None, as_of: date | None
) -> Scorecard:
    """The scorecard of an assessment under a framework derived from its own."""
    return _cards([assessment], [asked], profile, as_of)[0]


def _cards(
    assessments: Sequence[Assessment],
    asked: Sequence[Framework],
    profile: str | Profile | None,
    as_of: date | None,
) -> list[Scorecard]:
    """The cards, a block of assessments at a time."""
    plan = compile_plan(asked[0])
    found: list[Scorecard] = []
    for start in range(0, len(assessments), BLOCK_SIZE):
        block = slice(start, start + BLOCK_SIZE)
        found += _block(assessments[block], plan, asked[block], profile, as_of)
    return found


def _block(
    assessments: Sequence[Assessment],
    plan: Plan,
    asked: Sequence[Framework],
    profile: str | Profile | None,
    as_of: date | None,
) -> list[Scorecard]:
    cells = Encoder(plan.leaves, as_of).encode(assessments)
    results = evaluate(plan, cells)
    return [
        Scorecard(
            assessment=assessment, chosen=_chosen(assessment, profile), asked=asked[column],
            as_of=cells.as_of[column], plan=plan, cells=cells, results=results, column=column,
        )
        for column, assessment in enumerate(assessments)
    ]  # fmt: skip


def _chosen(assessment: Assessment, profile: str | Profile | None) -> Profile | None:
    """The profile itself."""
    return named(assessment.framework, profile) if isinstance(profile, str) else profile


@frozen
class _Narrow:
    """A framework and a profile; equal where the content, the names and the profile are."""

    framework: Framework = field(eq=False)
    digest: str
    names: tuple[object, ...]
    profile: str | Profile | None


@lru_cache(maxsize=64)
def _narrowed(key: _Narrow) -> Framework:
    return narrowed(key.framework, key.profile)
