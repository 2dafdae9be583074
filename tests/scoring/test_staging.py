"""The staged rule, worked by hand: shares, needs, progress, and who reads whose shares."""

from __future__ import annotations

import pytest

import maturity as mt

from .tools import BANDED, WITH_BELOW, at, level_id, said, score_of

EIGHTY = '[scoring]\nscale = "met"\ndimension = { rule = "staged", threshold = 0.8 }\n'
ALL = '[scoring]\nscale = "met"\ndimension = { rule = "staged" }\n'
ON_LADDER = '[scoring]\nscale = "levels"\ndimension = { rule = "staged" }\n'


def staged(parameters: str, conventions: str = "") -> str:
    """A `[scoring]` table with a staged rule for dimensions."""
    rule = f'{{ rule = "staged", {parameters} }}'
    return f'[scoring]\nscale = "met"\n{conventions}\ndimension = {rule}\n'


def test_progress() -> None:
    """The value is the rungs reached plus share of minimum at the next: 1 + 0.25/0.8."""
    answers = said(yes="b1 b2 s1", no="s2 s3 s4 g1")
    score = score_of(EIGHTY + at(bronze=2, silver=4, gold=1), answers)
    assert level_id(score) == "bronze"
    assert score.value == pytest.approx(1.3125)


def test_progress_has_no_last_bits() -> None:
    """Three in five of four in five is three quarters, though 0.6 / 0.8 is not 0.75 in floats."""
    answers = said(yes="b1 b2 b3", no="b4 b5")
    assert score_of(EIGHTY + at(bronze=5), answers).value == 0.75


def test_progress_stays_below_one() -> None:
    """What misses a rung by a last bit is still below it by its value too."""
    tree = """
    [dimensions.a]
    title = "A"
    at.bronze.b1 = "One"
    [dimensions.a.at.silver]
    s1 = { text = "One", weight = 1e9 }
    s2 = { text = "Two", weight = 1e-4 }
    """
    score = score_of(staged("threshold = 1", "tolerance = 0") + tree, said(yes="b1 s1", no="s2"))
    assert level_id(score) == "bronze"
    assert score.value is not None
    assert 1.99 < score.value < 2


def test_top() -> None:
    """With every rung held the value is the number of rungs."""
    score = score_of(EIGHTY + at(bronze=1, silver=1, gold=1), said(yes="b1 s1 g1"))
    assert (score.value, level_id(score)) == (3.0, "gold")


def test_rungs_below_count() -> None:
    """A rung does not hold over one that doesn't, however much of it passes."""
    score = score_of(ALL + at(bronze=2, silver=1), said(yes="b1 s1", no="b2"))
    assert level_id(score) == "below"
    assert score.value == 0.5


def test_weights() -> None:
    """A share is of weight: 3 of 4 passes where the item that fails weighs 1 and the other 3."""
    tree = """
    [dimensions.a]
    title = "A"
    at.bronze = { b1 = { text = "One", weight = 3 }, b2 = "Two" }
    """
    score = score_of(staged("threshold = 0.75") + tree, said(yes="b1", no="b2"))
    assert level_id(score) == "gold"  # nothing counts at silver and gold, so they hold


@pytest.mark.parametrize(("tolerance", "level"), [(0.0, "below"), (0.05, "gold")])
def test_tolerance(tolerance: float, level: str) -> None:
    """A share within the tolerance of its minimum is enough: 3 of 4 for 0.8 less 0.05."""
    text = staged("threshold = 0.8", f"tolerance = {tolerance}") + at(bronze=4)
    score = score_of(text, said(yes="b1 b2 b3", no="b4"))
    assert level_id(score) == level


def test_pass_mark() -> None:
    """An item passes from the option that `pass` names upwards."""
    text = staged('pass = "partly"') + at(bronze=2, silver=1)
    score = score_of(text, said(partly="b1", yes="b2", no="s1"))
    assert (score.value, level_id(score)) == (1.0, "bronze")


def test_thresholds() -> None:
    """Silver asks all of bronze and half of silver: with half of bronze it is half way, 1.5."""
    text = staged("thresholds = { silver = { bronze = 1, silver = 0.5 } }")
    score = score_of(text + at(bronze=2, silver=2), said(yes="b1 s1", no="b2 s2"))
    assert (score.value, level_id(score)) == (1.5, "bronze")  # nothing is asked of bronze


