"""Every rule in words, and what it says of some answers."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from attrs import frozen

from maturity.model.assessment import Answerable

from .tools import AWAY, LADDER, PARTS, STAGED, card_of, details, framework_of, reading, why


@frozen
class Case:
    """A rule, some answers, the rule in words, and the reason for the result."""

    scoring: str
    body: str
    answers: Mapping[str, Answerable]
    words: str
    reason: str
    parts: str = ""


MEDIAN = '\npart = { rule = "median" }'
MIDDLE = "the middle one of its points; of an even number the lower of the two in the middle"
CASES = {
    "staged": Case(
        'dimension = { rule = "staged", threshold = 0.8, pass = "partly" }', STAGED,
        {"one": "yes", "two": "partly", "three": "no", "four": "no", "five": "no"},
        "a level is reached when 80% of its points are at Partly or better, "
        "and every level below it is reached",
        "Low holds: 2 of 2 points are met (100%), 80% is needed. "
        "Mid does not hold: 0 of 2 points are met (0%), 80% is needed. "
        "Not there yet: a.three and a.four.",
    ),
    "staged, highest": Case(
        'dimension = { rule = "staged", pass = "yes" }', STAGED,
        dict.fromkeys(("one", "two", "three", "four", "five"), "yes"),
        "a level is reached when all of its points are met, and every level below it is reached",
        "Low holds: 2 of 2 points are met (100%), all are needed. "
        "Mid holds: 2 of 2 points are met (100%), all are needed. "
        "Top holds: 1 of 1 point is met (100%), all are needed.",
    ),
    "staged, thresholds": Case(
        'dimension = { rule = "staged", credit = "partial", thresholds = '
        "{ low = { low = 0.5 }, mid = { low = 1, mid = 0.5 } } }", STAGED,
        {"one": "yes", "two": "partly", "three": "no", "four": "no", "five": "no"},
        "a level is reached when enough of its points are met (Low: 50% of Low; "
        "Mid: 100% of Low and 50% of Mid), and every level below it is reached; "
        "an answer part of the way counts in part",
        "Low holds: 1 of 2 points is met (75% with part credit), 50% is needed. "
        "Mid does not hold: 1 of 2 points at Low is met (75% with part credit), all are needed; "
        "0 of 2 points are met (0% with part credit), 50% is needed. "
        "Not there yet: a.two. Not there yet: a.three and a.four.",
    ),
    "staged, least": Case(
        'dimension = { rule = "staged", threshold = 0.5, least = 2 }', STAGED,
        {"one": "yes", "two": "no", "three": "yes", "four": "no", "five": "no"},
        "a level is reached when 50% of its points are met, and every level below it is reached; "
        "at least 2 must be met at or below it",
        "Low does not hold: 1 of 2 points is met (50%), 50% is needed; "
        "1 is met at or below it, 2 needed.",
    ),
    "staged, enough at least": Case(
        'dimension = { rule = "staged", threshold = 0.5, least = 1 }', STAGED,
        {"one": "yes", "two": "no", "three": "no", "four": "no", "five": "no"},
        "a level is reached when 50% of its points are met, and every level below it is reached; "
        "at least 1 must be met at or below it",
        "Low holds: 1 of 2 points is met (50%), 50% is needed. "
        "Mid does not hold: 0 of 2 points are met (0%), 50% is needed. "
        "Not there yet: a.three and a.four.",
    ),
    "staged, an empty level": Case(
        'empty_level = "fail"\ndimension = { rule = "staged" }', LADDER.replace("items", "at.mid"),
        {"one": "yes", "two": "yes", "three": "yes"},
        "a level is reached when all of its points are met, and every level below it is reached",
        "Low does not hold: nothing counts there.",
    ),
    "staged, on the ladder": Case(
        'scale = "levels"\ndimension = { rule = "staged", threshold = 0.5 }',
        LADDER.replace('"One."', '{ text = "One.", weight = 2 }'),
        {"one": "low", "two": "top", "three": "top"},
        "a level is reached when 50% of its points are answered at it or above, "
        "and every level below it is reached",
        "Mid holds: 2 of 3 points are at Mid or above (50% by weight), 50% is needed. "
        "Top holds: 2 of 3 points are at Top (50% by weight), 50% is needed.",
    ),
    "staged, over levels": Case(
        f'scale = "levels"\ndimension = {{ rule = "staged", over = "children", of = "level" }}'
        f"{MEDIAN}", PARTS, {"x.one": "mid", "y.two": "low"},
        "a level is reached when all of its parts are at it or above, "
        "and every level below it is reached",
        "Low holds: 2 of 2 parts are at Low or above (100%), all are needed. "
        "Mid does not hold: 1 of 2 parts is at Mid or above (50%), all are needed. "
        "Not there yet: Right.",
        MIDDLE,
    ),
    "staged, over shares": Case(
        'dimension = { rule = "staged", over = "children", of = "shares" }\n'
        'part = { rule = "staged" }', PARTS.replace("items", "at.low"),
        {"x.one": "yes", "y.two": "no"},
        "a level is reached when all of its parts are there, by their own shares, "
        "and every level below it is reached",
        "Low does not hold: 1 of 2 parts is at Low or above (50% by their own shares), "
        "all are needed. Not there yet: Right.",
        "a level is reached when all of its points are met, and every level below it is reached",
    ),
    "cap": Case(
        'dimension = { rule = "staged", '
        'caps = [{ item = "a.five", until = "yes", level = "low" }] }',
        STAGED, dict.fromkeys(("one", "two", "three", "four"), "yes") | {"five": "no"},
        "a level is reached when all of its points are met, and every level below it is reached; "
        "no level above Low until a.five reaches Yes",
        "Low holds: 2 of 2 points are met (100%), all are needed. "
        "Mid holds: 2 of 2 points are met (100%), all are needed. "
        "No level above Low until a.five reaches 'yes'.",
    ),
    "cap, a number": Case(
        'scale = "rate"\ndimension = { rule = "weakest-link", '
        'caps = [{ item = "a.one", until = 90.5, level = "low" }] }',
        LADDER, {"one": 85, "two": 95, "three": 95},
        "the lowest of its points counts; no level above Low until a.one reaches 90.5",
        "All 3 points are at Top. No level above Low until a.one reaches '90.5'.",
    ),
    "mean": Case(
        'dimension = { rule = "mean", bands = { from = { mid = 0.4, top = 0.8 } } }', LADDER,
        {"one": "yes", "two": "no", "three": "partly"},
        "the mean of the values of its points (Mid from 0.4, Top from 0.8)",
        "The mean over 3 points is 0.5, on a range from 0 to 1. Top starts at 0.8.",
    ),
    "mean, within levels": Case(
        'dimension = { rule = "mean", range = [1, 5], weighted = false, each_level = "mean", '
        "bands = { above = { low = 1.5, top = 4 } } }", STAGED,
        {"one": "yes", "two": "no", "three": "partly", "four": "no", "five": "no"},
        "the mean of how far up their scales its points stand, from 1 at the bottom to 5 "
        "at the top, first within each level, all weighing the same (Low above 1.5, Top above 4)",
        "The mean over 5 points is 2, on a range from 1 to 5. Top starts above 4.",
    ),
    "sum": Case(
        'scale = "levels"\ndimension = { rule = "sum", of = "level" }', LADDER,
        {"one": "mid", "two": "low", "three": "top"},
        "the sum of the levels of its points",
        "The sum over 3 points is 6, on a range from 3 to 9.",
    ),
    "sum, with a ceiling": Case(
        'dimension = { rule = "sum", ceiling = 10 }', LADDER,
        {"one": "yes", "two": "no", "three": "partly"},
        "10 less what its points fall short",
        "The sum over 3 points is 8.5, on a range from 7 to 10.",
    ),
    "share": Case(
        'dimension = { rule = "share", pass = "partly" }', LADDER,
        {"one": "yes", "two": "no", "three": "partly"},
        "the share of its points that are at Partly or better",
        "The share that is met over 3 points is 0.67, on a range from 0 to 1.",
    ),
    "high-water-mark": Case(
        'dimension = { rule = "high-water-mark" }', STAGED,
        {"one": "no", "two": "no", "three": "no", "four": "yes", "five": "no"},
        "the highest level at which one of its points is met",
        "The highest level seen anywhere counts: a.four.",
    ),
    "high-water-mark, nothing": Case(
        'dimension = { rule = "high-water-mark" }', STAGED,
        dict.fromkeys(("one", "two", "three", "four", "five"), "no"),
        "the highest level at which one of its points is met",
        "No level has been seen yet.",
    ),
    "weakest-link": Case(
        'dimension = { rule = "weakest-link" }', LADDER,
        {"one": "yes", "two": "partly", "three": "partly"},
        "the lowest of its points counts",
        "The lowest of 3 points count: a.two and a.three, 50% of the way up.",
    ),
    "weakest-link, unanswered": Case(
        'scale = "rate"\ndimension = { rule = "weakest-link" }', LADDER,
        {"one": 60, "two": 20},
        "the lowest of its points counts",
        "The lowest of 3 points count as Low: a.two and a.three (unanswered). "
        "1 point is unanswered, and no answer can change the level.",
    ),
    "weakest-link, of named ones": Case(
        'dimension = { rule = "weakest-link", over = ["a.x", "a.y.two"] }\n'
        'part = { rule = "mean" }',
        PARTS, {"x.one": "yes", "y.two": "no"},
        "the lowest of what it names (a.x and a.y.two) counts",
        "The lowest of 2 points and parts counts: a.y.two, 0% of the way up.",
        "the mean of the values of its points",
    ),
    "weakest-link, of one": Case(
        'scale = "levels"\ndimension = { rule = "weakest-link", over = ["a.x"] }' + MEDIAN,
        PARTS, {"x.one": "mid", "y.two": "low"},
        "the lowest of what it names (a.x) counts",
        "Its only part counts: Left, Mid.",
        MIDDLE,
    ),
    "weakest-link, all alike": Case(
        'dimension = { rule = "weakest-link" }', LADDER,
        dict.fromkeys(("one", "two", "three"), "partly"),
        "the lowest of its points counts",
        "All 3 points are 50% of the way up.",
    ),
    "median": Case(
        'scale = "levels"\ndimension = { rule = "median" }', LADDER,
        {"one": "mid", "two": "low", "three": "mid"},
        MIDDLE,
        "Of 3 points: 1 at Low and 2 at Mid; the middle one counts.",
    ),
    "median, of parts": Case(
        f'scale = "levels"\ndimension = {{ rule = "median", side = "upper" }}{MEDIAN}', PARTS,
        {"x.one": "low", "y.two": "top"},
        "the middle one of its parts; of an even number the upper of the two in the middle",
        "Of 2 parts: 1 at Low and 1 at Top; the upper of the middle two counts.",
        MIDDLE,
    ),
    "median, of one": Case(
        'scale = "levels"\ndimension = { rule = "median", over = ["a.x"] }' + MEDIAN, PARTS,
        {"x.one": "low", "y.two": "top"},
        "the middle one of what it names (a.x); "
        "of an even number the lower of the two in the middle",
        "Its only part counts: Left, Low.",
        MIDDLE,
    ),
    "median, of values": Case(
        'dimension = { rule = "median", side = "midpoint" }', LADDER,
        {"one": "yes", "two": "no", "three": AWAY},
        "the middle one of its points; "
        "of an even number the point half way between the two in the middle",
        "Of 2 points in order, the point half way between the middle two counts: 0.5.",
    ),
    "equivalence": Case(
        'scale = "levels"\ndimension = { rule = "equivalence", needs = { mid = { "a.x" = "mid" }, '
        f'top = {{ "a.x" = "top", "a.y.two" = "mid" }} }} }}{MEDIAN}', PARTS,
        {"x.one": "mid", "y.two": "low"},
        "Mid needs a.x at Mid; Top needs a.x at Top and a.y.two at Mid",
        "Low holds: nothing that it needs counts here. Mid holds: 1 of 1 need is met. "
        "Top does not hold: 0 of 2 needs are met; still needed: Left ('top') and a.y.two ('mid').",
        MIDDLE,
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_rule(name: str) -> None:
    """The rule in words, and the reason that it gives."""
    case = CASES[name]
    card = card_of(framework_of(case.scoring, case.body), case.answers)
    lines = [f"Each dimension: {case.words}."]
    lines += [f"Each part: {case.parts}."] if case.parts else []
    assert reading(card)[: len(lines)] == lines
    assert card["a"].why().text.partition(". ")[2] == case.reason
    assert case.reason.split(". ")[0] in " ".join(why(card).split())


def test_short_reasons_leave_out_what_is_clear() -> None:
    """The card says what decides: the last level that holds and the first that doesn't."""
    card = card_of(
        framework_of('dimension = { rule = "staged" }'),
        dict.fromkeys(("one", "two", "three", "four"), "yes") | {"five": "no"},
    )
    assert details(card).split("\n")[1] == (
        "  Mid holds: 2 of 2 points are met (100%), all are needed. "
        "Top does not hold: 0 of 1 point is met (0%), all are needed."
    )


