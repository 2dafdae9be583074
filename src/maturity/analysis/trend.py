"""One organisation over time: what rose and fell from period to period, and why."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from attrs import frozen

from maturity.errors.arguments import expect
from maturity.scoring.scorecard import Scorecard

from .changes import Change, changes
from .timeline import timeline

if TYPE_CHECKING:
    from collections.abc import Iterable

    from maturity.model.assessment import Assessment

_TAKES = "trend() takes the assessments of one organisation"


@frozen(kw_only=True, eq=False, repr=False)
class Trend:
    """What became of one organisation, period by period.

    `periods` in order of time, with a scorecard each in `cards`; `changes` from each period to the
    next, in the order of time and of the framework. `notes`: what was done to make them
    comparable, in sentences.
    """

    periods: tuple[str, ...]
    cards: tuple[Scorecard, ...]
    changes: tuple[Change, ...]
    notes: tuple[str, ...] = ()

    def __repr__(self) -> str:
        """Whose it is, and how much changed."""
        fell = sum(one.fell for one in self.changes)
        return f"<Trend of {self.name}: {', '.join(self.periods)}; {fell} falls>"

    @property
    def name(self) -> str:
        """Whose it is."""
        return self.cards[-1].assessment.organisation.name

    @property
    def falls(self) -> tuple[Change, ...]:
        """What fell, for certain or perhaps."""
        return tuple(one for one in self.changes if one.fell)

    def of(self, path: str) -> tuple[Change, ...]:
        """The changes of one node; UnknownName names the nearest that exists."""
        self.cards[-1][path]
        return tuple(one for one in self.changes if one.path == path)

    def to_records(self) -> list[dict[str, object]]:
        """Plain rows, one for each change of a node."""
        return [
            {
                "path": one.path,
                "title": one.title,
                "since": one.since,
                "period": one.period,
                "before": one.before,
                "after": one.after,
                "way": one.way,
                "fell": one.fell,
                "causes": " ".join(cause.item.id for cause in one.causes),
            }
            for one in self.changes
        ]


def trend(assessments: Iterable[Assessment], profile: str | None = None) -> Trend:
    """What became of one organisation from period to period.

    `profile`: the id of a short form that all of them answered; None: the whole. Where several
    raters answered of one period, the agreed answers count, else their median, and a note says so.
    Where the framework changed, all is compared by one set of rules on what all of them were asked:
    other editions are carried over by their bridge, overlays meet on their base. NotComparable,
    with the reason, where that can't be, where they are of several organisations, or where one has
    no period.

    >>> import maturity as mt
    >>> board = mt.load_framework("hwb-board")
    >>> young = [item.id for item in board["vision"].items if item.level == "young"]
    >>> then = board.assess(dict.fromkeys(young, "met"), organisation="Ours", period="2025")
    >>> now = board.assess(dict.fromkeys(young, "not-yet"), organisation="Ours", period="2026")
    >>> mt.trend([then, now]).of("vision")[0].way
    'fell'
    """
    expect(profile, str | None, "trend() takes the id of a profile")
    line = timeline(assessments, _TAKES, profile)
    found = [
        change
        for (before, since), (after, period) in pairwise(zip(line.cards, line.periods, strict=True))
        for change in changes(before, after, (since, period))
    ]
    return Trend(periods=line.periods, cards=line.cards, changes=tuple(found), notes=line.notes)
