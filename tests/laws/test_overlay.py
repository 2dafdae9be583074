"""Laws of overlays: one that changes nothing is its base."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from attrs import evolve
from hypothesis import assume, event, given
from hypothesis import strategies as st

import maturity as mt
from maturity.model.check_framework import check_framework
from maturity.model.framework import Overlay
from maturity.scoring.on_base import left_out

from . import strategies
from .edits import edited
from .effort import effort

if TYPE_CHECKING:
    from maturity.model.assessment import Assessment

HEAD = 'schema = 1\nid = "ours"\ntitle = "Ours"\nedition = "2"\n'
SHARED = (
    "A local framework, which extends A random framework, 1: "
    "its results compare with others on what is shared."
)
EXTENDS = 'extends = { id = "random", edition = "1" }\n'


@st.composite
def as_overlay(draw: st.DrawFn) -> Assessment:
    """An assessment of a framework that says it extends another, from which it differs a little."""
    base = draw(strategies.frameworks())
    local = evolve(draw(edited(base)), id="ours", overlay=Overlay(base=base))
    assume(local.dimensions and not check_framework(local))
    return draw(strategies.assessments(local))


@effort(60)
@given(strategies.assessments())
def test_an_overlay_that_changes_nothing_changes_no_score(assessment: Assessment) -> None:
    """It has the digest of its base and its results, and its shared part is the whole."""
    base = assessment.framework
    overlay = mt.parse_framework(HEAD + EXTENDS, base=base)
    assert overlay.digest == base.digest
    ours = evolve(assessment, framework=overlay)
    for profile in (None, *base.profiles):
        before, after = mt.score(assessment, profile), mt.score(ours, profile)
        assert rows(after) == rows(before)
        shared = after.on_base
        if shared is None:
            assert not after.asked.items
        else:
            assert rows(shared) == rows(before)
            assert SHARED in after.caveats
            assert not left_out(after)


@effort(200)
@given(as_overlay())
def test_what_is_shared_can_be_worked_out_again(assessment: Assessment) -> None:
    """The base takes all that is kept, and the record of the result recomputes."""
    overlay = assessment.framework.overlay
    assert overlay is not None
    for profile in (None, *assessment.framework.profiles):
        on_base = mt.score(assessment, profile).on_base
        if on_base is not None:
            event("shared")
            event(f"branches: {bool(on_base.assessment.claims)}")
            record = json.loads(json.dumps(on_base.record()))
            assert mt.recompute(record, overlay.base) == on_base


def rows(card: mt.Scorecard) -> list[dict[str, object]]:
    """The results, without the names of what was asked."""
    names = ("framework", "edition", "extends", "profile")
    return [
        {key: value for key, value in row.items() if key not in names and not is_name(key, row)}
        for row in card.to_records()
    ]


def is_name(key: str, row: dict[str, object]) -> bool:
    """Whether a key of a row holds the framework's own title."""
    return key == "title" and row["path"] == ""
