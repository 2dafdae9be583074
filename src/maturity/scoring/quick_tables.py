"""What a rule comes to for each combination of its sums, looked up where these are few.

The entries of every table are worked out by the functions that would otherwise work on the block,
so they are the same to the bit. Of a ladder only the rung that fails needs to be looked up: which
one that is, whole numbers tell, as 5 x passed >= 4 x weight does for a threshold of 0.8.
"""

from __future__ import annotations

from math import floor, prod
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
from attrs import frozen

from maturity.model.rules import Staged

from .arrays import Codes, Flags, Floats
from .quick_rules import work_out
from .staging import minimums
from .states import Points, Ranks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from .plan import Step
    from .quick_forms import Form, Sums
    from .quick_rules import Raw
    from .quick_sums import Numbers, Room

LARGEST = 1 << 15
FACTORS = range(1, 65)
SLACK = 1e-9


@frozen(kw_only=True, eq=False)
class Lookup:
    """A table over all sums of a rule, and how many there are that wait; `widths` is its shape.

    `value` is NaN where the node is empty. `rank`, `unseen`: None where there never is one.
    """

    widths: tuple[int, ...]
    value: Floats
    rank: Ranks | None
    unseen: Flags | None

    def fill(
        self, sums: Sequence[Numbers], waiting: Sequence[Numbers], out: Points, room: Room
    ) -> Flags | None:
        """Write values and ranks to `out`; the flags tell what is unseen."""
        index = _index([*sums, *waiting], self.widths, room)
        np.take(self.value, index, out=out.value, mode="clip")
        if self.rank is None:
            out.rank.fill(-1)
        else:
            np.take(self.rank, index, out=out.rank, mode="clip")
        return None if self.unseen is None else np.take(self.unseen, index)


@frozen(kw_only=True)
class Rung:
    """What a rung asks: `times` x passed >= `share` x weight, in numbers of a `kind`.

    `some`: and any weight at all.
    """

    times: int
    share: int
    kind: np.dtype[np.unsignedinteger]
    some: bool

    def holds(self, passed: Numbers, of: Numbers, room: Room) -> Codes:
        """Where it is met, as 0 and 1."""
        columns, kind = passed.shape[0], self.kind
        met: Codes = room.row("met", columns, np.uint8)
        much, asked = passed, of
        if self.times != 1:
            much = room.row("much", columns, kind)
            np.multiply(passed, kind.type(self.times), out=much, dtype=kind)
        if self.share != 1:
            asked = room.row("asked", columns, kind)
            np.multiply(of, kind.type(self.share), out=asked, dtype=kind)
        np.greater_equal(much, asked, out=met.view(np.bool_))
        if self.some:
            np.minimum(met, of, out=met, casting="unsafe")
        return met


@frozen(kw_only=True, eq=False)
class Ladder:
    """A table over the rungs reached, and what passed and what there is at the one that fails."""

    rungs: tuple[Rung, ...]
    widths: tuple[int, int, int]
    value: Floats

    def fill(
        self, sums: Sequence[Numbers], waiting: Sequence[Numbers], out: Points, room: Room
    ) -> Flags | None:
        """Write values and ranks to `out`; the flags tell what is unseen."""
        columns = sums[0].shape[0]
        kind = np.result_type(*sums)
        holds: Codes = room.row("holds", columns, np.uint8)
        fails: Codes = room.row("fails", columns, np.uint8)
        reached: Codes = room.row("reached", columns, np.uint8)
        passed, of, here = (room.row(n, columns, kind) for n in ("passed", "of", "here"))
        there = room.row("there", columns, kind)
        holds.fill(1)
        for number in (reached, passed, of, there):
            number.fill(0)
        for place, rung in enumerate(self.rungs):
            mine, whole = sums[2 * place : 2 * place + 2]
            met = rung.holds(mine, whole, room)
            if waiting:
                met &= ~((whole == 0) & (waiting[place] > 0))
            np.bitwise_and(holds, met, out=met)
            np.subtract(holds, met, out=fails)
            np.copyto(holds, met)
            np.add(reached, holds, out=reached)
            for number, chosen in ((mine, passed), (whole, of)):
                np.multiply(number, fails, out=here, dtype=kind)
                np.add(chosen, here, out=chosen)
            np.bitwise_or(there, whole, out=there, dtype=kind)
        index = _index((reached, passed, of), self.widths, room)
        np.take(self.value, index, out=out.value, mode="clip")
        np.copyto(out.rank, reached)
        return None if there.all() else _emptied(out, there == 0, waiting)


Table: TypeAlias = Lookup | Ladder


def _emptied(out: Points, empty: Flags, waiting: Sequence[Numbers]) -> Flags:
    """Take out what is empty; the flags tell which of it is unseen."""
    out.blank(empty)
    unseen = np.zeros_like(empty)
    for number in waiting:
        unseen |= number > 0
    return np.asarray(unseen & empty, bool)


