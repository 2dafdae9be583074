"""Trends: what rose and fell from period to period, and which answers caused it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import maturity as mt

KIT = mt.parse_framework(
    """schema = 1
id = "kit"
title = "Kit"
edition = "1"
[levels]
basic = "Basic"
good = "Good"
[scales]
met = { no = 0, yes = 1 }
[scoring]
scale = "met"
dimension = { rule = "staged" }
overall = { rule = "none" }
[dimensions.a.at.basic]
one = "One."
two = "Two."
[dimensions.a.at.good]
three = { text = "Three.", evidence = { above = "no" } }
"""
)
PROOF = mt.Evidence(title="Paper", expires=date(2025, 3, 31))


def sheet(period: str, rater: str = "", **said: object) -> mt.Assessment:
    """An assessment of the kit."""
    answers = {f"a.{item}": value for item, value in said.items()}
    return KIT.assess(answers, organisation="Ours", period=period, rater=rater)  # type: ignore[arg-type]  # answers of any kind


def test_a_fall_and_its_cause() -> None:
    """The answer without which it would not have fallen is named."""
    found = mt.trend(
        [sheet("2025-Q1", one="yes", two="yes", three="no"),
         sheet("2025-Q2", one="yes", two="no", three="no")]
    )  # fmt: skip
    (one,) = found.falls
    assert one.way == "fell"
    assert [cause.item.id for cause in one.causes] == ["a.two"]
    assert one.text == (
        "A fell: Basic in 2025-Q1, Below Basic in 2025-Q2. Because of: Two (Yes, now No)."
    )


def test_several_answers_that_each_would_do() -> None:
    """Where none alone is decisive, all that point the same way are named."""
    found = mt.trend(
        [sheet("2025-Q1", one="yes", two="yes", three="no"),
         sheet("2025-Q2", one="no", two="no", three="no")]
    )  # fmt: skip
    assert [cause.item.id for cause in found.falls[0].causes] == ["a.one", "a.two"]
    assert not any(cause.decisive for cause in found.falls[0].causes)


def test_more_is_known() -> None:
    """What was unanswered before may have been so already: it may have risen."""
    found = mt.trend(
        [
            sheet("2025-Q1", one="yes", three="no"),
            sheet("2025-Q2", one="yes", two="yes", three="no"),
        ]
    ).of("a")[0]
    assert (found.way, found.answers[0].kind) == ("may have risen", "answered")
    assert found.causes == found.answers


def test_an_answer_withdrawn() -> None:
    """What is no longer answered may have fallen, and is a cause."""
    found = mt.trend(
        [
            sheet("2025-Q1", one="yes", two="yes", three="no"),
            sheet("2025-Q2", one="yes", three="no"),
        ]
    ).of("a")[0]
    assert (found.way, found.causes[0].kind, found.fell) == ("may have fallen", "withdrawn", True)


def test_nothing_known_and_nothing_changed() -> None:
    """Not begun can't be compared, and the same is the same."""
    same = {"one": "yes", "two": "yes", "three": "no"}
    found = mt.trend([sheet("2025-Q1"), sheet("2025-Q2", **same), sheet("2025-Q3", **same)])
    assert [one.way for one in found.of("a")] == ["not known", "same"]
    assert found.of("a")[1].text == "A is unchanged: Basic in 2025-Q2, Basic in 2025-Q3."


def test_evidence_that_expired() -> None:
    """The same answer counts for less when its evidence has expired, and is the cause."""
    proven = mt.Answer(value="yes", evidence=(PROOF,))
    found = mt.trend(
        [sheet(period, one="yes", two="yes", three=proven) for period in ("2025-Q1", "2025-Q2")]
    ).of("a")[0]
    assert (found.way, found.causes[0].kind) == ("fell", "counts otherwise")


def test_not_applicable() -> None:
    """What no longer applies, or applies again, is told as that."""
    away = mt.not_applicable("None here")
    found = mt.trend(
        [sheet("2025-Q1", one="yes", two="no", three="no"),
         sheet("2025-Q2", one="yes", two=away, three="no"),
         sheet("2025-Q3", one="yes", two="no", three="no")]
    )  # fmt: skip
    assert [one.causes[0].kind for one in found.of("a")] == ["no longer applies", "applies now"]


def test_several_raters_of_a_period() -> None:
    """The agreed answers count, else the median; a note says so."""
    found = mt.trend(
        [sheet("2025-Q1", "x", one="yes"), sheet("2025-Q1", "y", one="no"),
         sheet("2025-Q2", "x", one="no"), sheet("2025-Q2", "agreed", one="yes")]
    )  # fmt: skip
    said = [card.assessment.answers["a.one"].value for card in found.cards]
    assert said == ["no", "yes"]
    assert found.notes == (
        "Of 2025-Q1 there are several raters; the median counts.",
        "Of 2025-Q2 there are several raters; the agreed answers count.",
    )


def test_rows_and_names() -> None:
    """A row for each change, and the nearest name for a path that is none."""
    found = mt.trend([sheet("2025-Q1", one="no"), sheet("2025-Q2", one="yes")])
    assert found.to_records()[0]["causes"] == ""
    assert found.name == "Ours"
    with pytest.raises(mt.UnknownName, match="'b' is not scored here"):
        found.of("b")


def test_what_can_not_be_compared() -> None:
    """Other organisations, and assessments without a period, are refused."""
    other = KIT.assess({}, organisation="Theirs", period="2025-Q2")
    with pytest.raises(mt.NotComparable, match="of several organisations"):
        mt.trend([sheet("2025-Q1"), other])
    with pytest.raises(mt.NotComparable, match="without a period"):
        mt.trend([sheet("2025-Q1"), KIT.assess({}, organisation="Ours")])


