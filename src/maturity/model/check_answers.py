"""Faults in answers and claims: paths, values, reasons, units, evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.errors import Problem, hint_for

from .assessment import Answer, NotApplicable
from .fits import as_step, described, misfit
from .narrow import narrowed
from .paths import Paths, children
from .scales import LADDER, Scale
from .tree import Dimension, Item

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .assessment import Assessment
    from .framework import Framework
    from .places import Place
    from .scales import AnyScale

BASES = ("opinion", "data")
_NOT_APPLICABLE = {"n/a", "na", "n.a.", "not_applicable", "not-applicable", "not applicable"}
CONFIDENCES = range(1, 6)
DETAILS = ("answer", "by", "note", "reason", "confidence", "basis", "evidence", "guess")


def asked_scales(framework: Framework) -> dict[str, str]:
    """The branches that the framework's profiles ask about, with the scale of the answer."""
    return {
        item.claims: item.scale
        for profile in framework.profiles.values()
        if profile.ask
        for item in narrowed(framework, profile.id).items
        if item.claims
    }


def check_answers(assessment: Assessment, paths: Paths) -> Iterator[Problem]:
    """Every fault in the answers to items."""
    framework = assessment.framework
    away = {
        path for path, claim in assessment.claims.items() if isinstance(claim.value, NotApplicable)
    }
    for path, answer in assessment.answers.items():
        place: Place = ("answers", path)
        yield from paths.check(path, place)
        node = framework.by_path.get(path)
        if not isinstance(node, Item):
            continue
        scale = framework.scales[node.scale]
        for value, at in _values(answer, place):
            wrong = None if isinstance(value, NotApplicable) else misfit(scale, value)
            if wrong:
                hint = _typed(value, scale) or wrong[1]
                yield Problem("answer.value", at, f"for '{path}', {wrong[0]}", hint)
        if not answer.is_draft and not isinstance(answer.value, NotApplicable):
            yield from _check_away(path, away, place)


def check_claims(assessment: Assessment, paths: Paths) -> Iterator[Problem]:
    """Every fault in what is said of whole branches."""
    framework = assessment.framework
    away = {
        path for path, claim in assessment.claims.items() if isinstance(claim.value, NotApplicable)
    }
    asked = asked_scales(framework) if len(away) < len(assessment.claims) else {}
    for path, claim in assessment.claims.items():
        place: Place = ("answers", path)
        yield from paths.check(path, place, Dimension)
        node = framework.by_path.get(path)
        if not isinstance(node, Dimension):
            continue
        yield from check_hidden(claim, node, place)
        if claim.by:
            what = f"units can't answer for '{path}' as a whole"
            yield Problem("claim.by", place, what, "let each unit answer its items")
        for value, at in _values(claim, place):
            if isinstance(value, NotApplicable):
                continue
            yield from _check_away(path, away, place)
            if path not in asked:
                what = f"no profile of '{framework.id}' asks for one answer to '{path}'"
                hint = "allowed here: not_applicable, or answers to the items below it"
                yield Problem("claim.not-asked", at, what, hint)
            elif wrong := misfit(framework.scales[asked[path]], value):
                yield Problem("answer.value", at, f"for '{path}', {wrong[0]}", wrong[1])


def check_target(
    framework: Framework, path: str, target: object, asked: dict[str, str]
) -> tuple[str, str] | None:
    """What is wrong with a target for a node that exists, and a hint; None where it fits."""
    scale = target_scale(framework, path, asked)
    if scale is None:
        return "it has no levels to aim for", "set targets for its items"
    return misfit(scale, target)


def target_scale(framework: Framework, path: str, asked: dict[str, str]) -> AnyScale | None:
    """The scale of a target for a node that exists; None where it has none.

    A branch that a profile asks about has its target on that scale, others on their ladder.
    """
    node = framework.by_path[path]
    if isinstance(node, Item):
        return framework.scales[node.scale]
    ladder = asked.get(path) or getattr(node.rule, "ladder", None) or LADDER
    return framework.scales.get(ladder)


