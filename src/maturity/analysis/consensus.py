"""One assessment out of several raters' assessments; who said something else is kept."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Literal, TypeAlias, TypeVar, get_args

from attrs import field, frozen

from maturity.errors import NotComparable
from maturity.errors.arguments import expect
from maturity.model.assessment import Answer, Assessment, NotApplicable, Value
from maturity.model.frozen import FrozenMap
from maturity.model.narrow import narrowed
from maturity.scoring.cells import answer_to
from maturity.scoring.words import answer_words, counted, listed

from .merit import middle, rank_on
from .panel import AGREED, Judged, Panel, away, panels, said_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from maturity.model.framework import Framework
    from maturity.model.scales import AnyScale
    from maturity.model.tree import Item

How: TypeAlias = Literal["median", "majority", "agreed"]
HOWS: tuple[How, ...] = get_args(How)
MIXED = "some raters answer for the whole, others for units."
T = TypeVar("T")
_TAKES = "consensus() takes assessments"


@frozen(kw_only=True)
class Dissent:
    """What one rater said other than the consensus.

    `unit`: the unit's title; empty: of the item as a whole. `instead`: the consensus; None: open.
    """

    path: str
    text: str
    unit: str
    rater: str
    said: Value
    instead: Value | None


@frozen(kw_only=True)
class Consensus:
    """What several raters say together.

    `assessment`: the consensus as an assessment of its own, to score or to save; the notes in it
    keep who said something else. `dissents`: the same as records, in file order. `left_open`: by
    path, why an item was left unanswered although raters answered it, in a sentence.
    """

    assessment: Assessment
    how: How
    raters: tuple[str, ...]
    dissents: tuple[Dissent, ...] = field(default=(), repr=False)
    left_open: FrozenMap[str, str] = field(default=FrozenMap(), repr=False)


def consensus(assessments: Iterable[Assessment], how: How = "median") -> Consensus:
    """One assessment out of several, of one organisation at one period.

    `median`: for each item the answer in the middle, on an ordered scale and of numbers alike; of
    two in the middle the worse one. `majority`: the answer that was given most often; where two
    are level, the item is left unanswered, and it is said. `agreed`: the assessment whose rater is
    "agreed", as it is; it counts as no rater in the other two.

    An item does not apply where more than half of those who said something of it say so, with all
    their reasons; else "not applicable" is set aside. What nobody answered stays unanswered. Each
    unit's answers are put together apart; where some answer for the whole and others for units,
    the item is left unanswered, and it is said. Evidence is put together, each piece once. The
    notes of raters stand in the note; how sure each was is left out.

    NotComparable where they are not of one organisation, period and framework, where two are of
    one rater, or where there is nothing to put together.

    >>> import maturity as mt
    >>> board = mt.load_framework("hwb-elements")
    >>> path = "relationships.supporting.kindness"
    >>> three = [
    ...     board.assess({path: said}, organisation="Ours", rater=name)
    ...     for name, said in (("Ann", "green"), ("Ben", "red"), ("Cem", "amber"))
    ... ]
    >>> found = consensus(three)
    >>> found.assessment.answers[path].value, found.assessment.rater
    ('amber', 'median of 3 raters')
    """
    expect(how, str, "consensus() takes median, majority or agreed")
    if how not in HOWS:
        raise ValueError("consensus() takes median, majority or agreed")
    found = panels(assessments, None, _TAKES)
    if len(found) != 1:
        what = "of one organisation, one period and one framework"
        raise NotComparable(
            f"{_TAKES} {what}; these are of {len(found)}" if found else f"{_TAKES}, at least one"
        )
    return consensus_of(found[0], how)


def consensus_of(panel: Panel, how: How) -> Consensus:
    """The consensus of a panel."""
    return _Maker(panel, how).make()


class _Maker:
    """Puts one panel's answers together, item by item."""

    def __init__(self, panel: Panel, how: How) -> None:
        self.panel, self.how = panel, how
        self.framework: Framework = panel.all[0].framework
        self.dissents: list[Dissent] = []
        self.left_open: dict[str, str] = {}

    def make(self) -> Consensus:
        if self.how == AGREED and self.panel.agreed is None:
            raise NotComparable(f'none of the assessments has "{AGREED}" as its rater')
        if self.how != AGREED and not self.panel.sheets:
            raise NotComparable(f'there is no rater besides "{AGREED}"')
        items = [*self.framework.items, *_claimed(self.framework, self.panel)]
        answers = [(item, self._answer(item, self.panel.judge([item]))) for item in items]
        return Consensus(
            assessment=self._assessment(answers),
            how=self.how,
            raters=self.panel.raters,
            dissents=tuple(self.dissents),
            left_open=FrozenMap(self.left_open),
        )

    def _assessment(self, answers: list[tuple[Item, Answer | None]]) -> Assessment:
        """The assessment; the agreed one as it is."""
        sheets = self.panel.sheets
        if self.how == AGREED and self.panel.agreed is not None:
            return self.panel.agreed
        said = [(item, answer) for item, answer in answers if answer is not None]
        return Assessment(
            framework=self.framework,
            organisation=self.panel.organisation,
            period=self.panel.period,
            stated_as_of=_alike(sheet.stated_as_of for sheet in sheets),
            rater=f"{self.how} of {counted(len(sheets), 'rater')}",
            rater_group=_alike(sheet.rater_group for sheet in sheets) or "",
            lead=_alike(sheet.lead for sheet in sheets) or "",
            made_up=any(sheet.made_up for sheet in sheets),
            digest=_alike(sheet.digest for sheet in sheets),
            units=FrozenMap(self.panel.units),
            targets=FrozenMap(_shared_targets(sheets)),
            answers=FrozenMap({i.id: a for i, a in said if not i.claims}),
            claims=FrozenMap({i.claims: a for i, a in said if i.claims}),
            actions=tuple(dict.fromkeys(act for sheet in sheets for act in sheet.actions)),
        )

    def _answer(self, item: Item, judged: tuple[Judged, ...]) -> Answer | None:
        """What is said together of an item; None: nothing."""
        found, told = self._values(item, judged)
        raters = zip(self.panel.raters, self.panel.sheets, strict=True)
        own = [(name, answer) for name, one in raters if (answer := answer_to(item, one))]
        same = [answer for _, answer in own if set(_values(answer)) & set(found.values())]
        told += [f"{name} notes: {answer.note}" for name, answer in own if answer.note]
        if not found and not told:
            return None
        return Answer(
            value=found.get(""),
            by=FrozenMap({unit: value for unit, value in found.items() if unit}),
            note=" ".join(told),
            reason=_joined(answer.reason for answer in same),
            evidence=tuple(dict.fromkeys(piece for _, answer in own for piece in answer.evidence)),
            guess=_joined(answer.guess for answer in same),
        )

    def _values(self, item: Item, judged: tuple[Judged, ...]) -> tuple[dict[str, Value], list[str]]:
        """The consensus by unit, and what is to be told: why it is open, and who dissents."""
        scale = self.framework.scales[item.scale]
        mixed = len(judged) > 1 and not judged[0].unit and self.how != AGREED
        found: dict[str, Value] = {}
        told: list[str] = []
        opened = [MIXED] if mixed else []
        for one in judged:
            value, why = (None, "") if mixed else self._together(one, scale)
            if value is not None:
                found[one.unit] = value
            if why:
                unit = self.panel.units.get(one.unit, "")
                opened.append(f"{unit}: {why}" if unit else why)
            told += self._dissent(one, scale, value)
        if opened:
            self.left_open[judged[0].path] = " ".join(opened)
        return found, [*(f"Left open: {why}" for why in opened), *told]

    def _together(self, judged: Judged, scale: AnyScale) -> tuple[Value | None, str]:
        """What the raters say together, or None and the reason where they do say something."""
        values = [value for _, value in judged.answers]
        reasons = () if judged.item.claims else judged.reasons
        if self.how == AGREED:
            value = self._agreed(judged)
            silent = value is None and bool(values or reasons)
            return value, "the agreed assessment does not answer it." if silent else ""
        if len(reasons) > len(values):
            return NotApplicable(_joined(reasons)), ""
        if self.how == "median":
            return middle(scale, values), ""
        most = Counter(values).most_common()
        level = [value for value, count in most if count == most[0][1]]
        if len(level) > 1:
            names = listed([answer_words(scale, value) for value in _in_order(scale, level)])
            return None, f"{names} were said as often."
        return (level[0] if level else None), ""

    def _agreed(self, judged: Judged) -> Value | None:
        """What the agreed assessment says."""
        agreed = self.panel.agreed
        said = said_of(judged.item, agreed, away(agreed)) if agreed else {}
        return said.get(judged.unit)

    def _dissent(self, judged: Judged, scale: AnyScale, value: Value | None) -> list[str]:
        """Who says something else, as sentences; the records are kept beside."""
        unit = self.panel.units.get(judged.unit, "")
        told = []
        for name, said in zip(self.panel.raters, judged.said, strict=True):
            if said is not None and not _same(said, value):
                path, text = judged.path, judged.item.text
                self.dissents.append(
                    Dissent(path=path, text=text, unit=unit, rater=name, said=said, instead=value)
                )
                about = f" of {unit}" if unit else ""
                told.append(f"{name} says{about}: {_word(scale, said)}.")
        return told


