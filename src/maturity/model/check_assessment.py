"""Whether an assessment fits its framework: every fault at once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING

from maturity.errors import Problem, did_you_mean, hint_for

from .assessment import Action, Answer, Organisation
from .check_answers import asked_scales, check_answers, check_claims, check_details, check_target
from .evidence import Evidence
from .fits import as_step, described
from .ids import ID_RULE, LONGEST_ID, as_id, is_id
from .kinds import wrong_kind
from .numbers import check_finite, is_number, shown
from .paths import Paths
from .periods import PERIOD_FORMS
from .tree import Dimension

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .assessment import Assessment
    from .places import Place

SCHEMES = ("ods", "gss", "local")


def check_assessment(assessment: Assessment, period_text: object = None) -> list[Problem]:
    """Every fault in an assessment of a sound framework.

    `period_text` is the period as it was written, of which `assessment.period` was read. The
    place of an answer is `("answers", path)`, with the keys below it.
    """
    wrong_types = list(_check_types(assessment))
    if wrong_types:
        return wrong_types
    paths = Paths(assessment.framework)
    return [
        *check_alone(assessment, period_text),
        *_check_properties(assessment),
        *_check_targets(assessment, paths),
        *check_answers(assessment, paths),
        *check_claims(assessment, paths),
        *_check_actions(assessment, paths),
    ]


def check_alone(assessment: Assessment, period_text: object = None) -> list[Problem]:
    """Every fault in an assessment that is one whatever framework it answers."""
    answers = {**assessment.answers, **assessment.claims}
    return [
        *_check_period(assessment, period_text),
        *_check_organisation(assessment.organisation),
        *_check_units(assessment),
        *(
            problem
            for path, answer in answers.items()
            for problem in check_details(assessment, path, answer)
        ),
    ]


def _check_period(assessment: Assessment, text: object) -> Iterator[Problem]:
    """The fault in a period that wasn't understood."""
    if text is not None and assessment.period is None:
        what = f"{described(text)} is not a period"
        yield Problem("period.form", ("period",), what, f"allowed: {PERIOD_FORMS}")


def _check_organisation(organisation: Organisation) -> Iterator[Problem]:
    """Every fault in what is said of the organisation; codes take many shapes, and any will do."""
    place: Place = ("organisation",)
    if organisation.scheme is not None and organisation.scheme not in SCHEMES:
        what = f"{described(organisation.scheme)} is not a scheme of organisation codes"
        hint = hint_for(organisation.scheme, SCHEMES)
        yield Problem("organisation.scheme", (*place, "scheme"), what, hint)
    if organisation.size is not None and organisation.size < 0:
        what = f"the size of the organisation is {shown(organisation.size)}"
        hint = "allowed: a number of people, from 0"
        yield Problem("organisation.size", (*place, "size"), what, hint)
    elif organisation.size is not None:
        name = "the size of the organisation"
        yield from check_finite(organisation.size, (*place, "size"), name)


def _check_properties(assessment: Assessment) -> Iterator[Problem]:
    """Every fault in the properties of the organisation."""
    known = assessment.framework.properties
    for name, option in assessment.organisation.properties.items():
        at = ("organisation", "properties", name)
        if name not in known:
            what = f"'{assessment.framework.id}' has no property {described(name)}"
            yield Problem("property.unknown", at, what, hint_for(name, known))
        elif option not in known[name].options:
            what = f"{described(option)} is not an option of the property '{name}'"
            yield Problem("property.option", at, what, hint_for(option, known[name].options))


def _check_units(assessment: Assessment) -> Iterator[Problem]:
    """Every fault in the ids of units."""
    for unit in assessment.units:
        if not is_id(unit):
            what, close = f"{described(unit)} can't be the id of a unit", as_id(unit[:LONGEST_ID])
            hint = did_you_mean(f"allowed: {ID_RULE}", close)
            place, spoils = ("units", unit), (("units", close),)
            yield Problem("id.invalid", place, what, hint, spoils=spoils)


