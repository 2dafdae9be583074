"""Rules and conventions in plain words, with the framework's own terms."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, cast

from maturity.model.numbers import shown
from maturity.model.rules import (
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
from maturity.model.scales import LADDER, Scale
from maturity.model.tree import Item
from maturity.scoring.convention_words import share_text
from maturity.scoring.sentences import NO_LEVEL, NO_TOTAL
from maturity.scoring.words import items_word, listed, plural

from .answer_words import limits_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from maturity.model.framework import Framework
    from maturity.model.tree import Dimension

MANY = 6


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
        return self.of_rule(node.rule, " and ".join(children) or self.items, node)

    def lines(self) -> Iterator[str]:
        """The rules in force: dimensions, parts and the whole; what shares a rule, on one line."""
        names = branch_names(self.framework)
        for kind, nodes in self._kinds():
            found: dict[str, list[str]] = {}
            for node in nodes:
                found.setdefault(self.of_node(node), []).append(names[node.id])
            term = self.framework.term(kind)
            most = max(found, key=lambda text: len(found[text]), default="")
            many = len(found) == 1 or len(found.get(most, ())) > MANY
            for text, titles in found.items():
                if not (many and text == most):
                    yield f"{listed(titles, most=99)}: {text}."
            if many:
                yield f"Each {term if len(found) == 1 else f'other {term}'}: {most}."
        overall = self.framework.term("overall")
        children = plural(self.framework.term("dimension"))
        text = self.of_rule(self.framework.scoring.overall, children)
        yield f"{overall[:1].upper()}{overall[1:]}: {text}."

    def _kinds(self) -> tuple[tuple[str, list[Dimension]], ...]:
        """The dimensions, and all their parts."""
        parts = [node for node in self.framework.walk() if "." in node.id]
        return ("dimension", list(self.framework.dimensions)), ("part", parts)

    def of_rule(self, rule: Rule, children: str, node: Dimension | None = None) -> str:
        """A rule in a clause; `children`: what it counts by default, in the plural.

        `node`: where it is in force; None: nowhere in particular.
        """
        over = getattr(rule, "over", None)
        what = f"its {self.items if over == 'items' else children}"
        if isinstance(over, tuple):
            what = f"what it names ({listed(over, most=99)})"
        text = _WORDS[type(rule)](self, rule, what, node)
        ladder = getattr(rule, "ladder", None)
        ladder = None if ladder == LADDER else ladder
        climbed = [f"its levels are the answers of the scale '{ladder}'"] if ladder else []
        caps = [
            f"no level above {self.label(cap.level, ladder)} until {cap.path} reaches "
            f"{self.label_at(cap.path, cap.until)}"
            for cap in rule.caps
        ]
        return "; ".join([text, *climbed, *rounding_words(rule.rounding), *caps])

    def label(self, rung: str | float, scale: str | None = None) -> str:
        """The label of a level or an option, on a scale if it is there; a number as it is."""
        if not isinstance(rung, str):
            return shown(float(rung))
        known = self.framework.scales.get(scale or LADDER)
        options = known.options if isinstance(known, Scale) else ()
        own = [option.label for option in options if option.id == rung]
        return own[0] if own else self.labels.get(rung, rung)

    def label_at(self, path: str, rung: str | float) -> str:
        """The label of what the item or branch at a path is to reach."""
        found = self.framework.by_path.get(path)
        if isinstance(found, Item):
            return self.label(rung, found.scale)
        return self.label(rung, getattr(found.rule, "ladder", None) if found else None)

    def bands(self, rule: Mean | Sum | Share) -> str:
        """`Amber from 0.5, Green from 0.8`."""
        if rule.bands is None:
            return ""
        limits = [(self.label(rung, rule.ladder), shown(at)) for rung, at in rule.bands.limits]
        return f" ({limits_words(rule.bands.direction, limits)})"

    def passing(self, rule: Share | Staged | HighWaterMark, node: Dimension | None) -> str:
        """What is good enough, where it isn't the top answer."""
        if rule.pass_ is None:
            return "met"
        used = dict.fromkeys(item.scale for item in self._items(rule, node))
        scales = [self.framework.scales[name] for name in used]
        has = [
            scale
            for scale in scales
            if isinstance(scale, Scale) and rule.pass_ in [option.id for option in scale.options]
        ]
        if len(has) == len(scales) and has and all(s.options[-1].id == rule.pass_ for s in has):
            return "met"
        return f"at {self.label(rule.pass_, has[0].id if has else None)} or better"

    def _items(self, rule: Share | Staged | HighWaterMark, node: Dimension | None) -> list[Item]:
        """The items that a rule counts one by one; all there are, where that isn't known."""
        if isinstance(rule.over, tuple):
            named = (self.framework.by_path.get(path) for path in rule.over)
            return [item for item in named if isinstance(item, Item)]
        if rule.over == "items":
            return list(node.items if node else self.framework.items)
        return list(node.own_items) if node else []

    def staged(self, rule: Staged, what: str, node: Dimension | None) -> str:
        """A level and all below it."""
        good = "answered at it or above" if self.on_ladder else self.passing(rule, node)
        if rule.over != "items":
            good = "there, by their own shares" if rule.of == "shares" else "at it or above"
        share = "all" if rule.threshold == 1 else share_text(rule.threshold)
        text = f"a level is reached when {share} of {what} are {good}"
        if rule.thresholds is not None:
            asked = [
                f"{self.label(level)}: "
                + " and ".join(
                    f"{share_text(at)} of {self.label(other)}" for other, at in needs.items()
                )
                for level, needs in rule.thresholds.items()
            ]
            text = f"a level is reached when enough of {what} are {good} ({'; '.join(asked)})"
        text += ", and every level below it is reached"
        if rule.credit == "partial":
            text += "; an answer part of the way counts in part"
        if rule.least:
            text += f"; at least {rule.least} must be met at or below it"
        return text


