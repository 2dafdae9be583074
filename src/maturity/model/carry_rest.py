"""Claims, targets, actions and properties, carried over to the next edition."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from .assessment import NotApplicable
from .carry_step import fits
from .carry_words import joined, shown, with_details
from .check_answers import check_hidden, target_scale
from .fits import misfit
from .frozen import FrozenMap
from .tree import Dimension

if TYPE_CHECKING:
    from .assessment import Action, Answer, Organisation
    from .carry_step import Step


def carry_claim(step: Step, path: str, claim: Answer) -> None:
    """Carry over what is said of a whole branch."""
    away = isinstance(claim.value, NotApplicable)
    if away and not step.is_whole(path):
        what = f"{shown(claim)} is said of each of its items instead"
        what = f"{step.was} had other items below it; {what}"
        step.leave(path, with_details(what, claim))
        return
    unsure, takes = "", True
    if not (away or claim.value is None):
        was, now = (
            edition.scales.get(asked.get(path, ""))
            for edition, asked in zip((step.before, step.framework), step.asked, strict=True)
        )
        unsure, takes = step.why_unsure(path, (was, now)), now is not None and fits(now, claim)
    branch = step.framework.by_path.get(path)
    marked = attrs.evolve(claim, guess=unsure or claim.guess)
    if takes and isinstance(branch, Dimension) and not any(check_hidden(marked, branch, ())):
        step.settle(step.claims, path, claim, unsure)
    else:
        what = f"{step.now} does not take {shown(claim)} for it"
        step.leave(path, with_details(what, claim))


def carry_target(step: Step, path: str, target: str | float) -> dict[str, str | float]:
    """The target where it means the same now, by its path now; else nothing, and it is left."""
    now = step.twin(path)
    scale = target_scale(step.framework, now, step.asked[1]) if now is not None else None
    name = f"target of {path}"
    if now is None or scale is None or misfit(scale, target) is not None:
        step.leave(name, f"'{target}' has no place in {step.now}")
        return {}
    was = target_scale(step.before, path, step.asked[0])
    if unsure := step.why_unsure(path, (was, scale)):
        step.leave(name, f"'{target}' may mean something else now: {unsure}")
        return {}
    step.kept.append(f"target of {now}")
    return {now: target}


def carry_action(step: Step, number: int, action: Action) -> Action:
    """The action, about what is the same in both."""
    name = f"action {number}, '{action.title}'"
    paths = {path: step.twin(path) for path in action.paths}
    gone = [
        f"{path}, which is {step.changed.get(path, 'not')} in {step.now}"
        for path, now in paths.items()
        if now is None
    ]
    if gone:
        step.leave(name, f"it is no longer about {joined(gone)}")
    elif name not in step.left:
        step.kept.append(name)
    return attrs.evolve(action, paths=tuple(now for now in paths.values() if now is not None))


def carry_organisation(step: Step) -> Organisation:
    """The organisation, with the properties that the later edition knows."""
    said = step.assessment.organisation
    known = {}
    for name, option in said.properties.items():
        stated = step.framework.properties.get(name)
        if stated is not None and option in stated.options:
            known[name] = option
            step.kept.append(f"property {name}")
        else:
            step.leave(f"property {name}", f"{step.now} does not ask for it")
    return attrs.evolve(said, properties=FrozenMap(known))
