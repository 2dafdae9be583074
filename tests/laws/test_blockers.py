"""What stands between here and the next level is named: the fewest, the first in the file."""

from __future__ import annotations

from itertools import combinations
from math import comb
from typing import TYPE_CHECKING

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

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
LEVELS = ("below", "one", "two", "three")


def named_by(tree: Tree, path: str) -> set[str]:
    """What a node reads itself."""
    rule = tree.nodes[path].rule
    named = {entry.path for entry in tree.entries(path)} | {cap.path for cap in rule.caps}
    if isinstance(rule, Equivalence):
        named |= {name for needs in rule.needs.values() for name in needs}
    return named


def readings(tree: Tree, path: str) -> dict[str, set[str]]:
    """The nodes that a node's result rests on, itself among them, and what each of them reads."""
    found: dict[str, set[str]] = {}
    queue = [path]
    while queue:
        node = queue.pop()
        found[node] = named_by(tree, node)
        queue += [name for name in found[node] if name in tree.nodes and name not in found]
    return found


def raisable(assessment: Assessment, tree: Tree, path: str) -> dict[str, bool]:
    """The items that may be asked to do better, and whether what is N/A in them stays so.

    An N/A is only asked for where it blocks or counts as the lowest on the way to the node.
    """
    found = {}
    read = readings(tree, path)
    for item in assessment.framework.items:
        own = [cell for cell in cells(assessment) if cell.path == item.id]
        conventions = {
            tree.nodes[node].conventions.not_applicable for node in read if item.id in read[node]
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


def secured(outcome: Outcome, *, blocks: bool) -> int:
    """The rank that is secured, with the unanswered at their lowest; -1 where there is none.

    Where something missing `blocks`, it has to be stated as well.
    """
    low = -1 if outcome.low is None or outcome.low[1] is None else outcome.low[1]
    return min(low, outcome.worked_out) if blocks else low


def blocking(tree: Tree, path: str) -> bool:
    """Whether something missing may block what a node's result rests on."""
    return any(tree.nodes[node].conventions.missing == "block" for node in readings(tree, path))


def check(assessment: Assessment, tree: Tree, path: str, node: Score) -> None:
    """Hold what one node names against every smaller set."""
    found = node.blockers()
    blocks = blocking(tree, path)
    before = score_all([assessment])[0][path]
    if found.target is None:
        top = len(tree.rungs(tree.ladder(path)))
        assert before.rank in (None, top) or secured(before, blocks=blocks) in (-1, top)
        return
    goal = found.target.rank
    if goal <= secured(before, blocks=blocks):
        # Where the stated level is below the secured one, nothing has to be raised.
        assert not found.items
        return
    candidates = raisable(assessment, tree, path)
    named = [item.path for item in found.items]
    if not found.reachable:
        assert (
            secured(score_all([raised(assessment, candidates, candidates)])[0][path], blocks=blocks)
            < goal
        )
        return
    assert (
        secured(score_all([raised(assessment, named, candidates)])[0][path], blocks=blocks) >= goal
    )
    assert found.exact
    # Raising more never hurts, so no set that is smaller by one means no smaller set.
    for size, expected in ((len(named) - 1, []), (len(named), [tuple(named)])):
        if comb(len(candidates), size) <= MOST_TRIES:
            sets = list(combinations(candidates, size))  # in file order
            tried = score_all([raised(assessment, one, candidates) for one in sets])
            enough = [
                one
                for one, s in zip(sets, tried, strict=True)
                if secured(s[path], blocks=blocks) >= goal
            ]
            assert enough[:1] == expected


@effort(120)
@given(assessments())
def test_the_blockers_suffice_and_nothing_smaller_does(assessment: Assessment) -> None:
    """The named items, at their best, reach the next level; no smaller or earlier set does."""
    assessment = evolve(assessment, claims=FrozenMap())
    tree = Tree.grow(assessment.framework)
    card = maturity.score(assessment)
    nodes = [path for path in paths(assessment.framework) if tree.gives_level(path)]
    for path in nodes:
        check(assessment, tree, path, card[path] if path else card.overall)


LADDER = """
schema = 1
id = "one-rule"
title = "One rule"
edition = "1"
[levels]
below = "Below one"
one = "One"
two = "Two"
three = "Three"
[scales.rate]
number = { min = 0, max = 10 }
bands = { from = { one = 2, two = 5 } }
"""
RULES = (
    '{ rule = "median", side = "lower" }',
    '{ rule = "median", side = "upper" }',
    '{ rule = "median", side = "midpoint" }',
    '{ rule = "weakest-link" }',
    '{ rule = "mean", of = "level", bands = { from = { two = 1.5, three = 2.2 } } }',
    '{ rule = "sum", range = [0, 1], bands = { from = { two = 2, three = 6 } } }',
    '{ rule = "share", bands = { from = { two = 0.3, three = 0.7 } } }',
    '{ rule = "staged", threshold = 0.6 }',
    '{ rule = "staged", threshold = 0.5, least = 3, credit = "partial" }',
    '{ rule = "high-water-mark" }',
)


@st.composite
def one_rule(draw: st.DrawFn) -> Assessment:
    """Answers to five to nine items of one dimension, on the ladder or as a number."""
    numbers, lines = {}, []
    for item in range(draw(st.integers(5, 9))):
        scale, weight = draw(st.sampled_from(["levels", "levels", "rate"])), draw(st.integers(1, 3))
        lines.append(f'i{item} = {{ text = "I", scale = "{scale}", weight = {weight} }}')
        low = draw(st.integers(0, 3))
        numbers[f"a.i{item}"] = [0, 2, 5, 10][low] if scale == "rate" else LEVELS[low]
    rule = draw(st.sampled_from(RULES))
    items = "\n".join(lines)
    text = f'{LADDER}[dimensions.a]\ntitle = "A"\nscoring = {rule}\n[dimensions.a.items]\n{items}'
    return maturity.parse_framework(text).assess(numbers)


@effort(60)
@given(one_rule())
def test_the_blockers_of_one_rule_come_first_in_the_file(assessment: Assessment) -> None:
    """Of all sets, tried by size and then in file order, the named one is the first to suffice."""
    found = maturity.score(assessment)["a"].blockers()
    items = [item.id for item in assessment.framework.items]
    keep = dict.fromkeys(items, True)
    sets = [one for size in range(len(items) + 1) for one in combinations(items, size)]
    tried = score_all([raised(assessment, one, keep) for one in sets])
    goal = found.target.rank if found.target else len(LEVELS)
    enough = [
        one for one, s in zip(sets, tried, strict=True) if secured(s["a"], blocks=False) >= goal
    ]
    assert found.reachable is bool(enough) or not found.target
    assert enough[:1] == ([tuple(item.path for item in found.items)] if found.items else [])
