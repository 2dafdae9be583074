"""What the first row of a table says of its columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from . import limits
from .statements import plain

if TYPE_CHECKING:
    from .cells import Cell, Row

Role = Literal["dimension", "part", "level", "text", "weight", "id", "tags", "other"]

_WORDS: dict[Role, str] = {
    "dimension": "dimension domain element driver area theme pillar category topic",
    "part": "part section sub-dimension subdimension sub-domain subdomain sub-element subelement "
    "sub-area subarea sub-theme subtheme subcategory",
    "level": "level maturity-level rung stage maturity",
    "text": "statement text question item indicator criterion criteria wording requirement "
    "line-of-enquiry",
    "weight": "weight weighting",
    "id": "id identifier",
    "tags": "tag",
    "other": "action answer comment evidence note rating response score total",
}
_ROLES = {word.replace("-", " "): role for role, words in _WORDS.items() for word in words.split()}


def role(cell: Cell) -> Role | None:
    """What a column holds that has this header; None where the header is no known word."""
    words = plain(" ".join(cell))
    return _ROLES.get(words) or _ROLES.get(words.removesuffix("s"))


def roles(row: Row) -> dict[Role, int]:
    """The column of each thing that a row names as a header would; the first of each."""
    found: dict[Role, int] = {}
    for column, cell in enumerate(row.cells):
        named = role(cell)
        if named not in {None, "other"}:
            found.setdefault(named, column)
    if "part" in found and "dimension" not in found:
        found["dimension"] = found.pop("part")
    return found


def labels(row: Row) -> dict[int, str]:
    """The level that a row names for each column, as the header of a grid does; else nothing.

    Columns that hold something else by their header, and what stands to the left of the dimensions,
    are none of levels.
    """
    if any(len(cell) > 1 or len("".join(cell)) > limits.LABEL for cell in row.cells):
        return {}
    named = roles(row)
    left = named.get("dimension", -1)
    found = {
        column: cell[0]
        for column, cell in enumerate(row.cells)
        if cell and column > left and role(cell) is None
    }
    return found if len(set(map(plain, found.values()))) == len(found) else {}


def same_header(row: Row, header: Row, columns: dict[int, str]) -> bool:
    """Whether a row repeats the levels of a header."""
    return all(
        plain(" ".join(row.cell(column))) == plain(" ".join(header.cell(column)))
        for column in columns
    )
