"""What a file could not hold, in records made in Python: values of another kind than is stated."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING

import attrs

from maturity.errors import Problem

from .assessment import Action, Answer, NotApplicable, Organisation
from .evidence import Evidence
from .fits import as_step, described
from .frozen import FrozenMap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .assessment import Assessment
    from .places import Place

_KINDS: dict[type, dict[str, object]] = {
    Organisation: {"size": int | None},
    Action: {"title": str, "owner": str, "due": date | None, "note": str, "done": bool},
    Evidence: {"kind": str | None, "title": str | None, "reference": str | None},
    NotApplicable: {"reason": str | None},
}
_WORDS: dict[object, str] = {
    str: "a text",
    str | None: "a text",
    bool: "True or False",
    int | None: "a whole number",
    date | None: "a date without a time, such as datetime.date(2026, 3, 31)",
    Mapping: "a mapping",
    tuple | list: "a list",
    Organisation: 'a name or an Organisation, such as Organisation(name="Ours")',
    Action: "an Action",
    Evidence: "an Evidence",
}
_TEXTS = {Action: "paths", Evidence: "groups"}


def kind_problems(assessment: Assessment) -> list[Problem]:
    """Every value of the wrong kind, as a fault; what `check_assessment` sees is left to it."""
    wrong = [
        *_record(assessment.organisation, ("organisation",)),
        *_records(assessment.actions, ("actions",)),
        *(
            problem
            for path, answer in (*assessment.answers.items(), *assessment.claims.items())
            for problem in _answer(answer, ("answers", as_step(path)))
        ),
    ]
    return wrong or [
        Problem("value.type", place, "a text has half a character, which no file can hold")
        for field in attrs.fields(type(assessment))
        if field.name != "framework"
        for place in _broken(getattr(assessment, field.name), (field.name,))
    ]


def _answer(answer: Answer, place: Place) -> Iterator[Problem]:
    """The faults in an answer: its values and its evidence."""
    yield from _record(answer.value, place)
    if hasattr(answer.by, "items"):
        for unit, value in answer.by.items():
            yield from _record(value, (*place, "by", as_step(unit)))
    yield from _records(answer.evidence, (*place, "evidence"))


def _records(records: object, place: Place) -> Iterator[Problem]:
    """The faults in what should be a tuple of records."""
    if not isinstance(records, tuple):
        yield wrong_kind(records, place, "a list")
        return
    for number, record in enumerate(records):
        yield from _record(record, (*place, number))


def _record(record: object, place: Place) -> Iterator[Problem]:
    """The faults in one record; none in what is no record."""
    for name, kind in _KINDS.get(type(record), {}).items():
        value = getattr(record, name)
        stray = isinstance(value, datetime) or (isinstance(value, bool) and kind is not bool)
        if stray or not isinstance(value, kind):  # type: ignore[arg-type]  # a class or a union
            yield wrong_kind(value, (*place, name), kind)
    name = _TEXTS.get(type(record), "")
    texts = getattr(record, name, ())
    if not isinstance(texts, tuple):
        yield wrong_kind(texts, (*place, name), "a list of texts")
        return
    for number, text in enumerate(texts):
        if not isinstance(text, str):
            yield wrong_kind(text, (*place, name, number), str)


def _broken(value: object, place: Place) -> Iterator[Place]:
    """The places of texts that can't be written as UTF-8."""
    if isinstance(value, str):
        if not value.isascii() and any("\ud800" <= char <= "\udfff" for char in value):
            yield place
    elif isinstance(value, FrozenMap):
        for key, one in value.items():
            yield from _broken(key, place)
            yield from _broken(one, (*place, as_step(key)))
    elif isinstance(value, tuple):
        for number, one in enumerate(value):
            yield from _broken(one, (*place, number))
    elif attrs.has(kind := type(value)):
        for field in attrs.fields(kind):
            yield from _broken(getattr(value, field.name), (*place, field.name))


def wrong_kind(value: object, place: Place, kind: object) -> Problem:
    """What is said of a value that is not of a `kind`: a class or a union, or words for it."""
    allowed = kind if isinstance(kind, str) else _WORDS[kind]
    return Problem(
        "value.type", place, f"{described(value)} can't stand here", f"allowed: {allowed}"
    )
