"""Krippendorff's alpha: published figures, what is undefined, and its interval."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from maturity.analysis.alpha import KINDS, alpha, alpha_interval

if TYPE_CHECKING:
    from maturity.analysis.alpha import Kind

GAP = np.nan
# Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), part C: four observers.
PUBLISHED = np.array(
    [
        [1, 2, 3, 3, 2, 1, 4, 1, 2, GAP, GAP, GAP],
        [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, GAP, 3],
        [GAP, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, GAP],
        [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, GAP],
    ]
)


@pytest.mark.parametrize(
    ("kind", "figure"), [("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849)]
)
def test_published(kind: Kind, figure: float) -> None:
    """The figures that Krippendorff prints."""
    assert alpha([PUBLISHED], kind).round(3).tolist() == [figure]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("ratings", "figure"),
    [
        ([[1, 2, 3], [1, 2, 3]], 1.0),
        ([[0.1, 0.7, 0.3], [0.1, 0.7, 0.3]], 1.0),
        ([[1, 1, 1], [1, 1, 1]], GAP),
        ([[0.1, 0.1], [0.1, 0.1], [0.1, 0.1]], GAP),
        ([[1, GAP, 3], [GAP, 2, GAP]], GAP),
        ([[1, 2, 3]], GAP),
        ([[1, 1, 5], [1, 1, GAP]], GAP),
        ([[GAP, GAP], [GAP, GAP]], GAP),
        ([[], []], GAP),
    ],
)
def test_ends(kind: Kind, ratings: list[list[float]], figure: float) -> None:
    """Full agreement is exactly 1; with nothing to compare or to tell apart there is no figure."""
    found = alpha([ratings], kind)
    assert np.array_equal(found, [figure], equal_nan=True)


def test_opposite_raters() -> None:
    """Raters who always say the opposite agree less than by chance."""
    assert alpha([[[0, 1, 0, 1], [1, 0, 1, 0]]], "nominal")[0] == pytest.approx(-0.75)


def test_no_groups() -> None:
    """No groups have no figures."""
    assert alpha(np.zeros((0, 2, 3))).shape == (0,)


def test_many_raters() -> None:
    """More raters than a byte can count."""
    ratings = np.tile([[0.0, 1.0, 2.0]], (300, 1))
    assert alpha([ratings]).tolist() == [1.0]
    ratings[:150] = [[2.0, 1.0, 0.0]]
    assert alpha([ratings])[0] < 0.3


@pytest.mark.parametrize("kind", KINDS)
def test_other_groups_change_nothing(kind: Kind) -> None:
    """A group comes out the same, to the bit, whatever stands beside it and fills it up."""
    rng = np.random.default_rng(1)
    own = rng.choice([0.1, 0.7, 1.3, GAP], (4, 9))
    beside = rng.normal(size=(3, 6, 12))
    beside[0] = np.nan
    beside[0, :4, :9] = own
    assert alpha(beside, kind)[0] == alpha([own], kind)[0]


def test_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    """How many groups are worked on at once changes nothing."""
    ratings = np.random.default_rng(2).integers(0, 4, (7, 3, 10)).astype(float)
    whole = alpha(ratings)
    monkeypatch.setattr("maturity.analysis.alpha._AT_ONCE", 61)
    assert np.array_equal(alpha(ratings), whole)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (([[1, 2]], "ordinal"), "ratings have three axes, groups, raters and items"),
        (([[[1, np.inf]]], "ordinal"), "ratings are finite numbers, or NaN for no answer"),
        (([[[1, 2]]], "ratio"), "takes one of nominal, ordinal, interval as the kind"),
    ],
)
def test_refused(arguments: tuple[Any, Any], message: str) -> None:
    """What can't be used is told in a sentence."""
    with pytest.raises(ValueError, match=message):
        alpha(*arguments)


def test_kind_is_a_name() -> None:
    """A kind is given by its name."""
    with pytest.raises(TypeError, match="takes the name of a kind, found a number"):
        alpha([[[1, 2]]], 1)  # type: ignore[arg-type]  # refused: that is the point


def test_interval() -> None:
    """The interval holds the figure, and is the same each time unless chance is given."""
    found = alpha_interval(PUBLISHED)
    assert found.low < alpha([PUBLISHED])[0] < found.high <= 1
    assert found == alpha_interval(PUBLISHED)
    assert found != alpha_interval(PUBLISHED, generator=np.random.default_rng(3))


def test_interval_is_the_alphas_of_drawn_items() -> None:
    """Each draw is the alpha of the drawn items, and the ends cut off what is outermost."""
    paired = PUBLISHED[:, :11]
    chosen = np.random.default_rng(5).integers(0, 11, (99, 11))
    drawn = alpha(np.stack([paired[:, one] for one in chosen]))
    found = alpha_interval(PUBLISHED, draws=99, share=0.5, generator=np.random.default_rng(5))
    assert (found.low, found.high) == tuple(np.quantile(drawn, [0.25, 0.75]).tolist())


def test_wider_share() -> None:
    """More of the draws are in a wider interval."""
    narrow, wide = alpha_interval(PUBLISHED, share=0.5), alpha_interval(PUBLISHED, share=0.99)
    assert wide.low < narrow.low
    assert narrow.high < wide.high


@pytest.mark.parametrize(
    "ratings", [[[1, 1, 1], [1, 1, 1]], [[1, 1, 1, 1, 1], [1, 1, 1, 1, 2]], [[1.0], [GAP]]]
)
def test_no_interval(ratings: list[list[float]]) -> None:
    """Where alpha is undefined, or is in too many draws, there is no interval."""
    found = alpha_interval(ratings)
    assert np.isnan([found.low, found.high]).all()


@pytest.mark.parametrize("wrong", [{"draws": 0}, {"share": 0.0}, {"share": 1.0}])
def test_interval_refused(wrong: dict[str, Any]) -> None:
    """No draws make no interval, nor does a share that is none."""
    with pytest.raises(ValueError, match="at least 1 draw, and a share between 0 and 1"):
        alpha_interval(PUBLISHED, **wrong)
