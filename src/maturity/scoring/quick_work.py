"""What has to be counted in a block of codes so that a node's sums come out of it.

Items that add alike are counted together: how many are answered, how many have each option but the
lowest, how many don't apply. Whole sums come from these counts. Sums of other numbers are added
one item after the other, in the order of the engine.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

import numpy as np
from attrs import define, field, frozen

from maturity.model.scales import Scale

from .plan import Plan
from .quick_forms import Form

if TYPE_CHECKING:
    from .arrays import Floats
    from .quick_forms import Whole

MOST = 255
DIVISORS = range(1, 9)

Share = tuple[int, int]


@frozen(kw_only=True)
class Term:
    """What an item adds to the float sum at place `form`: `unit` times a small whole number.

    The number is `start` plus the marks at some places times a factor, modulo 256.
    """

    form: int
    unit: float
    start: int
    marks: tuple[Share, ...]


@frozen(kw_only=True)
class Job:
    """What is done with one item: its marks go to `rows`, and are added up by `terms`.

    The marks are: answered, each option but the lowest, not applicable. `said` are the rows of what
    it was said to be, where evidence or an obligation may make that another thing.
    """

    item: int
    options: int
    rows: tuple[int, ...]
    said: tuple[int, ...] | None
    terms: tuple[Term, ...]


@frozen(kw_only=True)
class WholeSum:
    """A sum in whole units: `start` plus some rows times a factor, modulo what `kind` holds."""

    start: int
    parts: tuple[Share, ...]
    kind: np.dtype[np.unsignedinteger]
    unit: float


@frozen(kw_only=True, eq=False)
class Work:
    """The jobs of a node and what is made of the rows that they count into.

    `sums` holds a whole sum for each form, or the place of a float sum. `answered`, `away` (not
    applicable) and, by label, `chosen` say which rows add up to which count; a second list of rows
    is taken off.
    """

    items: int
    jobs: tuple[Job, ...]
    rows: int
    forms: tuple[Form, ...]
    sums: tuple[WholeSum | int, ...]
    floats: int
    answered: tuple[int, ...]
    away: tuple[int, ...]
    chosen: dict[str, tuple[tuple[int, ...], tuple[int, ...]]]


def make_work(
    plan: Plan, reads: Sequence[int], entries: Sequence[int], forms: Sequence[Form]
) -> Work:
    """The work of a node that reads some items; `entries` says which item each entry of a form is.

    A numeric item is counted as answered, under its scale's id.
    """
    return _Maker(plan, reads, entries, forms).work()


@define(eq=False)
class _Maker:
    plan: Plan
    reads: Sequence[int]
    entries: Sequence[int]
    forms: Sequence[Form]
    shared: dict[tuple[object, ...], int] = field(factory=dict)
    sizes: list[int] = field(factory=list)

    def work(self) -> Work:
        places = {form: n for n, form in enumerate(f for f in self.forms if f.whole is None)}
        whole = [form for form in self.forms if form.whole is not None]
        starts, parts = dict.fromkeys(whole, 0), {form: dict[int, int]() for form in whole}
        jobs, answered, away = [], list[int](), list[int]()
        chosen: dict[str, tuple[list[int], list[int]]] = {}
        scales = dict.fromkeys(self.plan.leaves.items[item].scale for item in self.reads)
        for scale in scales:
            for label in self._labels(scale):
                chosen.setdefault(label, ([], []))
        for item in self.reads:
            options = self._options(item)
            whole_factors = []
            for form in whole:
                mine = [e for e, slot in enumerate(self.entries) if slot == item]
                start, factors = _on_marks(_whole(form)[mine].sum(axis=0), options)
                starts[form] += start
                whole_factors.append(factors)
            key = tuple(whole_factors)
            scale = self.plan.leaves.items[item].scale
            special = self._is_special(item)
            names = range(options + 1)
            rows = tuple(
                self._row((scale, mark, special, *(f[mark] for f in key))) for mark in names
            )
            said = None
            if special:
                said = tuple(self._row((scale, mark, "said")) for mark in range(options))
            for form, factors in zip(whole, key, strict=True):
                for row, factor in zip(rows, factors, strict=True):
                    if factor:
                        parts[form][row] = factor
            _once(answered, rows[0])
            _once(away, rows[-1])
            counted = said or rows[:-1]
            labels = self._labels(scale)
            _once(chosen[labels[0]][0], counted[0])
            for label, row in zip(labels[1:], counted[1:], strict=True):
                _once(chosen[labels[0]][1], row)
                _once(chosen[label][0], row)
            jobs.append(
                Job(
                    item=item, options=options, rows=rows, said=said,
                    terms=tuple(self._terms(item, options, places)),
                )
            )  # fmt: skip
        sums = tuple(
            places[form]
            if form.whole is None
            else WholeSum(
                start=starts[form],
                parts=tuple(sorted(parts[form].items(), key=lambda part: abs(part[1]))),
                kind=form.kind,
                unit=2.0**-form.shift,
            )
            for form in self.forms
        )
        return Work(
            items=len(self.reads), jobs=tuple(jobs), rows=len(self.sizes), forms=tuple(self.forms),
            sums=sums, floats=len(places), answered=tuple(answered), away=tuple(away),
            chosen={name: (tuple(plus), tuple(minus)) for name, (plus, minus) in chosen.items()},
        )  # fmt: skip

    def _options(self, item: int) -> int:
        """How many options an item has; a number counts as one."""
        scale = self.plan.leaves.scales[item]
        return len(scale.options) if isinstance(scale, Scale) else 1

    def _labels(self, scale_id: str) -> tuple[str, ...]:
        """What the answers on a scale are counted as."""
        scale = self.plan.framework.scales[scale_id]
        if not isinstance(scale, Scale):
            return (scale_id,)
        return tuple(option.id for option in scale.options)

    def _is_special(self, item: int) -> bool:
        """Whether an answer may count as another than the one that was given."""
        leaves = self.plan.leaves
        asked = leaves.items[item].evidence or leaves.homes[item].evidence
        held = asked is not None and asked.above is not None
        return leaves.items[item].obligation is not None or held

    def _row(self, key: tuple[object, ...]) -> int:
        """The row in which marks of a kind are counted; a new one when it is full."""
        row = self.shared.get(key)
        if row is None or self.sizes[row] == MOST:
            row = self.shared[key] = len(self.sizes)
            self.sizes.append(0)
        self.sizes[row] += 1
        return row

    def _terms(self, item: int, options: int, places: dict[Form, int]) -> list[Term]:
        """What one item adds to each float sum, entry after entry."""
        found = []
        for form, place in places.items():
            for entry, slot in enumerate(self.entries):
                if slot == item:
                    numbers = form.numbers[entry]
                    found += [
                        _term(place, unit, factors, options)
                        for unit, factors in _as_units(_of_item(numbers, options))
                    ]
        return found


def _whole(form: Form) -> Whole:
    """The whole numbers of a form that has them."""
    return cast("Whole", form.whole)


def _once(rows: list[int], row: int) -> None:
    """Add a row to a list, where it isn't there yet."""
    if row not in rows:
        rows.append(row)


