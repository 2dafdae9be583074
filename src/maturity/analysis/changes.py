"""What changed between two scorecards of one organisation, and which answers caused it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Literal

import numpy as np
from attrs import evolve, field, frozen

from maturity.errors.clean import clean
from maturity.model.assessment import NotApplicable
from maturity.model.scoring import Conventions
from maturity.model.tree import Item
from maturity.scoring.cells import answer_to
from maturity.scoring.leaves import ABSENT, NOT_APPLICABLE, UNANSWERED
from maturity.scoring.readings import Reading, resolve
from maturity.scoring.sentences import result, title
from maturity.scoring.words import answer_words, listed

from .reverted import reverted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maturity.model.assessment import Value
    from maturity.scoring.arrays import Codes
    from maturity.scoring.cells import Cells
    from maturity.scoring.plan import Plan
    from maturity.scoring.scorecard import Score, Scorecard

Way = Literal["rose", "fell", "may have risen", "may have fallen", "same", "not known"]
Kind = Literal["better", "worse", "answered", "withdrawn", "no longer applies", "applies now",
               "counts otherwise"]  # fmt: skip
UP: tuple[Way, ...] = ("rose", "may have risen")
DOWN: tuple[Way, ...] = ("fell", "may have fallen")
HELPS: dict[Kind, int] = {"better": 1, "answered": 1, "worse": -1, "withdrawn": -1}
MOST_NAMED = 4


@frozen(kw_only=True)
class AnswerChange:
    """One answer that changed. `before` and `after`: in the words of the scale.

    `kind`: `counts otherwise` is an answer that was said again and counts for more or less, as its
    evidence came or expired. `decisive`: had it stayed as it was, the result would not have
    changed as it did.
    """

    item: Item = field(repr=lambda item: repr(item.id))
    before: str
    after: str
    kind: Kind
    decisive: bool = False

    @property
    def text(self) -> str:
        """The change in words."""
        return clean(f"{self.item.text.rstrip('.')} ({self.before}, now {self.after})")


@frozen(kw_only=True)
class Change:
    """What became of one node between two periods.

    `before` and `after`: what is stated, in words. `way`: `rose` or `fell` whatever the missing
    answers of either turn out to be; `may have` where they leave it open, so that more may only
    have become known; `same`; `not known` where one of the two states nothing. `answers`: those
    below that changed, the decisive ones first.
    """

    path: str
    title: str
    period: str
    since: str
    before: str
    after: str
    way: Way
    answers: tuple[AnswerChange, ...] = field(default=(), repr=False)

    @property
    def fell(self) -> bool:
        """Whether it stands lower than before, for certain or perhaps."""
        return self.way in DOWN

    @property
    def causes(self) -> tuple[AnswerChange, ...]:
        """The answers that caused it.

        Those without which it would not have changed as it did; where several would each have been
        enough, all that point the same way. Empty where nothing changed.
        """
        decisive = tuple(one for one in self.answers if one.decisive)
        if decisive or self.way not in {*UP, *DOWN}:
            return decisive
        sign = 1 if self.way in UP else -1
        return tuple(one for one in self.answers if HELPS.get(one.kind, sign) == sign)

    @property
    def text(self) -> str:
        """The change in a sentence or two."""
        verb = {
            "same": "is unchanged",
            "not known": "can't be compared",
        }.get(self.way, self.way)
        said = f"{self.title} {verb}: {self.before} in {self.since}, {self.after} in {self.period}."
        if self.causes:
            rest = len(self.causes) - MOST_NAMED
            named = [one.text for one in self.causes[:MOST_NAMED]]
            named += [f"and {rest} more"] if rest > 0 else []
            said += f" Because of: {'; '.join(named)}."
        return clean(said)


def changes(before: Scorecard, after: Scorecard, periods: tuple[str, str]) -> Iterator[Change]:
    """What became of every node that has a result, in the framework's order."""
    answers = list(_answer_changes(before, after))
    index = after.plan.leaves.index
    put_back = reverted(before, after, [index[one.item.id] for one in answers])
    for old, new in zip(before, after, strict=True):
        if "none" not in {old.status, new.status}:
            told = [
                evolve(one, decisive=_falls_short(old, new, point))
                for one, point in zip(answers, put_back[new.path], strict=True)
                if index[one.item.id] in new.node.reads
            ]
            yield _change(old, new, told, periods)


def _falls_short(old: Score, new: Score, point: tuple[float, float]) -> bool:
    """Whether a node, with one answer put back, does not come as far up or down as it did."""
    way = _way(old, new)
    value, rank = point
    reached = value if new.level is None else rank
    if way not in {*UP, *DOWN} or math.isnan(value):
        return False
    return reached < _number(new) if way in UP else reached > _number(new)


