"""Items that can never matter."""

from __future__ import annotations

from itertools import product

import pytest

import maturity as mt
from maturity.analysis import advice_matters as why
from maturity.analysis.advice_matters import never_matter
from maturity.scoring.plan import compile_plan

from .tools import framework

STAGED = '[scoring]\nscale = "met"\ndimension = { rule = "staged" }\n'
SCALES = "[scales.same]\nno = 1\nyes = 1\n[scales.one]\nyes = 1\n"
SCALES += "[scales.rate]\nnumber = { min = 0, max = 10 }\n"
LOW = "[dimensions.d.at.low]\n"


def reasons(text: str) -> dict[str, why.Reason]:
    """The items that never matter, with the reasons."""
    return never_matter(compile_plan(framework(text)))


def rule(said: str, items: str = 'a = "A"\n') -> dict[str, why.Reason]:
    """The same, of one dimension with a rule and items under no level."""
    return reasons(
        f'{SCALES}[scoring]\nscale = "met"\ndimension = {{ {said} }}\n[dimensions.d.items]\n{items}'
    )


@pytest.mark.parametrize(
    ("said", "scale", "reason"),
    [
        ('rule = "none"', "met", why.UNREAD),
        ('rule = "mean"', "met", None),
        ('rule = "mean"', "same", why.SAME_VALUE),
        ('rule = "mean", range = [0, 1]', "same", None),
        ('rule = "mean"', "one", why.ONE_ANSWER),
        ('rule = "sum", ceiling = 9', "same", None),
        ('rule = "sum"', "same", why.SAME_VALUE),
        ('rule = "share"', "same", None),
        ('rule = "share", pass = "no"', "met", why.ALWAYS_PASSES),
        ('rule = "share", pass = "yes"', "met", None),
        ('rule = "share", pass = 0', "rate", why.ALWAYS_PASSES),
        ('rule = "share", pass = 1', "rate", None),
        ('rule = "median"', "rate", None),
        ('rule = "weakest-link"', "met", None),
        ('rule = "weakest-link"', "one", why.ONE_ANSWER),
        ('rule = "staged"', "met", why.NO_LEVEL),
        ('rule = "staged"', "levels", None),
        ('rule = "staged", threshold = 0', "levels", why.NOTHING_ASKED),
        ('rule = "staged", threshold = 0, least = 1', "levels", None),
        ('rule = "high-water-mark"', "met", why.NO_LEVEL),
        ('rule = "high-water-mark"', "levels", None),
        ('rule = "mean", of = "level"', "levels", None),
    ],
)
def test_under_no_level(said: str, scale: str, reason: why.Reason | None) -> None:
    """Whether an item under no level matters is for the rule and its scale to say."""
    found = rule(said, f'a = {{ text = "A", scale = "{scale}" }}\n')
    assert found == ({} if reason is None else {"d.a": reason})


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("", None),
        ('pass = "no"', why.ALWAYS_PASSES),
        ("threshold = 0", why.NOTHING_ASKED),
        ("thresholds = { mid = { mid = 1 } }", why.NOTHING_ASKED),
        ("thresholds = { mid = { low = 1 } }", None),
        ("threshold = 0, least = 1", None),
        ('threshold = 0, least = 1, pass = "no"', why.ALWAYS_PASSES),
        ('credit = "partial", pass = "no"', None),
    ],
)
def test_under_a_level(said: str, reason: why.Reason | None) -> None:
    """Whether an item under a level matters is for what is asked of the level."""
    text = STAGED.replace('"staged"', f'"staged"{", " if said else ""}{said}')
    found = reasons(text + LOW + 'a = "A"\n')
    assert found == ({} if reason is None else {"d.a": reason})


