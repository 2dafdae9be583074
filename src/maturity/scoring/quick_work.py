"""What has to be counted in a block of codes so that a node's sums come out of it.

Items that add alike are counted together: how many are answered, how many have each option but the
lowest, how many don't apply. Whole sums come from these counts. Sums of other numbers are added
one item after the other, in the order of the engine.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING, cast

import numpy as np
from attrs import define, field, frozen

from maturity.model.scales import Scale

from .plan import Plan
from .quick_forms import Form
from .quick_terms import Factor, Term, on_marks, terms_of

if TYPE_CHECKING:
    from .quick_forms import Whole

MOST = 255
LONGEST = 16
ANSWERED = 0

Spans = tuple[slice, ...]


@frozen(kw_only=True)
class Group:
    """Items of a run whose marks are counted into one row; `fresh`: nothing is in it yet."""

    row: int
    places: tuple[int, ...]
    fresh: bool


@frozen(kw_only=True)
class Run:
    """Items that stand one after the other, from `first` up to `stop`, with equally many options.

    The marks of an item are: answered, each option but the lowest, not applicable. `counted` says
    for each mark into which rows it goes; `said` the same of what the items were said to be, where
    evidence or an obligation may make that another thing. `terms` are those of each item.
    """

    first: int
    stop: int
    options: int
    counted: tuple[tuple[Group, ...], ...]
    said: tuple[tuple[Group, ...], ...]
    terms: tuple[tuple[Term, ...], ...]


@frozen(kw_only=True)
class Weighing:
    """Rows times a whole number each, the largest first.

    With running totals, so that hardly anything is multiplied: 3a + 2b + c is a, and a + b, and
    a + b + c. Each entry is some rows that join the total, and how often it is then added.
    """

    levels: tuple[tuple[tuple[int, ...], int], ...]


@frozen(kw_only=True)
class WholeSum:
    """A sum in whole units: `start` plus some rows less others, modulo what `kind` holds."""

    start: int
    plus: Weighing
    minus: Weighing
    kind: np.dtype[np.unsignedinteger]
    unit: float


@frozen(kw_only=True, eq=False)
class Work:
    """The runs of a node and what is made of the rows that they count into.

    `sums` holds a whole sum for each form, or the place of a float sum. `answered`, `away` (not
    applicable) and, by label, `chosen` say which rows add up to which count; of an option that is
    the lowest of a scale, a second list of rows is taken off.
    """

    items: int
    runs: tuple[Run, ...]
    rows: int
    forms: tuple[Form, ...]
    sums: tuple[WholeSum | int, ...]
    floats: int
    answered: Spans
    away: Spans
    chosen: dict[str, tuple[Spans, Spans]]


def make_work(
    plan: Plan, reads: Sequence[int], entries: Sequence[int], forms: Sequence[Form]
) -> Work:
    """The work of a node that reads some items; `entries` says which item each entry of a form is.

    A numeric item is counted as answered, under its scale's id.
    """
    return _Maker(plan, reads, entries, forms).work()


@frozen
class _Key:
    """What the marks that are counted into one row have in common; rows are in this order.

    `mark` is a place among the marks, -1 for "not applicable"; `kind` is 1 for what was said.
    """

    kind: int
    mark: int
    scale: str
    special: bool
    factors: tuple[int, ...]
    part: int = 0


@define(eq=False)
class _Maker:
    plan: Plan
    reads: Sequence[int]
    entries: Sequence[int]
    forms: Sequence[Form]
    sizes: dict[_Key, int] = field(factory=dict)

    def work(self) -> Work:
        floats = {form: n for n, form in enumerate(f for f in self.forms if f.whole is None)}
        whole = [form for form in self.forms if form.whole is not None]
        starts = dict.fromkeys(whole, 0)
        keys: dict[int, list[_Key]] = {}
        said: dict[int, list[_Key]] = {}
        for item in self.reads:
            options, special = self._options(item), self._is_special(item)
            scale = self.plan.leaves.items[item].scale
            factors = []
            for form in whole:
                mine = self._entries_of(item)
                start, by_mark = on_marks(_whole(form)[mine].sum(axis=0), options)
                starts[form] += start
                factors.append(by_mark)
            marks = [*range(options), -1]
            keys[item] = [
                self._row(_Key(0, mark, scale, special, tuple(f[mark] for f in factors)))
                for mark in marks
            ]
            if special:
                said[item] = [self._row(_Key(1, m, scale, special, ())) for m in marks[:-1]]
        order = sorted(self.sizes, key=lambda k: (k.kind, k.mark, k.scale))
        place = {key: n for n, key in enumerate(order)}
        counted = [key for key in order if not key.kind]

        def sum_of(number: int, form: Form) -> WholeSum:
            parts = [(place[key], key.factors[number]) for key in counted]
            return WholeSum(
                start=starts[form],
                plus=_weighing([part for part in parts if part[1] > 0]),
                minus=_weighing([(row, -factor) for row, factor in parts if factor < 0]),
                kind=form.kind,
                unit=2.0**-form.shift,
            )

        numbers = {form: n for n, form in enumerate(whole)}
        return Work(
            items=len(self.reads),
            runs=tuple(self._runs(keys, said, place, floats)),
            rows=len(order),
            forms=tuple(self.forms),
            sums=tuple(
                floats[form] if form in floats else sum_of(numbers[form], form)
                for form in self.forms
            ),
            floats=len(floats),
            answered=_spans([place[key] for key in counted if key.mark == ANSWERED]),
            away=_spans([place[key] for key in counted if key.mark == -1]),
            chosen=self._chosen(place),
        )

    def _options(self, item: int) -> int:
        """How many options an item has; a number counts as one."""
        scale = self.plan.leaves.scales[item]
        return len(scale.options) if isinstance(scale, Scale) else 1

    def _entries_of(self, item: int) -> list[int]:
        """The places of an item's entries."""
        return [place for place, slot in enumerate(self.entries) if slot == item]

    def _is_special(self, item: int) -> bool:
        """Whether an answer may count as another than the one that was given."""
        leaves = self.plan.leaves
        asked = leaves.items[item].evidence or leaves.homes[item].evidence
        held = asked is not None and asked.above is not None
        return leaves.items[item].obligation is not None or held

    def _row(self, key: _Key) -> _Key:
        """The row in which marks of a kind are counted; a new one when a byte is full."""
        while self.sizes.get(key, 0) == MOST:
            key = _Key(key.kind, key.mark, key.scale, key.special, key.factors, key.part + 1)
        self.sizes[key] = self.sizes.get(key, 0) + 1
        return key

    def _runs(
        self,
        keys: dict[int, list[_Key]],
        said: dict[int, list[_Key]],
        place: dict[_Key, int],
        floats: dict[Form, int],
    ) -> list[Run]:
        """Items one after the other, as many as are marked together."""
        begun: set[int] = set()
        runs = []
        for items in self._neighbours():
            of_codes = [[place[key] for key in keys[item]] for item in items]
            of_said = [[place[key] for key in said[item]] for item in items if item in said]
            options = self._options(items[0])
            runs.append(
                Run(
                    first=items[0],
                    stop=items[-1] + 1,
                    options=options,
                    counted=_groups(of_codes, begun),
                    said=_groups(of_said, begun),
                    terms=tuple(
                        tuple(terms_of(self._entries_of(i), options, floats)) for i in items
                    )
                    if floats
                    else (),
                )
            )
        return runs

    def _neighbours(self) -> list[list[int]]:
        """The items in runs of neighbours with equally many options."""
        found: list[list[int]] = []
        for item in self.reads:
            alike = found and (
                found[-1][-1] == item - 1
                and len(found[-1]) < LONGEST
                and self._options(found[-1][0]) == self._options(item)
                and self._is_special(found[-1][0]) == self._is_special(item)
            )
            if alike:
                found[-1].append(item)
            else:
                found.append([item])
        return found

    def _chosen(self, place: dict[_Key, int]) -> dict[str, tuple[Spans, Spans]]:
        """The rows that count each option, by its label, and those that are taken off."""
        found: dict[str, tuple[list[int], list[int]]] = {}
        for scale in dict.fromkeys(self.plan.leaves.items[item].scale for item in self.reads):
            labels = self._labels(scale)
            for label in labels:
                found.setdefault(label, ([], []))
            for key, row in place.items():
                if key.scale != scale or key.mark < 0 or (key.special and not key.kind):
                    continue
                found[labels[key.mark]][0].append(row)
                if key.mark != ANSWERED:
                    found[labels[0]][1].append(row)
        return {label: (_spans(plus), _spans(minus)) for label, (plus, minus) in found.items()}

    def _labels(self, scale_id: str) -> tuple[str, ...]:
        """What the answers on a scale are counted as."""
        scale = self.plan.framework.scales[scale_id]
        if not isinstance(scale, Scale):
            return (scale_id,)
        return tuple(option.id for option in scale.options)


