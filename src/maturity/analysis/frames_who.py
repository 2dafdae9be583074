"""Whose each row of a table is: organisations, periods and raters, an assessment for each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np
from attrs import field, frozen

from maturity.errors import Problem, hint_for
from maturity.model.assessment import Organisation
from maturity.model.check_assessment import SCHEMES
from maturity.model.fits import described
from maturity.model.numbers import FINITE, is_finite
from maturity.model.periods import PERIOD_FORMS, Period
from maturity.scoring.arrays import Indices, Lengths

from .cohort_rows import NO_PERIOD, key_of
from .frames_columns import EMPTY, Column, distinct, taken, whole

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from .frames_columns import Table
    from .frames_findings import Findings

_DIGITS = re.compile(r"\d{1,20}", re.ASCII)
_DETAILS = ("organisation", "scheme", "code", "sector", "size", "rater", "rater_group", "made_up")


@frozen(kw_only=True, eq=False)
class Who:
    """Whose assessments a table holds, each a place in the lists; `sheet` is that of each row.

    `first` is the first row of each.
    """

    organisations: list[Organisation] = field(repr=False)
    periods: list[Period | None] = field(repr=False)
    raters: list[str] = field(repr=False)
    rater_groups: list[str] = field(repr=False)
    made_up: list[bool] = field(repr=False)
    first: Indices = field(repr=False)
    sheet: Lengths = field(repr=False)


def read_who(table: Table, roles: Mapping[str, str], findings: Findings) -> Who:
    """Whose each row is.

    Organisations are told apart by code (and scheme) where there is one, else by name; periods by
    their last day. All rows of one assessment say the same of it, or nothing.
    """
    columns = {role: _read(table, role, roles, findings) for role in (*_DETAILS, "period")}
    for role, check in (("scheme", _scheme), ("size", _size)):
        columns[role] = _checked(columns[role], check, findings)
    organisation = _identities(columns, findings)
    days, times = _days(columns["period"], findings)
    first, sheet = distinct(organisation, days, columns["rater"].codes)
    at = columns["period"].codes[first].tolist()
    details = {role: _settled(columns, role, sheet, len(first), findings) for role in _DETAILS}
    who = [details[name] for name in ("organisation", "scheme", "code", "sector", "size")]
    known: dict[tuple[object, ...], Organisation] = {}
    organisations = [
        known.get(said) or known.setdefault(said, _organisation(said))
        for said in zip(*who, strict=True)
    ]
    return Who(
        organisations=organisations,
        periods=[None if place == EMPTY else times[place] for place in at],
        raters=[str(rater or "") for rater in details["rater"]],
        rater_groups=[str(group or "") for group in details["rater_group"]],
        made_up=[bool(flag) for flag in details["made_up"]],
        first=first,
        sheet=sheet,
    )


def _organisation(said: tuple[object, ...]) -> Organisation:
    """An organisation of what its rows say of it."""
    name, scheme, code, sector, size = said
    return Organisation(name=name or "", scheme=scheme, code=code, sector=sector, size=size)  # type: ignore[arg-type]  # as they were read


def _read(table: Table, role: str, roles: Mapping[str, str], findings: Findings) -> Column:
    """The column of a role: texts, but for sizes and flags; an empty one where there is none."""
    if role not in roles:
        return Column(role, [], np.full(len(table), EMPTY, np.int32))
    column = table.column(roles[role])
    if role == "size":
        return column
    if role == "made_up":
        return _checked(column, _flag, findings)
    read = column.texts()
    if None in read.values:
        wrong = read.values.index(None)

        def told(row: int) -> Problem:
            what = f"{described(column.values[column.codes[row]])} is not a text"
            return Problem("value.type", (), what, "write the name or the code as a text")

        findings.at_rows(read.rows_with([wrong]), read.name, told)
    return read


def _checked(
    column: Column, check: Callable[[object], tuple[object, Problem | None]], findings: Findings
) -> Column:
    """A column with its values as `check` reads them, and a fault for each row that has another."""
    checked = [check(value) for value in column.values]
    problems = {place: problem for place, (_, problem) in enumerate(checked) if problem}
    if problems:
        rows = column.rows_with(list(problems))
        findings.at_rows(rows, column.name, lambda row: problems[int(column.codes[row])])
    values = [value for value, _ in checked]
    blank = [EMPTY if value is None else place for place, value in enumerate(values)]
    return Column(column.name, values, taken(blank, column.codes))


def _scheme(value: object) -> tuple[object, Problem | None]:
    """The scheme of a code."""
    if value in SCHEMES:
        return value, None
    what = f"{described(value)} is not a scheme of organisation codes"
    return value, Problem("organisation.scheme", (), what, hint_for(value, SCHEMES))


def _size(value: object) -> tuple[object, Problem | None]:
    """A number of people."""
    if isinstance(value, str) and not value.strip():
        return None, None
    digits = isinstance(value, str) and _DIGITS.fullmatch(value.strip())
    number = whole(int(digits[0]) if digits else value)
    if number is None:
        what = f"{described(value)} is not a number of people"
        return None, Problem("value.type", (), what, "write a whole number")
    if number < 0:
        hint = "allowed: a number of people, from 0"
        what = f"the size of the organisation is {described(number)}"
        return None, Problem("organisation.size", (), what, hint)
    if not is_finite(number):
        what = f"the size of the organisation is {described(number)}"
        return None, Problem("number.size", (), what, FINITE)
    return number, None


def _flag(value: object) -> tuple[object, Problem | None]:
    """True or false."""
    if isinstance(value, bool):
        return value, None
    what = f"{described(value)} is neither true nor false"
    return None, Problem("value.type", (), what, "have a column of true and false")


def _identities(columns: Mapping[str, Column], findings: Findings) -> Lengths:
    """The number of the organisation in each row."""
    name, scheme, code = (columns[role] for role in ("organisation", "scheme", "code"))
    first, triple = distinct(name.codes, scheme.codes, code.codes)
    known: dict[tuple[str, str], int] = {}
    coded: dict[str, int] = {}
    numbers, unnamed, bare = [], [], {}
    for place, row in enumerate(first.tolist()):
        said = tuple(_value(column, row) for column in (name, scheme, code))
        title = str(said[0] or "")
        numbers.append(known.setdefault(key_of(_organisation((*said, None, None))), len(known)))
        if said[2]:
            coded.setdefault(title, row)
        elif title:
            bare[place] = title
        else:
            unnamed.append(place)
    who = name.name if any(name.values) or not code.values else code.name
    what, hint = "it is not said whose this row is", "give the organisation's name or its code"
    nobody = Problem("frame.organisation", (), what, hint)
    findings.at_rows(np.flatnonzero(np.isin(triple, unnamed)), who, lambda _: nobody)
    torn = [place for place, title in bare.items() if title in coded]
    if torn:

        def told(row: int) -> Problem:
            title = bare[int(triple[row])]
            other = coded[title]
            what = f"'{title}' has no code here, but {described(_value(code, other))}"
            return Problem(
                "frame.differs", (), f"{what} in row {other + 1}", "give it in every row"
            )

        findings.at_rows(np.flatnonzero(np.isin(triple, torn)), code.name, told)
    return taken(numbers, triple)


def _days(column: Column, findings: Findings) -> tuple[Lengths, list[Period | None]]:
    """The number of the last day in each row (NO_PERIOD: none), and the period of each text."""
    periods = [Period.read(str(text)) for text in column.values]
    wrong = [place for place, period in enumerate(periods) if period is None]
    wrong = [place for place in wrong if column.values[place] is not None]
    if wrong:

        def told(row: int) -> Problem:
            what = f"{described(_value(column, row))} is not a period"
            return Problem("period.form", (), what, f"allowed: {PERIOD_FORMS}")

        findings.at_rows(column.rows_with(wrong), column.name, told)
    days: dict[object, int] = {}
    places = [
        days.setdefault(period.last_day, len(days)) if period else NO_PERIOD for period in periods
    ]
    return taken(places, column.codes), periods


def _settled(
    columns: Mapping[str, Column], role: str, sheet: Lengths, count: int, findings: Findings
) -> list[object]:
    """What the rows of each assessment say of it; None: nothing. A fault where they differ."""
    column = columns[role]
    rows = column.given
    here = np.full(count, EMPTY, np.int64)
    # From the end, so that the first row of each is what stays.
    here[sheet[rows[::-1]]] = rows[::-1]
    codes = np.where(here == EMPTY, EMPTY, column.codes[here])
    other = rows[column.codes[rows] != codes[sheet[rows]]]
    if len(other):

        def told(row: int) -> Problem:
            first = int(here[sheet[row]])
            one, two = described(_value(column, row)), described(_value(column, first))
            what = f"this is {one}, but {two} in row {first + 1}, which is of the same assessment"
            return Problem("frame.differs", (), what, "have the same in each row of an assessment")

        findings.at_rows(other, column.name, told)
    values = [*column.values, None]
    return [values[code] for code in codes.tolist()]


def _value(column: Column, row: int) -> object:
    """The value in a row; None where there is none."""
    code = int(column.codes[row])
    return None if code == EMPTY else column.values[code]
