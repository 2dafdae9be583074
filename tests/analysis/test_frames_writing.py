"""Results and answers as dataframes."""

from __future__ import annotations

from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from attrs import evolve

import maturity as mt

from .tables import TOOL, long, read

KINDS: dict[str, type] = {
    "pandas": pd.DataFrame,
    "polars": pl.DataFrame,
    "polars.LazyFrame": pl.LazyFrame,
    "pyarrow": pa.Table,
    "duckdb": duckdb.DuckDBPyRelation,
}


def cohort() -> mt.Cohort:
    """Three assessments: answered, half way, and not begun."""
    board = mt.load_framework("hwb-board")
    met = dict.fromkeys([item.id for item in board.items if item.home == "vision"], "met")
    theirs = mt.Organisation(name="Theirs", code="T1", sector="council", size=40)
    away: dict[str, Any] = {
        "vision.shared-vision": mt.not_applicable("None"),
        "vision.understood": "partly",
    }
    return mt.Cohort.of(
        [
            board.assess(met, organisation="Ours", period="2025"),
            board.assess(away, organisation=theirs, rater="J", made_up=True),
            board.assess({}, organisation="Nobody", period="2026"),
        ]
    )


def test_results_are_those_of_the_cards() -> None:
    """Each column holds what the records of the scorecards hold."""
    system = cohort()
    rows = system.to_frame("polars").to_dicts()
    records = [record for card in system.cards() for record in card.to_records()]
    assert len(rows) == len(records)
    shared = [name for name in rows[0] if name in records[0]]
    assert len(shared) == 23
    for row, record in zip(rows, records, strict=True):
        assert {name: row[name] for name in shared} == {name: record[name] for name in shared}
    own = [name for name in rows[0] if name not in shared]
    assert own == ["code", "sector", "rater", "size", "made_up"]
    assert [row["made_up"] for row in rows if not row["path"]] == [False, True, False]
    assert [row["size"] for row in rows if not row["path"]] == [None, 40, None]


@pytest.mark.parametrize("kind", KINDS)
def test_results_are_of_the_kind_that_is_wanted(kind: str) -> None:
    """A name, a module or a dataframe says the kind; without one it is that of the input."""
    frame = cohort().to_frame(kind)
    assert isinstance(frame, KINDS[kind])
    assert isinstance(cohort().to_frame(frame), KINDS[kind])
    expected = cohort().to_frame("polars")
    told = pl.DataFrame(_rows(frame), schema=expected.schema)
    assert told.equals(expected)
    written = cohort().answers_to_frame(kind)
    again = mt.Cohort.from_frame(mt.load_framework("hwb-board"), written)
    assert again.kind == kind
    assert isinstance(again.to_frame(), KINDS[kind])
    assert isinstance(again.answers_to_frame(), KINDS[kind])


def _rows(frame: Any) -> list[dict[str, Any]]:  # noqa: ANN401  # of any library
    """The rows of a dataframe of any kind, None where something is missing."""
    if isinstance(frame, pd.DataFrame):
        frame = frame.astype(object).where(frame.notna(), None)
        return [dict(row) for row in frame.to_dict("records")]
    if isinstance(frame, pl.LazyFrame):
        return frame.collect().to_dicts()
    made = frame.to_arrow_table() if isinstance(frame, duckdb.DuckDBPyRelation) else frame
    return pl.DataFrame(made).to_dicts()


def test_a_module_says_the_kind() -> None:
    """A module is as good as its name."""
    assert isinstance(cohort().to_frame(pa), pa.Table)


def test_a_kind_is_needed() -> None:
    """Where there is none to go by, or no such one, the message says what can be given."""
    with pytest.raises(TypeError, match="come from no dataframe: say like= what: pandas, polars, "):
        cohort().to_frame()
    with pytest.raises(mt.UnknownName, match=r"'panda' is no library of .* did you mean 'pandas'"):
        cohort().to_frame("panda")
    with pytest.raises(TypeError, match="or an Arrow stream, found int"):
        cohort().to_frame(5)


def test_answers_are_rows() -> None:
    """An answer is a text; not applicable has its reason; no answers are one row."""
    rows = cohort().answers_to_frame("polars").drop("made_up", "size", "sector").to_dicts()
    assert rows[-3:] == [
        {
            "organisation": "Theirs", "code": "T1", "period": None, "rater": "J",
            "item": "vision.shared-vision", "answer": "N/A", "note": None, "reason": "None",
        },
        {
            "organisation": "Theirs", "code": "T1", "period": None, "rater": "J",
            "item": "vision.understood", "answer": "partly", "note": None, "reason": None,
        },
        {
            "organisation": "Nobody", "code": None, "period": "2026", "rater": None,
            "item": None, "answer": None, "note": None, "reason": None,
        },
    ]  # fmt: skip


def test_answers_of_units() -> None:
    """Where single units answer, a column says which; such a table isn't read again."""
    said = {"vision.shared": mt.Answer(by={"a": "yes", "b": "no"})}
    sheet = TOOL.assess(said, organisation="Ours", units={"a": "Team A", "b": "Team B"})
    frame = mt.Cohort.of([sheet]).answers_to_frame("polars")
    assert frame.select("unit", "answer").rows() == [("a", "yes"), ("b", "no")]
    with pytest.raises(mt.FaultsFound, match="answers by single units"):
        mt.Cohort.from_frame(TOOL, frame)


def test_numbers_are_written_in_digits() -> None:
    """A number is written so that it is read as the same."""
    frame = read(long({"vision.rate": 2.5})).answers_to_frame()
    assert frame["answer"].to_list() == ["2.5"]


def test_the_profile_is_named() -> None:
    """The results of a short form say which it is."""
    frame = read(long({"people": "yes"}), profile="short").to_frame()
    assert frame["profile"].unique().to_list() == ["short"]
    assert frame["path"].to_list() == ["", "vision", "people"]


def test_a_column_of_answers_without_a_rater_group() -> None:
    """A column that nobody fills is left out; one that somebody fills stays."""
    system = cohort()
    grouped = [evolve(one, rater_group="board") for one in system.assessments]
    assert "rater_group" not in system.answers_to_frame("polars").columns
    assert "rater_group" in mt.Cohort.of(grouped).answers_to_frame("polars").columns
