"""A scorecard as plain figures, to be compared with another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

import maturity
from maturity import Assessment, Level, Scorecard
from maturity.model.narrow import narrowed
from maturity.scoring.readings import Reading
from maturity.scoring.score import score_many

if TYPE_CHECKING:
    from maturity.model.framework import Framework


@frozen
class Outcome:
    """What a scorecard says of one node; bounds are None where it has none.

    `worked_out`: the rank before anything is withheld; -1 where there is none.
    """

    value: float | None
    rank: int | None
    status: str
    low: tuple[float | None, int | None] | None
    high: tuple[float | None, int | None] | None
    so_far: tuple[float | None, int | None]
    na_rank: int | None
    answered: int
    applicable: int
    worked_out: int


def rank(level: Level | None) -> int | None:
    """The rank of a level."""
    return None if level is None else level.rank


def paths(framework: Framework, profile: str | None = None) -> list[str]:
    """The path of every node that a scorecard knows."""
    return ["", *(branch.id for branch in narrowed(framework, profile).walk())]


def outcomes(card: Scorecard, nodes: list[str]) -> dict[str, Outcome]:
    """What a scorecard says of each node."""
    found = {}
    results = card.results
    stated = results.rank[:, results.at(Reading.STATED), card.column]
    for path in nodes:
        node = card[path] if path else card.overall
        bounds = node.bounds
        found[path] = Outcome(
            value=node.value,
            rank=rank(node.level),
            status=node.status,
            low=None if bounds is None else (bounds.low.value, rank(bounds.low.level)),
            high=None if bounds is None else (bounds.high.value, rank(bounds.high.level)),
            so_far=(node.so_far.value, rank(node.so_far.level)),
            na_rank=rank(node.na_effect),
            answered=node.coverage.answered,
            applicable=node.coverage.applicable,
            worked_out=int(stated[card.plan.row[path]]),
        )
    return found


def score(assessment: Assessment, profile: str | None = None) -> dict[str, Outcome]:
    """What the engine says of each node of one assessment."""
    card = maturity.score(assessment, profile=profile)
    return outcomes(card, paths(assessment.framework, profile))


def score_all(
    assessments: list[Assessment], profile: str | None = None
) -> list[dict[str, Outcome]]:
    """What the engine says of each of many assessments of one framework, scored at once."""
    nodes = paths(assessments[0].framework, profile) if assessments else []
    return [outcomes(card, nodes) for card in score_many(assessments, profile)]
