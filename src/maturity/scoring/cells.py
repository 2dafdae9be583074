"""Assessments as matrices of codes: units x items x assessments."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, cast

import numpy as np
from attrs import evolve, field, fields_dict, frozen

from maturity.model.assessment import Answer, Assessment, NotApplicable, Value
from maturity.model.ids import is_below
from maturity.model.narrow import CLAIMED
from maturity.model.scales import NumericScale

from .arrays import Codes, Flags, Floats, Indices, Lengths, some
from .leaves import ABSENT, NOT_APPLICABLE, NUMBER, UNANSWERED, Leaves

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maturity.model.scales import AnyScale
    from maturity.model.scoring import Conventions
    from maturity.model.tree import Item


@frozen(kw_only=True, eq=False)
class Cells:
    """What was answered, as codes.

    `codes` counts: after the evidence cap and the obligations; `said` is the answer as it was
    given. Both have the shape (units, items, assessments), UNANSWERED, NOT_APPLICABLE and ABSENT
    (no such unit here) among the codes. `numbers` stand beside the code NUMBER; its second axis
    follows `Leaves.numeric`. Where some units of an item have answered, `proven` and `said_numbers`
    are what they said, which counts once there is evidence, and `excused` marks the others where
    the reason that was given speaks for them too. `targets` and `target_numbers` have no unit axis.
    """

    codes: Codes
    said: Codes
    proven: Codes
    excused: Flags
    numbers: Floats
    said_numbers: Floats
    targets: Codes
    target_numbers: Floats
    as_of: tuple[date | None, ...] = field(default=())

    @cached_property
    def applicable(self) -> Flags:
        """(items, assessments): some unit could answer."""
        return some((self.codes != NOT_APPLICABLE) & (self.codes != ABSENT), 0)

    @cached_property
    def answered(self) -> Flags:
        """(items, assessments): applicable, and every unit that could answer has."""
        return self.applicable & ~some(self.codes == UNANSWERED, 0)

    def columns(self, chosen: slice | Indices) -> Cells:
        """The cells of some of the assessments; a slice copies nothing."""
        picked = {name: getattr(self, name)[..., chosen] for name in _ARRAYS}
        if isinstance(chosen, slice):
            return evolve(self, **picked, as_of=self.as_of[chosen])
        places = np.arange(self.codes.shape[2])[chosen].tolist()
        return evolve(self, **picked, as_of=tuple(self.as_of[n] for n in places))


_ARRAYS = tuple(name for name in fields_dict(Cells) if name != "as_of")


@frozen(eq=False)
class Encoder:
    """Turns the assessments of one (narrowed) framework into cells."""

    leaves: Leaves
    as_of: date | None = None

    def encode(self, assessments: Sequence[Assessment]) -> Cells:
        """The cells of `assessments`, in their order."""
        units = max((_unit_count(assessment) for assessment in assessments), default=1)
        shape = (units, len(self.leaves.items), len(assessments))
        codes = np.full(shape, ABSENT, np.uint8)
        codes[0] = UNANSWERED
        cells = Cells(
            codes=codes,
            said=codes.copy(),
            proven=codes.copy(),
            excused=np.zeros(shape, bool),
            numbers=np.zeros((units, len(self.leaves.numeric), len(assessments))),
            said_numbers=np.zeros((units, len(self.leaves.numeric), len(assessments))),
            targets=np.repeat(self.leaves.top[:, None], len(assessments), axis=1),
            target_numbers=np.zeros((len(self.leaves.numeric), len(assessments))),
            as_of=tuple(self.as_of or assessment.as_of for assessment in assessments),
        )
        for n, assessment in enumerate(assessments):
            self._fill(cells, n, assessment)
        return cells

    def from_codes(
        self,
        said: Codes,
        numbers: Floats,
        reasons: Lengths | None,
        days: tuple[date | None, ...],
    ) -> Cells:
        """The cells of plain answers: by no units, without evidence and without targets.

        `said` has the shape (items, assessments), `numbers` (numeric items, assessments): 0 where
        there is none. `reasons`: how long the reason beside each answer is, in the shape of
        `said`; None: there are none. `days`: on which evidence would be judged. To the bit what
        `encode` makes of the same answers; what is the same for all takes no memory.
        """
        shape = (1, *said.shape)
        codes, proven, counted = said.copy(), said.copy(), numbers.copy()
        for leaf in filter(self._is_special, range(len(said))):
            answered = said[leaf] < ABSENT
            passes = answered & self._passes(leaf, None if reasons is None else reasons[leaf])
            codes[leaf, passes] = proven[leaf, passes] = self.leaves.top[leaf]
            self._hold(codes, counted, leaf, answered & ~passes)
        return Cells(
            codes=codes[None],
            said=said[None],
            proven=proven[None],
            excused=np.broadcast_to(np.False_, shape),
            numbers=counted[None],
            said_numbers=numbers[None],
            targets=np.broadcast_to(self.leaves.top[:, None], said.shape),
            target_numbers=np.broadcast_to(np.float64(0), numbers.shape),
            as_of=tuple(self.as_of or day for day in days),
        )

    def _passes(self, leaf: int, reasons: Lengths | None) -> Flags:
        """Whether an answer passes by its obligation alone; see `explained`."""
        if self.leaves.may[leaf]:
            return np.ones(1, bool)
        if reasons is None or self.leaves.items[leaf].obligation != "should":
            return np.zeros(1, bool)
        return np.asarray(reasons >= max(self.leaves.homes[leaf].reason_length, 1), bool)

    def _hold(self, codes: Codes, counted: Floats, leaf: int, here: Flags) -> None:
        """Hold the answers `here` down to what counts without evidence; see `_held`."""
        asked = self.leaves.items[leaf].evidence or self.leaves.homes[leaf].evidence
        if asked is None or asked.above is None:
            return
        known = self.leaves.codes[leaf]
        if known is not None:
            codes[leaf, here] = np.minimum(codes[leaf, here], known[str(asked.above)])
            return
        scale = cast("NumericScale", self.leaves.scales[leaf])
        place = self.leaves.numeric.index(leaf)
        worse = np.minimum if scale.better == "higher" else np.maximum
        counted[place, here] = worse(counted[place, here], float(asked.above))

    def _fill(self, cells: Cells, n: int, assessment: Assessment) -> None:
        """Write one assessment into its column."""
        index = self.leaves.index
        for path, answer in assessment.answers.items():
            leaf = index.get(path)
            if leaf is not None and self.leaves.items[leaf].claims is None:
                self._write(cells, n, leaf, answer, tuple(assessment.units))
        for path, claim in assessment.claims.items():
            leaf = index.get(f"{path}.{CLAIMED}")
            if leaf is not None:
                self._write(cells, n, leaf, claim, ())
            if isinstance(claim.value, NotApplicable):
                below = [i for i, item in enumerate(self.leaves.items) if is_below(item.id, path)]
                cells.codes[0, below, n] = cells.said[0, below, n] = NOT_APPLICABLE
        for path, target in assessment.targets.items():
            leaf = index.get(path, index.get(f"{path}.{CLAIMED}"))
            if leaf is not None:
                cells.targets[leaf, n], number = self._code(leaf, target)
                if leaf in self.leaves.numeric:
                    cells.target_numbers[self.leaves.numeric.index(leaf), n] = number

    def _write(
        self, cells: Cells, n: int, leaf: int, answer: Answer, units: tuple[str, ...]
    ) -> None:
        """Write the answer to one item: once, or for each unit."""
        if answer.is_draft:
            return
        values = [answer.by.get(unit) for unit in units] if answer.by else [answer.value]
        special = self._is_special(leaf)
        excuse = special and explained(self.leaves.items[leaf], self.leaves.homes[leaf], answer)
        for u, value in enumerate(values):
            said, number = self._code(leaf, value)
            cells.said[u, leaf, n] = cells.proven[u, leaf, n] = code = said
            cells.excused[u, leaf, n] = excuse and said == UNANSWERED
            if leaf in self.leaves.numeric:
                cells.said_numbers[u, self.leaves.numeric.index(leaf), n] = number
            if excuse and said < ABSENT:
                code = cells.proven[u, leaf, n] = int(self.leaves.top[leaf])
            elif special and said < ABSENT:
                code, number = self._held(leaf, said, number, answer, cells.as_of[n])
            cells.codes[u, leaf, n] = code
            if leaf in self.leaves.numeric:
                cells.numbers[u, self.leaves.numeric.index(leaf), n] = number

    def _code(self, leaf: int, value: Value | None) -> tuple[int, float]:
        """The code of one value, and the number beside it."""
        if value is None:
            return UNANSWERED, 0.0
        if isinstance(value, NotApplicable):
            return NOT_APPLICABLE, 0.0
        codes = self.leaves.codes[leaf]
        return (NUMBER, float(value)) if codes is None else (codes[str(value)], 0.0)

    def _is_special(self, leaf: int) -> bool:
        """Whether evidence or an obligation may change what an answer counts as."""
        item, conventions = self.leaves.items[leaf], self.leaves.homes[leaf]
        asked = item.evidence or conventions.evidence
        return item.obligation is not None or (asked is not None and asked.above is not None)

    def _held(
        self, leaf: int, code: int, number: float, answer: Answer, day: date | None
    ) -> tuple[int, float]:
        """The code that counts: held down without its evidence."""
        item, conventions = self.leaves.items[leaf], self.leaves.homes[leaf]
        asked = item.evidence or conventions.evidence
        if asked is None or asked.above is None or asked.met_by(answer.evidence, day):
            return code, number
        codes = self.leaves.codes[leaf]
        if codes is not None:
            return min(code, codes[str(asked.above)]), number
        scale = self.leaves.scales[leaf]
        return code, _worse(number, float(asked.above), cast("NumericScale", scale))


def answer_to(item: Item, assessment: Assessment) -> Answer | None:
    """What is said of an item, or claimed of the branch that it stands for; None: nothing yet."""
    known = assessment.claims.get(item.claims) if item.claims else assessment.answers.get(item.id)
    return None if known is None or known.is_draft else known


def given(answer: Answer) -> list[str | float]:
    """The options or numbers that are answered, one or one a unit."""
    values = answer.by.values() if answer.by else (answer.value,)
    return [v for v in values if v is not None and not isinstance(v, NotApplicable)]


def is_top(scale: AnyScale, value: str | float) -> bool:
    """Whether an answer is the best there is."""
    best = scale.best if isinstance(scale, NumericScale) else scale.options[-1].id
    return value == best


def held_down(
    item: Item, scale: AnyScale, conventions: Conventions, answer: Answer, day: date | None
) -> bool:
    """Whether an answer counts for less than it says, for want of the evidence that is asked."""
    asked = item.evidence or conventions.evidence
    if asked is None or asked.above is None or explained(item, conventions, answer):
        return False
    if asked.met_by(answer.evidence, day):
        return False
    if isinstance(scale, NumericScale):
        limit = float(asked.above)
        return any(_worse(float(v), limit, scale) != float(v) for v in given(answer))
    limit = scale.index(str(asked.above))
    return any(scale.index(str(value)) > limit for value in given(answer))


def explained(item: Item, conventions: Conventions, answer: Answer) -> bool:
    """Whether an answered item passes by its obligation alone."""
    if item.obligation == "may":
        return True
    reason = answer.reason.strip()
    return item.obligation == "should" and len(reason) >= max(conventions.reason_length, 1)


def _worse(number: float, limit: float, scale: NumericScale) -> float:
    """The worse of two numbers."""
    return min(number, limit) if scale.better == "higher" else max(number, limit)


def _unit_count(assessment: Assessment) -> int:
    """How many cells an item of this assessment may need."""
    return max(len(assessment.units), 1) if any(a.by for a in assessment.answers.values()) else 1


def repeated(cells: Cells, column: slice, codes: Codes) -> Cells:
    """Cells with these codes and one assessment's numbers and targets, repeated."""
    count = codes.shape[2]

    def repeat(numbers: Floats) -> Floats:
        return np.repeat(numbers[..., column], count, axis=-1)

    return evolve(
        cells,
        codes=codes,
        said=codes,
        excused=np.repeat(cells.excused[:, :, column], count, axis=2),
        numbers=repeat(cells.numbers),
        targets=np.repeat(cells.targets[:, column], count, axis=1),
        target_numbers=repeat(cells.target_numbers),
        as_of=cells.as_of[column] * count,
    )
