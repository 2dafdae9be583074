"""Advice on what an overlay adds."""

from __future__ import annotations

import pytest

import maturity as mt

from .tools import framework

BASE = """[scoring]
scale = "met"
dimension = { rule = "mean" }
[dimensions.vision.items]
aim = "There is an aim."
[dimensions.vision.parts.shared.items]
told = "It is told."
[dimensions.team-1.items]
meets = "It meets."
[dimensions.team.items]
meets = "It meets."
"""
EXTENDS = 'extends = { id = "small", edition = "1" }\n'


def near(more: str) -> list[str]:
    """The advice on names in an overlay that says this."""
    found = mt.advise(framework(EXTENDS + more, base=framework(BASE)))
    return [str(one) for one in found if one.code == "advice.near-name"]


@pytest.mark.parametrize(
    ("table", "kind", "new", "old"),
    [
        ("[dimensions.visoin.items]", "dimension", "visoin", "vision"),
        ("[dimensions.vsion.items]", "dimension", "vsion", "vision"),
        ("[dimensions.viision.items]", "dimension", "viision", "vision"),
        ("[dimensions.vizion.items]", "dimension", "vizion", "vision"),
        ("[dimensions.vision.parts.share.items]", "part", "vision.share", "vision.shared"),
    ],
)
def test_near_name(table: str, kind: str, new: str, old: str) -> None:
    """A new branch with nearly the id of one beside it was most likely meant as that one."""
    what = f"a new {kind} '{new}'; did you mean '{old}'? If so, write that id"
    assert near(f'{table}\nx = "It is new."\n') == [f"advice[near-name]: {what}"]


@pytest.mark.parametrize(
    "more",
    [
        '[dimensions.people.items]\nx = "It is new."\n',
        '[dimensions.division.items]\nx = "It is new."\n',
        '[dimensions.revision.items]\nx = "It is new."\n',
        '[dimensions.teams.items]\nx = "It is new."\n',
        '[dimensions.team-2.items]\nx = "It is new."\n',
        '[dimensions.vision.items]\nvision = "It is new."\n',
        '[dimensions.vision.items]\nshard = "It is new."\n',
        '[dimensions.new.parts.visoin.items]\nx = "It is new."\n',
        '[drop]\nvision = "Not for us"\n[dimensions.visions.items]\nx = "It is new."\n',
    ],
)
def test_other_names(more: str) -> None:
    """Other words and numbers, short ids, items, other places, and instead of what is dropped."""
    assert near(more) == []


def test_no_overlay() -> None:
    """In a framework of its own every name is new."""
    assert "advice.near-name" not in {one.code for one in mt.advise(framework(BASE))}
