"""Answers as codes: evidence, obligations, units, branches that do not apply, targets."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

import maturity as mt
from maturity.model.frozen import FrozenMap
from maturity.scoring.cells import Encoder
from maturity.scoring.leaves import ABSENT, NOT_APPLICABLE, NUMBER, UNANSWERED, build_leaves

from .tools import NO_REASON, framework_of, score_of

if TYPE_CHECKING:
    from maturity.model.assessment import Value

MEAN = '[scoring]\nscale = "met"\ndimension = { rule = "mean" }\n'
THREE = """
[dimensions.a]
title = "A"
items = { x = "X", y = "Y", z = { text = "Z", scale = "marks" } }
"""
TEAMS = {"north": "North", "south": "South"}


def proven(expects: str, scale: str = "met") -> str:
    """A mean of one item that expects evidence."""
    item = f'items.x = {{ text = "X", scale = "{scale}", evidence = {expects} }}'
    return f'{MEAN}[dimensions.a]\ntitle = "A"\n{item}\n'


def with_evidence(value: Value, **piece: object) -> dict[str, mt.Answer]:
    """One answer that rests on one piece of evidence."""
    evidence = mt.Evidence(**piece)  # type: ignore[arg-type]  # the fields of a piece
    return {"a.x": mt.Answer(value=value, evidence=(evidence,))}


def by_team(north: Value | None = None, south: Value | None = None) -> mt.Answer:
    """An answer by teams; a team that is left out has not answered."""
    given = {"north": north, "south": south}
    return mt.Answer(by=FrozenMap({team: value for team, value in given.items() if value}))


def test_codes() -> None:
    """An option's code is its place; other codes stand for numbers and for what isn't answered."""
    framework = framework_of(MEAN + THREE)
    full = framework.assess({"a.x": "partly", "a.y": NO_REASON, "a.z": 40})
    empty = framework.assess({"a.x": mt.Answer(note="To be discussed")})
    cells = Encoder(build_leaves(framework)).encode([full, empty])
    assert cells.codes[0].tolist() == [
        [1, UNANSWERED],
        [NOT_APPLICABLE, UNANSWERED],
        [NUMBER, UNANSWERED],
    ]
    assert cells.numbers[0].tolist() == [[40.0, 0.0]]
    assert cells.applicable.tolist() == [[True, True], [False, True], [True, True]]
    assert cells.answered.tolist() == [[True, False], [False, False], [True, False]]


def test_nothing_to_encode() -> None:
    """No assessments make cells without columns."""
    cells = Encoder(build_leaves(framework_of(MEAN + THREE))).encode([])
    assert cells.codes.shape == (1, 3, 0)


def test_units_are_cells() -> None:
    """An item answered by units has a cell for each unit of the assessment; others have one."""
    framework = framework_of(MEAN + THREE)
    assessment = framework.assess({"a.x": by_team("yes"), "a.y": "no"}, units=TEAMS)
    cells = Encoder(build_leaves(framework)).encode([assessment])
    assert cells.codes[:, :2, 0].tolist() == [[2, 0], [UNANSWERED, ABSENT]]
    assert cells.answered[:2, 0].tolist() == [False, True]


def test_evidence_caps() -> None:
    """Without evidence an answer above `above` counts as it; an answer below it is as it was."""
    text = proven('{ above = "partly" }')
    assert score_of(text, {"a.x": "yes"}).value == 0.5
    assert score_of(text, {"a.x": "no"}).value == 0.0
    assert score_of(text, with_evidence("yes", title="Minutes")).value == 1.0


def test_evidence_without_above() -> None:
    """Evidence that is expected without `above` is never scored."""
    assert score_of(proven('"survey"'), {"a.x": "yes"}).value == 1.0


def test_evidence_kind() -> None:
    """Only the kinds that are expected will do; any one of them does."""
    text = proven('{ kind = ["survey", "policy"], above = "no" }')
    assert score_of(text, with_evidence("yes", kind="policy")).value == 1.0
    assert score_of(text, with_evidence("yes", kind="hearsay")).value == 0.0


def test_evidence_link() -> None:
    """Where a link is expected, evidence without a reference is not enough."""
    text = proven('{ above = "no", link = true }')
    assert score_of(text, with_evidence("yes", title="Plan")).value == 0.0
    assert score_of(text, with_evidence("yes", reference="papers/7")).value == 1.0


@pytest.mark.parametrize(
    ("as_of", "value"), [(date(2026, 3, 31), 1.0), (date(2026, 4, 1), 0.0), (None, 1.0)]
)
def test_evidence_expires(as_of: date | None, value: float) -> None:
    """Evidence counts up to the day on which it expires; with no day known it counts."""
    answers = with_evidence("yes", expires=date(2026, 3, 31))
    assert score_of(proven('{ above = "no" }'), answers, as_of=as_of).value == value


def test_evidence_on_the_last_day_of_the_period() -> None:
    """The period's last day decides what has expired, unless another day is asked for."""
    framework = framework_of(proven('{ above = "no" }'))
    answers = with_evidence("yes", expires=date(2026, 3, 30))
    assessment = framework.assess(answers, period="2026-Q1")
    assert mt.score(assessment)["a"].value == 0.0
    assert mt.score(assessment, as_of=date(2026, 3, 30))["a"].value == 1.0


