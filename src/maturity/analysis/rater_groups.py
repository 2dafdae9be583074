"""The gap between groups of raters, such as board and staff: by item and by dimension."""

from __future__ import annotations

from itertools import combinations
from math import fsum
from typing import TYPE_CHECKING

from attrs import field, frozen

from maturity.model.scales import AnyScale

from .merit import Plain, middle, place_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .panel import Judged, Panel


@frozen(kw_only=True)
class ItemGap:
    """How two groups of raters differ on one item.

    `first_said` and `second_said`: each group's median (of two in the middle the worse one). `gap`:
    the second's place on the scale less the first's, from -1 to 1; above 0 where the second group
    rates higher. `unit`: the unit's title; empty: the item as a whole.
    """

    path: str
    text: str
    dimension: str
    unit: str
    scale: AnyScale = field(repr=False)
    first_said: Plain
    second_said: Plain
    gap: float


@frozen(kw_only=True)
class DimensionGap:
    """How two groups of raters differ in one dimension: the mean of the gaps of its items.

    `gap`: from -1 to 1; above 0 where the second group rates higher. `first_higher`,
    `second_higher` and `same` count the items that both groups answered.
    """

    path: str
    title: str
    gap: float
    first_higher: int
    second_higher: int
    same: int


@frozen(kw_only=True)
class GroupGap:
    """Two groups of raters, compared on the items that both answered.

    "Not applicable" is set aside. `items` are in file order, `dimensions` those with such an item.
    """

    first: str
    second: str
    first_raters: int
    second_raters: int
    items: tuple[ItemGap, ...] = field(repr=False)
    dimensions: tuple[DimensionGap, ...]


def group_gaps(panel: Panel) -> tuple[GroupGap, ...]:
    """The gaps of each two groups of raters, the groups in alphabetical order.

    Raters without a group stand in none. Empty where there are fewer than two groups.
    """
    groups: dict[str, list[int]] = {}
    for place, sheet in enumerate(panel.sheets):
        if sheet.rater_group.strip():
            groups.setdefault(sheet.rater_group.strip(), []).append(place)
    return tuple(
        _gap(panel, (first, groups[first]), (second, groups[second]))
        for first, second in combinations(sorted(groups), 2)
    )


def _gap(panel: Panel, first: tuple[str, list[int]], second: tuple[str, list[int]]) -> GroupGap:
    scales = panel.asked.scales
    items = [
        gap
        for judged in panel.judged
        if (gap := _item_gap(panel, judged, scales[judged.item.scale], first[1], second[1]))
    ]
    found = [
        _dimension_gap(dimension.id, dimension.title, here)
        for dimension in panel.asked.dimensions
        if (here := [gap.gap for gap in items if gap.dimension == dimension.id])
    ]
    return GroupGap(
        first=first[0],
        second=second[0],
        first_raters=len(first[1]),
        second_raters=len(second[1]),
        items=tuple(items),
        dimensions=tuple(found),
    )


def _item_gap(
    panel: Panel, judged: Judged, scale: AnyScale, first: Iterable[int], second: Iterable[int]
) -> ItemGap | None:
    """The gap on one item; None where one of the groups didn't answer it."""
    said = dict(judged.answers)
    ours = middle(scale, [said[place] for place in first if place in said])
    theirs = middle(scale, [said[place] for place in second if place in said])
    if ours is None or theirs is None:
        return None
    return ItemGap(
        path=judged.path,
        text=judged.item.text,
        dimension=judged.item.dimension,
        unit=panel.units.get(judged.unit, ""),
        scale=scale,
        first_said=ours,
        second_said=theirs,
        gap=place_of(scale, theirs) - place_of(scale, ours),
    )


def _dimension_gap(path: str, title: str, gaps: list[float]) -> DimensionGap:
    higher, lower = sum(gap > 0 for gap in gaps), sum(gap < 0 for gap in gaps)
    return DimensionGap(
        path=path,
        title=title,
        gap=fsum(gaps) / len(gaps),
        first_higher=lower,
        second_higher=higher,
        same=len(gaps) - higher - lower,
    )
