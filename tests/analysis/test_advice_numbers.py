"""Advice on numbers: scales that don't mix, weights and caps without effect."""

from __future__ import annotations

import pytest

from .tools import advice, codes

SCALES = """
[scales.points]
few = 1
many = 5
[scales.rate]
number = { min = 0, max = 100, unit = "%" }
[scales.days]
number = { min = 0, max = 100, unit = "days" }
[scales.mark]
number = { min = 0, max = 10 }
"""


def mixed(said: str, *scales: str) -> list[str]:
    """What is said of the scales of a dimension with a rule and an item on each of some scales."""
    items = "".join(
        f'i{n} = {{ text = "I", scale = "{scale}" }}\n' for n, scale in enumerate(scales)
    )
    rule = f"[scoring]\ndimension = {{ {said} }}\n[dimensions.d.items]\n{items}"
    return [one for one in advice(SCALES + rule) if "mixed-scales" in one]


@pytest.mark.parametrize(
    ("said", "scales", "told"),
    [
        ('rule = "mean"', ("met", "points"), True),
        ('rule = "mean"', ("rate", "days"), True),
        ('rule = "mean"', ("rate", "rate"), False),
        ('rule = "mean", range = [0, 1]', ("met", "points"), False),
        ('rule = "mean", of = "level"', ("levels", "levels"), False),
        ('rule = "median"', ("met", "points"), True),
        ('rule = "sum"', ("met", "points"), False),
        ('rule = "sum"', ("met", "mark"), False),
        ('rule = "sum"', ("met", "rate"), True),
        ('rule = "sum"', ("rate", "days"), True),
        ('rule = "sum", ceiling = 10', ("rate", "days"), False),
        ('rule = "share"', ("met", "points"), False),
        ('rule = "weakest-link"', ("met", "points"), False),
    ],
)
def test_mixed_scales(said: str, scales: tuple[str, ...], *, told: bool) -> None:
    """Means of different ranges, and sums of different units, are told; places always mix."""
    assert bool(mixed(said, *scales)) is told


def test_mixed_scales_in_words() -> None:
    """Two that differ are named with their ranges and units."""
    (found,) = mixed('rule = "mean"', "met", "rate")
    assert found == (
        "advice[mixed-scales]: 'd' takes the mean of numbers that mean different things: "
        "'d.i0' runs from 0 to 1, 'd.i1' runs from 0 to 100 %; "
        "state range = [0, 1], so that each counts by its place on its own scale"
    )
    (found,) = mixed('rule = "median"', "met", "rate")
    assert found.endswith("use the rule 'mean' with a range, or one scale for all")


def test_mixed_dimensions() -> None:
    """The overall result may mix the values of its dimensions."""
    text = '[scoring]\nscale = "met"\ndimension = { rule = "mean" }\noverall = { rule = "mean" }\n'
    text += '[dimensions.d.items]\na = "A"\n[dimensions.e]\n'
    text += 'SCORING\n[dimensions.e.items]\nb = "B"\n'
    assert codes(text.replace("SCORING", 'scoring = { rule = "mean", range = [1, 5] }')) == [
        "mixed-scales"
    ]
    assert codes(text.replace("SCORING", "")) == []


# ----------------------------------------------------------------------------------------- weights


def weighted(said: str) -> list[str]:
    """The advice on the weights of a dimension."""
    items = '[dimensions.d.items]\na = { text = "A", weight = 2 }\nb = "B"\n'
    items += 'c = { text = "C", weight = 3 }\n'
    found = advice(f'[scoring]\nscale = "levels"\ndimension = {{ {said} }}\n{items}')
    return [one for one in found if "idle-weight" in one]


@pytest.mark.parametrize(
    "rule", ['"mean", range = [0, 1]', '"share"', '"staged", credit = "partial"']
)
def test_weights_that_are_used(rule: str) -> None:
    """Rules that weigh use them."""
    assert weighted(f"rule = {rule}") == []


@pytest.mark.parametrize(
    "rule", ['"weakest-link"', '"mean", range = [0, 1], weighted = false', '"high-water-mark"']
)
def test_weights_that_are_not_used(rule: str) -> None:
    """Rules that count each alike don't, and the weights are told together."""
    (found,) = weighted(f"rule = {rule}")
    assert found == (
        "advice[idle-weight]: the weights of 'd.a' and 'd.c' change nothing: no rule that counts "
        "them uses weights; leave it out, or use a rule that weighs: mean, sum, share or staged"
    )


def test_weights_of_dimensions() -> None:
    """A dimension's weight needs a rule for the whole, or a short form that asks of it."""
    text = '[scoring]\nscale = "met"\ndimension = { rule = "mean" }\nOVERALL\n[dimensions.d]\n'
    text += 'weight = 2\n[dimensions.d.items]\na = "A"\n[dimensions.e.items]\nb = "B"\n'
    assert codes(text.replace("OVERALL", "")) == ["idle-weight"]
    assert codes(text.replace("OVERALL", 'overall = { rule = "mean" }')) == []
    over = text.replace("OVERALL", 'overall = { rule = "mean", over = "items" }')
    assert codes(over) == ["idle-weight"]
    assert codes(over + '[profiles.quick]\ntitle = "Q"\nask = "dimensions"\n') == []


def test_a_weight_without_effect_is_told_once() -> None:
    """Of an item that can never matter nothing more is said."""
    text = '[scoring]\nscale = "met"\n[dimensions.d.items]\na = { text = "A", weight = 2 }\n'
    assert codes(text) == ["never-matters"]


# -------------------------------------------------------------------------------------------- caps


@pytest.mark.parametrize(
    ("cap", "why"),
    [
        ('item = "d.a", until = "yes", level = "high"', "'high' is the top level"),
        ('item = "d.a", until = "no", level = "low"', "'no' is there whatever is answered"),
        ('item = "d.a", until = "yes", level = "mid"', None),
        ('dimension = "e", until = "mid", level = "low"', None),
    ],
)
def test_caps(cap: str, why: str | None) -> None:
    """A cap at the top, or one that waits for what is always there, holds nothing down."""
    text = '[scoring]\nscale = "met"\n'
    text += 'dimension = { rule = "share", bands = { from = { mid = 0.5, high = 1 } } }\n'
    text += f"[dimensions.d]\nscoring = {{ caps = [{{ {cap} }}] }}\n"
    text += '[dimensions.d.items]\na = "A"\nb = "B"\n[dimensions.e.items]\nc = "C"\n'
    path = "d.a" if "item" in cap else "e"
    what = f"advice[idle-cap]: the cap on 'd' that waits for '{path}' changes nothing: {why}; "
    expected = [] if why is None else [what + "hold the level lower, or wait for a better answer"]
    assert advice(text) == expected
