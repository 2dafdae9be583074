"""A consensus of raters is an assessment like any other, and nobody's place in it counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
from hypothesis import given
from hypothesis import strategies as st

import maturity as mt
from maturity.analysis.consensus import Consensus, consensus

from .effort import effort
from .strategies import TINY, assessments, frameworks

if TYPE_CHECKING:
    from random import Random

    from maturity.analysis.consensus import How

Values = dict[str, dict[str, object]]


@st.composite
def raters(draw: st.DrawFn) -> list[mt.Assessment]:
    """Up to four raters of one organisation."""
    framework = draw(frameworks(size=TINY))
    return [
        attrs.evolve(
            draw(assessments(framework)), organisation=mt.Organisation(name="Ours"), period=None,
            rater=f"rater {number}",
        )
        for number in range(draw(st.integers(1, 4)))
    ]  # fmt: skip


def values(found: Consensus) -> Values:
    """What is said together, by path and unit, whatever the order of reasons."""
    said = {**found.assessment.answers, **found.assessment.claims}
    return {
        path: {unit: plain(value) for unit, value in {"": answer.value, **answer.by}.items()}
        for path, answer in said.items()
    }


def plain(value: object) -> object:
    """A value; not applicable without its reasons."""
    return "not applicable" if isinstance(value, mt.NotApplicable) else value


HOWS = st.sampled_from(["median", "majority"])


@effort(100)
@given(raters(), HOWS)
def test_it_is_an_assessment(sheets: list[mt.Assessment], how: How) -> None:
    """It can be saved, read back equal, and scored."""
    one = consensus(sheets, how).assessment
    assert mt.parse_assessment(mt.dump_assessment(one), one.framework) == one
    mt.score(one)


@effort(100)
@given(raters(), HOWS, st.randoms())
def test_order_of_raters(sheets: list[mt.Assessment], how: How, chance: Random) -> None:
    """The raters in another order say the same together."""
    other = list(sheets)
    chance.shuffle(other)
    ours, theirs = consensus(sheets, how), consensus(other, how)
    assert values(ours) == values(theirs)
    assert {(one.path, one.unit, one.rater) for one in ours.dissents} == {
        (one.path, one.unit, one.rater) for one in theirs.dissents
    }


@effort(100)
@given(raters(), HOWS, st.integers(2, 4))
def test_who_all_agree(sheets: list[mt.Assessment], how: How, number: int) -> None:
    """Raters who say the same say just that together, and nobody dissents."""
    alone = consensus(sheets[:1], how)
    same = [attrs.evolve(sheets[0], rater=f"rater {n}") for n in range(number)]
    found = consensus(same, how)
    assert values(found) == values(alone)
    assert not found.dissents
    assert not found.left_open