def _index(numbers: Sequence[Numbers], widths: Sequence[int], room: Room) -> NDArray[np.intp]:
    """The place in a table of that shape."""
    columns = numbers[0].shape[0]
    place = room.row("place", columns, np.uint16)
    np.copyto(place, numbers[0], casting="same_kind")
    for number, width in zip(numbers[1:], widths[1:], strict=True):
        np.multiply(place, np.uint16(width), out=place)
        np.add(place, number, out=place, dtype=np.uint16, casting="same_kind")
    index: NDArray[np.intp] = room.row("index", columns, np.intp)
    np.copyto(index, place)
    return index


def table_of_sums(step: Step, sums: Sums) -> Table | None:
    """The table of a node; None where it would be too large, or the numbers aren't whole."""
    if any(form.whole is None for form in sums.all_forms):
        return None
    found = _ladder(step, sums) if isinstance(step.rule, Staged) else None
    return found or _lookup(step, sums)


def _lookup(step: Step, sums: Sums) -> Lookup | None:
    """The table over all combinations."""
    forms = sums.all_forms
    widths = tuple(form.most + 1 for form in forms)
    if prod(widths) > LARGEST:
        return None
    raw = _worked(step, sums, [grid.ravel() for grid in np.indices(widths)])
    return Lookup(
        widths=widths,
        value=raw.value if raw.empty is None else np.where(raw.empty, np.nan, raw.value),
        rank=_ranks(raw),
        unseen=raw.unseen if raw.unseen is not None and raw.unseen.any() else None,
    )


def _ranks(raw: Raw) -> Ranks | None:
    """The ranks, -1 where there is none."""
    if raw.rank is None:
        return None
    rank = raw.rank if raw.empty is None else np.where(raw.empty, -1, raw.rank)
    return rank.astype(np.int16)


def _worked(step: Step, sums: Sums, numbers: Sequence[Numbers]) -> Raw:
    """What the rule makes of some numbers, in the order of the forms."""
    ready = [
        (number, 2.0**-form.shift) for number, form in zip(numbers, sums.all_forms, strict=True)
    ]
    count = len(sums.forms)
    return work_out(step, sums, ready[:count], ready[count:])


def _ladder(step: Step, sums: Sums) -> Ladder | None:
    """The table of a staged rule that asks of each rung a share of its own alone."""
    passed, of = sums.forms[::2], sums.forms[1::2]
    widths = (len(of) + 1, _width(passed), _width(of))
    own = all(set(asked) == {place} for place, asked in enumerate(minimums(step)))
    if not own or step.conventions.empty != "undefined" or prod(widths) > LARGEST:
        return None
    value = np.zeros(widths)
    rungs = []
    for place in range(len(of) + 1):
        full = [one for n in range(place) for one in (passed[n].most, of[n].most)]
        open_ = [one for n in range(place + 1, len(of)) for one in (0, of[n].most)]
        here = [passed[place].most + 1, of[place].most + 1] if place < len(of) else []
        grids = [grid.ravel() for grid in np.indices(here or (1,))] if here else []
        shape = grids[0].shape if grids else (1,)
        numbers = [*(np.full(shape, one) for one in full), *grids]
        numbers += [np.full(shape, one) for one in open_]
        zeros = [np.zeros(shape, int)] * len(sums.unseen or ())
        raw = _worked(step, sums, [*numbers, *zeros])
        reached = np.zeros(shape) if raw.rank is None else raw.rank
        if (reached < place).any():
            return None
        if not here:
            value[place, 0, 0] = raw.value[0]
            continue
        rung = _rung(reached > place, grids, passed[place], of[place])
        if rung is None:
            return None
        rungs.append(rung)
        if zeros:
            hidden = [(grids[1] == 0) if n == place else one for n, one in enumerate(zeros)]
            raw = _worked(step, sums, [*numbers, *hidden])
        value[place, : here[0], : here[1]] = raw.value.reshape(here)
    return Ladder(rungs=tuple(rungs), widths=widths, value=value.ravel())


def _width(forms: Sequence[Form]) -> int:
    """How many numbers there are up to the largest of some sums."""
    return max(form.most for form in forms) + 1


def _rung(fine: Flags, numbers: Sequence[Numbers], passed: Form, of: Form) -> Rung | None:
    """The whole numbers that tell where a rung is met; None where small ones don't."""
    much, there = np.ldexp(numbers[0], -passed.shift), np.ldexp(numbers[1], -of.shift)
    occurs = much <= there
    mine, whole = (number[occurs & (there > 0)] for number in numbers)
    met = fine[occurs & (there > 0)]
    least = (mine[met] / whole[met]).min(initial=np.inf)
    if not met.size:
        return Rung(times=1, share=1, kind=of.kind, some=not fine[0])
    if not met.any():
        return None
    for times in FACTORS:
        share = floor(times * least + SLACK)
        if np.array_equal(times * mine >= share * whole, met):
            kind = np.min_scalar_type(max(times * passed.most, share * of.most))
            return Rung(times=times, share=share, kind=kind, some=not fine[0])
    return None
