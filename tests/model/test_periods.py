"""Periods as people write them."""

from __future__ import annotations

from datetime import date

import pytest

from maturity.model.periods import Period


@pytest.mark.parametrize(
    ("text", "last_day"),
    [
        ("2026-03-31", date(2026, 3, 31)),
        ("2024-02", date(2024, 2, 29)),
        ("2025-02", date(2025, 2, 28)),
        ("2026", date(2026, 12, 31)),
        ("2026-Q1", date(2026, 3, 31)),
        ("2026 Q2", date(2026, 6, 30)),
        ("2026Q4", date(2026, 12, 31)),
        ("2025/26", date(2026, 3, 31)),
        ("2025/26 Q1", date(2025, 6, 30)),
        ("2025/26 Q3", date(2025, 12, 31)),
        ("2025/26 Q4", date(2026, 3, 31)),
        ("1999/00", date(2000, 3, 31)),
    ],
)
def test_last_day(text: str, last_day: date) -> None:
    """A day, a month, a year and a quarter end as they do; a financial year ends in March."""
    assert Period.read(text) == Period(text, last_day)


def test_blanks() -> None:
    """Blanks around a period are no part of it."""
    period = Period.read("  2026-Q1 ")
    assert period is not None
    assert period.text == "2026-Q1"


@pytest.mark.parametrize(
    "text",
    [
        "", "spring", "2026-Q5", "2026-13", "2026-00", "2026-02-30", "2025/27", "0000", "26",
        "2025/26 Q5", "9999/00", "\uff12\uff10\uff12\uff16",
    ],
)  # fmt: skip
def test_no_period(text: str) -> None:
    """What names no day that exists is no period."""
    assert Period.read(text) is None
