"""The page that explains one item."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

import maturity as mt
from maturity.model.frozen import FrozenMap
from maturity.present.item_text import item_view
from maturity.present.layout import render

from .tools import AWAY, card_of, framework_of

if TYPE_CHECKING:
    from maturity.model.assessment import Answerable

BODY = """
[dimensions.a]
title = "First"
[dimensions.a.items]
one = "One."
two = { text = "Two.", scale = "rate" }
three = { text = "Three.", evidence = { kind = ["survey", "audit"], above = "partly" } }
four = { text = "Four.", obligation = "should" }
five = { text = "Five.", counts = { b = { low = 1 } } }
seven = { text = "Seven.", effort = 2 }
six = { text = "Six.", evidence = { link = true, above = "no" } }
[dimensions.b]
title = "Second"
"""
OLD = mt.Evidence(kind="survey", expires=date(2020, 1, 1))
NEW = mt.Evidence(kind="survey", expires=date(2030, 1, 1))
HELD = "Partly, until there is evidence (survey or audit) that has not expired"


def rows(path: str, answers: dict[str, Answerable], scoring: str = "") -> dict[str, str]:
    """What the page says, by its names."""
    framework = framework_of(f'{scoring}\ndimension = {{ rule = "mean" }}', BODY)
    units = {"east": "East", "west": "West"}
    card = card_of(framework, answers, period="2026-Q1", units=units)
    item = next(item for item in card.asked.items if item.id == f"a.{path}")
    page = render(item_view(card, item), 1000)
    table = page.rstrip("\n").rpartition("\n\n")[2].split("\n")
    return {name.strip(): said.strip() for name, _, said in (r.partition("  ") for r in table)}


@pytest.mark.parametrize(
    ("path", "answer", "said", "counts"),
    [
        ("one", "yes", "Yes", "what it says"),
        ("one", AWAY, "not applicable: Not done here.", "nothing: it is left out"),
        ("two", 12.5, "12.5 per cent", "what it says"),
        ("three", "yes", "Yes", HELD),
        ("three", mt.Answer(value="yes", evidence=(OLD,)), "Yes", HELD),
        ("three", mt.Answer(value="yes", evidence=(NEW,)), "Yes", "what it says"),
        ("six", "yes", "Yes",
         "No, until there is evidence, with a reference, that has not expired"),
        ("three", mt.Answer(by=FrozenMap({"east": "yes", "west": "no"})),
         "East: Yes; West: No", f"at most {HELD}"),
        ("four", mt.Answer(value="no", reason="Too small."), "No",
         "met, because a reason is given, or because it is optional"),
        ("one", mt.Answer(by=FrozenMap({"east": "yes"})), "East: Yes; West: unanswered",
         "the mean of what the units answer"),
    ],
)  # fmt: skip
def test_answers(path: str, answer: Answerable, said: str, counts: str) -> None:
    """What was answered, and what it counts as."""
    found = rows(path, {path: answer})
    assert (found["Answer"], found["Counts as"]) == (said, counts)


def test_unanswered() -> None:
    """What is missing counts as the conventions say."""
    found = rows("one", {}, 'missing = "lowest"')
    assert found == {
        "Answer": "unanswered", "Counts as": "the lowest answer", "Belongs to": "First (a)"
    }  # fmt: skip


def test_note_and_place() -> None:
    """A note is shown, and where an item counts besides."""
    found = rows("five", {"five": mt.Answer(value="yes", note="Since May.")})
    assert found["Note"] == "Since May."
    assert (found["Belongs to"], found["Counts in"]) == ("First (a)", "b")


def test_effort() -> None:
    """How much effort an item takes, where that is stated."""
    assert rows("seven", {})["Effort"] == "2 of 5"
    assert "Effort" not in rows("one", {})
