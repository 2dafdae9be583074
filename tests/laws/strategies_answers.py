"""Random assessments of a framework: answered, unanswered, drafts, not applicable, by units."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from maturity.model.assessment import Answer, Assessment, NotApplicable, Organisation, Value
from maturity.model.evidence import Evidence
from maturity.model.frozen import FrozenMap
from maturity.model.ids import is_below
from maturity.model.periods import Period
from maturity.model.scales import AnyScale, NumericScale

from .reference_tree import Tree

if TYPE_CHECKING:
    from maturity.model.framework import Framework
    from maturity.model.tree import Item

    from .pen import Pen

DAY = date(2026, 1, 1)
EXPIRIES = (None, date(2025, 6, 30), DAY, date(2027, 6, 30))
AWAY = NotApplicable("It does not apply")


class Sheet:
    """Fills in one assessment; `left`: the open cells that it may still leave."""

    def __init__(self, pen: Pen, framework: Framework, most_open: int | None) -> None:
        """Settle the units, and how much is left open."""
        self.pen, self.framework = pen, framework
        names = ("a", "b", "c")[: pen.one((0, 0, 2, 3))]
        self.units = {name: f"Team {name}" for name in names}
        self.openness = pen.one((2, 1, 5, 9))
        self.left = most_open

    def leave_open(self) -> bool:
        """Whether to leave a cell open."""
        if self.left == 0 or not self.pen.maybe(self.openness, 10):
            return False
        if self.left is not None:
            self.left -= 1
        return True

    def value(self, scale: AnyScale) -> Value:
        """An answer, or now and then not applicable."""
        if self.pen.maybe(1, 7):
            return AWAY
        return option(self.pen, scale)

    def answer(self, item: Item) -> Answer | None:
        """What is said of an item; None where there is no line at all."""
        pen = self.pen
        scale = self.framework.scales[item.scale]
        units = list(self.units)
        if units and pen.maybe(1, 3):
            said = [unit for unit in units if not self.leave_open()] or units[:1]
            by = FrozenMap({unit: self.value(scale) for unit in said})
            return Answer(by=by, reason=self.reason(), evidence=self.evidence(item))
        if self.leave_open():
            draft = Answer(note="To be discussed", evidence=self.evidence(item))
            return draft if pen.maybe(1, 4) else None
        return Answer(value=self.value(scale), reason=self.reason(), evidence=self.evidence(item))

    def reason(self) -> str:
        """A reason: none, blank, short or long."""
        return self.pen.one(("", "", "  ", "Why", "Because we say so"))

    def evidence(self, item: Item) -> tuple[Evidence, ...]:
        """Evidence, more often where it is asked for."""
        pen = self.pen
        if not pen.maybe(2 if item.evidence else 1, 6):
            return ()
        return tuple(
            Evidence(
                kind=pen.one((None, "survey", "policy")),
                reference=pen.one((None, "Minutes, item 4")),
                collected=pen.one((None, date(2024, 2, 29))),
                expires=pen.one(EXPIRIES),
            )
            for _ in range(pen.number(1, 2))
        )

    def target(self, item: Item) -> str | float | None:
        """What is aimed at, now and then."""
        if not self.pen.maybe(1, 6):
            return None
        return option(self.pen, self.framework.scales[item.scale])


def option(pen: Pen, scale: AnyScale) -> str | float:
    """An answer on a scale; the top now and then, as scores need it."""
    if isinstance(scale, NumericScale):
        return pen.one([scale.best, scale.worst, *(scale.maximum * n / 8 for n in range(9))])
    ids = [one.id for one in scale.options]
    return pen.one([ids[-1], *ids])


def claims(pen: Pen, framework: Framework) -> dict[str, Answer]:
    """What is claimed of whole branches."""
    made: dict[str, Answer] = {}
    branches = [branch.id for branch in framework.walk()]
    if pen.maybe(1, 8):
        made[pen.one(branches)] = Answer(value=AWAY)
    for profile in framework.profiles.values():
        if profile.ask is None:
            continue
        leaves = [leaf for leaf in Tree.grow(framework, profile.id).leaves.values() if leaf.claims]
        for leaf in leaves:
            assert leaf.claims is not None
            away = any(is_below(leaf.claims, path) and made[path].value is AWAY for path in made)
            if not away and not any(is_below(path, leaf.claims) for path in made):
                value = AWAY if pen.maybe(1, 8) else option(pen, leaf.scale)
                if pen.maybe(3, 4):
                    made[leaf.claims] = Answer(value=value)
    return made


def answer_sheet(pen: Pen, framework: Framework, most_open: int | None = None) -> Assessment:
    """A sound assessment of a framework."""
    sheet = Sheet(pen, framework, most_open)
    claimed = claims(pen, framework)
    away = [path for path, claim in claimed.items() if isinstance(claim.value, NotApplicable)]
    answers: dict[str, Answer] = {}
    targets: dict[str, str | float] = {}
    for item in framework.items:
        if not any(is_below(item.id, path) for path in away):
            answer = sheet.answer(item)
            if answer is not None:
                answers[item.id] = answer
        target = sheet.target(item)
        if target is not None:
            targets[item.id] = target
    return Assessment(
        framework=framework,
        organisation=Organisation(name="Made up"),
        period=Period.read("2025/26") if pen.maybe(1, 2) else None,
        stated_as_of=DAY if pen.maybe(1, 2) else None,
        made_up=True,
        units=FrozenMap(sheet.units),
        targets=FrozenMap(targets),
        answers=FrozenMap(answers),
        claims=FrozenMap(claimed),
    )
