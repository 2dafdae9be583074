"""The answers of a table as a grid: a row for each path, a column for each assessment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, overload

import numpy as np
from attrs import field, frozen

from maturity.model.assessment import Answer, Assessment, NotApplicable
from maturity.model.framework import Framework
from maturity.model.frozen import FrozenMap
from maturity.model.scales import AnyScale, NumericScale, Scale
from maturity.model.tree import Item
from maturity.scoring.arrays import Codes, Floats, Indices, Lengths
from maturity.scoring.leaves import NOT_APPLICABLE, UNANSWERED

from .frames_who import Who

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maturity.model.assessment import Organisation, Value
    from maturity.model.periods import Period


NO_REASON = "no reason given in the table"


@frozen(eq=False)
class Texts:
    """Texts, each once, and their places in a grid; place 0 is the empty text."""

    texts: tuple[str, ...] = field(repr=False)
    places: Lengths = field(repr=False)

    @property
    def lengths(self) -> Lengths:
        """How long each text in the grid is, without the space around it."""
        return np.array([len(text.strip()) for text in self.texts], np.int32)[self.places]


@frozen(kw_only=True, eq=False)
class Grid:
    """What is said of each path (an item, or a branch) in each assessment.

    `codes` are places on the scale of the path, NUMBER with the number in `numbers` (by path), or
    UNANSWERED and NOT_APPLICABLE. `scales`: None for a branch that is not asked about. `notes` and
    `reasons`: None where the table has none. `columns` is the table's column of each path, `rows`
    the row that each answer stands in.
    """

    paths: tuple[str, ...]
    scales: tuple[AnyScale | None, ...] = field(repr=False)
    codes: Codes = field(repr=False)
    numbers: Mapping[str, Floats] = field(repr=False)
    notes: Texts | None = field(repr=False)
    reasons: Texts | None = field(repr=False)
    columns: tuple[str, ...] = field(repr=False)
    rows: Lengths = field(repr=False)

    def said(self, place: int, column: int) -> Answer | None:
        """What is said of a path in one assessment; None: nothing."""
        code = int(self.codes[place, column])
        note, reason = (
            "" if texts is None else texts.texts[texts.places[place, column]]
            for texts in (self.notes, self.reasons)
        )
        if code == NOT_APPLICABLE:
            return Answer(value=NotApplicable(reason if reason.strip() else NO_REASON), note=note)
        value: Value | None = None
        scale = self.scales[place]
        if code != UNANSWERED and isinstance(scale, Scale):
            value = scale.options[code].id
        elif code != UNANSWERED and isinstance(scale, NumericScale):
            value = float(self.numbers[self.paths[place]][column])
        if value is None and not note and not reason:
            return None
        return Answer(value=value, note=note, reason=reason)


class About(NamedTuple):
    """Whose an assessment is."""

    organisation: Organisation
    period: Period | None
    rater: str
    rater_group: str
    made_up: bool


@frozen(eq=False)
class Sheets(Sequence[Assessment]):
    """The assessments in a grid, each built when it is asked for.

    `places` are the columns of the grid that stand here, in order: to pick some copies nothing.
    """

    framework: Framework
    who: Who = field(repr=False)
    grid: Grid = field(repr=False)
    places: Indices = field(repr=False)

    @overload
    def __getitem__(self, place: int) -> Assessment: ...
    @overload
    def __getitem__(self, place: slice) -> Sheets: ...
    def __getitem__(self, place: int | slice) -> Assessment | Sheets:
        """One assessment, or some of them."""
        if isinstance(place, slice):
            return Sheets(self.framework, self.who, self.grid, self.places[place])
        return self._build(int(self.places[place]))

    def picked(self, places: Indices) -> Sheets:
        """See `picked`."""
        return Sheets(self.framework, self.who, self.grid, self.places[places])

    def __len__(self) -> int:
        """How many there are."""
        return len(self.places)

    def about(self) -> Iterator[About]:
        """Whose each of them is, without building it."""
        who = self.who
        for place in self.places.tolist():
            yield About(
                who.organisations[place], who.periods[place], who.raters[place],
                who.rater_groups[place], who.made_up[place],
            )  # fmt: skip

    def _build(self, column: int) -> Assessment:
        """One assessment."""
        said = {
            path: answer
            for place, path in enumerate(self.grid.paths)
            if (answer := self.grid.said(place, column)) is not None
        }
        known, who = self.framework.by_path, self.who
        answers = {path: one for path, one in said.items() if isinstance(known[path], Item)}
        return Assessment(
            framework=self.framework,
            organisation=who.organisations[column],
            period=who.periods[column],
            rater=who.raters[column],
            rater_group=who.rater_groups[column],
            made_up=who.made_up[column],
            answers=FrozenMap(answers),
            claims=FrozenMap({path: one for path, one in said.items() if path not in answers}),
        )


def about(assessments: Sequence[Assessment]) -> Iterator[About]:
    """Whose each assessment is."""
    if isinstance(assessments, Sheets):
        yield from assessments.about()
        return
    for one in assessments:
        yield About(one.organisation, one.period, one.rater, one.rater_group, one.made_up)


def picked(assessments: Sequence[Assessment], places: Indices) -> Sequence[Assessment]:
    """The assessments at some places, in the order given."""
    if isinstance(assessments, Sheets):
        return assessments.picked(places)
    return tuple(assessments[place] for place in places.tolist())
