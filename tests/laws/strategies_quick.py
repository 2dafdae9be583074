"""Random frameworks whose nodes qualify for the quick way, and random codes for any framework."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from hypothesis import strategies as st

from maturity.model.framework import Framework
from maturity.model.frozen import FrozenMap
from maturity.model.rules import (
    HighWaterMark,
    Mean,
    Median,
    NoTotal,
    Rounding,
    Rule,
    Share,
    Staged,
    Sum,
    WeakestLink,
)
from maturity.model.scales import LADDER, Bands, Level, NumericScale, Option, Scale
from maturity.model.scoring import Conventions, Scoring
from maturity.model.tree import Dimension, Item
from maturity.scoring.cells import Cells
from maturity.scoring.leaves import NOT_APPLICABLE, NUMBER, UNANSWERED

from .pen import Pen

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from maturity.scoring.arrays import Codes
    from maturity.scoring.plan import Plan

WEIGHTS = (
    (1.0,),
    (1.0, 2.0, 3.0),
    (1.0, 0.5, 2.25),
    (1.0, 90.0, 700.0),
    (0.1, 0.7, 1.3, 2.9),
    (1.0, 1 / 3, 1e-6, 1e6),
)
VALUES = (
    (0.0, 1.0, 2.0),
    (0.0, 0.5, 1.0),
    (0.0, 0.1, 0.3, 0.9),
    (1.0, 2.0, 3.0, 4.0, 5.0),
    (-1.0, 0.0, 1.0),
    (0.0, 0.0, 1.0),
    (0.0, 1 / 3),
    (2.0,),
)
SHARES = (1.0, 0.7, 2 / 3, 0.8, 0.5, 0.3, 1 / 3, 0.0)


class Planter:
    """Makes a framework of dimensions over items alone, under one set of choices."""

    def __init__(self, pen: Pen) -> None:
        """Choose the levels, the scales and the weights."""
        self.pen = pen
        self.rungs = [f"l{rank}" for rank in range(1, pen.number(1, 4) + 1)]
        self.weights = pen.one(WEIGHTS)
        self.scales: dict[str, Any] = {
            LADDER: Scale(
                LADDER,
                tuple(Option(id_, id_, float(n + 1)) for n, id_ in enumerate(self.rungs)),
            )
        }
        for name in ("s1", "s2")[: pen.number(1, 2)]:
            values = pen.one(VALUES)
            options = tuple(Option(f"o{n}", f"o{n}", v) for n, v in enumerate(values))
            self.scales[name] = Scale(name, options)

    def framework(self) -> Framework:
        """The framework."""
        count = self.pen.number(1, 3)
        return Framework(
            id="quick",
            title="A framework to be worked out the quick way",
            edition="1",
            levels=tuple(Level(id_, id_, n + 1) for n, id_ in enumerate(self.rungs)),
            scales=FrozenMap(self.scales),
            scoring=Scoring(
                overall=self.pen.one((NoTotal(), WeakestLink(), Mean(range=(0.0, 1.0)), Share()))
            ),
            dimensions=tuple(self.dimension(f"d{n}") for n in range(1, count + 1)),
        )

    def dimension(self, path: str) -> Dimension:
        """A dimension with its items and a rule over them."""
        pen = self.pen
        names = list(self.scales)
        one_scale = pen.one(names)
        mixed = pen.maybe(1, 3)
        items = []
        for number in range(1, pen.number(1, 12) + 1):
            on_two = len(self.rungs) > 1 and pen.maybe(1, 6)
            items.append(
                Item(
                    id=f"{path}.i{number:02}",
                    text="So?",
                    dimension=path,
                    scale=pen.one(names) if mixed else one_scale,
                    level=None if on_two or pen.maybe(1, 8) else pen.one(self.rungs),
                    levels=FrozenMap({r: pen.one(self.weights) for r in self.rungs[:2]})
                    if on_two
                    else FrozenMap(),
                    weight=pen.one(self.weights),
                    obligation="may" if pen.maybe(1, 12) else None,
                )
            )
        items.sort(key=lambda item: item.level or "")
        return Dimension(
            id=path,
            title=path,
            weight=pen.one(self.weights),
            rule=self.rule({item.scale for item in items}),
            conventions=self.conventions(),
            own_items=tuple(items),
        )

    def conventions(self) -> Conventions:
        """Conventions that block nothing."""
        pen = self.pen
        return Conventions(
            missing=pen.one(("bound", "exclude", "lowest")),
            not_applicable=pen.one(("exclude", "pass", "lowest")),
            empty=pen.one(("undefined", "undefined", "pass", "fail")),
            empty_level=pen.one(("pass", "fail")),
            minimum_coverage=pen.one((0.0, 0.0, 0.5, 1.0)),
            tolerance=pen.one((1e-9, 0.0, 0.07)),
        )

    def rule(self, used: set[str]) -> Rule:
        """One of the rules that have a quick way."""
        pen = self.pen
        on_ladder = used == {LADDER}
        rounding = pen.one((None, None, Rounding(places=1, use=True), Rounding(places=0)))
        bands = None
        if pen.maybe(1, 2):
            named = self.rungs[pen.number(0, 1) if len(self.rungs) > 1 else 0 :]
            limits = sorted(pen.some(SHARES, len(named), len(named)))
            bands = Bands(pen.one(("from", "above")), tuple(zip(named, limits, strict=True)))
        spans = (None, (0.0, 1.0), (1.0, 5.0), (0.0, 100.0))
        weighted: dict[str, Any] = {
            "weighted": pen.one((True, False)),
            "bands": bands,
            "rounding": rounding,
        }
        thresholds = FrozenMap(
            {
                rung: FrozenMap({other: pen.one(SHARES) for other in pen.some(self.rungs, 1, 2)})
                for rung in self.rungs
            }
        )
        credit: Any = pen.one(("pass", "partial"))
        rules: tuple[Rule, ...] = (
            Staged(threshold=pen.one(SHARES), credit=credit, rounding=rounding),
            Mean(range=pen.one(spans), **weighted),
            Sum(range=pen.one(spans), **weighted),
            Staged(thresholds=thresholds, credit=credit),
            Share(range=pen.one(spans), bands=bands, rounding=rounding),
            Median(side=pen.one(("lower", "upper", "midpoint"))),
            WeakestLink(),
            HighWaterMark(),
            Sum(ceiling=100.0, **weighted),
            Mean(of="level") if on_ladder else Mean(),
        )
        return pen.one(rules)


@st.composite
def quick_frameworks(draw: Callable[[st.SearchStrategy[Any]], Any]) -> Framework:
    """A framework every dimension of which qualifies."""
    return Planter(Pen(draw)).framework()


def random_cells(pen: Pen, plan: Plan, count: int) -> Cells:
    """Cells of `count` assessments with random codes, more or less complete."""
    leaves = plan.leaves
    dice = np.random.default_rng(pen.number(0, 2**32 - 1))
    open_, away = pen.one((0.2, 0.0, 0.6, 1.0)), pen.one((0.1, 0.0, 0.5))
    shape = (len(leaves.items), count)
    codes: Codes = np.zeros(shape, np.uint8)
    numbers = np.zeros((len(leaves.numeric), count))
    for row, scale in enumerate(leaves.scales):
        if isinstance(scale, NumericScale):
            codes[row] = NUMBER
            place = leaves.numeric.index(row)
            numbers[place] = dice.integers(
                int(scale.minimum), int(scale.maximum), count, endpoint=True
            )
        else:
            codes[row] = dice.integers(0, len(scale.options), count)
    codes[dice.random(shape) < open_] = UNANSWERED
    codes[dice.random(shape) < away] = NOT_APPLICABLE
    numbers[codes[list(leaves.numeric)] != NUMBER] = 0.0
    return plain_cells(plan, codes, numbers)


def plain_cells(plan: Plan, codes: Codes, numbers: np.ndarray[Any, Any]) -> Cells:
    """Cells of one unit, in which what was said is what counts."""
    return Cells(
        codes=codes[None],
        said=codes[None],
        proven=codes[None],
        excused=np.zeros((1, *codes.shape), bool),
        numbers=numbers[None],
        said_numbers=numbers[None],
        targets=np.repeat(plan.leaves.top[:, None], codes.shape[1], axis=1),
        target_numbers=np.zeros(numbers.shape),
        as_of=(None,) * codes.shape[1],
    )


def chosen_columns(pen: Pen, count: int) -> Sequence[int]:
    """Some of the assessments, in any order."""
    return [pen.number(0, count - 1) for _ in range(pen.number(1, 5))]
