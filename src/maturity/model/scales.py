"""Levels and scales: the rungs of the ladder, and what an answer may be."""

from __future__ import annotations

from typing import Literal

from attrs import field, frozen

Direction = Literal["from", "above", "up_to", "under"]
DIRECTIONS: tuple[Direction, ...] = ("from", "above", "up_to", "under")
BELOW = "below"
LADDER = "levels"


@frozen
class Level:
    """A rung. `rank` is 1 for the first, 0 for `framework.below`: not even the first is reached."""

    id: str
    label: str
    rank: int
    text: str = field(default="", repr=False)


@frozen
class Option:
    """One answer that a scale allows. `value` never falls along a scale."""

    id: str
    label: str
    value: float
    text: str = field(default="", repr=False)


@frozen
class Bands:
    """What turns a number into a rung.

    `direction`: `from` (at or above), `above` (more than), `up_to` (at or below), `under` (less
    than). `limits` are (rung id, limit) pairs, lowest rung first. The highest rung that holds is
    the level. An unnamed lowest rung takes the rest; a named one leaves the rest below.
    """

    direction: Direction
    limits: tuple[tuple[str, float], ...]

    def holds(self, number: float, limit: float) -> bool:
        """Whether `number` is inside this limit."""
        if self.direction == "from":
            return number >= limit
        if self.direction == "above":
            return number > limit
        if self.direction == "up_to":
            return number <= limit
        return number < limit

    def rank(self, number: float, ladder: tuple[str, ...]) -> int:
        """The rank (0 to len(ladder)) that `number` reaches on a ladder of rung ids."""
        rest = 0 if any(rung == ladder[0] for rung, _ in self.limits) else 1
        ranks = (ladder.index(rung) + 1 for rung, limit in self.limits if self.holds(number, limit))
        return max(ranks, default=rest)


@frozen
class Scale:
    """An ordered scale: options, lowest first. The ladder itself is the scale `levels`."""

    id: str
    options: tuple[Option, ...]

    def index(self, option: str) -> int:
        """The place of an option, from 0; KeyError where the scale has no such option."""
        for place, candidate in enumerate(self.options):
            if candidate.id == option:
                return place
        raise KeyError(option)


@frozen(kw_only=True)
class NumericScale:
    """A number from `minimum` to `maximum`, in `unit`; `better` says which end is good.

    `step`: the number is `minimum` plus a whole count of steps, where stated. `bands` turn the
    number into a rung of the framework's ladder; None: it reaches no rung.
    """

    id: str
    minimum: float
    maximum: float
    unit: str = ""
    better: Literal["higher", "lower"] = "higher"
    step: float | None = None
    bands: Bands | None = None

    @property
    def worst(self) -> float:
        """The end of the scale that is lowest in merit."""
        return self.minimum if self.better == "higher" else self.maximum

    @property
    def best(self) -> float:
        """The end of the scale that is highest in merit."""
        return self.maximum if self.better == "higher" else self.minimum


AnyScale = Scale | NumericScale
