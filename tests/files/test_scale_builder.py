"""Levels, scales and bands mean what their short forms say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from maturity.files.scale_builder import build_bands, build_levels, build_scales
from maturity.files.shapes import (
    BandsTable,
    LevelTable,
    NumberTable,
    NumericScaleTable,
    OptionTable,
)
from maturity.model.scales import Bands, Level, NumericScale, Option, Scale

if TYPE_CHECKING:
    from maturity.errors import Problem


def test_levels_have_ranks_from_one_and_a_label_below() -> None:
    """Levels have ranks from one and a label below."""
    problems: list[Problem] = []
    table: dict[str, str | LevelTable] = {
        "below": "None yet",
        "young": "Young",
        "mid-way": LevelTable(text="Half"),
    }
    levels, below = build_levels(table, problems)
    assert levels == (Level("young", "Young", 1), Level("mid-way", "Mid way", 2, "Half"))
    assert (below, problems) == ("None yet", [])


@pytest.mark.parametrize(
    ("table", "label"), [(LevelTable(label="No"), "No"), (LevelTable(), "Below")]
)
def test_what_is_below_has_only_a_label(table: LevelTable, label: str) -> None:
    """What is below has only a label."""
    problems: list[Problem] = []
    _, below = build_levels({"below": table}, problems)
    assert below == label
    assert [problem.code for problem in problems] == ["level.below"]


def test_the_ladder_is_a_scale_and_below_an_answer_where_it_is_named() -> None:
    """The ladder is a scale and below an answer where it is named."""
    levels = (Level("a", "A", 1, "text"),)
    named = build_scales({}, levels, "None", [])["levels"]
    assert named == Scale("levels", (Option("below", "None", 0.0), Option("a", "A", 1.0, "text")))
    assert build_scales({}, levels, None, [])["levels"] == Scale(
        "levels", (Option("a", "A", 1.0, "text"),)
    )
    assert not build_scales({}, (), None, [])


def test_options_without_values_count_from_zero() -> None:
    """Options without values count from zero."""
    scales = build_scales({"s": {"not-yet": OptionTable(), "done": "All done"}}, (), None, [])
    assert scales["s"] == Scale(
        "s", (Option("not-yet", "Not yet", 0), Option("done", "All done", 1))
    )


def test_options_have_all_a_value_or_none() -> None:
    """Options have all a value or none."""
    problems: list[Problem] = []
    table: dict[str, str | float | OptionTable] = {
        "a": 0.5,
        "b": OptionTable(label="B", text="t"),
        "c": 2.0,
    }
    scales = build_scales({"s": table}, (), None, problems)
    assert [problem.place for problem in problems] == [("scales", "s", "b")]
    scale = scales["s"]
    assert isinstance(scale, Scale)
    assert [option.value for option in scale.options] == [0, 1, 2]


def test_some_ids_are_taken() -> None:
    """Some ids are taken."""
    problems: list[Problem] = []
    build_scales({"levels": {"a": 1.0}, "s": {"number": 1.0, "bands": 2.0}}, (), None, problems)
    assert [problem.place[-1] for problem in problems] == ["levels", "number", "bands"]
    assert {problem.code for problem in problems} == {"id.reserved"}


def test_a_scale_of_numbers_has_its_bands_in_the_order_of_the_levels() -> None:
    """A scale of numbers has its bands in the order of the levels."""
    table = NumericScaleTable(
        number=NumberTable(min=0, max=10, unit="%", better="lower", step=1),
        bands=BandsTable(up_to={"green": 4, "amber": 5, "blue": 6}),
    )
    levels = (Level("red", "Red", 1), Level("amber", "Amber", 2), Level("green", "Green", 3))
    assert build_scales({"s": table}, levels, None, [])["s"] == NumericScale(
        id="s",
        minimum=0,
        maximum=10,
        unit="%",
        better="lower",
        step=1,
        bands=Bands("up_to", (("amber", 5), ("green", 4), ("blue", 6))),
    )


@pytest.mark.parametrize(
    ("table", "count"),
    [
        (BandsTable(), "no"),
        (BandsTable(from_={}), "no"),
        (BandsTable(from_={"a": 1}, under={"a": 2}), "2"),
    ],
)
def test_bands_run_in_one_direction(table: BandsTable, count: str) -> None:
    """Bands run in one direction."""
    problems: list[Problem] = []
    build_bands(table, ("bands",), ("a",), problems)
    (problem,) = problems
    assert problem.what == f"bands state {count} directions"
    assert problem.hint == (
        "allowed: exactly one of from, above, up_to, under, with a limit for each level"
    )
