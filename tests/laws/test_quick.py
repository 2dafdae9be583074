"""The quick way says what the general engine says, to the bit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.model.check_framework import check_framework
from maturity.model.framework import Framework
from maturity.model.frozen import FrozenMap
from maturity.model.rules import Mean, Median, Rule, Staged, WeakestLink
from maturity.model.scales import LADDER, Level, Option, Scale
from maturity.model.scoring import Conventions, Scoring
from maturity.model.tree import Dimension, Item
from maturity.scoring import batch
from maturity.scoring.batch import score_batch
from maturity.scoring.engine import evaluate
from maturity.scoring.leaves import ABSENT
from maturity.scoring.plan import build_plan
from maturity.scoring.quick_nodes import quick_plan
from maturity.scoring.states import NodeStates, Points, node_states

from .effort import effort
from .pen import Pen
from .strategies import frameworks
from .strategies_quick import chosen_columns, plain_cells, quick_frameworks, random_cells

if TYPE_CHECKING:
    from maturity.scoring.cells import Cells
    from maturity.scoring.plan import Plan

Bits = dict[str, Any]


def bits(state: object) -> Bits:
    """All that is stated, to the bit; whatever stands for "no value" is one thing."""
    found: Bits = {}
    for name in attrs.fields_dict(type(state)):  # type: ignore[arg-type]  # a record
        part = getattr(state, name)
        if isinstance(part, Points):
            there = ~np.isnan(part.value)
            found[name] = (np.where(there, part.value, 0.0).tobytes(), there.tobytes())
            found[f"{name}.rank"] = part.rank.tolist()
        elif isinstance(part, np.ndarray):
            found[name] = part.tolist()
    return found


def expected(plan: Plan, cells: Cells) -> dict[str, Bits]:
    """What the general engine states."""
    results = evaluate(plan, cells)
    return {
        path: bits(node_states(plan.nodes[row], row, cells, results))
        for path, row in plan.row.items()
    }


def stated(plan: Plan, cells: Cells, **how: Any) -> dict[str, Bits]:  # handed on  # noqa: ANN401  # handed on
    """What a batch states."""
    found = score_batch(plan, cells, **how)
    return {path: bits(found[path]) for path in found}


def check_all(data: st.DataObject, framework: Framework) -> Plan:
    """Hold a batch of random codes against the general engine, in every way to ask for it."""
    plan, pen = build_plan(framework), Pen(data.draw)
    cells = random_cells(pen, plan, pen.number(1, 40))
    wanted = expected(plan, cells)
    assert stated(plan, cells) == wanted
    lean = stated(plan, cells, bounds=False)
    for path, found in lean.items():
        assert found == {name: wanted[path][name] for name in found}
    picked = np.array(chosen_columns(pen, cells.codes.shape[2]))
    few = cells.columns(picked)
    assert stated(plan, few) == expected(plan, few)
    return plan


@effort(250)
@given(st.data())
def test_where_it_qualifies(data: st.DataObject) -> None:
    """Nodes that were made to qualify do, and come out as in the general engine."""
    framework = data.draw(quick_frameworks())
    assert not list(check_framework(framework))
    plan = check_all(data, framework)
    rows = {plan.row[dimension.id] for dimension in framework.dimensions}
    assert rows <= set(quick_plan(plan).nodes)


@effort(120)
@given(st.data())
def test_whatever_the_framework(data: st.DataObject) -> None:
    """Any framework comes out the same, whether its nodes qualify or not."""
    check_all(data, data.draw(frameworks()))


@effort(60)
@given(st.data())
def test_counts(data: st.DataObject) -> None:
    """Options are counted as they were chosen, for the items that a node rests on."""
    framework = data.draw(st.one_of(quick_frameworks(), frameworks()))
    plan, pen = build_plan(framework), Pen(data.draw)
    cells = random_cells(pen, plan, pen.number(1, 20))
    for bounds in (True, False):
        found = score_batch(plan, cells, bounds=bounds)
        for path, row in plan.row.items():
            counted: dict[str, Any] = {}
            for item in plan.nodes[row].reads:
                codes = plan.leaves.codes[item]
                said = cells.said[0, item]
                labels = {plan.leaves.items[item].scale: said < ABSENT} if codes is None else {
                    label: said == code for label, code in codes.items()
                }  # fmt: skip
                for label, flags in labels.items():
                    counted[label] = counted.get(label, 0) + flags.astype(int)
            seen = {label: n.tolist() for label, n in found.counts(path).items()}
            assert seen == {label: n.tolist() for label, n in counted.items()}


@effort(60)
@given(st.data())
def test_blocks(data: st.DataObject) -> None:
    """The size of a block, and how many are worked on at once, change nothing."""
    framework = data.draw(st.one_of(quick_frameworks(), frameworks()))
    plan, pen = build_plan(framework), Pen(data.draw)
    cells = random_cells(pen, plan, pen.number(1, 40))
    whole = stated(plan, cells)
    size, threads = pen.number(1, 12), pen.number(1, 3)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(batch, "QUICK_BLOCK_SIZE", size)
        patch.setattr(batch, "BLOCK_SIZE", size)
        assert stated(plan, cells, threads=threads) == whole
    assert isinstance(score_batch(plan, cells)[""], NodeStates)


@pytest.mark.parametrize("weight", [1.0, 0.1])
@pytest.mark.parametrize("rule", [Staged(threshold=0.7), Mean(), WeakestLink(), Median()])
def test_more_items_than_a_byte_counts(rule: Rule, weight: float) -> None:
    """Six hundred items in a node come out as in the general engine."""
    scale = Scale("s", tuple(Option(f"o{n}", f"o{n}", float(n)) for n in range(3)))
    ladder = Scale(LADDER, (Option("l1", "One", 1.0),))
    items = tuple(
        Item(
            id=f"d.i{n:03}", text="So?", dimension="d", scale="s", level="l1",
            weight=weight * (1 + n % 3),
        )
        for n in range(600)
    )  # fmt: skip
    framework = Framework(
        id="long", title="Long", edition="1", levels=(Level("l1", "One", 1),),
        scales=FrozenMap({LADDER: ladder, "s": scale}), scoring=Scoring(),
        dimensions=(
            Dimension(id="d", title="D", rule=rule, conventions=Conventions(), own_items=items),
        ),
    )  # fmt: skip
    plan = build_plan(framework)
    dice = np.random.default_rng(1)
    codes = dice.choice(np.array([0, 1, 2, 2, 254, 255], np.uint8), (600, 50))
    cells = plain_cells(plan, codes, np.zeros((0, 50)))
    assert plan.row["d"] in quick_plan(plan).nodes
    assert stated(plan, cells) == expected(plan, cells)
    top = score_batch(plan, cells).counts("d")["o2"]
    assert top.tolist() == (codes == 2).sum(axis=0).tolist()
    assert top.max() > 150
