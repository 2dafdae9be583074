"""Advice on what rules can come to."""

from __future__ import annotations

import pytest

from .tools import advice, codes

TOP = '[scoring]\nscale = "met"\n'
STAGED = TOP + 'dimension = { rule = "staged" }\n'
FULL = '[dimensions.d.at.low]\na = "A"\n[dimensions.d.at.mid]\nb = "B"\n'
FULL += '[dimensions.d.at.high]\nc = "C"\n'


def test_sound() -> None:
    """A framework in which all levels are asked for gets no advice."""
    assert advice(STAGED + FULL) == []


# ---------------------------------------------------------------------------------- never matters


def test_no_rule_at_all() -> None:
    """One piece of advice for a framework without any rule."""
    assert advice(
        TOP + '[dimensions.d.items]\na = "A"\nb = "B"\n[dimensions.e.items]\nc = "C"\n'
    ) == [
        (
            "advice[never-matters]: no rule counts any item, so that no result comes of the "
            "answers; if that is on purpose, leave it; else state a rule that does"
        )
    ]


def test_branches_without_a_rule() -> None:
    """A branch of which no rule counts anything is told as one."""
    none = '[dimensions.{0}]\nscoring = {{ rule = "none" }}\n[dimensions.{0}.items]\n'
    text = none.format("e") + 'a = "A"\nb = "B"\n' + none.format("f") + 'a = "A"\n'
    found = advice(STAGED + FULL + text)
    assert [one.partition(";")[0] for one in found] == [
        (
            "advice[never-matters]: the answer to the 2 items of 'e' can never matter: "
            "no rule counts them"
        ),
        "advice[never-matters]: the answer to 'f.a' can never matter: no rule counts it",
    ]


def test_items_under_no_level() -> None:
    """Items that a staged rule passes over are told together."""
    items = '[dimensions.d.items]\nx = "X"\ny = "Y"\n'
    assert advice(STAGED + items + FULL) == [
        (
            "advice[never-matters]: the answer to 'd.x' and 'd.y' can never matter: they stand "
            "under no level, and their rule counts by level; "
            "write items under 'at.LEVEL', or let them be answered on the ladder"
        )
    ]


def test_where_all_items_are_passed_over_nothing_more_is_said() -> None:
    """Its levels hold by themselves, but that only follows."""
    assert codes(STAGED + '[dimensions.d.items]\na = "A"\n') == ["never-matters"]


# --------------------------------------------------------------------------------- vacuous levels


def test_a_level_without_items() -> None:
    """A level that nothing stands at holds by itself; the dimensions of one kind together."""
    two = '[dimensions.{0}.at.low]\na = "A"\n[dimensions.{0}.at.high]\nc = "C"\n'
    found = advice(
        STAGED + two.format("d") + two.format("e") + FULL.replace("dimensions.d", "dimensions.f")
    )
    assert found == [
        (
            "advice[vacuous-level]: in 'd' and 'e' the level 'mid' holds by itself: nothing is "
            'asked there; put something under each level, or state empty_level = "fail"'
        )
    ]


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("threshold = 0.5", []),
        ("threshold = 0.5, least = 1", []),
        (
            "thresholds = { low = { low = 0.8 }, high = { high = 0.8 } }",
            ["vacuous-level", "never-matters"],
        ),
        ("thresholds = { low = { low = 1 }, mid = { low = 1 }, high = { mid = 1, high = 1 } }", []),
        (
            "thresholds = { low = { low = 0 }, mid = { mid = 1 }, high = { high = 1 } }",
            ["vacuous-level", "never-matters"],
        ),
    ],
)
def test_thresholds(rule: str, expected: list[str]) -> None:
    """A level of which no share is asked holds by itself."""
    assert codes(STAGED.replace('"staged"', f'"staged", {rule}') + FULL) == expected


def test_an_empty_level_may_fail() -> None:
    """Where an empty level fails, it is the top that can't be reached."""
    text = STAGED + 'empty_level = "fail"\n' + FULL.partition("[dimensions.d.at.mid]")[0]
    assert advice(text) == [
        (
            "advice[never-top]: even the best answers to everything lead 'd' to 'low', not 'high'; "
            "nothing counts at 'mid', and an empty level does not hold here"
        )
    ]


def test_equivalence() -> None:
    """A level without needs holds by itself, and so does one whose needs are met anyhow."""
    rule = 'overall = { rule = "equivalence", needs = { NEEDS } }\n'
    all_three = 'low = { d = "low" }, mid = { d = "mid" }, high = { "d.c" = "yes" }'
    for needs, expected in (
        (all_three, []),
        ('mid = { d = "mid" }, high = { d = "high" }', ["vacuous-level"]),
        (all_three.replace('"yes"', '"no"'), ["vacuous-level"]),
    ):
        assert codes(STAGED + rule.replace("NEEDS", needs) + FULL) == expected


