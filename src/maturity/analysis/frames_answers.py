"""The answers of a cohort as columns: for each column its values, and their places by row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import numpy as np
from attrs import frozen

from maturity.model.assessment import NotApplicable
from maturity.model.scales import NumericScale, Scale
from maturity.scoring.arrays import Indices
from maturity.scoring.leaves import NOT_APPLICABLE, NUMBER, UNANSWERED

from .frames_grid import NO_REASON, Sheets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maturity.model.assessment import Answer, Assessment, Value

    from .frames_grid import Grid, Texts

AWAY = "N/A"
COLUMNS = ("item", "unit", "answer", "note", "reason")

Places = tuple[Sequence[str | None], Indices]
Said = tuple[str, str, str, str, str]


@frozen(eq=False)
class Lines:
    """One line for each answer: the place of its assessment, and its texts by column."""

    sheet: Indices
    columns: Mapping[str, Places]


def lines_of(assessments: Sequence[Assessment]) -> Lines:
    """The lines of some assessments, each in the order of its framework.

    An assessment in which nothing is said has one, without an item.
    """
    if isinstance(assessments, Sheets):
        return _of_grid(assessments.grid, assessments.places)
    sheets: list[int] = []
    said: list[Said] = []
    for place, assessment in enumerate(assessments):
        found = list(_said(assessment)) or [("", "", "", "", "")]
        sheets += [place] * len(found)
        said += found
    rows = np.arange(len(said))
    texts = zip(COLUMNS, zip(*said, strict=True), strict=True)
    columns = {name: ([text or None for text in column], rows) for name, column in texts}
    return Lines(np.array(sheets, np.intp), columns)


def _said(assessment: Assessment) -> Iterator[Said]:
    """Every line of one assessment."""
    given = {**assessment.answers, **assessment.claims}
    for path in filter(given.__contains__, assessment.framework.by_path):
        answer = given[path]
        for unit, value in answer.by.items() if answer.by else (("", answer.value),):
            yield _line(path, unit, value, answer)


def _line(path: str, unit: str, value: Value | None, answer: Answer) -> Said:
    """One answer as texts that `from_frame` reads."""
    if isinstance(value, NotApplicable):
        return path, unit, AWAY, answer.note, value.reason
    text = "" if value is None else value if isinstance(value, str) else digits(value)
    return path, unit, text, answer.note, answer.reason


def digits(number: float) -> str:
    """A number in plain digits, which give the same number when they are read.

    >>> digits(5.0), digits(0.1), digits(1e-7)
    ('5', '0.1', '0.0000001')
    """
    return format(Decimal(repr(number)), "f").removesuffix(".0")


def _of_grid(grid: Grid, places: Indices) -> Lines:
    """The same of a grid, without building any assessment."""
    nothing = len(grid.paths)
    codes = _lined(grid.codes, places, UNANSWERED)
    notes, reasons = (
        None if texts is None else _lined(texts.places, places, 0)
        for texts in (grid.notes, grid.reasons)
    )
    is_line = codes != UNANSWERED
    for texts in (notes, reasons):
        if texts is not None:
            is_line |= texts > 0
    is_line[:, nothing] = ~is_line.any(axis=1)
    sheet, path = np.nonzero(is_line)
    code = codes[is_line]
    return Lines(
        sheet,
        {
            "item": ([*grid.paths, None], path),
            "unit": ([None], np.zeros(len(path), np.intp)),
            "answer": _answers(grid, path, code, places[sheet]),
            "note": _texts(grid.notes, None if notes is None else notes[is_line], len(path)),
            "reason": _reasons(grid, None if reasons is None else reasons[is_line], code),
        },
    )


def _lined(grid: Any, places: Indices, blank: int) -> Any:  # noqa: ANN401  # codes or places
    """Some columns of a grid as rows, with one more place that is blank."""
    lines = np.full((len(places), len(grid) + 1), blank, grid.dtype)
    lines[:, :-1] = grid[:, places].T
    return lines


def _answers(grid: Grid, path: Indices, code: Indices, column: Indices) -> Places:
    """The text of each answer."""
    texts: list[str | None] = [None, AWAY]
    place_of = np.zeros((len(grid.paths) + 1, NOT_APPLICABLE + 1), np.intp)
    place_of[:, NOT_APPLICABLE] = 1
    for place, scale in enumerate(grid.scales):
        if isinstance(scale, Scale):
            place_of[place, : len(scale.options)] = np.arange(len(scale.options)) + len(texts)
            texts += [option.id for option in scale.options]
    at = place_of[path, code]
    for place, scale in enumerate(grid.scales):
        if isinstance(scale, NumericScale):
            here = np.flatnonzero((path == place) & (code == NUMBER))
            numbers = grid.numbers[grid.paths[place]][column[here]]
            values, inverse = np.unique(numbers, return_inverse=True)
            at[here] = inverse + len(texts)
            texts += map(digits, values.tolist())
    return texts, at


def _texts(texts: Texts | None, at: Indices | None, count: int) -> Places:
    """The notes."""
    if texts is None or at is None:
        return [None], np.zeros(count, np.intp)
    return [text or None for text in texts.texts], at


def _reasons(grid: Grid, at: Indices | None, code: Indices) -> Places:
    """The reasons; of what is not applicable without one, that there is none."""
    texts, places = _texts(grid.reasons, at, len(code))
    bare = (code == NOT_APPLICABLE) & (places == 0)
    return [*texts, NO_REASON], np.where(bare, len(texts), places)
