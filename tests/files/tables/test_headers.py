"""What a header row says of its columns."""

from __future__ import annotations

import pytest

from maturity.files.tables.headers import labels, role, roles, same_header

from .tools import table


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dimension", "dimension"),
        ("THEMES:", "dimension"),
        ("Sub-dimension", "part"),
        ("Maturity level", "level"),
        ("Line of enquiry", "text"),
        ("Questions", "text"),
        ("Criteria", "text"),
        ("Weighting", "weight"),
        ("ID", "id"),
        ("Tags", "tags"),
        ("Comments", "other"),
        ("Young", None),
        ("", None),
    ],
)
def test_role(text: str, expected: str | None) -> None:
    """A known word says what a column holds, in any case, singular or plural."""
    assert role((text,)) == expected


def test_roles() -> None:
    """The first column of each kind counts; a part alone is a dimension."""
    assert roles(table("No|Theme|Part|Area|Text").rows[0]) == {"dimension": 1, "part": 2, "text": 4}
    assert roles(table("Section|Text").rows[0]) == {"dimension": 0, "text": 1}


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("|Young|Mature", {1: "Young", 2: "Mature"}),
        ("Corner|Young|Mature", {0: "Corner", 1: "Young", 2: "Mature"}),
        ("No|Theme|Part|Young|Score|Mature", {3: "Young", 5: "Mature"}),
        ("|Young|young:", {}),
        ("|Young|Mature/Two", {}),
        ("|Young|" + "x" * 81, {}),
    ],
)
def test_labels(row: str, expected: dict[int, str]) -> None:
    """Levels are short, one paragraph each, all different, and right of the dimensions."""
    assert labels(table(row).rows[0]) == expected


def test_same_header() -> None:
    """A header that is repeated has the same levels, whatever stands in its corner."""
    rows = table("a|Young|Mature\nb|YOUNG|mature:\na|Young|Old\na|Young").rows
    columns = {1: "Young", 2: "Mature"}
    assert [same_header(row, rows[0], columns) for row in rows] == [True, True, False, False]
