"""A dataframe gives what its assessments give, to the bit: any library, any form, any order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import duckdb
import numpy as np
import polars as pl
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import maturity as mt
from maturity.model.assessment import Answer
from maturity.model.check_assessment import check_assessment
from maturity.model.frozen import FrozenMap
from maturity.model.periods import Period

from .effort import effort
from .strategies import assessments, frameworks, profile_names
from .test_cohort import rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from maturity.model.assessment import Assessment

PERIODS = ("2025-Q1", "2025-Q2", "2024/25", None)
KINDS: dict[str, Callable[[pl.DataFrame], Any]] = {
    "polars": lambda df: df,
    "lazy": pl.DataFrame.lazy,
    "pandas": pl.DataFrame.to_pandas,
    "objects": lambda df: df.to_pandas().astype(object),
    "categories": lambda df: df.to_pandas().astype("category"),
    "pyarrow": pl.DataFrame.to_arrow,
    "stream": lambda df: df.to_arrow().to_reader(),
    "duckdb": lambda df: duckdb.from_arrow(df.to_arrow()),
}


@effort(25)
@given(st.data())
def test_a_dataframe_is_its_assessments(data: st.DataObject) -> None:
    """Answers written to a dataframe and read again give the same results."""
    framework, sheets, profile = plain_sheets(data)
    cohort = mt.Cohort.of(sheets, framework, profile)
    read = mt.Cohort.from_frame(framework, cohort.answers_to_frame("polars"), profile)
    assert everything(read) == everything(cohort)
    assert all("a table brings none" in note for note in read.notes)


@effort(15)
@given(st.data())
def test_its_assessments_are_sound(data: st.DataObject) -> None:
    """Each assessment fits the framework, and a cohort of them is the one that was read."""
    framework, sheets, profile = plain_sheets(data)
    table = mt.Cohort.of(sheets, framework, profile).answers_to_frame("polars")
    read = mt.Cohort.from_frame(framework, table, profile)
    assert [check_assessment(sheet) for sheet in read.assessments] == [[]] * len(read)
    again = mt.Cohort.of(read.assessments, framework, profile)
    assert everything(again) == everything(read)
    for name in ("codes", "said", "excused", "numbers", "said_numbers", "targets", "as_of"):
        ours, theirs = getattr(read.cells, name), getattr(again.cells, name)
        assert np.array_equal(ours, theirs), name


@effort(15)
@given(st.data())
def test_answers_are_written_alike(data: st.DataObject) -> None:
    """A cohort that was read writes the answers that a cohort of its assessments writes."""
    framework, sheets, _ = plain_sheets(data)
    table = mt.Cohort.of(sheets, framework).answers_to_frame("polars")
    read = mt.Cohort.from_frame(framework, table)
    written = read.answers_to_frame()
    assert written.equals(mt.Cohort.of(read.assessments).answers_to_frame("polars"))
    assert mt.Cohort.from_frame(framework, written).answers_to_frame().equals(written)


@effort(12)
@given(st.data())
def test_every_library_gives_the_same(data: st.DataObject) -> None:
    """pandas, Polars, PyArrow, DuckDB and an Arrow stream give the same results."""
    framework, sheets, profile = plain_sheets(data)
    table = mt.Cohort.of(sheets, framework).answers_to_frame("polars")
    first = everything(mt.Cohort.from_frame(framework, table, profile))
    for name, made in KINDS.items():
        assert everything(mt.Cohort.from_frame(framework, made(table), profile)) == first, name


@effort(15)
@given(st.data())
def test_rows_and_columns_in_any_order(data: st.DataObject) -> None:
    """The order of rows and of columns changes nothing but the order of the results."""
    framework, sheets, profile = plain_sheets(data)
    table = mt.Cohort.of(sheets, framework).answers_to_frame("polars")
    places = data.draw(st.permutations(range(len(table))))
    columns = data.draw(st.permutations(table.columns))
    first = mt.Cohort.from_frame(framework, table, profile)
    second = mt.Cohort.from_frame(framework, table[places].select(columns), profile)
    assert sorted(everything(first), key=repr) == sorted(everything(second), key=repr)


@effort(15)
@given(st.data())
def test_long_and_wide_give_the_same(data: st.DataObject) -> None:
    """A wide table gives what the long one gives."""
    framework, sheets, profile = plain_sheets(data)
    bare = [without_reasons(sheet) for sheet in sheets]
    long = mt.Cohort.of(bare, framework).answers_to_frame("polars").drop("reason", "note")
    who = [name for name in long.columns if name not in {"item", "answer"}]
    wide = long.pivot(on="item", index=who, values="answer", maintain_order=True)
    items = [name for name in wide.columns if name in framework]
    first = mt.Cohort.from_frame(framework, long, profile)
    if items:
        ignore = [name for name in wide.columns if name not in {*who, *items}]
        second = mt.Cohort.from_frame(framework, wide, profile, ignore=ignore)
        assert everything(second) == everything(first)
        assert second.notes == first.notes


@effort(10)
@given(st.data())
def test_picked_then_read(data: st.DataObject) -> None:
    """Rows that are picked from a cohort are those of their assessments."""
    framework, sheets, profile = plain_sheets(data)
    table = mt.Cohort.of(sheets, framework).answers_to_frame("polars")
    read = mt.Cohort.from_frame(framework, table, profile)
    places = np.array(data.draw(st.permutations(range(len(read)))))
    picked = read.take(places)
    assert list(picked.assessments) == [read.assessments[place] for place in places]
    assert everything(picked) == [everything(read)[place] for place in places]


def plain_sheets(data: st.DataObject) -> tuple[mt.Framework, list[Assessment], str | None]:
    """A random framework, and assessments in which a table can hold all that is scored."""
    framework = data.draw(frameworks())
    profile = data.draw(profile_names(framework))
    sheets = data.draw(st.lists(assessments(framework), min_size=1, max_size=5))
    periods = [data.draw(st.sampled_from(PERIODS)) for _ in sheets]
    return (
        framework,
        [
            evolve(
                plain(sheet),
                organisation=mt.Organisation(name=f"Organisation {place}", sector="council"),
                period=None if text is None else Period.read(text),
                rater=f"rater {place}" if place % 2 else "",
            )
            for place, (sheet, text) in enumerate(zip(sheets, periods, strict=True))
        ],
        profile,
    )


def plain(sheet: Assessment) -> Assessment:
    """An assessment without evidence, targets and units; what single units say is left out."""
    return evolve(
        sheet,
        stated_as_of=None,
        units=FrozenMap(),
        targets=FrozenMap(),
        answers=FrozenMap(
            {
                path: evolve(one, evidence=(), reason=one.reason.strip())
                for path, one in sheet.answers.items()
                if not one.by
            }
        ),
    )


def without_reasons(sheet: Assessment) -> Assessment:
    """An assessment of bare answers."""
    answers = {path: Answer(value=one.value) for path, one in sheet.answers.items() if one.value}
    return evolve(sheet, answers=FrozenMap(answers))


def everything(cohort: mt.Cohort) -> list[object]:
    """Whose each row is, and all that is stated of it."""
    who = [(row.organisation, row.period and row.period.last_day, row.rater) for row in cohort]
    return list(zip(who, rows(cohort), strict=True))