def _typed(value: object, scale: AnyScale) -> str:
    """A better hint for what people type: `n/a`, or an option in capitals; maybe empty."""
    if not isinstance(value, str):
        return ""
    word = value.strip().lower()
    if word in _NOT_APPLICABLE:
        return 'write { not_applicable = "reason" }'
    options = [option.id for option in scale.options] if isinstance(scale, Scale) else []
    meant = word.replace(" ", "-").replace("_", "-")
    if meant in options:
        return f"{hint_for(None, options)}; did you mean '{meant}'?"
    return ""


def _values(answer: Answer, place: Place) -> Iterator[tuple[object, Place]]:
    """Everything that an answer says, each with its place."""
    if answer.value is not None:
        yield answer.value, place
    for unit, value in answer.by.items():
        yield value, (*place, "by", unit)


def check_details(assessment: Assessment, path: str, answer: Answer) -> Iterator[Problem]:
    """Every fault in an answer that doesn't depend on the framework."""
    place: Place = ("answers", path)
    for value, at in _values(answer, place):
        if isinstance(value, NotApplicable) and not str(value.reason or "").strip():
            hint = 'write why: { not_applicable = "..." }'
            yield Problem("answer.no-reason", at, "not applicable needs a reason", hint)
    if answer.value is not None and answer.by:
        what = "this is answered as a whole and by units at once"
        yield Problem("answer.two-ways", place, what, "keep one of the two")
    confidence = answer.confidence
    if confidence is not None and (type(confidence) is not int or confidence not in CONFIDENCES):
        what = f"the confidence is {described(confidence)}"
        hint = "allowed: a whole number from 1 to 5"
        yield Problem("answer.confidence", (*place, "confidence"), what, hint)
    yield from _check_basis(answer.basis, (*place, "basis"))
    for number, piece in enumerate(answer.evidence):
        at = (*place, "evidence", number)
        yield from _check_basis(piece.basis, (*at, "basis"))
        if piece.collected and piece.expires and piece.expires < piece.collected:
            what = f"this evidence expires on {piece.expires}, before it was collected"
            hint = f"allowed: {piece.collected} or later"
            yield Problem("evidence.dates", (*at, "expires"), what, hint)
    yield from _check_units(assessment, answer, place)


def _check_basis(basis: object, place: Place) -> Iterator[Problem]:
    """The fault in what an answer or its evidence rests on."""
    if basis is not None and basis not in BASES:
        what = f"{described(basis)} does not say what this rests on"
        yield Problem("answer.basis", place, what, hint_for(basis, BASES))


def _check_units(assessment: Assessment, answer: Answer, place: Place) -> Iterator[Problem]:
    """Each unit that answers but isn't declared."""
    for unit in answer.by:
        if unit not in assessment.units:
            what = f"there is no unit {described(unit)}"
            hint = hint_for(unit, assessment.units)
            if not assessment.units:
                hint = 'list the units in [units]: team-1 = "Team 1"'
            at, grounds = (*place, "by", unit), (("units", as_step(unit)),)
            yield Problem("unit.unknown", at, what, hint, grounds)


def _check_away(path: str, away: set[str], place: Place) -> Iterator[Problem]:
    """The fault in an answer below a branch that is said not to apply."""
    above = path.rpartition(".")[0]
    while above and above not in away:
        above = above.rpartition(".")[0]
    if above:
        what = f"'{path}' is answered, but '{above}' is not applicable as a whole"
        yield Problem("answer.conflict", place, what, "take one of the two out")


def check_hidden(claim: Answer, branch: Dimension, place: Place) -> Iterator[Problem]:
    """The fault in a claim that no file could tell from an answer to an item below it."""
    below = {path.rpartition(".")[2] for path in children(branch)}
    used = {
        "answer": claim.value is not None and not isinstance(claim.value, NotApplicable),
        **{name: bool(getattr(claim, name)) for name in DETAILS[1:]},
    }
    for name in DETAILS:
        if used[name] and name in below:
            what = f"the {name} for '{branch.id}' would be read as '{branch.id}.{name}'"
            yield Problem("claim.hidden", place, what, "answer what is below it instead")
    if claim == Answer():
        what = f"nothing is said of '{branch.id}'"
        yield Problem("claim.hidden", place, what, "leave it out, or add an answer or a note")
