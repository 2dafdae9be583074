"""Records from which a result can be worked out again, and plain rows for dataframes."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, cast

import attrs

from maturity.errors import FaultsFound, RecordRefused, cut, hint_for
from maturity.model.assessment import Answer, Assessment, NotApplicable, Organisation
from maturity.model.digests import plain
from maturity.model.evidence import Evidence
from maturity.model.fits import described
from maturity.model.frozen import FrozenMap
from maturity.model.numbers import shown
from maturity.model.tree import Profile

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maturity.model.framework import Framework

    from .nodescore import Bounds, Point
    from .scorecard import Score, Scorecard

FORMAT = 1
KEYS = (
    "format", "framework", "profile", "as_of", "organisation", "period", "rater",
    "rater_group", "made_up", "pinned_digest", "units", "targets", "answers", "claims", "rules",
    "result", "caveats",
)  # fmt: skip


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
        "extends": card.framework.overlay.base.id if card.framework.overlay else None,
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
            "extends": _base_said(framework),
        },
        "profile": _profile_said(card),
        "as_of": card.as_of.isoformat() if card.as_of else None,
        "organisation": _said(assessment.organisation),
        "period": assessment.period.text if assessment.period else None,
        "rater": assessment.rater,
        "rater_group": assessment.rater_group,
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
) -> tuple[Assessment, str | Profile | None]:
    """The assessment in a record, and the profile under which it was scored.

    RecordRefused where the record is of another framework, edition, digest or format, or is not a
    record at all.
    """
    if "record" in record and "framework" not in record:
        raise RecordRefused("this holds a record, and more: give what stands under 'record'")
    stated = record.get("format")
    if type(stated) is not int or stated != FORMAT:
        raise RecordRefused(f"the record has {_format(stated)}; this reads format {FORMAT}")
    about = _table(record.get("framework"), "framework", ("id", "edition", "digest", "extends"))
    for name, own in (
        ("id", framework.id), ("edition", framework.edition), ("digest", framework.digest),
    ):  # fmt: skip
        if about[name] != own:
            raise RecordRefused(
                f"the record was made with another framework: its {name} is "
                f"{described(about[name])}, this one's is '{own}'"
            )
    _table(dict(record), "", KEYS)
    try:
        assessment = _assessment(record, framework)
    except FaultsFound as error:
        raise RecordRefused(f"the record can't be read: {error}") from error
    return assessment, _profile(record, framework)


def refuse_changed(record: Mapping[str, object], card: Scorecard) -> None:
    """RecordRefused where a record states anything that its card, worked out again, does not.

    Caveats are sentences for a reader: a later edition of this library may word them otherwise.
    """
    own = make_record(card)
    for key in KEYS:
        if key != "caveats" and not _same(record[key], own[key]):
            raise RecordRefused(
                f"the record was changed: its '{key}' is not what is worked out from its answers"
            )


def _same(one: object, other: object) -> bool:
    """Whether two pieces of JSON data say the same; 1 and 1.0 do, 1 and true don't."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(_same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_same, one, other))
    return isinstance(one, bool) == isinstance(other, bool) and one == other


def _format(stated: object) -> str:
    """The format that a record states, in words."""
    if stated is None:
        return "no format"
    if isinstance(stated, int) and not isinstance(stated, bool):
        return f"format {shown(stated)}"
    return f"{described(stated)} as its format"


def _assessment(record: Mapping[str, object], framework: Framework) -> Assessment:
    day = record["as_of"]
    said = {
        path: _read_answer(answer, f"{key}.{path}")
        for key in ("answers", "claims")
        for path, answer in _table(record[key], key).items()
    }
    organisation = _table(record["organisation"], "organisation", known=_names(Organisation))
    return framework.assess(
        said,
        organisation=Organisation(**organisation),  # type: ignore[arg-type]  # assess() looks
        period=cast("str | None", record["period"]),
        as_of=None if day is None else _day(day, "as_of"),
        rater=record["rater"],
        rater_group=record["rater_group"],
        made_up=record["made_up"],
        digest=record["pinned_digest"],
        units=_table(record["units"], "units"),
        targets=_table(record["targets"], "targets"),
    )


