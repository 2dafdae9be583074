"""TOML laid out for people: short tables on one line, others under a header of their own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import tomli_w

WIDTH = 120
_EXACT_INTEGERS = 1e15


class Section(dict[str, Any]):
    """A table that always gets a header of its own."""


class Line(dict[str, Any]):
    """A table that always stays on one line, however long."""


def dump_toml(table: Mapping[str, Any]) -> str:
    """`table` as TOML text, its keys in order.

    Keys without a header come before those with one, as TOML asks; use `even` where the order of
    the keys matters.

    >>> print(dump_toml({"a": 1.0, "b": {"c": "x"}, "d": Section(e=["y"])}), end="")
    a = 1
    b = { c = "x" }
    <BLANKLINE>
    [d]
    e = ["y"]
    """
    return "".join(_chunks(table, "")).removeprefix("\n")


def even(table: Mapping[str, Any], key: str) -> Section:
    """`table` in a layout that keeps the order of its entries.

    After the first that needs a header each gets one; a text alone then goes under `key`.
    """
    entries = Section()
    needs_header = False
    for name, value in table.items():
        needs_header = needs_header or _needs_header(name, value)
        if needs_header:
            entries[name] = Section(value if isinstance(value, Mapping) else {key: value})
        else:
            entries[name] = value
    return entries


def _chunks(table: Mapping[str, Any], header: str) -> Iterator[str]:
    """The lines of a table, then its sections."""
    sections = [name for name, value in table.items() if _needs_header(name, value)]
    lines = [name for name in table if name not in sections]
    if header and (lines or not sections):
        yield f"\n[{header}]\n"
    for name in lines:
        yield f"{_key(name)} = {_value(name, table[name])}\n"
    for name in sections:
        yield from _chunks(table[name], f"{header}.{_key(name)}" if header else _key(name))


def _needs_header(name: str, value: object) -> bool:
    """Whether a value is a table that is too large for one line."""
    if not isinstance(value, Mapping) or isinstance(value, Line):
        return False
    if isinstance(value, Section) or any(isinstance(inner, Section) for inner in value.values()):
        return True
    line = f"{name} = {_inline(value)}"
    return len(line) > WIDTH


def _key(name: str) -> str:
    """A key, in quotes where it needs them."""
    return tomli_w.dumps({name: 0}).removesuffix(" = 0\n")


def _value(name: str, value: object) -> str:
    """A value on the line of its key; a long list or a text of several lines takes more."""
    if isinstance(value, str) and "\n" in value and "\r" not in value:
        return _scalar(value, multiline=True)
    line = _inline(value)
    if isinstance(value, list | tuple) and value and len(f"{name} = {line}") > WIDTH:
        return "[\n" + "".join(f"  {_inline(inner)},\n" for inner in value) + "]"
    return line


def _inline(value: object) -> str:
    """A value on one line."""
    if isinstance(value, Mapping):
        inner = ", ".join(f"{_key(name)} = {_inline(entry)}" for name, entry in value.items())
        return f"{{ {inner} }}" if inner else "{}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_inline(entry) for entry in value) + "]"
    return _scalar(value)


def _scalar(value: object, *, multiline: bool = False) -> str:
    """A text, number, date or truth value; a whole number without a fraction."""
    if isinstance(value, float) and value.is_integer() and abs(value) < _EXACT_INTEGERS:
        value = int(value)
    text = tomli_w.dumps({"k": value}, multiline_strings=multiline)
    return text.removeprefix("k = ").removesuffix("\n")
