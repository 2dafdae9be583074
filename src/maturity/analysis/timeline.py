"""One organisation's assessments in order of time, scored by one set of rules."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from attrs import frozen

from maturity.errors import NotComparable, cut
from maturity.errors.arguments import expect
from maturity.model.assessment import Assessment
from maturity.scoring.score import score_many
from maturity.scoring.scorecard import Scorecard
from maturity.scoring.words import listed

from .common_ground import find_common_ground

if TYPE_CHECKING:
    from maturity.model.periods import Period


@frozen(kw_only=True)
class Timeline:
    """Cards in order of time, the names of their periods, and notes on how they were matched."""

    cards: tuple[Scorecard, ...]
    periods: tuple[str, ...]
    notes: tuple[str, ...]

    @property
    def caveats(self) -> tuple[str, ...]:
        """What a careful reader should know about the cards, each thing once."""
        return tuple(dict.fromkeys(caveat for card in self.cards for caveat in card.caveats))

    @property
    def last(self) -> Scorecard:
        """The latest card."""
        return self.cards[-1]


def timeline(assessments: Iterable[Assessment], takes: str, profile: str | None = None) -> Timeline:
    """The assessments of one organisation, a period each, in order of time.

    `profile`: the id of a short form on which all are scored; None: the whole.
    Other editions and overlays are brought onto one framework first. NotComparable where that
    can't be done, or where they are of several organisations, of no period, or twice of one.
    """
    expect(assessments, Iterable, takes)
    given = list(assessments)
    for one in given:
        expect(one, Assessment, takes)
    if not given:
        raise ValueError(f"{takes}, found none")
    periods = _periods(given)
    whose = {one.organisation.code or one.organisation.name for one in given}
    if len(whose) > 1:
        names = listed(sorted(f"'{cut(name)}'" for name in whose))
        raise NotComparable(f"these are assessments of several organisations: {names}; give one's")
    ground = find_common_ground(given, profile=profile)
    cards = score_many(ground.assessments, ground.chosen)
    order = sorted(range(len(given)), key=lambda place: periods[place].last_day)
    return Timeline(
        cards=tuple(cards[place] for place in order),
        periods=tuple(periods[place].text for place in order),
        notes=ground.notes,
    )


def _periods(assessments: list[Assessment]) -> list[Period]:
    """The period of each; NotComparable where one has none, or two have the same."""
    found = [one.period for one in assessments if one.period is not None]
    if len(found) < len(assessments):
        raise NotComparable("an assessment without a period has no place in time; give it one")
    days = Counter(period.last_day for period in found)
    twice = next((day.isoformat() for day, count in days.items() if count > 1), None)
    if twice is not None:
        what = f"there are several assessments of the period that ends on {twice}"
        raise NotComparable(f"{what}; give the one that was agreed")
    return found
