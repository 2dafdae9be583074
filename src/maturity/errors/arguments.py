"""Arguments of the wrong kind: one plain sentence at the door, before anything is done."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import PurePath

_KINDS = (
    (str, "a text"),
    (bytes, "bytes"),
    (bool, "true or false"),
    (int | float, "a number"),
    (list | tuple, "a list"),
    (set | frozenset, "a set"),
    (Mapping, "a mapping"),
    (datetime, "a date with a time"),
    (date, "a date"),
    (PurePath, "a path"),
    (type(None), "nothing"),
)


def expect(value: object, kind: object, takes: str, hint: str = "") -> None:
    """TypeError unless `value` is of a `kind`: what the function `takes`, and what was found.

    >>> expect("x", list, "sort() takes a list")
    Traceback (most recent call last):
        ...
    TypeError: sort() takes a list, found a text
    """
    if not isinstance(value, kind):  # type: ignore[arg-type]  # a class or a union of classes
        raise TypeError(f"{takes}, found {_named(value)}{hint and '; '}{hint}")


def expect_date(value: object, takes: str) -> None:
    """TypeError unless `value` is a date without a time, or None."""
    expect(value, date | None, takes)
    if isinstance(value, datetime):
        raise TypeError(f"{takes}, found a date with a time")


def _named(value: object) -> str:
    """What a value is, in words."""
    for kind, name in _KINDS:
        if isinstance(value, kind):
            return name
    return with_article(type(value).__name__.lower())


def with_article(name: str) -> str:
    """`a scale`, `an object`."""
    return f"{'an' if name[:1].lower() in set('aeiou') else 'a'} {name}"
