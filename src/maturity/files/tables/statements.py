"""What a table says, whatever its layout: statements, each with its branch and its level."""

from __future__ import annotations

import re

from attrs import field, frozen

from .cells import Row, Table

At = tuple[Table, Row, int]
_NOWHERE: At = Table(()), Row((), 1), 0


@frozen(kw_only=True)
class Statement:
    """One statement as the document words it.

    `dimension`, `part` and `level` are titles and labels as they are printed; part and level are
    empty where there are none. `weight`, `id` and `tags` are what a list states, and `stated` is
    the id as it is written. `at`: where in the file it stands; `id_column`: that of its id.
    """

    text: str
    dimension: str
    part: str = ""
    level: str = ""
    weight: float = 1.0
    id: str = ""
    tags: tuple[str, ...] = ()
    stated: str = ""
    at: At = _NOWHERE
    id_column: int = 0

    @property
    def where(self) -> str:
        """Where in the file it stands, in words."""
        table, row, column = self.at
        return table.place(row, column)

    @property
    def branch(self) -> tuple[str, str]:
        """The dimension and part that it stands in."""
        return self.dimension, self.part


@frozen(kw_only=True)
class Content:
    """All that a file says: `levels` are labels, lowest first; `texts` describe a dimension.

    `layout`: `grid` or `list`. `notes` are sentences on what was left out or guessed. `header`:
    where the first header row stands; `labelled`: where each level is named first.
    """

    layout: str
    levels: tuple[str, ...]
    statements: tuple[Statement, ...]
    texts: dict[str, str] = field(factory=dict)
    notes: tuple[str, ...] = ()
    header: At = _NOWHERE
    labelled: dict[str, At] = field(factory=dict)

    @property
    def dimensions(self) -> tuple[str, ...]:
        """The titles of the dimensions, in order."""
        return tuple(dict.fromkeys(statement.dimension for statement in self.statements))

    def parts(self, dimension: str) -> tuple[str, ...]:
        """The titles of a dimension's parts, in order."""
        found = (s.part for s in self.statements if s.dimension == dimension and s.part)
        return tuple(dict.fromkeys(found))


def plain(title: str) -> str:
    """A title or label as it is compared: its words in small letters.

    >>> plain("Needs  assessment:")
    'needs assessment'
    """
    return " ".join(re.findall(r"\w+", title.casefold()))


class Titles:
    """Titles as they were first written, whatever the capitals and marks of later ones."""

    def __init__(self) -> None:
        """Know none yet."""
        self._known: dict[str, str] = {}

    @property
    def first(self) -> tuple[str, ...]:
        """The titles as they were first written, in order."""
        return tuple(self._known.values())

    def same(self, title: str) -> str:
        """The title that was written first for this one; an empty one is no title."""
        if not title:
            return ""
        return self._known.setdefault(plain(title) or title, title)
