"""Laws of overlays: one that changes nothing is its base."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve
from hypothesis import given

import maturity as mt
from maturity.model.frozen import FrozenMap

from . import strategies
from .effort import effort

if TYPE_CHECKING:
    from maturity.model.assessment import Assessment

HEAD = 'schema = 1\nid = "ours"\ntitle = "Ours"\nedition = "2"\n'
EXTENDS = 'extends = { id = "random", edition = "1" }\n'


@effort(60)
@given(strategies.assessments())
def test_an_overlay_that_changes_nothing_changes_no_score(assessment: Assessment) -> None:
    """It has the digest of its base and its results, and its shared part is the whole."""
    base = assessment.framework
    overlay = mt.parse_framework(HEAD + EXTENDS, base=base)
    assert overlay.digest == base.digest
    before, after = mt.score(assessment), mt.score(evolve(assessment, framework=overlay))
    assert rows(after) == rows(before)
    bare = evolve(assessment, claims=FrozenMap())
    shared = mt.score(evolve(bare, framework=overlay)).on_base
    if shared is None:
        assert not base.items
    else:
        assert rows(shared) == rows(mt.score(bare))


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
