"""What an item comes to under each reading and convention, and several units together."""

from __future__ import annotations

import pytest

import maturity as mt
from maturity.model.frozen import FrozenMap

from .tools import BANDED, NO_REASON, level_id, said, score_of

PAIR = '[dimensions.a]\ntitle = "A"\nitems = { x = "X", y = "Y" }\n'
ONE = '[dimensions.a]\ntitle = "A"\nitems = { x = "X" }\n'
TEAMS = {"one": "One", "two": "Two", "three": "Three"}


def mean(conventions: str = "", scale: str = "met") -> str:
    """A `[scoring]` table with a mean for dimensions."""
    return f'[scoring]\nscale = "{scale}"\n{conventions}\ndimension = {{ rule = "mean" }}\n'


def by_team(*values: str | float | mt.NotApplicable | None) -> mt.Answer:
    """The answers of teams one, two, three; None: not answered."""
    given = zip(TEAMS, values, strict=False)
    return mt.Answer(by=FrozenMap({team: value for team, value in given if value is not None}))


@pytest.mark.parametrize(
    ("convention", "value"),
    [("exclude", 0.5), ("pass", 0.75), ("lowest", 0.25), ("target", 0.75), ("block", None)],
)
def test_not_applicable(convention: str, value: float | None) -> None:
    """What does not apply is left out, passes, is lowest, meets its target (the top), or blocks."""
    text = mean(f'not_applicable = "{convention}"') + PAIR
    assert score_of(text, said(partly="x", na="y")).value == value


def test_not_applicable_lowest_and_obligation() -> None:
    """Counted as lowest, an item that does not apply is not helped by its obligation."""
    text = mean('not_applicable = "lowest"') + PAIR.replace(
        '"Y"', '{ text = "Y", obligation = "may" }'
    )
    assert score_of(text, said(yes="x", na="y")).value == 0.5


@pytest.mark.parametrize(
    ("convention", "value"),
    [("bound", 0.25), ("exclude", 0.5), ("lowest", 0.25), ("block", None)],
)
def test_missing(convention: str, value: float | None) -> None:
    """What is missing is bounded from below, left out, lowest, or blocks."""
    score = score_of(mean(f'missing = "{convention}"') + PAIR, said(partly="x"))
    assert score.value == value
    assert score.so_far.value == 0.5  # the answered items alone
    assert score.bounds is not None
    assert (score.bounds.low.value, score.bounds.high.value) == (0.25, 0.75)


def test_missing_may() -> None:
    """A low completion answers a *may*, which then passes; the convention `lowest` doesn't."""
    tree = PAIR.replace('"Y"', '{ text = "Y", obligation = "may" }')
    assert score_of(mean() + tree, said(no="x")).value == 0.5
    assert score_of(mean('missing = "lowest"') + tree, said(no="x")).value == 0.0


def test_missing_number() -> None:
    """An open number runs from the worst to the best of its scale."""
    text = mean(scale="marks") + PAIR
    score = score_of(text, {"a.x": 40})
    assert score.bounds is not None
    assert (score.bounds.low.value, score.bounds.high.value) == (20.0, 70.0)


def test_na_effect() -> None:
    """`na_effect` is the level with every "not applicable" counted as lowest."""
    text = '[scoring]\nscale = "levels"\ndimension = { rule = "weakest-link" }\n' + PAIR
    score = score_of(text, said(gold="x", na="y"))
    assert level_id(score) == "gold"
    assert score.na_effect is not None
    assert score.na_effect.id == "bronze"


@pytest.mark.parametrize(
    ("units", "value", "level"),
    [("mean", 7 / 3, "silver"), ("median", 3.0, "gold"), ("weakest-link", 1.0, "bronze")],
)
def test_units(units: str, value: float, level: str) -> None:
    """Gold, gold and bronze come to 7/3 and so silver, to gold in the middle, or to bronze."""
    text = f"""
    [scoring]
    scale = "levels"
    units = "{units}"
    dimension = {{ rule = "mean", bands = {{ from = {{ silver = 2, gold = 3 }} }} }}
    """
    answers = {"a.x": by_team("gold", "gold", "bronze")}
    score = score_of(text + ONE, answers, units=TEAMS)
    assert score.value == pytest.approx(value)
    assert level_id(score) == level


