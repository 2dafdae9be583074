"""A record holds all that its result rests on."""

from __future__ import annotations

import json

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import maturity
from maturity import Assessment, RecordRefused

from .effort import effort
from .outcomes import outcomes, paths
from .strategies import assessments, profile_names


@effort(100)
@given(st.data())
def test_a_record_recomputes(data: st.DataObject) -> None:
    """A record that was kept as JSON gives the same results again, and the same record."""
    assessment: Assessment = data.draw(assessments())
    framework = assessment.framework
    profile = data.draw(profile_names(framework))
    card = maturity.score(assessment, profile=profile)
    kept = json.dumps(card.record())
    again = maturity.recompute(json.loads(kept), framework)
    assert json.dumps(again.record()) == kept
    nodes = paths(framework, profile)
    assert outcomes(again, nodes) == outcomes(card, nodes)


@effort(20)
@given(assessments())
def test_a_record_of_another_framework_is_refused(assessment: Assessment) -> None:
    """A record is refused by a framework that says anything else."""
    framework = assessment.framework
    record = maturity.score(assessment).record()
    first, *others = framework.dimensions
    changed = evolve(first, weight=first.weight + 1)
    other = evolve(framework, dimensions=(changed, *others))
    with pytest.raises(RecordRefused):
        maturity.recompute(record, other)