def _number(score: Score) -> float:
    """What a node that states something states, as a number."""
    return -1.0 if (stated := _stated(score)) is None else stated


def _change(old: Score, new: Score, here: list[AnswerChange], periods: tuple[str, str]) -> Change:
    """One node."""
    way = _way(old, new)
    return Change(
        path=new.path,
        title=title(new),
        since=periods[0],
        period=periods[1],
        before=result(old),
        after=result(new),
        way=way,
        answers=tuple(sorted(here, key=lambda one: not one.decisive)),
    )


def _way(old: Score, new: Score) -> Way:
    """Whether a node rose or fell, and whether that is certain."""
    known = (_stated(old), _stated(new))
    if known[0] is None or known[1] is None:
        return "not known"
    if known[0] == known[1]:
        return "same"
    rose = known[1] > known[0]
    if old.bounds is None or new.bounds is None:
        return "rose" if rose else "fell"
    low, high = (new, old) if rose else (old, new)
    sure = _place(low, "low") > _place(high, "high")
    if rose:
        return "rose" if sure else "may have risen"
    return "fell" if sure else "may have fallen"


def _stated(score: Score) -> float | None:
    """What a node states, as a number: its rank, else its value."""
    return score.value if score.level is None else float(score.level.rank)


def _place(score: Score, end: str) -> float:
    """An end of a node's bounds, in the same terms."""
    point = getattr(score.bounds, end)
    return float(point.value if point.level is None or score.level is None else point.level.rank)


def _answer_changes(before: Scorecard, after: Scorecard) -> Iterator[AnswerChange]:
    """The answers that changed, in the framework's order."""
    plan = after.plan
    old, new = (card.cells.columns(slice(card.column, card.column + 1)) for card in (before, after))
    at = [_merits(plan, cells) for cells in (old, new)]
    for item in after.asked.items:
        leaf = plan.leaves.index[item.id]
        kind = _kind(old, new, leaf, at[0][leaf], at[1][leaf])
        if kind is not None:
            ends = [_said(card, item) for card in (before, after)]
            yield AnswerChange(item=item, before=ends[0], after=ends[1], kind=kind)


def _merits(plan: Plan, cells: Cells) -> list[tuple[float, float]]:
    """What each item counts as: how good an answer, and its place, several units' put together."""
    slots = resolve(plan.leaves, cells, Reading.SO_FAR, Conventions())
    count = len(plan.leaves.items)
    return list(zip(slots.merit[:count, 0].tolist(), slots.place[:count, 0].tolist(), strict=True))


def _kind(
    old: Cells, new: Cells, leaf: int, was: tuple[float, float], is_now: tuple[float, float]
) -> Kind | None:
    """What kind of change it is; None where what counts is the same."""
    before, after = (cells.codes[:, leaf, 0] for cells in (old, new))
    away = [bool((codes == NOT_APPLICABLE).any()) for codes in (before, after)]
    if away[0] != away[1]:
        return "no longer applies" if away[1] else "applies now"
    known = [_answered(codes) for codes in (before, after)]
    if known[0] != known[1]:
        return "answered" if known[1] > known[0] else "withdrawn"
    if not known[0] or was == is_now:
        return None
    said = [cells.said[:, leaf, 0] for cells in (old, new)]
    if np.array_equal(said[0], said[1]) and not _numbers_differ(old, new):
        return "counts otherwise"
    return "better" if is_now > was else "worse"


def _answered(codes: Codes) -> float:
    """How much of an item is answered, 0 to 1: of several units, how many of them have."""
    said, missing = int((codes < ABSENT).sum()), int((codes == UNANSWERED).sum())
    return said / (said + missing) if said else 0.0


def _numbers_differ(old: Cells, new: Cells) -> bool:
    """Whether any number was said otherwise."""
    return not np.array_equal(old.said_numbers, new.said_numbers)


def _said(card: Scorecard, item: Item) -> str:
    """What was answered to an item, in the words of its scale."""
    answer = answer_to(item, card.assessment)
    if answer is None:
        codes = card.cells.codes[:, card.plan.leaves.index[item.id], card.column]
        return "not applicable" if (codes == NOT_APPLICABLE).any() else "not answered"
    values = list(answer.by.values()) if answer.by else [answer.value]
    return listed(list(dict.fromkeys(_label(card, item, value) for value in values)))


def _label(card: Scorecard, item: Item, value: Value | None) -> str:
    """One value in words."""
    if value is None:
        return "not answered"
    if isinstance(value, NotApplicable):
        return "not applicable"
    return answer_words(card.asked.scales[item.scale], value)
