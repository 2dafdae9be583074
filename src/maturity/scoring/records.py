"""Records from which a result can be worked out again, and plain rows for dataframes."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, cast

import attrs

from maturity.errors import FaultsFound, RecordRefused
from maturity.model.assessment import Answer, Assessment, NotApplicable, Organisation
from maturity.model.digests import plain
from maturity.model.evidence import Evidence
from maturity.model.frozen import FrozenMap

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maturity.model.framework import Framework

    from .nodescore import Bounds, Point
    from .scorecard import Score, Scorecard

FORMAT = 1


def rows_of(card: Scorecard) -> list[dict[str, object]]:
    """One plain row a node: text, numbers, None. Levels are given by id and by rank."""
    return [_row(card, score) for score in card]


def _row(card: Scorecard, score: Score) -> dict[str, object]:
    cover, assessment = score.coverage, card.assessment
    return {
        "organisation": assessment.organisation.name,
        "period": assessment.period.text if assessment.period else None,
        "framework": card.framework.id,
        "edition": card.framework.edition,
        "profile": card.profile,
        "path": score.path,
        "title": score.title,
        "status": score.status,
        "value": score.value,
        **_level("level", score),
        "answered": cover.answered,
        "applicable": cover.applicable,
        "not_applicable": cover.not_applicable,
        **_bounds(score.bounds),
        "so_far_value": score.so_far.value,
        **_level("so_far_level", score.so_far),
        "na_effect": score.na_effect.id if score.na_effect else None,
        "claimed": score.claimed.id if score.claimed else None,
        "rule": score.rule.name,
        "missing": score.conventions.missing,
        "not_applicable_rule": score.conventions.not_applicable,
    }


def _level(name: str, point: Point | Score) -> dict[str, object]:
    level = point.level
    return {name: level.id if level else None, f"{name}_rank": level.rank if level else None}


def _bounds(bounds: Bounds | None) -> dict[str, object]:
    found: dict[str, object] = {}
    for end in ("low", "high"):
        point = getattr(bounds, end) if bounds else None
        found[f"{end}_value"] = point.value if point else None
        found |= _level(f"{end}_level", point) if point else {
            f"{end}_level": None, f"{end}_level_rank": None
        }  # fmt: skip
    return found


def make_record(card: Scorecard) -> dict[str, object]:
    """See `Scorecard.record`."""
    assessment, framework = card.assessment, card.framework
    return {
        "format": FORMAT,
        "framework": {
            "id": framework.id,
            "edition": framework.edition,
            "digest": framework.digest,
        },
        "profile": card.profile,
        "as_of": card.as_of.isoformat() if card.as_of else None,
        "organisation": _said(assessment.organisation),
        "period": assessment.period.text if assessment.period else None,
        "rater": assessment.rater,
        "made_up": assessment.made_up,
        "pinned_digest": assessment.digest,
        "units": dict(assessment.units),
        "targets": dict(assessment.targets),
        "answers": {path: _answer(answer) for path, answer in sorted(assessment.answers.items())},
        "claims": {path: _answer(claim) for path, claim in sorted(assessment.claims.items())},
        "rules": {
            score.path: {"rule": plain(score.rule), "conventions": plain(score.conventions)}
            for score in card
        },
        "result": rows_of(card),
        "caveats": {score.path: list(score.caveats) for score in card},
    }


def read_record(
    record: Mapping[str, object], framework: Framework
) -> tuple[Assessment, str | None]:
    """The assessment in a record, and the profile under which it was scored.

    RecordRefused where the record is of another framework, edition, digest or format, or is not a
    record at all.
    """
    if record.get("format") != FORMAT:
        raise RecordRefused(f"the record has format {record.get('format')!r}; this reads {FORMAT}")
    about = record.get("framework")
    about = about if isinstance(about, dict) else {}
    for name, own in (
        ("id", framework.id), ("edition", framework.edition), ("digest", framework.digest),
    ):  # fmt: skip
        if about.get(name) != own:
            raise RecordRefused(
                f"the record was made with another framework: its {name} is {about.get(name)!r}, "
                f"this one's is {own!r}"
            )
    try:
        return _assessment(record, framework), _profile(record)
    except (KeyError, TypeError, ValueError, AttributeError, FaultsFound) as error:
        raise RecordRefused(f"the record can't be read: {error}") from error


def _assessment(record: Mapping[str, object], framework: Framework) -> Assessment:
    period, day = record["period"], record["as_of"]
    answers = cast(
        "dict[str, dict[str, object]]", {**_map(record["answers"]), **_map(record["claims"])}
    )
    organisation = dict(_map(record["organisation"]))
    properties = FrozenMap(_map(organisation.pop("properties", {})))
    return framework.assess(
        {path: _read_answer(answer) for path, answer in answers.items()},
        organisation=Organisation(properties=properties, **organisation),  # type: ignore[arg-type]
        period=cast("str | None", period),
        as_of=date.fromisoformat(str(day)) if day else None,
        rater=record["rater"],
        made_up=record["made_up"],
        digest=record["pinned_digest"],
        units=_map(record["units"]),
        targets=_map(record["targets"]),
    )


def _profile(record: Mapping[str, object]) -> str | None:
    profile = record["profile"]
    if profile is not None and not isinstance(profile, str):
        raise TypeError(f"expected the id of a profile, found {type(profile).__name__}")
    return profile


def _map(value: object) -> dict[str, object]:
    if not isinstance(value, dict):
        raise TypeError(f"expected a table, found {type(value).__name__}")
    return value


def _said(thing: attrs.AttrsInstance) -> dict[str, object]:
    """The fields of a small record that say something, as JSON data."""
    found: dict[str, object] = {}
    for name in attrs.fields(type(thing)):
        value = getattr(thing, name.name)
        if value not in (None, "", (), FrozenMap()):
            found[name.name] = _json(value)
    return found


def _json(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_json(one) for one in value]
    return dict(value) if isinstance(value, FrozenMap) else value


def _answer(answer: Answer) -> dict[str, object]:
    found = _said(attrs.evolve(answer, value=None, by=FrozenMap(), evidence=()))
    if answer.value is not None:
        found["value"] = _value(answer.value)
    if answer.by:
        found["by"] = {unit: _value(value) for unit, value in answer.by.items()}
    if answer.evidence:
        found["evidence"] = [_said(piece) for piece in answer.evidence]
    return found


def _value(value: object) -> object:
    return {"not_applicable": value.reason} if isinstance(value, NotApplicable) else value


def _read_value(value: object) -> str | float | NotApplicable:
    if isinstance(value, dict):
        return NotApplicable(str(value["not_applicable"]))
    return cast("str | float", value)


def _read_answer(record: dict[str, object]) -> Answer:
    fields = dict(record)
    if "value" in fields:
        fields["value"] = _read_value(fields["value"])
    fields["by"] = FrozenMap({u: _read_value(v) for u, v in _map(fields.get("by", {})).items()})
    pieces = cast("list[dict[str, object]]", fields.get("evidence", []))
    fields["evidence"] = tuple(_read_evidence(piece) for piece in pieces)
    return Answer(**fields)  # type: ignore[arg-type]  # a wrong name is refused, with the record


def _read_evidence(record: dict[str, object]) -> Evidence:
    fields = dict(record)
    for name in ("collected", "expires"):
        if name in fields:
            fields[name] = date.fromisoformat(str(fields[name]))
    fields["groups"] = tuple(cast("list[str]", fields.get("groups", [])))
    return Evidence(**fields)  # type: ignore[arg-type]  # a wrong name is refused, with the record
