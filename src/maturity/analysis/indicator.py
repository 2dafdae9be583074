"""The numbers of one indicator, or of one share, period by period."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
from attrs import frozen

from maturity.errors import cut
from maturity.errors.arguments import expect
from maturity.model.rules import Mean, Median, Share, Sum
from maturity.model.scales import NumericScale
from maturity.model.tree import Item
from maturity.scoring.leaves import UNANSWERED
from maturity.scoring.readings import Reading, resolve
from maturity.scoring.sentences import title

from .timeline import timeline
from .xmr import FULL, Better, Xmr, xmr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from maturity.model.assessment import Assessment
    from maturity.scoring.scorecard import Score, Scorecard

    from .timeline import Timeline

_TAKES = "indicator() takes a list of assessments"


@frozen(kw_only=True)
class Indicator:
    """Numbers in order of time. See `indicator`.

    `values`: one for each of `periods`; None is a gap. `unit`: of the values and of `target`; empty
    for none (a share runs from 0 to 1). `better`: which way it is; of a dimension's value always
    `higher`. `notes`: how
    different editions were brought together, in sentences. `caveats`: what a careful reader should
    know about the answers.
    """

    path: str
    title: str
    unit: str = ""
    better: Better
    target: float | None = None
    periods: tuple[str, ...] = ()
    values: tuple[float | None, ...]
    notes: tuple[str, ...] = ()
    caveats: tuple[str, ...] = ()

    @property
    def enough(self) -> bool:
        """Whether there are the 12 values or more that limits other than trial ones need."""
        return sum(value is not None for value in self.values) >= FULL

    def xmr(self, *, screen: bool = False) -> Xmr:
        """The XmR chart of these numbers; see `xmr`."""
        return xmr(
            self.values,
            better=self.better,
            target=self.target,
            screen=screen,
            periods=self.periods,
        )

    def to_records(self) -> list[dict[str, object]]:
        """A row for each period: `path`, `title`, `unit`, `period`, `value`."""
        about = {"path": self.path, "title": self.title, "unit": self.unit}
        return [
            {**about, "period": period, "value": value}
            for period, value in zip(self.periods, self.values, strict=True)
        ]


def indicator(
    assessments: Iterable[Assessment], path: str, profile: str | None = None
) -> Indicator:
    """The numbers at `path` in one organisation's assessments, in order of time.

    `profile`: the id of a short form that all of them answered; None: the whole.

    `path`: an item that is answered with a number, or a dimension or part whose value is a number
    (a share, a mean, a sum, a median without levels). Of an item it is the number that was
    answered, whatever evidence there is, several units' put together as the framework says. Where
    an item is unanswered (by one unit even) or not applicable, or open answers could still change
    the value of a dimension, there is a gap: what is only known as "at least" can't be charted.

    The target is the latest that is stated for the item. ValueError where `path` has no number,
    UnknownName where there is no such path, NotComparable where the assessments don't form one
    series in time.

    >>> import maturity as mt
    >>> tool = mt.parse_framework('''
    ... schema = 1
    ... id = "rates"
    ... title = "Rates"
    ... edition = "1"
    ... [scales.rate]
    ... number = { min = 0, max = 100, unit = "%", better = "lower" }
    ... [dimensions.staff]
    ... title = "Staff"
    ... items = { absence = { text = "Sickness absence", scale = "rate" } }
    ... ''')
    >>> told = {"2026-02": 5.1, "2026-01": 4.8}
    >>> found = indicator(
    ...     [tool.assess({"staff.absence": rate}, period=month) for month, rate in told.items()],
    ...     "staff.absence",
    ... )
    >>> found.periods, found.values, found.better
    (('2026-01', '2026-02'), (4.8, 5.1), 'lower')
    """
    expect(path, str, "indicator() takes a path")
    return indicator_of(timeline(assessments, _TAKES, profile), path)


def indicator_of(line: Timeline, path: str) -> Indicator:
    """See `indicator`."""
    node = line.last.asked[path] if path else None
    made = _of_item(line, node) if isinstance(node, Item) else _of_node(line, path)
    if made is None:
        raise ValueError(f"'{cut(path)}' has no number; run_display() shows levels over time")
    return attrs.evolve(made, periods=line.periods, notes=line.notes, caveats=line.caveats)


def _of_item(line: Timeline, item: Item) -> Indicator | None:
    """The numbers that were answered to an item; None where it is answered with options."""
    scale = line.last.asked.scales[item.scale]
    if not isinstance(scale, NumericScale):
        return None
    return Indicator(
        path=item.id,
        title=item.text,
        unit=scale.unit,
        better=scale.better,
        target=_target(line, item.id),
        values=tuple(_answered(card, item.id) for card in line.cards),
    )


def _of_node(line: Timeline, path: str) -> Indicator | None:
    """The values of a node; None where they are not numbers in their own right."""
    score = line.last[path]
    if not _has_number(score):
        return None
    return Indicator(
        path=path,
        title=title(score),
        better="higher",  # every rule is monotone: better answers never lower it
        values=tuple(_settled(card[path]) for card in line.cards),
    )


def _has_number(score: Score) -> bool:
    """Whether the value of a node is a number in its own right, and not a place on a ladder."""
    rule = score.rule
    return isinstance(rule, Share | Mean | Sum) or (
        isinstance(rule, Median) and not score.node.levelled
    )


def _answered(card: Scorecard, path: str) -> float | None:
    """The number that was answered to an item; None where it is not whole."""
    leaves = card.plan.leaves
    leaf = leaves.index[path]
    cells = card.cells.columns(slice(card.column, card.column + 1))
    if (cells.said[:, leaf] == UNANSWERED).any():
        return None
    home = attrs.evolve(leaves.homes[leaf], not_applicable="exclude")
    said = attrs.evolve(cells, codes=cells.said, numbers=cells.said_numbers)
    slots = resolve(leaves, said, Reading.SO_FAR, home)
    return float(slots.value[leaf, 0]) if slots.counted[leaf, 0] else None


def _settled(score: Score) -> float | None:
    """The value of a node, where open answers can't change it."""
    bounds = score.bounds
    if bounds is None or bounds.low.value != bounds.high.value:
        return None
    return score.value


def _target(line: Timeline, path: str) -> float | None:
    """The latest target that is stated for an item."""
    stated = [card.assessment.targets.get(path) for card in line.cards]
    return next((float(one) for one in reversed(stated) if one is not None), None)
