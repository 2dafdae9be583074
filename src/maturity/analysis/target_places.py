"""Where an item or a node stands beside its target."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, cast

from attrs import frozen

from maturity.model.assessment import NotApplicable
from maturity.model.check_answers import asked_scales
from maturity.model.scales import LADDER, NumericScale
from maturity.scoring.cells import given, held_down
from maturity.scoring.sentences import secured
from maturity.scoring.words import answer_words

from .series_values import exact

if TYPE_CHECKING:
    from maturity.model.assessment import Answer
    from maturity.model.scales import AnyScale
    from maturity.scoring.scorecard import Score, Scorecard

State = Literal["met", "short", "open", "not applicable"]


@frozen(kw_only=True)
class Place:
    """See `Progress`, of which these are fields."""

    target: str
    stands: str | None = None
    state: State = "open"
    distance: float | None = None
    unit: str = "option"


def item_place(card: Scorecard, path: str, target: str | float) -> Place:
    """Where an item stands: at the lowest of what its units answer, as it counts."""
    leaves = card.plan.leaves
    leaf = leaves.index[path]
    item, scale = leaves.items[leaf], leaves.scales[leaf]
    answer = card.assessment.answers.get(path)
    if answer is None and _is_away(card, path):
        return _away(scale, target)
    if answer is None or answer.is_draft:
        return _open(scale, target)
    values = given(answer)
    complete = _complete(card, answer)
    asked = item.evidence or leaves.homes[leaf].evidence
    if asked is not None and held_down(item, scale, leaves.homes[leaf], answer, card.as_of):
        values.append(cast("str | float", asked.above))
    return _of_values(scale, target, values, complete=complete)


def node_place(card: Scorecard, path: str, target: str | float) -> Place:
    """Where a dimension or a part stands: at its level, or at what is claimed for it."""
    score, claim = card[path], card.assessment.claims.get(path)
    scale = card.framework.scales[_scale(card, score)]
    if not score.coverage.applicable and _is_away(card, path):
        return _away(scale, target)
    said = [] if claim is None else given(claim)
    if said and (not score.coverage.answered or scale.id != _ladder(score)):
        return _of_values(scale, target, said, complete=True)
    rungs = [card.framework.below, *score.node.ladder]
    rank = next((rung.rank for rung in rungs if rung.id == target), None)
    aim = answer_words(scale, target)
    if rank is None or score.level is None:
        return Place(target=aim, unit="level")
    distance = rank - score.level.rank
    high = score.bounds.high.level if score.bounds and score.status == "open" else None
    could = high is not None and high.rank >= rank
    state: State = "met" if distance <= 0 else "open" if could else "short"
    return Place(target=aim, stands=secured(score), state=state, distance=distance, unit="level")


def _of_values(
    scale: AnyScale, target: str | float, values: list[str | float], *, complete: bool
) -> Place:
    """Where the lowest of some answers stands."""
    if not values:
        return _away(scale, target) if complete else _open(scale, target)
    lowest, distance = max(
        ((value, _distance(scale, target, value)) for value in values), key=lambda pair: pair[1]
    )
    state: State = "short" if distance > 0 else "met" if complete else "open"
    return Place(
        target=answer_words(scale, target),
        stands=answer_words(scale, lowest),
        state=state,
        distance=distance,
        unit=_unit(scale),
    )


def _distance(scale: AnyScale, target: str | float, value: str | float) -> float:
    """How far an answer is from the target; below 0 where it is better."""
    if not isinstance(scale, NumericScale):
        return scale.index(str(target)) - scale.index(str(value))
    ahead = float(exact(float(target)) - exact(float(value)))
    return ahead if scale.better == "higher" else -ahead


def _unit(scale: AnyScale) -> str:
    """What a distance on a scale counts."""
    return scale.unit if isinstance(scale, NumericScale) else "option"


def _open(scale: AnyScale, target: str | float) -> Place:
    """Something of which nothing is known yet."""
    return Place(target=answer_words(scale, target), unit=_unit(scale))


def _away(scale: AnyScale, target: str | float) -> Place:
    """Something that does not apply."""
    aim = answer_words(scale, target)
    return Place(target=aim, stands="not applicable", state="not applicable", unit=_unit(scale))


def _is_away(card: Scorecard, path: str) -> bool:
    """Whether a branch at or above `path` is not applicable."""
    claims = card.assessment.claims
    above = [path.rsplit(".", steps)[0] for steps in range(path.count(".") + 1)]
    said = [claims[branch] for branch in above if branch in claims]
    return any(isinstance(claim.value, NotApplicable) for claim in said)


def _complete(card: Scorecard, answer: Answer) -> bool:
    """Whether every unit that there is has answered."""
    return not answer.by or all(unit in answer.by for unit in card.assessment.units)


def _ladder(score: Score) -> str:
    """The scale whose options are a node's rungs."""
    return getattr(score.rule, "ladder", None) or LADDER


def _scale(card: Scorecard, score: Score) -> str:
    """The scale on which a node has its target: that of the short form that asks about it."""
    return asked_scales(card.framework).get(score.path) or _ladder(score)
