"""One organisation's answers at one period."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs
from attrs import field, frozen

from maturity.errors import Fault, FaultsFound, Where, cut
from maturity.errors.arguments import expect

from .evidence import Evidence
from .fits import as_step
from .framework import Framework
from .frozen import FrozenMap, as_map, as_tuple
from .numbers import plain_number
from .periods import Period

if TYPE_CHECKING:
    from .places import Place


@frozen
class NotApplicable:
    """An answer that takes an item out of the count, with the reason."""

    reason: str


Value: TypeAlias = str | float | NotApplicable
"""An option's id, a number on a numeric scale, or not applicable."""

_LONGEST = 100


def _as_value(given: Value | None) -> Value | None:
    """A value, as a number of Python's own where it is one."""
    return plain_number(given)


def _as_count(given: int | None) -> int | None:
    """A whole number, Python's own."""
    return plain_number(given)


def _as_values(given: Mapping[Any, Any]) -> FrozenMap[Any, Any]:
    """A mapping of values as a frozen one, its numbers Python's own."""
    kept = as_map(given)
    if not isinstance(kept, FrozenMap):
        return kept
    return FrozenMap({key: plain_number(value) for key, value in kept.items()})


@frozen(kw_only=True)
class Answer:
    """What is said of one item, or claimed of one branch.

    `value` is None for a draft: a note without an answer, which counts as unanswered. `by` holds
    the answers of single units instead (a unit that is not in it is unanswered). `reason` explains
    why a *should* is not done. `confidence` runs from 1 to 5; `basis` is `opinion` or `data`.
    `guess`: why the answer is only a guess, carried over from an earlier edition; empty: it is
    none.
    """

    value: Value | None = field(default=None, converter=_as_value)
    by: FrozenMap[str, Value] = field(default=FrozenMap(), converter=_as_values)
    note: str = ""
    reason: str = ""
    confidence: int | None = field(default=None, converter=_as_count)
    basis: str | None = None
    evidence: tuple[Evidence, ...] = field(default=(), converter=as_tuple)
    guess: str = ""

    @property
    def is_draft(self) -> bool:
        """Whether nothing is answered yet."""
        return self.value is None and not self.by


Answerable: TypeAlias = Value | Answer


@frozen(kw_only=True)
class Organisation:
    """Who is assessed. `scheme` is `ods`, `gss` or `local`; `size` a number of people, or None."""

    name: str = ""
    scheme: str | None = None
    code: str | None = None
    sector: str | None = None
    size: int | None = field(default=None, converter=_as_count)
    properties: FrozenMap[str, str] = field(default=FrozenMap(), converter=as_map)


@frozen(kw_only=True)
class Action:
    """Something to be done about the items or branches at `paths`."""

    title: str
    owner: str = ""
    due: date | None = None
    paths: tuple[str, ...] = field(default=(), converter=as_tuple)
    note: str = ""
    done: bool = False


@frozen(kw_only=True)
class Assessment:
    """One organisation's answers to a framework at one period, by one rater or agreed by several.

    `answers` are by item path, `claims` by the path of a branch: not applicable for all below it,
    or the level claimed for it in a profile that asks for one. `units` are ids with their titles.
    `rater_group`: who the rater stands with, such as "board" or "staff"; empty: no group.
    `targets` are options by path. `as_of` is the day on which it is judged whether evidence has
    expired: by default the period's last day, never today; None where there is neither. `digest`
    is that of the framework as the file pins it; None where it doesn't.
    """

    framework: Framework = field(repr=lambda framework: repr(framework.id))
    organisation: Organisation = Organisation()
    period: Period | None = None
    stated_as_of: date | None = None
    rater: str = ""
    rater_group: str = ""
    lead: str = ""
    made_up: bool = False
    digest: str | None = None
    units: FrozenMap[str, str] = field(default=FrozenMap(), converter=as_map)
    targets: FrozenMap[str, str | float] = field(default=FrozenMap(), converter=_as_values)
    answers: FrozenMap[str, Answer] = field(
        default=FrozenMap(), repr=lambda a: f"<{len(a)} answers>"
    )
    claims: FrozenMap[str, Answer] = FrozenMap()
    actions: tuple[Action, ...] = field(default=(), converter=as_tuple)

    @property
    def as_of(self) -> date | None:
        """The day on which it is judged whether evidence has expired."""
        if self.stated_as_of is not None:
            return self.stated_as_of
        return self.period.last_day if self.period else None

    def widen(self) -> Assessment:
        """The answers to a short form as the draft of the full one.

        All that was answered is kept. Each item below a branch that was answered as a whole, and
        that has no answer of its own, becomes a draft: unanswered, with a note of what was said of
        the branch. No score changes by it.

        >>> import maturity as mt
        >>> elements = mt.load_framework("hwb-elements")
        >>> full = elements.assess({"environment.spaces": "amber"}).widen()
        >>> full.answers["environment.spaces.abuse"].note
        "The short form says of 'Physical work spaces' as a whole: Amber."
        """
        from .widen import widen  # noqa: PLC0415  # it imports this module

        return widen(self)


def not_applicable(reason: str) -> NotApplicable:
    """The answer that takes an item out of the count. ValueError where the reason is empty.

    >>> not_applicable("One team only")
    NotApplicable(reason='One team only')
    """
    takes = "not_applicable() takes the reason as a text"
    expect(reason, str, takes)
    if not reason.strip():
        raise ValueError(f"{takes}, found an empty one")
    return NotApplicable(reason)


def assess(
    framework: Framework,
    answers: Mapping[str, Answerable],
    *,
    organisation: Organisation | str | None = None,
    period: str | date | None = None,
    **details: object,
) -> Assessment:
    """See `Framework.assess`."""
    from .check_assessment import check_assessment  # noqa: PLC0415  # it imports this module
    from .kinds import kind_problems  # noqa: PLC0415  # and so does this

    expect(answers, Mapping, "assess() takes a mapping of paths to answers")
    by_path = {
        path: answer if isinstance(answer, Answer) else Answer(value=answer)
        for path, answer in answers.items()
    }
    branches = {node.id for node in framework.walk()}
    known = {name.name for name in attrs.fields(Assessment)} - {"framework", "answers", "claims"}
    unknown = sorted(set(details) - known - {"as_of"})
    if unknown:
        names = ", ".join(map(cut, unknown))
        raise TypeError(f"assess() got unexpected details: {names}")
    if {"as_of", "stated_as_of"} <= set(details):
        raise TypeError("assess() takes as_of or stated_as_of, found both")
    if "as_of" in details:
        details["stated_as_of"] = details.pop("as_of")
    if isinstance(organisation, str):
        organisation = Organisation(name=organisation)
    if isinstance(period, date) and not isinstance(period, datetime):
        period = period.isoformat()
    read = Period.read(period) if isinstance(period, str) else None
    assessment = Assessment(
        framework=framework,
        organisation=Organisation() if organisation is None else organisation,
        period=read,
        answers=FrozenMap({p: a for p, a in by_path.items() if p not in branches}),
        claims=FrozenMap({p: a for p, a in by_path.items() if p in branches}),
        **details,  # type: ignore[arg-type]  # checked below
    )
    problems = kind_problems(assessment) or check_assessment(assessment, period_text=period)
    if problems:
        raise FaultsFound(Fault(p.code, _where(p.place), p.what, p.hint) for p in problems)
    return assessment


def _where(place: Place) -> Where:
    """The place of a problem, in what a caller in Python gave."""
    return Where(".".join(cut(as_step(step), _LONGEST) for step in place))
