"""A partner sees itself among others without names."""

from __future__ import annotations

import json

import pytest
from attrs import evolve

import maturity as mt
from maturity.model.frozen import FrozenMap
from maturity.present.overview_data import overview_data

BOARD = mt.load_framework("hwb-board")
TELLTALE = "Telltale"


def sheet(name: str, sector: str, answer: str) -> mt.Assessment:
    """An assessment full of things by which an organisation could be recognised."""
    organisation = mt.Organisation(
        name=f"{TELLTALE} {name}",
        scheme="local",
        code=f"{TELLTALE}-{name}",
        sector=sector,
        size=77_777,
    )
    said = mt.Answer(
        value=answer, note=f"{TELLTALE} note", reason=f"{TELLTALE} reason",
        evidence=(mt.Evidence(title=f"{TELLTALE} paper"),),
    )  # fmt: skip
    made = BOARD.assess(
        {
            "vision.shared-vision": said,
            "vision.public-heard": mt.not_applicable(f"{TELLTALE} reason"),
        },
        organisation=organisation,
        period="2025-Q1",
        rater=f"{TELLTALE} rater",
        lead=f"{TELLTALE} lead",
    )
    return evolve(made, actions=(mt.Action(title=f"{TELLTALE} action"),))


def ours() -> mt.Assessment:
    """The partner's own, the only one of its sector."""
    return BOARD.assess(
        {"vision.shared-vision": mt.Answer(value="partly", note="Our own note")},
        organisation=mt.Organisation(name="Ours", sector="hospice"),
        period="2025-Q1",
    )


def others() -> list[mt.Assessment]:
    """Three others."""
    return [sheet("B", "council", "met"), sheet("A", "council", "not-yet"),
            sheet("C", "police", "met")]  # fmt: skip


def test_nothing_tells_who_the_others_are() -> None:
    """No name, code, sector, size, note, reason, evidence, rater, lead or action is left."""
    seen = mt.Cohort.of([*others(), ours()]).seen_by("Ours")
    assert [row.organisation.name for row in seen] == [
        "Ours",
        "Partner 1",
        "Partner 2",
        "Partner 3",
    ]
    told = json.dumps(overview_data(mt.overview(seen)))
    told += repr([card.record() for card in seen.cards()]) + repr(list(seen))
    assert TELLTALE not in told
    assert "77777" not in told
    assert "police" not in told
    assert "Our own note" in told


def test_the_order_tells_nothing() -> None:
    """In whatever order the others were given, the same is seen."""
    mine, rest = ours(), others()
    seen = [mt.Cohort.of([*order, mine]).seen_by("Ours") for order in (rest, rest[::-1])]
    first, second = (overview_data(mt.overview(one)) for one in seen)
    assert first == second


def test_results_stay_what_they_were() -> None:
    """Each of the others has the results that it has under its name."""
    whole = mt.Cohort.of([ours(), *others()])
    seen = whole.seen_by("Ours")
    known, shown = (
        sorted(
            zip(
                cohort.scores["vision"].stated.value.tolist(),
                cohort.scores["vision"].answered.tolist(),
                cohort.scores["vision"].not_applicable.tolist(),
                strict=True,
            )
        )
        for cohort in (whole, seen)
    )
    assert known == shown


def test_evidence_that_is_left_out_counts_as_before() -> None:
    """An answer held down for want of evidence, and one that has it, both stay."""
    elements = mt.example("hwb-elements")
    stranger = evolve(elements, organisation=mt.Organisation(name="Other"))
    seen = mt.Cohort.of([elements, stranger]).seen_by(elements.organisation.name)
    first, second = seen.cards()
    assert [score.level for score in first] == [score.level for score in second]
    assert [score.bounds for score in first] == [score.bounds for score in second]


def test_who_is_not_there() -> None:
    """A name that is of none is told."""
    with pytest.raises(mt.UnknownName, match="there is no organisation 'Our' here"):
        mt.Cohort.of([ours()]).seen_by("Our")


def test_alone() -> None:
    """Where there is nobody else, it sees itself."""
    assert [row.name for row in mt.Cohort.of([ours()]).seen_by("Ours")] == ["Ours"]


def test_a_partner_called_like_the_others() -> None:
    """No made-up name is that of the partner itself."""
    mine = evolve(ours(), organisation=mt.Organisation(name="Partner 1"))
    seen = mt.Cohort.of([mine, *others()]).seen_by("Partner 1")
    assert [row.name for row in seen] == ["Partner 1", "Partner 2", "Partner 3", "Partner 4"]


def test_targets_are_not_told() -> None:
    """What the others aim at could be read in their board papers."""
    aimed = evolve(others()[0], targets=FrozenMap({"vision.understood": "met"}))
    seen = mt.Cohort.of([ours(), aimed]).seen_by("Ours")
    assert [dict(one.targets) for one in seen.assessments] == [{}, {}]
