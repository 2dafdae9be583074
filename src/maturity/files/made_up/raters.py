"""Some made-up organisations are rated by several people, who see things differently."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve, frozen

from maturity.model.assessment import Answer
from maturity.model.frozen import FrozenMap

from .dice import Dice
from .who import QUARTERS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maturity.model.assessment import Assessment

    from .who import Member

AGREED = "agreed"
_LADDER = ("red", "amber", "green")
_LAST = len(QUARTERS) - 1


@frozen(kw_only=True)
class Rater:
    """Somebody who rates: `kinder`, in how many cases of a hundred a rung above what was agreed.

    `harsher`: a rung below. `skips`: in how many cases without an answer. `sees`: what this rater
    answers for single lines, whatever the others say.
    """

    id: str
    group: str
    kinder: int
    harsher: int
    skips: int
    sees: FrozenMap[str, str] = FrozenMap()


_ON_THE_WARDS = FrozenMap(
    {
        "environment.facilities.rest-room": "red",
        "insights.measuring.evidence-gaps": "red",
        "leaders.senior.out-of-hours-visits": "red",
        "relationships.supporting.peer-support": "green",
    }
)
_AT_THE_TOP = FrozenMap(
    {
        "environment.facilities.rest-room": "green",
        "insights.measuring.evidence-gaps": "green",
        "leaders.senior.out-of-hours-visits": "green",
        "relationships.supporting.peer-support": "green",
    }
)
_TRUST = (
    Rater(id="staff-1", group="staff", kinder=4, harsher=26, skips=3, sees=_ON_THE_WARDS),
    Rater(id="staff-2", group="staff", kinder=8, harsher=22, skips=10, sees=_ON_THE_WARDS),
    Rater(id="staff-3", group="staff", kinder=10, harsher=18, skips=6),
    Rater(id="board-1", group="board", kinder=34, harsher=2, skips=4, sees=_AT_THE_TOP),
    Rater(id="board-2", group="board", kinder=26, harsher=6, skips=6, sees=_AT_THE_TOP),
)
_PRACTICE = (
    Rater(id="gp-partner", group="partners", kinder=24, harsher=4, skips=5),
    Rater(id="practice-manager", group="staff", kinder=8, harsher=10, skips=0),
    Rater(id="receptionist", group="staff", kinder=4, harsher=30, skips=12),
)
_SMALL_PRACTICE = (
    Rater(id="gp-partner", group="partners", kinder=14, harsher=6, skips=0),
    Rater(id="nurse", group="staff", kinder=6, harsher=16, skips=8),
)

# By the organisation's code: from which quarter on, who rates, and whether they agree in the end.
PANELS = {
    "T1": (_LAST, _TRUST, True),
    "P07": (_LAST, _PRACTICE, False),
    "P19": (_LAST - 1, _SMALL_PRACTICE, False),
}


def by_rater(assessment: Assessment, member: Member, quarter: int) -> Iterator[Assessment]:
    """What each rater says, then what they agreed; the assessment alone where nobody else rates."""
    first, raters, agree = PANELS.get(member.code, (quarter + 1, (), True))
    if quarter < first:
        yield assessment
        return
    for number, rater in enumerate(raters):
        yield _seen_by(assessment, rater, Dice(1000 * member.seed + 10 * quarter + number))
    if agree:
        yield evolve(assessment, rater=AGREED)


def _seen_by(assessment: Assessment, rater: Rater, dice: Dice) -> Assessment:
    """The same organisation, seen by one rater: the answers alone, without evidence or plans."""
    answers: dict[str, Answer] = {}
    for path, agreed in assessment.answers.items():
        draw, skipped = dice.between(1, 100), dice.chance(rater.skips)
        if skipped or agreed.is_draft:
            continue
        value = agreed.value
        if isinstance(value, str):
            rung = _LADDER.index(value)
            rung += (draw <= rater.kinder) - (draw > 100 - rater.harsher)
            value = rater.sees.get(path, _LADDER[min(max(rung, 0), len(_LADDER) - 1)])
        answers[path] = Answer(value=value)
    return evolve(
        assessment,
        rater=rater.id,
        rater_group=rater.group,
        lead="",
        answers=FrozenMap(answers),
        targets=FrozenMap(),
        actions=(),
    )
