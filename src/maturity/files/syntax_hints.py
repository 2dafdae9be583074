"""What a TOML syntax error means in plain words, and what a person's editor most likely did."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import frozen

from maturity.errors import cut

if TYPE_CHECKING:
    from collections.abc import Callable

CURLY = "\u201c\u201d\u201e\u201f\u2018\u2019\u201a\u201b\u00ab\u00bb"
NOT_CLOSED = (
    "Illegal character '\\n'",
    "Found invalid character '\\n'",
    "Unterminated",
    "Expected \"'",
)
STRAIGHT = 'type straight quotes: "..."'

_QUOTE = "the text that opens here is not closed on its line"
_WORDS = {
    "Invalid statement": "this is neither 'name = value' nor a [header]",
    "Expected '=' after a key in a key/value pair": "after a name there has to be '='",
    "Expected newline or end of document after a statement": "something stands after the value",
    "Expected ']' at the end of a table declaration": "this header is not closed by ']'",
    "Expected ']]' at the end of an array declaration": "this header is not closed by ']]'",
    "Cannot overwrite a value": "this name has a value already",
    "Invalid initial character for a key part": "a name is expected here",
    "Invalid value": "this is not a value",
    "Unclosed array": "a list is not closed: ']' or a comma is missing",
    "Unclosed inline table": "a table in { } is not closed: '}' or a comma is missing",
    "Unterminated string": "the text that opens here is never closed",
    'Expected "\'"': "the text that opens here is never closed",
    "Expected \"'''\"": "the text that opens here is never closed",
    "Illegal character '\\n'": _QUOTE,
    "Found invalid character '\\n'": _QUOTE,
    "Unescaped '\\' in a string": "a backslash can't stand alone between double quotes",
    "Invalid date or datetime": "there is no such date",
    "Invalid hex value": "after \\u four hexadecimal digits are expected",
    "Escaped character is not a Unicode scalar value": "this escape stands for no character",
}
_ADDS = re.compile(r"Cannot (mutate immutable|redefine) namespace .*", re.DOTALL)
_TWICE = re.compile(r"Cannot declare \((.*)\) twice", re.DOTALL)
_TWICE_INLINE = re.compile(r"Duplicate inline table key (.*)", re.DOTALL)
_CONTROL = re.compile(r"(?:Illegal|Found invalid) character (.*)", re.DOTALL)
_DATE_LIKE = re.compile(r"=\s*(\d{4}(?:[-/ ]?Q[1-4]|[-/]\d{1,2}(?: Q[1-4])?))\s*(?:[,#}\]]|$)")
_DAY_LIKE = re.compile(
    r"=\s*(?:\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|\d{4}[-/]\d{1,2}[-/]\d{1,2})\s*(?:[,#}\]]|$)"
)
_ASCII = 127
_IN_NAMES = ("Invalid statement", "Invalid initial", "Expected '='", "Expected ']'")
_BARE_TEXT = re.compile(r"(?:true|false|inf|nan)?[^\W\d][^\"',#\[\]{}=]*")


@frozen
class _Spot:
    """Where the parser stopped: its message, the lines, and the place in them."""

    message: str
    lines: list[str]
    number: int
    column: int

    @property
    def line(self) -> str:
        return self.lines[self.number - 1]

    @property
    def before(self) -> str:
        return self.line[: self.column - 1]

    @property
    def rest(self) -> str:
        return self.line[self.column - 1 :]


def explain(message: str, text: str, line: int, column: int) -> tuple[str, str]:
    """The parser's `message` in plain words, and a hint (empty where there is none)."""
    spot = _Spot(message, text.split("\n"), line, column)
    return _plain(message), next(filter(None, (hint(spot) for hint in _HINTS)), "")


def _plain(message: str) -> str:
    """The message in plain words; as it is, where it is an unknown one."""
    if match := _TWICE.fullmatch(message):
        return f"the table [{_dotted(match[1])}] is there already"
    if match := _TWICE_INLINE.fullmatch(message):
        return f"the name {match[1]} stands twice in one table"
    if _ADDS.fullmatch(message):
        return "this adds to a table that was complete already"
    if message not in _WORDS and (match := _CONTROL.fullmatch(message)):
        return f"the character {match[1]} can't stand here"
    return _WORDS.get(message, message[:1].lower() + message[1:])


def _dotted(parts: str) -> str:
    """`'a', 'b'` as `a.b`."""
    return ".".join(part.strip(" '\"") for part in parts.split(",") if part.strip())


def _curly_quotes(spot: _Spot) -> str:
    """Curly quotes where straight ones are meant."""
    if spot.rest[:1] and spot.rest[0] in CURLY:
        return f"{spot.rest[0]} is a curly quote; {STRAIGHT}"
    curly = next((char for char in spot.line if char in CURLY), None)
    if curly and spot.message.startswith(NOT_CLOSED):
        return f"{curly} is a curly quote; {STRAIGHT}"
    return ""


def _apostrophe(spot: _Spot) -> str:
    """`'The board's aims'`: the apostrophe closes the text."""
    at_letter = spot.rest[:1].isalpha() and spot.before.endswith("'")
    later = re.search(r"[=\[,{]\s*'[^']*'(?=[^\W\d_])", spot.line)
    is_odd = spot.line.count("'") % 2 == 1
    is_cut = spot.message.startswith(("Unclosed", "Expected newline"))
    if at_letter or (is_cut and (later or is_odd)):
        return 'an apostrophe ends a text in single quotes; use double quotes: "..."'
    return ""


