"""How far each assessment is filled in, judged by what its own framework asks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from maturity.errors import NotComparable
from maturity.errors.arguments import expect
from maturity.model.assessment import Assessment
from maturity.scoring.batch import score_batch
from maturity.scoring.cells import Encoder
from maturity.scoring.plan import compile_plan

from .cohort import refuse_twice
from .cohort_rows import Rows
from .common_ground import find_common_ground

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from maturity.model.framework import Framework

Counts = Mapping[str, tuple[int, int]]


def opened(assessments: Iterable[Assessment], takes: str) -> tuple[Assessment, ...]:
    """The assessments, checked; NotComparable where there are none, or where two are the same."""
    expect(assessments, Iterable, takes)
    given = tuple(assessments)
    for one in given:
        expect(one, Assessment, takes)
    if not given:
        raise NotComparable("there are no assessments; give at least one")
    refuse_twice(Rows.of(given))
    return given


def filled_in(
    assessments: Sequence[Assessment], basis: Framework, dimensions: Collection[str]
) -> list[Counts]:
    """For each assessment (answered, applicable) by dimension, of those that it asks.

    One of the edition before the basis is carried over for the dimensions that its own framework
    does not have and into which the bridge leads. NotComparable where one shares nothing with the
    basis.
    """
    groups: dict[str, list[int]] = {}
    for place, one in enumerate(assessments):
        groups.setdefault(one.framework.digest, []).append(place)
    found: list[dict[str, tuple[int, int]]] = [{} for _ in assessments]
    for places in groups.values():
        sheets = [assessments[place] for place in places]
        own = sheets[0].framework
        find_common_ground(sheets[:1], basis)  # refuses what has nothing to do with the basis
        counts = _counts(sheets, own, dimensions)
        renamed = _led_into(own, basis) & (set(dimensions) - set(own.by_path))
        if renamed:
            brought = find_common_ground(sheets, basis).assessments
            later = _counts(brought, basis, renamed)
            counts = [{**one, **other} for one, other in zip(counts, later, strict=True)]
        for place, one_counts in zip(places, counts, strict=True):
            found[place] = one_counts
    return list(found)


def _counts(
    sheets: Sequence[Assessment], framework: Framework, dimensions: Collection[str]
) -> list[dict[str, tuple[int, int]]]:
    """The counts of assessments of one framework."""
    plan = compile_plan(framework)
    asked = {node.path for node in plan.nodes if len(node.reads)} & set(dimensions)
    batch = score_batch(plan, Encoder(plan.leaves).encode(sheets), bounds=False)
    columns = {
        path: list(zip(batch[path].answered.tolist(), batch[path].applicable.tolist(), strict=True))
        for path in asked
    }
    return [{path: column[n] for path, column in columns.items()} for n in range(len(sheets))]


def _led_into(earlier: Framework, later: Framework) -> set[str]:
    """The dimensions of the later edition that have an item which the earlier one had too."""
    bridge = later.bridge
    if bridge is None or (bridge.framework, bridge.edition) != (earlier.id, earlier.edition):
        return set()
    return {item.dimension for item in later.items if item.id not in bridge.new}
