"""Assessments that differ in one place, and frameworks and answers in another order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve, frozen

from maturity import Answer, Assessment, Dimension, Evidence, Framework, NotApplicable
from maturity.model.assessment import Value
from maturity.model.frozen import FrozenMap
from maturity.model.scales import AnyScale, NumericScale

if TYPE_CHECKING:
    import random
    from collections.abc import Iterable, Iterator

    from maturity import Item
    from maturity.model.rules import Rule


@frozen
class Cell:
    """One answer to an item, or one unit's; None is unanswered."""

    path: str
    unit: str | None
    value: Value | None

    @property
    def is_na(self) -> bool:
        """Whether it is not applicable."""
        return isinstance(self.value, NotApplicable)


def cells(assessment: Assessment) -> Iterator[Cell]:
    """Every answer to an item that there could be, but below a branch that is not applicable."""
    away = [path for path, claim in assessment.claims.items() if is_na(claim.value)]
    for item in assessment.framework.items:
        if any(item.id.startswith(path + ".") for path in away):
            continue
        answer = assessment.answers.get(item.id, Answer())
        if answer.by:
            for unit in assessment.units:
                yield Cell(item.id, unit, answer.by.get(unit))
        else:
            yield Cell(item.id, None, answer.value)


def is_na(value: Value | None) -> bool:
    """Whether a value says that something does not apply."""
    return isinstance(value, NotApplicable)


def scale_of(assessment: Assessment, path: str) -> AnyScale:
    """The scale of an item."""
    item = assessment.framework[path]
    return assessment.framework.scales[item.scale or ""]


def answers_on(scale: AnyScale) -> list[str | float]:
    """What an open answer may become, lowest first: every option, or both ends of the numbers."""
    if isinstance(scale, NumericScale):
        return [scale.worst, scale.best]
    return [option.id for option in scale.options]


def step_up(scale: AnyScale, value: str | float) -> str | float | None:
    """The next better answer; None from the best."""
    if isinstance(scale, NumericScale):
        step = (scale.best - scale.worst) / 8
        return None if value == scale.best else float(value) + step
    place = scale.index(str(value)) + 1
    return scale.options[place].id if place < len(scale.options) else None


def filled(
    assessment: Assessment, cell: Cell, value: Value, evidence: Iterable[Evidence] = ()
) -> Assessment:
    """The assessment with another answer in one cell, and with more evidence for it."""
    answer = assessment.answers.get(cell.path, Answer())
    answer = evolve(answer, evidence=(*answer.evidence, *evidence))
    if cell.unit is None:
        answer = evolve(answer, value=value)
    else:
        answer = evolve(answer, by=FrozenMap({**answer.by, cell.unit: value}))
    return evolve(assessment, answers=FrozenMap({**assessment.answers, cell.path: answer}))


def proof(item: Item, framework: Framework) -> tuple[Evidence, ...]:
    """Evidence that is all that an item asks for."""
    home = framework[item.home]
    assert isinstance(home, Dimension)
    asked = item.evidence or home.conventions.evidence
    kind = asked.kinds[0] if asked and asked.kinds else None
    return (Evidence(kind=kind, reference="Where it can be seen"),)


def topped(assessment: Assessment, path: str, *, keep_na: bool = False) -> Assessment:
    """The assessment with an item at its best, with the evidence that it asks for.

    `keep_na`: units to which it does not apply stay out of it.
    """
    item = next(item for item in assessment.framework.items if item.id == path)
    best = answers_on(assessment.framework.scales[item.scale])[-1]
    old = assessment.answers.get(path, Answer())
    evidence = (*old.evidence, *proof(item, assessment.framework))
    away = {unit: value for unit, value in old.by.items() if is_na(value)}
    if keep_na and away and len(away) < len(assessment.units):
        by = FrozenMap({unit: away.get(unit, best) for unit in assessment.units})
        answer = evolve(old, by=by, evidence=evidence)
    else:
        answer = evolve(old, value=best, by=FrozenMap(), evidence=evidence)
    return evolve(assessment, answers=FrozenMap({**assessment.answers, path: answer}))


def shuffled(framework: Framework, dice: random.Random) -> Framework:
    """The framework with its items, parts and dimensions, and what its rules name, in disorder."""

    def mix(branch: Dimension) -> Dimension:
        return evolve(
            branch,
            own_items=tuple(dice.sample(branch.own_items, len(branch.own_items))),
            dimensions=mixed(branch.dimensions),
            rule=disordered(branch.rule, dice),
        )

    def mixed(branches: tuple[Dimension, ...]) -> tuple[Dimension, ...]:
        return tuple(mix(branch) for branch in dice.sample(branches, len(branches)))

    overall = disordered(framework.scoring.overall, dice)
    return evolve(
        framework,
        dimensions=mixed(framework.dimensions),
        scoring=evolve(framework.scoring, overall=overall),
    )


def disordered(rule: Rule, dice: random.Random) -> Rule:
    """A rule with what it names in disorder."""
    rule = evolve(rule, caps=tuple(dice.sample(rule.caps, len(rule.caps))))
    over = getattr(rule, "over", None)
    if not isinstance(over, tuple):
        return rule
    return evolve(rule, over=tuple(dice.sample(over, len(over))))  # type: ignore[call-arg]  # a rule that has it


def in_disorder(assessment: Assessment, dice: random.Random) -> Assessment:
    """The assessment with its answers and the framework's parts in disorder."""
    pairs = list(assessment.answers.items())
    return evolve(
        assessment,
        framework=shuffled(assessment.framework, dice),
        answers=FrozenMap(dict(dice.sample(pairs, len(pairs)))),
    )
