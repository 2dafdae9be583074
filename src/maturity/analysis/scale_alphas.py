"""Krippendorff's alpha of each panel of raters, for each scale on which they answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from attrs import frozen

from maturity.model.scales import NumericScale
from maturity.scoring.arrays import Floats

from .alpha import Kind, alpha, alpha_interval
from .merit import place_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from maturity.model.scales import AnyScale

    from .panel import Judged, Panel


@frozen(kw_only=True)
class Alpha:
    """Krippendorff's alpha over the items of one scale: how far raters agree beyond chance.

    `scale`: the scale's id. `kind`: `nominal`, `ordinal` or `interval`. `value`: 1 where all agree,
    0 where they agree as much as chance would give, below 0 where less; None where it is undefined.
    `low` and `high`: a bootstrap interval of 95 in 100 (see `alpha_interval`); None where there is
    none. `items`: how many items, or units' answers to one, two or more raters answered.
    """

    scale: str
    kind: Kind
    value: float | None
    low: float | None
    high: float | None
    items: int


@frozen(eq=False)
class _Table:
    """The answers of one panel on one scale: `ratings` has the shape (raters, answers)."""

    scale: str
    kind: Kind
    ratings: Floats


def alphas_of(given: Iterable[Panel], kind: Kind | None, draws: int) -> Iterator[tuple[Alpha, ...]]:
    """The alphas of each panel; tables of one shape are worked out together.

    `kind`: None: `ordinal` on options, `interval` on numbers. `draws`: 0: without an interval.
    """
    tables = [_tables(panel, kind) for panel in given]
    alike: dict[tuple[object, ...], list[_Table]] = {}
    for table in (table for own in tables for table in own):
        alike.setdefault((table.kind, *table.ratings.shape), []).append(table)
    values: dict[int, float] = {}
    for same in alike.values():
        stacked = np.stack([table.ratings for table in same])
        found = alpha(stacked, same[0].kind).tolist()
        values.update(zip(map(id, same), found, strict=True))
    for own in tables:
        yield tuple(_alpha(table, values[id(table)], draws) for table in own)


def _alpha(table: _Table, value: float, draws: int) -> Alpha:
    interval = alpha_interval(table.ratings, table.kind, draws=draws) if draws else None
    return Alpha(
        scale=table.scale,
        kind=table.kind,
        value=_known(value),
        low=_known(interval.low) if interval else None,
        high=_known(interval.high) if interval else None,
        items=int(((~np.isnan(table.ratings)).sum(axis=0) > 1).sum()),
    )


def _tables(panel: Panel, kind: Kind | None) -> list[_Table]:
    """What a panel answered, a table for each scale on which somebody answered."""
    by_scale: dict[str, list[Judged]] = {}
    for judged in panel.judged:
        if judged.answers:
            by_scale.setdefault(judged.item.scale, []).append(judged)
    found = []
    for name, here in by_scale.items():
        scale = panel.asked.scales[name]
        numeric = isinstance(scale, NumericScale)
        chosen: Kind = kind or ("interval" if numeric else "ordinal")
        ratings = np.full((len(panel.sheets), len(here)), np.nan)
        for column, one in enumerate(here):
            for place, value in one.answers:
                ratings[place, column] = _rating(scale, value, chosen)
        found.append(_Table(name, chosen, ratings))
    return found


def _rating(scale: AnyScale, value: str | float, kind: Kind) -> float:
    """An answer as a number: itself, its place on the scale for intervals, else its position."""
    if isinstance(scale, NumericScale):
        return float(value)
    return place_of(scale, value) if kind == "interval" else float(scale.index(str(value)))


def _known(number: float) -> float | None:
    return None if np.isnan(number) else number
