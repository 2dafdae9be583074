"""The page of a scorecard."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import maturity as mt
from maturity.model.frozen import FrozenMap
from maturity.present.card_text import card_view
from maturity.present.layout import render

from .tools import AWAY, PARTS, STAGED, card_of, details, framework_of, reading, why

if TYPE_CHECKING:
    from maturity.model.assessment import Answerable

STAGES = 'dimension = { rule = "staged" }'


def test_widths() -> None:
    """At 80 columns and at 100 the page fits; more room makes it shorter."""
    card = mt.score(mt.example("hwb-board"))
    pages = {width: render(card_view(card), width).split("\n") for width in (60, 80, 100)}
    for width, lines in pages.items():
        assert max(map(len, lines)) <= width
    assert len(pages[100]) < len(pages[80]) < len(pages[60])


def test_parts_stand_below_their_dimension() -> None:
    """Parts are moved to the right; N/A has a column where there is some; there is a total."""
    scoring = 'scale = "levels"\ndimension = { rule = "median" }\noverall = { rule = "median" }'
    card = card_of(framework_of(scoring, PARTS), {"x.one": "mid", "y.two": AWAY})
    page = render(card_view(card))
    assert (
        "1 of 1 point answered; 1 more does not apply (N/A).\n"
        "Levels, lowest first: Low, Mid, Top.\n"
    ) in page
    assert (
        "  Dimension  Secured           Still open  Answered  N/A\n"
        "  ------------------------------------------------------\n"
        "  First      Mid               no          1 of 1    1\n"
        "    Left     Mid               no          1 of 1    -\n"
        "    Right    nothing to state  no          0 of 0    1\n"
        "  Overall    Mid               no          1 of 1    1\n"
    ) in page
    assert details(card, "Overall").startswith("Mid\n  Its only dimension counts: First, Mid.\n")


def test_named_rung_below_and_properties() -> None:
    """A named rung below is listed; so is what is said of the organisation."""
    card = mt.score(mt.example("ohwb-service"))
    page = render(card_view(card))
    assert "Levels, lowest first: Not yet at core, Core, Transformative, Exemplary.\n" in page
    assert "Delivery model: Both.\n" in page


def test_what_is_in_the_way() -> None:
    """Each item between here and the next level: what was answered, its text and its path."""
    body = """
