"""Five readings of the same answers, and what each makes of an item for the node that reads it."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Literal, cast

import numpy as np
from attrs import fields, frozen

from maturity.model.scales import Scale

from .arrays import Codes, Flags, Floats
from .leaves import ABSENT, NOT_APPLICABLE, NUMBER, UNANSWERED, Leaves, number_places, number_ranks

if TYPE_CHECKING:
    from maturity.model.scales import NumericScale
    from maturity.model.scoring import Conventions

    from .cells import Cells

Block = Literal["unanswered", "not applicable"]


class Reading(Enum):
    """A way to read what is open.

    LOW and HIGH complete every open answer with the worst and the best; STATED follows the
    conventions; SO_FAR reads the answered items alone. The NA pair are LOW and STATED with every
    "not applicable" counted as the lowest answer.
    """

    LOW = "low"
    HIGH = "high"
    STATED = "stated"
    SO_FAR = "so far"
    NA_LOW = "low, N/A as lowest"
    NA_STATED = "stated, N/A as lowest"


READINGS = tuple(Reading)
SECURED = {Reading.STATED: Reading.LOW, Reading.NA_STATED: Reading.NA_LOW}


@frozen(kw_only=True, eq=False)
class Slots:
    """What a node may read, one row a slot: items first, then nodes, then one that is never there.

    Every array has the shape (slots, columns). `counted`: takes part; `value`, `place` (0 to 1),
    `rank` (-1: none) and `merit` (for pass marks) hold where it is counted. `unanswered` and
    `not_applicable`: blocks, and for which reason. `unseen`: left out of what is so far known,
    because it is not answered yet.
    """

    counted: Flags
    value: Floats
    place: Floats
    rank: Floats
    merit: Floats
    unanswered: Flags
    not_applicable: Flags
    unseen: Flags

    @classmethod
    def empty(cls, slots: int, columns: int) -> Slots:
        """Slots in which nothing is counted yet."""
        shape = (slots, columns)
        flags = [np.zeros(shape, bool) for _ in range(4)]
        numbers = [np.zeros(shape) for _ in range(4)]
        return cls(
            counted=flags[0], unanswered=flags[1], not_applicable=flags[2], unseen=flags[3],
            value=numbers[0], place=numbers[1], rank=numbers[2], merit=numbers[3],
        )  # fmt: skip

    @property
    def blocked(self) -> Flags:
        """Blocks, for either reason."""
        return self.unanswered | self.not_applicable


WORTH = ("value", "place", "rank", "merit")
SLOT_FIELDS = tuple(field.name for field in fields(Slots))


def resolve(leaves: Leaves, cells: Cells, reading: Reading, conventions: Conventions) -> Slots:
    """The items as a node with these `conventions` reads them; columns are assessments."""
    na = "lowest" if reading in {Reading.NA_LOW, Reading.NA_STATED} else conventions.not_applicable
    codes, given_numbers = cells.codes, cells.numbers
    if reading is Reading.HIGH and codes.shape[0] > 1:
        # Who completes an item may bring the evidence that its other units were short of.
        codes, given_numbers = _with_evidence(leaves, cells)
    top, worst = leaves.top[:, None], np.uint8(0)
    lowest = np.where(leaves.may[:, None] | cells.excused, top, worst)
    open_code = {Reading.LOW: lowest, Reading.NA_LOW: lowest, Reading.HIGH: top}.get(reading, worst)
    missing = {Reading.STATED: conventions.missing, Reading.NA_STATED: conventions.missing}.get(
        reading, "exclude" if reading is Reading.SO_FAR else "lowest"
    )
    away_code = {"pass": top, "target": cells.targets}.get(na, worst)
    is_open, is_away = codes == UNANSWERED, codes == NOT_APPLICABLE
    effective = np.where(is_open, open_code, np.where(is_away, away_code, codes)).astype(np.uint8)
    left_out = codes == ABSENT
    if missing in {"exclude", "block"}:
        left_out |= is_open
    if na in {"exclude", "block"}:
        left_out |= is_away
    counted = ~left_out
    effective[left_out] = 0
    slots = Slots.empty(effective.shape[1], effective.shape[2])
    if missing == "block":
        slots.unanswered[:] = is_open.any(axis=0)
    if reading is Reading.SO_FAR:
        slots.unseen[:] = is_open.any(axis=0) & ~counted.any(axis=0)
    if na == "block":
        slots.not_applicable[:] = is_away.any(axis=0) & ~slots.unanswered
    numbers = _numbers(leaves, cells, given_numbers, effective, is_away & (na == "target"))
    if effective.shape[0] == 1:
        _look_up(leaves, effective[0], numbers[0], slots)
        slots.counted[:] = counted[0]
    else:
        _put_together(leaves, effective, numbers, counted, slots)
    slots.counted[:] &= ~slots.blocked
    return slots


def _with_evidence(leaves: Leaves, cells: Cells) -> tuple[Codes, Floats]:
    """Codes and numbers with the evidence brought, for the items that some unit has left open."""
    is_open = (cells.codes == UNANSWERED).any(axis=0)
    codes = np.where(is_open, cells.proven, cells.codes)
    numeric = list(leaves.numeric)
    return codes, np.where(is_open[numeric], cells.said_numbers, cells.numbers)


def _numbers(
    leaves: Leaves, cells: Cells, given: Floats, effective: Codes, at_target: Flags
) -> Floats:
    """The numbers of the numeric items, the ends of their scales among them."""
    numbers = given.copy()
    for q, leaf in enumerate(leaves.numeric):
        scale = cast("NumericScale", leaves.scales[leaf])
        codes = effective[:, leaf]
        ends = np.where(codes == 0, scale.worst, scale.best)
        numbers[:, q] = np.where(codes == NUMBER, numbers[:, q], ends)
        aimed = at_target[:, leaf] & (codes == NUMBER)
        numbers[:, q] = np.where(aimed, cells.target_numbers[q], numbers[:, q])
    return numbers


def _look_up(leaves: Leaves, codes: Codes, numbers: Floats, into: Slots) -> None:
    """What each code is worth, one cell an item."""
    rows = codes.astype(np.intp)
    into.value[:] = np.take_along_axis(leaves.value, rows, axis=1)
    into.place[:] = np.take_along_axis(leaves.place, rows, axis=1)
    into.rank[:] = np.take_along_axis(leaves.rank, rows, axis=1)
    into.merit[:] = np.take_along_axis(leaves.merit, rows, axis=1)
    for q, leaf in enumerate(leaves.numeric):
        _place_numbers(leaves, leaf, numbers[q], into)


def _place_numbers(leaves: Leaves, leaf: int, numbers: Floats, into: Slots) -> None:
    """What the numbers of one numeric item are worth."""
    scale = cast("NumericScale", leaves.scales[leaf])
    into.value[leaf] = numbers
    into.place[leaf] = into.merit[leaf] = number_places(scale, numbers)
    into.rank[leaf] = number_ranks(scale, numbers, leaves.ladder)


def _put_together(
    leaves: Leaves, codes: Codes, numbers: Floats, counted: Flags, into: Slots
) -> None:
    """Several units' cells as one answer for each item, as its home's `units` says."""
    _look_up(leaves, codes[0], numbers[0], into)
    into.counted[:] = counted.any(axis=0)
    several = (counted[1:].any(axis=0) | ~counted[0]).any(axis=1)
    for leaf in np.flatnonzero(several).tolist():
        here, scale = counted[:, leaf], leaves.scales[leaf]
        units = _each_unit(leaves, leaf, codes[:, leaf], numbers)
        if leaves.homes[leaf].units == "mean":
            value = _mean(units["value"], here)
            into.value[leaf], into.place[leaf] = value, _mean(units["place"], here)
            if isinstance(scale, Scale):
                code = _highest_within(scale, value, units["merit"], here)
                into.merit[leaf] = np.take(leaves.merit[leaf], code)
                into.rank[leaf] = np.take(leaves.rank[leaf], code)
            else:
                _place_numbers(leaves, leaf, value, into)
            continue
        order = np.argsort(np.where(here, units["merit"], np.inf), axis=0, kind="stable")
        chosen = order[:1]
        if leaves.homes[leaf].units == "median":
            middle = (np.maximum(here.sum(axis=0), 1) - 1) // 2
            chosen = np.take_along_axis(order, middle[None], axis=0)
        for name, values in units.items():
            getattr(into, name)[leaf] = np.take_along_axis(values, chosen, axis=0)[0]


def _each_unit(leaves: Leaves, leaf: int, codes: Codes, numbers: Floats) -> dict[str, Floats]:
    """What each unit's answer to one item is worth."""
    scale, rows = leaves.scales[leaf], codes.astype(np.intp)
    if isinstance(scale, Scale):
        return {name: getattr(leaves, name)[leaf][rows] for name in WORTH}
    value = numbers[:, leaves.numeric.index(leaf)]
    place, rank = number_places(scale, value), number_ranks(scale, value, leaves.ladder)
    return {"value": value, "place": place, "rank": rank, "merit": place}


def _mean(values: Floats, counted: Flags) -> Floats:
    """The mean over units, summed one after the other.

    Of several, cut to twelve decimals, so that units that say the same are as good as one that
    says it. One alone is taken as it is, as where there are no units.
    """
    total = np.zeros(values.shape[1:])
    for value, here in zip(values, counted, strict=True):
        total += np.where(here, value, 0.0)
    many = counted.sum(axis=0)
    return np.where(many > 1, np.round(total / np.maximum(many, 1), 12), total)


def _highest_within(scale: Scale, mean: Floats, merit: Floats, counted: Flags) -> Codes:
    """The highest option not above a mean value, within the options that were given."""
    values = np.array([option.value for option in scale.options])
    reached = np.searchsorted(values, mean + 1e-9, side="right") - 1
    lowest = np.where(counted, merit, np.inf).min(axis=0)
    highest = np.where(counted, merit, -np.inf).max(axis=0)
    inside = np.clip(reached, lowest, np.maximum(highest, lowest))
    return np.where(np.isfinite(inside), inside, 0).astype(np.uint8)