def test_thresholds_smallest() -> None:
    """Of several unmet needs the smallest share of its minimum is the progress: 0.2/0.5."""
    text = staged("thresholds = { gold = { bronze = 1, silver = 0.1, gold = 0.5 } }")
    answers = said(yes="b1 s1 g1", no="b2 g2 g3 g4 g5")  # 0.5 of 1; met; 0.2 of 0.5
    score = score_of(text + at(bronze=2, silver=1, gold=5), answers)
    assert score.value == pytest.approx(2.4)


def test_no_minimum() -> None:
    """A threshold of 0 is met by any answers."""
    score = score_of(staged("threshold = 0") + at(bronze=1), said(no="b1"))
    assert score.value == 3.0


def test_least() -> None:
    """`least` asks for passing items at or below the rung: 1 of 2 is progress 0.5."""
    text = staged("threshold = 0, least = 2") + at(bronze=1, silver=2)
    assert score_of(text, said(yes="b1", no="s1 s2")).value == 0.5
    assert score_of(text, said(yes="b1 s1", no="s2")).value == 0.5
    two = score_of(staged("threshold = 0, least = 1") + at(silver=2), said(yes="s1", no="s2"))
    assert two.value == 0.0  # none at or below bronze


def test_least_once() -> None:
    """An item that counts at two levels is one item for `least`."""
    tree = """
    [dimensions.a]
    title = "A"
    items.x = { text = "One", levels = { bronze = 1, silver = 1 } }
    """
    score = score_of(staged("threshold = 0, least = 2") + tree, said(yes="x"))
    assert score.value == 0.5


def test_least_on_ladder() -> None:
    """For `least`, an answer on the ladder passes at its rank and below."""
    tree = '[dimensions.a]\ntitle = "A"\nitems = { x = "X", y = "Y" }\n'
    text = ON_LADDER.replace('"staged"', '"staged", threshold = 0, least = 2') + tree
    score = score_of(text, said(silver="x", gold="y"))
    assert (score.value, level_id(score)) == (2.5, "silver")


def test_partial_credit() -> None:
    """With part credit an item earns its place from 0 to 1: (1 + 0.5)/2 of 0.9, so 0.75/0.9."""
    text = staged('threshold = 0.9, credit = "partial"') + at(bronze=2)
    score = score_of(text, said(yes="b1", partly="b2"))
    assert score.value == pytest.approx(0.75 / 0.9)


def test_partial_credit_and_least() -> None:
    """Under part credit, `least` still counts what passes by `pass`."""
    text = staged('threshold = 0.5, credit = "partial", least = 1') + at(bronze=2)
    assert score_of(text, said(partly="b1 b2")).value == 0.0


def test_ladder_item() -> None:
    """An item answered on the ladder and under no level counts at every rung."""
    tree = '[dimensions.a]\ntitle = "A"\nitems = { x = "X", y = "Y" }\n'
    score = score_of(ON_LADDER + tree, said(gold="x", bronze="y"))
    assert (score.value, level_id(score)) == (1.5, "bronze")  # half are at silver or above


def test_ladder_item_partial_credit() -> None:
    """Bronze of gold is 0 of 2 steps up, silver 1 of 2: (0 + 0.5)/2 of gold."""
    tree = '[dimensions.a]\ntitle = "A"\nitems = { x = "X", y = "Y" }\n'
    rule = '"staged", credit = "partial", thresholds = { gold = { gold = 1 } }'
    text = ON_LADDER.replace('"staged"', rule) + tree
    assert score_of(text, said(bronze="x", silver="y")).value == pytest.approx(2.25)


def test_ladder_item_partial_credit_from_below() -> None:
    """Where `below` is an answer, the way up starts there: silver is 2 of 3 steps to gold."""
    tree = '[dimensions.a]\ntitle = "A"\nitems.x = "X"\n'
    rule = '"staged", credit = "partial", thresholds = { gold = { gold = 1 } }'
    score = score_of(ON_LADDER.replace('"staged"', rule) + tree, said(silver="x"), WITH_BELOW)
    assert score.value == pytest.approx(2 + 2 / 3)


def test_item_without_rank_or_level() -> None:
    """An item under no level, on a scale that is not the ladder, does not count."""
    tree = '[dimensions.a]\ntitle = "A"\nitems.x = "X"\nat.bronze.b1 = "B"\n'
    score = score_of(ALL + tree, said(no="x", yes="b1"))
    assert score.value == 3.0


