"""Small frameworks and answers for the tests of scoring."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import maturity as mt

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maturity.scoring.blockers import Blockers

Answers = dict[str, Any]

HEAD = """
schema = 1
id = "tool"
title = "Tool"
edition = "1"
"""
LEVELS = """
[levels]
bronze = "Bronze"
silver = "Silver"
gold = "Gold"
"""
WITH_BELOW = """
[levels]
below = "Not yet bronze"
bronze = "Bronze"
silver = "Silver"
gold = "Gold"
"""
SCALES = """
[scales.met]
no = { label = "No", value = 0 }
partly = { label = "Partly", value = 0.5 }
yes = { label = "Yes", value = 1 }
[scales.marks]
number = { min = 0, max = 100 }
[scales.days]
number = { min = 0, max = 20, better = "lower" }
"""
BANDED = """
[scales.rate]
number = { min = 0, max = 100, unit = "%" }
bands = { from = { bronze = 30, silver = 50, gold = 80 } }
"""
NO_REASON = mt.not_applicable("Not done here")
FOUR = '[dimensions.a]\ntitle = "A"\nitems = { w = "W", x = "X", y = "Y", z = "Z" }\n'
THREE = '[dimensions.a]\ntitle = "A"\nitems = { x = "X", y = "Y", z = "Z" }\n'
STAGED = '[scoring]\nscale = "met"\ndimension = { rule = "staged", threshold = 0.5 }\n'


def framework_of(body: str, levels: str = LEVELS) -> mt.Framework:
    """The framework with these tables, the ladder bronze, silver, gold, and the scales above."""
    return mt.parse_framework(HEAD + levels + SCALES + body)


def at(branch: str = "a", /, **counts: int) -> str:
    """A dimension with items under levels: `bronze=2` makes `b1` and `b2` under bronze."""
    tables = [f'[dimensions.{branch}]\ntitle = "{branch.upper()}"']
    for level, count in counts.items():
        names = [f"{level[0]}{number}" for number in range(1, count + 1)]
        lines = "\n".join(f'{name} = "Is {branch} {name} so?"' for name in names)
        tables.append(f"[dimensions.{branch}.at.{level}]\n{lines}")
    return "\n".join(tables) + "\n"


def said(branch: str = "a", /, **answers: str) -> Answers:
    """Answers to items of a branch: `yes="b1 b2"`; `na` for not applicable."""
    return {
        f"{branch}.{name}": NO_REASON if answer == "na" else answer
        for answer, names in answers.items()
        for name in names.split()
    }


def card_of(
    body: str,
    answers: Mapping[str, Any],
    levels: str = LEVELS,
    **details: Any,  # noqa: ANN401  # what an assessment may hold
) -> mt.Scorecard:
    """The scorecard of these answers to this framework."""
    return mt.score(framework_of(body, levels).assess(answers, **details))


def score_of(
    body: str,
    answers: Mapping[str, Any],
    levels: str = LEVELS,
    **details: Any,  # noqa: ANN401  # what an assessment may hold
) -> mt.Score:
    """The score of dimension `a`."""
    return card_of(body, answers, levels, **details)["a"]


def level_id(score: mt.Score) -> str | None:
    """The id of the level that is stated, if any."""
    return score.level.id if score.level else None


def ruled(rule: str, scale: str = "met", conventions: str = "") -> str:
    """A `[scoring]` table with a rule for dimensions."""
    return f'[scoring]\nscale = "{scale}"\n{conventions}\ndimension = {{ rule = {rule} }}\n'


def names(blockers: Blockers) -> str:
    """The last words of the paths, in order."""
    return " ".join(blocker.path.rpartition(".")[2] for blocker in blockers.items)


def target(blockers: Blockers) -> str | None:
    """The level that they reach."""
    return blockers.target.id if blockers.target else None
