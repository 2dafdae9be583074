"""Hooks for cattrs that take a value as it is or refuse it: nothing is coerced."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from datetime import date, datetime, time
from functools import lru_cache
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Literal, Union, get_args, get_origin

import attrs
from cattrs.cols import list_structure_factory
from cattrs.gen import make_dict_structure_fn, mapping_structure_factory, override

from maturity.errors import cut, hint_for

if TYPE_CHECKING:
    from cattrs import Converter

Hook = Callable[[Any, Any], Any]

_SHOWN = 40
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_NAMES: dict[Any, str] = {
    str: "text",
    bool: "true or false",
    int: "a whole number",
    float: "a number",
    date: "a date",
    list: "a list",
    dict: "a table",
}


class RefusedError(ValueError):
    """A value that a hook doesn't take; its place is not known yet."""

    def __init__(self, code: str, what: str, hint: str = "") -> None:
        super().__init__(code, what, hint)
        self.code, self.what, self.hint = code, what, hint


def key_of(name: str) -> str:
    """The key in a file for a record's field: `pass_` is `pass`."""
    return name.removesuffix("_")


@lru_cache
def name_of(kind: Any) -> str:  # noqa: ANN401  # types of annotations have no common class
    """What a type is called in a message: `text`, `a list`, `text or a table`."""
    return " or ".join(
        dict.fromkeys(_NAMES.get(_outer(member), "a table") for member in members_of(kind))
    )


def found(value: object) -> str:
    """What a value is, in words: `text ("2")`, `a number (2)`, `a table`."""
    if isinstance(value, bool):
        return str(value).lower()
    shown = cut(str(value), _SHOWN)
    return {
        str: f'text ("{shown}")',
        int: f"a number ({shown})",
        float: f"a number ({shown})",
        date: f"a date ({shown})",
        datetime: "a date with a time",
        time: "a time",
        list: "a list",
    }.get(type(value), "a table")


def register(converter: Converter) -> None:
    """Teach `converter` to take exactly what the annotations say."""
    for kind in (str, bool, int, float, date):
        converter.register_structure_hook(kind, _exact)
    converter.register_structure_hook_factory(
        lambda kind: _origin(kind) is Literal, lambda _: _choice
    )
    converter.register_structure_hook_factory(
        lambda kind: _origin(kind) is list, _collection(list, list_structure_factory)
    )
    converter.register_structure_hook_factory(
        lambda kind: _origin(kind) is dict, _collection(dict, mapping_structure_factory)
    )
    converter.register_structure_hook_factory(attrs.has, _collection(dict, _record))
    converter.register_structure_hook_factory(_is_union, lambda kind: _union(kind, converter))


def _origin(kind: Any) -> Any:  # noqa: ANN401  # see name_of
    """`list` for `list[str]`, and the like; None for a plain class."""
    return get_origin(kind)


@lru_cache
def _outer(kind: Any) -> Any:  # noqa: ANN401  # see name_of
    """The type that a value itself has to be of."""
    outer = _origin(kind) or kind
    if attrs.has(outer):
        return dict
    return str if outer is Literal else outer


def _fits(value: object, kind: Any) -> bool:  # noqa: ANN401  # see name_of
    """Whether a value has the outer type that `kind` asks for."""
    outer = _outer(kind)
    return type(value) in {int, float} if outer is float else type(value) is outer


def _refusal(value: object, kind: Any) -> RefusedError:  # noqa: ANN401  # see name_of
    """What to say of a value of the wrong type, with the way to write what was likely meant."""
    what = f"expected {name_of(kind)}, found {found(value)}"
    return RefusedError("value.type", what, _way(value, kind))


def _way(value: object, kind: Any) -> str:  # noqa: ANN401  # see name_of
    """How to write what was likely meant by a value of the wrong type; maybe empty."""
    members = {_outer(member): member for member in members_of(kind)}
    shown = cut(str(value), _SHOWN)
    if isinstance(value, str) and _is_written(value, set(members)):
        return f"write it without quotes: {value.strip()}"
    if date in members and isinstance(value, str) and _DAY.fullmatch(value.strip()):
        return f"there is no such day as {value.strip()}"
    if _origin(members.get(str)) is Literal:
        return hint_for(None, get_args(members[str])) + (" or a list" if list in members else "")
    if isinstance(value, int | float | date) and not isinstance(value, bool) and str in members:
        return f'put it between quotes: "{shown}"'
    if isinstance(value, str) and list in members:
        return f'put it between square brackets: ["{shown}"]'
    return form_of(members[dict]) if len(members) == 1 and dict in members else ""


