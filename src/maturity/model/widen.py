"""A short form's answers as the draft of the full one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from .assessment import Answer, Assessment, NotApplicable
from .check_answers import asked_scales
from .frozen import FrozenMap
from .scales import NumericScale
from .tree import Dimension

if TYPE_CHECKING:
    from .scales import AnyScale


def widen(assessment: Assessment) -> Assessment:
    """See `Assessment.widen`."""
    framework = assessment.framework
    asked = asked_scales(framework)
    drafts: dict[str, Answer] = {}
    for path, claim in assessment.claims.items():
        branch = framework.by_path.get(path)
        if not isinstance(branch, Dimension) or isinstance(claim.value, NotApplicable | None):
            continue
        said = _shown(framework.scales[asked[path]], claim.value)
        note = f"The short form says of '{branch.title}' as a whole: {said}."
        drafts |= {item.id: Answer(note=note) for item in branch.items}
    answers = {**drafts, **assessment.answers}
    order = {item.id: place for place, item in enumerate(framework.items)}
    ordered = sorted(answers, key=lambda path: order.get(path, len(order)))
    return attrs.evolve(assessment, answers=FrozenMap({path: answers[path] for path in ordered}))


def _shown(scale: AnyScale, value: object) -> str:
    """A claim as its scale labels it."""
    if isinstance(scale, NumericScale):
        return f"{value} {scale.unit}".strip()
    return next((option.label for option in scale.options if option.id == value), str(value))
