"""Advice on what a framework's rules can come to, judged by the engine before any answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from attrs import frozen

from maturity.model.places import item_place, node_place
from maturity.model.rules import Equivalence, NoTotal, Staged
from maturity.scoring.cells import Encoder
from maturity.scoring.engine import Results, evaluate
from maturity.scoring.plan import Plan, compile_plan
from maturity.scoring.readings import Reading
from maturity.scoring.staging import minimums
from maturity.scoring.words import counted, items_word, listed, number_text

from .advice_codes import Advice
from .advice_matters import UNREAD, Reason, always_passes, never_matter
from .advice_numbers import advise_on_numbers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from maturity.model.framework import Framework
    from maturity.model.places import Place
    from maturity.scoring.entries import Node
    from maturity.scoring.plan import Step


@frozen
class _Ends:
    """What the worst and the best answers to everything come to."""

    plan: Plan
    results: Results

    def rank(self, node: Node, reading: Reading) -> int | None:
        """The rank that a node comes to; None where it comes to none."""
        rank = self.results.rank[self.plan.row[node.path], self.results.at(reading), 0]
        return None if rank < 0 else int(rank)

    def has_share(self, node: Node, rung: int) -> bool:
        """Whether something counts at a rung of a staged node, from 0 for the first."""
        column = self.results.at(Reading.HIGH)
        return not np.isnan(self.results.shares[self.plan.row[node.path], rung, column])


def advise_on_scoring(framework: Framework) -> Iterator[Advice]:
    """What can be said about the rules of a framework."""
    plan = compile_plan(framework)
    cells = Encoder(plan.leaves).encode([framework.assess({})])
    ends = _Ends(plan, evaluate(plan, cells, (Reading.LOW, Reading.HIGH)))
    idle = never_matter(plan)
    yield from _never_matters(framework, idle)
    vacuous = list(_vacuous_nodes(ends))
    yield from _vacuous_levels(vacuous)
    yield from _never_top(ends)
    yield from _never_low(ends, {node.path for node, _ in vacuous})
    yield from _nothing_counts(plan)
    yield from advise_on_numbers(plan, set(idle))


# -------------------------------------------------------------------------- items without effect


def _never_matters(framework: Framework, idle: dict[str, Reason]) -> Iterator[Advice]:
    """The items that can never matter, those of one branch and one reason together."""
    left = dict(idle)
    if left and all(left.get(item.id) is UNREAD for item in framework.items):
        what = "no rule counts any item, so that no result comes of the answers"
        yield Advice("advice.never-matters", "", what, UNREAD.hint, ("scoring",))
        return
    for branch in framework.walk():
        below = [item.id for item in branch.items]
        if below and all(left.get(path) is UNREAD for path in below):
            number = f"the {counted(len(below), items_word(framework, 1))} of '{branch.id}'"
            if len(below) == 1:
                number = f"'{below[0]}'"
            yield _idle(branch.id, number, len(below), UNREAD, node_place(branch.id))
            for path in below:
                del left[path]
    for branch in framework.walk():
        groups: dict[Reason, list[str]] = {}
        for item in branch.own_items:
            if item.id in left:
                groups.setdefault(left[item.id], []).append(item.id)
        for reason, paths in groups.items():
            first = next(item for item in branch.own_items if item.id == paths[0])
            yield _idle(first.id, _names(paths), len(paths), reason, item_place(first))


def _idle(path: str, names: str, number: int, reason: Reason, place: Place) -> Advice:
    """The advice that some items can never matter."""
    why = reason.one if number == 1 else reason.several
    what = f"the answer to {names} can never matter: {why}"
    return Advice("advice.never-matters", path, what, reason.hint, place)


# ------------------------------------------------------------------------- levels of themselves


def _vacuous_nodes(ends: _Ends) -> Iterator[tuple[Node, tuple[str, ...]]]:
    """Each node that has levels which hold by themselves, with their ids."""
    for step in ends.plan.steps:
        for node in step.nodes:
            by_level = any(entry.level or entry.every_level for entry in node.entries)
            by_level |= isinstance(step.rule, Equivalence) and bool(node.entries)
            if by_level and isinstance(step.rule, Staged | Equivalence):
                found = _vacuous_rungs(ends, step, node)
                if found:
                    yield node, tuple(node.ladder[rung].id for rung in found)


def _vacuous_rungs(ends: _Ends, step: Step, node: Node) -> list[int]:
    """The rungs of a node, from 0, that hold whatever is answered, once those below hold."""
    empty_passes = step.conventions.empty_level == "pass"
    rule = step.rule
    if isinstance(rule, Staged):
        if rule.least:
            return []
        lax = step.conventions.tolerance
        return [
            rung
            for rung, asked in enumerate(minimums(step))
            if all(
                share <= lax if ends.has_share(node, other) else empty_passes
                for other, share in asked.items()
            )
        ]
    found = []
    for rung in range(node.rungs):
        needs = [entry for entry in node.entries if entry.need == rung + 1]
        settled = all(always_passes(entry, ends.plan.leaves) for entry in needs)
        if settled and (needs or empty_passes):
            found.append(rung)
    return found


def _vacuous_levels(found: Iterable[tuple[Node, tuple[str, ...]]]) -> Iterator[Advice]:
    """The levels that hold by themselves, those of one parent together."""
    groups: dict[tuple[str, tuple[str, ...]], list[Node]] = {}
    for node, rungs in found:
        groups.setdefault((_parent(node), rungs), []).append(node)
    for (_, rungs), nodes in groups.items():
        many = len(rungs) > 1
        what = (
            f"in {_where(nodes)} the level{'s' if many else ''} {_names(rungs)} "
            f"hold{'' if many else 's'} by {'themselves' if many else 'itself'}: "
            f"nothing is asked there"
        )
        hint = 'put something under each level, or state empty_level = "fail"'
        yield Advice("advice.vacuous-level", nodes[0].path, what, hint, _place(nodes[0]))


def _never_top(ends: _Ends) -> Iterator[Advice]:
    """The nodes that the best answers don't lead to the top, but for those that only follow."""
    found = {}
    for node in ends.plan.nodes:
        rank = ends.rank(node, Reading.HIGH)
        if node.levelled and rank is not None and rank < node.rungs:
            found[node.path] = (node, rank)
    for nodes, rank in _grouped(ends.plan, found):
        top = nodes[0].ladder[-1].id
        reached = f"'{nodes[0].ladder[rank - 1].id}'" if rank else "no level"
        what = f"even the best answers to everything lead {_where(nodes)} to {reached}, not '{top}'"
        hint = _why_not(ends, nodes[0], rank)
        yield Advice("advice.never-top", nodes[0].path, what, hint, _place(nodes[0]))


