"""The overview of a cohort: who takes part, who stands where, what many share."""

from __future__ import annotations

from datetime import date

import pytest

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
met = { no = 0, partly = 1, yes = 2 }
[scales.rate]
number = { min = 0, max = 100, unit = "%" }
bands = { from = { good = 80 } }
[scoring]
scale = "met"
dimension = { rule = "staged" }
overall = { rule = "none" }
[dimensions.a.at.basic]
one = { text = "One.", tags = ["first"] }
two = { text = "Two.", tags = ["first", "second"] }
[dimensions.a.at.good]
three = "Three."
[dimensions.b]
scoring = { rule = "mean", over = "items" }
items = { four = "Four." }
[dimensions.c]
scoring = { rule = "mean" }
items = { rate = { text = "Rate.", scale = "rate" } }
"""
)


def sheet(name: str, period: str | None = None, rater: str = "", **said: object) -> mt.Assessment:
    """An assessment of the kit; `a_one` stands for `a.one`."""
    answers = {item.replace("_", "."): value for item, value in said.items()}
    return KIT.assess(answers, organisation=name, period=period, rater=rater)  # type: ignore[arg-type]  # answers of any kind


def look(*sheets: mt.Assessment, **options: object) -> mt.Overview:
    """The overview of some assessments."""
    return mt.overview(mt.Cohort.of(sheets), **options)  # type: ignore[arg-type]  # its own options


def test_stages() -> None:
    """How far each has come is told, and nobody is left out."""
    almost = {"a_one": "yes", "a_two": "no", "a_three": "no"}
    found = look(
        sheet("All", **almost, b_four="no", c_rate=3),
        sheet("Three", **almost),
        sheet("One", a_one="no"),
        sheet("None"),
    )
    assert [(one.name, one.stage, one.answered) for one in found.standings] == [
        ("All", "complete", 5),
        ("Three", "half way", 3),
        ("One", "begun", 1),
        ("None", "not started", 0),
    ]


def test_nearly_complete() -> None:
    """Nine in ten answered is nearly complete."""
    board = mt.load_framework("hwb-board")
    answers = dict.fromkeys([item.id for item in board.items][:95], "met")
    cohort = mt.Cohort.of([board.assess(answers, organisation="A")])
    assert mt.overview(cohort).standings[0].stage == "nearly complete"


def test_who_joined_late_and_who_fell_silent() -> None:
    """The newest answers of each count; when they began and stopped is told."""
    found = look(
        sheet("Old", "2025-Q1"), sheet("New", "2025-Q2"), sheet("Both", "2025-Q1"),
        sheet("Both", "2025-Q2", a_one="yes"), sheet("Timeless"),
    )  # fmt: skip
    told = {one.name: (one.joined_late, one.silent, one.answered) for one in found.standings}
    assert told == {
        "Old": (False, True, 0),
        "New": (True, False, 0),
        "Both": (False, False, 1),
        "Timeless": (False, False, 0),
    }
    assert found.standings[2].since is not None
    assert found.standings[2].since.last_day == date(2025, 3, 31)
    assert found.standings[3].since is None


def test_several_raters_count_once() -> None:
    """The agreed answers stand for all; else the median does, and a note says so."""
    found = look(
        sheet("A", rater="x", a_one="no"), sheet("A", rater="agreed", a_one="yes"),
        sheet("B", rater="x", a_one="no"), sheet("B", rater="y", a_one="yes"),
        sheet("B", rater="z", a_one="yes"),
    )  # fmt: skip
    assert [one.assessment.answers["a.one"].value for one in found.cards] == ["yes", "yes"]
    assert found.notes == (
        "Of 1 organisation with several raters, the agreed answers count.",
        "Of 1 organisation with several raters, what they say together counts: the median.",
    )


def test_a_distribution_keeps_everybody() -> None:
    """Who is certain, who can still rise and who has no level stand apart, by name."""
    found = look(
        sheet("Top", a_one="yes", a_two="yes", a_three="yes"),
        sheet("Open", a_one="yes", a_two="yes"),
        sheet("Low", a_one="no", a_two="no", a_three="no"),
        sheet("Empty"),
    ).distributions["a"]
    told = [(rung.level.id, rung.certain, rung.open, rung.count) for rung in found.levels]
    assert told == [
        ("below", ("Low",), (), 1),
        ("basic", (), ("Open",), 1),
        ("good", ("Top",), (), 1),
    ]
    assert dict(found.unknown) == {"not started": ("Empty",)}
    assert found.open == ("Open",)
    assert found.lowest is not None
    assert found.lowest.level.id == "below"
    assert found.variation == 1.0


def test_variation_is_the_chance_to_differ() -> None:
    """Of three, two of which stand alike, two in three pairs differ; one alone has none."""
    alike = {"a_one": "yes", "a_two": "yes", "a_three": "no"}
    three = [sheet("A", **alike), sheet("B", **alike), sheet("C", a_one="no", a_two="no",
                                                             a_three="no")]  # fmt: skip
    assert look(*three).distributions["a"].variation == pytest.approx(2 / 3)
    assert look(three[0]).distributions["a"].variation is None


def test_values_without_levels() -> None:
    """A dimension without levels spreads over values; who has none is named."""
    found = look(sheet("A", b_four="yes"), sheet("B", b_four="no"), sheet("C")).distributions["b"]
    assert found.levels == ()
    assert dict(found.values) == {"A": 2.0, "B": 0.0, "C": None}
    assert dict(found.unknown) == {"not started": ("C",)}
    assert (found.low, found.high) == (0.0, 2.0)
    assert found.groups(2) == {"A": 2, "B": 1, "C": None}


def test_what_is_common() -> None:
    """At least half of three or more who answered: the top answer, or one in the lower half."""
    na = mt.not_applicable("None here")
    found = look(
        sheet("A", a_one="yes", a_two="no", a_three="partly"),
        sheet("B", a_one="yes", a_two="no", a_three="partly"),
        sheet("C", a_one="no", a_two=na, a_three="partly"),
        sheet("D", a_one="yes", a_two="yes"),
    )
    assert [(one.item.id, one.who, one.answered) for one in found.strengths] == [
        ("a.one", ("A", "B", "D"), 4)
    ]
    assert [(one.item.id, one.who, one.share) for one in found.deficits] == [
        ("a.two", ("A", "B"), 2 / 3)
    ]
    assert found.rule.sentence("deficit") == (
        "at least 50% of those who answered gave an answer that counts in the lower half of its "
        "scale, and 3 or more answered"
    )


def test_too_few_to_be_common() -> None:
    """Two are not many, unless it is asked so."""
    two = [sheet("A", a_one="yes"), sheet("B", a_one="yes")]
    assert look(*two).common == ()
    assert len(look(*two, fewest=2).strengths) == 1
    assert len(look(*two, sheet("C", a_one="no"), share=0.9).strengths) == 0


def test_numbers_are_strong_in_the_top_band() -> None:
    """A rate counts as strong in the highest band, and as weak in the lower half."""
    found = look(*[sheet(name, c_rate=rate) for name, rate in (("A", 80), ("B", 90), ("C", 49))])
    assert [(one.kind, one.who) for one in found.common] == [("strength", ("A", "B"))]


def test_themes() -> None:
    """Items of one tag stand together across dimensions, with the notes of every rater."""
    found = look(
        sheet("A", rater="x", a_one=mt.Answer(value="yes", note="Fine.")),
        sheet("A", rater="agreed", a_one=mt.Answer(value="yes", note="Fine."), a_two="no"),
        sheet("B", a_two=mt.Answer(note="To be asked.")),
    )
    told = {theme.tag: (theme.answered, theme.high, theme.low) for theme in found.themes}
    assert told == {"second": (1, 0, 1), "first": (2, 1, 1)}
    notes = [(note.organisation, note.text) for note in found.themes[1].notes]
    assert notes == [("A", "Fine."), ("B", "To be asked.")]


def test_rows() -> None:
    """Each row says how far its organisation has come, and its quarter of the values."""
    names = ("A", "B", "C", "D")
    found = look(*[sheet(name, b_four="yes" if name == "D" else "no") for name in names])
    rows = [row for row in found.to_records() if row["path"] == "b"]
    assert [(row["organisation"], row["stage"], row["quarter"]) for row in rows] == [
        ("A", "begun", 1), ("B", "begun", 1), ("C", "begun", 1), ("D", "begun", 4),
    ]  # fmt: skip
    assert repr(found) == ("<Overview of 4 organisations: 0 common strengths, 1 common deficit>")


def test_arguments() -> None:
    """A share above 0 and at most 1, and at least one who answered."""
    cohort = mt.Cohort.of([sheet("A")])
    with pytest.raises(ValueError, match="a share above 0 and at most 1, found 0"):
        mt.overview(cohort, share=0)
    with pytest.raises(ValueError, match="1 or more as fewest, found 0"):
        mt.overview(cohort, fewest=0)
    with pytest.raises(TypeError, match=r"make one with Cohort.of\(assessments\)"):
        mt.overview([sheet("A")])  # type: ignore[arg-type]  # that is the point


def test_organisations_of_one_name() -> None:
    """They are told apart by their codes, everywhere, and a name alone is refused."""
    surgeries = [
        KIT.assess(
            {"a.one": said, "a.two": said, "a.three": mt.Answer(value=said, note=f"Of {code}.")},
            organisation=mt.Organisation(name="The Surgery", scheme="ods", code=code),
        )
        for code, said in (("A1", "yes"), ("B2", "no"))
    ]
    cohort = mt.Cohort.of(surgeries)
    found = mt.overview(cohort)
    assert [one.name for one in found.standings] == ["The Surgery (A1)", "The Surgery (B2)"]
    (low,) = [rung for rung in found.distributions["a"].levels if rung.level.id == "below"]
    assert low.certain == ("The Surgery (B2)",)
    assert len(found.distributions["a"].values) == 2
    assert [row["code"] for row in found.to_records() if row["path"] == "a"] == ["A1", "B2"]
    assert cohort.card("B2").assessment.organisation.code == "B2"
    for refused in (cohort.card, cohort.seen_by):
        with pytest.raises(mt.UnknownName, match="2 organisations are called 'The Surgery'; say"):
            refused("The Surgery")
    assert [row.name for row in cohort.seen_by("A1")] == ["The Surgery", "Partner 1"]


def test_a_period_that_is_asked_for() -> None:
    """Who has no answers of it is named; who joined late is still told by the whole cohort."""
    cohort = mt.Cohort.of(
        [sheet("A", "2025-Q1"), sheet("A", "2025-Q2"), sheet("B", "2025-Q2"), sheet("C", "2025-Q1")]
    )
    found = mt.overview(cohort, period="2025-Q2")
    assert [(one.name, one.joined_late) for one in found.standings] == [("A", False), ("B", True)]
    assert found.absent == ("C",)
    assert mt.overview(cohort).absent == ()


def test_nobody() -> None:
    """Where nothing fits there is nothing to show."""
    cohort = mt.Cohort.of([sheet("A", "2025-Q1"), sheet("B", "2025-Q2")])
    nobody = cohort.where(organisation="A", period="2025-Q2")
    with pytest.raises(mt.NotComparable, match="there are no assessments that fit"):
        mt.overview(nobody)
    with pytest.raises(mt.NotComparable, match="give at least two organisations"):
        mt.buddies(nobody)


def test_another_form() -> None:
    """Who answered a short form is named, instead of standing there as not begun."""
    elements = mt.load_framework("hwb-elements")
    short = elements.assess({"personal.mental": "amber"}, organisation="Short")
    full = elements.assess({"personal.mental.stigma": "amber"}, organisation="Full")
    (note,) = mt.Cohort.of([short, full]).notes
    assert note == (
        "Answered a short form, so that nothing of it counts here: Short. See `profile`."
    )
    (note,) = mt.Cohort.of([short, full], profile="quick").notes
    assert "Full" in note


def test_guesses_are_counted() -> None:
    """Answers that an earlier edition leaves as guesses are told."""
    guessed = mt.Answer(value="yes", guess="edition 1 asked for both in one")
    (one,) = look(sheet("A", a_one=guessed, a_two="no")).standings
    assert (one.guesses, one.answered) == (1, 2)
