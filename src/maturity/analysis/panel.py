"""Panels: who rated one organisation at one period, and what each rater said of each item."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from attrs import field, frozen

from maturity.errors import NotComparable, cut
from maturity.errors.arguments import expect
from maturity.model.assessment import Assessment, NotApplicable, Organisation, Value
from maturity.model.framework import Framework
from maturity.model.ids import is_below
from maturity.model.narrow import narrowed
from maturity.model.tree import Item, Profile
from maturity.scoring.cells import answer_to

from .cohort_rows import Key, key_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maturity.model.periods import Period

_Key = tuple[Key, date | None, str, str, str]

AGREED = "agreed"
NO_NAME = "a rater without a name"


@frozen(kw_only=True)
class Judged:
    """One thing that each rater could answer: an item, or an item for one unit.

    `unit`: the unit's id; empty: the item as a whole. `said`: what each rater said, in the order
    of the raters; None: nothing.
    """

    item: Item
    unit: str
    said: tuple[Value | None, ...]

    @property
    def path(self) -> str:
        """The item's path; of a question about a whole branch, the branch's."""
        return self.item.claims or self.item.id

    @cached_property
    def answers(self) -> tuple[tuple[int, str | float], ...]:
        """The options and numbers that were given, each with the place of its rater."""
        return tuple(
            (place, value)
            for place, value in enumerate(self.said)
            if value is not None and not isinstance(value, NotApplicable)
        )

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why it does not apply, once for each rater who says so."""
        return tuple(value.reason for value in self.said if isinstance(value, NotApplicable))


@frozen(kw_only=True, eq=False)
class Panel:
    """The assessments of one organisation at one period, one for each rater.

    `sheets`: in the order in which they were given. `agreed`: the one that several filled in
    together (its rater is "agreed"), which is a result and no rater; None where there is none.
    `asked`: the framework, or the part of it that a profile asks.
    """

    asked: Framework = field(repr=False)
    sheets: tuple[Assessment, ...]
    agreed: Assessment | None = None

    @property
    def all(self) -> tuple[Assessment, ...]:
        """The assessments of the raters, then the one that was agreed."""
        return (*self.sheets, self.agreed) if self.agreed else self.sheets

    @property
    def organisation(self) -> Organisation:
        """Who is assessed."""
        return self.all[0].organisation

    @property
    def period(self) -> Period | None:
        """When; None where it isn't stated."""
        return self.all[0].period

    @cached_property
    def raters(self) -> tuple[str, ...]:
        """The raters by name."""
        return tuple(sheet.rater.strip() or NO_NAME for sheet in self.sheets)

    @cached_property
    def units(self) -> Mapping[str, str]:
        """The ids of units with their titles, as the first to name one has it."""
        return {unit: title for sheet in reversed(self.all) for unit, title in sheet.units.items()}

    @cached_property
    def judged(self) -> tuple[Judged, ...]:
        """All that could be answered, in file order."""
        return self.judge(self.asked.items)

    def judge(self, items: Iterable[Item]) -> tuple[Judged, ...]:
        """What was said of some items, each as a whole or unit by unit."""
        known = [away(sheet) for sheet in self.sheets]
        return tuple(one for item in items for one in self._judge(item, known))

    def _judge(self, item: Item, known: list[dict[str, NotApplicable]]) -> list[Judged]:
        said = [said_of(item, *pair) for pair in zip(self.sheets, known, strict=True)]
        units = [unit for unit in self.units if any(unit in one for one in said)]
        if not units or any("" in one for one in said):
            units.insert(0, "")
        return [
            Judged(item=item, unit=unit, said=tuple(one.get(unit) for one in said))
            for unit in units
        ]


def panels(
    assessments: Iterable[Assessment], profile: str | Profile | None, takes: str
) -> list[Panel]:
    """The panels of assessments by organisation, period and framework, in order of appearance.

    NotComparable where two are of one rater, or both are the agreed one. `takes`: what the caller
    takes, for TypeError where it is something else.
    """
    expect(assessments, Iterable, takes)
    expect(profile, str | Profile | None, "the profile is the id of one")
    found: dict[_Key, list[Assessment]] = {}
    for one in assessments:
        expect(one, Assessment, takes)
        found.setdefault(_key(one), []).append(one)
    asked: dict[tuple[str, ...], Framework] = {}
    for (_, _, *name), sheets in found.items():
        if tuple(name) not in asked:
            asked[tuple(name)] = narrowed(sheets[0].framework, profile)
    return [_panel(sheets, asked[key[2:]]) for key, sheets in found.items()]


def away(sheet: Assessment) -> dict[str, NotApplicable]:
    """The branches that do not apply as a whole, each with the reason."""
    claims = sheet.claims.items()
    return {path: one.value for path, one in claims if isinstance(one.value, NotApplicable)}


def said_of(item: Item, sheet: Assessment, gone: Mapping[str, NotApplicable]) -> dict[str, Value]:
    """What one rater said of an item, by unit; the empty one: of the whole.

    `gone`: the branches that, as this rater says, do not apply as a whole.
    """
    for branch, reason in gone.items():
        if is_below(item.id, branch):
            return {"": reason}
    answer = answer_to(item, sheet)
    if answer is None:
        return {}
    return dict(answer.by) if answer.value is None else {"": answer.value}


def _key(one: Assessment) -> _Key:
    """What is the same for all of a panel."""
    day = one.period.last_day if one.period else None
    framework = one.framework
    return key_of(one.organisation), day, framework.id, framework.edition, framework.digest


def _panel(sheets: list[Assessment], asked: Framework) -> Panel:
    raters: dict[str, Assessment] = {}
    for sheet in sheets:
        name = sheet.rater.strip().casefold()
        if name in raters:
            whose = cut(sheet.organisation.name) or "an organisation without a name"
            who = f"'{cut(sheet.rater)}'" if name else NO_NAME
            raise NotComparable(
                f"{whose}: two assessments of one period are by {who}; "
                "give each rater a name of their own, or leave one out"
            )
        raters[name] = sheet
    agreed = raters.pop(AGREED, None)
    return Panel(asked=asked, sheets=tuple(raters.values()), agreed=agreed)