def _period_without_quotes(spot: _Spot) -> str:
    """`period = 2025-Q2`."""
    match = _DATE_LIKE.search(spot.line)
    return f'put it between quotes: "{match[1]}"' if match else ""


def _text_without_quotes(spot: _Spot) -> str:
    """`title = Vision`."""
    if spot.message != "Invalid value" or not spot.before.rstrip().endswith(("=", "[", ",")):
        return ""
    match = _BARE_TEXT.match(spot.rest)
    if match is None:
        return "" if spot.rest else "a value has to follow: a text in quotes, a number or a list"
    word = match[0].strip()
    if word.lower() in {"true", "false"}:
        return f"write {word.lower()}, in small letters"
    return f'put text between quotes: "{cut(word)}"'


def _many_line_table(spot: _Spot) -> str:
    """An inline table over several lines, or with a comma after its last entry."""
    if spot.message not in {"Invalid initial character for a key part", "Unclosed inline table"}:
        return ""
    if spot.rest.startswith("}"):
        return "no comma before the closing }"
    if (not spot.rest or spot.rest.startswith("#")) and "{" in spot.before:
        return "a table in { } stands on one line; or open a [header] and give each key a line"
    return ""


def _opened_twice(spot: _Spot) -> str:
    """The same header again: where the first one is."""
    if not _TWICE.fullmatch(spot.message):
        return ""
    header = _header(spot.line)
    for number, line in enumerate(spot.lines[: spot.number - 1], start=1):
        if _header(line) == header:
            return f"put these lines below its first header, on line {number}"
    return "it was made by lines above; put these lines there"


def _header(line: str) -> str:
    """A line without spaces and comment, and with single brackets: alike for the same header."""
    return re.sub(r"\s", "", line.partition("#")[0]).replace("[[", "[").replace("]]", "]")


def _named_twice(spot: _Spot) -> str:
    """The same key again in one table: where the first one is."""
    key = spot.line.partition("=")[0].strip()
    if spot.message != "Cannot overwrite a value" or not key:
        return ""
    for number in range(spot.number - 1, 0, -1):
        line = spot.lines[number - 1]
        if line.lstrip().startswith("["):
            break
        if line.partition("=")[0].strip() == key:
            return f"the first is on line {number}; each name may stand once in a table"
    return "each name may stand once in a table"


def _backslash(spot: _Spot) -> str:
    """A path of Windows, or the like, in double quotes."""
    if spot.message in {"Unescaped '\\' in a string", "Invalid hex value"}:
        return "write \\\\ for one backslash, or use single quotes: '...'"
    return ""


def _key_with_spaces(spot: _Spot) -> str:
    """`Clear purpose = ...`."""
    if spot.message == "Expected '=' after a key in a key/value pair" and "=" in spot.rest:
        return "a name has no spaces: write hyphens, as in 'clear-purpose'"
    return ""


def _inner_quotes(spot: _Spot) -> str:
    """`"The "core" team"`: the second quote closes the text."""
    after_text = re.search(r'"\s*$', spot.before) and re.match(r"[\w(]", spot.rest)
    cut_off = spot.message.startswith(("Unclosed", "Expected newline"))
    if cut_off and (after_text or re.search(r'[=\[,{]\s*"[^"]*"(?=[^\W\d_])', spot.line)):
        return 'a double quote ends this text; write \\" inside it, or put it in single quotes'
    return ""


def _letters_in_key(spot: _Spot) -> str:
    """A long dash, an accented letter or a capital with one, in a name."""
    key = re.split(r"[=\"']", spot.line, maxsplit=1)[0]
    odd = next((char for char in key if ord(char) > _ASCII and char not in CURLY), None)
    if odd and spot.message.startswith(_IN_NAMES):
        return f"'{odd}' can't stand in a name: names are a-z, 0-9 and hyphens"
    return ""


def _day(spot: _Spot) -> str:
    """`31/03/2026`, `2026-1-5` or a day that no calendar has."""
    if _DAY_LIKE.search(spot.line) or spot.message == "Invalid date or datetime":
        return "write a date as 2026-03-31: the year, the month and the day"
    return ""


def _number(spot: _Spot) -> str:
    """`80%` and `1,5`."""
    if match := re.search(r"=\s*([\d.]+)\s*%", spot.line):
        return f"write the number alone, without %: {match[1]}"
    if match := re.search(r"=\s*(\d+),(\d+)\s*(?:[,#}]|$)", spot.line):
        return f"write a decimal point: {match[1]}.{match[2]}"
    return ""


def _other_language(spot: _Spot) -> str:
    """`title : "x"` and `// comment`."""
    if spot.line.lstrip().startswith("//") or spot.rest.startswith("//"):
        return "a comment starts with #"
    if spot.rest.startswith(":") and spot.message.startswith("Expected '='"):
        return "write = between a name and its value, not a colon"
    return ""


_HINTS: tuple[Callable[[_Spot], str], ...] = (
    _curly_quotes,
    _other_language,
    _letters_in_key,
    _period_without_quotes,
    _day,
    _number,
    _apostrophe,
    _inner_quotes,
    _many_line_table,
    _opened_twice,
    _named_twice,
    _text_without_quotes,
    _backslash,
    _key_with_spaces,
)