def test_shares_of_children() -> None:
    """What counts at a level may stand in the parts."""
    text = '[dimensions.d]\nscoring = { rule = "staged", over = "children", of = "shares" }\n'
    parts = FULL.replace("dimensions.d", "dimensions.d.parts.p")
    assert advice(STAGED + text + parts) == []
    some = '[dimensions.d.parts.p.at.low]\na = "A"\n[dimensions.d.parts.p.at.high]\nc = "C"\n'
    assert codes(STAGED + text + some) == ["vacuous-level", "vacuous-level"]


# ------------------------------------------------------------------------------- top and bottom


def banded(bands: str) -> str:
    """A share turned into levels by bands."""
    rule = f'dimension = {{ rule = "share", bands = {{ {bands} }} }}\n'
    return f'{TOP}{rule}[dimensions.d.items]\na = "A"\n'


@pytest.mark.parametrize(
    ("bands", "hint"),
    [
        ("from = { mid = 0.5 }", "the bands give 'high' no limit"),
        ("from = { mid = 0.5, high = 1.5 }", "its limit is 1.5, and the highest value is 1"),
        ("above = { mid = 0.5, high = 1 }", "its limit is 1, and the highest value is 1"),
        ("from = { mid = 0.5, high = 1 }", None),
    ],
)
def test_bands_below_the_top(bands: str, hint: str | None) -> None:
    """The best value there is has to be in the highest band."""
    start = "advice[never-top]: even the best answers to everything lead 'd' to 'mid', not 'high'; "
    assert advice(banded(bands)) == ([] if hint is None else [start + hint])


def test_what_only_follows_is_not_told() -> None:
    """The whole can't reach the top because one dimension can't: the dimension is told."""
    text = banded("from = { mid = 0.5 }").replace(
        "[scoring]", '[scoring]\noverall = { rule = "weakest-link" }'
    )
    (found,) = advice(text)
    assert "lead 'd' to 'mid'" in found


def test_no_level_can_be_reached() -> None:
    """Where not even the first level can be reached, that is said."""
    (found,) = advice(banded("from = { low = 2, high = 3 }"))
    assert "lead 'd' to no level, not 'high'; its limit is 3" in found


def test_a_cap_that_can_not_be_passed_is_a_fault_and_one_that_can_gets_no_advice() -> None:
    """A cap is passed by the best answers."""
    rule = (
        'dimension = { rule = "staged", caps = [{ item = "d.a", until = "yes", level = "low" }] }\n'
    )
    assert advice(TOP + rule + FULL) == []


def test_the_rule_counts_what_has_no_top() -> None:
    """Where the reason is not plain, it says where to look."""
    scale = "[scales.rate]\nnumber = { min = 0, max = 10 }\nbands = { from = { mid = 5 } }\n"
    rule = '[scoring]\nscale = "rate"\ndimension = { rule = "weakest-link" }\n'
    _, found = advice(scale + rule + '[dimensions.d.items]\na = "A"\n')  # and a scale is unused
    assert found.endswith("'high'; look at its rule, and at the levels of what it counts")


def test_levels_that_are_always_passed() -> None:
    """Where the lowest answers lead beyond the first level, those below can't come out."""
    assert advice(banded("from = { mid = 0, high = 0.5 }")) == [
        (
            "advice[never-low]: even the lowest answers to everything lead 'd' to 'mid'; "
            "ask for more, or leave out 'low': no result can be that low"
        )
    ]
    assert advice(banded("from = { low = 0, mid = 0.2, high = 0.5 }")) == []


def test_a_level_of_itself_is_told_once() -> None:
    """Levels that hold by themselves explain why no result is low."""
    assert codes(STAGED + '[dimensions.d.at.high]\nc = "C"\n') == ["vacuous-level"]


# --------------------------------------------------------------------------------- nothing counts


def test_nothing_to_count() -> None:
    """A dimension without items is told, and needs that are not stated."""
    assert advice(STAGED + FULL + "[dimensions.e]\n") == [
        (
            "advice[nothing-counts]: 'e' has the rule 'staged', and nothing that it counts; "
            "add what it should count, or leave it out"
        )
    ]
    needs = 'overall = { rule = "equivalence", needs = {} }\n'
    (found,) = advice(STAGED + needs + FULL)
    assert found.endswith(
        "the overall result has the rule 'equivalence', and nothing that it counts; state its needs"
    )
    assert advice(STAGED + FULL + '[dimensions.e]\nscoring = { rule = "none" }\n') == []