def test_evidence_collected_later() -> None:
    """The day on which evidence was collected is never judged."""
    answers = with_evidence("yes", collected=date(2026, 4, 1))
    assert score_of(proven('{ above = "no" }'), answers, as_of=date(2026, 3, 31)).value == 1.0


def test_evidence_for_numbers() -> None:
    """A number above `above` counts as it; where lower is better, a number below it does."""
    assert score_of(proven("{ above = 40 }", "marks"), {"a.x": 90}).value == 40.0
    assert score_of(proven("{ above = 40 }", "marks"), {"a.x": 30}).value == 30.0
    text = proven("{ above = 10 }", "days").replace('"mean"', '"mean", range = [0, 1]')
    assert score_of(text, {"a.x": 5}).value == 0.5
    assert score_of(text, {"a.x": 15}).value == 0.25


def test_evidence_convention() -> None:
    """A convention holds for every item that expects nothing else."""
    text = (
        MEAN.replace("[scoring]", '[scoring]\nevidence = { above = "no" }')
        + """
    [dimensions.a]
    title = "A"
    items.x = "X"
    items.y = { text = "Y", evidence = "policy" }
    """
    )
    assert score_of(text, {"a.x": "yes", "a.y": "yes"}).value == 0.5


def test_evidence_by_unit() -> None:
    """The cap holds for the answer of each unit."""
    text = proven('{ above = "partly" }')
    answers = {"a.x": by_team("yes", "no")}
    assert score_of(text, answers, units=TEAMS).value == 0.25  # (0.5 + 0)/2


def obliged(obligation: str, more: str = "") -> str:
    """A mean of one item with an obligation."""
    item = f'items.x = {{ text = "X", obligation = "{obligation}"{more} }}'
    return f'{MEAN}[dimensions.a]\ntitle = "A"\n{item}\n'


@pytest.mark.parametrize(
    ("obligation", "reason", "value"),
    [
        ("must", "A good one", 0.0),
        ("should", "", 0.0),
        ("should", "   ", 0.0),
        ("should", "Later", 1.0),
        ("may", "", 1.0),
    ],
)
def test_obligation(obligation: str, reason: str, value: float) -> None:
    """A *should* counts as top with a reason, a *may* once it is answered."""
    answers = {"a.x": mt.Answer(value="no", reason=reason)}
    assert score_of(obliged(obligation), answers).value == value


@pytest.mark.parametrize(("reason", "value"), [("  Later  ", 0.0), (" In May. ", 1.0)])
def test_reason_length(reason: str, value: float) -> None:
    """A reason has to be as long as the convention says, without the blanks around it."""
    text = obliged("should").replace("[scoring]", "[scoring]\nreason_length = 7")
    assert score_of(text, {"a.x": mt.Answer(value="no", reason=reason)}).value == value


def test_obligation_beats_the_evidence_cap() -> None:
    """What passes by its obligation needs no evidence."""
    text = obliged("may", ', evidence = { above = "no" }')
    assert score_of(text, {"a.x": "partly"}).value == 1.0


def test_obligation_on_numbers() -> None:
    """On a scale of numbers a pass by obligation counts as the best number."""
    text = obliged("may", ', scale = "marks"')
    assert score_of(text, {"a.x": 3}).value == 100.0


def test_obligation_unanswered() -> None:
    """Nothing passes by its obligation before it is answered."""
    text = obliged("may").replace("[scoring]", '[scoring]\nmissing = "lowest"')
    assert score_of(text, {}).value == 0.0


def test_branch_not_applicable() -> None:
    """A branch that does not apply takes every item below it out."""
    text = (
        MEAN
        + """
    [dimensions.a]
    title = "A"
    items.x = "X"
    [dimensions.a.parts.p]
    title = "P"
    items = { y = "Y", z = "Z" }
    """
    )
    score = score_of(text, {"a.x": "partly", "a.p": NO_REASON})
    assert score.value == 0.5
    assert score.coverage.not_applicable == 2


def test_targets() -> None:
    """With `target`, what does not apply counts as its target, an option or a number, else top."""
    text = MEAN.replace("[scoring]", '[scoring]\nnot_applicable = "target"') + THREE
    away = {"a.x": NO_REASON, "a.y": NO_REASON, "a.z": NO_REASON}
    targets = {"a.x": "partly", "a.z": 40}
    score = score_of(text, away, targets=targets)
    assert score.value == pytest.approx((0.5 + 1 + 40) / 3)


def test_target_of_a_claim() -> None:
    """In a profile that asks for the branch, the branch's target counts."""
    text = """
    [scoring]
    scale = "met"
    not_applicable = "target"
    dimension = { rule = "mean" }
    [dimensions.a]
    title = "A"
    items = { x = "X" }
    [profiles.short]
    ask = "dimensions"
    """
    framework = framework_of(text)
    assessment = framework.assess({"a": NO_REASON}, targets={"a": "silver"})
    assert mt.score(assessment, "short")["a"].value == 2.0


def test_answers_outside_the_profile() -> None:
    """Answers and targets of items that a profile leaves out are not read."""
    text = MEAN + THREE + '[profiles.some]\ntitle = "Some"\nitems = ["a.x"]\n'
    assessment = framework_of(text).assess({"a.x": "yes", "a.y": "no"}, targets={"a.y": "no"})
    assert mt.score(assessment, "some")["a"].value == 1.0
