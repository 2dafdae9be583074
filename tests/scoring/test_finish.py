"""What follows every rule: rounding, bands, caps and the convention for empty nodes."""

from __future__ import annotations

import numpy as np
import pytest

from maturity.model.rules import Rounding
from maturity.scoring.finish import round_values

from .tools import BANDED, NO_REASON, at, card_of, framework_of, level_id, said, score_of

HALVES = [0.5, 1.5, 2.5, 2.4999999999999996, 3.2]
ONE = '[dimensions.a]\ntitle = "A"\nitems = { x = "X" }\n'


@pytest.mark.parametrize(
    ("mode", "expected"),
    [
        ("half-even", [0, 2, 2, 2, 3]),
        ("half-up", [1, 2, 3, 3, 3]),  # what is a half but for the last bits is a half
        ("down", [0, 1, 2, 2, 3]),
    ],
)
def test_round(mode: str, expected: list[float]) -> None:
    """Halves go to the even neighbour, up, or down, as the mode says."""
    rounding = Rounding(mode=mode)  # type: ignore[arg-type]  # one of the three
    assert round_values(np.array(HALVES), rounding).tolist() == expected


def test_round_to_places() -> None:
    """Places are decimal: 0.35 is a half of a tenth, and 0.29 is 29 hundredths, cut or not."""
    to_tenths = round_values(np.array([0.25, 0.35]), Rounding(places=1))
    assert to_tenths.tolist() == [0.2, 0.4]
    assert round_values(np.array([1.005]), Rounding(places=2, mode="half-up")).tolist() == [1.01]
    assert round_values(np.array([0.29, 0.299]), Rounding(places=2, mode="down")).tolist() == [
        0.29,
        0.29,
    ]


def test_round_to_at_least_one() -> None:
    """What is above 0 is never rounded to less than 1; 0 stays 0."""
    rounding = Rounding(at_least_one=True)
    assert round_values(np.array([0.0, 0.2, 0.7, 1.4]), rounding).tolist() == [0, 1, 1, 1]


def parts_rounded(use: str) -> str:
    """A mean of one part, which is a rounded mean of half points."""
    return f"""
    [scoring]
    scale = "met"
    part = {{ rule = "sum", rounding = {{ mode = "half-up", use = {use} }} }}
    dimension = {{ rule = "sum" }}
    [dimensions.a]
    title = "A"
    [dimensions.a.parts.p]
    title = "P"
    items = {{ x = "X", y = "Y" }}
    """


@pytest.mark.parametrize(("use", "value"), [("true", 2.0), ("false", 1.5)])
def test_rounding_in_use(use: str, value: float) -> None:
    """A parent reads the rounded value only where the rounding is in use."""
    score = score_of(parts_rounded(use), {"a.p.x": "yes", "a.p.y": "partly"})
    assert score.value == value


def banded(bands: str, more: str = "") -> str:
    """A mean of marks that bands turn into levels."""
    rule = f'{{ rule = "mean", bands = {{ {bands} }}{more} }}'
    return f'[scoring]\nscale = "marks"\ndimension = {rule}\n{ONE}'


@pytest.mark.parametrize(
    ("mark", "level"),
    [(0, "bronze"), (49.9, "bronze"), (50, "silver"), (79, "silver"), (80, "gold")],
)
def test_bands_from(mark: float, level: str) -> None:
    """`from` is at or above; the lowest rung, when it is not named, takes the rest."""
    text = banded("from = { silver = 50, gold = 80 }")
    assert level_id(score_of(text, {"a.x": mark})) == level


@pytest.mark.parametrize(("mark", "level"), [(50, "below"), (50.1, "bronze"), (80, "bronze")])
def test_bands_above(mark: float, level: str) -> None:
    """`above` is more than; the lowest rung, when it is named, leaves the rest below."""
    text = banded("above = { bronze = 50, gold = 80 }")
    assert level_id(score_of(text, {"a.x": mark})) == level


def test_bands_tolerance() -> None:
    """What is short of a limit by less than the tolerance has reached it: 0.1 + 0.2 of 0.3."""
    tree = """
    [dimensions.a]
    title = "A"
    items.x = { text = "X", weight = 0.1 }
    items.y = { text = "Y", weight = 0.2 }
    items.z = { text = "Z", weight = 0.7 }
    """
    head = '[scoring]\nscale = "met"\ndimension = '
    answers = said(yes="x y", no="z")
    reached = head + '{ rule = "sum", bands = { from = { gold = 0.3 } } }' + tree
    assert level_id(score_of(reached, answers)) == "gold"
    passed = head + '{ rule = "sum", bands = { above = { gold = 0.3 } } }' + tree
    assert level_id(score_of(passed, answers)) == "bronze"