def _of_item(numbers: Floats, options: int) -> Floats:
    """The numbers of an item's own options, and of the two states without an answer."""
    return np.concatenate([numbers[:options], numbers[-2:]])


def _on_marks(numbers: Whole, options: int) -> tuple[int, tuple[int, ...]]:
    """Numbers by state as a start and a factor for each mark."""
    first, open_, away = int(numbers[0]), int(numbers[-2]), int(numbers[-1])
    own = [int(number) - first for number in numbers[1:options]]
    return open_, (first - open_, *own, away - open_)


def _as_units(numbers: Floats) -> list[tuple[float, Whole]]:
    """Numbers as whole multiples of one unit, to the bit; else of several, one of which is there.

    One product and one sum for an item are what makes this quick.
    """
    different = sorted(set(numbers[numbers != 0].tolist()), key=abs)
    if not different:
        return []
    for divisor in DIVISORS:
        unit = different[0] / divisor
        times = np.rint(numbers / unit)
        if (times >= 0).all() and (times <= MOST).all() and (unit * times == numbers).all():
            return [(unit, times.astype(np.int64))]
    return [(one, (numbers == one).astype(np.int64)) for one in different]


def _term(form: int, unit: float, times: Whole, options: int) -> Term:
    """A term of whole multiples of a unit."""
    start, factors = _on_marks(times, options)
    marks = tuple((mark, factor) for mark, factor in enumerate(factors) if factor)
    return Term(form=form, unit=unit, start=start, marks=marks)
