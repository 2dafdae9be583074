"""How far the raters of organisations agree."""

from __future__ import annotations

from typing import Any

import pytest

import maturity as mt
from maturity.analysis.agreement import agreement

from .raters import AWAY, sheet, sheets


def test_share_of_pairs() -> None:
    """Each pair that answered counts once; left out and not applicable are in none."""
    found = agreement(
        sheets(
            {"a.one": "red", "a.two": "red", "b.days": 3},
            {"a.one": "red", "a.two": AWAY, "b.days": 3.0},
            {"a.one": "green", "b.four": "red"},
        ),
        draws=0,
    )[0]
    assert found.raters == ("Ann", "Ben", "Cem")
    assert (found.pairs, found.agreed) == (4, 0.5)
    assert [spread.path for spread in found.items] == [
        "a.one", "a.two", "a.three", "b.four", "b.days",
    ]  # fmt: skip


def test_nothing_to_compare() -> None:
    """Raters who answered nothing in common agree on no share."""
    found = agreement(sheets({"a.one": "red"}, {"a.two": "red"}))[0]
    assert (found.pairs, found.agreed, found.discuss, found.gaps) == (0, None, (), ())


def test_organisations() -> None:
    """Each organisation and period with two raters is found, the others are listed."""
    given = [
        sheet("Ann", {}, organisation="X"),
        sheet("Ann", {}, organisation="Y"),
        sheet("agreed", {}, organisation="Y"),
        sheet("Ben", {}, organisation="X"),
        sheet("agreed", {}, organisation="Z"),
        sheet("agreed", {}, organisation="X"),
    ]
    found = agreement(given)
    assert [one.organisation.name for one in found] == ["X"]
    assert (len(found), found[0].raters) == (1, ("Ann", "Ben"))
    assert [(one.organisation.name, one.rater) for one in found.alone] == [
        ("Y", "Ann"),
        ("Y", "agreed"),
        ("Z", "agreed"),
    ]


def test_none() -> None:
    """Of no assessments nothing is found."""
    found = agreement([])
    assert (list(found), found.alone, found.to_records()) == ([], (), [])


def test_what_hangs_on_it() -> None:
    """The consensus, its score, the groups and the figures are there."""
    found = agreement(
        [
            sheet("Ann", {"a.one": "red", "a.two": "green"}, "board", made_up=True),
            sheet("Ben", {"a.one": "green", "a.two": "green"}, "staff"),
        ],
        draws=20,
    )[0]
    assert found.consensus.assessment.answers["a.one"].value == "red"
    assert found.card["a"].coverage.answered == 2
    assert [(gap.first, gap.second) for gap in found.gaps] == [("board", "staff")]
    assert [topic.spread.path for topic in found.discuss] == ["a.one"]
    assert found.made_up
    assert (found.alphas[0].value, found.alphas[0].low) == (0.0, None)
    assert repr(found) == "<Agreement of 2 raters: Ours, 2026-Q1>"


def test_profile() -> None:
    """In a short form the answers for branches are compared, and scored."""
    found = agreement(sheets({"a": "red"}, {"a": "green"}), "quick", draws=0)[0]
    assert [(spread.path, spread.steps) for spread in found.items] == [("a", 2), ("b", None)]
    assert found.card.profile == "quick"
    assert found.discuss[0].spread.path == "a"


def test_interval() -> None:
    """The figure has an interval, unless no draws are asked for."""
    elements = mt.load_framework("hwb-elements")
    said = {item.id: ("red", "amber", "green")[n % 3] for n, item in enumerate(elements.items)}
    given = [
        elements.assess({**said, elements.items[0].id: own}, organisation="Ours", rater=own)
        for own in ("red", "green")
    ]
    assert agreement(given)[0].alphas[0].low is not None
    assert agreement(given, draws=0)[0].alphas[0].low is None


def test_kind() -> None:
    """A kind of alpha can be asked for."""
    found = agreement(sheets({"a.one": "red"}, {"a.one": "green"}), kind="nominal")[0]
    assert found.alphas[0].kind == "nominal"


def test_records() -> None:
    """A plain row for each item."""
    found = agreement(sheets({"a.one": "red"}, {"a.one": AWAY}, {"a.one": "green"}), draws=0)
    first, *others = found.to_records()
    assert first == {
        "organisation": "Ours",
        "period": "2026-Q1",
        "framework": "small",
        "edition": "1",
        "path": "a.one",
        "text": "One is there.",
        "unit": "",
        "raters": 3,
        "answered": 2,
        "not_applicable": 1,
        "unanswered": 0,
        "lowest": "red",
        "highest": "green",
        "steps": 2,
        "apart": 1.0,
        "agreed": 0.0,
        "counts": "red: 1, green: 1",
        "said": "Ann: red; Ben: not applicable; Cem: green",
    }
    assert len(others) == 4


@pytest.mark.parametrize(
    ("wrong", "error", "message"),
    [
        ({"kind": "ratio"}, ValueError, "takes one of nominal, ordinal, interval as the kind"),
        ({"kind": 3}, TypeError, "takes the name of a kind, found a number"),
        ({"draws": -1}, ValueError, "takes 0 draws or more"),
        ({"draws": "x"}, TypeError, "takes a whole number of draws, found a text"),
        ({"profile": 3}, TypeError, "the profile is the id of one, found a number"),
    ],
)
def test_refused(wrong: dict[str, Any], error: type[Exception], message: str) -> None:
    """What can't be used is told in a sentence."""
    with pytest.raises(error, match=message):
        agreement([], **wrong)
