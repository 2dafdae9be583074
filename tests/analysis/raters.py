"""A small framework, and what several raters say of it."""

from __future__ import annotations

import maturity as mt

TEXT = """\
schema = 1
id = "small"
title = "Small"
edition = "1"

[levels]
red = "Red"
amber = "Amber"
green = "Green"

[scales.rate]
number = { min = 0, max = 20, unit = "days", better = "lower" }

[scoring]
scale = "levels"
dimension = { rule = "weakest-link" }
overall = { rule = "none" }

[profiles.quick]
title = "Quick"
ask = "dimensions"

[dimensions.a]
title = "First"
[dimensions.a.items]
one = "One is there."
two = "Two is there."
three = { text = "Three is there.", weight = 2 }

[dimensions.b]
title = "Second"
[dimensions.b.items]
four = "Four is there."
days = { text = "Days away.", scale = "rate" }

[dimensions.b.scoring]
rule = "none"
"""
SMALL = mt.parse_framework(TEXT)
AWAY = mt.not_applicable("Not here.")
UNITS = {"north": "North", "south": "South"}

Said = dict[str, mt.Answer | mt.NotApplicable | str | float]


def sheet(rater: str, said: Said, group: str = "", **details: object) -> mt.Assessment:
    """What one rater says."""
    about = {"organisation": "Ours", "period": "2026-Q1", **details}
    return SMALL.assess(said, rater=rater, rater_group=group, **about)  # type: ignore[arg-type]  # details of any kind


def sheets(*said: Said) -> list[mt.Assessment]:
    """What Ann, Ben, Cem and Dee say."""
    names = ("Ann", "Ben", "Cem", "Dee")[: len(said)]
    return [sheet(name, one) for name, one in zip(names, said, strict=True)]
