"""What goes with a made-up answer: notes, evidence, reasons, targets and actions."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from attrs import frozen

from maturity.model.assessment import Action, Answer, NotApplicable
from maturity.model.evidence import Evidence
from maturity.model.periods import Period
from maturity.model.tree import Item

from .drift import Course, colour
from .sayings import (
    ACTIONS,
    EVIDENCE,
    LARGER,
    MONTHS,
    NOT_APPLICABLE,
    NOTES,
    PRACTICE_ACTIONS,
    PRACTICE_OWNER,
)
from .who import PRACTICE, QUARTERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from maturity.model.evidence import EvidenceExpectation

    from .dice import Dice
    from .who import Member

PERIODS = tuple(period for period in map(Period.read, QUARTERS) if period)
_NEXT_YEAR = (date(2026, 6, 30), date(2026, 9, 30), date(2026, 12, 31))
_ENDS = (*(period.last_day for period in PERIODS), *_NEXT_YEAR)
# The more organisations there are, the rarer each note, so that few say the same.
_WORDS, _MOST_WORDS = 1, 4
_HARD_TO_REACH = "bands-2-to-4"
_HEARD = ("focus-group", "interview")


@frozen
class Line:
    """All about one line of enquiry in one organisation over the year.

    `reason`: why it does not apply; empty where it does. `words`: which of the notes for the answer
    is made, where there are so many. `shown`: the evidence in each quarter.
    """

    item: Item
    course: Course
    reason: str
    words: int
    shown: tuple[Evidence | None, ...]

    def answer(self, member: Member, quarter: int) -> Answer | None:
        """The answer in a quarter; None where the line is still open."""
        if self.reason:
            return Answer(value=NotApplicable(self.reason))
        if quarter < self.course.open_until:
            return None
        value = colour(self.course.standing(quarter))
        note = self._note(member, value)
        piece = self.shown[quarter] if value != "red" else None
        heard = piece is None or piece.kind in _HEARD
        basis = ("opinion" if heard else "data") if piece or note else None
        return Answer(
            value=value,
            note=note,
            basis=basis,
            confidence={"data": 4, "opinion": 3}.get(basis or ""),
            evidence=(piece,) if piece else (),
        )

    def _note(self, member: Member, value: str) -> str:
        """What is said of the answer; maybe nothing."""
        line = (self.item.id, value)
        if own := NOTES.get(member.code, {}).get(line):
            return own[0]
        notes = NOTES[PRACTICE if member.sector == PRACTICE else LARGER].get(line, ())
        return notes[self.words] if self.words < len(notes) else ""


@frozen
class Plan:
    """An action for the line at `path`, and the quarter from which on it is done."""

    path: str
    action: Action
    done_in: int


def line_of(member: Member, item: Item, way: Course, dice: Dice) -> Line:
    """What goes with one line of an organisation, drawn."""
    reason, share = NOT_APPLICABLE.get(member.sector, {}).get(item.id, ("", 0))
    is_away = dice.chance(share)
    words = dice.between(0, _MOST_WORDS if member.sector == PRACTICE else _WORDS)
    shown: tuple[Evidence | None, ...] = (None,) * len(QUARTERS)
    if item.evidence is not None and dice.chance(member.shown):
        shown = tuple(_pieces(member, item.evidence, dice))
    return Line(item, way, reason if is_away else "", words, shown)


def _pieces(member: Member, asked: EvidenceExpectation, dice: Dice) -> Iterable[Evidence]:
    """What is shown in each quarter: it is renewed once it has expired, or is not."""
    kind = dice.pick(asked.kinds)
    name, days = EVIDENCE[kind]
    groups = tuple(group for group in asked.groups if dice.chance(_reached(group)))
    collected = _ENDS[0] - timedelta(days=dice.between(10, days - 10))
    for end in _ENDS[: len(QUARTERS)]:
        renewed = end - timedelta(days=dice.between(5, 80))
        if dice.chance(member.renews) and collected + timedelta(days=days) < end:
            collected = renewed
        yield Evidence(
            kind=kind,
            title=f"{name}, {MONTHS[collected.month - 1]} {collected.year}",
            collected=collected,
            expires=collected + timedelta(days=days),
            groups=groups,
        )


def _reached(group: str) -> int:
    """In how many cases of a hundred a staff group is covered."""
    return 35 if group == _HARD_TO_REACH else 75


def plans_of(member: Member, lines: Sequence[Line], dice: Dice) -> tuple[Plan, ...]:
    """What an organisation plans when it joins, for lines that are red then."""
    in_practice = member.sector == PRACTICE
    low = [line.item.id for line in lines if _is_low(line, member.joins)]
    planned = [path for path in low if path in (PRACTICE_ACTIONS if in_practice else ACTIONS)]
    plans = []
    for path in planned[: 1 if in_practice else 3]:
        due, late = member.joins + dice.between(1, 4), dice.pick((0, 0, 0, 1, 2))
        title, owner = ACTIONS[path]
        if in_practice:
            owner = PRACTICE_OWNER
        action = Action(title=title, owner=owner, due=_ENDS[due], paths=(path,))
        plans.append(Plan(path, action, due + late if member.acts else len(_ENDS)))
    return tuple(plans)


def _is_low(line: Line, quarter: int) -> bool:
    """Whether a line is red in a quarter."""
    answered = not line.reason and quarter >= line.course.open_until
    return answered and colour(line.course.standing(quarter)) == "red"
