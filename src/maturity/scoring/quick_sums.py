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
from .quick_work import Job, WholeSum, Work

if TYPE_CHECKING:
    from .arrays import Floats

Numbers = NDArray[Any]
Small = NDArray[np.unsignedinteger]


@define(eq=False)
class Room:
    """Arrays that one thread uses again from block to block."""

    held: dict[tuple[str, str], Numbers] = field(factory=dict)

    def take(
        self, name: str, rows: int, columns: int, kind: DTypeLike
    ) -> Numbers:  # a dtype, as NumPy takes it
        """An array of a shape; what it holds is left over from before."""
        kind = np.dtype(kind)
        key = name, kind.str
        found = self.held.get(key)
        if found is None or found.size < rows * columns:
            found = self.held[key] = np.empty(rows * columns, kind)
        return found[: rows * columns].reshape(rows, columns)


@frozen(kw_only=True, eq=False)
class Added:
    """What a block comes to, for one node; the last axis is assessments.

    `sums`: for each form of the work an array and the unit that it is counted in.
    """

    answered: Small
    away: Small
    rows: Codes
    sums: tuple[tuple[Numbers, float], ...]


def add_up(work: Work, codes: Codes, said: Codes, room: Room) -> Added:
    """Count the codes of a block, (items, assessments), and add up the sums of a node."""
    columns = codes.shape[1]
    rows = room.take("rows", work.rows, columns, np.uint8)
    floats = room.take("floats", work.floats, columns, np.float64)
    floats[:] = 0.0
    width = max((job.options + 1 for job in work.jobs), default=1)
    marks = room.take("marks", width + 1, columns, np.uint8)
    product = room.take("product", 1, columns, np.float64)[0]
    begun: set[int] = set()
    for job in work.jobs:
        _count(codes[job.item], job, job.rows, rows, begun, marks)
        for term in job.terms:
            number = marks[-1]
            mark_parts = term.marks
            if term.start == 0 and len(mark_parts) == 1 and mark_parts[0][1] == 1:
                number = marks[mark_parts[0][0]]
            else:
                _combine(term.start, mark_parts, marks, number, room)
            np.multiply(number, term.unit, out=product)
            np.add(floats[term.form], product, out=floats[term.form])
        if job.said is not None:
            _count(said[job.item], job, job.said, rows, begun, marks)
    small = np.uint8 if work.items <= np.iinfo(np.uint8).max else np.uint32
    sums = tuple(
        (_whole(one, rows, room, n), one.unit) if isinstance(one, WholeSum) else (floats[one], 1.0)
        for n, one in enumerate(work.sums)
    )
    return Added(
        answered=total(rows, work.answered, (), small),
        away=total(rows, work.away, (), small),
        rows=rows,
        sums=sums,
    )


def _count(  # noqa: PLR0913, PLR0917  # the inner loop, called for each item
    codes: Codes,
    job: Job,
    targets: tuple[int, ...],
    rows: Codes,
    begun: set[int],
    marks: Codes,
) -> None:
    """Mark one item's states, and count the marks into their rows."""
    keep = bool(job.terms)
    for mark, row in enumerate(targets):
        first = row not in begun
        into = rows[row] if first and not keep else marks[mark]
        flags = into.view(np.bool_)
        if mark == 0:
            np.less(codes, ABSENT, out=flags)
        elif mark == job.options:
            np.equal(codes, NOT_APPLICABLE, out=flags)
        else:
            np.equal(codes, mark, out=flags)
        if first:
            begun.add(row)
            if keep:
                np.copyto(rows[row], into)
        else:
            np.add(rows[row], into, out=rows[row])


def _combine(
    start: int, parts: tuple[tuple[int, int], ...], rows: Numbers, out: Numbers, room: Room
) -> None:
    """`start` plus some rows times a factor, modulo what `out` holds."""
    kind = out.dtype
    modulus = int(np.iinfo(kind).max) + 1
    out[:] = start % modulus
    times = room.take("times", 1, out.shape[0], kind)[0]
    for row, factor in parts:
        if factor == 1:
            np.add(out, rows[row], out=out)
        elif factor == -1:
            np.subtract(out, rows[row], out=out)
        else:
            np.multiply(rows[row], kind.type(factor % modulus), out=times, dtype=kind)
            np.add(out, times, out=out)


def _whole(one: WholeSum, rows: Codes, room: Room, place: int) -> Numbers:
    """A whole sum."""
    out = room.take(f"sum {place}", 1, rows.shape[1], one.kind)[0]
    _combine(one.start, one.parts, rows, out, room)
    return np.asarray(out)


def total(
    rows: Codes, plus: tuple[int, ...], minus: tuple[int, ...], kind: DTypeLike
) -> Small:  # a dtype, as NumPy takes it
    """The sum of some rows, less that of others."""
    found = np.zeros(rows.shape[1], kind)
    for row in plus:
        np.add(found, rows[row], out=found)
    for row in minus:
        np.subtract(found, rows[row], out=found)
    return found


def as_floats(number: Numbers, unit: float) -> Floats:
    """A sum as float64, in its own unit."""
    if number.dtype == np.float64:
        return number
    found = number.astype(np.float64)
    if unit != 1.0:
        np.multiply(found, unit, out=found)
    return found
