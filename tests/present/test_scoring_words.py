"""Scoring in plain words: what can change a score changes the document."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from attrs import evolve
from hypothesis import assume, event, given
from hypothesis import strategies as st

import maturity as mt
from maturity.model.check_framework import check_framework
from maturity.model.evidence import EvidenceExpectation
from maturity.model.frozen import FrozenMap
from maturity.model.rules import (
    RULES,
    Cap,
    Equivalence,
    HighWaterMark,
    Mean,
    NoTotal,
    Rounding,
    Rule,
    Share,
    Staged,
    Sum,
)
from maturity.model.scales import Bands, NumericScale, Option, Scale
from maturity.model.scoring import Conventions
from maturity.present.document_text import document_view
from maturity.present.form_document import form_document
from maturity.present.layout import render
from tests.laws.edits import edited, one_branch, with_branches
from tests.laws.effort import effort
from tests.laws.strategies import SMALL, frameworks

from .tools import PARTS, framework_of, shown

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maturity import Dimension, Framework

BODY = f"""{PARTS}
[dimensions.b]
title = "Second"
at.low = {{ three = "Three.", four = {{ text = "Four.", obligation = "should" }} }}
at.mid.five = "Five."
[dimensions.c]
title = "Third"
items.six = {{ text = "Six.", scale = "rate", evidence = "audit" }}
"""
BASE = framework_of('dimension = { rule = "mean" }', BODY)
FINE = Rounding(places=1)
CAP = Cap(item="b.three", until="yes", level="low")
BANDS = [
    None,
    Bands("from", (("mid", 0.5),)),
    Bands("above", (("mid", 0.5),)),
    Bands("from", (("mid", 0.505),)),
    Bands("from", (("top", 0.5),)),
    Bands("from", (("mid", 0.5), ("top", 0.8))),
]
SHARES: tuple[dict[str, dict[str, float]], ...] = (
    {"low": {"low": 0.5}},
    {"low": {"low": 0.501}},
    {"mid": {"low": 0.5}},
    {"low": {"mid": 0.5}},
)
NEEDS = (
    {"low": {"a": "low"}},
    {"mid": {"a": "low"}},
    {"low": {"b": "low"}},
    {"low": {"a": "mid"}},
)


def table(pairs: Mapping[str, Mapping[str, Any]]) -> FrozenMap[str, Any]:
    """A table of tables, as a rule holds it."""
    return FrozenMap({key: FrozenMap(of) for key, of in pairs.items()})


CONVENTIONS: dict[str, tuple[Any, ...]] = {
    "missing": ("bound", "exclude", "lowest", "block"),
    "not_applicable": ("exclude", "pass", "block", "lowest", "target"),
    "empty": ("undefined", "pass", "fail"),
    "empty_level": ("pass", "fail"),
    "minimum_coverage": (0.0, 0.5, 0.505, 1.0),
    "tolerance": (1e-9, 0.0, 1e-6, 0.001, 0.07),
    "units": ("mean", "median", "weakest-link"),
    "reason_length": (1, 5, 20),
    "evidence": (
        None,
        EvidenceExpectation(above="partly"),
        EvidenceExpectation(above="no"),
        EvidenceExpectation(above="no", link=True),
        EvidenceExpectation(above="no", kinds=("audit",)),
        EvidenceExpectation(above="no", groups=("carers",)),
    ),
}
RULE_KEYS: dict[str, tuple[Any, ...]] = {
    "caps": (
        (),
        (CAP,),
        (evolve(CAP, item="b.four"),),
        (evolve(CAP, until="partly"),),
        (evolve(CAP, level="mid"),),
        (evolve(CAP, item=None, dimension="c", until="top"),),
        (CAP, evolve(CAP, item="b.four")),
    ),
    "rounding": (
        None,
        FINE,
        Rounding(places=2),
        Rounding(),
        evolve(FINE, use=True),
        evolve(FINE, mode="half-up"),
        evolve(FINE, mode="down"),
        evolve(FINE, at_least_one=True),
    ),
    "over": ("children", "items", ("b.three",), ("b.three", "b.four")),
    "range": (None, (0.0, 1.0), (0.0, 100.0), (1.0, 1.005)),
    "bands": tuple(BANDS),
    "ladder": (None, "met"),
    "of": ("value", "level"),
    "weighted": (True, False),
    "each_level": (None, "mean"),
    "ceiling": (None, 10.0, 10.005),
    "pass_": (None, "no", "partly"),
    "side": ("lower", "upper", "midpoint"),
    "threshold": (1.0, 0.8, 0.805, 0.0),
    "thresholds": (None, *map(table, SHARES)),
    "credit": ("pass", "partial"),
    "least": (0, 1, 2),
    "needs": tuple(map(table, NEEDS)),
}
APART: dict[tuple[type[Rule], str], list[Rule]] = {
    (Staged, "of"): [Staged(over="children", of="level"), Staged(over="children", of="shares")],
    (Staged, "over"): [
        Staged(),
        *(Staged(over=over, of="level") for over in ("children", ("a", "b"))),
    ],
}


def rules_apart(kind: type[Rule], key: str) -> list[Rule]:
    """Rules of one kind that differ in one key alone."""
    if (kind, key) in APART:
        return [*APART[kind, key]]
    first: dict[str, Any] = {"needs": RULE_KEYS["needs"][0]} if kind is Equivalence else {}
    return [kind(**{**first, key: value}) for value in RULE_KEYS[key]]


def all_differ(several: list[Framework]) -> None:
    """No two of these frameworks have the same document."""
    pages = [shown(framework) for framework in several]
    assert len(set(pages)) == len(pages)


@pytest.mark.parametrize("branch", ["", "b"])
@pytest.mark.parametrize("key", [key.name for key in attrs.fields(Conventions)])
def test_conventions(key: str, branch: str) -> None:
    """Every convention is told, of the whole and of a branch."""
    all_differ([with_convention(BASE, branch, {key: value}) for value in CONVENTIONS[key]])


def with_convention(framework: Framework, path: str, change: dict[str, Any]) -> Framework:
    """The framework with another convention in a branch, and in what is below it."""

    def changed(node: Dimension) -> Dimension:
        own = not path or node.id == path or node.id.startswith(f"{path}.")
        return evolve(node, conventions=evolve(node.conventions, **change)) if own else node

    whole = evolve(framework.scoring.conventions, **change)
    scoring = framework.scoring if path else evolve(framework.scoring, conventions=whole)
    return with_branches(evolve(framework, scoring=scoring), changed)


@pytest.mark.parametrize("path", ["", "a", "a.x", "b"])
@pytest.mark.parametrize(
    ("kind", "key"),
    [(kind, key.name) for kind in RULES.values() for key in attrs.fields(kind)],
    ids=lambda of: of if isinstance(of, str) else of.name,
)
def test_rules(kind: type[Rule], key: str, path: str) -> None:
    """Every key of every rule is told, at each kind of node."""
    # In a branch without parts, its children are its items.
    if kind is NoTotal or (key == "over" and path in {"a.x", "b"}):
        return
    rules = rules_apart(kind, key)
    scoring = BASE.scoring
    if path:
        all_differ([one_branch(path, BASE, {"rule": rule}) for rule in rules])
    else:
        all_differ([evolve(BASE, scoring=evolve(scoring, overall=rule)) for rule in rules])


def test_kinds_of_rules() -> None:
    """No two rules say the same."""
    rules = [
        kind() if kind is not Equivalence else kind(needs=RULE_KEYS["needs"][0])
        for kind in RULES.values()
    ]
    all_differ([one_branch("b", BASE, {"rule": rule}) for rule in rules])


ITEM: dict[str, tuple[Any, ...]] = {
    "level": (None, "low", "mid"),
    "weight": (1.0, 2.0, 1.005),
    "scale": ("met", "rate", "levels", "alike"),
    "obligation": (None, "should", "may"),
    "levels": (FrozenMap(), FrozenMap({"low": 1.0}), FrozenMap({"low": 1.005, "mid": 1.0})),
    "counts": (FrozenMap(), *(table({path: {"low": 2.0}}) for path in ("a.y", "b"))),
    "evidence": CONVENTIONS["evidence"],
}


@pytest.mark.parametrize("key", ITEM)
def test_items(key: str) -> None:
    """All that decides how an item counts is told, and a scale with the same answers is named."""
    like = evolve(BASE.scales["met"], id="alike")
    base = evolve(BASE, scales=FrozenMap({**BASE.scales, "alike": like}))

    def changed(value: object, node: Dimension) -> Dimension:
        change: dict[str, Any] = {key: value}
        items = tuple(
            evolve(item, **change) if item.id == "a.x.one" else item for item in node.own_items
        )
        return evolve(node, own_items=items)

    all_differ([with_branches(base, partial(changed, value)) for value in ITEM[key]])


def test_weights_of_branches() -> None:
    """The weight of a branch is told as exactly as it is stated."""
    all_differ([one_branch("b", BASE, {"weight": weight}) for weight in (1.0, 2.0, 1.005)])


RATE = NumericScale(id="rate", minimum=0, maximum=100)
NUMBERS: dict[str, tuple[Any, ...]] = {
    "minimum": (0.0, 1.0, 1.005),
    "maximum": (100.0, 99.0, 99.005),
    "unit": ("", "%"),
    "better": ("higher", "lower"),
    "step": (None, 1.0, 0.5, 0.125),
    "bands": (*BANDS, Bands("up_to", (("mid", 0.5),)), Bands("under", (("mid", 0.5),))),
}


@pytest.mark.parametrize(
    "key", [key.name for key in attrs.fields(NumericScale) if key.name != "id"]
)
def test_numeric_scales(key: str) -> None:
    """All of a numeric scale is told; on a form, too, what may be answered."""
    scales = [evolve(RATE, **{key: value}) for value in NUMBERS[key]]
    several = [evolve(BASE, scales=FrozenMap({**BASE.scales, "rate": one})) for one in scales]
    all_differ(several)
    if key in {"minimum", "maximum", "unit", "step"}:
        forms = [render(document_view(form_document(one)), 1000) for one in several]
        assert len(set(forms)) == len(forms)


def test_values_of_answers() -> None:
    """Values are told where a rule works on them, and left out where their order is all."""

    def valued(rule: Rule, half: float) -> Framework:
        options = [Option("no", "No", 0), Option("partly", "Partly", half), Option("yes", "Yes", 1)]
        scales = FrozenMap({**BASE.scales, "met": Scale("met", tuple(options))})
        return with_branches(evolve(BASE, scales=scales), lambda node: evolve(node, rule=rule))

    by_value: tuple[Rule, ...] = Mean(), Sum(), Staged(credit="partial")
    for rule in by_value:
        all_differ([valued(rule, half) for half in (0.5, 0.505, 0.25)])
    by_order: tuple[Rule, ...] = Share(), Staged(), NoTotal()
    for rule in by_order:
        assert shown(valued(rule, 0.5)) == shown(valued(rule, 0.25))


def test_mutations_cover_every_key() -> None:
    """A new key has to be told too."""
    assert set(CONVENTIONS) == {key.name for key in attrs.fields(Conventions)}
    keys = {key.name for kind in RULES.values() for key in attrs.fields(kind)}
    assert set(RULE_KEYS) == keys


@effort(60)
@given(st.data())
def test_no_change_of_scoring_goes_unsaid(data: st.DataObject) -> None:
    """Two random frameworks that differ in a convention or in what is in force look different."""
    first = data.draw(frameworks(SMALL))
    if data.draw(st.booleans()):
        key = data.draw(st.sampled_from([key for key in CONVENTIONS if key != "evidence"]))
        path = data.draw(st.sampled_from(["", *(node.id for node in first.walk())]))
        second = with_convention(first, path, {key: data.draw(st.sampled_from(CONVENTIONS[key]))})
    else:
        second = data.draw(edited(first, score=True))
    assume(not check_framework(second))
    differ = in_force(first) != in_force(second) and not mt.diff(first, second).same_scores
    event(f"differ: {differ}")
    if differ:
        assert shown(first) != shown(second)


def in_force(framework: Framework) -> str:
    """The digest of what decides a score: without what holds nowhere, and values that don't count.

    Where results rest on the order of answers alone, their values don't count.
    """
    scoring = evolve(framework.scoring, scale=None, dimension=NoTotal(), part=NoTotal())
    used = {item.scale for item in framework.items}
    rules = [framework.scoring.overall, *(node.rule for node in framework.walk())]
    by_order = all(
        isinstance(rule, BY_ORDER) and getattr(rule, "credit", "pass") == "pass" for rule in rules
    )
    scales = {
        name: ordered(scale) if by_order and isinstance(scale, Scale) else scale
        for name, scale in framework.scales.items()
        if name in used
    }
    bare = with_branches(framework, lambda node: evolve(node, scale=None))
    return evolve(bare, scoring=scoring, scales=FrozenMap(scales), profiles=FrozenMap()).digest


BY_ORDER = (Share, Staged, HighWaterMark, Equivalence, NoTotal)


def ordered(scale: Scale) -> Scale:
    """A scale whose answers are numbered."""
    options = (evolve(one, value=float(n)) for n, one in enumerate(scale.options))
    return evolve(scale, options=tuple(options))
