from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import maturity as mt

TOOL = mt.load_framework(Path(__file__).parents[1] / "broken" / "frameworks" / "tool.toml")
HEAD = 'schema = 1\nframework = { id = "tool", edition = "1" }\n'

SAME = {
    "quoted": '[answers]\n"vision.shared" = "yes"\n"people.rest.breaks" = "no"',
    "dotted": '[answers]\nvision.shared = "yes"\npeople.rest.breaks = "no"',
    "dotted from the top": 'answers.vision.shared = "yes"\nanswers.people.rest.breaks = "no"',
    "headers": '[answers.vision]\nshared = "yes"\n[answers.people.rest]\nbreaks = "no"',
    "quoted headers": '[answers.vision]\nshared = "yes"\n[answers."people.rest"]\nbreaks = "no"',
    "half and half": '[answers]\n"vision.shared" = "yes"\n[answers.people]\nrest.breaks = "no"',
    "inline": 'answers = { vision = { shared = "yes" }, "people.rest" = { breaks = "no" } }',
    "tables": (
        '[answers.vision.shared]\nanswer = "yes"\n[answers.people.rest.breaks]\nanswer = "no"'
    ),
    "two tables of one branch": (
        '[answers."people"]\n"rest.breaks" = "no"\n[answers]\n"vision.shared" = "yes"'
    ),
}


def read(text: str) -> mt.Assessment:
    """The assessment whose file goes on with `text`."""
    return mt.parse_assessment(HEAD + text, TOOL)


def faults(text: str) -> list[str]:
    """The faults of the assessment whose file goes on with `text`."""
    with pytest.raises(mt.FaultsFound) as caught:
        read(text)
    return [str(fault).removeprefix("<text>:") for fault in caught.value.faults]


@pytest.mark.parametrize("text", SAME.values(), ids=SAME)
def test_every_way_of_writing_a_path_means_the_same(text: str) -> None:
    """Every way of writing a path means the same."""
    assert read(text).answers == {
        "vision.shared": mt.Answer(value="yes"),
        "people.rest.breaks": mt.Answer(value="no"),
    }


def test_an_answer_may_say_more() -> None:
    """An answer may say more."""
    answer = read(
        """
[answers.vision.shared]
answer = "partly"
note = "Agreed in March."
reason = "It is new."
confidence = 4
basis = "data"
evidence = [{ kind = "policy", collected = 2025-11-01, groups = ["managers"], basis = "opinion" }]
"""
    ).answers["vision.shared"]
    piece = mt.Evidence(
        kind="policy", collected=date(2025, 11, 1), groups=("managers",), basis="opinion"
    )
    assert answer == mt.Answer(
        value="partly",
        note="Agreed in March.",
        reason="It is new.",
        confidence=4,
        basis="data",
        evidence=(piece,),
    )


@pytest.mark.parametrize("text", ["{}", '{ note = "Ask in May." }', "{ by = {} }"])
def test_a_table_without_an_answer_is_a_draft(text: str) -> None:
    """A table without an answer is a draft."""
    assert read(f"[answers.vision]\nshared = {text}").answers["vision.shared"].is_draft


def test_units_answer_one_by_one() -> None:
    """Units answer one by one."""
    text = """
[units]
north = "North team"
south = "South team"
[answers.people]
absence = { by = { north = 2, south = { not_applicable = "New team" } }, note = "From records." }
"""
    answer = read(text).answers["people.absence"]
    assert answer.by == {"north": 2.0, "south": mt.not_applicable("New team")}
    assert answer.note == "From records."


@pytest.mark.parametrize(
    "text",
    [
        '[answers.people]\nnot_applicable = "None here"',
        '[answers]\npeople = { not_applicable = "None here" }',
        '[answers]\npeople.not_applicable = "None here"',
    ],
)
def test_a_branch_may_not_apply(text: str) -> None:
    """A branch may not apply."""
    assert read(text).claims == {"people": mt.Answer(value=mt.not_applicable("None here"))}


@pytest.mark.parametrize(
    "text",
    [
        '[answers]\n"people.rest" = "two"',
        '[answers.people]\nrest = "two"',
        '[answers.people.rest]\nanswer = "two"',
    ],
)
def test_a_branch_may_be_claimed(text: str) -> None:
    """A branch may be claimed."""
    assert read(text).claims == {"people.rest": mt.Answer(value="two")}


