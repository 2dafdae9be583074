"""What a record says, in a line of text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from .numbers import is_number, shown
from .rules import Rule
from .scales import Bands, Scale
from .tree import Profile, Property


def inline(value: object) -> str | None:
    """A value as text, much as a file has it; None for None and for an empty list or table.

    >>> from maturity.model.rules import Share
    >>> inline(("gp", "council")), inline(2.0), inline(Share(range=(0, 1)))
    ('gp, council', '2', 'share, range = [0, 1]')
    """
    if isinstance(value, tuple):
        return _joined(value) or None
    if isinstance(value, Mapping):
        return _pairs(value) or None
    if attrs.has(type(value)):
        return _record(value)
    return None if value is None else _nested(value)


def _nested(value: Any) -> str:  # noqa: ANN401  # whatever a record holds
    """A value inside another: lists and tables in brackets."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if is_number(value):
        return shown(value)
    if isinstance(value, tuple):
        return f"[{_joined(value)}]"
    if isinstance(value, Mapping):
        return f"{{{_pairs(value)}}}"
    return f"{{{_record(value)}}}" if attrs.has(type(value)) else str(value)


def _record(record: Any) -> str:  # noqa: ANN401  # any attrs record
    """A record: its name where that is enough, else what it states."""
    if isinstance(record, Profile | Property):
        return record.title
    if isinstance(record, Scale):
        return ", ".join(option.id for option in record.options)
    if isinstance(record, Bands):
        return f"{record.direction} = {{{_pairs(dict(record.limits))}}}"
    stated = _pairs(_stated(record))
    if isinstance(record, Rule):
        return f"{record.name}, {stated}" if stated else record.name
    return stated or "any kind"


def _joined(entries: tuple[object, ...]) -> str:
    """Entries with commas between them; with semicolons where there are commas in them."""
    texts = [_nested(entry) for entry in entries]
    return ("; " if any("," in text for text in texts) else ", ").join(texts)


def _pairs(table: Mapping[Any, Any]) -> str:
    """`one = 1, two = 2`."""
    return ", ".join(f"{_nested(key)} = {_nested(entry)}" for key, entry in table.items())


def _stated(record: Any) -> dict[str, object]:  # noqa: ANN401  # any attrs record
    """The fields of a record that aren't at their default, in alphabetical order."""
    fields = sorted(attrs.fields(type(record)), key=lambda field: field.name)
    values = {field.name.rstrip("_"): (getattr(record, field.name), field) for field in fields}
    return {name: value for name, (value, field) in values.items() if value != field.default}
