"""Carrying over what is said of whole branches, and targets and actions."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

import maturity as mt

if TYPE_CHECKING:
    from pathlib import Path

HEAD = """
schema = 1
id = "tool"
title = "Tool"
[levels]
lo = "Lo"
hi = "Hi"
[scales.s]
no = 0
partly = 0.5
yes = 1
[scoring]
scale = "s"
dimension = { rule = "staged", threshold = 0.5 }
[profiles.quick]
ask = "dimensions"
"""
OLD = (
    'edition = "1"'
    + HEAD
    + """
[dimensions.a.at.lo]
x = "X"
y = "Y"
[dimensions.a.at.hi]
m = "M"
n = "N"
[dimensions.b.at.lo]
q = "Q"
"""
)
NEW = (
    'edition = "2"'
    + HEAD
    + """
[dimensions.a.at.lo]
x1 = "X, first"
x2 = "X, second"
y = "Y"
[dimensions.a.at.hi]
mn = "M and N"
more = "More"
[dimensions.b.at.lo]
q = "Q"
[bridge]
from = "1"
split = { "a.x" = ["a.x1", "a.x2"] }
merged = { "a.mn" = ["a.m", "a.n"] }
new = { "a.more" = "Added" }
"""
)
SAME = OLD.replace('edition = "1"', 'edition = "2"') + '[bridge]\nfrom = "1"\n'
AWAY = mt.not_applicable("no a here")


def carried(answers: dict[str, Any], new: str = NEW, **details: object) -> mt.CarriedOver:
    """Answers to the earlier edition, carried over; what comes out can be written and read."""
    later = mt.parse_framework(new)
    found = mt.carry_over(mt.parse_framework(OLD).assess(answers, **details), later)  # type: ignore[arg-type]  # each as its test needs it
    again = mt.parse_assessment(mt.dump_assessment(found.assessment), later)
    assert again.answers == found.assessment.answers
    assert again.claims == found.assessment.claims
    return found


def test_a_claim_of_a_branch_that_changed_is_a_guess() -> None:
    """A claim is only a guess where the branch holds other items now, and scores say so."""
    found = carried({"a": "hi", "b": "lo"})
    why = "edition 1 had other items below it; it was 'hi'"
    assert found.assessment.claims["a"] == mt.Answer(value="hi", guess=why)
    assert (found.kept, dict(found.guesses)) == (("b",), {"a": why})
    short = mt.score(found.assessment, profile="quick")
    caveat = "1 question is a guess from answers to an earlier edition: a."
    assert short["a"].caveats == (caveat,)
    assert "The claim is a guess from an answer to an earlier edition." in (
        mt.score(found.assessment)["a"].caveats
    )
    assert not any("guess" in caveat for caveat in mt.score(found.assessment)["b"].caveats)
    record = short.record()
    assert mt.recompute(record, found.assessment.framework).record() == record


def test_a_claim_whose_scale_changed_is_a_guess() -> None:
    """So it is where there are other levels to claim; the same items alone are not enough."""
    found = carried({"b": "hi"}, SAME.replace('lo = "Lo"', 'low = "Low"\nlo = "Lo"'))
    assert dict(found.guesses) == {"b": "edition 1 had other answers to choose from; it was 'hi'"}
    again = carried({"b": mt.Answer(value="hi", guess="Edition 0")}, SAME)
    assert (again.kept, dict(again.guesses)) == ((), {"b": "Edition 0"})


@pytest.mark.parametrize(
    ("claim", "new", "what"),
    [
        (mt.Answer(value="hi"), SAME.replace("hi", "top"), "'hi' for it"),
        (
            mt.Answer(value="hi"),
            SAME.replace('[profiles.quick]\nask = "dimensions"', ""),
            "'hi' for it",
        ),
        (
            mt.Answer(note="Ask"),
            SAME.replace("[bridge]", 'note = "N"\n[bridge]\nnew = { "b.note" = "Added" }'),
            "a note alone for it; its note: Ask",
        ),
        (
            mt.Answer(value="hi"),
            SAME.replace("[bridge]", 'guess = "G"\n[bridge]\nnew = { "b.guess" = "Added" }'),
            "'hi' for it",
        ),
        (
            mt.Answer(note="Ask"),
            SAME.replace("dimensions.b.", "dimensions.c.").replace(
                "[bridge]", '[bridge]\nsame = { "c.q" = "b.q" }'
            ),
            "a note alone for it; its note: Ask",
        ),
    ],
)
def test_a_claim_that_has_no_place_is_left(claim: mt.Answer, new: str, what: str) -> None:
    """A level that is gone or not asked for, a note that an item is called by, a branch gone."""
    found = carried({"b": claim}, new)
    assert not found.assessment.claims
    assert dict(found.left) == {"b": f"edition 2 does not take {what}"}


def test_what_goes_with_a_claim_is_told_where_it_is_left() -> None:
    """Its note, its evidence and the rest stand in the message, for the claim goes nowhere."""
    proof = mt.Evidence(
        kind="survey", title="Staff survey", expires=date(2027, 1, 1), groups=["us"]
    )
    claim = mt.Answer(
        value="hi", note="Ask", reason="So", confidence=4, basis="data",
        evidence=[proof, mt.Evidence(reference="page 3"), mt.Evidence(title="Minutes")],
    )  # fmt: skip
    assert dict(carried({"b": claim}, SAME.replace("hi", "top")).left) == {
        "b": "edition 2 does not take 'hi' for it; its note: Ask; its reason: So; its confidence: "
        "4; its basis: data; its evidence: Staff survey (kind survey, expires 2027-01-01, groups "
        "us), without a title (reference page 3) and Minutes"
    }


def test_a_note_on_a_branch_stays_a_draft() -> None:
    """A note on a branch goes along, and is told."""
    found = carried({"a": mt.Answer(note="Ask")})
    assert found.assessment.claims["a"] == mt.Answer(note="Ask")
    assert dict(found.drafts) == {"a": "Ask"}


def test_notes_below_a_branch_that_does_not_apply_go_with_it() -> None:
    """Neither a note nor what is said of the branch above it is lost."""
    later = mt.Answer(note="look later")
    found = carried(
        {"a": mt.Answer(value=AWAY, note="All"), "a.y": later, "a.x": later, "a.m": later}
    )
    answers = found.assessment.answers
    assert answers["a.y"] == mt.Answer(value=AWAY, note="All\nlook later")
    assert found.kept == ("a.y",)
    assert {path: answer.value for path, answer in answers.items()} == dict.fromkeys(
        ("a.x1", "a.x2", "a.y", "a.mn"), AWAY
    )
    assert answers["a.mn"].note == "All\nlook later"
    assert found.guesses["a.x1"] == (
        "edition 1 asked 'X' in one; the answer was not applicable (no a here)"
    )
    assert set(found.left) == {"a"}


def test_a_note_below_a_branch_that_is_the_same_stays_a_draft() -> None:
    """Where the branch itself stays not applicable, the note below it stays as it was."""
    found = carried({"b": AWAY, "b.q": mt.Answer(note="look later")})
    assert found.assessment.claims["b"] == mt.Answer(value=AWAY)
    assert (found.kept, dict(found.drafts)) == (("b",), {"b.q": "look later"})


def test_of_two_branches_that_do_not_apply_the_nearer_counts() -> None:
    """What is said of a part goes before what is said of the dimension around it."""
    part = '[dimensions.b.parts.p.at.lo]\nr = "R"\nt = "T"\n'
    old = mt.parse_framework(OLD + part)
    text = OLD.replace('edition = "1"', 'edition = "2"') + part.replace('t = "T"', 'u = "U"')
    later = mt.parse_framework(f'{text}[bridge]\nfrom = "1"\nsame = {{ "b.p.u" = "b.p.t" }}\n')
    near = mt.not_applicable("no part")
    found = mt.carry_over(old.assess({"b.p": near, "b": AWAY}), later).assessment
    values = {path: answer.value for path, answer in found.answers.items()}
    assert values == {"b.q": AWAY, "b.p.r": near, "b.p.u": near}


def test_targets_are_kept_where_they_mean_the_same() -> None:
    """A target goes along where its branch or its scale is the same; else it is left and told."""
    targets = {"a.y": "yes", "a.x": "yes", "a": "hi", "b": "hi"}
    found = carried({}, targets=targets)
    assert dict(found.assessment.targets) == {"a.y": "yes", "b": "hi"}
    assert found.kept == ("target of a.y", "target of b")
    assert dict(found.left) == {
        "target of a.x": "'yes' has no place in edition 2",
        "target of a": "'hi' may mean something else now: edition 1 had other items below it",
    }


def test_a_target_on_a_scale_that_changed_is_left() -> None:
    """A target that was chosen from other answers is not set again in silence."""
    found = carried({}, SAME.replace("partly = 0.5", "partly = 0.9"), targets={"b.q": "partly"})
    assert not found.assessment.targets
    assert dict(found.left) == {
        "target of b.q": "'partly' may mean something else now: "
        "edition 1 had other answers to choose from"
    }
    gone = carried({}, SAME.replace("partly", "half"), targets={"b.q": "partly"})
    assert dict(gone.left) == {"target of b.q": "'partly' has no place in edition 2"}


def test_an_action_says_what_it_is_no_longer_about() -> None:
    """A path that an action loses is told; the rest of it goes along."""
    actions = [
        mt.Action(title="Plan", paths=("a.x",)),
        mt.Action(title="Plan", paths=("a.m", "a.x", "a.y", "a")),
        mt.Action(title="Talk"),
    ]
    found = carried({}, actions=actions)
    assert [action.paths for action in found.assessment.actions] == [(), ("a.y", "a"), ()]
    assert found.kept == ("action 3, 'Talk'",)
    split = "a.x, which is split in edition 2"
    assert dict(found.left) == {
        "action 1, 'Plan'": f"it is no longer about {split}",
        "action 2, 'Plan'": f"it is no longer about a.m, which is merged in edition 2 and {split}",
    }


def test_an_action_about_a_branch_that_is_gone_says_so() -> None:
    """A branch that the later edition lacks is told like any other path."""
    new = SAME.replace("dimensions.b.", "dimensions.c.").replace(
        "[bridge]", '[bridge]\nsame = { "c.q" = "b.q" }'
    )
    found = carried({}, new, actions=[mt.Action(title="Plan", paths=("b", "b.q"))])
    assert found.assessment.actions[0].paths == ("c.q",)
    assert dict(found.left) == {
        "action 1, 'Plan'": "it is no longer about b, which is not in edition 2"
    }


def test_what_one_step_left_is_not_told_as_kept_by_the_next(tmp_path: Path) -> None:
    """On a longer way an action is told once: what it lost first is still lost at the end."""
    (tmp_path / "two.toml").write_text(NEW, "utf-8")
    third = NEW.partition("[bridge]")[0].replace('"2"', '"3"')
    (tmp_path / "three.toml").write_text(f'{third}[bridge]\nfrom = "2"\n', "utf-8")
    actions = [mt.Action(title="Plan", paths=("a.x", "a.y")), mt.Action(title="Talk")]
    assessment = mt.parse_framework(OLD).assess({"a": "hi"}, actions=actions)
    found = mt.carry_over(assessment, tmp_path / "three.toml")
    assert found.kept == ("action 2, 'Talk'",)
    assert dict(found.left) == {
        "action 1, 'Plan'": "it is no longer about a.x, which is split in edition 2"
    }
    assert dict(found.guesses) == {"a": "edition 1 had other items below it; it was 'hi'"}
