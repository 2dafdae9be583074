"""Assessments out of TOML: every fault at once, each with its line."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import attrs

from maturity.errors import Fault, FaultsFound, Problem, Where, few_suggestions
from maturity.errors.arguments import expect
from maturity.model.assessment import Action, Assessment, Organisation
from maturity.model.check_assessment import check_alone, check_assessment
from maturity.model.framework import Framework
from maturity.model.frozen import FrozenMap
from maturity.model.periods import Period

from .assessment_answers import AnswerReader, read_targets
from .assessment_shapes import ActionTable, AssessmentFile, OrganisationTable
from .consequences import spoilt_places, without_consequences
from .converter import structure
from .faults import to_faults
from .framework_builder import SCHEMA
from .locate import find_framework, load_framework
from .toml_text import Toml, load_toml, read_text

Find = Callable[..., Framework]
_GIVEN = Framework | str | Path | None
_NO_FRAMEWORK = Framework(id="", title="", edition="")


def parse_assessment(
    text: str, framework: Framework | str | Path | None = None, name: str = "<text>"
) -> Assessment:
    """The assessment that `text` describes; FaultsFound carries every fault.

    Without a `framework` (or its path) it is found by the id that the text states.
    """
    expect(text, str, "parse_assessment() takes a text", "use load_assessment() for a file")
    expect(framework, _GIVEN, "parse_assessment() takes a framework, its id or its path")
    return read_assessment(load_toml(text, name), framework)


def load_assessment(
    path: str | Path, framework: Framework | str | Path | None = None
) -> Assessment:
    """The assessment in the file at `path`; FaultsFound carries every fault.

    Without a `framework` (or its path) it is found by the id that the file states: beside the
    file, in a folder of MATURITY_PATH, in a plug-in, or among those shipped.
    """
    expect(path, str | Path, "load_assessment() takes a path")
    expect(framework, _GIVEN, "load_assessment() takes a framework, its id or its path")
    return read_assessment(load_toml(read_text(path), str(path)), framework, Path(path))


def read_assessment(
    toml: Toml,
    given: Framework | str | Path | None,
    beside: Path | None = None,
    find: Find = find_framework,
) -> Assessment:
    """The assessment in a TOML text; `find` looks for its framework where none is `given`."""
    with few_suggestions():
        return _read_fully(toml, given, beside, find)


def _read_fully(
    toml: Toml, given: Framework | str | Path | None, beside: Path | None, find: Find
) -> Assessment:
    """The assessment, or all its faults."""
    if "dimensions" in toml.data and "framework" not in toml.data:
        what, hint = "this is a framework, not an assessment", "give a file of answers"
        raise FaultsFound((Fault("file.kind", Where(toml.name, 1, 1), what, hint),))
    file, problems = structure(toml.data, AssessmentFile)
    assessment = None
    others: tuple[Fault, ...] = ()
    if file is not None:
        framework, others = _framework(file, given, beside, problems, find)
        assessment = _build(file, framework, toml, problems)
    if assessment is None or problems:
        raise FaultsFound((*to_faults(problems, toml.text, toml.name), *others))
    return assessment


def _framework(
    file: AssessmentFile,
    given: Framework | str | Path | None,
    beside: Path | None,
    problems: list[Problem],
    find: Find,
) -> tuple[Framework | None, tuple[Fault, ...]]:
    """The framework that is answered, or None and the faults of its own file.

    What is wrong with how the assessment names it, or its schema, is added to `problems`.
    """
    if file.schema != SCHEMA:
        what = f"this version does not read schema {file.schema}"
        problems.append(Problem("schema.unknown", ("schema",), what, f"allowed: {SCHEMA}"))
    named = file.framework
    spoilt = spoilt_places(problems)
    framework = given
    try:
        if isinstance(framework, str | Path):
            framework = load_framework(framework)
        elif framework is None:
            if spoilt & {("framework",), ("framework", "id")}:
                return None, ()
            framework = find(named.id, beside=beside, edition=named.edition)
    except FaultsFound as error:
        return None, _placed(error.faults, given, problems)
    if ("framework",) in spoilt:
        return framework, ()
    if framework.id != named.id and ("framework", "id") not in spoilt:
        what = f"this assessment answers '{named.id}', and '{framework.id}' was given"
        hint = f"give the framework '{named.id}', or leave it out"
        problems.append(Problem("assessment.framework", ("framework", "id"), what, hint))
        return None, ()
    if framework.edition != named.edition and ("framework", "edition") not in spoilt:
        what = f"this assessment answers edition '{named.edition}' of '{framework.id}'"
        hint = f"the edition at hand is '{framework.edition}'"
        problems.append(Problem("assessment.edition", ("framework", "edition"), what, hint))
        return None, ()
    return framework, ()


def _placed(faults: tuple[Fault, ...], given: object, problems: list[Problem]) -> tuple[Fault, ...]:
    """The faults that lie in another file; that there is no framework is this file's problem."""
    if given is not None or faults[0].code != "framework.unknown":
        return faults
    unknown = faults[0]
    problems.append(Problem(unknown.code, ("framework", "id"), unknown.what, unknown.hint))
    return ()


def _build(
    file: AssessmentFile, framework: Framework | None, toml: Toml, problems: list[Problem]
) -> Assessment | None:
    """The assessment, checked; what is wrong with it is added to `problems`.

    None where there is no framework to check it by; then only what needs none is looked at.
    """
    reader = AnswerReader(framework or _NO_FRAMEWORK)
    read = reader.read if framework else reader.read_alone
    read(file.answers, ("answers",))
    problems += reader.problems
    targets = read_targets(file.targets, problems)
    period = file.period.isoformat() if isinstance(file.period, date) else file.period
    assessment = Assessment(
        framework=reader.framework,
        organisation=_organisation(file.organisation),
        period=None if period is None else Period.read(period),
        stated_as_of=file.as_of,
        rater=file.rater,
        rater_group=file.rater_group,
        lead=file.lead,
        made_up=file.made_up,
        digest=file.framework.digest,
        units=FrozenMap(file.units),
        targets=FrozenMap({path: target for path, (target, _) in targets.items()}),
        answers=FrozenMap(reader.answers),
        claims=FrozenMap(reader.claims),
        actions=tuple(map(_action, file.actions)),
    )
    later = []
    check = check_assessment if framework else check_alone
    for problem in check(assessment, period):
        place = reader.place_of(problem.place, toml.data)
        if place[:1] == ("targets",) and place[1] in targets:
            place = targets[str(place[1])][1]
        later.append(attrs.evolve(problem, place=place))
    problems += without_consequences(later, problems)
    return assessment if framework else None


def _organisation(table: OrganisationTable) -> Organisation:
    """Who is assessed."""
    fields = {name: getattr(table, name) for name in ("name", "scheme", "code", "sector", "size")}
    return Organisation(**fields, properties=FrozenMap(table.properties))


def _action(table: ActionTable) -> Action:
    """Something to be done."""
    names = ("title", "owner", "due", "note", "done")
    return Action(**{name: getattr(table, name) for name in names}, paths=tuple(table.paths))
