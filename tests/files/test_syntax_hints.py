"""A syntax error reads as plain words, with a hint at what the person's editor did."""

from __future__ import annotations

import pytest

from maturity.errors import FaultsFound
from maturity.files.toml_text import load_toml

APOSTROPHE = 'an apostrophe ends a text in single quotes; use double quotes: "..."'
STRAIGHT = 'type straight quotes: "..."'
ONE_LINE = "a table in { } stands on one line; or open a [header] and give each key a line"
CASES = {
    "title = “Vision”": f"1:9 this is not a value; “ is a curly quote; {STRAIGHT}",
    "“title” = 1": (
        f"1:1 this is neither 'name = value' nor a [header]; “ is a curly quote; {STRAIGHT}"
    ),
    'title = "Vision”\nb = 1': (
        f"1:9 the text that opens here is not closed on its line; ” is a curly quote; {STRAIGHT}"
    ),
    "t = 'The board's aims'": (f"1:16 something stands after the value; {APOSTROPHE}"),
    "t = 'boards' aims'": (f"1:14 something stands after the value; {APOSTROPHE}"),
    "a = { t = 'The board's aims', b = 1 }": (
        f"1:22 a table in {{ }} is not closed: '}}' or a comma is missing; {APOSTROPHE}"
    ),
    "period = 2025-Q2": ('1:14 something stands after the value; put it between quotes: "2025-Q2"'),
    "period = 2025/26 Q4 # ours": (
        '1:14 something stands after the value; put it between quotes: "2025/26 Q4"'
    ),
    "period = 2025-06": '1:14 something stands after the value; put it between quotes: "2025-06"',
    "[a]\nx = 1\n[b]\n[a] # again\n": (
        "4:3 the table [a] is there already; put these lines below its first header, on line 1"
    ),
    "a = { b = 1 }\n[a.c]": (
        "2:5 the table [a.c] is there already; it was made by lines above; put these lines there"
    ),
    "a = {\n  b = 1 }": f"1:6 a name is expected here; {ONE_LINE}",
    "a = { b = 1,\n  c = 2 }": f"1:13 a name is expected here; {ONE_LINE}",
    "a = { b = 1\n}": (
        f"1:12 a table in {{ }} is not closed: '}}' or a comma is missing; {ONE_LINE}"
    ),
    "a = { b = 1, }": "1:14 a name is expected here; no comma before the closing }",
    "[a]\nx = 1\ny = 2\nx = 3": (
        "4:1 this name has a value already; "
        "the first is on line 2; each name may stand once in a table"
    ),
    "[a]\nx = 1\n[b]\nx.y = 1\n[c]\ny.x = 1\ny.x = 2": (
        "7:1 this name has a value already; "
        "the first is on line 6; each name may stand once in a table"
    ),
    "[y]\nb = 1\nb.c = 2": (
        "3:1 this name has a value already; each name may stand once in a table"
    ),
    "a = 1\na.b = 2": "2:1 this name has a value already; each name may stand once in a table",
    "title = Vision of ours": (
        '1:9 this is not a value; put text between quotes: "Vision of ours"'
    ),
    "use = True": "1:7 this is not a value; write true, in small letters",
    "a =\nb = 1": (
        "1:4 this is not a value; a value has to follow: a text in quotes, a number or a list"
    ),
    "a = = 1": "1:5 this is not a value",
    "Clear purpose = 1": (
        "1:7 after a name there has to be '='; "
        "a name has no spaces: write hyphens, as in 'clear-purpose'"
    ),
    "just words": "1:6 after a name there has to be '='",
    'a = "C:\\Users"': (
        "1:10 after \\u four hexadecimal digits are expected; "
        "write \\\\ for one backslash, or use single quotes: '...'"
    ),
    'a = "C:\\My"': (
        "1:10 a backslash can't stand alone between double quotes; "
        "write \\\\ for one backslash, or use single quotes: '...'"
    ),
    'a = """x\nb = 1': "1:5 the text that opens here is never closed",
    "a = 'x\nb": "1:5 the text that opens here is never closed",
    "a = '''x\nb": "1:5 the text that opens here is never closed",
    'a = ["x" "y"]': "1:10 a list is not closed: ']' or a comma is missing",
    "a = {b = 1, b = 2}": "1:18 the name 'b' stands twice in one table",
    "a = []\n[[a]]": "2:4 this adds to a table that was complete already",
    "d = 2025-02-30": (
        "1:5 there is no such date; write a date as 2026-03-31: the year, the month and the day"
    ),
    "[a\nb = 1": "1:3 this header is not closed by ']'",
    "[[a]\nb = 1": "1:4 this header is not closed by ']]'",
    'a = "\x01"': "1:6 the character '\\x01' can't stand here",
}


@pytest.mark.parametrize("text", CASES)
def test_a_syntax_error_is_told_in_plain_words(text: str) -> None:
    """A syntax error is told in plain words."""
    with pytest.raises(FaultsFound) as caught:
        load_toml(text, "f")
    (fault,) = caught.value.faults
    assert fault.code == "toml.syntax"
    hint = f"; {fault.hint}" if fault.hint else ""
    assert f"{fault.where.line}:{fault.where.column} {fault.what}{hint}" == CASES[text]
