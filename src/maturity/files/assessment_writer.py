"""An assessment as TOML text: a header for each branch, and below it a line for each item."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from maturity.errors.arguments import expect
from maturity.model.assessment import Answer, Assessment, NotApplicable, Value

from .atomic import replace_file
from .framework_builder import SCHEMA
from .toml_layout import Line, Section, dump_toml

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maturity.model.assessment import Action, Organisation
    from maturity.model.evidence import Evidence
    from maturity.model.tree import Dimension

_Table = dict[str, Any]


def dump_assessment(assessment: Assessment) -> str:
    """The assessment as TOML text: `parse_assessment` gives an equal assessment back.

    Answers stand in the framework's order.

    >>> import maturity as mt
    >>> board = mt.load_framework("hwb-board")
    >>> ours = board.assess({"vision.shared-vision": "met"}, organisation="Ours", period="2026")
    >>> print(mt.dump_assessment(ours), end="")
    schema = 1
    framework = { id = "hwb-board", edition = "2013" }
    organisation = { name = "Ours" }
    period = "2026"
    <BLANKLINE>
    [answers.vision]
    shared-vision = "met"
    """
    expect(assessment, Assessment, "dump_assessment() takes an assessment")
    framework = assessment.framework
    table: _Table = {
        "schema": SCHEMA,
        "framework": {
            "id": framework.id,
            "edition": framework.edition,
            **({} if assessment.digest is None else {"digest": assessment.digest}),
        },
        **_stated(organisation=_organisation(assessment.organisation)),
        **_stated(period=assessment.period.text if assessment.period else None),
        **_stated(as_of=assessment.stated_as_of),
        **_stated(rater=assessment.rater, rater_group=assessment.rater_group),
        **_stated(lead=assessment.lead),
        **({"made_up": True} if assessment.made_up else {}),
        **_stated(units=Section(assessment.units)),
        **_stated(targets=Section(assessment.targets)),
        **_stated(answers=_answers(assessment)),
    }
    return dump_toml(table) + "".join(map(action_text, assessment.actions))


def action_text(action: Action) -> str:
    """An action under its own header."""
    return "\n[[actions]]\n" + dump_toml(_action(action))


def answer_line(key: str, answer: Answer) -> str:
    """An answer on the one line of its key."""
    said = _answer(answer)
    return dump_toml({key: Line(said) if isinstance(said, dict) else said}).removesuffix("\n")


def claim_lines(claim: Answer) -> list[str]:
    """What is said of a whole branch, as the first lines below its header."""
    said = _answer(claim)
    table = said if isinstance(said, dict) else {"answer": said}
    lines = {key: Line(value) if isinstance(value, dict) else value for key, value in table.items()}
    return dump_toml(lines).splitlines()


def save_assessment(assessment: Assessment, path: str | Path) -> None:
    """Write an assessment to the file at `path`, as `dump_assessment` has it, whole or not at all.

    OSError where the file can't be written; what stood there before is then as it was.
    """
    text = dump_assessment(assessment)
    expect(path, str | Path, "save_assessment() takes a path")
    replace_file(path, text)


def _stated(**entries: object) -> _Table:
    """The entries that say something: neither None nor empty."""
    return {name: value for name, value in entries.items() if value not in (None, "", [], {})}


def _organisation(organisation: Organisation) -> _Table:
    """Who is assessed; empty where nothing is said."""
    names = ("scheme", "code", "sector", "size")
    known = {name: getattr(organisation, name) for name in names}
    return {
        **_stated(name=organisation.name),
        **{name: value for name, value in known.items() if value is not None},
        **_stated(properties=dict(organisation.properties)),
    }


def _answers(assessment: Assessment) -> Section:
    """The answers, branch by branch; under a path that the framework doesn't know at the top."""
    said = {**assessment.answers, **assessment.claims}
    known = assessment.framework.by_path
    answers = Section({path: _answer(a) for path, a in said.items() if path not in known})
    for dimension in assessment.framework.dimensions:
        if branch := _branch(dimension, said):
            answers[dimension.id] = branch
    return answers


def _branch(branch: Dimension, said: Mapping[str, Answer]) -> Section:
    """What is said of a branch, of its items and of its parts; empty where nothing is."""
    table = Section()
    if branch.id in said:
        claim = _answer(said[branch.id])
        table.update(claim if isinstance(claim, dict) else {"answer": claim})
    for item in branch.own_items:
        if item.id in said:
            table[item.id.rpartition(".")[2]] = _answer(said[item.id])
    for part in branch.dimensions:
        if below := _branch(part, said):
            table[part.id.rpartition(".")[2]] = below
    return table


def _answer(answer: Answer) -> object:
    """An answer: alone where nothing else is said, else as a table."""
    table = _stated(
        by={unit: _value(value) for unit, value in answer.by.items()},
        note=answer.note,
        reason=answer.reason,
        confidence=answer.confidence,
        basis=answer.basis,
        evidence=[_piece(piece) for piece in answer.evidence],
        guess=answer.guess,
    )
    if answer.value is None:
        return Section(table) if _is_long(answer) else table
    value = _value(answer.value)
    whole = value if isinstance(value, dict) else {"answer": value}
    if not table:
        return value
    return Section({**whole, **table}) if _is_long(answer) else {**whole, **table}


def _is_long(answer: Answer) -> bool:
    """Whether an answer is easier to read under a header of its own."""
    return bool(answer.evidence) or "\n" in answer.note + answer.reason


def _value(value: Value) -> object:
    """A value as a file holds it."""
    return {"not_applicable": value.reason} if isinstance(value, NotApplicable) else value


def _piece(piece: Evidence) -> _Table:
    """A piece of evidence; texts that are empty but stated are kept."""
    names = ("kind", "title", "reference", "collected", "expires", "basis")
    stated = {name: getattr(piece, name) for name in names}
    table = {name: value for name, value in stated.items() if value is not None}
    return {**table, **_stated(groups=list(piece.groups))}


def _action(action: Action) -> _Table:
    """An action."""
    return {
        "title": action.title,
        **_stated(owner=action.owner, due=action.due, paths=list(action.paths), note=action.note),
        **({"done": True} if action.done else {}),
    }
