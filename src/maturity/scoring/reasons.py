"""What decided a result, rule by rule, in plain sentences."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, cast

from attrs import field, frozen

from maturity.model.rules import Equivalence, HighWaterMark, Median, Staged, WeakestLink
from maturity.model.scales import Level

from .staging import Rungs, minimums, stand
from .standing import standing
from .words import counted, listed, number_text, per_cent

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from .look import Look


@frozen
class Fact:
    """One thing that decided a result.

    `node`: its path. `level`: the rung it is about, or None. `has` and `needs`: what is there and
    what is asked for, as shares from 0 to 1, ranks or values, in the unit of the rule; None where
    there is no such number. `items`: the paths that hold it back (or, where it is met, none).
    """

    node: str
    level: Level | None
    has: float | None
    needs: float | None
    items: tuple[str, ...] = ()


@frozen
class Reasons:
    """`text`: what decided a result. `short`: the same without what can be left out. `facts`."""

    text: str
    short: str
    facts: tuple[Fact, ...] = field(default=())


def reasons(look: Look) -> Reasons:
    """What decided the result of a node that has one."""
    return _REASONS.get(type(look.node.rule), _value)(look)


def _plain(text: str, *facts: Fact) -> Reasons:
    """Reasons that are short already."""
    return Reasons(text, text, facts)


def _staged(look: Look) -> Reasons:
    """`staged`: level by level, up to the first that does not hold."""
    step = look.step
    rungs = stand(step, look.slots, look.card.results.shares)
    asked = minimums(step)
    facts: list[Fact] = []
    texts: list[str] = []
    shorts: list[str] = []
    for rung in range(1, look.node.rungs + 1):
        met, words, gaps = True, [], list[str]()
        own = {rung - 1: 0.0} if rungs.blocked[look.place, rung - 1, look.column] > 0 else {}
        for other, minimum in (own | asked[rung - 1]).items():
            stage = _Stage(look, rungs, rung, other, minimum)
            facts.append(stage.fact())
            words.append(stage.words())
            gaps += [] if stage.met else stage.gaps()
            met &= stage.met
        least = _least(look, rungs, rung)
        if least is not None:
            facts.append(least)
            enough = (least.has or 0.0) >= (least.needs or 0.0)
            met &= enough
            if not enough:
                verb = "is" if least.has == 1 else "are"
                text = f"{least.has:.0f} {verb} met at or below it, {least.needs:.0f} needed"
                words.append(text)
        holds = "holds" if met else "does not hold"
        label = look.level(rung).label
        sentence = f"{label} {holds}: {'; '.join(words)}." if words else f"{label} {holds}."
        if not met and look.left_out(rung):
            sentence = f"{label} is not asked about in this short form."
        if not _goes_without_saying(look, rung) or not met:
            texts.append(" ".join([sentence, *gaps]))
            shorts.append(sentence)
        if not met:
            break
        if rung > look.reached:
            break
    done = look.reached == look.node.rungs
    return Reasons(" ".join(texts), " ".join(shorts[-1:] if done else shorts[-2:]), tuple(facts))


def _goes_without_saying(look: Look, rung: int) -> bool:
    """Whether every answer there is reaches a rung, as every one is at least red."""
    entries = look.every
    return bool(entries) and all(e.every_level and e.lowest >= rung for e in entries)


def _least(look: Look, rungs: Rungs, rung: int) -> Fact | None:
    """How many have to be met at or below a rung, where the rule asks for some."""
    least = cast("Staged", look.node.rule).least
    if not least:
        return None
    has = float(rungs.least[look.place, rung - 1, look.column])
    return Fact(look.node.path, look.level(rung), has, float(least))


class _Stage:
    """What one rung asks of the entries at another (or at itself)."""

    def __init__(self, look: Look, rungs: Rungs, rung: int, other: int, minimum: float) -> None:
        self.look, self.rung, self.other, self.minimum = look, rung, other, minimum
        self.share = float(rungs.share[look.place, other, look.column])
        self.empty = bool(rungs.weight[look.place, other, look.column] <= 0)
        there = [e for e in look.every if e.every_level or e.level == other + 1]
        self.here = [e for e in there if look.counted(e) or look.slots.blocked[e.slot, look.column]]
        self.good = [e for e in self.here if look.stands(e, other + 1)]
        self.short = [e for e in self.here if e not in self.good]
        conventions = look.node.conventions
        enough = self.share >= minimum - conventions.tolerance
        self.stuck = [e for e in self.here if look.slots.blocked[e.slot, look.column]]
        self.met = conventions.empty_level == "pass" if self.empty else enough and not self.stuck

    def fact(self) -> Fact:
        paths = () if self.met else tuple(map(self.look.path, self.short))
        share = None if self.empty else self.share
        return Fact(self.look.node.path, self.look.level(self.rung), share, self.minimum, paths)

    def words(self) -> str:
        """`3 of 5 statements are met (60%), 80% is needed`."""
        rung = self.look.level(self.other + 1).label
        where = "" if self.other == self.rung - 1 else f" at {rung}"
        if self.empty:
            return f"nothing counts there{where}"
        good = len(self.good)
        what = f"{good} of {len(self.here)} {self.look.noun(self.here)}"
        verb = "is" if 1 in {good, len(self.here)} else "are"
        reach = "met"
        if all(entry.every_level for entry in self.here):
            where = ""
            reach = (
                f"at {rung}" if self.other + 1 == self.look.node.rungs else f"at {rung} or above"
            )
        needed = "all are needed" if self.minimum == 1 else f"{per_cent(self.minimum)} is needed"
        if self.stuck:
            blocks = "blocks" if len(self.stuck) == 1 else "block"
            needed += f", and {len(self.stuck)} {self.look.noun(self.stuck)} {blocks} it"
        return f"{what}{where} {verb} {reach} ({per_cent(self.share)}{self.basis()}), {needed}"

    def basis(self) -> str:
        """What the share counts, where it isn't heads."""
        uneven = len({entry.weight for entry in self.here}) > 1
        rule = cast("Staged", self.look.node.rule)
        said = {"by weight": uneven, "with part credit": rule.credit == "partial"}
        said["by their own shares"] = rule.of == "shares"
        basis = [text for text, is_so in said.items() if is_so]
        return f" {' and '.join(basis)}" if basis else ""

    def gaps(self) -> list[str]:
        """What is short, by name: answered too low, or not answered."""
        found: dict[str, list[str]] = {"": []}
        for entry in self.short:
            want = standing(self.look, entry, lowest=True).want
            found.setdefault(want, []).append(self.look.title(entry))
        return [
            f"{want.capitalize() or 'Not there yet'}: {listed(names)}."
            for want, names in found.items()
            if names
        ]


