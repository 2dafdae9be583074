"""A small framework and small tables, for the tests of dataframes."""

from __future__ import annotations

from typing import Any

import polars as pl
import pytest

import maturity as mt

TOOL = mt.parse_framework("""schema = 1
id = "tool"
title = "A tool"
edition = "1"
[levels]
young = "Young"
mature = "Mature"
[scales.met]
no = { label = "Not  yet", value = 0 }
partly = { label = "In part", value = 0.5 }
yes = { label = "Met", value = 1 }
[scales.points]
0 = 0
1 = 1
2 = 2
[scales.rate]
number = { min = 0, max = 10, unit = "per cent", step = 0.5 }
[scales.alike]
a = { label = "Same", value = 0 }
b = { label = "same", value = 1 }
[scoring]
scale = "met"
dimension = { rule = "mean" }
[profiles.short]
title = "Short"
ask = "dimensions"
scale = "met"
[dimensions.vision]
title = "The vision"
[dimensions.vision.items]
shared = "It is  shared."
points = { text = "Points", scale = "points" }
rate = { text = "A rate", scale = "rate" }
alike = { text = "Two options alike", scale = "alike" }
[dimensions.people.items]
first = "Said twice."
second = "Said twice."
""")


def read(
    columns: dict[str, Any],
    framework: mt.Framework = TOOL,
    **named: Any,  # noqa: ANN401  # any column
) -> mt.Cohort:
    """The cohort in a Polars dataframe of some columns."""
    return mt.Cohort.from_frame(framework, pl.DataFrame(columns, strict=False), **named)


def long(answers: dict[str, Any], **more: Any) -> dict[str, Any]:  # noqa: ANN401  # any column
    """The columns of one organisation's answers."""
    count = len(answers)
    items = {"item": list(answers), "answer": list(answers.values())}
    return {"organisation": ["Ours"] * count, **items, **{k: [v] * count for k, v in more.items()}}


def faults(columns: dict[str, Any], **named: Any) -> list[str]:  # noqa: ANN401  # any column
    """The faults of a table, as they are told."""
    with pytest.raises(mt.FaultsFound) as caught:
        read(columns, **named)
    return [str(fault) for fault in caught.value.faults]


def answers(cohort: mt.Cohort) -> dict[str, Any]:
    """The values that a cohort's first assessment holds."""
    return {path: answer.value for path, answer in cohort.assessments[0].answers.items()}
