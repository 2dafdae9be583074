"""Rules and conventions in plain words, with the framework's own terms."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from maturity.model.rules import (
    Equivalence,
    HighWaterMark,
    Mean,
    Median,
    NoTotal,
    Rule,
    Share,
    Staged,
    Sum,
    WeakestLink,
)
from maturity.model.scales import LADDER, Scale
from maturity.scoring.sentences import NO_LEVEL, NO_TOTAL
from maturity.scoring.words import items_word, listed, number_text, per_cent, plural

from .answer_words import limits_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from maturity.model.framework import Framework
    from maturity.model.tree import Dimension


class RuleWords:
    """Puts the rules of one framework into words."""

    def __init__(self, framework: Framework) -> None:
        """Learn the framework's terms, labels and kinds of answer."""
        self.framework = framework
        self.items = items_word(framework)
        self.labels = {level.id: level.label for level in (framework.below, *framework.levels)}
        for scale in framework.scales.values():
            if isinstance(scale, Scale):
                self.labels |= {o.id: o.label for o in scale.options if o.id not in self.labels}
        self.on_ladder = bool(framework.items) and all(
            item.scale == LADDER and item.level is None and not item.levels
            for item in framework.items
        )

    def of_node(self, node: Dimension) -> str:
        """The rule in force at a dimension or part."""
        if len(node.own_items) == 1 and node.own_items[0].claims is not None:
            return "one answer is given for all of it"
        if isinstance(node.rule, NoTotal):
            return NO_LEVEL
        kinds = {self.items: node.own_items, plural(self.framework.term("part")): node.dimensions}
        children = [kind for kind, there in kinds.items() if there]
        return self.of_rule(node.rule, " and ".join(children) or self.items)

    def lines(self) -> Iterator[str]:
        """The rules in force: dimensions, parts and the whole; what shares a rule, on one line."""
        for kind, nodes in self._kinds():
            found: dict[str, list[str]] = {}
            for node in nodes:
                found.setdefault(self.of_node(node), []).append(node.title)
            for text, titles in found.items():
                every = f"Each {self.framework.term(kind)}"
                yield f"{every if len(found) == 1 else listed(titles)}: {text}."
        overall = self.framework.term("overall")
        children = plural(self.framework.term("dimension"))
        text = self.of_rule(self.framework.scoring.overall, children)
        yield f"{overall[:1].upper()}{overall[1:]}: {text}."

    def _kinds(self) -> tuple[tuple[str, list[Dimension]], ...]:
        """The dimensions, and all their parts."""
        parts = [node for node in self.framework.walk() if "." in node.id]
        return ("dimension", list(self.framework.dimensions)), ("part", parts)

    def of_rule(self, rule: Rule, children: str) -> str:
        """A rule in a clause; `children`: what it counts by default, in the plural."""
        over = getattr(rule, "over", None)
        what = f"its {self.items if over == 'items' else children}"
        if isinstance(over, tuple):
            what = f"what it names ({listed(over)})"
        text = _WORDS[type(rule)](self, rule, what)
        caps = [
            f"no level above {self.label(cap.level)} until {cap.path} reaches "
            f"{self.label(cap.until)}"
            for cap in rule.caps
        ]
        return "; ".join([text, *caps])

    def label(self, rung: str | float) -> str:
        """The label of a level or an option; a number as it is."""
        return self.labels.get(rung, rung) if isinstance(rung, str) else number_text(float(rung))

    def bands(self, rule: Mean | Sum | Share) -> str:
        """`Amber from 0.5, Green from 0.8`."""
        if rule.bands is None:
            return ""
        limits = [(self.label(rung), number_text(at)) for rung, at in rule.bands.limits]
        return f" ({limits_words(rule.bands.direction, limits)})"

    def passing(self, pass_: str | float | None) -> str:
        """What is good enough, where it isn't the top answer."""
        if pass_ is None:
            return "met"
        for scale in self.framework.scales.values():
            if isinstance(scale, Scale) and scale.options[-1].id == pass_:
                return "met"
        return f"at {self.label(pass_)} or better"

    def staged(self, rule: Staged, what: str) -> str:
        """A level and all below it."""
        good = "answered at it or above" if self.on_ladder else self.passing(rule.pass_)
        if rule.over != "items":
            good = "there, by their own shares" if rule.of == "shares" else "at it or above"
        share = "all" if rule.threshold == 1 else per_cent(rule.threshold)
        text = (
            f"a level is reached when {share} of {what} are {good}, "
            "and every level below it is reached"
        )
        if rule.thresholds is not None:
            asked = [
                f"{self.label(level)}: "
                + " and ".join(
                    f"{per_cent(at)} of {self.label(other)}" for other, at in needs.items()
                )
                for level, needs in rule.thresholds.items()
            ]
            text = f"a level is reached when enough of {what} are {good} ({'; '.join(asked)})"
        if rule.credit == "partial":
            text += "; an answer part of the way counts in part"
        if rule.least:
            text += f"; at least {rule.least} must be met at or below it"
        return text


def _mean(words: RuleWords, rule: Rule, what: str) -> str:
    """`mean`."""
    rule = cast("Mean", rule)
    weights = "" if rule.weighted else ", all weighing the same"
    each = ", first within each level" if rule.each_level else ""
    of = "levels" if rule.of == "level" else "values"
    return f"the mean of the {of} of {what}{each}{weights}{words.bands(rule)}"


def _sum(words: RuleWords, rule: Rule, what: str) -> str:
    """`sum`."""
    rule = cast("Sum", rule)
    of = "levels" if rule.of == "level" else "values"
    if rule.ceiling is not None:
        return f"{number_text(rule.ceiling)} less what {what} fall short{words.bands(rule)}"
    return f"the sum of the {of} of {what}{words.bands(rule)}"


def _share(words: RuleWords, rule: Rule, what: str) -> str:
    """`share`."""
    rule = cast("Share", rule)
    return f"the share of {what} that are {words.passing(rule.pass_)}{words.bands(rule)}"


def _median(_: RuleWords, rule: Rule, what: str) -> str:
    """`median`."""
    sides = {
        "lower": "the lower of the two in the middle",
        "upper": "the upper of the two in the middle",
        "midpoint": "the point half way between the two in the middle",
    }
    side = sides[cast("Median", rule).side]
    return f"the middle one of {what}; of an even number {side}"


def _weakest(_: RuleWords, __: Rule, what: str) -> str:
    """`weakest-link`."""
    return f"the lowest of {what} counts"


def _high_water(words: RuleWords, rule: Rule, what: str) -> str:
    """`high-water-mark`."""
    good = words.passing(cast("HighWaterMark", rule).pass_)
    return f"the highest level at which one of {what} is {good}"


def _equivalence(words: RuleWords, rule: Rule, _: str) -> str:
    """`equivalence`."""
    needs = [
        f"{words.label(level)} needs "
        + listed([f"{path} at {words.label(rung)}" for path, rung in asked.items()], most=99)
        for level, asked in cast("Equivalence", rule).needs.items()
    ]
    return "; ".join(needs)


_WORDS: dict[type[Rule], Callable[[RuleWords, Rule, str], str]] = {
    Mean: _mean,
    Sum: _sum,
    Share: _share,
    Median: _median,
    Staged: lambda words, rule, what: words.staged(cast("Staged", rule), what),
    WeakestLink: _weakest,
    HighWaterMark: _high_water,
    Equivalence: _equivalence,
    NoTotal: lambda *_: NO_TOTAL,
}
