"""One node of one card as its rule sees it."""

from __future__ import annotations

from maturity.scoring.look import Look

from .tools import WITH_BELOW, at, framework_of, said, score_of

LADDER = '[scoring]\nscale = "levels"\ndimension = { rule = "median" }\n'
PAIR = '[dimensions.a]\ntitle = "A"\nitems = { y = "Y", x = "X" }\n'
MIXED = """
[scoring]
scale = "met"
part = { rule = "mean" }
dimension = { rule = "mean" }
overall = { rule = "mean" }
[dimensions.a]
title = "A"
items.x = "X"
[dimensions.a.parts.p]
title = "Part"
items.y = "Y"
"""


def test_file_order() -> None:
    """What a node reads comes in the order of the file."""
    score = score_of(LADDER + PAIR, said(gold="x", silver="y"))
    look = Look(score.card, score)
    assert [look.path(entry) for entry in look.entries()] == ["a.y", "a.x"]
    assert [look.rank(entry) for entry in look.entries()] == [2, 3]
    assert look.reached == 2


def test_rank_from_below() -> None:
    """Ranks are right where `below` is an answer, also when the plan was made for an equal file."""
    framework_of(LADDER + PAIR, WITH_BELOW)
    for _ in range(2):
        score = score_of(LADDER + PAIR, said(below="x", silver="y"), WITH_BELOW)
        look = Look(score.card, score)
        assert [look.rank(entry) for entry in look.entries()] == [2, 0]
        assert look.level(0).label == "Not yet bronze"


def test_rank_on_an_own_ladder() -> None:
    """On a ladder of its own, an answer's rank is its place from 1."""
    text = '[scales.skill]\nnovice = "Novice"\nable = "Able"\n' + LADDER
    text = text.replace('"levels"', '"skill"').replace('"median"', '"median", ladder = "skill"')
    score = score_of(text + PAIR, said(novice="x", able="y"))
    look = Look(score.card, score)
    assert [look.rank(entry) for entry in look.entries()] == [2, 1]
    assert look.level(2).label == "Able"


def test_names() -> None:
    """Items go by their paths, branches by their titles, each by the framework's word."""
    score = score_of(MIXED, {"a.x": "yes", "a.p.y": "no"})
    look = Look(score.card, score)
    item, part = look.entries()
    assert (look.title(item), look.path(item), look.noun([item])) == ("a.x", "a.x", "item")
    assert (look.title(part), look.path(part), look.noun([part])) == ("Part", "a.p", "part")
    assert look.count([item, part]) == "2 items and parts"
    overall = Look(score.card, score.card.overall)
    assert overall.noun(overall.entries()) == "dimension"


def test_passes() -> None:
    """An entry passes at its mark; what is left out does not."""
    text = '[scoring]\nscale = "met"\ndimension = { rule = "staged" }\n' + at(bronze=3)
    score = score_of(text, said(yes="b1", no="b2", na="b3"))
    look = Look(score.card, score)
    assert [look.passes(entry) for entry in look.every] == [True, False, False]
    assert [look.counted(entry) for entry in look.every] == [True, True, False]
