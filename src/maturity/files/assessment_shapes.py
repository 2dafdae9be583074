"""Records shaped like the tables of an assessment file: every key, with its type."""

from __future__ import annotations

from datetime import date
from typing import Any

from attrs import field, frozen


@frozen(kw_only=True)
class FrameworkTable:
    """`framework`: what is answered."""

    id: str
    edition: str
    digest: str | None = None


@frozen(kw_only=True)
class OrganisationTable:
    """`organisation`: who is assessed."""

    name: str = ""
    scheme: str | None = None
    code: str | None = None
    sector: str | None = None
    size: int | None = None
    properties: dict[str, str] = field(factory=dict)


@frozen(kw_only=True)
class NotApplicableTable:
    """`{ not_applicable = "reason" }`, as the answer of a unit."""

    not_applicable: str


@frozen(kw_only=True)
class PieceTable:
    """One piece of `evidence`."""

    kind: str | None = None
    title: str | None = None
    reference: str | None = None
    collected: date | None = None
    expires: date | None = None
    groups: list[str] = field(factory=list)
    basis: str | None = None


Plain = str | float


@frozen(kw_only=True)
class AnswerTable:
    """An answer to an item, or to a whole branch."""

    answer: Plain | None = None
    not_applicable: str | None = None
    by: dict[str, Plain | NotApplicableTable] = field(factory=dict)
    note: str = ""
    reason: str = ""
    confidence: int | None = None
    basis: str | None = None
    evidence: list[PieceTable] = field(factory=list)
    guess: str = ""


@frozen(kw_only=True)
class ActionTable:
    """One of `[[actions]]`."""

    title: str
    owner: str = ""
    due: date | None = None
    paths: list[str] = field(factory=list)
    note: str = ""
    done: bool = False


@frozen(kw_only=True)
class AssessmentFile:
    """An assessment file. Answers and targets are nested by path, whatever way they are written."""

    schema: int
    framework: FrameworkTable
    organisation: OrganisationTable = OrganisationTable()
    period: str | date | None = None
    as_of: date | None = None
    rater: str = ""
    rater_group: str = ""
    lead: str = ""
    made_up: bool = False
    units: dict[str, str] = field(factory=dict)
    targets: dict[str, Any] = field(factory=dict)
    answers: dict[str, Any] = field(factory=dict)
    actions: list[ActionTable] = field(factory=list)
