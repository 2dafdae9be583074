"""TOML that a person would have written."""

from __future__ import annotations

import tomllib
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from maturity.files.toml_layout import Section, dump_toml, even

LONG = "x" * 130


def test_short_tables_stand_on_one_line_and_long_ones_under_a_header() -> None:
    """Short tables stand on one line and long ones under a header."""
    table = {
        "a": {"b": 1.0, "c": {}},
        "d": {"text": LONG},
        "e": Section(f=[LONG, "y"], g=date(2026, 1, 2), h=Section({"key with space": True})),
        "i": "one\ntwo",
    }
    assert dump_toml(table) == (
        "a = { b = 1, c = {} }\n"
        'i = """\none\ntwo"""\n'
        f'\n[d]\ntext = "{LONG}"\n'
        f'\n[e]\nf = [\n  "{LONG}",\n  "y",\n]\ng = 2026-01-02\n'
        '\n[e.h]\n"key with space" = true\n'
    )


def test_an_empty_section_keeps_its_header_and_one_of_sections_has_none() -> None:
    """An empty section keeps its header and one of sections has none."""
    assert dump_toml({"a": Section(b=Section(), c=Section(d=1))}) == "[a.b]\n\n[a.c]\nd = 1\n"


def test_even_entries_keep_their_order() -> None:
    """Even entries keep their order."""
    entries = {"a": "short", "b": {"text": LONG}, "c": "short", "d": {"text": "t", "weight": 2}}
    text = dump_toml({"items": even(entries, "text")})
    data = tomllib.loads(text)["items"]
    assert list(data) == ["a", "b", "c", "d"]
    assert data["c"] == {"text": "short"}
    assert text.startswith('[items]\na = "short"\n\n[items.b]\n')


def test_line_ends_of_other_systems_survive() -> None:
    """Line ends of other systems survive."""
    assert tomllib.loads(dump_toml({"a": "x\r\ny\n"})) == {"a": "x\r\ny\n"}


values = st.recursive(
    st.integers(-(10**20), 10**20)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.booleans()
    | st.dates()
    | st.text(st.characters(exclude_categories=["Cs"]), max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text("ab \"'.\n", max_size=3), inner, max_size=3)
        | st.dictionaries(st.text("ab", max_size=3), inner, max_size=3).map(Section)
    ),
    max_leaves=10,
)


def sound(value: object) -> bool:
    """Whether no list holds a section: a list has no headers."""
    if isinstance(value, list):
        return not any("Section" in repr(type(v)) or not sound(v) for v in value)
    return all(map(sound, value.values())) if isinstance(value, dict) else True


@given(st.dictionaries(st.text("ab", max_size=3), values, max_size=4))
def test_what_is_written_is_what_is_read(table: dict[str, Any]) -> None:
    """What is written is what is read."""
    assert tomllib.loads(dump_toml(table)) == table