def _why_not(ends: _Ends, node: Node, rank: int) -> str:
    """What keeps a node from its next level, where that is plain."""
    following = node.ladder[rank].id
    bands = getattr(node.rule, "bands", None)
    if bands is not None:
        limit = dict(bands.limits).get(node.ladder[-1].id)
        if limit is None:
            return f"the bands give '{node.ladder[-1].id}' no limit"
        if limit >= node.high:
            highest = number_text(node.high, cut=True)
            return f"its limit is {number_text(limit)}, and the highest value is {highest}"
    if isinstance(node.rule, Staged) and not ends.has_share(node, rank):
        return f"nothing counts at '{following}', and an empty level does not hold here"
    return "look at its rule, and at the levels of what it counts"


def _never_low(ends: _Ends, vacuous: set[str]) -> Iterator[Advice]:
    """The nodes that the lowest answers lead beyond the first level."""
    found = {}
    for node in ends.plan.nodes:
        rank = ends.rank(node, Reading.LOW)
        if node.levelled and rank is not None and rank > 1 and node.path not in vacuous:
            found[node.path] = (node, rank)
    for nodes, rank in _grouped(ends.plan, found):
        reached = nodes[0].ladder[rank - 1].id
        what = f"even the lowest answers to everything lead {_where(nodes)} to '{reached}'"
        below = _names([level.id for level in nodes[0].ladder[: rank - 1]])
        hint = f"ask for more, or leave out {below}: no result can be that low"
        yield Advice("advice.never-low", nodes[0].path, what, hint, _place(nodes[0]))


def _grouped(plan: Plan, found: dict[str, tuple[Node, int]]) -> Iterator[tuple[list[Node], int]]:
    """Nodes that are alike, those of one parent together; without those that rest on another."""
    items = len(plan.leaves.items)
    groups: dict[tuple[str, int, str], list[Node]] = {}
    for node, rank in found.values():
        below = [plan.nodes[slot - items].path for slot in node.depends_on if slot >= items]
        if found.keys().isdisjoint(below):
            key = (_parent(node), rank, repr((node.rule, node.low, node.high)))
            groups.setdefault(key, []).append(node)
    for (_, rank, _), nodes in groups.items():
        yield nodes, rank


def _nothing_counts(plan: Plan) -> Iterator[Advice]:
    """The nodes whose rule has nothing to count."""
    for node in plan.nodes:
        if node.entries or isinstance(node.rule, NoTotal):
            continue
        what = f"{_where([node])} has the rule '{node.rule.name}', and nothing that it counts"
        hint = "add what it should count, or leave it out"
        if isinstance(node.rule, Equivalence):
            hint = "state its needs"
        yield Advice("advice.nothing-counts", node.path, what, hint, _place(node))


def _parent(node: Node) -> str:
    """What a node stands in; a stroke for the overall."""
    return node.path.rpartition(".")[0] if node.path else "-"


def _place(node: Node) -> Place:
    """The keys that lead to a node."""
    return node_place(node.path) if node.path else ("scoring", "overall")


def _where(nodes: Sequence[Node]) -> str:
    """The names of some nodes."""
    return _names([node.path for node in nodes]) if nodes[0].path else "the overall result"


def _names(paths: Sequence[str]) -> str:
    """Paths or ids between quotes."""
    return listed([f"'{path}'" for path in paths], 4)