def branch_names(framework: Framework) -> dict[str, str]:
    """The titles of all dimensions and parts by their path, which is added where titles repeat."""
    nodes = list(framework.walk())
    times = Counter(node.title for node in nodes)
    return {
        node.id: f"{node.title} ({node.id})" if times[node.title] > 1 else node.title
        for node in nodes
    }


def rounding_words(rounding: Rounding | None) -> Iterator[str]:
    """How a value is rounded, and whether that changes what comes of it."""
    if rounding is None:
        return
    places = f"{rounding.places} decimal place{'s' * (rounding.places != 1)}"
    to = places if rounding.places else "a whole number"
    mode = {"half-even": "", "half-up": ", a half always up", "down": ", always down"}
    yield f"rounded to {to}{mode[rounding.mode]}, " + (
        "before it decides anything" if rounding.use else "only where it is shown"
    )
    if rounding.at_least_one:
        yield "anything above 0 is then 1 at least"


def _measured(rule: Mean | Sum, what: str) -> str:
    """What is added up."""
    if rule.of == "level":
        return f"the levels of {what}"
    if rule.range is None:
        return f"the values of {what}"
    low, high = map(shown, rule.range)
    each = " each" if isinstance(rule, Sum) else ""
    ends = f"from {low} at the bottom to {high} at the top"
    return f"how far up their scales {what} stand,{each} {ends}"


def _alike(rule: Mean | Sum) -> str:
    """That weights don't count, where they don't."""
    return "" if rule.weighted else ", all weighing the same"


def _mean(words: RuleWords, rule: Rule, what: str, _: Dimension | None) -> str:
    """`mean`."""
    rule = cast("Mean", rule)
    each = ", first within each level" if rule.each_level else ""
    return f"the mean of {_measured(rule, what)}{each}{_alike(rule)}{words.bands(rule)}"


def _sum(words: RuleWords, rule: Rule, what: str, _: Dimension | None) -> str:
    """`sum`."""
    rule = cast("Sum", rule)
    text = f"the sum of {_measured(rule, what)}"
    if rule.each_level:
        text = f"the sum, over all levels, of the mean of {_measured(rule, what)}"
    if rule.ceiling is not None:
        text = f"{shown(rule.ceiling)} less what {what} fall short"
    return f"{text}{_alike(rule)}{words.bands(rule)}"


def _share(words: RuleWords, rule: Rule, what: str, node: Dimension | None) -> str:
    """`share`."""
    rule = cast("Share", rule)
    text = f"the share of {what} that are {words.passing(rule, node)}"
    if rule.range is not None:
        low, high = map(shown, rule.range)
        text += f", from {low} for none to {high} for all"
    return f"{text}{words.bands(rule)}"


def _median(_: RuleWords, rule: Rule, what: str, __: Dimension | None) -> str:
    """`median`."""
    sides = {
        "lower": "the lower of the two in the middle",
        "upper": "the upper of the two in the middle",
        "midpoint": "the point half way between the two in the middle",
    }
    side = sides[cast("Median", rule).side]
    return f"the middle one of {what}; of an even number {side}"


def _weakest(_: RuleWords, __: Rule, what: str, ___: Dimension | None) -> str:
    """`weakest-link`."""
    return f"the lowest of {what} counts"


def _high_water(words: RuleWords, rule: Rule, what: str, node: Dimension | None) -> str:
    """`high-water-mark`."""
    good = words.passing(cast("HighWaterMark", rule), node)
    return f"the highest level at which one of {what} is {good}"


def _equivalence(words: RuleWords, rule: Rule, _: str, __: Dimension | None) -> str:
    """`equivalence`."""
    needs = [
        f"{words.label(level)} needs "
        + listed(
            [f"{path} at {words.label_at(path, rung)}" for path, rung in asked.items()], most=99
        )
        for level, asked in cast("Equivalence", rule).needs.items()
    ]
    return "; ".join(needs)


_WORDS: dict[type[Rule], Callable[[RuleWords, Rule, str, Dimension | None], str]] = {
    Mean: _mean,
    Sum: _sum,
    Share: _share,
    Median: _median,
    Staged: lambda words, rule, what, node: words.staged(cast("Staged", rule), what, node),
    WeakestLink: _weakest,
    HighWaterMark: _high_water,
    Equivalence: _equivalence,
    NoTotal: lambda *_: NO_TOTAL,
}
