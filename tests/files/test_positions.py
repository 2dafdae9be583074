"""The scanner finds what the parser reads, where it stands."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from maturity.files.positions import column_of, positions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SHIPPED = sorted((Path(__file__).parents[2] / "frameworks").rglob("*.toml"))
TRICKY = r'''# a comment with [brackets] and = and "
"quoted key" = 1
'single.dot' = 2   # more
"esc\u0061pe\"d" = 3
a.b."c d".e = "x = [1]"
[ spaced . header ]
list = [ 1, [2, 3], { k = 'v', l.m = [4] }, # why
  "]", """
[not.a.header]
k = "v" """, 2025-01-01 10:00:00, 1.5e3, ]
inline = { one = {}, "two" = [ ], three.four = -1 }
empty = ""
ml = """"two quotes "" inside"""""
lit = \'\'\'
it's ''here\'\'\'\'
[[aot]]
x = 1
[[aot.inner]]
y = 1
[[aot.inner]]
y = 2
[aot.inner.deep]
z = 1
[[aot]]
[aot.sub]
w = 07:30:00
[late.child]
v = true
[late]
u = false
'''.replace(r"\'", "'")


def places(
    data: dict[str, Any] | list[Any], place: tuple[str | int, ...] = ()
) -> Iterator[tuple[str | int, ...]]:
    """The place of everything in the data."""
    inner: Iterable[tuple[str | int, Any]]
    inner = data.items() if isinstance(data, dict) else enumerate(data)
    for key, value in inner:
        yield (*place, key)
        if isinstance(value, dict | list):
            yield from places(value, (*place, key))


def check(text: str) -> None:
    """Each place that the parser knows is found, no other, and a key's name stands there."""
    text = text.replace("\r\n", "\n")
    found = positions(text)
    assert set(found) == set(places(tomllib.loads(text)))
    lines = text.split("\n")
    for place, (line, column) in found.items():
        here = lines[line - 1][column - 1 :]
        if isinstance(place[-1], str) and not here.startswith(('"', "'")):
            assert here.startswith(place[-1])


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_every_key_of_the_shipped_files_is_found(path: Path) -> None:
    """Every key of the shipped files is found."""
    check(path.read_text(encoding="utf-8"))


def test_every_form_of_key_is_found_where_it_stands() -> None:
    """Every form of key is found where it stands."""
    check(TRICKY)
    found = positions(TRICKY)
    assert found["quoted key",] == (2, 1)
    assert found['escape"d',] == (4, 1)
    assert found["a", "b", "c d", "e"] == (5, 11)
    assert found["spaced", "header"] == (6, 12)
    assert found["spaced", "header", "list", 1, 1] == (7, 17)
    assert found["spaced", "header", "list", 2, "l", "m", 0] == (7, 39)
    assert found["spaced", "header", "list", 3] == (8, 3)
    assert found["spaced", "header", "list", 5] == (10, 14)
    assert found["spaced", "header", "inline", "three", "four"] == (11, 41)
    assert found["aot", 0, "inner", 1, "y"] == (21, 1)
    assert found["aot", 1, "sub", "w"] == (26, 1)


def test_a_table_is_found_at_its_own_header() -> None:
    """A table is found at its own header."""
    found = positions(TRICKY)
    assert found["late",] == (29, 2)
    assert found["late", "child"] == (27, 7)


def test_lines_and_columns_count_from_one() -> None:
    """Lines and columns count from one."""
    assert column_of("", 0) == (1, 1)
    assert column_of("ab\ncd", 4) == (2, 2)


keys = st.text(alphabet="ab1-. \"'\\é\n\t#=[]{}", min_size=1, max_size=4)
scalars = (
    st.integers(-5, 5)
    | st.booleans()
    | st.floats(allow_nan=False, width=32)
    | st.dates()
    | st.text(alphabet="a\"'\\\n#[]{}=,. é", max_size=8)
)
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=3),
    max_leaves=12,
)
tables = st.dictionaries(keys, values, max_size=4)


@given(tables, st.booleans())
def test_what_is_found_is_what_the_parser_reads(data: dict[str, Any], multiline: bool) -> None:  # noqa: FBT001  # a parameter of the test
    """What is found is what the parser reads."""
    check(tomli_w.dumps(data, multiline_strings=multiline))


def inline(value: object) -> str:
    """A value on one line, tables in { } and keys in quotes."""
    if isinstance(value, dict):
        return "{" + ",".join(f"{quoted(key)} = {inline(v)}" for key, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + " , ".join(inline(v) for v in value) + "\n# end\n]"
    return tomli_w.dumps({"k": value}).removeprefix("k = ").rstrip("\n")


def quoted(key: str) -> str:
    """A key as TOML writes it."""
    return tomli_w.dumps({key: 0}).removesuffix(" = 0\n")


@given(tables)
def test_inline_tables_and_lists_are_found_too(data: dict[str, Any]) -> None:
    """Inline tables and lists are found too."""
    check("".join(f"  {quoted(key)}\t= {inline(value)}  # end\n" for key, value in data.items()))
