"""The tables of a page."""

from __future__ import annotations

import pytest

import maturity as mt
from maturity.files.tables.html_tables import html_tables
from maturity.files.tables.markup import HIDDEN, PICTURE, RAISED, STRUCK


def read(text: str) -> list[tuple[str, list[list[str]]]]:
    """Each table: its title, and its cells with a stroke between paragraphs."""
    return [
        (table.title, [["/".join(cell) for cell in row.cells] for row in table.rows])
        for table in html_tables(text, "x.html")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<table><tr><td>a<td>b<tr><td>c", [("", [["a", "b"], ["c"]])]),
        ("<table><td>a</table>", [("", [["a"]])]),
        ("<p>x</p><td>y</td><tr>", []),
        ("<table></table>", []),
        ("<h2>One <i>h</i></h2><p>x</p><table><tr><td>a</table>", [("One h", [["a"]])]),
        ("<h2>A</h2><h2><s>B</s></h2><table><tr><td>a</table>", [("", [["a"]])]),
        ("<h2> </h2><table><caption>Two</caption><tr><td>a</table>", [("Two", [["a"]])]),
        ("<h1>A<table><tr><td><h3>a</h3>b</table>", [("A", [["a/b"]])]),
        ("<table><tr><td>a<p>b<li>c<div>d</div>e</table>", [("", [["a/b/c/d/e"]])]),
        ("<table><tr><td>a<br>b</td> x </table>", [("", [["a/b"]])]),
        ("<table><tr><td>a\n  b&nbsp;&amp;</table>", [("", [["a b &"]])]),
        ("<table><tr><td>a</table><table><tr><td>b", [("", [["a"]]), ("", [["b"]])]),
        ("<table><tr><td>a</td><table><tr><td>b", [("", [["a"]]), ("", [["b"]])]),
        (
            '<table><tr><td rowspan=2>a<td colspan="2">b<td>c<tr><td>d<td>e<tr><td>f</table>',
            [("", [["a", "b", "", "c"], ["", "d", "e"], ["f"]])],
        ),
        ("<table><tr><td>a<td rowspan=2>b<tr><td>c</table>", [("", [["a", "b"], ["c", ""]])]),
    ],
)
def test_tables(text: str, expected: list[tuple[str, list[list[str]]]]) -> None:
    """Cells are where a browser shows them, with what their tags part as paragraphs."""
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<tr><td rowspan=0>a<td>b<tr><td>c<tr><td>d", [["a", "b"], ["", "c"], ["", "d"]]),
        ("<tr><td rowspan=70000>a<td>b<tr><td>c", [["a", "b"], ["", "c"]]),
        ('<tr><td rowspan="2px">a<td>b<tr><td>c', [["a", "b"], ["", "c"]]),
        ('<tr><td rowspan=" 2 ">a<td>b<tr><td>c', [["a", "b"], ["", "c"]]),
        ('<tr><td data-rowspan="2">a<td>b<tr><td>c', [["a", "b"], ["c"]]),
        ('<tr><td title="rowspan=2">a<td>b<tr><td>c', [["a", "b"], ["c"]]),
        ("<thead><tr><td rowspan=0>a<td>b<tbody><tr><td>c", [["a", "b"], ["c"]]),
        ("<tr><td rowspan=9>a<td>b</tbody><tr><td>c", [["a", "b"], ["c"]]),
        ("<tr hidden><td>a<tr><td>b<td hidden>c<td>d", [[""], ["b", "", "d"]]),
    ],
)
def test_spans(text: str, expected: list[list[str]]) -> None:
    """A cell reaches down as far as in a browser: to the end of its group of rows at most."""
    assert read(f"<table>{text}</table>") == [("", expected)]


def test_what_is_told() -> None:
    """What is left out of a cell, or stands for something else, is told of that cell."""
    page = (
        "<table><tr hidden><td>a<tr><td><del>b</del>c<td><td>d<sup>1</sup><img alt=e><td hidden>f"
    )
    (table,) = html_tables(page, "x.html")
    assert [row.told for row in table.rows] == [
        ((0, HIDDEN),),
        ((0, STRUCK), (2, RAISED), (2, PICTURE), (3, HIDDEN)),
    ]


def test_lines() -> None:
    """A row stands at the line where it ends, a faulty one too."""
    (table,) = html_tables("<table>\n<tr><td>a\n</tr>\n<tr><td>b</tr>", "x.html")
    assert [row.number for row in table.rows] == [3, 4]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("<table><tr><td>a<table>", "table.nested"),
        ("<!DOCTYPE x [<!entity a 'b'>]>", "table.entities"),
        ("<table><tr>" + "<td colspan=9999>a" * 3, "table.too-large"),
        ("<table>" + "<tr><td>" * 20_000, "table.too-large"),
        ("<table><tr><td>" + "<p>a" * 20_000, "table.too-large"),
    ],
)
def test_faults(text: str, code: str) -> None:
    """What can't be a framework's table ends in one fault."""
    with pytest.raises(mt.FaultsFound) as caught:
        html_tables(text, "x.html")
    assert [fault.code for fault in caught.value.faults] == [code]
