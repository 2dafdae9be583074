"""Cohorts out of dataframes."""

from __future__ import annotations

from datetime import date
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import polars as pl
import pyarrow as pa
import pytest

import maturity as mt
from maturity.errors import ExtraMissing

from .tables import TOOL, answers, faults, long, read

if TYPE_CHECKING:
    from collections.abc import Callable

OBLIGED = mt.parse_framework("""schema = 1
id = "obliged"
title = "Obliged"
edition = "1"
[scales.met]
no = 0
partly = 0.5
yes = 1
[scales.rate]
number = { min = 0, max = 10 }
[scales.days]
number = { min = 0, max = 10, better = "lower" }
[scoring]
scale = "met"
reason_length = 5
dimension = { rule = "share" }
[dimensions.d.items]
should = { text = "Should", obligation = "should" }
may = { text = "May", obligation = "may" }
proven = { text = "Proven", evidence = { kind = ["survey"], above = "partly" } }
rate = { text = "Rate", scale = "rate", evidence = { kind = ["survey"], above = 4 } }
days = { text = "Days", scale = "days", evidence = { kind = ["survey"], above = 4 } }
""")


def test_a_long_table() -> None:
    """A long table has an answer in each row."""
    table = long({"vision.shared": "yes", "vision.rate": None}, period="2026-Q1", sector="council")
    cohort = read(table)
    (row,) = cohort
    assert (row.organisation.name, row.organisation.sector) == ("Ours", "council")
    assert cohort.periods[0].last_day == date(2026, 3, 31)
    assert answers(cohort) == {"vision.shared": "yes"}
    assert cohort.scores["vision"].answered.tolist() == [1]


def test_a_wide_table() -> None:
    """A wide table has an assessment in each row; items go by path or by text."""
    cohort = read({"code": ["X", "Y"], "vision.shared": ["yes", None], "A\xa0rate": [None, 2.5]})
    assert [row.organisation.code for row in cohort] == ["X", "Y"]
    assert answers(cohort) == {"vision.shared": "yes"}
    assert cohort.assessments[1].answers["vision.rate"].value == 2.5


def test_what_counts_without_evidence_and_by_obligation() -> None:
    """Without evidence an answer is held down; a *may* needs an answer, a *should* a reason."""
    names = [item.id for item in OBLIGED.items]
    table = long({**dict.fromkeys(names[:2], "no"), names[2]: "yes", names[3]: "8", names[4]: "1"})
    cells = read({**table, "reason": ["Because"] * 5}, OBLIGED).cells
    at = read(table, OBLIGED).plan.leaves.index
    column = {name: cells.codes[0, at[name], 0] for name in names}
    assert [column[name] for name in names[:3]] == [2, 2, 1]
    assert sorted(cells.numbers[0, :, 0]) == [4, 4]
    assert sorted(cells.said_numbers[0, :, 0]) == [1, 8]
    short = read({**table, "reason": ["Why", *[None] * 4]}, OBLIGED).cells
    assert short.codes[0, at["d.should"], 0] == 0


def test_a_branch_that_does_not_apply() -> None:
    """Everything below a branch that is not applicable is not applicable as well."""
    cohort = read({**long({"people": "n/a", "vision.shared": "yes"}), "reason": ["None", None]})
    assert cohort.scores["people"].applicable.tolist() == [0]
    assert cohort.assessments[0].claims["people"].value == mt.not_applicable("None")
    assert faults(long({"people": "N/A", "people.first": "yes"})) == [
        (
            "row 2, column 'answer': error[answer.conflict]: 'people.first' is answered, "
            "but 'people' is not applicable as a whole; take one of the two out"
        )
    ]


def test_one_answer_for_a_branch() -> None:
    """A short form may ask for one answer to a branch, which goes by its title as well."""
    cohort = read(long({"people": "yes", "The vision": "no"}), profile="short")
    assert cohort.scores["people"].stated.value.tolist() == [1.0]
    assert cohort.assessments[0].claims["vision"].value == "no"
    assert cohort.chosen is TOOL.profiles["short"]


def test_a_branch_that_no_short_form_asks_about() -> None:
    """There is no answer to it."""
    message = r"error\[claim.not-asked\]: for 'd', 'yes' can't stand: no profile asks for one"
    with pytest.raises(mt.FaultsFound, match=message):
        read(long({"d": "yes"}), OBLIGED)
    assert read(long({"d": "N/A"}), OBLIGED).scores["d"].applicable.tolist() == [0]


def test_what_no_file_could_hold() -> None:
    """A note on a branch can't be told from an item that is called note."""
    text = mt.dump_framework(TOOL).replace("second = ", "note = ")
    with pytest.raises(mt.FaultsFound, match=r"column 'answer': error\[claim.hidden\]"):
        read(long({"people": "N/A"}, note="Why"), mt.parse_framework(text))