def test_rules_that_differ_are_told_apart() -> None:
    """Dimensions that share a rule stand on one line; an overall has its own."""
    body = f'{STAGED}[dimensions.b]\ntitle = "Second"\nscoring = {{ rule = "mean" }}\n'
    body += '[dimensions.c]\ntitle = "Third"\nscoring = { rule = "mean" }\n'
    scoring = 'dimension = { rule = "staged" }\noverall = { rule = "share", pass = "mid", over = '
    card = card_of(framework_of(f'{scoring}["a"] }}', body), {})
    assert reading(card)[2:5] == [
        (
            "First: a level is reached when all of its points are met, "
            "and every level below it is reached."
        ),
        "Second and Third: the mean of the values of its points.",
        "Overall: the share of what it names (a) that are at Mid or better.",
    ]


CONVENTIONS = {
    "": "A missing answer leaves the result open; a point that does not apply is left out.",
    'missing = "exclude"\nnot_applicable = "pass"':
        "A missing answer is left out; a point that does not apply counts as met.",
    'missing = "lowest"\nnot_applicable = "target"':
        "A missing answer counts as the lowest; a point that does not apply counts as the target.",
    'missing = "block"\nnot_applicable = "block"':
        "A missing answer blocks the level; a point that does not apply blocks the level.",
    'not_applicable = "lowest"\nminimum_coverage = 0.5':
        "A missing answer leaves the result open; a point that does not apply counts as the lowest "
        "answer. No level is stated before 50% is answered.",
}  # fmt: skip


@pytest.mark.parametrize("scoring", CONVENTIONS)
def test_conventions(scoring: str) -> None:
    """What is done with what is missing and with N/A is always said."""
    framework = framework_of(f'{scoring}\ndimension = {{ rule = "mean" }}', LADDER)
    assert CONVENTIONS[scoring] in reading(card_of(framework, {"one": "yes"}))


def test_conventions_of_a_dimension() -> None:
    """Where a dimension has conventions of its own, that is said."""
    body = LADDER + 'scoring = { missing = "exclude" }'
    framework = framework_of('dimension = { rule = "mean" }', body)
    lines = reading(card_of(framework, {"one": "yes"}))
    assert lines[-1] == "Some of it has conventions of its own."
    assert lines[0] == "Result: with the missing answers read as it is said below."


def test_no_rule() -> None:
    """A dimension without a rule is told apart from a total that nobody wants."""
    card = card_of(framework_of('dimension = { rule = "none" }', LADDER), {"one": "yes"})
    assert reading(card)[:2] == [
        "Each dimension: no level here: the framework gives none.",
        "Overall: no total, on purpose.",
    ]
