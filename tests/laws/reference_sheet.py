"""What each node comes to under one reading of the answers, by recursion over the tree."""

from __future__ import annotations

from datetime import date
from typing import Literal

from attrs import evolve, field, frozen

from maturity.model.assessment import Assessment
from maturity.model.rules import Equivalence, HighWaterMark, NoTotal, Share, Staged

from .reference_items import (
    Blocked,
    Cause,
    Reading,
    Skipped,
    Spot,
    cells,
    rank_of,
    reaches,
    read_leaf,
)
from .reference_rules import RungShare, Score, Seen, band_rank, blocked_by, rounded, value_rule
from .reference_spans import span
from .reference_staged import equivalence, staged
from .reference_tree import LADDER, Entry, Node, Tree

NOTHING = Score()


@frozen
class State:
    """What a node comes to under one reading.

    `empty`: nothing was left to count; `waiting`: because nothing is answered yet, where only
    answers are read.
    """

    score: Score = NOTHING
    blocked: Cause | None = None
    empty: bool = False
    waiting: bool = False
    shares: tuple[RungShare, ...] = ()


@frozen
class Sheet:
    """One assessment on one tree."""

    tree: Tree
    assessment: Assessment
    as_of: date | None
    known: dict[tuple[str, Reading], State] = field(factory=dict)

    def state(self, path: str, reading: Reading) -> State:
        """What a node comes to under a reading."""
        node = self.tree.nodes[path]
        if reading.fill == "as stated" and node.conventions.missing == "bound":
            reading = evolve(reading, fill="lowest")
        key = (path, reading)
        if key not in self.known:
            self.known[key] = self.capped(node, reading, self.empty_filled(node, reading))
        return self.known[key]

    def empty_filled(self, node: Node, reading: Reading) -> State:
        """The state before caps, with what `empty` says where nothing was left to count."""
        state = self.ruled(node, reading)
        if not state.empty or state.waiting or node.conventions.empty == "undefined":
            return state
        good = node.conventions.empty == "pass"
        low, high = span(self.tree, node.path)
        rank = None
        if self.tree.gives_level(node.path):
            rank = len(self.tree.rungs(self.tree.ladder(node.path))) if good else 0
        return evolve(state, score=Score(high if good else low, rank), empty=False)

    def ruled(self, node: Node, reading: Reading) -> State:
        """What the rule of a node says."""
        rule = node.rule
        conventions = reading.conventions(node.conventions)
        if isinstance(rule, NoTotal | Equivalence):
            return self.equivalent(node, rule, reading)
        seen = [self.see(node, entry, reading) for entry in self.tree.entries(node.path)]
        rungs = self.tree.rungs(self.tree.ladder(node.path))
        if isinstance(rule, Staged | HighWaterMark) and not getattr(rule, "of", None):
            seen = [one for one in seen if self.climbs(one)]
        waiting = any(one.waiting for one in seen)
        if isinstance(rule, Staged):
            climb = staged(rule, seen, rungs, conventions, self.lowest)
            if climb.score is None:
                return State(empty=True, waiting=waiting, shares=climb.shares)
            assert climb.score.value is not None
            value = rounded(rule.rounding, climb.score.value)
            return State(Score(value, climb.score.rank), shares=climb.shares)
        seen = [one for one in seen if not one.left_out]
        blocked = blocked_by(seen)
        if blocked or not seen:
            return State(blocked=blocked, empty=not seen, waiting=waiting and not seen)
        levels = self.tree.gives_level(node.path)

        def band(value: float) -> int:
            return band_rank(rule, value, rungs, conventions.tolerance)  # type: ignore[arg-type]  # one with bands

        return State(value_rule(rule, seen, levels=levels, band=band))

    def climbs(self, one: Seen) -> bool:
        """Whether an entry counts in a rule that climbs over items."""
        return one.entry.level is not None or self.tree.has_rank(one.entry, LADDER)

    def lowest(self, one: Seen) -> int:
        """The lowest rank of an entry on the framework's ladder; 0 where it has none."""
        if one.is_item and self.tree.has_rank(one.entry, LADDER):
            return self.tree.lowest_rank(one.entry, LADDER)
        return 0

    def see(self, node: Node, entry: Entry, reading: Reading) -> Seen:
        """An entry as a node reads it."""
        if entry.path in self.tree.nodes:
            return self.see_node(node, entry, reading)
        ladder = self.tree.ladder(node.path)
        goal = getattr(node.rule, "pass_", None)
        asked = isinstance(node.rule, Share) or entry.level is not None
        leaf = self.tree.leaves[entry.path]
        read = read_leaf(leaf, self.assessment, self.as_of, node.conventions, reading)
        if isinstance(read, Skipped):
            return Seen(entry, left_out=True, waiting=read.waiting)
        if isinstance(read, Blocked):
            return Seen(entry, blocked=read.cause)
        return Seen(
            entry,
            read.value,
            read.r,
            rank_of(self.tree, leaf, read, ladder),
            passes=asked and reaches(self.tree, leaf, read, goal),
        )

    def see_node(self, node: Node, entry: Entry, reading: Reading) -> Seen:
        """A node as its parent reads it."""
        child = entry.path
        state = self.state(child, reading)
        low, high = span(self.tree, child)
        own_ladder = self.tree.ladder(child)
        top = len(self.tree.rungs(own_ladder))
        same = own_ladder == self.tree.ladder(node.path) and self.tree.gives_level(child)
        out = Seen(entry, is_item=False, left_out=True, waiting=state.waiting, shares=state.shares)
        if state.empty:
            return out
        if state.blocked:
            how = self.blocked_child(node, state.blocked, reading)
            if how == "skip":
                return out
            if how == "block":
                return Seen(entry, is_item=False, blocked=state.blocked)
            good = how == "top"
            return Seen(
                entry,
                high if good else low,
                1.0 if good else 0.0,
                (top if good else 0) if same else None,
                passes=good,
                is_item=False,
                shares=(RungShare(1.0, 1.0 if good else 0.0),) * top,
            )
        assert state.score.value is not None
        value, rank = state.score.value, state.score.rank
        r = min(max((value - low) / (high - low), 0.0), 1.0) if high != low else 1.0
        goal = node.rule.pass_ if isinstance(node.rule, Share) else None
        if rank is None:
            passes = r >= 1 - node.conventions.tolerance
        else:
            rungs = self.tree.rungs(own_ladder)
            passes = rank >= (top if goal is None else rungs.index(str(goal)) + 1)
        return Seen(
            entry,
            value,
            r,
            rank if same else None,
            passes=passes,
            is_item=False,
            shares=state.shares,
        )

    def blocked_child(
        self, node: Node, cause: Cause, reading: Reading
    ) -> Literal["block", "skip", "top", "lowest"]:
        """What a parent makes of a child that is blocked."""
        conventions = reading.conventions(node.conventions)
        if cause == "unanswered":
            by_missing: dict[str, Literal["block", "skip", "lowest"]] = {
                "block": "block",
                "exclude": "skip",
                "lowest": "lowest",
                "bound": "lowest",
            }
            return by_missing[conventions.missing]
        by_na: dict[str, Literal["block", "skip", "top", "lowest"]] = {
            "block": "block",
            "exclude": "skip",
            "pass": "top",
            "target": "top",
            "lowest": "lowest",
        }
        return by_na[conventions.not_applicable]

    def equivalent(self, node: Node, rule: NoTotal | Equivalence, reading: Reading) -> State:
        """What an equivalence says; without a total, nothing."""
        if isinstance(rule, NoTotal):
            return State()
        paths = dict.fromkeys(path for needs in rule.needs.values() for path in needs)
        seen = {
            path: self.see(node, self.tree.named(path), reading)
            for path in paths
            if path in self.tree.nodes or path in self.tree.leaves
        }
        blocked = blocked_by(list(seen.values()))
        if blocked:
            return State(blocked=blocked)

        def met(path: str, rung: str) -> bool | None:
            if path not in seen or seen[path].left_out:
                return None
            return self.has_reached(node, path, rung, reading)

        levels = self.tree.rungs(LADDER)

        def waiting(path: str) -> bool:
            return path in seen and seen[path].waiting

        found = equivalence(rule, met, waiting, levels, node.conventions)
        if found is None:
            return State(empty=True, waiting=any(map(waiting, paths)))
        assert found.value is not None
        return State(Score(rounded(rule.rounding, found.value), found.rank))

    def has_reached(self, node: Node, path: str, goal: str | float, reading: Reading) -> bool:
        """Whether a path that is counted has reached a rung of its own ladder, or an option."""
        if path in self.tree.leaves:
            leaf = self.tree.leaves[path]
            read = read_leaf(leaf, self.assessment, self.as_of, node.conventions, reading)
            return isinstance(read, Spot) and reaches(self.tree, leaf, read, goal)
        rungs = self.tree.rungs(self.tree.ladder(path))
        state = self.state(path, reading)
        if state.blocked:
            return self.blocked_child(node, state.blocked, reading) == "top"
        assert isinstance(goal, str)
        wanted = 0 if goal == "below" else rungs.index(goal) + 1
        return (state.score.rank or 0) >= wanted

    def capped(self, node: Node, reading: Reading, state: State) -> State:
        """The state with its rank held down by the caps that bite; the value is untouched."""
        rank = state.score.rank
        if rank is None:
            return state
        rungs = self.tree.rungs(self.tree.ladder(node.path))
        for cap in node.rule.caps:
            if cap.path not in self.tree.nodes and cap.path not in self.tree.leaves:
                continue
            if self.cap_bites(node, cap.path, cap.until, reading):
                rank = min(rank, 0 if cap.level == "below" else rungs.index(cap.level) + 1)
        return evolve(state, score=Score(state.score.value, rank))

    def cap_bites(self, node: Node, path: str, until: str | float, reading: Reading) -> bool:
        """Whether what a cap waits for is still short of `until`."""
        if path in self.tree.nodes:
            state = self.state(path, reading)
            if state.blocked:
                how = self.blocked_child(node, state.blocked, reading)
                return how == "block" or (how == "lowest" and until != "below")
            return not state.empty and not self.has_reached(node, path, until, reading)
        leaf = self.tree.leaves[path]
        read = read_leaf(leaf, self.assessment, self.as_of, node.conventions, reading)
        if isinstance(read, Spot):
            return not reaches(self.tree, leaf, read, until)
        return isinstance(read, Blocked)

    def begun(self, path: str) -> bool:
        """Whether anything at all is answered, if only by one unit."""
        return any(
            cell.answer is not None and not cell.is_na
            for leaf in self.tree.reads(path)
            for cell in cells(self.tree.leaves[leaf], self.assessment)
        )

    def coverage(self, path: str) -> tuple[int, int]:
        """How many of the items that a node reads are answered, and how many apply."""
        answered = applicable = 0
        for leaf_path in self.tree.reads(path):
            own = cells(self.tree.leaves[leaf_path], self.assessment)
            left = [cell for cell in own if not cell.is_na]
            applicable += bool(left)
            answered += bool(left) and all(cell.answer is not None for cell in left)
        return answered, applicable
