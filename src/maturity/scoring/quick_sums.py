"""Counting a block of codes: bytes in, counts and sums out, in arrays that are used again.

Every pass works on bytes, with `out=`, on a block that stays near the processor. Whole sums run
modulo 256 (or 65,536), which is right because the sum itself is never larger.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from attrs import define, field, frozen
from numpy.typing import DTypeLike, NDArray

from .arrays import Codes
from .leaves import ABSENT, NOT_APPLICABLE
from .quick_work import ANSWERED, LONGEST, Group, Run, Spans, Weighing, WholeSum, Work

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .arrays import Floats
    from .quick_terms import Term

Numbers = NDArray[Any]
Small = NDArray[np.unsignedinteger]


@define(eq=False)
class Room:
    """Arrays that one thread uses again from block to block."""

    held: dict[tuple[object, object], Numbers] = field(factory=dict)

    def take(
        self, name: object, rows: int, columns: int, kind: DTypeLike
    ) -> Numbers:  # a dtype, as NumPy takes it
        """An array of a shape; what it holds is left over from before."""
        found = self.held.get((name, kind))
        if found is None or found.size < rows * columns:
            found = self.held[name, kind] = np.empty(rows * columns, kind)
        return found[: rows * columns].reshape(rows, columns)

    def row(self, name: object, columns: int, kind: DTypeLike) -> Numbers:  # a dtype
        """An array of one row."""
        found = self.held.get((name, kind))
        if found is None or found.size < columns:
            found = self.held[name, kind] = np.empty(columns, kind)
        return found if found.size == columns else found[:columns]


@frozen(kw_only=True, eq=False)
class Added:
    """What a block comes to, for one node; the last axis is assessments.

    `sums`: for each form of the work an array and the unit that it is counted in. They hold until
    the next node is added up in the same room.
    """

    rows: Codes
    sums: tuple[tuple[Numbers, float], ...]


def add_up(work: Work, codes: Codes, said: Codes, room: Room) -> Added:
    """Count the codes of a block, (items, assessments), and add up the sums of a node."""
    columns = codes.shape[1]
    rows = room.take("rows", work.rows, columns, np.uint8)
    floats = room.take("floats", work.floats, columns, np.float64)
    floats[:] = 0.0
    for run in work.runs:
        here = slice(run.first, run.stop)
        marks = _count(codes[here], run, run.counted, rows, room)
        for place, terms in enumerate(run.terms):
            _add_terms(terms, marks[:, place], floats, room)
        if run.said:
            _count(said[here], run, run.said, rows, room)
    sums = tuple(
        (_whole(one, rows, room, n), one.unit) if isinstance(one, WholeSum) else (floats[one], 1.0)
        for n, one in enumerate(work.sums)
    )
    return Added(rows=rows, sums=sums)


def _count(
    codes: Codes, run: Run, counted: Sequence[Sequence[Group]], rows: Codes, room: Room
) -> Codes:
    """Mark the states of a run of items, and count the marks into their rows.

    The marks are kept where terms need them, (marks, items, assessments).
    """
    kept = len(counted) if run.terms else 1
    marks = room.take("marks", kept * LONGEST, codes.shape[1], np.uint8)
    marks = marks.reshape(kept, LONGEST, -1)[:, : len(codes)]
    for mark, groups in enumerate(counted):
        into = marks[mark % kept]
        flags = into.view(np.bool_)
        if mark == ANSWERED:
            np.less(codes, ABSENT, out=flags)
        elif mark == run.options:
            np.equal(codes, NOT_APPLICABLE, out=flags)
        else:
            np.equal(codes, mark, out=flags)
        for group in groups:
            _gather(into, group, rows[group.row])
    return marks


def _gather(marks: Codes, group: Group, row: Codes) -> None:
    """Add the marks of a group's items to a row."""
    places = group.places
    if group.fresh and len(places) == len(marks) > 1:
        np.add.reduce(marks, axis=0, dtype=np.uint8, out=row)
        return
    if group.fresh and len(places) == 1:
        np.copyto(row, marks[places[0]])
        return
    if group.fresh:
        np.add(marks[places[0]], marks[places[1]], out=row)
        places = places[2:]
    for place in places:
        np.add(row, marks[place], out=row)


