"""What has to be counted, and how it comes together."""

from __future__ import annotations

from maturity.scoring.leaves import ABSENT
from maturity.scoring.quick_work import LONGEST, WholeSum, make_work
from maturity.scoring.readings import Reading

from .quick_tools import node_of, quick_of
from .tools import THREE, ruled

WEIGHED = """
[dimensions.a]
title = "A"
[dimensions.a.items]
x = { text = "X", weight = 3 }
y = "Y"
z = { text = "Z", weight = 2 }
"""


def test_neighbours_are_one_run() -> None:
    """Items on one scale are marked together."""
    quick = quick_of(ruled('"mean"') + THREE)
    (run,) = quick.work(quick.plan.row["a"], bounds=False).runs
    assert (run.first, run.stop, run.options, run.terms) == (0, 3, 3, ())


def test_long_runs_are_cut() -> None:
    """A run is no longer than there is room for."""
    items = ", ".join(f'i{n:02} = "So?"' for n in range(LONGEST + 1))
    quick = quick_of(ruled('"mean"') + f'[dimensions.a]\ntitle = "A"\nitems = {{ {items} }}\n')
    runs = quick.work(quick.plan.row["a"], bounds=False).runs
    assert [(run.first, run.stop) for run in runs] == [(0, LONGEST), (LONGEST, LONGEST + 1)]
    assert all(not group.fresh for groups in runs[1].counted for group in groups)


def test_running_totals() -> None:
    """Weights 3, 2 and 1 are three rows, each added once to a running total."""
    quick = quick_of(ruled('"share"') + WEIGHED)
    node = node_of(quick)
    entries = [entry.slot for entry in node.node.entries]
    work = make_work(quick.plan, [0, 1, 2], entries, node.sums[Reading.LOW].forms)
    passed, of = work.sums
    assert isinstance(passed, WholeSum)
    assert isinstance(of, WholeSum)
    assert [times for _, times in passed.plus.levels] == [1, 1, 1]
    assert (of.start, of.plus.levels, len(of.minus.levels)) == (6, (), 3)


def test_a_byte_is_never_overrun() -> None:
    """No row counts more items than a byte holds."""
    items = ", ".join(f'i{n:03} = "So?"' for n in range(ABSENT + 50))
    quick = quick_of(ruled('"mean"') + f'[dimensions.a]\ntitle = "A"\nitems = {{ {items} }}\n')
    work = quick.work(quick.plan.row["a"], bounds=False)
    held: dict[int, int] = {}
    for run in work.runs:
        for group in run.counted[0]:
            held[group.row] = held.get(group.row, 0) + len(group.places)
    assert sorted(held.values()) == [48, 255]
