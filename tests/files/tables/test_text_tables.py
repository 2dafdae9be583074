"""The tables of plain text."""

from __future__ import annotations

import pytest

import maturity as mt
from maturity.files.tables.text_tables import markdown_tables, separated_tables


def cells(tables: tuple[object, ...]) -> list[tuple[str, list[list[str]]]]:
    """Each table: its title, and its cells with a stroke between paragraphs."""
    return [
        (table.title, [["/".join(cell) for cell in row.cells] for row in table.rows])  # type: ignore[attr-defined]  # a table
        for table in tables
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("| a | b |\n|---|:-:|\n| c | d |", [("", [["a", "b"], ["c", "d"]])]),
        ("a | b\n--|--\nc | d\n", [("", [["a", "b"], ["c", "d"]])]),
        ("a | b\nc | d\n", []),
        ("no table", []),
        ("# One *x*\n\n|a|b|\n|-|-|\n", [("One x", [["a", "b"]])]),
        (
            "|a|b|\n|-|-|\n|c|d|\n\n|e|f|\n|-|-|\n",
            [("", [["a", "b"], ["c", "d"]]), ("", [["e", "f"]])],
        ),
        ("|a|b|\n|-|-|\n|c<br>d|<p>e</p><p>f</p>|", [("", [["a", "b"], ["c/d", "e/f"]])]),
        (
            r"|**a** *b* __c__ _d_ `e` [f](http://x) g_h_i 2 * 3 * 4|\*j\* \| k|" + "\n|-|-|\n",
            [("", [["a b c d e f g_h_i 2 * 3 * 4", "*j* | k"]])],
        ),
        ("|a &amp; b|&lt;c|\n|-|-|\n", [("", [["a & b", "<c"]])]),
    ],
)
def test_markdown(text: str, expected: list[tuple[str, list[list[str]]]]) -> None:
    """A table has a line of hyphens; its marks are not words."""
    assert cells(markdown_tables(text, "x.md")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a,b\nc,d", [["a", "b"], ["c", "d"]]),
        ("a;b\nc, e;d", [["a", "b"], ["c, e", "d"]]),
        ("a\tb\nc, e\td", [["a", "b"], ["c, e", "d"]]),
        ('a,"b\n\nc"\nd,"e ""f"""', [["a", "b/c"], ["d", 'e "f"']]),
        ('a;"b, c"\nd;"e, f"', [["a", "b, c"], ["d", "e, f"]]),
        ("a,<p>b</p><p>c &lt; d</p>", [["a", "b/c < d"]]),
        ("a\r\n\r\nb,=c", [["a"], [], ["b", "=c"]]),
        ("", []),
    ],
)
def test_separated(text: str, expected: list[list[str]]) -> None:
    """The mark between the cells is the one that makes the rows most alike."""
    assert cells(separated_tables(text, "x.csv", ",;\t")) == [("", expected)]


def test_lines() -> None:
    """A row stands at the line where it begins."""
    (table,) = separated_tables('a,"b\nc"\nd,e', "x.csv", ",")
    assert [row.number for row in table.rows] == [1, 3]


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ('a,b\nc,"d\ne,f', "table.quotes", 2),
        ('a,b\n"c"d,e', "table.quotes", 2),
        ("a,b\nc," + "d" * 200_000, "table.too-large", 2),
        ("a,b\n" * 20_000, "table.too-large", 10_001),
        ("\n" * 1_000_000, "table.too-large", 10_001),
        ("a,b\n" + "," * 1_000_000, "table.too-large", 2),
    ],
)
def test_faults(text: str, code: str, line: int) -> None:
    """What can't be read ends in one fault, with its line."""
    with pytest.raises(mt.FaultsFound) as caught:
        separated_tables(text, "x.csv", ",;\t")
    (fault,) = caught.value.faults
    assert (fault.code, fault.where.line) == (code, line)


def test_place_of_a_long_cell() -> None:
    """The column is told, too."""
    with pytest.raises(mt.FaultsFound) as caught:
        separated_tables("a,b\nc," + "d" * 200_000, "x.csv", ",")
    assert str(caught.value).startswith(
        "x.csv:2: error[table.too-large]: column 2: a cell has more characters than "
    )
