"""Periods as people write them, and the day on which each ends."""

from __future__ import annotations

import calendar
import re
from datetime import date

from attrs import frozen

PERIOD_FORMS = "2026-03-31, 2026-03, 2026, 2026-Q1, 2025/26 or 2025/26 Q4"

_LAST_QUARTER = 4

_FORMS = (
    re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})", re.ASCII),
    re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})", re.ASCII),
    re.compile(r"(?P<year>\d{4})", re.ASCII),
    re.compile(r"(?P<year>\d{4})[- ]?Q(?P<quarter>[1-4])", re.ASCII),
    re.compile(r"(?P<start>\d{4})/(?P<end>\d{2})(?: Q(?P<quarter>[1-4]))?", re.ASCII),
)


@frozen
class Period:
    """A period: its `text` as written, and its `last_day`.

    Quarters of a year (`2026-Q1`) are calendar quarters. Years with a stroke (`2025/26`) are
    financial years, April to March, and so are their quarters.
    """

    text: str
    last_day: date

    @classmethod
    def read(cls, text: str) -> Period | None:
        """The period that `text` names; None where it names none.

        >>> Period.read("2025/26 Q4").last_day
        datetime.date(2026, 3, 31)
        """
        for form in _FORMS:
            match = form.fullmatch(text.strip())
            if match:
                last = _last_day({k: int(v) for k, v in match.groupdict().items() if v})
                return None if last is None else cls(text.strip(), last)
        return None


def _last_day(parts: dict[str, int]) -> date | None:
    """The last day of the period; None for a day or a year that doesn't exist."""
    if "start" in parts:
        if (parts["start"] + 1) % 100 != parts["end"]:
            return None
        quarter = parts.get("quarter", 4)
        # The fourth quarter of a financial year ends in March of the next.
        year, month = (
            (parts["start"] + 1, 3)
            if quarter == _LAST_QUARTER
            else (parts["start"], quarter * 3 + 3)
        )
    else:
        year = parts["year"]
        month = parts.get("month", parts.get("quarter", 4) * 3)
    try:
        return date(year, month, parts.get("day") or calendar.monthrange(year, month)[1])
    except ValueError:
        return None
