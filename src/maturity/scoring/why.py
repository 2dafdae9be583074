"""Why a node has the level it has, in plain sentences made from its own facts."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from attrs import field, frozen

from maturity.model.rules import Equivalence, HighWaterMark, Median, NoTotal, Staged, WeakestLink
from maturity.model.scales import Level

from . import sentences
from .look import Look
from .staging import Rungs, minimums, stand
from .words import counted, items_word, listed, number_text, per_cent

if TYPE_CHECKING:
    from collections.abc import Callable

    from .entries import Entry
    from .scorecard import Score, Scorecard


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
class Why:
    """`text`: plain sentences. `facts`: what they were made from."""

    text: str
    facts: tuple[Fact, ...] = field(default=())

    def __str__(self) -> str:
        """The text."""
        return self.text


def explain(card: Scorecard, score: Score) -> Why:
    """See `Score.why`. What is explained is the secured reading: open answers count as lowest."""
    head = f"{score.title}: {sentences.result(score)}."
    if score.status in {"none", "undefined", "not started", "withheld"}:
        return Why(f"{head} {_silent(score)}".rstrip())
    text, facts = _EXPLAINERS.get(type(score.rule), _value)(Look(card, score))
    return Why(" ".join(filter(None, (head, text, _open(card, score)))), tuple(facts))


def _silent(score: Score) -> str:
    """Why nothing is stated."""
    cover = score.coverage
    if score.status == "not started":
        return f"None of {cover.applicable} is answered yet."
    if score.status == "withheld":
        return f"At least {per_cent(score.conventions.minimum_coverage)} is asked for."
    if score.status == "undefined" and cover.applicable:
        return "The conventions here let an answer that is not applicable block the result."
    return ""


def _open(card: Scorecard, score: Score) -> str:
    """What the open answers could still change."""
    missing = score.coverage.applicable - score.coverage.answered
    if not missing:
        return ""
    word = items_word(card.framework, missing)
    verb = "is" if missing == 1 else "are"
    if score.status == "certain":
        return f"{missing} {word} {verb} unanswered, and no answer can change the level."
    return f"{missing} {word} {verb} unanswered."


def _staged(look: Look) -> tuple[str, list[Fact]]:
    """`staged`: rung by rung, up to the first that does not hold."""
    rungs = stand(look.step, look.slots, look.card.results.shares)
    asked = minimums(look.step)
    reached = look.reached()
    texts, facts = [], []
    for rung in range(1, min(reached + 1, look.node.rungs) + 1):
        level = look.level(rung)
        parts = []
        for other, minimum in asked[rung - 1].items():
            fact, text = _share_at(look, rungs, rung, other, minimum)
            facts.append(fact)
            parts.append(text)
        least = cast("Staged", look.node.rule).least
        if least:
            has = float(rungs.least[look.place, rung - 1, look.column])
            facts.append(Fact(look.node.path, level, has, float(least)))
            if has < least:
                parts.append(f"{has:.0f} at or below, {least} asked for")
        holds = "holds" if rung <= reached else "does not hold"
        because = f": {'; '.join(parts)}" if parts else ""
        texts.append(f"{level.label} {holds}{because}.")
    return " ".join(texts), facts


def _share_at(look: Look, rungs: Rungs, rung: int, other: int, minimum: float) -> tuple[Fact, str]:
    """What a level asks of one rung, and what is there: as a fact and in words."""
    level, at = look.level(rung), look.level(other + 1)
    here = [e for e in look.entries if e.every_level or e.level == other + 1]
    here = [e for e in here if look.counted(e) or look.slots.blocked[e.slot, look.column]]
    good = [entry for entry in here if look.stands(entry, other + 1)]
    if rungs.weight[look.place, other, look.column] <= 0:
        return Fact(look.node.path, level, None, minimum), f"nothing counts at {at.label}"
    share = float(rungs.share[look.place, other, look.column])
    short = [] if look.enough(share, minimum) else [e for e in here if e not in good]
    fact = Fact(look.node.path, level, share, minimum, tuple(look.path(e) for e in short))
    noun = look.noun(here)
    rung_text = f" of {at.label}" if other != rung - 1 else ""
    credit = cast("Staged", look.node.rule).credit
    weighed = "" if credit == "pass" and _even(here) else f", {per_cent(share)} by weight"
    text = (
        f"{len(good)} of {len(here)} {noun}{rung_text} {look.mark(here, at)}{weighed} "
        f"({per_cent(minimum)} asked for)"
    )
    unanswered = [look.path(e) for e in short if look.is_open(e)]
    answered = [path for path in fact.items if path not in unanswered]
    if answered:
        text += f"; short: {listed(answered)}"
    if unanswered:
        text += f"; unanswered: {listed(unanswered)}"
    return fact, text


def _even(entries: list[Entry]) -> bool:
    """Whether all weigh the same."""
    return len({entry.weight for entry in entries}) <= 1


def _weakest(look: Look) -> tuple[str, list[Fact]]:
    """`weakest-link`: the lowest, by name."""
    entries = [entry for entry in look.entries if look.counted(entry)]
    if not look.node.by_rank:
        places = {e: float(look.slots.place[e.slot, look.column]) for e in entries}
        low = min(places.values(), default=0.0)
        lowest = [look.path(e) for e in entries if places[e] == low]
        fact = Fact(look.node.path, None, low, None, tuple(lowest))
        return f"The lowest counts: {listed(lowest)}, {per_cent(low)} of the way up.", [fact]
    ranks_ = {entry: look.rank(entry) for entry in entries}
    low = min(ranks_.values(), default=0)
    lowest_ = [entry for entry in entries if ranks_[entry] == low]
    names = listed([look.title(entry) for entry in lowest_])
    level = look.level(int(low))
    fact = Fact(look.node.path, level, float(low), None, tuple(map(look.path, lowest_)))
    return f"The lowest of {len(entries)} counts: {names} ({level.label}).", [fact]


def _median(look: Look) -> tuple[str, list[Fact]]:
    """`median`: how many stand where, and which is the middle."""
    rule = cast("Median", look.node.rule)
    entries = [entry for entry in look.entries if look.counted(entry)]
    side = {"lower": "the lower of the middle two", "upper": "the upper of the middle two",
            "midpoint": "half way between the middle two"}[rule.side]  # fmt: skip
    middle = "the middle one" if len(entries) % 2 else side
    if not look.node.levelled:
        value = number_text(look.score.value or 0.0, rule)
        return f"Of {len(entries)} in order, {middle} counts: {value}.", []
    ranks_ = [look.rank(entry) for entry in entries]
    spread = [
        f"{ranks_.count(rank)} at {look.level(rank).label}"
        for rank in range(look.node.rungs + 1)
        if rank in ranks_
    ]
    stated = look.score.level or look.level(0)
    lower = tuple(
        look.path(e) for e, rank in zip(entries, ranks_, strict=True) if rank <= stated.rank
    )
    fact = Fact(look.node.path, stated, float(stated.rank), None, lower)
    word = look.noun(entries)
    return f"Of {len(entries)} {word}, {listed(spread)}; {middle} counts.", [fact]


def _high_water(look: Look) -> tuple[str, list[Fact]]:
    """`high-water-mark`: what was seen at the highest level."""
    level = look.score.level or look.level(0)
    seen = [
        look.path(entry)
        for entry in look.entries
        if level.rank and (entry.every_level or entry.level == level.rank)
        and look.stands(entry, level.rank)
    ]  # fmt: skip
    fact = Fact(look.node.path, level, float(level.rank), None, tuple(seen))
    return (f"The highest level seen anywhere counts: {listed(seen)}." if seen
            else "No level has been seen yet."), [fact]  # fmt: skip


def _equivalence(look: Look) -> tuple[str, list[Fact]]:
    """`equivalence`: the needs of the levels up to the first that is not met."""
    rule = cast("Equivalence", look.node.rule)
    asked = {look.level(0).id: {}, **rule.needs}
    reached = (look.score.level or look.level(0)).rank
    texts, facts = [], []
    for rank in range(1, min(reached + 1, look.node.rungs) + 1):
        level = look.level(rank)
        needs = [e for e in look.entries if e.need == rank]
        unmet = [e for e in needs if look.counted(e) and not look.passes(e)]
        met = len(needs) - len(unmet)
        facts.append(
            Fact(look.node.path, level, float(met), float(len(needs)), tuple(map(look.path, unmet)))
        )
        still = [
            f"{look.title(e)} ({asked.get(level.id, {}).get(look.path(e), '')})" for e in unmet
        ]
        texts.append(
            f"{level.label} {'holds' if rank <= reached else 'does not hold'}: {met} of "
            f"{counted(len(needs), 'need')} met"
            + (f"; still needed: {listed(still)}." if still else ".")
        )
    return " ".join(texts), facts


def _value(look: Look) -> tuple[str, list[Fact]]:
    """`mean`, `sum` and `share`: the value, its range, and the band that it reaches."""
    score, node = look.score, look.node
    value = score.value if score.value is not None else 0.0
    entries = [entry for entry in node.entries if look.counted(entry)]
    noun = {"mean": "mean", "sum": "sum", "share": "share that passes"}.get(node.rule.name, "value")
    many = {look.path(entry) for entry in entries}
    shown = (
        per_cent(value)
        if node.rule.name == "share" and node.high == 1
        else number_text(value, node.rule)
    )
    text = (
        f"The {noun} over {len(many)} {'answer' if all(e.is_item for e in entries) else 'part'}"
        f"{'' if len(many) == 1 else 's'} is {shown}, on a range from "
        f"{number_text(node.low)} to {number_text(node.high)}."
    )
    bands = getattr(node.rule, "bands", None)
    facts = [Fact(node.path, score.level, value, None)]
    if bands is not None and score.level is not None:
        higher = [(r, v) for r, v in bands.limits if _rank(look, r) == score.level.rank + 1]
        for rung, limit in higher:
            level = look.level(_rank(look, rung))
            word = "from" if bands.direction == "from" else "above"
            text += f" {level.label} starts {word} {number_text(limit)}."
            facts.append(Fact(node.path, level, value, limit))
    return text, facts


def _rank(look: Look, rung: str) -> int:
    return next(level.rank for level in look.node.ladder if level.id == rung)


_EXPLAINERS: dict[type, Callable[[Look], tuple[str, list[Fact]]]] = {
    Staged: _staged,
    WeakestLink: _weakest,
    Median: _median,
    HighWaterMark: _high_water,
    Equivalence: _equivalence,
    NoTotal: lambda _: ("", []),
}
