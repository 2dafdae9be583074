"""The list: a row for each statement, with columns for its dimension, level and the rest."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs
from attrs import field, frozen

from maturity.errors import Fault, FaultsFound, Where, cut
from maturity.model.ids import ID_RULE, LONGEST_ID, is_id

from . import limits
from .cells import Table, no_dimension, some, spilled
from .headers import Role, roles
from .id_words import id_of
from .lost import Lost
from .merged import told_of_merged
from .statements import At, Content, Statement, Titles

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .cells import Row

_MOST_FAULTS = 50
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_LONGEST_NUMBER = 10
_HEADED: tuple[Role, ...] = ("dimension", "part", "level", "id", "weight")


def read_list(tables: Iterable[Table], file: str, *, sure: bool) -> Content | None:
    """What the lists of a file say; None where no table has a header of a list.

    `sure`: a column of statements alone makes a list, and its dimension is what stands above it.
    """
    reading = _Reading(file)
    headers: list[At] = []
    for table in (one for whole in tables for one in _parted(whole, sure=sure)):
        header = next((row for row in table.rows if _is_header(row, sure=sure)), None)
        if header is None:
            where = table.place(table.rows[0], 0)
            reading.notes.append(f"left out: the table at {where}, which is no list")
        else:
            headers.append((table, header, 0))
            reading.read(table, header)
    if not headers:
        return None
    if reading.faults:
        raise FaultsFound(reading.told())
    reading.tell()
    levels = _in_order(reading.same_level.first)
    return Content(
        layout="list",
        levels=levels,
        statements=tuple(reading.statements),
        notes=tuple(reading.notes),
        header=headers[0],
        labelled=reading.labelled,
    )


def _parted(table: Table, *, sure: bool) -> list[Table]:
    """A table, parted where a header of other columns begins another list."""
    header: Row | None = None
    for at, row in enumerate(table.rows):
        if header is None:
            header = row if _is_header(row, sure=sure) else None
        elif _is_header(row, sure=False) and roles(row) != roles(header):
            first, rest = attrs.evolve(table, rows=table.rows[:at]), table.rows[at:]
            return [first, *_parted(attrs.evolve(table, rows=rest), sure=sure)]
    return [table]


def _is_header(row: Row, *, sure: bool) -> bool:
    """Whether a row names the column of statements, and (unless we are sure) another."""
    named = roles(row)
    return "text" in named and (sure or any(other in named for other in _HEADED))


def _in_order(levels: tuple[str, ...]) -> tuple[str, ...]:
    """The levels as they first appear; by their numbers where each has one of its own."""
    numbers = [re.findall(r"\d{1,3}", level) for level in levels]
    if all(len(found) == 1 for found in numbers) and len({found[0] for found in numbers}) == len(
        levels
    ):
        return tuple(sorted(levels, key=lambda level: int(re.findall(r"\d{1,3}", level)[0])))
    return levels


@frozen
class _Reading:
    """What was read so far of the lists of one file, and what is wrong with them."""

    file: str
    statements: list[Statement] = field(factory=list)
    notes: list[str] = field(factory=list)
    faults: list[Fault] = field(factory=list)
    same: Titles = field(factory=Titles)
    same_level: Titles = field(factory=Titles)
    ids: set[tuple[str, str, str]] = field(factory=set)
    empty: list[str] = field(factory=list)
    carried: list[str] = field(factory=list)
    beyond: list[str] = field(factory=list)
    labelled: dict[str, At] = field(factory=dict)
    titles: dict[str, None] = field(factory=dict)

    def tell(self) -> None:
        """Keep what was guessed of single rows as notes."""
        used = {statement.dimension for statement in self.statements}
        bare = [title for title in self.titles if title not in used]
        self.notes.extend(f"left out: '{title}' has no statements" for title in bare)
        for what, named in (
            ("left out: there is no statement at", self.empty),
            ("read as if it said the dimension and level of the row above:", self.carried),
            ("left out: there is no header above", self.beyond),
        ):
            if named:
                self.notes.append(f"{what} {some(named)}")

    def told(self) -> tuple[Fault, ...]:
        """The first faults, and how many more there are."""
        more = len(self.faults) - _MOST_FAULTS
        if more <= 0:
            return tuple(self.faults)
        what = f"and {more} more fault{'s are' if more > 1 else ' is'} not shown"
        rest = Fault("faults.more", Where(self.file), what, "mend these first")
        return (*self.faults[:_MOST_FAULTS], rest)

    def read(self, table: Table, header: Row) -> None:
        """Read one list, from below its header."""
        columns = roles(header)
        unread = [
            " ".join(cell)
            for column, cell in enumerate(header.cells)
            if cell and column not in columns.values()
        ]
        if unread:
            self.notes.append(f"left out: these columns: {', '.join(unread)}")
        line = _Line(table, columns)
        dimension, part, level = self.same.same(table.title), "", ""
        lost = Lost(table, self.file, columns)
        headed = False
        rows: list[Row] = []
        for row in table.rows:
            if row.number <= header.number or roles(row) == columns:
                continue
            rows.append(row)
            lost.look(row)
            self._beyond(table, header, row)
            if title := line.said(row, "dimension"):
                dimension, before = self.same.same(self._title(line, row, title)), dimension
                part, level = ("", "") if dimension != before else (part, level)
                headed = not line.said(row, "text")
                self.titles.setdefault(dimension)
            if title := line.said(row, "part"):
                part, before = self.same.same(title), part
                level = "" if part != before else level
            level = self.same_level.same(line.said(row, "level")) or level
            self.labelled.setdefault(level, (table, row, columns.get("level", 0)))
            if line.said(row, "text") and (gone := lost.taken()):
                self.faults.extend(gone)
            elif line.said(row, "text"):
                self._statement(line, row, (dimension, part), level)
                if line.is_carried(row, headed=headed):
                    self.carried.append(table.place(row, columns["text"]))
            elif any(row.cells) and not line.is_title(row):
                self.empty.append(table.place(row, columns["text"]))
        self.notes.extend(told_of_merged(table, rows, columns.values()))

    def _beyond(self, table: Table, header: Row, row: Row) -> None:
        """Keep what a row says where the header says nothing."""
        spilt = spilled(table, self.file, header, row)
        self.faults.extend(spilt)
        if not spilt:
            said = (at for at, cell in enumerate(row.cells) if cell and not header.cell(at))
            self.beyond.extend(table.place(row, at) for at in said)

    def _title(self, line: _Line, row: Row, title: str) -> str:
        """A dimension's title; the fault that it is too long is kept."""
        if len(title) > limits.TITLE:
            what = f"the title of a dimension has {len(title)} characters"
            self._fault("table.title", line, (row, "dimension"), what, f"allowed: {limits.TITLE}")
        return title

    def _statement(self, line: _Line, row: Row, branch: tuple[str, str], level: str) -> None:
        """Keep what a row says."""
        if not branch[0]:
            at = row, line.columns["text"]
            self.faults.append(no_dimension(line.table, self.file, at))
        if "level" in line.columns and not level:
            hint = "write its level into the column of levels"
            self._fault("table.level", line, (row, "level"), "this statement has no level", hint)
        self.statements.append(
            Statement(
                text=line.said(row, "text"),
                dimension=branch[0],
                part=branch[1],
                level=level,
                weight=self._weight(line, row),
                id=self._id(line, row, branch),
                tags=_tags(line.said(row, "tags")),
                stated=line.said(row, "id"),
                at=(line.table, row, line.columns["text"]),
                id_column=line.columns.get("id", 0),
            )
        )

    def _weight(self, line: _Line, row: Row) -> float:
        """What a row states as its weight, else 1."""
        said = line.said(row, "weight")
        if not said:
            return 1.0
        if len(said) <= _LONGEST_NUMBER and _NUMBER.fullmatch(said) and float(said) > 0:
            return float(said)
        what = f"'{cut(said)}' is not a weight"
        self._fault(
            "table.weight", line, (row, "weight"), what, "allowed: a number above 0, such as 1.5"
        )
        return 1.0

    def _id(self, line: _Line, row: Row, branch: tuple[str, str]) -> str:
        """What a row states as its id, in the letters of an id."""
        said = line.said(row, "id")
        name = id_of(said)
        if said and not (is_id(name) and len(name) <= LONGEST_ID):
            what = f"'{cut(said)}' can't be an id"
            self._fault("table.id", line, (row, "id"), what, f"allowed: {ID_RULE}")
        elif name and (*branch, name) in self.ids:
            what = f"'{cut(said)}' is the id of another statement of this dimension or part"
            self._fault("table.id", line, (row, "id"), what, "give it an id of its own")
        self.ids.add((*branch, name))
        return name

    def _fault(self, code: str, line: _Line, at: tuple[Row, Role], what: str, hint: str) -> None:
        row, of = at
        self.faults.append(line.table.fault(code, self.file, (row, line.columns[of]), what, hint))


@frozen
class _Line:
    """Reads the rows of one list by its columns."""

    table: Table
    columns: dict[Role, int]

    def said(self, row: Row, what: Role) -> str:
        """What a row says of something; empty where it says nothing."""
        return " ".join(row.cell(self.columns.get(what)))

    def is_title(self, row: Row) -> bool:
        """Whether a row holds a dimension, a part or a level, and nothing else."""
        of: tuple[Role, ...] = ("dimension", "part", "level")
        return sum(map(bool, row.cells)) == 1 and any(self.said(row, what) for what in of)

    def is_carried(self, row: Row, *, headed: bool) -> bool:
        """Whether a row says nothing of its branch; `headed`: its dimension has an own row."""
        of: tuple[Role, ...] = ("dimension", "part", "level")
        guessed = "level" in self.columns or not headed
        return (
            "dimension" in self.columns and guessed and not any(self.said(row, what) for what in of)
        )


def _tags(said: str) -> tuple[str, ...]:
    """The tags that a cell states, between commas or semicolons."""
    return tuple(dict.fromkeys(filter(None, map(id_of, re.split("[,;]", said)))))
