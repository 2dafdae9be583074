"""The grid: dimensions in rows, levels in columns, statements as paragraphs in the cells."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

import attrs
from attrs import field, frozen

from maturity.errors import FaultsFound

from . import limits
from .cells import Row, no_dimension, spilled
from .headers import labels, role, roles, same_header
from .lost import Lost
from .merged import told_of_merged
from .statements import Content, Statement, Titles, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .cells import Cell, Table
    from .headers import Role

_FEWEST_LEVELS = 2


@frozen
class _Header:
    """A header row, the level in each column, and the columns of dimensions and parts."""

    row: Row
    levels: dict[int, str]
    dimension: int | None
    part: int | None

    @property
    def key(self) -> tuple[str, ...]:
        """What two headers of the same levels share."""
        return tuple(map(plain, self.levels.values()))

    @property
    def titles(self) -> Cell:
        """The header of the dimensions."""
        return self.row.cell(self.dimension)

    @property
    def columns(self) -> set[int]:
        """The columns that are read."""
        return {*self.levels, *(at for at in (self.dimension, self.part) if at is not None)}

    def beyond(self, row: Row) -> Iterator[int]:
        """The columns of a row, from the dimensions on, that hold nothing we read."""
        read, first = self.columns, 0 if self.dimension is None else self.dimension
        return (column for column in range(first, len(row.cells)) if column not in read)

    @property
    def titled(self) -> dict[Role, int | None]:
        """The columns of dimensions and parts."""
        return {"dimension": self.dimension, "part": self.part}

    @property
    def corner(self) -> str:
        """What stands above the dimensions, where it may be one itself."""
        return "" if role(self.titles) else " ".join(self.titles)


def read_grid(tables: Iterable[Table], file: str) -> Content | None:
    """What the grids of a file say: those with the header that most statements stand under.

    None where no table has a header of levels.
    """
    parts = (part for table in tables for part in _parted(table))
    found = [(table, _header(table)) for table in parts]
    counts: dict[tuple[str, ...], int] = {}
    for table, header in found:
        if header is not None:
            below = sum(len(row.cell(at)) for row in table.rows for at in header.levels)
            counts[header.key] = counts.get(header.key, 0) + below
    for table, header in found:
        if header is None or not _is_sure(header.row):
            _refuse_slip(table, header, file)
    if not counts:
        return None
    chosen = max(counts, key=lambda key: counts[key])
    at, main = next(
        (table, header) for table, header in found if header is not None and header.key == chosen
    )
    reading = _Reading(file)
    for table, header in found:
        if header is None and reading.begun and _width(table) == len(main.row.cells):
            where = table.place(table.rows[0], 0)
            reading.notes.append(f"the table at {where} has no header: read like the one above it")
            reading.read(table, main)
        elif header is not None and header.key == chosen:
            reading.read(table, header)
        else:
            where = table.place(table.rows[0], 0)
            reading.notes.append(f"left out: the table at {where}, which has other columns")
    levels = tuple(main.levels.values())
    statements, texts = tuple(reading.statements), reading.texts
    used = {statement.dimension for statement in statements}
    empty = [title for title in reading.titles if title not in used]
    notes = [*reading.notes, *(f"left out: '{title}' has no statements" for title in empty)]
    return Content(
        layout="grid",
        levels=levels,
        statements=statements,
        texts=texts,
        notes=tuple(notes),
        header=(at, main.row, 0),
        labelled={level: (at, main.row, column) for column, level in main.levels.items()},
    )


def _header(table: Table) -> _Header | None:
    """The first of the rows that name the most columns; None where none names two levels.

    A row that names the dimensions and two levels is passed over for the row right below alone,
    where that one has no dimension: then it names groups of levels.
    """
    best: tuple[int, Row] | None = None
    for before, row in zip((None, *table.rows), table.rows, strict=False):
        if best is not None and _is_sure(best[1]):
            column = roles(best[1])["dimension"]
            if before is not best[1] or row.cell(column):
                break
        count = _named(row)
        if count and (best is None or count > best[0] or _is_sure(row)):
            best = count, row
    if best is None:
        return None
    row = best[1]
    levels, named = labels(row), roles(row)
    dimension = named.get("dimension")
    if dimension is None and not (0 in levels and _holds_statements(table, row)):
        dimension = 0
        levels.pop(0, None)
    if len(levels) < _FEWEST_LEVELS:
        return None
    return _Header(row, levels, dimension, named.get("part"))


def _parted(table: Table) -> list[Table]:
    """A table, parted where a header of other levels begins another grid."""
    header = _header(table)
    if header is not None:
        for at, row in enumerate(table.rows):
            other = not same_header(row, header.row, header.levels)
            if row.number > header.row.number and _is_sure(row) and other:
                first, rest = attrs.evolve(table, rows=table.rows[:at]), table.rows[at:]
                return [first, *_parted(attrs.evolve(table, rows=rest))]
    return [table]


def _refuse_slip(table: Table, header: _Header | None, file: str) -> None:
    """FaultsFound where a row above the header is one but for a label: twice there, or missing."""
    for row, below in pairwise(table.rows):
        if header is not None and row.number >= header.row.number:
            return
        first = roles(row).get("dimension")
        if first is None or not below.cell(first):
            continue
        seen: dict[str, int] = {}
        bare = 0
        for column in range(first + 1, max(len(row.cells), len(below.cells))):
            cell = row.cell(column)
            name = plain(" ".join(cell))
            if name in seen:
                what = f"this column has the same level as column {seen[name] + 1}"
                hint = "give each level a label of its own"
                raise FaultsFound((table.fault("table.layout", file, (row, column), what, hint),))
            if cell and role(cell) is None:
                seen[name] = column
            elif not cell and below.cell(column):
                bare = bare or column
        if bare and seen:
            what = "this column has no level in the header, and statements below it"
            hint = "write the level into the header"
            raise FaultsFound((table.fault("table.layout", file, (row, bare), what, hint),))


def _is_sure(row: Row) -> bool:
    """Whether a row names the dimensions and at least two levels."""
    return "dimension" in roles(row) and len(labels(row)) >= _FEWEST_LEVELS


def _named(row: Row) -> int:
    """How many columns right of the first a row names, as a header of levels does."""
    levels = labels(row)
    if len(levels) < _FEWEST_LEVELS:
        return sum(column > 0 for column in levels)
    known = (column for column, cell in enumerate(row.cells) if role(cell) is not None)
    return sum(column > 0 for column in {*levels, *known})


def _holds_statements(table: Table, header: Row) -> bool:
    """Whether the first column holds statements, rather than the titles of dimensions."""
    cells = (row.cell(0) for row in table.rows if row.number > header.number)
    return any(len(cell) > 1 or len("".join(cell)) > limits.LABEL for cell in cells)


def _width(table: Table) -> int:
    """How many cells the widest row has."""
    return max(len(row.cells) for row in table.rows)


@frozen
class _Reading:
    """What was read so far of the grids of one file."""

    file: str
    statements: list[Statement] = field(factory=list)
    texts: dict[str, str] = field(factory=dict)
    titles: dict[str, None] = field(factory=dict)
    notes: list[str] = field(factory=list)
    same: Titles = field(factory=Titles)

    @property
    def begun(self) -> bool:
        """Whether there is a statement already."""
        return bool(self.statements)

    def read(self, table: Table, header: _Header) -> None:
        """Read one grid, from below its header."""
        dimension, part = self.same.same(header.corner or table.title), ""
        above = bool(table.title) and not header.corner
        begun = header.row not in table.rows
        unread: Counter[int] = Counter()
        rows: list[Row] = []
        lost = Lost(table, self.file, header.titled)
        for row in table.rows:
            repeated = same_header(row, header.row, header.levels)
            begun = begun or repeated
            title = row.cell(header.dimension)
            if begun and title and not (repeated and (title == header.titles or role(title))):
                dimension, part, above = self._titled(table, row, header), "", False
                lost.look(row)
            if repeated or not begun:
                continue
            lost.look(row)
            rows.append(row)
            if spilt := spilled(table, self.file, header.row, row):
                raise FaultsFound(spilt)
            part = self.same.same(" ".join(row.cell(header.part))) or part
            found = list(self._in_row(table, row, header, (dimension, part)))
            if found and (gone := lost.taken()):
                raise FaultsFound(gone)
            if found and above:
                self.notes.append(f"the dimension '{dimension}' is what stands above the table")
                above = False
            self.statements.extend(found)
            unread.update(column for column in header.beyond(row) if row.cell(column))
        self.notes.extend(told_of_merged(table, rows, header.columns, header.levels))
        headed = [" ".join(header.row.cell(column)) for column in sorted(unread)]
        if any(headed):
            self.notes.append(f"left out: these columns: {', '.join(filter(None, headed))}")
        for column in unread:
            if header.row.cell(column):
                continue
            where = table.place(header.row, column)
            self.notes.append(f"left out: what stands below {where}, which names no level")

    def _titled(self, table: Table, row: Row, header: _Header) -> str:
        """The dimension that a row begins; what else its first cell says describes it."""
        title, *rest = row.cell(header.dimension)
        if len(title) > limits.TITLE:
            what = f"the title of a dimension has {len(title)} characters"
            at = row, header.dimension or 0
            hint = f"allowed: {limits.TITLE}; a grid has the dimensions in its first column"
            raise FaultsFound((table.fault("table.title", self.file, at, what, hint),))
        title = self.same.same(title)
        self.titles.setdefault(title)
        if rest:
            self.texts.setdefault(title, "\n".join(rest))
        return title

    def _in_row(
        self, table: Table, row: Row, header: _Header, branch: tuple[str, str]
    ) -> Iterator[Statement]:
        """The statements of a row."""
        for column, level in header.levels.items():
            for text in row.cell(column):
                if not branch[0]:
                    raise FaultsFound((no_dimension(table, self.file, (row, column)),))
                yield Statement(
                    text=text,
                    dimension=branch[0],
                    part=branch[1],
                    level=level,
                    at=(table, row, column),
                )
