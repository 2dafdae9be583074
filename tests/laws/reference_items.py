"""What one item's answer comes to for the node that reads it: units, evidence, obligation, N/A."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from attrs import evolve, frozen

from maturity.model.assessment import Answer, Assessment, NotApplicable
from maturity.model.evidence import Evidence
from maturity.model.scales import NumericScale

from .reference_choice import within
from .reference_tree import LADDER, Leaf, Tree

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from maturity.model.scoring import Conventions

NEAR = 1e-9
Cause = Literal["unanswered", "not applicable"]


@frozen
class Reading:
    """One way to read the same answers.

    `fill`: what stands in for the unanswered: `as stated` (the conventions say), `lowest`,
    `highest`, or `none` (they are left out everywhere). `lowest_na`: N/A counts as the lowest.
    """

    fill: Literal["as stated", "lowest", "highest", "none"] = "as stated"
    lowest_na: bool = False

    def conventions(self, node: Conventions) -> Conventions:
        """The conventions of a node under this reading."""
        if self.fill == "none":
            node = evolve(node, missing="exclude")
        return evolve(node, not_applicable="lowest") if self.lowest_na else node


STATED = Reading()
LOW = Reading("lowest")
HIGH = Reading("highest")
SO_FAR = Reading("none")
WITHOUT_NA = Reading("as stated", lowest_na=True)


@frozen
class Spot:
    """Where an answer is on its scale: `at` is the option's place or the number itself."""

    at: float
    value: float
    r: float


@frozen
class Skipped:
    """Not counted. `waiting`: because it is not answered yet, where only answers are read."""

    waiting: bool = False


@frozen
class Blocked:
    """Can't be counted, and stops what reads it."""

    cause: Cause


Read = Spot | Skipped | Blocked


@frozen
class Cell:
    """One unit's answer to an item (or the one answer of all); None is unanswered."""

    answer: str | float | NotApplicable | None
    reason: str = ""
    evidence: tuple[Evidence, ...] = ()

    @property
    def is_na(self) -> bool:
        """Whether it is not applicable."""
        return isinstance(self.answer, NotApplicable)


def cells(leaf: Leaf, assessment: Assessment) -> list[Cell]:
    """The answers to an item, one for each unit where it is answered by units."""
    for branch, claim in assessment.claims.items():
        if within(leaf.path, branch) and isinstance(claim.value, NotApplicable):
            return [Cell(claim.value)]
    held, key = (assessment.claims, leaf.claims) if leaf.claims else (assessment.answers, leaf.path)
    answer = held.get(key, Answer())
    if answer.by:
        return [
            Cell(answer.by.get(unit), answer.reason, answer.evidence) for unit in assessment.units
        ]
    return [Cell(answer.value, answer.reason, answer.evidence)]


def spot_at(leaf: Leaf, place: float) -> Spot:
    """The spot of an option's place, or of a number."""
    scale = leaf.scale
    if isinstance(scale, NumericScale):
        return Spot(place, place, (place - scale.worst) / (scale.best - scale.worst))
    values = [option.value for option in scale.options]
    value = values[int(place)]
    if values[-1] > values[0]:
        return Spot(place, value, (value - values[0]) / (values[-1] - values[0]))
    return Spot(place, value, place / (len(values) - 1) if len(values) > 1 else 1.0)


def spot_of(leaf: Leaf, answer: str | float) -> Spot:
    """The spot of an option's id, or of a number."""
    if isinstance(answer, str):
        assert not isinstance(leaf.scale, NumericScale)
        return spot_at(leaf, leaf.scale.index(answer))
    return spot_at(leaf, answer)


def top(leaf: Leaf) -> Spot:
    """The best answer."""
    scale = leaf.scale
    return spot_at(leaf, scale.best if isinstance(scale, NumericScale) else len(scale.options) - 1)


def bottom(leaf: Leaf) -> Spot:
    """The lowest answer."""
    scale = leaf.scale
    return spot_at(leaf, scale.worst if isinstance(scale, NumericScale) else 0)


def merit(leaf: Leaf, at: float) -> float:
    """A number that grows with merit."""
    lower = isinstance(leaf.scale, NumericScale) and leaf.scale.better == "lower"
    return -at if lower else at


def explained(leaf: Leaf, cell: Cell) -> bool:
    """Whether a reason is given that will do."""
    enough = leaf.conventions.reason_length
    return leaf.obligation == "should" and len(cell.reason.strip()) >= enough


