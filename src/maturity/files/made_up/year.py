"""One made-up organisation's assessments over the year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from maturity.model.assessment import Answer, Assessment, NotApplicable, Organisation
from maturity.model.frozen import FrozenMap

from .details import PERIODS, line_of, plans_of
from .dice import Dice
from .drift import TURN, course
from .raters import by_rater
from .sayings import NOT_YET, WHOLE_PART
from .who import ELEMENTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maturity.model.framework import Framework

    from .details import Line, Plan
    from .who import Member

_DRAFTS = 2
_SAID = 1000


def year(member: Member, framework: Framework) -> Iterator[Assessment]:
    """Its assessments, quarter by quarter; where several people rate, each of theirs."""
    # Two kinds of draws, so that another text leaves the answers as they are.
    answered, said = Dice(member.seed), Dice(_SAID + member.seed)
    courses = [course(member, item, answered) for item in framework.items]
    lines = [
        line_of(member, item, way, said) for item, way in zip(framework.items, courses, strict=True)
    ]
    plans = plans_of(member, lines, said)
    lines = [_improved(line, plans) for line in lines]
    for quarter in member.quarters:
        answers = _answers(member, lines, quarter)
        code, part, reason = WHOLE_PART
        claims = {part: Answer(value=NotApplicable(reason))} if member.code == code else {}
        agreed = Assessment(
            framework=framework,
            organisation=Organisation(
                name=member.name,
                scheme="local",
                code=member.code,
                sector=member.sector,
                size=member.size,
            ),
            period=PERIODS[quarter],
            lead=member.lead,
            made_up=True,
            targets=member.aims,
            answers=FrozenMap(
                {p: a for p, a in answers.items() if p.rpartition(".")[0] not in claims}
            ),
            claims=FrozenMap(claims),
            actions=tuple(evolve(plan.action, done=quarter >= plan.done_in) for plan in plans),
        )
        yield from by_rater(agreed, member, quarter)


def _improved(line: Line, plans: Sequence[Plan]) -> Line:
    """A line, the better for what was done about it."""
    for plan in plans:
        if plan.path == line.item.id:
            better = evolve(line.course, turn=TURN, turns_in=plan.done_in)
            return evolve(line, course=better)
    return line


def _answers(member: Member, lines: Sequence[Line], quarter: int) -> dict[str, Answer]:
    """The answers of a quarter, in the framework's order.

    Where an organisation is half way through, the first lines of the element that comes next have
    a note, and no answer yet.
    """
    reached = member.reached.get(quarter, len(ELEMENTS))
    done, coming = ELEMENTS[:reached], ELEMENTS[reached : reached + 1]
    said = (
        (line.item.id, line.answer(member, quarter))
        for line in lines
        if line.item.dimension in done
    )
    drafts = [line.item.id for line in lines if line.item.dimension in coming][:_DRAFTS]
    return {
        **{path: answer for path, answer in said if answer},
        **{path: Answer(note=NOT_YET) for path in drafts},
    }
