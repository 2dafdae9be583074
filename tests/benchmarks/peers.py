"""The same results by dataframes: what a careful analyst would write in Polars or pandas.

Answers are small integers: 0, 1 and 2 for the options, -1 for not applicable, -2 for no answer,
which counts as the lowest. Every function gives, for each dimension, arrays by name: value, rank,
answered, applicable, and the counts n0, n1 and n2.
"""

from __future__ import annotations

from functools import reduce
from operator import add
from typing import TYPE_CHECKING, Any

import numpy as np
import polars as pl
from attrs import frozen
from numpy.typing import NDArray

if TYPE_CHECKING:
    import pandas as pd

Results = dict[str, dict[str, NDArray[Any]]]
NAMES = ("value", "rank", "answered", "applicable", "n0", "n1", "n2")
SLACK = 1e-9


@frozen
class Asked:
    """An item: its column, its rung (1 is the first) and its weight."""

    name: str
    rung: int
    weight: float


@frozen
class Shape:
    """The dimensions, staged or a mean, and what they ask for."""

    dimensions: dict[str, tuple[Asked, ...]]
    staged: frozenset[str]
    rungs: int
    threshold: float
    bands: tuple[float, ...]


def polars_wide(shape: Shape, frame: pl.DataFrame) -> Results:
    """Polars, a column for each item, one lazy query."""
    columns = []
    for name, items in shape.dimensions.items():
        cells = [pl.col(item.name) for item in items]

        def counted(flags: list[pl.Expr]) -> pl.Expr:
            return reduce(add, [flag.cast(pl.UInt8) for flag in flags])

        facts = {
            "answered": counted([cell >= 0 for cell in cells]),
            "applicable": counted([cell != -1 for cell in cells]),
            **{f"n{o}": counted([cell == o for cell in cells]) for o in range(3)},
        }
        columns += [expr.alias(f"{name} {fact}") for fact, expr in facts.items()]
        if name in shape.staged:
            for rung in range(1, shape.rungs + 1):
                here = [item for item in items if item.rung == rung]
                of = _weighed([(pl.col(i.name) != -1, i.weight) for i in here])
                passed = _weighed([(pl.col(i.name) == 2, i.weight) for i in here])
                share = pl.when(of > 0).then(passed / of).otherwise(None)
                columns.append(share.alias(f"{name} share {rung}"))
        else:
            of = _weighed([(pl.col(i.name) != -1, i.weight) for i in items])
            earned = _weighed([(pl.col(i.name).clip(0), i.weight) for i in items])
            columns.append((earned / of).alias(f"{name} value"))
    lazy = frame.lazy().select(columns)
    lazy = lazy.with_columns(_climbed(shape)).with_columns(_banded(shape))
    done = lazy.select([f"{name} {fact}" for name in shape.dimensions for fact in NAMES]).collect()
    return {
        name: {fact: done[f"{name} {fact}"].to_numpy() for fact in NAMES}
        for name in shape.dimensions
    }


def _weighed(parts: list[tuple[pl.Expr, float]]) -> pl.Expr:
    """A weighted sum, in bytes where the weights are whole numbers."""
    whole = all(weight == int(weight) for _, weight in parts)
    kind = pl.UInt8 if whole else pl.Float64
    one = [cell.cast(kind) * pl.lit(weight).cast(kind) for cell, weight in parts]
    return reduce(add, one)


def _climbed(shape: Shape) -> list[pl.Expr]:
    """The rung reached and the progress to the next, from the shares."""
    found = []
    for name in shape.staged:
        shares = [pl.col(f"{name} share {rung}") for rung in range(1, shape.rungs + 1)]
        fine = [(s >= shape.threshold - SLACK).fill_null(value=True) for s in shares]
        holds = [fine[0]]
        for one in fine[1:]:
            holds.append(holds[-1] & one)
        rank = reduce(add, [one.cast(pl.UInt8) for one in holds])
        onward = pl.lit(0.0)
        for share, before, here in zip(shares, [pl.lit(value=True), *holds], holds, strict=False):
            onward = pl.when(before & ~here).then(share / shape.threshold).otherwise(onward)
        found += [rank.alias(f"{name} rank"), (rank + onward).alias(f"{name} value")]
    return found


def _banded(shape: Shape) -> list[pl.Expr]:
    """The rank by bands, of the means."""
    return [
        (
            1
            + reduce(
                add,
                [
                    (pl.col(f"{name} value") >= limit - SLACK).cast(pl.UInt8)
                    for limit in shape.bands
                ],
            )
        ).alias(f"{name} rank")
        for name in shape.dimensions
        if name not in shape.staged
    ]