def _weakest(look: Look) -> Reasons:
    """`weakest-link`: the lowest, by name."""
    entries = look.entries()
    by_rank = look.node.by_rank
    heights = {
        entry: float(look.rank(entry) if by_rank else look.slots.place[entry.slot, look.column])
        for entry in entries
    }
    low = min(heights.values(), default=0.0)
    lowest = [entry for entry in entries if heights[entry] == low]
    level = look.level(int(low)) if by_rank else None
    height = level.label if level else f"{per_cent(low)} of the way up"
    found = [standing(look, entry, lowest=low == 0) for entry in lowest]
    names = [
        f"{look.title(entry)}{one.mark(height)}" for entry, one in zip(lowest, found, strict=True)
    ]
    everything = len(lowest) == len(entries)
    which = look.all(entries) if everything else f"The lowest of {look.count(entries)}"
    if len(lowest) == 1:
        which = f"Its only {look.noun(entries)}" if everything else which
        text = f"{which} counts: {look.title(lowest[0])}, {found[0].at(height)}."
    elif any(one.want for one in found):
        text = f"{which} count as {height}: {listed(names)}."
    elif everything:
        text = f"{which} are {'at ' if level else ''}{height}."
    else:
        text = f"{which} count: {listed(names)}, {height}."
    return _plain(
        text, Fact(look.node.path, level, low, None, tuple(look.path(entry) for entry in lowest))
    )