@pytest.mark.parametrize(
    ("rule", "level"),
    [
        ('"mean", range = [0, 1], bands = { from = { gold = 0.72 } }', "bronze"),
        ('"mean", range = [0, 1], bands = { above = { gold = 0.68 } }', "gold"),
        ('"share", bands = { from = { gold = 0.72 } }', "gold"),
        ('"share", bands = { from = { gold = 0.76 } }', "bronze"),
        ('"share", range = [0, 100], bands = { from = { gold = 74 } }', "gold"),
        ('"share", bands = { above = { gold = 0.68 } }', "gold"),
        ('"share", bands = { above = { gold = 0.7 } }', "bronze"),
    ],
)
def test_tolerance_is_on_shares_alone(rule: str, level: str) -> None:
    """A tolerance forgives a share what it is short of; it forgives no mean, and never harms."""
    text = f"""
    [scoring]
    scale = "met"
    tolerance = 0.05
    dimension = {{ rule = {rule} }}
    [dimensions.a]
    title = "A"
    items.x = {{ text = "X", weight = 0.7 }}
    items.y = {{ text = "Y", weight = 0.3 }}
    """
    assert level_id(score_of(text, said(yes="x", no="y"))) == level


@pytest.mark.parametrize(("use", "level"), [("true", "silver"), ("false", "bronze")])
def test_bands_on_rounded_values(use: str, level: str) -> None:
    """Bands read the rounded value only where the rounding is in use."""
    text = banded("from = { silver = 50 }", f", rounding = {{ use = {use} }}")
    assert level_id(score_of(text, {"a.x": 49.7})) == level


def test_bands_on_an_own_ladder() -> None:
    """Bands may lead to the rungs of a scale of their own."""
    text = '[scales.skill]\nnovice = "Novice"\nable = "Able"\n' + banded(
        "from = { able = 50 }", ', ladder = "skill"'
    )
    assert level_id(score_of(text, {"a.x": 60})) == "able"
    assert level_id(score_of(text, {"a.x": 40})) == "novice"


def test_rounding_leaves_staged_levels() -> None:
    """Rounding 1.5 up to 2 does not reach the second rung."""
    rule = '{ rule = "staged", rounding = { mode = "half-up", use = true } }'
    text = f'[scoring]\nscale = "met"\ndimension = {rule}\n' + at(bronze=1, silver=2)
    score = score_of(text, said(yes="b1 s1", no="s2"))
    assert (score.value, level_id(score)) == (2.0, "bronze")


def capped(cap: str, conventions: str = "") -> str:
    """A mean of marks with bands, which an item `must` or the dimension `b` may hold down."""
    return f"""
    {BANDED}
    [scoring]
    scale = "marks"
    {conventions}
    [dimensions.a]
    title = "A"
    items.x = "X"
    scoring = {{ rule = "mean", bands = {{ from = {{ silver = 50, gold = 80 }} }}, caps = [{cap}] }}
    [dimensions.b]
    title = "B"
    scoring = {{ rule = "staged", pass = "partly", scale = "met" }}
    at.bronze.must = "Must"
    items.rate = {{ text = "Rate", scale = "rate" }}
    """


MUST = '{ item = "b.must", until = "partly", level = "bronze" }'


@pytest.mark.parametrize(("answer", "level"), [("no", "bronze"), ("partly", "gold")])
def test_cap(answer: str, level: str) -> None:
    """No level above the cap's until its item is answered so; the value is untouched."""
    score = score_of(capped(MUST), {"a.x": 90, "b.must": answer})
    assert (score.value, level_id(score)) == (90.0, level)


def test_cap_below_lower_level() -> None:
    """A cap never lifts a level."""
    text = capped(MUST.replace('"bronze"', '"silver"'))
    assert level_id(score_of(text, {"a.x": 10, "b.must": "no"})) == "bronze"


def test_cap_to_below() -> None:
    """A cap may hold a result below the first level."""
    text = capped(MUST.replace('level = "bronze"', 'level = "below"'))
    assert level_id(score_of(text, {"a.x": 90, "b.must": "no"})) == "below"


@pytest.mark.parametrize(("rate", "level"), [(49, "bronze"), (50, "gold")])
@pytest.mark.parametrize("until", ["50", '"silver"'])
def test_cap_on_a_number(rate: float, level: str, until: str) -> None:
    """A cap waits for a number, or for a band of it."""
    text = capped(f'{{ item = "b.rate", until = {until}, level = "bronze" }}')
    assert level_id(score_of(text, {"a.x": 90, "b.rate": rate})) == level


