"""How fast many assessments are scored, against dataframes: `make bench`, or this alone.

Framework A: 100 items in 7 dimensions, four staged (a level needs 80 per cent of its weight) and
three means with bands; weights 1 to 3. B: the same with weights that are no whole numbers. C: the
shipped frameworks as they are. Per dimension: value, level, how many are answered and apply, and
how often each option was chosen. Every contestant's results are checked equal to ours in the run
that times it. Figures are ratios of medians from one process; contestants take turns.

`python -m tests.benchmarks.kernels [assessments]`: how many, 1,000,000 where nothing is said.
"""

from __future__ import annotations

import sys
import threading
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
import polars as pl

import maturity as mt
from maturity.model.frozen import FrozenMap
from maturity.model.rules import Mean, NoTotal, Staged
from maturity.model.scales import LADDER, Bands, Level, Option, Scale
from maturity.model.scoring import Conventions, Scoring
from maturity.model.tree import Dimension, Item
from maturity.scoring.batch import score_batch
from maturity.scoring.cells import Cells
from maturity.scoring.leaves import NOT_APPLICABLE, NUMBER, UNANSWERED
from maturity.scoring.plan import Plan, build_plan

from .peers import Asked, Results, Shape, long_columns, pandas_long, polars_long, polars_wide

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from maturity.scoring.arrays import Codes
    from maturity.scoring.batch import StatedBatch

RUNS = 5
FEW = 100_000
PAGE = 4096
RUNGS = ("young", "established", "mature", "exemplar")
THRESHOLD = 0.8
LIMITS = (0.5, 1.0, 1.5)
OPTIONS = 3


def shape_of(*, whole: bool) -> Shape:
    """100 items in 7 dimensions, four of them staged."""
    dice = np.random.default_rng(4)
    sizes = (15, 15, 14, 14, 14, 14, 14)
    found = {}
    for number, size in enumerate(sizes, 1):
        weights = dice.integers(1, 4, size) if whole else dice.uniform(0.5, 3.0, size)
        found[f"d{number}"] = tuple(
            Asked(f"d{number}.i{place:02}", 1 + place % len(RUNGS), float(weights[place]))
            for place in range(size)
        )
    return Shape(found, frozenset(list(found)[:4]), len(RUNGS), THRESHOLD, LIMITS)


def framework_of(shape: Shape) -> mt.Framework:
    """The same as a framework."""
    levels = tuple(Level(id_, id_.title(), n) for n, id_ in enumerate(RUNGS, 1))
    options = tuple(Option(f"o{n}", f"Option {n}", float(n)) for n in range(OPTIONS))
    ladder = Scale(LADDER, tuple(Option(one.id, one.label, float(one.rank)) for one in levels))
    bands = Bands("from", tuple(zip(RUNGS[1:], shape.bands, strict=True)))
    staged = Staged(threshold=shape.threshold)
    return mt.Framework(
        id="benchmark",
        title="A framework to be timed",
        edition="1",
        levels=levels,
        scales=FrozenMap({LADDER: ladder, "answers": Scale("answers", options)}),
        scoring=Scoring(overall=NoTotal()),
        dimensions=tuple(
            Dimension(
                id=name,
                title=name,
                conventions=Conventions(),
                rule=staged if name in shape.staged else Mean(bands=bands),
                own_items=tuple(
                    Item(
                        id=item.name, text="So?", dimension=name, scale="answers",
                        level=RUNGS[item.rung - 1], weight=item.weight,
                    )
                    for item in sorted(items, key=lambda item: item.rung)
                ),
            )
            for name, items in shape.dimensions.items()
        ),
    )  # fmt: skip


def cells_of(plan: Plan, codes: Codes) -> Cells:
    """Cells of plain answers that take no memory beside the codes."""
    shape = codes[None].shape
    numbers = np.broadcast_to(np.float64(0), (1, len(plan.leaves.numeric), codes.shape[1]))
    return Cells(
        codes=codes[None], said=codes[None], proven=codes[None],
        excused=np.broadcast_to(np.False_, shape), numbers=numbers, said_numbers=numbers,
        targets=np.broadcast_to(plan.leaves.top[:, None], codes.shape), target_numbers=numbers[0],
    )  # fmt: skip


def random_codes(plan: Plan, count: int) -> Codes:
    """Random answers: one in ten is missing, one in twenty does not apply."""
    dice = np.random.default_rng(5)
    codes = np.empty((len(plan.leaves.items), count), np.uint8)
    for row, scale in enumerate(plan.leaves.scales):
        options = len(scale.options) if isinstance(scale, Scale) else NUMBER
        chance = dice.random(count, np.float32)
        codes[row] = dice.integers(0, options, count, np.uint8)
        codes[row, chance < 0.1] = UNANSWERED
        codes[row, chance > 0.95] = NOT_APPLICABLE
    return codes


def in_turn(contestants: dict[str, Callable[[], object]], runs: int = RUNS) -> dict[str, float]:
    """The median time of each, taken in turn so that a busy machine is so for all."""
    times: dict[str, list[float]] = {name: [] for name in contestants}
    for run in range(runs + 1):
        for name, work in contestants.items():
            start = perf_counter()
            work()
            if run:
                times[name].append(perf_counter() - start)
    return {name: median(each) for name, each in times.items()}