def test_banded_number() -> None:
    """A number with bands, under no level, counts at each rung by its band."""
    tree = '[dimensions.a]\ntitle = "A"\nitems.x = { text = "X", scale = "rate" }\n'
    score = score_of(BANDED + ALL + tree, {"a.x": 50})
    assert (score.value, level_id(score)) == (2.0, "silver")


@pytest.mark.parametrize(
    ("mark", "answer", "value"),
    [("60", 59, 0.0), ("60", 60, 3.0), ('"silver"', 49, 0.0), ('"silver"', 50, 3.0)],
)
def test_number_passes(mark: str, answer: float, value: float) -> None:
    """A number passes from the number that `pass` names, or from the band."""
    tree = '[dimensions.a]\ntitle = "A"\nat.bronze.b1 = { text = "X", scale = "rate" }\n'
    assert score_of(BANDED + staged(f"pass = {mark}") + tree, {"a.b1": answer}).value == value


def test_number_lower_is_better() -> None:
    """Where lower is better, a number passes at the pass mark or below it."""
    tree = '[dimensions.a]\ntitle = "A"\nat.bronze.b1 = { text = "X", scale = "days" }\n'
    assert score_of(staged("pass = 5") + tree, {"a.b1": 5}).value == 3.0
    assert score_of(staged("pass = 5") + tree, {"a.b1": 6}).value == 0.0


def test_blocked() -> None:
    """An item that blocks keeps its rung from holding; 1 of 2 unblocked is the progress."""
    text = staged("threshold = 0.5", 'not_applicable = "block"') + at(bronze=1, silver=2)
    score = score_of(text, said(yes="b1 s1", na="s2"))
    assert (score.value, level_id(score)) == (1.5, "bronze")


def test_blocked_unanswered() -> None:
    """With `missing = "block"` an unanswered item blocks its rung, not the rungs below."""
    text = staged("threshold = 0", 'missing = "block"') + at(bronze=1, silver=3)
    score = score_of(text, said(yes="b1 s1"))
    assert score.value == pytest.approx(1 + 1 / 3)


def test_blocked_everywhere() -> None:
    """An item on the ladder, under no level, blocks every rung."""
    tree = '[dimensions.a]\ntitle = "A"\nitems = { x = "X", y = "Y" }\n'
    text = ON_LADDER.replace("[scoring]", '[scoring]\nmissing = "block"') + tree
    score = score_of(text, said(gold="x"))
    assert (score.value, level_id(score)) == (0.5, "below")


def test_blocked_elsewhere() -> None:
    """In the form with thresholds, a rung is blocked by any rung that it has needs on."""
    text = staged("thresholds = { silver = { gold = 0.5 } }", 'not_applicable = "block"') + at(
        bronze=1, silver=1, gold=2
    )
    score = score_of(text, said(yes="b1 s1 g1", na="g2"))
    assert score.value == 1.5  # gold holds back silver: half of its weight is blocked


@pytest.mark.parametrize(("convention", "value"), [("pass", 2.0), ("fail", 1.0)])
def test_empty_level(convention: str, value: float) -> None:
    """A rung with nothing left to count holds or doesn't, as `empty_level` says; no progress."""
    text = staged("threshold = 1", f'empty_level = "{convention}"') + at(bronze=1, silver=1, gold=1)
    assert score_of(text, said(yes="b1", na="s1", no="g1")).value == value


@pytest.mark.parametrize(
    ("convention", "expected"),
    [("undefined", (None, None)), ("pass", (3.0, "gold")), ("fail", (0.0, "below"))],
)
def test_empty(convention: str, expected: tuple[float | None, str | None]) -> None:
    """With nothing left to count at any rung, `empty` decides."""
    text = staged("threshold = 1", f'empty = "{convention}"') + at(bronze=1)
    score = score_of(text, said(na="b1"))
    assert (score.value, level_id(score)) == expected


def test_obligation() -> None:
    """A *should* passes with a reason, a *may* with any answer; a *must* does neither."""
    tree = """
    [dimensions.a]
    title = "A"
    [dimensions.a.at.bronze]
    must = { text = "One", obligation = "must" }
    should = { text = "Two", obligation = "should" }
    may = { text = "Three", obligation = "may" }
    """
    explained = mt.Answer(value="no", reason="Planned for May")
    answers = {"a.must": explained, "a.should": explained, "a.may": "no"}
    assert score_of(ALL + tree, answers).value == pytest.approx(2 / 3)
    bare = {"a.must": "yes", "a.should": "no", "a.may": "no"}
    assert score_of(ALL + tree, bare).value == pytest.approx(2 / 3)