[dimensions.a]
title = "First"
[dimensions.a.items]
one = { text = "One.", scale = "rate" }
two = { text = "Two.", scale = "rate" }
three = { text = "Three.", scale = "levels" }
four = { text = "Four.", scale = "levels" }
five = { text = "Five.", scale = "levels", evidence = { kind = ["survey"], above = "low" } }
six = { text = "Six.", scale = "levels" }
"""
    framework = framework_of(
        'not_applicable = "lowest"\nunits = "weakest-link"\n'
        'dimension = { rule = "weakest-link" }', body,
    )  # fmt: skip
    answers: dict[str, Answerable] = {
        "one": 12.5, "two": 60, "three": AWAY, "five": "top",
        "six": mt.Answer(by=FrozenMap({"east": "low", "west": "top"})),
    }  # fmt: skip
    card = card_of(framework, answers, units={"east": "East", "west": "West"})
    assert details(card) == (
        "Low\n"
        "  The lowest of 6 points count as Low: a.one, a.three (not applicable), a.four "
        "(unanswered), a.five and a.six.\n"
        "  Mid is 5 points away:\n"
        "  - [now: 12.5 per cent] One. (a.one)\n"
        "  - [now: not applicable] Three. (a.three)\n"
        "  - [unanswered] Four. (a.four)\n"
        "  - [now: Top, without current evidence] Five. (a.five)\n"
        "  - [not the same in every unit] Six. (a.six)\n"
        "  Note: 1 point counts for less until there is evidence that has not expired: a.five."
    )


def test_highest_level() -> None:
    """At the top there is nothing in the way."""
    card = card_of(
        framework_of(STAGES), dict.fromkeys(("one", "two", "three", "four", "five"), "yes")
    )
    assert details(card).endswith("\n  This is the highest level.")


def test_level_that_cannot_be_reached() -> None:
    """Where not even all items together suffice, that is said."""
    framework = framework_of(
        f'not_applicable = "block"\nempty_level = "fail"\n{STAGES}',
        STAGED.replace('at.mid = { three = "Three.", four = "Four." }', ""),
    )
    card = card_of(framework, dict.fromkeys(("one", "two", "five"), "yes"))
    assert details(card).endswith("\n  Mid can't be reached by better answers alone.")


def test_sets_that_may_not_be_smallest() -> None:
    """In a large tree of several rules, the number is an upper bound."""
    parts = "".join(
        f"[dimensions.a.parts.p{part}]\nat.low = {{ {items} }}\n"
        for part in range(6)
        for items in [", ".join(f'i{n} = "Item {part}{n}."' for n in range(6))]
    )
    scoring = 'dimension = { rule = "mean", of = "level", bands = { from = { low = 1, mid = 2 } } }'
    framework = framework_of(
        f'{scoring}\npart = {{ rule = "staged", threshold = 0.4 }}',
        f'[dimensions.a]\ntitle = "First"\n{parts}',
    )
    card = card_of(framework, {})
    exact = card["a"].blockers().exact
    assert "away:" in details(card)
    assert ("is at most " in details(card)) is not exact
    assert ("\n  A smaller set may do as well." in why(card)) is not exact


def test_notes_of_parts_are_told_once() -> None:
    """A part's caveat stands below its dimension, with the part's name, unless it is said there."""
    elements = mt.score(mt.example("hwb-elements"))
    support = details(elements, "Professional wellbeing support")
    assert support.split("\n")[-1] == (
        "  Note: Support services and partners: 1 line of enquiry is marked not applicable; "
        "counted as the lowest answer instead, the level would be Amber."
    )
    assert details(elements, "Relationships").count("Note: ") == 1


def test_notes_of_what_does_not_apply() -> None:
    """Where a whole element does not apply, that is told once, and not of each part again."""
    elements = mt.load_framework("hwb-elements")
    page = details(mt.score(elements.assess({"relationships": AWAY})), "Relationships")
    assert page == (
        "nothing to state\n  Nothing here applies, so nothing counts.\n"
        "  Note: 11 lines of enquiry are marked not applicable; "
        "counted as the lowest answer instead, the level would be Red."
    )


def test_another_way() -> None:
    """Where items are listed before a level, others may do as well; where none are, none may."""
    card = card_of(framework_of(STAGES), {"one": "yes", "two": "no", "three": "no"})
    assert reading(card)[-1] == (
        "The points listed before a next level are one way to reach it; "
        "others, as few, may do as well."
    )
    assert why(card).endswith(
        "Another point may do as well: what is listed comes first in the framework.\n"
    )
    few = card_of(framework_of('dimension = { rule = "staged", threshold = 0.4 }'), {"one": "no"})
    done = card_of(
        framework_of(STAGES), dict.fromkeys(("one", "two", "three", "four", "five"), "yes")
    )
    assert "may do as well" in why(few)
    assert "may do as well" not in "".join([*reading(done), why(done)])


def test_claims_in_a_short_form() -> None:
    """A short form that asks one answer for each dimension counts questions."""
    board = mt.load_framework("hwb-board")
    card = mt.score(board.assess({"vision": "mature", "strategy": "below"}), "workshop")
    assert render(card_view(card)).count("2 of 6 questions answered.\n") == 1
    assert details(card, "Vision") == (
        "Mature\n  Its only answer is Mature.\n  Exemplar is 1 question away:\n"
        "  - [now: Mature] Vision (vision)"
    )
    assert "- [now: Not yet young] Strategy (strategy)" in details(card, "Strategy")
    assert details(card, "Leadership") == (
        "not started\n  Nothing is answered here yet.\n  Young is 1 question away:\n"
        "  - [unanswered] Leadership (leadership)"
    )


def test_evidence_has_a_day() -> None:
    """The day on which evidence has expired or not is said where some expires."""
    piece = mt.Evidence(kind="survey", expires=date(2026, 1, 1))
    answer = mt.Answer(value="yes", evidence=(piece,))
    asked = framework_of(f'evidence = {{ above = "partly" }}\n{STAGES}')
    dated = card_of(asked, {"one": answer}, period="2026-Q1")
    assert reading(dated)[-1] == "Whether evidence has expired is judged on 2026-03-31."
    for card in (
        card_of(asked, {"one": answer}),
        card_of(asked, {"one": "yes"}, period="2026-Q1"),
        card_of(framework_of(STAGES), {"one": answer}, period="2026-Q1"),
    ):
        assert not any("evidence" in line for line in reading(card))


def test_values_without_levels() -> None:
    """A framework without levels has values alone, and no ladder to list."""
    framework = mt.parse_framework(
        'schema = 1\nid = "v"\ntitle = "V"\nedition = "1"\n[scales.met]\nno = 0\nyes = 1\n'
        '[scoring]\nscale = "met"\ndimension = { rule = "mean" }\n'
        '[dimensions.a]\ntitle = "First"\nitems = { one = "One.", two = "Two." }\n'
    )
    card = mt.score(framework.assess({"a.one": "yes"}))
    assert details(card) == (
        "at least 0.5 (could be up to 1)\n"
        "  The mean over 2 items is at least 0.5, on a range from 0 to 1."
    )
    assert "lowest first" not in render(card_view(card))


def test_levels_that_a_short_form_leaves_out() -> None:
    """What a short form does not ask about is said as such, once; what is there is still told."""
    profile = '[profiles.low]\ntitle = "Low"\nlevels = ["low"]\n'
    framework = framework_of(STAGES, f"{profile}{STAGED}")
    answers = dict.fromkeys(("a.one", "a.two"), "yes")
    card = mt.score(framework.assess(answers), "low")
    assert details(card) == (
        "Low\n  Low holds: 2 of 2 points are met (100%), all are needed. "
        "Mid is not asked about in this short form."
    )
    away = mt.score(framework.assess(dict.fromkeys(answers, AWAY) | {"a.one": "no"}), "low")
    assert "Low is 1 point away" in details(away)
