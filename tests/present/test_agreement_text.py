"""How far raters agree, as a page."""

from __future__ import annotations

import unicodedata

import attrs
import pytest
from hypothesis import given

import maturity as mt
from maturity.analysis.agreement import agreement
from maturity.present.agreement_text import agreement_view, agreements_view
from maturity.present.layout import WIDTH, render
from tests.analysis.raters import AWAY, UNITS, Said, sheet, sheets
from tests.laws.effort import effort
from tests.laws.test_consensus import raters
from tests.present.hostile import TEXTS, hostile
from tests.present.test_every_page import check_page

PAGE = """\
How far the raters agree
Ours, 2026-Q1
========================
Small, 1
Self-reported: what the organisation says of itself, not checked by others.
Made-up example data.
3 raters: Ann (board), Ben and Cem.
There is an agreed assessment as well. It counts as no rater here.

- Two or more raters answered 3 items. Of all pairs of their answers, 60% are
  the same.
- Agreement beyond chance, on the scale 'levels': 0.3, which is weak.
- Agreement beyond chance, on the scale 'rate': can't be worked out, because no
  item has two answers.
- That figure (Krippendorff's alpha) is 1 where raters always agree, and 0 where
  they agree no more than by chance. From 0.8 on, what one rater says can stand
  for all; below 0.67 it can't, and talking comes first.

Talk about these first
Those where raters are furthest apart on what matters most come first.
  1. a.one: One is there.
     Answers go from Red to Green, 2 steps apart. It is 25% of the weight in
     First, and stands before the next level of First.
     Ann: Red; Ben: Green; Cem: Red.

Does it apply?
Some say that it does not apply, others answer it. Settle that too.
- b.four: Four is there.
  Ann: does not apply (Not here.); Ben: Amber; Cem: Amber.

What they say together
The answer in the middle for each item, and of two in the middle the worse one.
It settles nothing that was not talked about.
  Dimension  Result
  --------------------------------------------------
  First      Red
  Second     no level here: the framework gives none
Who said something else: Ann on 1 and Ben on 1.
"""


def page(*given: mt.Assessment, draws: int = 0) -> str:
    """The page of some assessments."""
    return render(agreements_view(agreement(given, draws=draws)))


def flat(text: str) -> str:
    """The text on one line."""
    return " ".join(text.split())


def test_page() -> None:
    """A page says how far raters agree, what to talk about, and what they say together."""
    ann: Said = {"a.one": "red", "a.two": "green", "b.four": AWAY, "b.days": 3}
    found = page(
        sheet("Ann", ann, "board", made_up=True),
        sheet("Ben", {"a.one": "green", "a.two": "green", "b.four": "amber"}),
        sheet("Cem", {"a.one": "red", "b.four": "amber"}),
        sheet("agreed", {}),
    )
    assert found == PAGE


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0.9, "0.9, which is strong."),
        (0.799, "0.79, which is fair."),
        (0.67, "0.67, which is fair."),
        (0.6699, "0.66, which is weak."),
        (-0.123, "-0.13, which is weak."),
        (None, "can't be worked out, because all the answers to compare are the same."),
    ],
)
def test_words_for_the_figure(value: float | None, words: str) -> None:
    """The figure is strong, fair or weak, and cut down, never up."""
    found = agreement(sheets({"a.one": "red"}, {"a.one": "red"}), draws=0)
    alpha = attrs.evolve(found[0].alphas[0], value=value)
    text = render(agreement_view(attrs.evolve(found[0], alphas=(alpha,))))
    assert f"Agreement beyond chance: {words}" in flat(text)


def test_range() -> None:
    """The range is told, and what it doesn't say."""
    found = agreement(sheets({"a.one": "red"}, {"a.one": "red"}), draws=0)
    alpha = attrs.evolve(found[0].alphas[0], value=0.5, low=0.119, high=0.911)
    text = flat(render(agreement_view(attrs.evolve(found[0], alphas=(alpha,)))))
    assert "0.5 (range 0.11 to 0.91), which is weak." in text
    assert "other items like these. It says nothing of other raters, and with fewer than" in text