def long_columns(shape: Shape, codes: NDArray[np.int8]) -> dict[str, NDArray[Any]]:
    """A row for each answer: assessment, dimension, rung, weight, answer."""
    items = [(place, i) for place, own in enumerate(shape.dimensions.values()) for i in own]
    count = codes.shape[1]
    return {
        "assessment": np.tile(np.arange(count, dtype=np.int32), len(items)),
        "dimension": np.repeat(np.array([p for p, _ in items], np.int8), count),
        "rung": np.repeat(np.array([i.rung for _, i in items], np.int8), count),
        "weight": np.repeat(np.array([i.weight for _, i in items]), count),
        "answer": codes.ravel(),
    }


def polars_long(shape: Shape, frame: pl.DataFrame) -> Results:
    """Polars, a row for each answer, one lazy query with two groupings."""
    answer, weight = pl.col("answer"), pl.col("weight")
    by_rung = (
        frame.lazy()
        .group_by("assessment", "dimension", "rung")
        .agg(
            (weight * (answer != -1)).sum().alias("of"),
            (weight * (answer == 2)).sum().alias("passed"),
            (weight * answer.clip(0)).sum().alias("earned"),
            (answer >= 0).sum().alias("answered"),
            (answer != -1).sum().alias("applicable"),
            *[(answer == o).sum().alias(f"n{o}") for o in range(3)],
        )
    )
    at = [pl.col("rung") == rung for rung in range(1, shape.rungs + 1)]
    sums = ("of", "earned", "answered", "applicable", "n0", "n1", "n2")
    done = (
        by_rung.group_by("assessment", "dimension")
        .agg(
            *[pl.col(name).sum() for name in sums],
            *[
                (pl.col("passed").filter(here).sum() / pl.col("of").filter(here).sum()).alias(
                    f"s{n}"
                )
                for n, here in enumerate(at)
            ],
        )
        .sort("dimension", "assessment")
        .collect()
    )
    return _from_sums(shape, {name: done[name].to_numpy() for name in done.columns})


def pandas_long(shape: Shape, frame: pd.DataFrame) -> Results:
    """The same in pandas: helper columns, then plain sums of groups."""
    answer, weight = frame["answer"], frame["weight"]
    helped = frame[["assessment", "dimension", "rung"]].assign(
        of=weight * (answer != -1),
        passed=weight * (answer == 2),
        earned=weight * answer.clip(lower=0),
        answered=answer >= 0,
        applicable=answer != -1,
        **{f"n{o}": answer == o for o in range(3)},
    )
    by_rung = helped.groupby(["dimension", "assessment", "rung"]).sum()
    sums = ["of", "earned", "answered", "applicable", "n0", "n1", "n2"]
    done = by_rung[sums].groupby(["dimension", "assessment"]).sum()
    share = (by_rung["passed"] / by_rung["of"]).unstack("rung")  # it is one value each  # noqa: PD010  # it is one value each
    found = {name: done[name].to_numpy() for name in sums}
    found |= {f"s{n}": share[n + 1].to_numpy() for n in range(shape.rungs)}
    return _from_sums(shape, found)


def _from_sums(shape: Shape, sums: dict[str, NDArray[Any]]) -> Results:
    """Values and ranks from sums, in arrays of dimension after dimension."""
    count = len(sums["of"]) // len(shape.dimensions)
    found: Results = {}
    for place, name in enumerate(shape.dimensions):
        here = slice(place * count, (place + 1) * count)
        one = {fact: sums[fact][here] for fact in NAMES[2:]}
        if name in shape.staged:
            shares = np.stack([sums[f"s{n}"][here] for n in range(shape.rungs)])
            fine = np.isnan(shares) | (shares >= shape.threshold - SLACK)
            rank = np.logical_and.accumulate(fine, axis=0).sum(axis=0)
            padded = np.concatenate([shares, np.zeros((1, count))])
            onward = np.take_along_axis(padded, rank[None], axis=0)[0] / shape.threshold
            value = rank + onward
        else:
            with np.errstate(invalid="ignore"):
                value = sums["earned"][here] / sums["of"][here]
            rank = 1 + sum((value >= limit - SLACK).astype(int) for limit in shape.bands)
        found[name] = {"value": value, "rank": rank, **one}
    return found