def extra_memory(work: Callable[[], object]) -> int:
    """The bytes that the process holds at most while `work` runs, beyond those before.

    What it returns counts. Read from Linux's own account, so also what NumPy takes.
    """

    def resident() -> int:
        account = Path("/proc/self/statm").read_text(encoding="ascii")
        return int(account.split()[1]) * PAGE

    before, most, done = resident(), 0, threading.Event()

    def watch() -> None:
        nonlocal most
        while not done.wait(0.001):
            most = max(most, resident())

    watcher = threading.Thread(target=watch)
    watcher.start()
    kept = work()
    most = max(most, resident())
    done.set()
    watcher.join()
    del kept
    return most - before


def check_equal(ours: StatedBatch, theirs: Results, who: str) -> None:
    """Hold a contestant's results against ours."""
    for name, facts in theirs.items():
        state, counts = ours[name], ours.counts(name)
        mine: dict[str, NDArray[Any]] = {
            "rank": state.stated.rank,
            "answered": state.answered,
            "applicable": state.applicable,
        }
        mine |= {f"n{n}": counts[f"o{n}"] for n in range(OPTIONS)}
        there = (state.applicable > 0) & (state.answered > 0)
        for fact, numbers in mine.items():
            here = there if fact == "rank" else slice(None)
            if not np.array_equal(numbers[here], facts[fact][here]):
                raise AssertionError(f"{who}: {name} {fact} differs")
        if not np.allclose(state.stated.value[there], facts["value"][there], rtol=0, atol=1e-9):
            raise AssertionError(f"{who}: {name} value differs")


def race(title: str, shape: Shape, count: int, goals: tuple[int, int, int]) -> None:
    """Time one framework against the peers."""
    plan = build_plan(framework_of(shape))
    order = [item.id for item in plan.leaves.items]
    codes = random_codes(plan, count)
    cells = cells_of(plan, codes)
    names = [item.name for items in shape.dimensions.values() for item in items]
    signed = codes[[order.index(name) for name in names]].view(np.int8)
    wide = pl.DataFrame({name: signed[n] for n, name in enumerate(names)})
    few = min(count, FEW)
    tenth = cells_of(plan, np.ascontiguousarray(codes[:, :few]))
    rows = long_columns(shape, np.ascontiguousarray(signed[:, :few]))
    long, frame = pl.DataFrame(rows), pd.DataFrame(rows)

    def lean(plan: Plan, cells: Cells, threads: int = 1) -> StatedBatch:
        return score_batch(plan, cells, bounds=False, threads=threads)

    ours, small = lean(plan, cells), lean(plan, tenth)
    check_equal(ours, polars_wide(shape, wide), "Polars wide")
    check_equal(small, polars_long(shape, long), "Polars long")
    check_equal(small, pandas_long(shape, frame), "pandas long")
    del ours, small
    many = in_turn(
        {
            "ours": lambda: lean(plan, cells),
            "two threads": lambda: lean(plan, cells, threads=2),
            "Polars wide": lambda: polars_wide(shape, wide),
            "with bounds": lambda: score_batch(plan, cells),
        }
    )
    some = in_turn(
        {
            "ours": lambda: lean(plan, tenth),
            "Polars long": lambda: polars_long(shape, long),
            "pandas long": lambda: pandas_long(shape, frame),
        },
        3,
    )
    answers = count * len(names)
    speed = answers / many["ours"] / 1e6
    memory = extra_memory(lambda: lean(plan, cells)) / answers
    print(f"{title}: {count:,} assessments, {speed:,.0f} million answers a second")
    for name, goal in zip(("Polars wide", "Polars long", "pandas long"), goals, strict=True):
        times = many if name in many else some
        at = f"at {few:,}" if times is some else f"at {count:,}"
        print(f"  {name} ({at}): {times[name] / times['ours']:.1f} times our time (goal {goal})")
    print(f"  with bounds: {many['with bounds'] / many['ours']:.2f} times the price (at most 3)")
    print(f"  in two threads: {many['two threads'] / many['ours']:.2f} of the time")
    print(f"  extra memory: {memory:.2f} bytes an answer at most, results included (at most 2)")


def shipped(name: str, count: int) -> None:
    """Time a shipped framework, without bounds and with."""
    plan = build_plan(mt.load_framework(name))
    cells = cells_of(plan, random_codes(plan, count))
    times = in_turn(
        {
            "lean": lambda: score_batch(plan, cells, bounds=False),
            "bounds": lambda: score_batch(plan, cells),
        },
        3,
    )
    speed = count * len(plan.leaves.items) / times["lean"] / 1e6
    print(
        f"C, {name}: {count:,} assessments, {speed:,.0f} million answers a second; "
        f"with bounds {times['bounds'] / times['lean']:.2f} times the price"
    )


def main(count: int = 1_000_000) -> None:
    """Measure, and print what was found."""
    race("A, small whole weights", shape_of(whole=True), count, (5, 30, 100))
    race("B, any weights", shape_of(whole=False), count, (3, 20, 60))
    for name in ("hwb-board", "hwb-elements", "ohwb-service"):
        shipped(name, min(count, FEW))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
