"""The rules that turn what stands below a node into its value and level: parameters only."""

from __future__ import annotations

from typing import ClassVar, Literal

from attrs import frozen

from .frozen import FrozenMap
from .scales import Bands

Over = Literal["children", "items"] | tuple[str, ...]
Span = tuple[float, float]


@frozen(kw_only=True)
class Cap:
    """No level above `level` until `item` has `until` or better, or `dimension` that rung.

    `level` may be `below`. Exactly one of `item` and `dimension` is a path; the other is None.
    """

    item: str | None = None
    dimension: str | None = None
    until: str | float
    level: str

    @property
    def path(self) -> str:
        """The path of what must be reached first."""
        return self.item if self.item is not None else (self.dimension or "")


@frozen(kw_only=True)
class Rounding:
    """How a value is shown; with `use`, also what bands, levels and parents work on.

    `at_least_one`: a value above 0 is never shown as less than 1.
    """

    places: int = 0
    mode: Literal["half-even", "half-up", "down"] = "half-even"
    use: bool = False
    at_least_one: bool = False


@frozen(kw_only=True)
class Rule:
    """What every rule has."""

    name: ClassVar[str]
    caps: tuple[Cap, ...] = ()
    rounding: Rounding | None = None


@frozen(kw_only=True)
class _ValueRule(Rule):
    """A rule on values (or, with `range`, on places from 0 to 1), which bands may turn into rungs.

    `ladder` names the scale whose options are this node's rungs; None: the framework's levels.
    """

    over: Over = "children"
    range: Span | None = None
    bands: Bands | None = None
    ladder: str | None = None


@frozen(kw_only=True)
class Mean(_ValueRule):
    """Sum of weight x value, divided by the sum of weights."""

    name: ClassVar[str] = "mean"
    of: Literal["value", "level"] = "value"
    weighted: bool = True
    each_level: Literal["mean"] | None = None


@frozen(kw_only=True)
class Sum(_ValueRule):
    """Sum of weight x value; with a `ceiling`, the ceiling less the sum of weight x (1 - place)."""

    name: ClassVar[str] = "sum"
    of: Literal["value", "level"] = "value"
    weighted: bool = True
    each_level: Literal["mean"] | None = None
    ceiling: float | None = None


@frozen(kw_only=True)
class Share(_ValueRule):
    """Weight of what passes, divided by the weight of all; `pass_`: the lowest that passes."""

    name: ClassVar[str] = "share"
    pass_: str | float | None = None


@frozen(kw_only=True)
class Median(Rule):
    """The middle one; of an even number the lower, the upper, or the point half way."""

    name: ClassVar[str] = "median"
    over: Over = "children"
    ladder: str | None = None
    side: Literal["lower", "upper", "midpoint"] = "lower"


@frozen(kw_only=True)
class Staged(Rule):
    """The highest level that holds, with every level below it; plus the progress to the next.

    `threshold`: the share of a level that must pass. `thresholds`: instead, for each level the
    shares asked for, of that level and of others. `least`: how many items must pass at or below.
    """

    name: ClassVar[str] = "staged"
    threshold: float = 1.0
    thresholds: FrozenMap[str, FrozenMap[str, float]] | None = None
    pass_: str | float | None = None
    credit: Literal["pass", "partial"] = "pass"
    least: int = 0
    over: Over = "items"
    of: Literal["level", "shares"] | None = None


@frozen(kw_only=True)
class WeakestLink(Rule):
    """The lowest level; where what counts has no levels, the lowest place from 0 to 1."""

    name: ClassVar[str] = "weakest-link"
    over: Over = "children"
    ladder: str | None = None


@frozen(kw_only=True)
class HighWaterMark(Rule):
    """The highest level with an item that passes; levels may be skipped."""

    name: ClassVar[str] = "high-water-mark"
    over: Over = "items"
    pass_: str | float | None = None


@frozen(kw_only=True)
class Equivalence(Rule):
    """The highest level whose needs, and those of all levels below it, are met.

    `needs`: for a level, the rung that each path must have reached.
    """

    name: ClassVar[str] = "equivalence"
    needs: FrozenMap[str, FrozenMap[str, str]]


@frozen(kw_only=True)
class NoTotal(Rule):
    """No value and no level, on purpose."""

    name: ClassVar[str] = "none"


RULES: dict[str, type[Rule]] = {
    rule.name: rule
    for rule in (
        Mean, Sum, Share, Median, Staged, WeakestLink, HighWaterMark, Equivalence, NoTotal,
    )
}  # fmt: skip