answer = st.sampled_from(["yes", "no", None])


@settings(max_examples=150, deadline=None)
@given(st.tuples(answer, answer, answer), st.tuples(answer, answer, answer))
def test_put_back_the_cause_and_it_does_not_change_so(
    before: tuple[str | None, ...], after: tuple[str | None, ...]
) -> None:
    """A decisive answer put back gives another level; one that is not decisive doesn't."""
    names = ("one", "two", "three")
    sheets = [
        {name: said for name, said in zip(names, side, strict=True) if said is not None}
        for side in (before, after)
    ]
    old, new = (sheet(p, **side) for p, side in zip(("2025-Q1", "2025-Q2"), sheets, strict=True))
    found = mt.trend([old, new]).of("a")[0]
    if found.way in {"same", "not known"}:
        assert not any(one.decisive for one in found.answers)
        return
    reached = mt.score(new)["a"].level
    assert reached is not None
    for one in found.answers:
        name = one.item.id.removeprefix("a.")
        put_back = {**sheets[1], name: sheets[0].get(name)}
        known = {key: value for key, value in put_back.items() if value is not None}
        again = mt.score(sheet("2025-Q2", **known))["a"]
        if again.level is None:
            continue
        short = (again.level.rank < reached.rank) == (not found.fell)
        assert one.decisive == (short and again.level != reached)


def test_an_answer_that_passes_no_more() -> None:
    """Two options of one value are two answers where only one of them passes."""
    tool = mt.parse_framework(
        """schema = 1
id = "t"
title = "T"
edition = "1"
scales.s = { no = 0, partly = 1, yes = 1 }
scoring = { scale = "s", dimension = { rule = "share", pass = "yes" } }
dimensions.d.items = { x = "X.", y = "Y." }
"""
    )
    both = [
        tool.assess({"d.x": "yes", "d.y": said}, organisation="Ours", period=period)
        for said, period in (("yes", "2025"), ("partly", "2026"))
    ]
    (fall,) = mt.trend(both).falls[:1]
    assert [(cause.item.id, cause.kind) for cause in fall.causes] == [("d.y", "worse")]


def test_units_that_answer_in_part() -> None:
    """An item that some units begin to answer is answered, and withdrawn when they take it back."""
    units = {"a": "A", "b": "B", "c": "C"}
    said = mt.Answer(by={"a": "yes", "b": "yes"})
    sheets = [
        KIT.assess(
            {"a.one": "yes", "a.three": "no"} | ({"a.two": said} if two else {}),
            organisation="Ours", period=period, units=units,
        )
        for two, period in ((False, "2025"), (True, "2026"), (False, "2027"))
    ]  # fmt: skip
    kinds = [[one.kind for one in change.answers] for change in mt.trend(sheets).of("a")]
    assert kinds == [["answered"], ["withdrawn"]]


def test_the_agreed_answers_in_any_capitals() -> None:
    """A rater called Agreed is what all agreed on."""
    found = mt.trend([sheet("2025-Q1", "x", one="no"), sheet("2025-Q1", "Agreed", one="yes")])
    assert found.cards[0].assessment.answers["a.one"].value == "yes"
    cohort = mt.Cohort.of([sheet("2025-Q1", "x", one="no"), sheet("2025-Q1", "AGREED ", one="yes")])
    assert mt.overview(cohort).cards[0].assessment.answers["a.one"].value == "yes"


def test_another_form_is_told() -> None:
    """A period that was answered on a short form counts for nothing in the whole, and is named."""
    elements = mt.load_framework("hwb-elements")
    short = elements.assess({"personal.mental": "green"}, organisation="Ours", period="2025")
    full = elements.assess({"personal.mental.stigma": "red"}, organisation="Ours", period="2026")
    (note,) = mt.trend([short, full]).notes
    assert note.startswith("Of 2025 nothing counts here: another form was answered")


def test_raters_on_different_versions() -> None:
    """Raters of one period have to answer the same thing."""
    other = mt.parse_framework(mt.dump_framework(KIT).replace("Three.", "Three, now."))
    theirs = other.assess({"a.one": "no"}, organisation="Ours", period="2025-Q1", rater="y")
    with pytest.raises(
        mt.NotComparable, match="the raters of 'Ours' in 2025-Q1 answered different"
    ):
        mt.trend([sheet("2025-Q1", "x", one="yes"), theirs])


def test_what_raters_of_one_period_answered() -> None:
    """The refusal names the organisation, the period, and the two versions or editions."""
    text = mt.dump_framework(KIT)
    changed = mt.parse_framework(text.replace("Three.", "Three, changed."))
    later = mt.parse_framework(text.replace('edition = "1"', 'edition = "2"'))
    for other, what in ((changed, "2 versions of 'kit' 1"), (later, "'kit' 1 and 'kit' 2")):
        ben = other.assess({"a.one": "no"}, organisation="Ours", period="2025-Q1", rater="Ben")
        with pytest.raises(mt.NotComparable) as refused:
            mt.trend([sheet("2025-Q1", "Ann", one="yes"), ben])
        assert str(refused.value) == (
            "the raters of 'Ours' in 2025-Q1 answered different things: "
            f"{what}; give what was agreed"
        )


def test_raters_of_two_organisations_in_one_period() -> None:
    """Two organisations are told by name, also where one period holds both."""
    theirs = KIT.assess({"a.one": "no"}, organisation="Theirs", period="2025-Q1", rater="Ben")
    with pytest.raises(mt.NotComparable, match="several organisations: 'Ours' and 'Theirs'"):
        mt.trend([sheet("2025-Q1", "Ann", one="yes"), theirs])
