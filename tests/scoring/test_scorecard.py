"""The scorecard: looking up, iterating, comparing, and what follows from claims."""

from __future__ import annotations

import attrs
import pytest

import maturity as mt

from .tools import NO_REASON, at, card_of, framework_of, said

TEXT = (
    '[scoring]\nscale = "met"\ndimension = { rule = "staged", threshold = 0.5 }\n'
    + at("b", bronze=1, silver=2)
    + at("a", bronze=2)
    + """
[dimensions.a.parts.p]
title = "P"
scoring = { rule = "mean" }
items.x = "X"
"""
)
ANSWERS = said("b", yes="b1", no="s1 s2") | {"a.b1": "yes"}


def test_look_up() -> None:
    """Nodes are found by their path; the overall is the whole."""
    card = card_of(TEXT, ANSWERS)
    assert card["a.p"].title == "P"
    assert card.overall is card[""]
    assert [score.path for score in card.dimensions] == ["b", "a"]
    assert [score.path for score in card["a"].dimensions] == ["a.p"]
    assert card["a"].dimensions[0] is card["a.p"]


def test_file_order() -> None:
    """Scores come in file order, each dimension before its parts, the overall first."""
    card = card_of(TEXT, ANSWERS)
    assert [score.path for score in card] == ["", "b", "a", "a.p"]
    assert len(card) == 4


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("a.b1", "'a.b1' is an item: items have answers, not scores"),
        ("aa", "'aa' is not scored here; there are: b, a, a.p"),
        ("a.pp", "did you mean 'a.p'?"),
    ],
)
def test_unknown_path(path: str, message: str) -> None:
    """A path that has no score is refused, with what there is."""
    with pytest.raises(mt.UnknownName) as refused:
        card_of(TEXT, ANSWERS)[path]
    assert message in str(refused.value)


def test_equal() -> None:
    """Cards are equal when their records are, and then have one hash."""
    card, same, other = card_of(TEXT, ANSWERS), card_of(TEXT, ANSWERS), card_of(TEXT, {})
    assert card == same
    assert hash(card) == hash(same)
    assert card != other
    assert card != "card"
    assert card["a"] != same["a"]  # a score belongs to its card


def test_frozen() -> None:
    """A card and its scores don't change."""
    card = card_of(TEXT, ANSWERS)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        card.column = 3  # type: ignore[misc]  # refused: it is frozen
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        card["a"].value = 4.0  # type: ignore[misc]  # refused: it is frozen
    with pytest.raises(TypeError):
        card.scores["a"] = card["b"]  # type: ignore[index]  # refused: it is frozen


def test_results_are_kept() -> None:
    """What is worked out once is kept."""
    card = card_of(TEXT, ANSWERS)
    assert card.scores is card.scores
    assert card["a"].caveats is card["a"].caveats
    assert card.caveats is card.caveats


def test_framework() -> None:
    """A card knows the whole framework, and what of it was asked."""
    text = TEXT + '[profiles.some]\ntitle = "Some"\ndimensions = ["b"]\n'
    framework = framework_of(text)
    card = mt.score(framework.assess(ANSWERS), "some")
    assert card.framework is framework
    assert [dimension.id for dimension in card.asked.dimensions] == ["b"]
    assert card.profile == "some"


CLAIMS = """
[scoring]
scale = "met"
part = { rule = "staged" }
dimension = { rule = "weakest-link" }
overall = { rule = "weakest-link" }
[profiles.quick]
ask = "parts"
[dimensions.a]
title = "A"
[dimensions.a.parts.p]
title = "P"
at.bronze.x = "X"
[dimensions.a.parts.q]
title = "Q"
at.bronze.x = "X"
[dimensions.b]
title = "B"
scoring = { rule = "staged" }
at.silver.x = "X"
"""


def levels(bounds: object) -> tuple[str, str] | None:
    """The levels of some bounds, by id."""
    if bounds is None:
        return None
    low, high = bounds.low.level, bounds.high.level  # type: ignore[attr-defined]  # it has bounds
    return low.id, high.id


def test_bounds_if_claimed() -> None:
    """Bounds are also stated as if the claims were right, for the branch and for what is above."""
    card = card_of(CLAIMS, {"a.p": "silver", "a.q.x": "yes"})
    assert levels(card["a.p"].bounds) == ("below", "gold")
    assert levels(card["a.p"].bounds_if_claimed) == ("silver", "silver")
    assert levels(card["a"].bounds) == ("below", "gold")
    assert levels(card["a"].bounds_if_claimed) == ("silver", "silver")
    assert levels(card.overall.bounds_if_claimed) == ("bronze", "silver")  # b is open
    assert card["a.q"].bounds_if_claimed is None
    assert card["b"].bounds_if_claimed is None


def test_bounds_without_claims() -> None:
    """Without claims there are no such bounds; a branch that does not apply is no claim."""
    card = card_of(CLAIMS, {"a.p": NO_REASON, "a.q": mt.Answer(note="Not yet")})
    assert card["a.p"].bounds_if_claimed is None
    assert card.overall.bounds_if_claimed is None


def test_bounds_in_the_profile_that_asks() -> None:
    """Where the claims are the answers, there is nothing to state beside them."""
    framework = framework_of(CLAIMS)
    card = mt.score(framework.assess({"a.p": "silver", "a.q": "gold", "b": "gold"}), "quick")
    assert card.overall.level == framework.levels[1]
    assert card.overall.bounds_if_claimed is None
    assert card["a"].claimed is None