def test_units_pass_by_the_combined_option() -> None:
    """Yes, yes and no come to 2/3, so to the option partly: it passes from partly, not from yes."""
    tree = '[dimensions.a]\ntitle = "A"\nat.bronze.x = "X"\n'
    answers = {"a.x": by_team("yes", "yes", "no")}
    for mark, value in (("partly", 3.0), ("yes", 0.0)):
        rule = f'{{ rule = "staged", pass = "{mark}" }}'
        text = f'[scoring]\nscale = "met"\ndimension = {rule}\n{tree}'
        assert score_of(text, answers, units=TEAMS).value == value


def test_units_place() -> None:
    """The place of a combined answer is the mean of the places: (1 + 1 + 0)/3."""
    text = mean().replace('"mean"', '"mean", range = [0, 10]') + ONE
    score = score_of(text, {"a.x": by_team("yes", "yes", "no")}, units=TEAMS)
    assert score.value == pytest.approx(20 / 3)


def test_units_with_equal_values() -> None:
    """A combined option is one of those from the lowest to the highest that was given."""
    text = """
    [scales.flat]
    low = { label = "Low", value = 1 }
    middle = { label = "Middle", value = 1 }
    high = { label = "High", value = 1 }
    [scoring]
    scale = "flat"
    dimension = { rule = "share", pass = "high" }
    """
    answers = {"a.x": by_team("low", "middle", "middle")}
    assert score_of(text + ONE, answers, units=TEAMS).value == 0.0
    passing = text.replace('pass = "high"', 'pass = "middle"')
    assert score_of(passing + ONE, answers, units=TEAMS).value == 1.0


@pytest.mark.parametrize(
    ("units", "value"), [("mean", 50.0), ("median", 40.0), ("weakest-link", 20.0)]
)
def test_units_numbers(units: str, value: float) -> None:
    """Numbers of units come to their mean, their middle, or their worst."""
    text = mean(f'units = "{units}"', "marks") + ONE
    assert score_of(text, {"a.x": by_team(40, 20, 90)}, units=TEAMS).value == value


def test_units_numbers_lower_is_better() -> None:
    """Where lower is better, the weakest link is the highest number."""
    text = mean('units = "weakest-link"', "days").replace('"mean"', '"mean", range = [0, 1]')
    assert score_of(text + ONE, {"a.x": by_team(5, 15, 10)}, units=TEAMS).value == 0.25


def test_units_banded_numbers() -> None:
    """The mean of units' numbers reaches its own band: (40 + 20 + 90)/3 is 50, silver."""
    text = BANDED + '[scoring]\nscale = "rate"\ndimension = { rule = "weakest-link" }\n' + ONE
    assert level_id(score_of(text, {"a.x": by_team(40, 20, 90)}, units=TEAMS)) == "silver"


def test_units_median_of_two() -> None:
    """Of two units' answers the median is the lower."""
    text = mean('units = "median"') + ONE
    answers = {"a.x": by_team("yes", "no", NO_REASON)}
    assert score_of(text, answers, units=TEAMS).value == 0.0


@pytest.mark.parametrize(
    ("convention", "value"),
    [("exclude", 1.0), ("pass", 1.0), ("target", 1.0), ("lowest", 2 / 3), ("block", None)],
)
def test_units_not_applicable(convention: str, value: float | None) -> None:
    """Where an item does not apply to one of three units, the convention holds for its cell."""
    text = mean(f'not_applicable = "{convention}"') + ONE
    answers = {"a.x": by_team("yes", "yes", NO_REASON)}
    score = score_of(text, answers, units=TEAMS)
    assert score.value == (None if value is None else pytest.approx(value))


