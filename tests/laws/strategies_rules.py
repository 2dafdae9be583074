"""A rule for one node of a random framework, out of those that suit what it reads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from attrs import evolve

from maturity.model.frozen import FrozenMap
from maturity.model.rules import (
    Cap,
    Equivalence,
    HighWaterMark,
    Mean,
    Median,
    NoTotal,
    Rounding,
    Rule,
    Share,
    Staged,
    Sum,
    WeakestLink,
)
from maturity.model.scales import Bands, NumericScale, Scale

from .reference_spans import span
from .reference_tree import LADDER, Entry, Tree

if TYPE_CHECKING:
    from collections.abc import Callable

    from maturity.model.rules import Over

    from .pen import Pen

RANGES = ((0.0, 1.0), (0.0, 100.0), (1.0, 5.0))
SHARES = (1.0, 0.8, 0.75, 0.5, 0.3, 0.0)


def rule_for(pen: Pen, tree: Tree, path: str, done: list[str]) -> Rule:
    """A rule that suits the node at `path`; `done` are the nodes that have theirs."""
    scope = "" if pen.maybe(1, 4) else path.rpartition(".")[0]
    nameable = [
        *(node for node in done if tree.nodes[node].path.startswith(scope)),
        *(
            leaf.path
            for leaf in tree.leaves.values()
            if leaf.path.startswith(scope) and all(place.node == leaf.home for place in leaf.places)
        ),
    ]
    maker = RuleMaker(pen, tree, path, nameable)
    rule = pen.one(maker.suited())()
    return maker.finished(rule)


class RuleMaker:
    """Makes rules for one node."""

    def __init__(self, pen: Pen, tree: Tree, path: str, nameable: list[str]) -> None:
        """Work on one node; only what is `nameable` may be named."""
        self.pen, self.tree, self.path, self.nameable = pen, tree, path, nameable
        self.rungs = tree.rungs(LADDER)
        self.counted = [
            name
            for name in nameable
            if name in tree.leaves or not isinstance(tree.nodes[name].rule, NoTotal)
        ]

    def suited(self) -> list[Callable[[], Rule]]:
        """The makers of the rules that suit, the plainest first."""
        value_rules = (self.mean, self.sum, self.share, self.median, self.weakest_link)
        makers: list[Callable[[], Rule]] = []
        if self.overs():
            makers += [*value_rules, self.mean]
        if self.rungs:
            makers += [self.staged, self.staged, self.high_water_mark]
            if self.overs():
                makers.append(self.staged_children)
            if self.goals():
                makers.append(self.equivalence)
        return [*makers, NoTotal] if makers else [NoTotal]

    def entries(self, over: Over) -> list[Entry]:
        """What would be counted."""
        node = self.tree.nodes[self.path]
        trial = evolve(node, rule=Mean(over=over))
        self.tree.nodes[self.path] = trial
        self.tree.forget()
        found = self.tree.entries(self.path)
        self.tree.nodes[self.path] = node
        self.tree.forget()
        return found

    def overs(self) -> list[Any]:
        """What a rule on values may count: something, and nothing that has no total."""
        found: list[Any] = [
            over
            for over in ("children", "items")
            if self.entries(over) and not self.without_total(self.entries(over))
        ]
        return [*found, "list"] if self.counted else found

    def without_total(self, entries: list[Entry]) -> bool:
        """Whether any entry is a node without a total."""
        nodes = self.tree.nodes
        return any(
            entry.path in nodes and isinstance(nodes[entry.path].rule, NoTotal) for entry in entries
        )

    def over(self) -> Over:
        """What a rule on values counts."""
        found: Over | Literal["list"] = self.pen.one((*self.overs()[:1] * 2, *self.overs()))
        return self.listed() if found == "list" else found

    def listed(self) -> tuple[str, ...]:
        """A few paths."""
        return tuple(self.pen.some(self.counted, least=1, most=4))

    def ladders(self, entries: list[Entry]) -> list[str]:
        """The ladders on which every entry has a rank."""
        known = [
            scale.id for scale in self.tree.framework.scales.values() if isinstance(scale, Scale)
        ]
        return [name for name in known if all(self.tree.has_rank(entry, name) for entry in entries)]

    def lower_is_better(self, entries: list[Entry]) -> bool:
        """Whether any entry is an item of whose numbers the lower are better."""
        scales = [
            self.tree.leaves[entry.path].scale
            for entry in entries
            if entry.path in self.tree.leaves
        ]
        return any(isinstance(one, NumericScale) and one.better == "lower" for one in scales)

    def worked_on(self, entries: list[Entry]) -> dict[str, Any]:
        """Whether values, places in a range or levels are added up."""
        choices: list[dict[str, Any]] = [] if self.lower_is_better(entries) else [{}]
        choices.append({"range": self.pen.one(RANGES)})
        choices += [
            {"of": "level", "ladder": None if name == LADDER else name}
            for name in self.ladders(entries)
        ]
        return self.pen.one(choices)

    def mean(self) -> Rule:
        """A mean."""
        over = self.over()
        return self.banded(Mean(over=over, **self.worked_on(self.entries(over)), **self.spread()))

    def sum(self) -> Rule:
        """A sum, or what is left of a ceiling."""
        over = self.over()
        if self.pen.maybe(1, 3):
            weighted = self.pen.one((True, True, False))
            return self.banded(Sum(over=over, ceiling=100.0, weighted=weighted))
        return self.banded(Sum(over=over, **self.worked_on(self.entries(over)), **self.spread()))

    def spread(self) -> dict[str, Any]:
        """The ways in which a mean or a sum weighs."""
        return {
            "weighted": self.pen.one((True, True, False)),
            "each_level": self.pen.one((None, None, "mean")),
        }

    def share(self) -> Rule:
        """A share."""
        over = self.over()
        entries = self.entries(over)
        nodes = [entry.path for entry in entries if entry.path in self.tree.nodes]
        levelled = all(self.tree.gives_level(node) for node in nodes)
        goals = self.common_goals([entry.path for entry in entries]) if levelled else []
        made = Share(over=over, pass_=self.goal(goals), range=self.pen.one((None, *RANGES)))
        return self.banded(made)

    def median(self) -> Rule:
        """A median; of places, where the values can't be used, there is none."""
        over = self.over()
        entries = self.entries(over)
        ladders = self.ladders(entries)
        if not ladders and self.lower_is_better(entries):
            return WeakestLink(over=over)
        name = self.pen.one(ladders) if ladders else LADDER
        return Median(
            over=over,
            ladder=None if name == LADDER else name,
            side=self.pen.one(("lower", "upper", "midpoint")),
        )

    def weakest_link(self) -> Rule:
        """A weakest link, by level or by place."""
        over = self.over()
        name = self.pen.one(self.ladders(self.entries(over)) or [LADDER])
        return WeakestLink(over=over, ladder=None if name == LADDER else name)

    def banded(self, rule: Mean | Sum | Share) -> Rule:
        """The rule on values, now and then with bands within its range."""
        choices = [rule.ladder]
        if getattr(rule, "of", "value") == "value":
            scales = self.tree.framework.scales.values()
            choices += [one.id for one in scales if isinstance(one, Scale) and one.id != LADDER]
        chosen: str | None = self.pen.one(choices)
        rungs = self.tree.rungs(chosen or LADDER)
        low, high = self.span(rule)
        if not rungs or high <= low or not self.pen.maybe(3, 5):
            return rule
        named = self.pen.some(rungs, least=1, most=7)
        points = [low + (high - low) * n / 8 for n in range(9)]
        limits = self.pen.some(points, len(named), len(named))
        bands = Bands(self.pen.one(("from", "above")), tuple(zip(named, limits, strict=True)))
        return evolve(rule, bands=bands, ladder=chosen)

    def span(self, rule: Rule) -> tuple[float, float]:
        """The range of the node's value with a rule."""
        node = self.tree.nodes[self.path]
        self.tree.nodes[self.path] = evolve(node, rule=rule)
        self.tree.forget()
        found = span(self.tree, self.path)
        self.tree.nodes[self.path] = node
        self.tree.forget()
        return found

    def goals_of(self, path: str) -> list[Any]:
        """The rungs, options or numbers that the thing at a path can be asked to reach."""
        if path in self.tree.nodes:
            if not self.tree.gives_level(path):
                return []
            return list(self.tree.rungs(self.tree.ladder(path)))
        scale = self.tree.leaves[path].scale
        if isinstance(scale, NumericScale):
            banded = list(self.rungs) if scale.bands else []
            return [scale.maximum / 2, scale.maximum / 4, *banded]
        return [option.id for option in scale.options]

    def common_goals(self, paths: list[str]) -> list[Any]:
        """What everything at `paths` can be asked to reach."""
        found = [self.goals_of(path) for path in paths]
        return [goal for goal in found[0] if all(goal in goals for goals in found)] if found else []

    def goal(self, goals: list[str | float]) -> str | float | None:
        """What passes: the best, or one of `goals`."""
        return self.pen.one((None, *goals))

    def staged(self) -> Rule:
        """Staged over items."""
        placed = [entry.path for entry in self.entries("items") if entry.level is not None]
        return Staged(pass_=self.goal(self.common_goals(placed)), **self.climb())

    def climb(self) -> dict[str, Any]:
        """What each rung asks."""
        least = self.pen.one((0, 0, 0, 1, 2))
        credit = self.pen.one(("pass", "pass", "partial"))
        if self.pen.maybe(2, 3):
            return {"threshold": self.pen.one(SHARES), "credit": credit, "least": least}
        thresholds = {
            rung: FrozenMap(
                {other: self.pen.one(SHARES) for other in self.pen.some(self.rungs, 1, 2)}
            )
            for rung in self.pen.some(self.rungs)
        }
        return {"thresholds": FrozenMap(thresholds), "credit": credit, "least": least}

    def staged_children(self) -> Rule:
        """Staged over what is named or stands directly below, by level or by shares."""
        over = self.pen.one([over for over in self.overs() if over != "items"] or [None])
        if over == "list":
            over = self.listed()
        if over is None:
            return self.staged()
        entries = self.entries(over)
        ways = ["level"] if LADDER in self.ladders(entries) else []
        ways += ["shares"] if all(map(self.has_shares, entries)) else []
        if not ways:
            return self.staged()
        placed = [entry.path for entry in entries if entry.path in self.tree.leaves]
        goal = self.goal(self.common_goals(placed))
        return Staged(over=over, of=self.pen.one(ways), pass_=goal, **self.climb())  # type: ignore[arg-type]  # one of the ways

    def has_shares(self, entry: Entry) -> bool:
        """Whether an entry has a share at each level."""
        if entry.path in self.tree.leaves:
            return entry.level is not None
        return isinstance(self.tree.nodes[entry.path].rule, Staged)

    def high_water_mark(self) -> Rule:
        """The high-water mark."""
        leaves = [name for name in self.counted if name in self.tree.leaves]
        over: Over = "items"
        if leaves and self.pen.maybe(1, 4):
            over = tuple(self.pen.some(leaves, least=1, most=4))
        placed = [entry.path for entry in self.entries(over) if entry.level is not None]
        return HighWaterMark(over=over, pass_=self.goal(self.common_goals(placed)))

    def goals(self) -> dict[str, list[str]]:
        """What an equivalence may need: paths with the rungs and options that they can reach."""
        found = {
            path: [goal for goal in self.goals_of(path) if isinstance(goal, str)]
            for path in self.nameable
        }
        return {path: goals for path, goals in found.items() if goals}

    def equivalence(self) -> Rule:
        """An equivalence."""
        goals = self.goals()
        needs = {
            rung: FrozenMap(
                {path: self.pen.one(goals[path]) for path in self.pen.some(list(goals), 1, 2)}
            )
            for rung in self.pen.some(self.rungs, least=1)
        }
        return Equivalence(needs=FrozenMap(needs))

    def finished(self, rule: Rule) -> Rule:
        """The rule with rounding and caps, now and then."""
        if isinstance(rule, NoTotal):
            return rule
        if self.pen.maybe(1, 5):
            rounding = Rounding(
                places=self.pen.number(0, 2),
                mode=self.pen.one(("half-even", "half-up", "down")),
                use=self.pen.maybe(2, 3),
                at_least_one=self.pen.maybe(1, 4),
            )
            rule = evolve(rule, rounding=rounding)
        node = self.tree.nodes[self.path]
        self.tree.nodes[self.path] = evolve(node, rule=rule)
        self.tree.forget()
        if self.tree.gives_level(self.path) and self.pen.maybe(1, 5):
            rule = evolve(rule, caps=tuple(self.caps()))
        self.tree.nodes[self.path] = node
        self.tree.forget()
        return rule

    def caps(self) -> list[Cap]:
        """A cap or two."""
        rungs = self.tree.rungs(self.tree.ladder(self.path))
        made = []
        for path in self.pen.some(self.nameable, most=2):
            goals = self.goals_of(path)
            at_item = path in self.tree.leaves
            goals = goals[1:] if at_item and isinstance(goals[0], str) else goals
            if goals:
                made.append(
                    Cap(
                        item=path if at_item else None,
                        dimension=None if at_item else path,
                        until=self.pen.one(goals),
                        level=self.pen.one(("below", *rungs[:-1])),
                    )
                )
        return made
