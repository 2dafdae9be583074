"""What evidence is expected, and what will do."""

from __future__ import annotations

from datetime import date

import pytest

from maturity.model.evidence import Evidence, EvidenceExpectation

DAY = date(2026, 3, 31)
SURVEY = Evidence(kind="survey", title="Staff survey", expires=DAY)


@pytest.mark.parametrize(
    ("day", "expired"), [(date(2026, 3, 30), False), (DAY, False), (date(2026, 4, 1), True)]
)
def test_expired(day: date, expired: bool) -> None:  # noqa: FBT001  # what is expected
    """The last day is still a good one; the next is not."""
    assert SURVEY.expired(day) is expired


def test_never_expired() -> None:
    """Without a day to judge on, or a day to expire on, nothing has expired."""
    assert not SURVEY.expired(None)
    assert not Evidence(kind="policy").expired(DAY)


def test_met() -> None:
    """One piece of one of the kinds will do, whatever else there is."""
    expected = EvidenceExpectation(kinds=("survey", "policy"))
    other = Evidence(kind="photo")
    assert expected.met_by((other, SURVEY), DAY)
    assert not expected.met_by((other,), DAY)
    assert not expected.met_by((), DAY)
    assert not expected.met_by((SURVEY,), date(2026, 4, 1))


def test_any_kind() -> None:
    """Where no kind is named, any will do."""
    assert EvidenceExpectation().met_by((Evidence(title="A note"),), None)


def test_link() -> None:
    """Where a link is expected, a piece needs a reference, of its own."""
    expected = EvidenceExpectation(kinds=("survey",), link=True)
    linked = Evidence(kind="photo", reference="photos/1")
    assert not expected.met_by((SURVEY, linked), DAY)
    assert not expected.met_by((Evidence(kind="survey", reference=""),), DAY)
    assert expected.met_by((Evidence(kind="survey", reference="papers/7"),), DAY)
