"""What stands between here and the next level is named, and nothing that doesn't."""

from __future__ import annotations

from itertools import combinations
from math import comb
from typing import TYPE_CHECKING

from attrs import evolve
from hypothesis import given

import maturity
from maturity.model.frozen import FrozenMap
from maturity.model.rules import Equivalence

from .changes import cells, topped
from .effort import effort
from .outcomes import Outcome, paths, score_all
from .reference_tree import Tree
from .strategies import assessments

if TYPE_CHECKING:
    from collections.abc import Iterable

    from maturity import Assessment
    from maturity.scoring.scorecard import Score

MOST_TRIES = 250


def direct_readers(tree: Tree, path: str) -> list[str]:
    """The nodes that read an item themselves."""
    found = []
    for node in tree.nodes.values():
        named = {entry.path for entry in tree.entries(node.path)}
        named |= {cap.path for cap in node.rule.caps}
        if isinstance(node.rule, Equivalence):
            named |= {name for needs in node.rule.needs.values() for name in needs}
        if path in named:
            found.append(node.path)
    return found


def raisable(assessment: Assessment, tree: Tree) -> dict[str, bool]:
    """The items that may be asked to do better, and whether what is N/A in them stays so.

    An N/A is only asked for where it blocks or counts as the lowest.
    """
    found = {}
    for item in assessment.framework.items:
        own = [cell for cell in cells(assessment) if cell.path == item.id]
        conventions = {
            tree.nodes[path].conventions.not_applicable for path in direct_readers(tree, item.id)
        }
        keep_na = not conventions & {"block", "lowest"}
        if not keep_na or not all(cell.is_na for cell in own):
            found[item.id] = keep_na
    return found


def raised(assessment: Assessment, items: Iterable[str], keep_na: dict[str, bool]) -> Assessment:
    """The assessment with all of `items` at their best."""
    for path in items:
        assessment = topped(assessment, path, keep_na=keep_na[path])
    return assessment


def secured(outcome: Outcome) -> int:
    """The rank that is secured, with the unanswered at their lowest; -1 where there is none."""
    return -1 if outcome.low is None or outcome.low[1] is None else outcome.low[1]


def check(assessment: Assessment, tree: Tree, path: str, node: Score) -> None:
    """Hold what one node names against every smaller set."""
    found = node.blockers()
    before = score_all([assessment])[0][path]
    if found.target is None:
        top = len(tree.rungs(tree.ladder(path)))
        assert before.rank in (None, top) or secured(before) in (-1, top)
        return
    goal = found.target.rank
    if goal <= secured(before):
        # Where the stated level is below the secured one, nothing has to be raised.
        assert not found.items
        return
    candidates = raisable(assessment, tree)
    named = [item.path for item in found.items]
    if not found.reachable:
        assert secured(score_all([raised(assessment, candidates, candidates)])[0][path]) < goal
        return
    assert secured(score_all([raised(assessment, named, candidates)])[0][path]) >= goal
    assert found.exact
    # Raising more never hurts, so no set that is smaller by one means no smaller set.
    if comb(len(candidates), len(named) - 1) <= MOST_TRIES:
        smaller = combinations(candidates, len(named) - 1)
        tried = score_all([raised(assessment, one, candidates) for one in smaller])
        assert not any(secured(one[path]) >= goal for one in tried)


@effort(120)
@given(assessments())
def test_the_blockers_suffice_and_nothing_smaller_does(assessment: Assessment) -> None:
    """The named items, at their best, reach the next level; no smaller set of items does."""
    assessment = evolve(assessment, claims=FrozenMap())
    tree = Tree.grow(assessment.framework)
    card = maturity.score(assessment)
    nodes = [path for path in paths(assessment.framework) if tree.gives_level(path)]
    for path in nodes:
        check(assessment, tree, path, card[path] if path else card.overall)
