"""How nodes read nodes: what is blocked, secured, empty, and that a batch changes nothing."""

from __future__ import annotations

import numpy as np
import pytest

import maturity as mt
from maturity.scoring import engine, score
from maturity.scoring.cells import Encoder
from maturity.scoring.engine import evaluate
from maturity.scoring.plan import build_plan
from maturity.scoring.readings import Reading

from .tools import NO_REASON, at, card_of, framework_of, level_id, said

TWO_PARTS = """
[dimensions.a]
title = "A"
[dimensions.a.parts.p]
title = "P"
scoring = {{ rule = "{part}", missing = "block", not_applicable = "block" }}
items = {{ x = "X", y = "Y" }}
[dimensions.a.parts.q]
title = "Q"
scoring = {{ rule = "{part}" }}
items = {{ x = "X" }}
"""


def parent(conventions: str, rule: str = "mean", part: str = "mean", scale: str = "met") -> str:
    """A dimension over a part `p`, where anything that isn't answered blocks, and a part `q`."""
    return (
        f'[scoring]\nscale = "{scale}"\n{conventions}\ndimension = {{ rule = "{rule}" }}\n'
        + TWO_PARTS.format(part=part)
    )


@pytest.mark.parametrize(
    ("convention", "value"),
    [("block", None), ("exclude", 0.5), ("lowest", 0.25), ("bound", 0.375)],
)
def test_child_blocked_by_the_unanswered(convention: str, value: float | None) -> None:
    """A parent reads a blocked child by its own `missing`; `bound` takes its low bound."""
    text = parent(f'missing = "{convention}"')
    card = card_of(text, {"a.p.x": "partly", "a.q.x": "partly"})
    assert card["a.p"].value is None
    assert card["a"].value == value  # low bound of p: (0.5 + 0)/2, so (0.25 + 0.5)/2


@pytest.mark.parametrize(
    ("convention", "value"),
    [("block", None), ("exclude", 0.5), ("pass", 0.75), ("target", 0.75), ("lowest", 0.25)],
)
def test_child_blocked_by_not_applicable(convention: str, value: float | None) -> None:
    """A parent reads a child that N/A blocks by its own `not_applicable`: bottom, top, or not."""
    text = parent(f'not_applicable = "{convention}"')
    card = card_of(text, {"a.p.x": "partly", "a.p.y": NO_REASON, "a.q.x": "partly"})
    assert card["a"].value == value


@pytest.mark.parametrize(("convention", "level"), [("pass", "silver"), ("lowest", "below")])
def test_blocked_child_with_a_level(convention: str, level: str) -> None:
    """Read as top a blocked child has the top rung, read as lowest none."""
    text = parent(f'not_applicable = "{convention}"', "weakest-link", "weakest-link", "levels")
    card = card_of(text, {"a.p.x": "gold", "a.p.y": NO_REASON, "a.q.x": "silver"})
    assert level_id(card["a"]) == level


def test_na_effect_of_a_blocked_child() -> None:
    """With N/A as the lowest answer nothing is blocked any more: bronze."""
    text = parent('not_applicable = "pass"', "weakest-link", "weakest-link", "levels")
    card = card_of(text, {"a.p.x": "gold", "a.p.y": NO_REASON, "a.q.x": "silver"})
    assert card["a"].na_effect is not None
    assert card["a"].na_effect.id == "bronze"


def test_secured_shares() -> None:
    """A parent over shares reads the secured shares of its children."""
    text = """
    [scoring]
    scale = "met"
    dimension = { rule = "staged" }
    overall = { rule = "staged", over = "children", of = "shares" }
    """
    card = card_of(text + at("a", bronze=2), said("a", yes="b1"))
    assert card.overall.value == 0.5
    assert card.overall.so_far.value == 3.0