def _median(look: Look) -> Reasons:
    """`median`: how many stand where, and which is the middle."""
    rule = cast("Median", look.node.rule)
    entries = look.entries()
    sides = {
        "lower": "the lower of the middle two counts",
        "upper": "the upper of the middle two counts",
        "midpoint": "the point half way between the middle two counts",
    }
    middle = "the middle one counts" if len(entries) % 2 else sides[rule.side]
    if not look.node.levelled:
        value = number_text(look.score.value or 0.0, rule)
        return _plain(f"Of {look.count(entries)} in order, {middle}: {_at_least(look)}{value}.")
    ranks = [look.rank(entry) for entry in entries]
    stated = look.level(look.reached)
    lower = [e for e, rank in zip(entries, ranks, strict=True) if rank <= stated.rank]
    fact = Fact(look.node.path, stated, float(stated.rank), None, tuple(map(look.path, lower)))
    groups = Counter(
        (rank, standing(look, entry, lowest=rank == 0))
        for entry, rank in zip(entries, ranks, strict=True)
    )
    if len(entries) == 1:
        ((rank, one),) = groups
        only = f"Its only {look.noun(entries)} counts: {look.title(entries[0])},"
        only = "Its only answer is" if entries[0].is_item else only
        return _plain(f"{only} {one.at(look.level(rank).label)}.", fact)
    ordered = sorted(groups, key=lambda group: group[0])
    spread = [one.many(groups[rank, one], look.level(rank).label) for rank, one in ordered]
    return _plain(f"Of {look.count(entries)}: {listed(spread, most=99)}; {middle}.", fact)


def _high_water(look: Look) -> Reasons:
    """`high-water-mark`: what was seen at the highest level."""
    level = look.level(look.reached)
    seen = [
        look.path(entry)
        for entry in look.every
        if level.rank
        and (entry.every_level or entry.level == level.rank)
        and look.stands(entry, level.rank)
    ]
    fact = Fact(look.node.path, level, float(level.rank), None, tuple(seen))
    if not seen:
        return _plain("No level has been seen yet.", fact)
    return _plain(f"The highest level seen anywhere counts: {listed(seen)}.", fact)


def _equivalence(look: Look) -> Reasons:
    """`equivalence`: the needs of the levels up to the first that is not met."""
    rule = cast("Equivalence", look.node.rule)
    facts: list[Fact] = []
    texts: list[str] = []
    for rank in range(1, min(look.reached + 1, look.node.rungs) + 1):
        level = look.level(rank)
        needs = [e for e in look.every if e.need == rank and look.counted(e)]
        unmet = [e for e in needs if look.counted(e) and not look.passes(e)]
        met = len(needs) - len(unmet)
        paths = tuple(map(look.path, unmet))
        facts.append(Fact(look.node.path, level, float(met), float(len(needs)), paths))
        asked: Mapping[str, str] = rule.needs.get(level.id, {})
        still = [f"{look.title(e)} ('{asked.get(look.path(e), '')}')" for e in unmet]
        holds = "holds" if rank <= look.reached else "does not hold"
        tail = f"; still needed: {listed(still)}" if still else ""
        verb = "is" if 1 in {met, len(needs)} else "are"
        number = f"{met} of {counted(len(needs), 'need')} {verb} met"
        number = number if needs else "nothing that it needs counts here"
        texts.append(f"{level.label} {holds}: {number}{tail}.")
    return Reasons(" ".join(texts), texts[-1] if texts else "", tuple(facts))


def _value(look: Look) -> Reasons:
    """`mean`, `sum` and `share`: the value, its range, and the band that it reaches."""
    score, node = look.score, look.node
    value = score.value if score.value is not None else 0.0
    many = list({look.path(entry): entry for entry in look.entries()}.values())
    noun = {"mean": "mean", "sum": "sum", "share": "share that is met"}[node.rule.name]
    ends = f"on a range from {number_text(node.low)} to {number_text(node.high)}"
    bands = getattr(node.rule, "bands", None)
    shown = number_text(value, node.rule, cut=bands is not None)
    text = f"The {noun} over {look.count(many)} is {_at_least(look)}{shown}, {ends}."
    facts = [Fact(node.path, score.level, value, None)]
    if bands is not None and score.level is not None:
        levels = {level.id: level for level in node.ladder}
        higher = [(levels[r], at) for r, at in bands.limits if levels[r].rank > score.level.rank]
        for level, limit in higher[:1]:
            word = "at" if bands.direction == "from" else "above"
            text += f" {level.label} starts {word} {number_text(limit)}."
            facts.append(Fact(node.path, level, value, limit))
    return _plain(text, *facts)


def _at_least(look: Look) -> str:
    """`at least ` before a value that missing answers could still lift."""
    bounds = look.score.bounds
    moves = bounds is not None and bounds.low.value != bounds.high.value
    return "at least " if moves and look.score.conventions.missing == "bound" else ""


_REASONS: dict[type, Callable[[Look], Reasons]] = {
    Staged: _staged,
    WeakestLink: _weakest,
    Median: _median,
    HighWaterMark: _high_water,
    Equivalence: _equivalence,
}
