"""How a made-up organisation stands on each line, quarter by quarter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from .who import ELEMENTS, NHS, PRACTICE, QUARTERS

if TYPE_CHECKING:
    from maturity.model.tree import Item

    from .dice import Dice
    from .who import Member

_AMBER, _GREEN = 34, 67
_SPREAD = 17
TURN = 30
_NEVER = len(QUARTERS)
# What is easier or harder everywhere: by tag, and for single lines.
_BY_TAG = {"safety": 10}
_IN_THE_NHS = {"shifts": -26}
_BY_LINE = {
    "environment.facilities.rest-room": -14,
    "insights.measuring.asking-in-person": 8,
    "insights.measuring.evidence-gaps": -8,
}
_IN_PRACTICES = {
    "fulfilment.purpose.learning-time": -24,
    "leaders.skilled.help-for-managers": -24,
    "support.services.occupational-health": -24,
    "support.services.small-sites": -24,
}


@frozen
class Course:
    """One line over the year: `start`, from 0 to 100, `step` by quarter, and turns.

    `turn`: by how much it changes at once in the quarter `turns_in`. `open_until`: the first
    quarter in which it is answered.
    """

    start: int
    step: int
    turn: int
    turns_in: int
    open_until: int

    def standing(self, quarter: int) -> int:
        """How the line stands; below 0 and above 100 too."""
        return self.start + self.step * quarter + (self.turn if quarter >= self.turns_in else 0)


def colour(standing: int) -> str:
    """What is answered at a standing."""
    if standing < _AMBER:
        return "red"
    return "amber" if standing < _GREEN else "green"


def course(member: Member, item: Item, dice: Dice) -> Course:
    """How a line goes; each call draws the same number of times, whatever comes out."""
    noise = dice.between(-_SPREAD, _SPREAD)
    quarter = dice.between(1, len(QUARTERS) - 1)
    turns, better = dice.chance(member.turns * (len(QUARTERS) - 1)), dice.chance(50)
    is_open, answered_later = dice.chance(member.blank), dice.between(1, _NEVER)
    return Course(
        start=member.standing[ELEMENTS.index(item.dimension)] + _lean(member, item) + noise,
        step=member.drift.get(item.dimension, 0),
        turn=TURN if better else -TURN,
        turns_in=quarter if turns else _NEVER,
        open_until=answered_later if is_open else 0,
    )


def _lean(member: Member, item: Item) -> int:
    """By how much a line is easier or harder than others in its element."""
    tags = {**_BY_TAG, **(_IN_THE_NHS if member.sector in NHS else {})}
    lines = {**_BY_LINE, **(_IN_PRACTICES if member.sector == PRACTICE else {})}
    return sum(tags.get(tag, 0) for tag in item.tags) + lines.get(item.id, 0)