def test_a_claim_stands_beside_the_items_below_it() -> None:
    """A claim stands beside the items below it."""
    both = read('[answers.people.rest]\nanswer = "two"\nnote = "We think."\nbreaks = "no"')
    assert both.claims == {"people.rest": mt.Answer(value="two", note="We think.")}
    assert both.answers == {"people.rest.breaks": mt.Answer(value="no")}


def test_a_header_with_nothing_below_it_says_nothing() -> None:
    """A header with nothing below it says nothing."""
    empty = read("[answers.people]\n[answers.people.rest]")
    assert not empty.claims
    assert not empty.answers


def test_an_item_that_is_called_like_a_key_is_an_item() -> None:
    """An item that is called like a key is an item."""
    framework = mt.parse_framework(
        """
schema = 1
id = "t"
title = "T"
edition = "1"
[scales.s]
no = 0
yes = 1
[scoring]
scale = "s"
[dimensions.d.items]
note = "A note."
evidence = "Evidence."
"""
    )
    head = 'schema = 1\nframework = { id = "t", edition = "1" }\n'
    text = f'{head}[answers.d]\nnote = "yes"\nevidence = "no"\nbasis = "data"\n'
    assessment = mt.parse_assessment(text, framework)
    assert set(assessment.answers) == {"d.note", "d.evidence"}
    assert assessment.claims == {"d": mt.Answer(basis="data")}


def test_a_line_below_another_items_header_is_told_apart_from_a_typing_error() -> None:
    """A line below another item's header is told apart from a typing error."""
    trap = faults('[answers.vision.shared]\nanswer = "yes"\nknown = "no"')
    assert trap == [
        (
            "5:1: error[key.unknown]: 'known' is not a key of this table; "
            "the line of 'vision.known' became a key of 'shared': "
            "move it up, above the header of 'shared'"
        )
    ]
    assert faults('[answers.vision.shared]\nanswr = "yes"') == [
        (
            "4:1: error[key.unknown]: 'answr' is not a key of this table; allowed: answer, "
            "not_applicable, by, note, reason, confidence, basis, evidence, guess; "
            "did you mean 'answer'?"
        )
    ]


def test_a_key_of_the_whole_file_below_a_header_is_told() -> None:
    """A key of the whole file below a header is told."""
    assert faults('[answers.vision]\nshared = "yes"\nrater = "agreed"') == [
        (
            "5:1: error[path.unknown]: 'rater' stands among the answers to 'vision'; "
            "move it up, above the first line in square brackets"
        )
    ]


def test_a_fault_in_a_units_answer_is_told_once() -> None:
    """A fault in a unit's answer is told once."""
    text = '[units]\nnorth = "N"\n[answers.vision]\nshared = { by = { north = { reason = "x" } } }'
    assert [fault.partition("]")[0] for fault in faults(text)] == [
        "6:19: error[key.missing",
        "6:29: error[key.unknown",
    ]


def test_below_an_item_there_is_nothing() -> None:
    """Below an item there is nothing."""
    assert faults('[answers]\n"vision.shared.deeper" = "yes"') == [
        (
            "4:1: error[path.unknown]: there is no dimension, part or item 'vision.shared.deeper'; "
            "in 'vision' there are: vision.shared, vision.known; did you mean 'vision.shared'?"
        )
    ]


def test_a_target_is_told_where_it_stands() -> None:
    """A target is told where it stands."""
    assert faults('[targets.people]\nabsence = "low"\nrest.breaks = [1]') == [
        (
            "4:1: error[target.value]: 'people.absence' can't have this target: 'low' is not a "
            "number, as the scale 'absence' asks; allowed: a number from 0 to 20 in steps of 0.5"
        ),
        "5:6: error[value.type]: expected text or a number, found a list",
    ]


def test_faults_come_in_the_order_of_the_file() -> None:
    """Faults come in the order of the file."""
    text = '[answers.vision]\nshared = "x"\nknown = true\n[answers.people]\ntrained = "y"'
    assert [fault.partition(":")[0] for fault in faults(text)] == ["4", "5", "7"]
