"""Numbers and counts in words."""

from __future__ import annotations

import pytest

import maturity as mt
from maturity.model.narrow import claimed
from maturity.model.rules import Mean, Rounding
from maturity.scoring.words import (
    article,
    counted,
    items_word,
    listed,
    number_text,
    per_cent,
    plural,
)

from .tools import HEAD, at


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("item", "items"),
        ("enquiry", "enquiries"),
        ("day", "days"),
        ("class", "classes"),
        ("branch", "branches"),
        ("line of enquiry", "lines of enquiry"),
        ("thing to look for", "thing to look fors"),
        ("area for action", "areas for action"),
    ],
)
def test_plural(word: str, expected: str) -> None:
    """A plural falls on the noun, not on what is said of it."""
    assert plural(word) == expected


def test_counted() -> None:
    """One is singular, and so is no other number."""
    assert [counted(number, "item") for number in (0, 1, 2)] == ["0 items", "1 item", "2 items"]


def test_article() -> None:
    """`an` stands before a vowel, whatever its case."""
    assert [article(word) for word in ("item", "Area", "line", "")] == ["an", "an", "a", "a"]


def test_items() -> None:
    """Items go by the framework's own word; where branches are asked, by `question`."""
    terms = 'terms = { item = "line of enquiry" }\n'
    body = '[levels]\nbronze = "Bronze"\n[scoring]\nscale = "levels"\n' + at(bronze=1)
    framework = mt.parse_framework(HEAD + terms + body)
    assert items_word(framework, 1) == "line of enquiry"
    assert items_word(framework) == "lines of enquiry"
    assert items_word(claimed(framework, ["a"])) == "questions"


@pytest.mark.parametrize(
    ("value", "text"),
    [(2.0, "2"), (2.5, "2.5"), (1 / 3, "0.33"), (0.1 + 0.2, "0.3"), (0.001, "0"), (100.0, "100")],
)
def test_number(value: float, text: str) -> None:
    """Without rounding a number has two places at most, and none for nothing."""
    assert number_text(value) == text
    assert number_text(value, Mean()) == text


def test_rounded_number() -> None:
    """With rounding a number has the places that it says."""
    assert number_text(2.25, Mean(rounding=Rounding(places=1))) == "2.2"
    assert number_text(2.0, Mean(rounding=Rounding(places=1))) == "2.0"
    assert number_text(2.5, Mean(rounding=Rounding(mode="down"))) == "2"


def test_per_cent() -> None:
    """A share is cut down to whole per cents, but for what is whole up to the last bits."""
    assert [per_cent(share) for share in (0.799, 0.29, 1.0, 0.0)] == ["79%", "29%", "100%", "0%"]


def test_listed() -> None:
    """Names are joined by commas and an `and`; a long list is cut short and counted."""
    assert listed([]) == ""
    assert listed(["a"]) == "a"
    assert listed(["a", "b", "c"]) == "a, b and c"
    assert listed(list("abcdefgh")) == "a, b, c, d, e, f and 2 more"
