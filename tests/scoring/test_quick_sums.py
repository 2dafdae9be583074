"""Counting a block of codes."""

from __future__ import annotations

import numpy as np

from maturity.scoring.quick_sums import Room, add_up, as_floats, total

from .quick_tools import codes_of, quick_of
from .tools import THREE, ruled


def test_counts_and_sums() -> None:
    """Of three assessments the answered, the options and the sums come out as by hand."""
    quick = quick_of(ruled('"mean"') + THREE)
    work, room = quick.work(quick.plan.row["a"], bounds=False), Room()
    codes = codes_of("yyp", "n?-", "---")
    added = add_up(work, codes, codes, room)
    count = np.empty(3, np.uint8)
    assert total(added.rows, work.answered, (), count).tolist() == [3, 1, 0]
    assert total(added.rows, *work.chosen["no"], count).tolist() == [0, 1, 0]
    assert total(added.rows, *work.chosen["yes"], count).tolist() == [2, 0, 0]
    earned, of = (as_floats(*one) for one in added.sums)
    assert earned.tolist() == [2.5, 0.0, 0.0]
    assert of.tolist() == [3.0, 2.0, 0.0]


def test_sums_of_tenths() -> None:
    """Weights that are no whole numbers are added one after the other."""
    body = '[dimensions.a]\ntitle = "A"\n[dimensions.a.items]\n' + "".join(
        f'{name} = {{ text = "So?", weight = {weight} }}\n'
        for name, weight in {"x": 0.1, "y": 0.2, "z": 0.3}.items()
    )
    quick = quick_of(ruled('"mean"') + body)
    work = quick.work(quick.plan.row["a"], bounds=False)
    codes = codes_of("yyy", "y-y")
    added = add_up(work, codes, codes, Room())
    assert as_floats(*added.sums[0]).tolist() == [0.1 + 0.2 + 0.3, 0.1 + 0.3]


def test_nothing_left_from_before() -> None:
    """A room that was used for other codes, more of them, changes nothing."""
    quick = quick_of(ruled('"mean"') + THREE)
    work, room = quick.work(quick.plan.row["a"], bounds=False), Room()
    before, codes = codes_of("yyy", "yyy", "yyy"), codes_of("n?p")
    add_up(work, before, before, room)
    again, fresh = add_up(work, codes, codes, room), add_up(work, codes, codes, Room())
    assert again.rows.tolist() == fresh.rows.tolist()
    assert [one.tolist() for one, _ in again.sums] == [one.tolist() for one, _ in fresh.sums]