def _check_targets(assessment: Assessment, paths: Paths) -> Iterator[Problem]:
    """Every fault in the targets."""
    framework = assessment.framework
    known = framework.by_path
    on_branch = any(isinstance(known.get(path), Dimension) for path in assessment.targets)
    asked = asked_scales(framework) if on_branch else {}
    for path, target in assessment.targets.items():
        place: Place = ("targets", path)
        yield from paths.check(path, place)
        wrong = check_target(framework, path, target, asked) if path in known else None
        if wrong:
            what = f"'{path}' can't have this target: {wrong[0]}"
            yield Problem("target.value", place, what, wrong[1])


def _check_actions(assessment: Assessment, paths: Paths) -> Iterator[Problem]:
    """Every fault in the paths that actions are about."""
    for number, action in enumerate(assessment.actions):
        for index, path in enumerate(action.paths):
            yield from paths.check(path, ("actions", number, "paths", index))


def _check_types(assessment: Assessment) -> Iterator[Problem]:
    """Each detail that isn't of its record's type: a caller in Python can give one."""
    for name in ("rater", "rater_group", "lead"):
        yield from _check_type(getattr(assessment, name), str, (name,))
    yield from _check_type(assessment.made_up, bool, ("made_up",))
    yield from _check_type(assessment.digest, str | None, ("digest",))
    yield from _check_date(assessment.stated_as_of, ("as_of",))
    yield from _check_texts(assessment.units, ("units",))
    yield from _check_type(assessment.targets, Mapping, ("targets",))
    organisation = assessment.organisation
    yield from _check_type(organisation, Organisation, ("organisation",))
    if isinstance(organisation, Organisation):
        place: Place = ("organisation",)
        yield from _check_type(organisation.name, str, (*place, "name"))
        for name in ("scheme", "code", "sector"):
            yield from _check_type(getattr(organisation, name), str | None, (*place, name))
        if organisation.size is not None and not is_number(organisation.size):
            yield wrong_kind(organisation.size, (*place, "size"), int | None)
        yield from _check_texts(organisation.properties, (*place, "properties"))
    for number, action in enumerate(assessment.actions):
        yield from _check_type(action, Action, ("actions", number))
    for path, answer in (*assessment.answers.items(), *assessment.claims.items()):
        yield from _check_answer_types(answer, ("answers", as_step(path)))


def _check_answer_types(answer: Answer, place: Place) -> Iterator[Problem]:
    """Each detail of an answer that isn't what its record says."""
    yield from _check_type(answer.note, str, (*place, "note"))
    yield from _check_type(answer.reason, str, (*place, "reason"))
    yield from _check_type(answer.by, Mapping, (*place, "by"))
    yield from _check_type(answer.evidence, tuple | list, (*place, "evidence"))
    if isinstance(answer.evidence, tuple | list):
        for number, piece in enumerate(answer.evidence):
            at = (*place, "evidence", number)
            yield from _check_type(piece, Evidence, at)
            if isinstance(piece, Evidence):
                yield from _check_date(piece.collected, (*at, "collected"))
                yield from _check_date(piece.expires, (*at, "expires"))


def _check_texts(texts: object, place: Place) -> Iterator[Problem]:
    """The faults in what should be a mapping of texts to texts."""
    yield from _check_type(texts, Mapping, place)
    if isinstance(texts, Mapping):
        for key, text in texts.items():
            yield from _check_type(key, str, (*place, as_step(key)))
            yield from _check_type(text, str, (*place, as_step(key)))


def _check_date(value: object, place: Place) -> Iterator[Problem]:
    """The fault in what should be a date, or None."""
    if value is not None and (isinstance(value, datetime) or not isinstance(value, date)):
        yield wrong_kind(value, place, date | None)


def _check_type(value: object, kind: object, place: Place) -> Iterator[Problem]:
    """The fault in a value of another type."""
    if not isinstance(value, kind):  # type: ignore[arg-type]  # a class or a union of classes
        yield wrong_kind(value, place, kind)
