"""How far raters agree, as data."""

from __future__ import annotations

import json
from typing import Any

import maturity as mt
from maturity.analysis.agreement import agreement
from maturity.present.agreement_data import agreements_data
from tests.analysis.raters import AWAY, SMALL, UNITS, sheet


def data(*given: mt.Assessment) -> Any:  # noqa: ANN401  # JSON
    """The data, there and back."""
    return json.loads(json.dumps(agreements_data(agreement(given, draws=0)), allow_nan=False))


def test_all_of_it() -> None:
    """Whose it is, the figures, the items, the topics, the groups, and what they say together."""
    by = mt.Answer(by={"north": "red"})
    found = data(
        sheet("Ann", {"a.one": "red", "a.two": AWAY, "a.three": by}, "board", units=UNITS),
        sheet("Ben", {"a.one": "green", "a.two": AWAY}, "staff"),
        sheet("Cem", {}, organisation="Theirs"),
    )
    (one,) = found["found"]
    assert one["organisation"] == {"name": "Ours", "scheme": None, "code": None}
    assert one["framework"] == {"id": "small", "edition": "1", "digest": SMALL.digest}
    assert (one["period"], one["profile"], one["made_up"]) == ("2026-Q1", None, False)
    assert one["raters"] == [{"name": "Ann", "group": "board"}, {"name": "Ben", "group": "staff"}]
    assert (one["agreed"], one["pairs"]) == (0.0, 1)
    assert one["alphas"] == [
        {"scale": "levels", "kind": "ordinal", "value": 0.0, "low": None, "high": None, "items": 1}
    ]
    assert one["items"][0]["path"] == "a.one"
    assert one["discuss"][0] == {
        "path": "a.one",
        "unit": "",
        "apart": 1.0,
        "importance": 0.5,
        "priority": 0.5,
        "why": (
            "Answers go from Red to Green, 2 steps apart. It is 25% of the weight in First, and "
            "stands before the next level of First."
        ),
    }
    (gap,) = one["gaps"]
    assert gap["first"] == {"group": "board", "raters": 1}
    assert gap["second"] == {"group": "staff", "raters": 1}
    assert gap["dimensions"] == [
        {"path": "a", "gap": 1.0, "first_higher": 0, "second_higher": 1, "same": 0}
    ]
    assert gap["items"] == [
        {"path": "a.one", "unit": "", "first": "red", "second": "green", "gap": 1.0}
    ]
    assert one["consensus"] == {
        "how": "median",
        "answers": {
            "a.one": "red",
            "a.two": {"not_applicable": "Not here."},
            "a.three": {"north": "red"},
        },
        "left_open": {},
        "dissents": [
            {"path": "a.one", "unit": "", "rater": "Ben", "said": "green", "instead": "red"}
        ],
    }
    assert one["result"][1]["path"] == "a"
    (alone,) = found["alone"]
    assert (alone["organisation"]["name"], alone["rater"]) == ("Theirs", "Cem")


def test_nothing() -> None:
    """Of no assessments there is nothing."""
    assert data() == {"found": [], "alone": []}