def form_of(kind: Any) -> str:  # noqa: ANN401  # see name_of
    """How a table is written that requires keys; empty where it requires none."""
    required = _required(kind) if attrs.has(kind) else ()
    texts = [key for key, kind in required if str in map(_outer, members_of(kind))]
    keys = ", ".join(key + (' = "..."' if key in texts else " = ...") for key, _ in required)
    return f"write {{ {keys} }}" if required else ""


def _is_written(text: str, members: set[Any]) -> bool:
    """Whether `text` would be one of the `members` if it stood without quotes."""
    if bool in members and text in {"true", "false"}:
        return True
    for kind in {int, float} & members:
        try:
            kind(text)
        except ValueError:
            continue
        return text.strip()[:1].isdigit()
    if date in members:
        try:
            date.fromisoformat(text)
        except ValueError:
            return False
        return True
    return False


def _exact(value: Any, kind: Any) -> Any:  # noqa: ANN401  # as cattrs calls it
    """A text, number, truth value or date, of exactly this type; a whole number is a number."""
    if not _fits(value, kind):
        raise _refusal(value, kind)
    if kind is float:
        value = float(value)
        if not math.isfinite(value):
            raise RefusedError("value.finite", f"{value} is not a number that can be used")
    return value


def _choice(value: Any, kind: Any) -> Any:  # noqa: ANN401  # as cattrs calls it
    """One of a few words."""
    if not _fits(value, kind):
        raise _refusal(value, kind)
    if value not in get_args(kind):
        what = f"'{cut(value, _SHOWN)}' is not one of the words that can stand here"
        raise RefusedError("value.choice", what, hint_for(value, get_args(kind)))
    return value


def _collection(outer: type, inner: Callable[[Any, Converter], Hook]) -> Callable[..., Hook]:
    """A factory of hooks that look at the outer type before cattrs goes inside."""

    def factory(kind: Any, converter: Converter) -> Hook:  # noqa: ANN401  # as cattrs calls it
        inside = inner(kind, converter)

        def hook(value: Any, _: Any) -> Any:  # noqa: ANN401  # as cattrs calls it
            if type(value) is not outer:
                raise _refusal(value, kind)
            return inside(value, kind)

        return hook

    return factory


def _record(kind: Any, converter: Converter) -> Hook:  # noqa: ANN401  # as cattrs calls it
    """The hook of a record, whose field `pass_` is the key `pass`."""
    names = (field.name for field in attrs.fields(kind) if key_of(field.name) != field.name)
    renamed = {name: override(rename=key_of(name)) for name in names}
    return make_dict_structure_fn(kind, converter, **renamed)  # type: ignore[arg-type]  # only overrides


def _is_union(kind: Any) -> bool:  # noqa: ANN401  # see name_of
    return _origin(kind) in {Union, UnionType}


@lru_cache
def members_of(kind: Any) -> tuple[Any, ...]:  # noqa: ANN401  # see name_of
    """The types that a union allows; a single type alone."""
    return tuple(m for m in get_args(kind) if m is not NoneType) if _is_union(kind) else (kind,)


def _union(kind: Any, converter: Converter) -> Hook:  # noqa: ANN401  # as cattrs calls it
    """The hook of a union: the value's shape says which member it is.

    Of two that are tables, a record is meant if what it requires is there, or if nothing else is.
    """
    members = members_of(kind)

    def hook(value: Any, _: Any) -> Any:  # noqa: ANN401  # as cattrs calls it
        fitting = [member for member in members if _fits(value, member)]
        if not fitting:
            raise _refusal(value, kind)
        meant = [member for member in fitting if _is_meant(value, member)]
        return converter.structure(value, (meant or fitting[::-1])[0])

    return hook


def _is_meant(value: object, member: Any) -> bool:  # noqa: ANN401  # see name_of
    """Whether a table is meant as a record: a required table may be misspelt, or lack a key."""
    if not (attrs.has(member) and isinstance(value, dict)):
        return False
    if value and value.keys() <= {key_of(field.name) for field in attrs.fields(member)}:
        return True
    return all(
        (key in value and _fits(value[key], kind))
        or any(_has_some(inner, kind) for inner in value.values())
        for key, kind in _required(member)
    )


def _has_some(value: object, kind: Any) -> bool:  # noqa: ANN401  # see name_of
    """Whether a table has any of the keys that a record requires; False for what is no record."""
    if not (attrs.has(kind) and isinstance(value, dict)):
        return False
    return any(key in value for key, _ in _required(kind))


@lru_cache
def _required(record: Any) -> tuple[tuple[str, Any], ...]:  # noqa: ANN401  # see name_of
    """The keys that a record has to have, each with its type."""
    attrs.resolve_types(record)
    fields = (field for field in attrs.fields(record) if field.default is attrs.NOTHING)
    return tuple((key_of(field.name), field.type) for field in fields)