@pytest.mark.parametrize(
    ("conventions", "answers", "level"),
    [
        ('not_applicable = "exclude"', {"b.must": NO_REASON}, "gold"),
        ('not_applicable = "pass"', {"b.must": NO_REASON}, "gold"),
        ('not_applicable = "lowest"', {"b.must": NO_REASON}, "bronze"),
        ('not_applicable = "target"', {"b.must": NO_REASON}, "gold"),
        ('not_applicable = "block"', {"b.must": NO_REASON}, "bronze"),
        ('missing = "exclude"', {}, "gold"),
        ('missing = "lowest"', {}, "bronze"),
        ('missing = "block"', {}, "bronze"),
    ],
)
def test_cap_conventions(conventions: str, answers: dict[str, str], level: str) -> None:
    """A must-have that is not applicable or unanswered follows the conventions."""
    score = score_of(capped(MUST, conventions), {"a.x": 90, **answers})
    assert (score.value, level_id(score)) == (90.0, level)


def test_cap_at_target() -> None:
    """A must-have that is not applicable may be held against its target."""
    text = capped(MUST, 'not_applicable = "target"')
    answers = {"a.x": 90, "b.must": NO_REASON}
    assert level_id(score_of(text, answers, targets={"b.must": "no"})) == "bronze"
    assert level_id(score_of(text, answers, targets={"b.must": "partly"})) == "gold"


def test_cap_by_dimension() -> None:
    """No level above the cap's until a dimension has its rung; one left out holds nothing."""
    text = capped('{ dimension = "b", until = "bronze", level = "bronze" }').replace(
        'items.rate = { text = "Rate", scale = "rate" }', ""
    )
    assert level_id(score_of(text, {"a.x": 90, "b.must": "no"})) == "bronze"
    assert level_id(score_of(text, {"a.x": 90, "b.must": "yes"})) == "gold"
    assert level_id(score_of(text, {"a.x": 90, "b.must": NO_REASON})) == "gold"


def test_cap_by_blocked_dimension() -> None:
    """A dimension that is blocked holds back what waits for it."""
    text = capped('{ dimension = "b", until = "silver", level = "silver" }', 'missing = "block"')
    text = text.replace('"staged", pass = "partly"', '"weakest-link"').replace(
        'scale = "met" }', 'scale = "levels" }'
    )
    assert level_id(score_of(text, {"a.x": 90, "b.must": "gold"})) == "silver"
    assert level_id(score_of(text, {"a.x": 90, "b.must": "gold", "b.rate": 99})) == "gold"


@pytest.mark.parametrize(
    ("convention", "value", "level"),
    [("undefined", None, None), ("pass", 100.0, "gold"), ("fail", 0.0, "below")],
)
def test_empty(convention: str, value: float | None, level: str | None) -> None:
    """With nothing left to count, `empty` says: nothing, the top, or the bottom."""
    text = banded("from = { bronze = 10, gold = 80 }").replace(
        "[scoring]", f'[scoring]\nempty = "{convention}"'
    )
    score = score_of(text, {"a.x": NO_REASON})
    assert (score.value, level_id(score)) == (value, level)


def test_empty_without_levels() -> None:
    """Where a rule gives no level, an empty node has none either."""
    text = f'[scoring]\nscale = "marks"\nempty = "pass"\ndimension = {{ rule = "mean" }}\n{ONE}'
    score = score_of(text, {"a.x": NO_REASON})
    assert (score.value, score.level) == (100.0, None)


def test_empty_is_not_for_none() -> None:
    """The rule `none` has no value whatever `empty` says."""
    text = f'[scoring]\nscale = "marks"\nempty = "pass"\n{ONE}'
    assert card_of(text, {"a.x": NO_REASON})["a"].status == "none"


def test_empty_weakest_link() -> None:
    """A weakest link of nothing at all, where empty nodes pass, stands at the top rung."""
    text = """
    [scoring]
    empty = "pass"
    dimension = { rule = "weakest-link" }
    overall = { rule = "mean", of = "level" }
    [dimensions.a]
    title = "A"
    """
    assert level_id(score_of(text, {})) == "gold"
    assert card_of(text, {}).overall.value == 3.0


def test_undefined_child_is_skipped() -> None:
    """A parent skips a child that has nothing to state."""
    text = """
    [scoring]
    scale = "met"
    dimension = { rule = "mean" }
    overall = { rule = "mean" }
    [dimensions.a]
    title = "A"
    items.x = "X"
    [dimensions.b]
    title = "B"
    items.x = "X"
    """
    assert card_of(text, {"a.x": NO_REASON, "b.x": "partly"}).overall.value == 0.5
    assert framework_of(text).scoring.conventions.empty == "undefined"