def test_nobody_differs() -> None:
    """Where all say the same there is nothing to settle, and nobody stands apart."""
    found = page(*sheets({"a.one": "red"}, {"a.one": "red"}))
    assert "Nothing to settle: nobody differs on what counts.\n" in found
    assert "Who said something else" not in found


def test_nothing_in_common() -> None:
    """Without a pair of answers nothing is worked out."""
    found = page(*sheets({"a.one": "red"}, {"a.two": "red"}))
    assert "- No item is answered by two raters yet.\n" in found
    assert "Nothing to settle" not in found


def test_more_than_five() -> None:
    """A long list is cut, and says how long it is."""
    elements = mt.load_framework("hwb-elements")
    given = [
        elements.assess(
            {item.id: said for item in elements.items[:7]}
            | {item.id: away for item in elements.items[7:15]},
            organisation="Ours",
            rater=said,
        )
        for said, away in (("red", AWAY), ("green", "amber"))
    ]
    found = page(*given)
    assert found.count("\nAnd 2 more; --format csv lists all.\n") == 1
    assert found.count("\nAnd 3 more; --format csv lists all.\n") == 1


def test_left_open() -> None:
    """What is left open is said, with the reason."""
    by = mt.Answer(by={"north": "red"})
    found = page(
        sheet("Ann", {"a.one": by}, units=UNITS), sheet("Ben", {"a.one": "red"}, units=UNITS)
    )
    assert flat(found).endswith(
        "Left open, although it was answered: "
        "- a.one: some raters answer for the whole, others for units. "
        "Who said something else: Ann on 1 and Ben on 1."
    )


def test_several_organisations() -> None:
    """One page after the other; those with one rater are listed, not dropped."""
    found = page(
        *sheets({}, {}),
        sheet("Ann", {}, organisation="Theirs"),
        sheet("Ben", {}, organisation="Theirs"),
        sheet("", {}, organisation=mt.Organisation(code="X9"), period=None),
    )
    assert found.count("How far the raters agree") == 2
    assert found.endswith("\nNot compared, with one rater or none\n- X9: no rater named\n")


def test_nobody() -> None:
    """Where nobody can be compared, it says so."""
    found = page(sheet("Ann", {}))
    assert found.startswith("No organisation here has two raters at one period: nothing to comp")


def test_profile() -> None:
    """A short form is named, and its questions are questions."""
    found = agreement(sheets({"a": "red"}, {"a": "green"}), "quick", draws=0)
    text = render(agreements_view(found))
    assert "\nSmall, 1 (Quick)\n" in text
    assert "answered 1 question." in text
    assert "It is 1 of 1 question in First" in flat(text)


@pytest.mark.parametrize("text", TEXTS)
def test_hostile_texts(text: str) -> None:
    """No text out of a file is more than text."""
    framework = hostile(text)
    given = [
        framework.assess({"d.one": said}, organisation=text, rater=f"{n}{text}", rater_group=group)
        for n, (said, group) in enumerate([("no", f"x{text}"), ("yes", f"y{text}")])
    ]
    given.append(framework.assess({"d.one": mt.not_applicable(text)}, organisation=text, rater="c"))
    found = page(*given)
    assert not {char for char in found if unicodedata.category(char) == "Cc"} - {"\n"}
    assert max(map(len, found.split("\n"))) <= WIDTH


@effort(40)
@given(raters())
def test_any_raters(given_sheets: list[mt.Assessment]) -> None:
    """Whatever the framework and the answers, the page can be made and holds nothing but text."""
    groups = [
        attrs.evolve(sheet, rater_group="board" if n % 2 else "staff")
        for n, sheet in enumerate(given_sheets)
    ]
    check_page(page(*groups, draws=20))
