"""Laws of carrying over: whatever was said before is told once, and nothing of it is lost."""

from __future__ import annotations

from collections import Counter

from hypothesis import given

import maturity as mt
from maturity.model.tree import Dimension, Item

from .effort import effort
from .strategies_editions import AWAY, Editions, editions


@effort(80)
@given(editions())
def test_whatever_was_said_is_told_once(made: Editions) -> None:
    """Each answer, claim, target and action is in one of kept, guesses, drafts and left."""
    old = made.assessment
    found = mt.carry_over(old, made.later)
    told = Counter([*found.kept, *found.guesses, *found.drafts])
    assert set(told.values()) <= {1}
    assert all([*found.guesses.values(), *found.drafts.values(), *found.left.values()])
    for path in old.answers:
        nows = made.went[path]
        assert all(told[now] == 1 for now in nows)
        assert nows or path in found.left
    for path in old.claims:
        assert told[path] + (path in found.left) == 1
    for path, target in old.targets.items():
        kept = [now for now in made.went.get(path, (path,)) if told[f"target of {now}"]]
        assert len(kept) + (f"target of {path}" in found.left) == 1
        assert all(found.assessment.targets[now] == target for now in kept)
    for number, action in enumerate(old.actions, start=1):
        name = f"action {number}, '{action.title}'"
        now = found.assessment.actions[number - 1]
        assert told[name] == (len(now.paths) == len(action.paths))
        assert told[name] + (name in found.left) == 1
    said = {*found.assessment.answers, *found.assessment.claims}
    assert said == {name for name in told if " " not in name}


@effort(80)
@given(editions())
def test_every_guess_is_marked(made: Editions) -> None:
    """What is kept is as it was and means the same; what is a guess says so, also in the file."""
    old = made.assessment
    found = mt.carry_over(old, made.later)
    now = {**found.assessment.answers, **found.assessment.claims}
    again = mt.parse_assessment(mt.dump_assessment(found.assessment), made.later)
    assert {**again.answers, **again.claims} == now
    assert again.targets == found.assessment.targets
    assert {path for path, answer in now.items() if answer.guess} == set(found.guesses)
    assert {path for path, answer in now.items() if answer.is_draft} == set(found.drafts)
    for name in found.kept:
        path = name.removeprefix("target of ")
        if " " not in path:
            assert made.same_scale or (name in now and now[name].value == AWAY)
            node = made.later[path]
            assert isinstance(node, Item) or is_whole(made, path)
            assert path == name or path in found.assessment.targets


def is_whole(made: Editions, path: str) -> bool:
    """Whether a branch holds the very same items as before."""
    before, now = (edition[path] for edition in (made.assessment.framework, made.later))
    assert isinstance(before, Dimension)
    assert isinstance(now, Dimension)
    items = {item.id for item in before.items}
    return items == {item.id for item in now.items} and items <= made.same


@effort(80)
@given(editions())
def test_nothing_that_was_said_is_lost(made: Editions) -> None:
    """Notes, reasons, evidence and the answers themselves are in what they became."""
    old = made.assessment
    found = mt.carry_over(old, made.later)
    for path, before in old.answers.items():
        for now in made.went[path]:
            answer = found.assessment.answers[now]
            words = answer.note + answer.guess
            assert before.note in answer.note
            assert before.reason in answer.reason + words
            assert before.guess in words
            assert set(before.evidence) <= set(answer.evidence)
            assert before.confidence in (None, answer.confidence) or f"{path}: 4" in words
            assert before.basis in (None, answer.basis) or f"{path} rested on: data" in words
            assert before.value in (None, answer.value) or shown(before.value) in words
            for unit, value in before.by.items():
                assert answer.by.get(unit) == value or f"{shown(value)} from {unit}" in words
    for path in old.claims.keys() & found.left.keys():
        claim, words = old.claims[path], found.left[path]
        assert claim.value is None or shown(claim.value) in words
        assert all(text in words for text in (claim.note, claim.reason, claim.guess))
        assert all(str(piece.title) in words for piece in claim.evidence)
        assert claim.confidence is None or "confidence: 4" in words
        assert claim.basis is None or "basis: data" in words


@effort(80)
@given(editions())
def test_a_branch_that_does_not_apply_stays_so(made: Editions) -> None:
    """Each item below it is still not applicable, or says that it was."""
    old = made.assessment
    found = mt.carry_over(old, made.later).assessment
    away = {path for path, claim in old.claims.items() if claim.value == AWAY}
    still = {path for path, claim in found.claims.items() if claim.value == AWAY}
    assert still <= away
    for item in old.framework.items:
        if not any(item.id.startswith(f"{path}.") for path in away):
            continue
        for now in made.went[item.id]:
            answer = found.answers.get(now, mt.Answer())
            stays = any(now.startswith(f"{path}.") for path in still)
            assert stays or answer.value == AWAY or shown(AWAY) in answer.note


def shown(value: object) -> str:
    """A value as sentences have it."""
    return f"not applicable ({AWAY.reason})" if value == AWAY else f"'{value}'"
