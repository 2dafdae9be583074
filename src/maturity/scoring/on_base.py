"""An overlay's answers on what it shares with its base, under the base's rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from maturity.model.frozen import FrozenMap
from maturity.model.shared import shared, shared_items

if TYPE_CHECKING:
    from maturity.model.assessment import Assessment
    from maturity.model.framework import Framework

    from .scorecard import Scorecard


def base_card(card: Scorecard) -> Scorecard | None:
    """See `Scorecard.on_base`."""
    from .score import score  # noqa: PLC0415  # it builds scorecards

    overlay = card.framework.overlay
    if overlay is None:
        return None
    kept = set(shared_items(overlay.base, card.framework)) & {item.id for item in card.asked.items}
    if not kept:
        return None
    profile = shared(overlay.base, card.framework)
    left = [item.id for item in overlay.base.items if item.id not in kept]
    answered = for_base(card.assessment, overlay.base, kept)
    return score(answered, attrs.evolve(profile, drop=tuple(left)), card.as_of)


def for_base(assessment: Assessment, base: Framework, kept: set[str]) -> Assessment:
    """An assessment of an overlay as one of its base, with the answers to what is kept."""
    said = assessment.organisation
    known = {key: value for key, value in said.properties.items() if key in base.properties}
    return attrs.evolve(
        assessment,
        framework=base,
        organisation=attrs.evolve(said, properties=FrozenMap(known)),
        digest=None,
        answers=FrozenMap({p: answer for p, answer in assessment.answers.items() if p in kept}),
        targets=FrozenMap({p: target for p, target in assessment.targets.items() if p in base}),
        claims=FrozenMap(),
        actions=(),
    )