def _claimed(framework: Framework, panel: Panel) -> list[Item]:
    """The questions about whole branches that some rater has answered."""
    stated = {
        path
        for sheet in panel.all
        for path, claim in sheet.claims.items()
        if claim.value is not None and not isinstance(claim.value, NotApplicable)
    }
    if not stated:
        return []
    asked = {
        item.claims: item
        for profile in framework.profiles.values()
        if profile.ask
        for item in narrowed(framework, profile).items
        if item.claims in stated
    }
    return list(asked.values())


def _values(answer: Answer) -> tuple[Value, ...]:
    """Everything that an answer says."""
    return tuple(answer.by.values()) if answer.value is None else (answer.value,)


def _same(said: Value, value: Value | None) -> bool:
    """Whether two say the same; all reasons for not applicable do."""
    if isinstance(said, NotApplicable):
        return isinstance(value, NotApplicable)
    return said == value


def _word(scale: AnyScale, said: Value) -> str:
    if isinstance(said, NotApplicable):
        return f"it does not apply ({said.reason})"
    return answer_words(scale, said)


def _in_order(scale: AnyScale, values: Iterable[str | float]) -> list[str | float]:
    return sorted(values, key=lambda value: rank_on(scale, value))


def _joined(texts: Iterable[str]) -> str:
    """The texts, each once."""
    return "; ".join(dict.fromkeys(text for text in texts if text))


def _alike(values: Iterable[T]) -> T | None:
    """What all are, where all are the same; else None."""
    found = set(values)
    return found.pop() if len(found) == 1 else None


def _shared_targets(sheets: tuple[Assessment, ...]) -> dict[str, str | float]:
    """The targets on which all who state one agree."""
    stated: dict[str, set[str | float]] = {}
    for sheet in sheets:
        for path, target in sheet.targets.items():
            stated.setdefault(path, set()).add(target)
    return {path: next(iter(said)) for path, said in stated.items() if len(said) == 1}
