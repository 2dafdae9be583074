"""The cattrs converter, and what it says: plain TOML data into records shaped like the file."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, Literal, TypeVar, get_args, get_origin

import attrs
from attrs import frozen
from cattrs import Converter
from cattrs.errors import (
    AttributeValidationNote,
    BaseValidationError,
    ForbiddenExtraKeysError,
    IterableValidationNote,
)

from maturity.errors import Problem, cut, did_you_mean, hint_for, nearest

from .exact_hooks import RefusedError, key_of, members_of, name_of, register
from .names import Place

T = TypeVar("T")
UnknownKey = Callable[[type, Place, object], str]
"""A hint for an unknown key, from the class of its table, its place and its value; may be empty."""

_LEFT_OUT = object()
_SPARES: dict[Any, object] = {
    str: "",
    bool: False,
    int: 1,
    float: 1.0,
    date: date(2000, 1, 1),
    list: [],
    dict: {},
}
_MOST_ROUNDS = 12
_MOST_CURED = 1_000


@frozen
class _Leaf:
    """One problem in the data; `spare` stands in for the value, so that the rest can be read."""

    problem: Problem
    spare: object


def make_converter() -> Converter:
    """A converter that coerces nothing, refuses unknown keys and finds every problem at once."""
    converter = Converter(forbid_extra_keys=True, detailed_validation=True)
    register(converter)
    return converter


CONVERTER = make_converter()


def structure(
    raw: object, cls: type[T], unknown_key: UnknownKey | None = None
) -> tuple[T | None, list[Problem]]:
    """`raw` as a record of `cls`, with every problem in it.

    What is wrong is left out, or replaced by something harmless where it is required, so that the
    rest can still be checked: with problems, the record is for checking only. It is None where
    nothing can be made of it, or where more is wrong than anyone would read.
    """
    problems: list[Problem] = []
    for turn in range(_MOST_ROUNDS):
        try:
            return CONVERTER.structure(raw, cls), problems
        except BaseValidationError as error:
            leaves = list(_leaves(error, (), _Finder(raw, unknown_key)))
            if turn == 0:
                problems = _without_misspelt([leaf.problem for leaf in leaves])
                if len(problems) > _MOST_CURED:
                    return None, problems
                raw = copy.deepcopy(raw)
            _cure(raw, leaves)
        except RefusedError as error:
            return None, [Problem(error.code, (), error.what, error.hint)]
    return None, problems


@frozen
class _Finder:
    """Where to look up a value while its problem is told."""

    raw: Any
    unknown_key: UnknownKey | None

    def unknown(self, cls: type, place: Place) -> Problem:
        """The problem that a key is unknown."""
        allowed = [key_of(field.name) for field in attrs.fields(cls)]
        *above, key = place
        table = self.raw
        for step in above:
            table = table[step]
        close = nearest(str(key), allowed)
        hint = self.unknown_key(cls, place, table[key]) if self.unknown_key else ""
        hint = hint or did_you_mean(hint_for(None, allowed), close)
        what = f"'{cut(str(key))}' is not a key of this table"
        spoils = ((*above, close),) if close and close not in table else ()
        return Problem("key.unknown", place, what, hint, spoils=spoils)


def _without_misspelt(problems: list[Problem]) -> list[Problem]:
    """The problems without the keys that are missing because they are misspelt."""
    spoilt = {place for problem in problems for place in problem.spoils}
    return [p for p in problems if p.code != "key.missing" or p.place not in spoilt]


def _leaves(error: BaseValidationError, place: Place, finder: _Finder) -> Iterator[_Leaf]:
    """Every problem in a tree of cattrs' errors."""
    for inner in error.exceptions:
        if isinstance(inner, ForbiddenExtraKeysError):
            for key in sorted(inner.extra_fields):
                yield _Leaf(finder.unknown(inner.cl, (*place, key)), _LEFT_OUT)
            continue
        step, kind, spare = _note(error, inner)
        here = (*place, step)
        if isinstance(inner, BaseValidationError):
            yield from _leaves(inner, here, finder)
        elif isinstance(inner, RefusedError):
            yield _Leaf(Problem(inner.code, here, inner.what, inner.hint), spare)
        else:
            what = f"'{step}' is missing"
            yield _Leaf(Problem("key.missing", here, what, f"expected {name_of(kind)}"), spare)


def _note(error: BaseValidationError, inner: Exception) -> tuple[str | int, Any, object]:
    """The key or index that an inner error is about, its type, and what may stand in for it."""
    notes = AttributeValidationNote | IterableValidationNote
    note = next(note for note in inner.__notes__ if isinstance(note, notes))
    if isinstance(note, IterableValidationNote):
        return note.index, note.type, _spare(note.type)
    field = attrs.fields_dict(error.cl)[note.name]
    spare = _spare(note.type) if field.default is attrs.NOTHING else _LEFT_OUT
    return key_of(note.name), note.type, spare


def _spare(kind: Any) -> object:  # noqa: ANN401  # types of annotations have no common class
    """Something harmless of a type."""
    kind = members_of(kind)[0]
    if get_origin(kind) is Literal:
        return get_args(kind)[0]
    return copy.copy(_SPARES.get(get_origin(kind) or kind, {}))


def _cure(raw: Any, leaves: list[_Leaf]) -> None:  # noqa: ANN401  # any TOML data
    """Put each leaf's spare in its place, or leave it out."""
    for leaf in leaves:
        *above, last = leaf.problem.place
        table = raw
        for step in above:
            table = table[step]
        if leaf.spare is _LEFT_OUT:
            del table[last]
        else:
            table[last] = leaf.spare
