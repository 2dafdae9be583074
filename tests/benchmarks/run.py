"""Benchmarks: `make bench`. Each figure is a ratio of two medians from one run, never a test.

Import: a fresh interpreter that imports this library, against one that imports attrs and cattrs,
each less an interpreter that imports nothing. One assessment: scoring the shipped examples, with
the plan compiled. Batch: five hundred copies scored together, against one by one.
"""

from __future__ import annotations

import subprocess
import sys
from functools import partial
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

import maturity as mt
from maturity.scoring.score import score_many

if TYPE_CHECKING:
    from collections.abc import Callable

RUNS = 15
COPIES = 500


def seconds(work: Callable[[], object], runs: int = RUNS) -> float:
    """The median time of some runs, after one that doesn't count."""
    work()
    times = []
    for _ in range(runs):
        start = perf_counter()
        work()
        times.append(perf_counter() - start)
    return median(times)


def starting(code: str) -> Callable[[], object]:
    """A fresh interpreter that runs `code`."""
    return lambda: subprocess.run([sys.executable, "-c", code], check=True)


def main() -> None:
    """Measure, and print one line a figure."""
    nothing = seconds(starting("pass"))
    ours = seconds(starting("import maturity")) - nothing
    theirs = seconds(starting("import attrs, cattrs")) - nothing
    print(f"import maturity / import attrs, cattrs: {ours / theirs:.2f} (at most 1.2)")
    for name in ("hwb-board", "hwb-elements", "ohwb-service"):
        example = mt.example(name)
        one = seconds(partial(mt.score, example), 200)
        many = seconds(partial(score_many, [example] * COPIES), 5)
        print(
            f"{name}: one assessment {one * 1000:.2f} ms (under 1 ms); "
            f"{COPIES} together / one by one: {many / (one * COPIES):.2f}"
        )


if __name__ == "__main__":
    main()