def test_units_all_not_applicable() -> None:
    """An item that applies to no unit does not apply."""
    answers = {"a.x": by_team(NO_REASON, NO_REASON, NO_REASON), "a.y": "partly"}
    score = score_of(mean() + PAIR, answers, units=TEAMS)
    assert score.value == 0.5
    assert score.coverage.not_applicable == 1


@pytest.mark.parametrize(
    ("convention", "value"),
    [("exclude", 1.0), ("lowest", 5 / 6), ("bound", 5 / 6), ("block", None)],
)
def test_units_missing(convention: str, value: float | None) -> None:
    """A unit that has not answered is left out, lowest (2/3 with the others'), or blocks."""
    text = mean(f'missing = "{convention}"') + PAIR
    answers = {"a.x": by_team("yes", "yes"), "a.y": "yes"}
    score = score_of(text, answers, units=TEAMS)
    assert score.value == (None if value is None else pytest.approx(value))
    assert (score.coverage.answered, score.coverage.applicable) == (1, 2)  # x waits for a unit


def test_units_convention_of_the_home() -> None:
    """How units are put together is for the item's own branch to say, not for who reads it."""
    text = """
    [scoring]
    scale = "met"
    dimension = { rule = "mean", over = "items" }
    [dimensions.a]
    title = "A"
    [dimensions.a.parts.p]
    title = "P"
    scoring = { units = "weakest-link" }
    items.x = "X"
    """
    answers = {"a.p.x": by_team("yes", "yes", "no")}
    assert score_of(text, answers, units=TEAMS).value == 0.0


def test_units_and_a_plain_answer() -> None:
    """A plain answer in an assessment with units stands for the whole item."""
    answers = {"a.x": by_team("yes", "no", "no"), "a.y": "yes"}
    score = score_of(mean() + PAIR, answers, units=TEAMS)
    assert score.value == pytest.approx((1 / 3 + 1) / 2)


def test_units_that_say_the_same() -> None:
    """Three units at 0.2 are as good as one at 0.2: the mean is cut to twelve decimals."""
    text = """
[scales.wait]
number = { min = 0, max = 1, better = "lower" }
bands = { up_to = { gold = 0.2 } }
[scoring]
scale = "wait"
dimension = { rule = "weakest-link" }
[dimensions.a]
title = "A"
items = { x = "X" }
"""
    units = {"u": "U", "v": "V", "w": "W"}
    for numbers in ((0.2, 0.2, 0.2), (0.1, 0.2, 0.3)):
        by = dict(zip(units, numbers, strict=True))
        score = score_of(text, {"a.x": mt.Answer(by=FrozenMap(by))}, units=units)
        assert level_id(score) == "gold"


def test_who_completes_an_item_may_bring_evidence() -> None:
    """The high bound takes one unit's answer with the evidence that another may bring."""
    text = """
[scoring]
scale = "levels"
dimension = { rule = "weakest-link" }
[dimensions.a]
title = "A"
items = { x = { text = "X", evidence = { kind = ["policy"], above = "bronze" } } }
"""
    answer = mt.Answer(by=FrozenMap({"u": "gold"}))
    score = score_of(text, {"a.x": answer}, units={"u": "U", "v": "V"})
    assert score.bounds is not None
    assert score.bounds.high.level is not None
    assert score.bounds.high.level.id == "gold"


def test_a_reason_speaks_for_the_other_units() -> None:
    """A *should* with its reason passes, whatever the units that are still open say."""
    text = """
[scoring]
scale = "levels"
dimension = { rule = "weakest-link" }
[dimensions.a]
title = "A"
items = { x = { text = "X", obligation = "should" } }
"""
    answer = mt.Answer(by=FrozenMap({"u": "bronze"}), reason="Shared with the trust")
    score = score_of(text, {"a.x": answer}, units={"u": "U", "v": "V"})
    assert (level_id(score), score.status) == ("gold", "certain")
