"""The list."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
import pytest

import maturity as mt
from maturity.files.tables.listing import read_list

from .tools import table

if TYPE_CHECKING:
    from maturity.files.tables.cells import Table
    from maturity.files.tables.statements import Content


def read(*tables: Table, sure: bool = False) -> Content:
    """What some lists say."""
    found = read_list(tables, "x.csv", sure=sure)
    assert found is not None
    return found


def said(content: Content) -> list[str]:
    """Each statement with its branch and level."""
    return [
        "|".join(filter(None, (one.dimension, one.part, one.level, one.text)))
        for one in content.statements
    ]


def test_columns() -> None:
    """Columns may stand in any order; what is not known is told."""
    content = read(
        table(
            "Text|Colour|Level|Theme|Section|Weight|Id|Tags\n"
            "One./Two.|x|A|Tea|Leaf|1.5|T-1.2|hot; Very hot\n"
            "Three.||B|Tea|Leaf|||"
        )
    )
    first, second = content.statements
    assert said(content) == ["Tea|Leaf|A|One. Two.", "Tea|Leaf|B|Three."]
    assert (first.weight, first.id, first.tags) == (1.5, "t-1-2", ("hot", "very-hot"))
    assert (second.weight, second.id, second.tags) == (1.0, "", ())
    assert first.where == "line 2, column 1"
    assert first.stated == "T-1.2"
    assert content.notes == ("left out: these columns: Colour",)


def test_guesses_are_told() -> None:
    """Rows without a statement, a dimension or a level are named."""
    content = read(table("Theme|Level|Text\nTea|A|1\n||2\nTea|B|\nCake|A|\nSoup\n|A|4"))
    assert said(content) == ["Tea|A|1", "Tea|A|2", "Soup|A|4"]
    assert content.notes == (
        "left out: 'Cake' has no statements",
        "left out: there is no statement at line 4, column 3, line 5, column 3",
        "read as if it said the dimension and level of the row above: line 3, column 3",
    )


def test_only_the_first_guesses_are_named() -> None:
    """A long list does not fill the screen."""
    content = read(table("Theme|Level|Text\nTea|A|1\n" + "||2\n" * 14))
    assert content.notes[0].endswith("line 14, column 3 and 2 more")


@pytest.mark.parametrize(
    "text",
    [
        "Theme|Level|Text\nTea|A|1\n|B|2\n||3\nSoup|A|4",
        "A list\n\nTheme|Level|Text\nTea|A|1\ntea|B|2\nTea|b|3\nTheme|Level|Text\nSoup|A|4",
        "Theme|Level|Text\nTea\n|A|1\n|B|2\n||3\nSoup\n|A|4\n||",
    ],
)
def test_layouts(text: str) -> None:
    """Cells are carried down, headers may be repeated, titles may have a row of their own."""
    assert said(read(table(text))) == ["Tea|A|1", "Tea|B|2", "Tea|B|3", "Soup|A|4"]


def test_carried_down_within_a_branch() -> None:
    """A new dimension or part begins without what stood above it."""
    content = read(table("Theme|Part|Text\nTea|Leaf|1\n|Water|2\nSoup||3"))
    assert said(content) == ["Tea|Leaf|1", "Tea|Water|2", "Soup|3"]


def test_title_above() -> None:
    """Without a column of dimensions it is what stands above; then the list has to be named one."""
    one = table("Text\n1\n2", "Tea", "Tea")
    assert said(read(one, sure=True)) == ["Tea|1", "Tea|2"]
    assert read_list([one], "x.csv", sure=False) is None
    both = read(table("Text|Level\n1|A", "Tea", "Tea"), table("x", "Notes", "Notes"))
    assert said(both) == ["Tea|A|1"]
    assert both.notes == ("left out: the table at sheet 'Notes', cell A1, which is no list",)


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        (["Low", "High", "Low"], ("Low", "High")),
        (["Level 2", "Level 10", "Level 1"], ("Level 1", "Level 2", "Level 10")),
        (["2 of 3", "1 of 3"], ("2 of 3", "1 of 3")),
        (["2", "02"], ("2", "02")),
    ],
)
def test_order_of_levels(levels: list[str], expected: tuple[str, ...]) -> None:
    """Levels are in the order of the table, or of their numbers."""
    rows = "\n".join(f"Tea|{level}|x{number}" for number, level in enumerate(levels))
    assert read(table(f"Theme|Level|Text\n{rows}")).levels == expected


def test_no_levels() -> None:
    """A list may have none."""
    assert read(table("Theme|Text\nTea|1")).levels == ()


def test_faults() -> None:
    """Every fault is told at once."""
    text = (
        "Theme|Level|Text|Weight|Id\n"
        "|A|1||\n"
        "Tea||2||a\n"
        "Tea|A|3|1e3|é!\n"
        "Tea|A|4|-1|!\n"
        "Tea|A|5|2|A\n"
        "Tea|A|6|12345678901|" + "x" * 101 + "\n" + "x" * 301 + "|A|7|0|"
    )
    with pytest.raises(mt.FaultsFound) as caught:
        read_list([table(text)], "x.csv", sure=False)
    found = [(fault.where.line, fault.code) for fault in caught.value.faults]
    assert found == [
        (2, "table.no-dimension"),
        (3, "table.level"),
        (4, "table.weight"),
        (5, "table.weight"),
        (5, "table.id"),
        (6, "table.id"),
        (7, "table.weight"),
        (7, "table.id"),
        (8, "table.title"),
        (8, "table.weight"),
    ]


def test_many_faults() -> None:
    """Of many faults the first are told, and the others counted."""
    rows = "\n".join(f"Tea|{number}|x" for number in range(60))
    with pytest.raises(mt.FaultsFound) as caught:
        read_list([table(f"Theme|Text|Weight\n{rows}")], "x.csv", sure=False)
    assert len(caught.value.faults) == 51
    assert str(caught.value.faults[-1]) == (
        "x.csv: error[faults.more]: and 10 more faults are not shown; mend these first"
    )


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_cell_beyond_the_header(mark: str) -> None:
    """In a text it is a slip of the pen: the statement was cut in two, and each row is told."""
    text = "Theme|Level|Text\nTea|A|One|and more.\nTea|A|Two.\nTea|A|Three||x"
    with pytest.raises(mt.FaultsFound) as caught:
        read(attrs.evolve(table(text), mark=mark))
    assert [(fault.code, fault.where.line, fault.what) for fault in caught.value.faults] == [
        ("table.columns", 2, "column 4: this cell stands to the right of the header"),
        ("table.columns", 4, "column 5: this cell stands to the right of the header"),
    ]


def test_cell_without_a_header() -> None:
    """Where there is room for it, it is left out, and told."""
    for text in (
        "Theme|Level|Text\nTea|A|One|note\n|||x",
        "Theme|Level|Text||\nTea|A|One|note\n|||x",
    ):
        content = read(table(text))
        assert said(content) == ["Tea|A|One"]
        assert (
            "left out: there is no header above line 2, column 4, line 3, column 4" in content.notes
        )


def test_two_lists_in_one_table() -> None:
    """A second header of other columns begins another list."""
    content = read(table("Theme|Text\nTea|One\n\nText|Weight|Theme\nTwo|3|Soup"))
    assert said(content) == ["Tea|One", "Soup|Two"]
    assert [one.weight for one in content.statements] == [1.0, 3.0]
