"""The reference scorer itself reproduces the worked cases."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

import maturity
from tests.test_worked import CASES, FILES, assessment_text, same

from .reference import NodeResult, score
from .reference_tree import Tree

if TYPE_CHECKING:
    from maturity import Assessment

    from .reference_rules import Score


def level_id(tree: Tree, path: str, rank: int | None) -> str:
    """The id of a rank, as a case states it."""
    if rank is None:
        return "none"
    return "below" if rank == 0 else tree.rungs(tree.ladder(path))[rank - 1]


def point(expected: object, found: Score | None, level: str) -> bool:
    """Whether a result is what a case states: a text names its level, a number is its value."""
    if found is None:
        return expected == "none"
    if isinstance(expected, str) and level != "none":
        return expected == level
    return same(expected, found.value)


def agrees(tree: Tree, path: str, key: str, expected: object, found: NodeResult) -> bool:
    """Whether a result is what a case states under one key; what it doesn't know of agrees."""
    if key in ("low", "high", "so_far"):
        end: Score | None = getattr(found, key)
        return point(expected, end, level_id(tree, path, end.rank if end else None))
    known = {
        "value": same(expected, found.value),
        "level": expected == level_id(tree, path, found.rank),
        "status": expected == found.status,
        "na_effect": expected == level_id(tree, path, found.na_rank),
        "coverage": expected == [found.answered, found.applicable],
    }
    return bool(known.get(key, True))


@pytest.mark.parametrize(
    ("name", "case"), CASES, ids=[f"{name}: {case['title']}" for name, case in CASES]
)
def test_the_reference_reproduces_a_worked_case(name: str, case: dict[str, Any]) -> None:
    """A worked case comes out of the naive scorer as stated."""
    framework = maturity.parse_framework(FILES[name]["framework"])
    text = assessment_text(framework, case)
    assessment: Assessment = maturity.parse_assessment(text, framework)
    tree = Tree.grow(framework)
    results = score(assessment)
    wrong = [
        (node, key, stated, results["" if node == "overall" else node])
        for node, expected in case["expected"].items()
        for key, stated in expected.items()
        if not agrees(
            tree,
            "" if node == "overall" else node,
            key,
            stated,
            results["" if node == "overall" else node],
        )
    ]
    assert not wrong