def test_notes_count_what_was_read_otherwise() -> None:
    """A note counts the reasons that are missing, and one the digits that were read as options."""
    table = long({"vision.shared": "N/A", "vision.rate": "N/A", "people.first": "N/A"})
    cohort = read({**table, "reason": ["Why", None, " "]})
    assert cohort.notes == (
        (
            "2 answers in the table are 'not applicable' without a reason: "
            "'no reason given in the table' stands in its place."
        ),
    )
    assert cohort.assessments[0].answers["vision.shared"].value == mt.not_applicable("Why")
    missing = mt.not_applicable("no reason given in the table")
    assert cohort.assessments[0].answers["vision.rate"].value == missing
    assert read({"code": ["X", "Y"], "vision.points": [1, 2]}).notes == (
        "2 whole numbers in the table were read as the option that is called by the same digits.",
    )


def test_an_assessment_without_answers() -> None:
    """A row with neither an item nor an answer says that there is an assessment."""
    cohort = read({"code": ["X", "Y"], "item": [None, "vision.shared"], "answer": [None, "yes"]})
    assert cohort.scores["vision"].answered.tolist() == [0, 1]
    assert not cohort.assessments[0].answers


def test_notes_and_drafts_are_kept() -> None:
    """A note stands beside its answer, or alone, as a draft."""
    table = {**long({"vision.shared": "yes", "vision.rate": None}), "note": ["As agreed", "Ask"]}
    sheet = read(table).assessments[0]
    assert sheet.answers["vision.shared"].note == "As agreed"
    assert sheet.answers["vision.rate"] == mt.Answer(note="Ask")


def test_the_day_of_evidence() -> None:
    """It is the last day of the period, unless another is stated."""
    table = long({"vision.shared": "yes"}, period="2026-03")
    assert read(table).cells.as_of == (date(2026, 3, 31),)
    assert read(table, as_of=date(2026, 1, 1)).cells.as_of == (date(2026, 1, 1),)


def test_assessments_are_built_when_asked_for() -> None:
    """They are a sequence; to filter it builds none."""
    table = {"code": ["X", "Y", "Z"], "vision.shared": ["yes", "no", None]}
    cohort = read(table).where(organisation=["X", "Z"])
    assert [one.organisation.code for one in cohort.assessments] == ["X", "Z"]
    assert [one.organisation.code for one in cohort.assessments[1:]] == ["Z"]
    assert cohort.card("X")["vision"].coverage.answered == 1


def test_thousands_of_faults_are_counted() -> None:
    """Of thousands of faults the first are told, in the order of the rows."""
    count = 3000
    table = {"code": ["X"] * count, "item": ["vision.shared"] * count, "answer": ["yess"] * count}
    found = faults(table)
    assert len(found) == 201
    assert found[0].startswith("row 1, column 'answer': error[answer.value]: for 'vision.shared', ")
    assert found[2].startswith("row 2, column 'item': error[frame.twice]")
    assert found[-1] == (
        "table: error[faults.more]: and 5799 more faults are not shown; mend these first"
    )


def test_without_narwhals(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the extra the message names it."""
    find: Callable[..., Any] = find_spec
    monkeypatch.setattr(
        "maturity.analysis.frames_columns.find_spec",
        lambda name: None if name == "narwhals" else find(name),
    )
    message = 'a dataframe needs the extra "frames": narwhals is not installed'
    with pytest.raises(ExtraMissing, match=message):
        mt.Cohort.from_frame(TOOL, pl.DataFrame())
    with pytest.raises(ExtraMissing, match=message):
        mt.Cohort.of([TOOL.assess({}, organisation="A")]).to_frame("polars")


def test_arguments_of_the_wrong_kind() -> None:
    """What is no framework, no profile and no date is refused."""
    frame: Any = mt.Cohort.from_frame  # to give it what its types refuse
    with pytest.raises(TypeError, match=r"from_frame\(\) takes a framework, found a text"):
        frame("hwb-board", pl.DataFrame())
    with pytest.raises(TypeError, match="takes the id of a profile, found a number"):
        frame(TOOL, pl.DataFrame(), 5)
    with pytest.raises(TypeError, match="takes a date as as_of, found a text"):
        frame(TOOL, pl.DataFrame(), as_of="2026")
    with pytest.raises(mt.UnknownName, match="has no short form"):
        frame(TOOL, pl.DataFrame(), "shorter")
    with pytest.raises(
        mt.UnknownName, match=r"a table has no 'organization'.*did you mean 'organi"
    ):
        frame(TOOL, pl.DataFrame(), organization="Trust")


def test_newer_arrow_texts() -> None:
    """A stream whose texts are views is read as any other."""
    rows = {"organisation": ["A"], "item": ["vision.shared"], "answer": ["yes"]}
    plain = pa.table(rows)
    views = plain.cast(pa.schema([pa.field(name, pa.string_view()) for name in rows]))
    assert read(views).cells.said.tolist() == read(plain).cells.said.tolist()


def test_evidence_can_not_be_read() -> None:
    """Answers that need evidence count for less, and a note says how many."""
    elements = mt.load_framework("hwb-elements")
    held = [item.id for item in elements.items if item.evidence and item.evidence.above]
    frame = pl.DataFrame({"organisation": ["A"], held[0]: ["green"]})
    (note,) = mt.Cohort.from_frame(elements, frame).notes
    assert note == (
        "1 answer to 1 line of enquiry counts for less than said: "
        "evidence is asked for, and a table brings none."
    )