def test_a_share_that_is_read_above() -> None:
    """A level of which nothing is asked here may be asked for above."""
    part = '[dimensions.d]\nscoring = { rule = "staged", over = "children", of = "shares" }\n'
    part += '[dimensions.d.parts.p]\nscoring = { rule = "staged", threshold = 0 }\n'
    part += '[dimensions.d.parts.p.at.low]\na = "A"\n'
    assert reasons('[scoring]\nscale = "met"\n' + part) == {}
    other = part.replace('"shares"', '"level"')
    assert reasons('[scoring]\nscale = "met"\n' + other) == {"d.p.a": why.NOTHING_ASKED}


@pytest.mark.parametrize(
    ("said", "works"),
    [
        ('item = "d.a", until = "yes", level = "mid"', True),
        ('item = "d.a", until = "no", level = "mid"', False),
        ('item = "d.a", until = "yes", level = "high"', False),
    ],
)
def test_caps(said: str, *, works: bool) -> None:
    """An item that only a cap waits for matters where the cap works."""
    overall = f'overall = {{ rule = "weakest-link", over = ["d.b"], caps = [{{ {said} }}] }}\n'
    text = f'[scoring]\nscale = "met"\n{overall}[dimensions.d]\nscoring = {{ rule = "none" }}\n'
    text += '[dimensions.d.items]\na = "A"\nb = { text = "B", scale = "levels" }\n'
    assert reasons(text) == ({} if works else {"d.a": why.IDLE_CAP})


@pytest.mark.parametrize(("needed", "reason"), [("yes", None), ("no", why.ALWAYS_PASSES)])
def test_needs(needed: str, reason: why.Reason | None) -> None:
    """An item that a level needs matters where not every answer will do."""
    said = f'overall = {{ rule = "equivalence", needs.low = {{ "d.a" = "{needed}" }} }}\n'
    found = reasons(f'[scoring]\nscale = "met"\n{said}[dimensions.d.items]\na = "A"\n')
    assert found == ({} if reason is None else {"d.a": reason})


def test_one_rule_that_answers_is_enough() -> None:
    """What one rule can't hear, another may."""
    text = '[scoring]\nscale = "met"\ndimension = { rule = "staged" }\n'
    text += 'overall = { rule = "share", over = "items" }\n[dimensions.d.items]\na = "A"\n'
    assert reasons(text) == {}


def test_numbers_by_their_bands() -> None:
    """A number passes where its bands lead to the level; where none leads there, none passes."""
    scale = "[scales.banded]\nnumber = { min = 0, max = 10 }\nbands = { from = { mid = 5 } }\n"
    text = '[scoring]\nscale = "banded"\ndimension = { rule = "share", pass = "LEVEL" }\n'
    text = scale + text + '[dimensions.d.items]\na = "A"\n'
    assert reasons(text.replace("LEVEL", "mid")) == {}
    assert reasons(text.replace("LEVEL", "low")) == {"d.a": why.ALWAYS_PASSES}
    assert reasons(text.replace("LEVEL", "high")) == {"d.a": why.NEVER_PASSES}


def test_brute_force() -> None:
    """Of a small framework, every completion shows which items matter, and all are found."""
    text = STAGED + LOW + 'a = "A"\nb = "B"\n[dimensions.d.items]\nc = "C"\n'
    text += '[dimensions.d.at.mid]\ne = { text = "E", scale = "same" }\n'
    text += '[dimensions.f]\nscoring = { rule = "none" }\n[dimensions.f.items]\ng = "G"\n'
    known = framework(SCALES + text)
    paths = [item.id for item in known.items]
    results = {}
    for answers in product(("no", "yes"), repeat=len(paths)):
        card = mt.score(known.assess(dict(zip(paths, answers, strict=True))))
        results[answers] = [(score.value, score.level) for score in card]
    matter = {
        path
        for place, path in enumerate(paths)
        for answers, result in results.items()
        if result != results[(*answers[:place], "no", *answers[place + 1 :])]
    }
    assert set(never_matter(compile_plan(known))) == set(paths) - matter == {"d.c", "f.g"}