def _groups(rows: list[list[int]], begun: set[int]) -> tuple[tuple[Group, ...], ...]:
    """For each mark the rows that it goes to, from the rows of each item's marks."""
    found = []
    for of_mark in zip(*rows, strict=True):
        here = []
        for row in dict.fromkeys(of_mark):
            places = tuple(n for n, other in enumerate(of_mark) if other == row)
            here.append(Group(row=row, places=places, fresh=row not in begun))
            begun.add(row)
        found.append(tuple(here))
    return tuple(found)


def _spans(rows: Sequence[int]) -> Spans:
    """Rows as slices of those that stand next to each other."""
    found: list[slice] = []
    for row in sorted(rows):
        if found and found[-1].stop == row:
            found[-1] = slice(found[-1].start, row + 1)
        else:
            found.append(slice(row, row + 1))
    return tuple(found)


def _weighing(parts: Sequence[Factor]) -> Weighing:
    """Rows and their factors, all above nought, as running totals."""
    ordered = sorted(parts, key=lambda part: -part[1])
    levels = [
        (factor, tuple(row for row, _ in same))
        for factor, same in groupby(ordered, key=lambda part: part[1])
    ]
    following = [*(factor for factor, _ in levels[1:]), 0][: len(levels)]
    return Weighing(
        levels=tuple(
            (rows, factor - next_) for (factor, rows), next_ in zip(levels, following, strict=True)
        )
    )


def _whole(form: Form) -> Whole:
    """The whole numbers of a form that has them."""
    return cast("Whole", form.whole)