def answered(leaf: Leaf, cell: Cell, as_of: date | None, *, proven: bool) -> Spot:
    """The spot of an answered cell, after its obligation and the evidence that it asks for."""
    assert cell.answer is not None
    assert not isinstance(cell.answer, NotApplicable)
    given = spot_of(leaf, cell.answer)
    if leaf.obligation == "may" or explained(leaf, cell):
        return top(leaf)
    asked = leaf.evidence
    if proven or asked is None or asked.above is None or asked.met_by(cell.evidence, as_of):
        return given
    cap = spot_of(leaf, asked.above)
    return min(given, cap, key=lambda spot: merit(leaf, spot.at))


def read_na(leaf: Leaf, targets: Mapping[str, str | float], how: str) -> Read:
    """What an answer that does not apply comes to."""
    target = targets.get(leaf.claims or leaf.path)
    if how == "block":
        return Blocked("not applicable")
    if how == "lowest":
        return bottom(leaf)
    if how == "target" and target is not None:
        return spot_of(leaf, target)
    return Skipped() if how == "exclude" else top(leaf)


def read_open(leaf: Leaf, how: str, fill: str) -> Read:
    """What no answer comes to: what stands in for it, or what `missing` says."""
    if fill == "highest" or (fill == "lowest" and leaf.obligation == "may"):
        return top(leaf)
    if fill == "lowest":
        return bottom(leaf)
    if how == "block":
        return Blocked("unanswered")
    return Skipped(waiting=fill == "none") if how == "exclude" else bottom(leaf)


def read_leaf(
    leaf: Leaf,
    assessment: Assessment,
    as_of: date | None,
    conventions: Conventions,
    reading: Reading,
) -> Read:
    """What an item comes to for a node with these conventions."""
    asked = reading.conventions(conventions)
    reads: list[Read] = []
    own = cells(leaf, assessment)
    # Who completes an item may bring evidence for all of it; a reason given speaks for all of it.
    completed = reading.fill == "highest" and any(cell.answer is None for cell in own)
    for cell in own:
        excused = len(own) > 1 and explained(leaf, cell) and reading.fill == "lowest"
        if cell.answer is None and excused:
            reads.append(top(leaf))
        elif cell.is_na:
            reads.append(read_na(leaf, assessment.targets, asked.not_applicable))
        elif cell.answer is None:
            reads.append(read_open(leaf, asked.missing, reading.fill))
        else:
            reads.append(answered(leaf, cell, as_of, proven=completed))
    blocked = {read.cause for read in reads if isinstance(read, Blocked)}
    if blocked:
        return Blocked("unanswered" if "unanswered" in blocked else "not applicable")
    spots = [read for read in reads if isinstance(read, Spot)]
    if spots:
        return together(leaf, spots)
    return Skipped(any(isinstance(read, Skipped) and read.waiting for read in reads))


def together(leaf: Leaf, spots: list[Spot]) -> Spot:
    """The answers of several units as one, by the `units` convention of the item's home."""
    how = leaf.conventions.units
    ranked = sorted(spots, key=lambda spot: merit(leaf, spot.at))
    if how == "weakest-link":
        return ranked[0]
    if how == "median":
        return ranked[(len(ranked) - 1) // 2]
    value = sum(spot.value for spot in spots) / len(spots)
    r = sum(spot.r for spot in spots) / len(spots)
    if isinstance(leaf.scale, NumericScale):
        return Spot(value, value, r)
    places = [
        place
        for place, option in enumerate(leaf.scale.options)
        if option.value <= value + NEAR and ranked[0].at <= place <= ranked[-1].at
    ]
    return Spot(max(places), value, r)


def rank_of(tree: Tree, leaf: Leaf, spot: Spot, ladder: str) -> int | None:
    """The rank of an answer on a ladder; None where it has none."""
    scale = leaf.scale
    if isinstance(scale, NumericScale):
        if ladder != LADDER or scale.bands is None:
            return None
        return scale.bands.rank(spot.at, tree.rungs(LADDER))
    if scale.id != ladder:
        return None
    return int(spot.at) + (tree.lowest_on_ladder if ladder == LADDER else 1)


def reaches(tree: Tree, leaf: Leaf, spot: Spot, goal: str | float | None) -> bool:
    """Whether an answer is at `goal` or better; without a goal, whether it is the best."""
    scale = leaf.scale
    if goal is None:
        return merit(leaf, spot.at) >= merit(leaf, top(leaf).at)
    if isinstance(goal, str) and isinstance(scale, NumericScale):
        rank = rank_of(tree, leaf, spot, LADDER)
        assert rank is not None
        return rank >= tree.rungs(LADDER).index(goal) + 1
    return merit(leaf, spot.at) >= merit(leaf, spot_of(leaf, goal).at)