def test_conventions_of_the_reader() -> None:
    """Each node reads the same item by its own conventions."""
    text = """
    [scoring]
    scale = "met"
    part = { rule = "mean" }
    dimension = { rule = "mean", over = "items" }
    [dimensions.a]
    title = "A"
    scoring = { not_applicable = "pass" }
    [dimensions.a.parts.p]
    title = "P"
    scoring = { not_applicable = "lowest" }
    items = { x = "X", y = "Y" }
    """
    card = card_of(text, {"a.p.x": "no", "a.p.y": NO_REASON})
    assert (card["a"].value, card["a.p"].value) == (0.5, 0.0)


def test_empty_child_counts_where_empty_passes() -> None:
    """A child with nothing left to count, where `empty` passes, is read as its top."""
    text = (
        parent("")
        .replace('"{part}"', '"mean"')
        .replace(
            'title = "Q"\nscoring = { rule = "mean" }',
            'title = "Q"\nscoring = { rule = "mean", empty = "pass" }',
        )
    )
    card = card_of(text, {"a.p.x": "no", "a.p.y": "no", "a.q.x": NO_REASON})
    assert card["a"].value == 0.5


MIXED = """
[scoring]
scale = "met"
dimension = { rule = "staged", threshold = 0.5 }
overall = { rule = "mean" }
"""


def test_batch() -> None:
    """Assessments worked out together give, to the bit, what each gives alone."""
    framework = framework_of(MIXED + at("a", bronze=2, silver=2) + at("b", bronze=3))
    sheets = [
        said("a", yes="b1", no="b2 s1") | said("b", yes="b1 b2 b3"),
        said("a", yes="b1 b2", na="s1") | said("b", no="b1", partly="b2"),
        {},
    ]
    assessments = [framework.assess(answers) for answers in sheets]
    together = score.score_many(assessments)
    assert together == [mt.score(assessment) for assessment in assessments]


def test_blocks_of_assessments(monkeypatch: pytest.MonkeyPatch) -> None:
    """A batch larger than a block is worked out a block at a time, with the same results."""
    monkeypatch.setattr(score, "BLOCK_SIZE", 2)
    framework = framework_of(MIXED + at("a", bronze=1))
    options = ["no", "partly", "yes", "no", "yes"]
    assessments = [framework.assess({"a.b1": option}) for option in options]
    values = [card["a"].value for card in score.score_many(assessments)]
    assert values == [0.0, 0.0, 3.0, 0.0, 3.0]
    assert engine.BLOCK_SIZE > 2  # the engine's own is another


def test_order_of_items() -> None:
    """The order of items in the file changes nothing, to the bit."""
    weights = {"x": 0.1, "y": 0.7, "z": 0.3}

    def value(names: str) -> float | None:
        items = "\n".join(f'{n} = {{ text = "{n}", weight = {weights[n]} }}' for n in names)
        head = '[scoring]\nscale = "marks"\ndimension = { rule = "sum" }\n[dimensions.a.items]\n'
        return card_of(head + items, {"a.x": 0.3, "a.y": 17.1, "a.z": 99.9})["a"].value

    assert value("xyz") == value("zyx") == value("yxz")


def test_only_what_is_asked() -> None:
    """With some steps alone, other nodes stay without a value."""
    framework = framework_of(MIXED + at("a", bronze=1) + at("b", bronze=1))
    plan = build_plan(framework)
    cells = Encoder(plan.leaves).encode([framework.assess({"a.b1": "yes", "b.b1": "yes"})])
    results = evaluate(plan, cells, (Reading.LOW,), plan.needed_for("a"))
    assert results.value[plan.row["a"], 0, 0] == 3.0
    assert np.isnan(results.value[plan.row["b"], 0, 0])
    assert results.rank[plan.row[""], 0, 0] == -1.0
    assert results.readings == (Reading.LOW,)


def test_secured_reading_is_added() -> None:
    """Asking for the stated reading works out the low one too, which it may rest on."""
    framework = framework_of(MIXED + at("a", bronze=1))
    plan = build_plan(framework)
    results = evaluate(plan, Encoder(plan.leaves).encode([framework.assess({})]), (Reading.STATED,))
    assert results.readings == (Reading.STATED, Reading.LOW)
    assert results.value[plan.row["a"], results.at(Reading.STATED), 0] == 0.0
