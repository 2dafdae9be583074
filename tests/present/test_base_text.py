"""An overlay's page: the result on what it shares with its base."""

from __future__ import annotations

import re

import maturity as mt
from maturity.present.base_text import base_view
from maturity.present.layout import render

HEAD = 'schema = 1\nid = "ours"\ntitle = "Our practices"\nedition = "1"\n'
EXTENDS = 'extends = { id = "hwb-elements", edition = "2021.1" }\n'


def page(more: str, answers: dict[str, str], profile: str | None = None) -> str:
    """The part of a page on what is shared, of answers to an overlay."""
    card = mt.score(mt.parse_framework(HEAD + EXTENDS + more).assess(answers), profile)
    return render(base_view(card), 100, styled=False)


def test_what_is_shared_is_scored_by_the_rules_of_the_base() -> None:
    """How many are shared is said, how many are reworded, and each result by the base's rules."""
    more = """
    [scoring]
    part = { threshold = 0.1 }
    [drop]
    "environment.spaces.access" = "Rented rooms"
    [change]
    "environment.spaces.abuse" = "After a threat the place is made safer."
    """
    framework = mt.parse_framework(HEAD + EXTENDS + more)
    answers = {i.id: "amber" for i in framework.items if i.id.startswith("environment")}
    text = page(more, answers | {"environment.facilities.breaks": "red"})
    assert "87 of its 88 lines of enquiry are asked here as well, 1 of them in other words." in text
    assert re.search(r"Environment +Amber +9 of 9", text)


def test_a_short_form() -> None:
    """Under a short form that is counted which it asks: whole branches, or some of the items."""
    drop = '[drop]\n"environment.spaces.access" = "Rented rooms"\n'
    text = page(drop, {"environment.facilities": "amber", "environment.spaces": "red"}, "quick")
    assert "16 of the 17 questions about a whole part are the very same there." in text
    assert re.search(r"Environment +Amber +1 of 1", text)
    few = '[profiles.few]\nitems = ["environment.spaces.abuse"]\n'
    text = page(drop + few, {"environment.spaces.abuse": "amber"}, "few")
    assert "  1 of its 88 lines of enquiry is asked here as well. Its own" in text
    one = '[profiles.one]\ndimensions = ["environment.facilities"]\nask = "parts"\n'
    text = page(drop + one, {"environment.facilities": "amber"}, "one")
    assert "  The one question about a whole part is the very same there. Its own" in text


def test_nothing_is_shared() -> None:
    """Where nothing is shared, that is said."""
    dropped = "\n".join(f'{d.id} = "No"' for d in mt.load_framework("hwb-elements").dimensions)
    more = f'[drop]\n{dropped}\n[dimensions.new.items]\nx = "X"\n'
    assert "Nothing that was asked is shared, so no result compares." in page(more, {})


def test_what_extends_nothing_has_no_such_part() -> None:
    """A framework that extends nothing has no such part."""
    assert list(base_view(mt.score(mt.example("hwb-board")))) == []
