"""What people said, as a document: a table for each dimension, and what the hidden numbers mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.errors.clean import clean
from maturity.scoring.sentences import MADE_UP
from maturity.scoring.words import listed

from .document import Bullets, Document, Heading, Paragraph, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maturity.analysis.people_tables import PeopleRow, PeopleTable, PeopleTables

    from .document import Block

HIDDEN = "hidden"
SELF_REPORTED = "What people say themselves, not checked by others."
OWN_LEVEL = (
    "A person's level is what their own answers make certain. Questions they left open could still "
    "raise it."
)
SHOWN_ALL = (
    "Nothing is hidden here, not even the answer of one person alone. Show this page only to those "
    "who may see single people's answers."
)
KEEP_TOGETHER = (
    "Beside another page of the same survey, such as one for fewer people or other groups, hidden "
    "numbers could still be worked out. Publish one page only, or have them checked together."
)
GROUPS = {
    "rater_group": "staff group",
    "sector": "sector",
    "organisation": "organisation",
}


def people_document(found: PeopleTables) -> Document:
    """All tables."""
    title = f"What people say, by {listed([GROUPS[kind] for kind in found.by])}"
    return Document(title, tuple(_blocks(found, title)))


def _blocks(found: PeopleTables, title: str) -> Iterator[Block]:
    yield Heading(title, 1, _subject(found))
    if found.made_up:
        yield Paragraph(MADE_UP)
    yield Paragraph(SELF_REPORTED)
    yield Bullets(tuple(_lines(found)))
    yield from (Paragraph(clean(note)) for note in found.notes)
    if not found.tables:
        yield Paragraph(f"Every group is of fewer than {found.minimum} people: nothing is shown.")
    for table in found.tables:
        yield Heading(clean(table.title), 2)
        for kind in found.by:
            yield _table(table, kind)


def _subject(found: PeopleTables) -> str:
    """The framework and the period."""
    periods = found.periods
    when = f"; newest answers up to {periods[-1].text}" if periods else ""
    return clean(f"{found.framework.title}, {found.framework.edition}{when}")


def _lines(found: PeopleTables) -> Iterator[str]:
    """How many people are counted, who is left out, and what is hidden."""
    if found.people:
        yield f"{found.people} people are counted."
    if any(column.id == "no_level" for table in found.tables for column in table.columns):
        yield OWN_LEVEL
    if not found.mark:
        yield SHOWN_ALL
        return
    for kind, names in found.left_out.items():
        which = clean(listed(names, most=len(names)))
        yield (
            f"Left out altogether, totals too, by {GROUPS[kind]}: {which}. They are fewer than "
            f"{found.minimum} people, or their numbers could be worked out."
        )
    yield f"{HIDDEN}: {found.mark}."
    yield KEEP_TOGETHER


def _table(table: PeopleTable, kind: str) -> Table:
    """The groups of one kind, and everybody."""
    group = GROUPS[kind]
    rows = [row for row in table.rows if row.by == kind]
    return Table(
        f"How many people, by {group}",
        (group.capitalize(), "People", *(clean(column.label) for column in table.columns)),
        tuple(
            (clean(name), str(row.people), *_cells(row))
            for name, row in (*((row.group, row) for row in rows), ("Everybody", table.whole))
        ),
    )


def _cells(row: PeopleRow) -> Iterator[str]:
    for count in row.counts:
        yield HIDDEN if count is None else str(count)