def _add_terms(terms: Sequence[Term], marks: Codes, floats: Floats, room: Room) -> None:
    """Add what one item comes to, to the float sums."""
    columns = marks.shape[1]
    product = room.row("product", columns, np.float64)
    for term in terms:
        number = _small(term, marks, room)
        np.multiply(number, term.unit, out=product)
        np.add(floats[term.form], product, out=floats[term.form])


def _small(term: Term, marks: Codes, room: Room) -> Codes:
    """The small whole number of a term: its start plus some marks times a factor."""
    (first, factor), *others = term.marks or ((0, 0),)
    if term.start == 0 and factor == 1 and not others:
        return np.asarray(marks[first])
    number = room.row("number", marks.shape[1], np.uint8)
    times = room.row("times", marks.shape[1], np.uint8)
    number.fill(term.start)
    for mark, factor in term.marks:
        if factor == 1:
            np.add(number, marks[mark], out=number)
        elif factor == -1:
            np.subtract(number, marks[mark], out=number)
        else:
            np.multiply(marks[mark], np.uint8(factor % 256), out=times)
            np.add(number, times, out=number)
    return number


def _whole(one: WholeSum, rows: Codes, room: Room, place: int) -> Numbers:
    """A whole sum."""
    columns, kind = rows.shape[1], one.kind
    plus = _weigh(one.plus, rows, kind, room, ("plus", place))
    minus = _weigh(one.minus, rows, kind, room, "minus")
    start = kind.type(one.start % (int(np.iinfo(kind).max) + 1))
    if plus is not None and minus is None and not one.start:
        return plus
    out = room.row(("sum", place), columns, kind)
    if plus is None:
        out.fill(start)
    else:
        np.add(plus, start, out=out, dtype=kind)
    if minus is not None:
        np.subtract(out, minus, out=out, dtype=kind)
    return out


def _weigh(
    weighing: Weighing, rows: Codes, kind: np.dtype[Any], room: Room, name: object
) -> Numbers | None:
    """The rows times their factors, by running totals; None where there are none."""
    columns = rows.shape[1]
    total: Numbers | None = None
    found: Numbers | None = None
    for joining, times in weighing.levels:
        for row in joining:
            if total is None:
                total = rows[row]
            else:
                running = room.row("running", columns, kind)
                total = np.add(total, rows[row], out=running, dtype=kind)
        share: Numbers = np.asarray(total)
        if times != 1:
            product = room.row("share", columns, kind)
            share = np.multiply(share, kind.type(times), out=product, dtype=kind)
        out = room.row(name, columns, kind)
        if found is None:
            np.copyto(out, share)
            found = out
        else:
            np.add(found, share, out=found, dtype=kind)
    return found


def total(rows: Codes, plus: Spans, minus: Spans, out: Small) -> Small:
    """The sum of some rows, less that of others, into `out`."""
    kind = out.dtype
    started = False
    for span in plus:
        if not started:
            np.add.reduce(rows[span], axis=0, dtype=kind, out=out)
            started = True
        else:
            for row in rows[span]:
                np.add(out, row, out=out, dtype=kind)
    if not started:
        out.fill(0)
    for span in minus:
        for row in rows[span]:
            np.subtract(out, row, out=out, dtype=kind)
    return out


def as_floats(number: Numbers, unit: float) -> Floats:
    """A sum as float64, in its own unit."""
    if number.dtype == np.float64:
        return number
    found = number.astype(np.float64)
    if unit != 1.0:
        np.multiply(found, unit, out=found)
    return found
