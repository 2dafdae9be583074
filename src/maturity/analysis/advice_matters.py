"""Items that can never matter: which of their answers is given changes no result."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from maturity.model.rules import (
    HighWaterMark,
    Mean,
    Median,
    Staged,
    Sum,
    WeakestLink,
)
from maturity.scoring.entries import BY_MERIT, BY_PLACE
from maturity.scoring.staging import minimums

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maturity.scoring.entries import Entry, Node
    from maturity.scoring.leaves import Leaves
    from maturity.scoring.plan import Plan, Step


@frozen
class Reason:
    """Why items can never matter, with a verb form for one and for several, and what to do."""

    one: str
    several: str
    hint: str


UNREAD = Reason(
    "no rule counts it",
    "no rule counts them",
    "if that is on purpose, leave it; else state a rule that does",
)
ONE_ANSWER = Reason(
    "its scale has one answer only",
    "their scales have one answer only",
    "give the scale a second answer",
)
NO_LEVEL = Reason(
    "it stands under no level, and its rule counts by level",
    "they stand under no level, and their rule counts by level",
    "write items under 'at.LEVEL', or let them be answered on the ladder",
)
ALWAYS_PASSES = Reason(
    "its lowest answer passes already",
    "their lowest answer passes already",
    "ask for a better answer before one passes",
)
NEVER_PASSES = Reason(
    "no answer to it passes",
    "no answer to them passes",
    "ask for less before an answer passes",
)
SAME_VALUE = Reason(
    "each of its answers has the same value",
    "each of their answers has the same value",
    "give the better answers of the scale a higher value",
)
NOTHING_ASKED = Reason(
    "the rule asks nothing of the level that it stands at",
    "the rule asks nothing of the level that they stand at",
    "ask for a share of that level, in 'threshold' or 'thresholds'",
)
IDLE_CAP = Reason(
    "the cap that waits for it holds nothing down",
    "the caps that wait for them hold nothing down",
    "look at 'until' and 'level' of the cap",
)


def never_matter(plan: Plan) -> dict[str, Reason]:
    """The path of each item that can never matter, with the reason.

    An item is left out as soon as one rule or cap that reads it might answer to it, judged for
    each on its own, whatever else there is. So an item that is named here never matters: were
    there answers under which it did, then of all nodes whose result it changes take the first to
    be worked out. What else that one reads is unchanged, so it answers to the item itself, and
    the item would have been left out. The other way round, not every item that never matters is
    found. Only answers on the scale are meant: "not applicable" and no answer at all may still
    make a difference.
    """
    reasons: dict[int, Reason] = {}
    matters: set[int] = set()
    read_as_shares = _read_as_shares(plan)
    for step in plan.steps:
        relevant = relevant_rungs(step)
        for node in step.nodes:
            rungs = set(range(1, node.rungs + 1)) if node.path in read_as_shares else relevant
            for entry, reason in _entries(node, rungs, plan.leaves):
                if reason is None:
                    matters.add(entry.slot)
                else:
                    reasons.setdefault(entry.slot, reason)
    found = {}
    for slot, item in enumerate(plan.leaves.items):
        if slot not in matters:
            reason = reasons.get(slot, UNREAD)
            is_single = plan.leaves.top[slot] == 0 and reason is not UNREAD
            found[item.id] = ONE_ANSWER if is_single else reason
    return found


def _entries(node: Node, rungs: set[int], leaves: Leaves) -> Iterator[tuple[Entry, Reason | None]]:
    """Each item that a node reads, with why it can't matter there; None where it might."""
    for entry in node.entries:
        if entry.is_item:
            yield entry, _inert(node, entry, rungs, leaves)
    for entry, highest in node.caps:
        if entry.is_item:
            works = node.levelled and highest < node.rungs and outcome(entry, leaves) is None
            yield entry, None if works else IDLE_CAP


def _read_as_shares(plan: Plan) -> set[str]:
    """The nodes of which another one reads the share at each level."""
    first = len(plan.leaves.items)
    return {
        plan.nodes[entry.slot - first].path
        for node in plan.nodes
        if isinstance(node.rule, Staged) and node.rule.of == "shares"
        for entry in node.entries
        if not entry.is_item
    }


def relevant_rungs(step: Step) -> set[int]:
    """The ranks of the rungs of which a staged rule asks a share above nought."""
    if not isinstance(step.rule, Staged):
        return set()
    tolerance = step.conventions.tolerance
    return {
        rung + 1
        for asked in minimums(step)
        for rung, share in asked.items()
        if share - tolerance > 0
    }


def _inert(node: Node, entry: Entry, rungs: set[int], leaves: Leaves) -> Reason | None:
    """Why no answer to an item makes a difference to a node's rule; None where one might."""
    rule = node.rule
    if isinstance(rule, Staged | HighWaterMark) and not (entry.level or entry.every_level):
        return NO_LEVEL
    if isinstance(rule, Staged):
        return _inert_in_stages(rule, entry, rungs, leaves)
    if isinstance(rule, Mean | Sum):
        return None if _moves(node, rule, entry, leaves) else SAME_VALUE
    by_rank = isinstance(rule, HighWaterMark) and entry.every_level
    if by_rank or isinstance(rule, WeakestLink | Median):
        return None if leaves.top[entry.slot] > 0 else ONE_ANSWER
    return outcome(entry, leaves)


def _inert_in_stages(rule: Staged, entry: Entry, rungs: set[int], leaves: Leaves) -> Reason | None:
    """The same, of a staged rule."""
    here = rungs if entry.every_level else rungs & {entry.level}
    if not here and not rule.least:
        return NOTHING_ASKED
    if entry.every_level or (here and rule.credit == "partial"):
        return None if leaves.top[entry.slot] > 0 else ONE_ANSWER
    return outcome(entry, leaves)


def _moves(node: Node, rule: Mean | Sum, entry: Entry, leaves: Leaves) -> bool:
    """Whether what a mean or a sum works on is more than one number."""
    as_they_are = rule.range is None and getattr(rule, "ceiling", None) is None
    if as_they_are and not node.by_rank:
        return entry.low != entry.high
    return bool(leaves.top[entry.slot] > 0)


def outcome(entry: Entry, leaves: Leaves) -> Reason | None:
    """Why whether an item passes is settled before it is answered; None where it is not."""
    table = {BY_MERIT: leaves.merit, BY_PLACE: leaves.place}.get(entry.mark, leaves.rank)
    worst, best = table[entry.slot, 0], table[entry.slot, leaves.top[entry.slot]]
    if worst >= entry.pass_at:
        return ALWAYS_PASSES
    return None if best >= entry.pass_at else NEVER_PASSES


def always_passes(entry: Entry, leaves: Leaves) -> bool:
    """Whether an entry is an item that passes whatever is answered."""
    return entry.is_item and outcome(entry, leaves) is ALWAYS_PASSES
