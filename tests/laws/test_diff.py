"""Laws of comparing two frameworks: nothing differs in silence, and it reads both ways."""

from __future__ import annotations

from collections import Counter
from copy import deepcopy
from typing import TYPE_CHECKING

from attrs import evolve
from hypothesis import event, given
from hypothesis import strategies as st

import maturity as mt
from maturity.present.diff_csv import diff_csv
from maturity.present.diff_text import diff_view
from maturity.present.layout import render

from .edits import edited
from .effort import effort
from .outcomes import score
from .strategies import SMALL, TINY, assessments, frameworks

if TYPE_CHECKING:
    from maturity import Assessment, Framework
    from maturity.model.differences import Differences

OTHER_WAY = {"added": "dropped", "dropped": "added"}


@st.composite
def two(draw: st.DrawFn) -> tuple[Framework, Framework]:
    """Two frameworks: often one with a few edits, else two that have little in common."""
    first = draw(frameworks(SMALL))
    second = draw(edited(first)) if draw(st.booleans()) else draw(frameworks(TINY))
    return first, second


@effort(100)
@given(frameworks())
def test_nothing_differs_from_itself(framework: Framework) -> None:
    """A framework and its copy have no differences, and share every item."""
    found = mt.diff(framework, deepcopy(framework))
    assert not found
    assert found.same_scores
    assert found.shared == len(framework.items)


@effort(300)
@given(two())
def test_nothing_differs_in_silence(both: tuple[Framework, Framework]) -> None:
    """There are no differences exactly where the digests and the names are the same."""
    first, second = both
    assert bool(mt.diff(first, second)) == (said(first) != said(second))


def said(framework: Framework) -> tuple[str, ...]:
    """The digest, and the names that it leaves out."""
    of = framework
    return of.digest, of.id, of.edition, of.title, of.description


@effort(300)
@given(two())
def test_it_reads_both_ways(both: tuple[Framework, Framework]) -> None:
    """The other way round, what was added is dropped, and what was before is now."""
    there, back = mt.diff(*both), mt.diff(*both[::-1])
    assert Counter(mirrored(there)) == Counter(rows(back))
    assert there.shared == back.shared


def rows(found: Differences) -> list[tuple[str | None, ...]]:
    """The differences as rows."""
    return [tuple(row.values()) for row in found.to_records()]


def mirrored(found: Differences) -> list[tuple[str | None, ...]]:
    """The differences as rows, the other way round."""
    moved = {one.path: str(one.before) for one in found if one.kind == "moved"}
    return [
        (
            OTHER_WAY.get(str(row["kind"]), row["kind"]),
            row["path"] if row["kind"] in OTHER_WAY else moved.get(str(row["path"]), row["path"]),
            row["what"],
            row["after"],
            row["before"],
            row["effect"],
            row["reason"],
        )
        for row in found.to_records()
    ]


@effort(200)
@given(assessments(size=TINY), st.data())
def test_the_same_scores_where_it_says_so(assessment: Assessment, data: st.DataObject) -> None:
    """Where the same answers are said to give the same results, they do; words never count."""
    score_too = data.draw(st.booleans())
    second = data.draw(edited(assessment.framework, score=score_too))
    found = mt.diff(assessment.framework, second)
    assert found.same_scores or score_too
    event(f"same scores: {found.same_scores}")
    if found.same_scores:
        assert score(evolve(assessment, framework=second)) == score(assessment)


@effort(60)
@given(two())
def test_every_page_can_be_made(both: tuple[Framework, Framework]) -> None:
    """Whatever differs, it can be shown as a page and as rows."""
    found = mt.diff(*both)
    page = render(diff_view(found))
    assert "None" not in page
    assert all(f"{kind.capitalize()} (" in page for kind in {one.kind for one in found})
    assert diff_csv(found).startswith("kind,path,")
