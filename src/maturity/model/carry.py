"""An assessment of an earlier edition, carried over to a later one by its bridge."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
from attrs import frozen

from .assessment import Assessment
from .carry_items import carry_items
from .carry_rest import carry_action, carry_claim, carry_organisation, carry_target
from .carry_step import Step
from .frozen import FrozenMap

if TYPE_CHECKING:
    from .bridge import Bridge
    from .framework import Framework


@frozen(kw_only=True)
class CarriedOver:
    """What became of an assessment in a later edition: each thing that was said is told once.

    `assessment`: the answers to the later edition. `kept`: what stands as it was. `guesses`: the
    paths whose answer is a guess, each with why; the answer says so itself. `drafts`: those that
    are unanswered now, each with what is known. `left`: what could not be carried over, with why.
    `new`: the paths that nobody was asked about. `through`: the editions in between, where there
    were several steps.

    An answer, or what is said of a branch, goes by its path: the one before in `left`, the one now
    in the others. The rest is named `target of PATH`, `action 1, 'TITLE'` and `property ID`.
    """

    assessment: Assessment
    kept: tuple[str, ...] = ()
    guesses: FrozenMap[str, str] = FrozenMap()
    drafts: FrozenMap[str, str] = FrozenMap()
    left: FrozenMap[str, str] = FrozenMap()
    new: tuple[str, ...] = ()
    through: tuple[str, ...] = ()


def carry_on(carried: CarriedOver, framework: Framework, bridge: Bridge) -> CarriedOver:
    """What was carried over so far, carried on to the next edition by its bridge.

    The bridge has to be from the edition that is answered, and to account for every item.
    """
    said = carried.assessment
    step = Step(said, framework, bridge, left=dict(carried.left))
    carry_items(step, unasked=frozenset(carried.new))
    organisation = carry_organisation(step)
    targets: dict[str, str | float] = {}
    for path, claim in said.claims.items():
        carry_claim(step, path, claim)
    for path, target in said.targets.items():
        targets |= carry_target(step, path, target)
    actions = [carry_action(step, number, one) for number, one in enumerate(said.actions, start=1)]
    return CarriedOver(
        assessment=attrs.evolve(
            said,
            framework=framework,
            organisation=organisation,
            digest=None,
            answers=FrozenMap(step.answers),
            claims=FrozenMap(step.claims),
            targets=FrozenMap(targets),
            actions=tuple(actions),
        ),
        kept=tuple(step.kept),
        guesses=FrozenMap(step.guesses),
        drafts=FrozenMap(step.drafts),
        left=FrozenMap(step.left),
        new=tuple(step.new),
    )
