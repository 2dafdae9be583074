"""How a workbook shows numbers: as they are, per cent, or as a date."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from attrs import define, field

from .workbook import read_xml

_DATES = {14, 15, 16, 17, 22, *range(27, 37), *range(50, 59)}
_TIMES = {18, 19, 20, 21, 22, 45, 47}
_PER_CENT = {9: 0, 10: 2}
_NO_SIGNS = re.compile(r'"[^"]*"|\\.|[_*].|am/pm|a/p|\[(?:[^\]]*)\]', re.IGNORECASE | re.DOTALL)
_ELAPSED = re.compile(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)
_NUMBER = re.compile(r"[0-9]{1,7}")
_EXACT = 1e15
_LAST_DAY = 2_958_466
# The first workbooks took 1900 for a leap year, and all have kept to it.
_LEAP = 60


@define
class Format:
    """A way to show numbers; `per_cent`: the digits after the point, None for no per cent."""

    date: bool = False
    time: bool = False
    per_cent: int | None = None


@define
class Formats:
    """The formats of a workbook's cells, by the number of their style."""

    _from_1904: bool = False
    _codes: dict[int, str] = field(factory=dict)
    _of_styles: list[int] = field(factory=list)
    _inside: bool = False
    _known: dict[int, Format] = field(factory=dict)

    def read(self, part: bytes | None, file: str) -> None:
        """Read the part of a workbook that has its styles."""
        if part is not None:
            read_xml(part, file, self._start, self._end)

    def shown(self, text: str, style: str) -> tuple[str, bool]:
        """A number as a person reads it, and whether it is a date."""
        try:
            number = float(text)
        except ValueError:
            return text, False
        found = self._format(int(style) if _NUMBER.fullmatch(style) else 0)
        if found.per_cent is not None and abs(number) < _EXACT:
            return f"{number * 100:.{found.per_cent}f}%", False
        if (found.date or found.time) and 0 <= number < _LAST_DAY:
            return self._date(number, found), True
        whole = number.is_integer() and abs(number) < _EXACT
        return str(int(number)) if whole else str(number), False

    def _date(self, number: float, found: Format) -> str:
        """A number of days as a date, and as a time where that is shown."""
        begin = datetime(1904, 1, 1) if self._from_1904 else datetime(1899, 12, 30)  # noqa: DTZ001  # a date of no place
        days = number + (1 if not self._from_1904 and number < _LEAP else 0)
        at = begin + timedelta(seconds=round(days * 86_400))
        date = at.strftime("%Y-%m-%d") if found.date else ""
        time = at.strftime("%H:%M") if found.time else ""
        return " ".join(filter(None, (date, time)))

    def _format(self, style: int) -> Format:
        """The format of a style."""
        number = self._of_styles[style] if style < len(self._of_styles) else 0
        if number not in self._known:
            code = self._codes.get(number)
            self._known[number] = _built_in(number) if code is None else _read(code)
        return self._known[number]

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        number = attributes.get("numFmtId", "")
        known = int(number) if _NUMBER.fullmatch(number) else 0
        if name == "cellXfs":
            self._inside = True
        elif name == "numFmt":
            self._codes[known] = attributes.get("formatCode", "")
        elif name == "xf" and self._inside:
            self._of_styles.append(known)

    def _end(self, name: str) -> None:
        if name == "cellXfs":
            self._inside = False


def _built_in(number: int) -> Format:
    """A format that a workbook need not spell out."""
    return Format(number in _DATES, number in _TIMES, _PER_CENT.get(number))


def _read(code: str) -> Format:
    """A format that is spelt out; a length of time is a number."""
    if _ELAPSED.search(code):
        return Format()
    signs = _NO_SIGNS.sub("", code).partition(";")[0].lower()
    if "%" in signs:
        return Format(per_cent=len(re.findall("[0#?]", signs.partition(".")[2])))
    if "general" in signs:
        return Format()
    time = bool(re.search("[hs]", signs))
    return Format(bool(re.search("[dy]", signs)) or ("m" in signs and not time), time)
