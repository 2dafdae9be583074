"""Which nodes can be worked out the quick way."""

from __future__ import annotations

import pytest

from .quick_tools import quick_of
from .tools import THREE, at, ruled

BLOCKS = ruled('"mean"', conventions='missing = "block"')


@pytest.mark.parametrize(
    ("body", "quick"),
    [
        (ruled('"mean"') + THREE, True),
        (ruled('"staged"') + at(bronze=2), True),
        (ruled('"staged", least = 1') + at(bronze=2), False),
        (BLOCKS + THREE, False),
        (ruled('"mean"', scale="marks") + THREE, False),
    ],
    ids=["mean", "staged", "a least count", "what is missing blocks", "numbers"],
)
def test_qualifies(body: str, quick: bool) -> None:  # noqa: FBT001  # a case's outcome
    """Plain rules over plain answers qualify; what counts, blocks or is a number doesn't."""
    plan = quick_of(body)
    assert (plan.plan.row["a"] in plan.nodes) is quick


def test_parts() -> None:
    """The whole rests on what its dimensions rest on, so nothing is counted twice."""
    plan = quick_of(ruled('"mean"') + THREE + at("b", bronze=2))
    row = plan.plan.row
    assert set(plan.parts[row[""]]) == {row["a"], row["b"]}
    assert plan.labels(row["a"]) == ("no", "partly", "yes")