def _profile_said(card: Scorecard) -> object:
    """The id of a framework's own profile; the whole of any other."""
    if card.chosen is None or card.framework.profiles.get(card.chosen.id) == card.chosen:
        return card.profile
    return _said(card.chosen)


def _base_said(framework: Framework) -> object:
    """What an overlay extends."""
    if framework.overlay is None:
        return None
    base = framework.overlay.base
    return {"id": base.id, "edition": base.edition, "digest": base.digest}


def _profile(record: Mapping[str, object], framework: Framework) -> str | Profile | None:
    profile = record["profile"]
    if isinstance(profile, dict):
        return _read_profile(_table(profile, "profile", known=_names(Profile)))
    if profile is None or (isinstance(profile, str) and profile in framework.profiles):
        return profile
    what = f"its profile is {described(profile)}, which '{framework.id}' does not have"
    hint = hint_for(profile, framework.profiles, label="there are")
    raise RecordRefused(f"the record can't be read: {what}; {hint}")


def _read_profile(fields: dict[str, object]) -> Profile:
    """A profile that is not the framework's own."""
    for name, value in fields.items():
        kind = list if isinstance(attrs.fields_dict(Profile)[name].default, tuple) else str
        if not isinstance(value, kind) or any(not isinstance(one, str) for one in value):
            what = f"its 'profile' has {described(value)} as '{name}'"
            raise RecordRefused(f"the record can't be read: {what}")
    given = {name: tuple(v) if isinstance(v, list) else v for name, v in fields.items()}
    return Profile(**{"id": "", "title": "", **given})  # type: ignore[arg-type]  # looked at above


def _table(
    value: object, place: str, needed: tuple[str, ...] = (), known: tuple[str, ...] = ()
) -> dict[str, object]:
    """A table of a record. `needed`: its keys, all of them; `known`: those that it can have."""
    where = f"its '{cut(place)}'" if place else "it"
    if not isinstance(value, dict):
        raise RecordRefused(f"the record can't be read: {where} is {described(value)}, not a table")
    for key in needed:
        if key not in value:
            raise RecordRefused(f"the record can't be read: {where} has no '{key}'")
    for key in value:
        if not isinstance(key, str) or ((needed or known) and key not in (*needed, *known)):
            what = f"a key that is not known: {described(key)}"
            raise RecordRefused(f"the record can't be read: {where} has {what}")
    return value


def _names(kind: type[attrs.AttrsInstance]) -> tuple[str, ...]:
    """The fields of a kind of record."""
    return tuple(name.name for name in attrs.fields(kind))


def _day(value: object, place: str) -> date:
    """A date of a record."""
    try:
        return date.fromisoformat(cast("str", value))
    except (TypeError, ValueError):
        what = f"its '{cut(place)}' is {described(value)}, not a date such as 2026-03-31"
        raise RecordRefused(f"the record can't be read: {what}") from None


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


def _read_value(value: object, place: str) -> str | float | NotApplicable:
    if isinstance(value, dict):
        reason = _table(value, place, ("not_applicable",))["not_applicable"]
        return NotApplicable(cast("str", reason))
    return cast("str | float", value)


def _read_answer(record: object, place: str) -> Answer:
    fields = dict(_table(record, place, known=_names(Answer)))
    if "value" in fields:
        fields["value"] = _read_value(fields["value"], place)
    if "by" in fields:
        by = _table(fields["by"], f"{place}.by").items()
        fields["by"] = {unit: _read_value(value, f"{place}.by.{unit}") for unit, value in by}
    if isinstance(fields.get("evidence"), list):
        pieces = cast("list[object]", fields["evidence"])
        fields["evidence"] = [_read_evidence(piece, f"{place}.evidence") for piece in pieces]
    return Answer(**fields)  # type: ignore[arg-type]  # assess() looks


def _read_evidence(record: object, place: str) -> Evidence:
    fields = dict(_table(record, place, known=_names(Evidence)))
    for name in ("collected", "expires"):
        if name in fields:
            fields[name] = _day(fields[name], f"{place}.{name}")
    return Evidence(**fields)  # type: ignore[arg-type]  # assess() looks
