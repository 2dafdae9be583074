"""The rules that climb rung by rung: staged, and equivalence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from maturity.model.frozen import FrozenMap

from .reference_rules import RungShare, Score, Seen

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from maturity.model.rules import Equivalence, Staged
    from maturity.model.scoring import Conventions

BELOW_ONE = 1 - 1e-12


@frozen
class Rung:
    """What counts at one rung: each weight with the credit it earns, and what is blocked.

    `placed` passes and stands at this very rung; `climbing` passes here by its rank.
    """

    counted: tuple[tuple[float, float], ...] = ()
    stuck: float = 0.0
    waiting: bool = False
    placed: frozenset[str] = frozenset()
    climbing: frozenset[str] = frozenset()

    @property
    def weight(self) -> float:
        """All the weight at the rung, blocked or not."""
        return sum(weight for weight, _ in self.counted) + self.stuck

    @property
    def share(self) -> float:
        """The part of the weight that passes; what is blocked does not."""
        return sum(weight * credit for weight, credit in self.counted) / self.weight

    @property
    def free(self) -> float:
        """The part of the weight that isn't blocked."""
        return sum(weight for weight, _ in self.counted) / self.weight


@frozen
class Climb:
    """A staged node: its score (None: empty), and what it says of each rung."""

    score: Score | None
    shares: tuple[RungShare, ...]


def staged(
    rule: Staged,
    seen: Sequence[Seen],
    rung_ids: tuple[str, ...],
    conventions: Conventions,
    lowest: Callable[[Seen], int],
) -> Climb:
    """The highest rung that holds with all below it, and the progress to the next."""
    rungs = [
        rung_of(rule, seen, level, conventions.tolerance, lowest)
        for level in range(1, len(rung_ids) + 1)
    ]
    shares = tuple(
        RungShare(rung.weight, rung.share if rung.weight else 0.0, rung.waiting) for rung in rungs
    )
    if not any(rung.weight for rung in rungs):
        return Climb(None, shares)
    reached = 0
    for level in range(1, len(rungs) + 1):
        unmet = unmet_needs(rule, rungs, level, rung_ids, conventions)
        if unmet:
            progress = min(max(round(min(unmet), 12), 0.0), BELOW_ONE)
            return Climb(Score(reached + progress, reached), shares)
        reached = level
    return Climb(Score(float(reached), reached), shares)


def unmet_needs(
    rule: Staged,
    rungs: Sequence[Rung],
    level: int,
    rung_ids: tuple[str, ...],
    conventions: Conventions,
) -> list[float]:
    """How far each need of a rung that isn't met has come, as a part of what it asks."""
    if rule.thresholds is None:
        minimums = {level: rule.threshold}
    else:
        stated = rule.thresholds.get(rung_ids[level - 1], FrozenMap())
        minimums = {rung_ids.index(rung) + 1: minimum for rung, minimum in stated.items()}
    unmet = []
    for of, minimum in minimums.items():
        rung = rungs[of - 1]
        if not rung.weight:
            unmet += [] if conventions.empty_level == "pass" and not rung.waiting else [0.0]
        elif rung.share < minimum - conventions.tolerance:
            unmet.append(rung.share / minimum)
    unmet += [rungs[of - 1].free for of in {*minimums, level} if rungs[of - 1].stuck]
    passing = rungs[level - 1].climbing.union(*(rung.placed for rung in rungs[:level]))
    if len(passing) < rule.least:
        unmet.append(len(passing) / rule.least)
    return unmet


def rung_of(
    rule: Staged,
    seen: Sequence[Seen],
    level: int,
    tolerance: float,
    lowest: Callable[[Seen], int],
) -> Rung:
    """What counts at one rung."""
    counted: list[tuple[float, float]] = []
    placed: set[str] = set()
    climbing: set[str] = set()
    stuck = 0.0
    waiting = False
    for one in seen:
        waiting = waiting or waits_at(rule, one, level)
        if one.left_out or not counts_at(rule, one, level):
            continue
        if one.blocked is not None:
            stuck += one.entry.weight
            continue
        credit = credit_at(rule, one, level, lowest(one))
        counted.append((one.entry.weight, credit))
        if passes_at(rule, one, level, tolerance):
            by_level = rule.of is None and one.entry.level is not None
            (placed if by_level else climbing).add(one.entry.path)
    return Rung(tuple(counted), stuck, waiting, frozenset(placed), frozenset(climbing))


def waits_at(rule: Staged, one: Seen, level: int) -> bool:
    """Whether an entry would count at a rung, were it answered."""
    if rule.of == "shares" and not one.is_item:
        return bool(one.shares) and one.shares[level - 1].waiting
    return one.waiting and (rule.of == "level" or one.entry.level in (None, level))


def counts_at(rule: Staged, one: Seen, level: int) -> bool:
    """Whether an entry counts at a rung."""
    if rule.of == "level":
        return True
    if rule.of == "shares" and not one.is_item:
        return one.blocked is not None or one.shares[level - 1].weight > 0
    if one.entry.level is not None:
        return one.entry.level == level
    return one.rank is not None or one.blocked is not None


def passes_at(rule: Staged, one: Seen, level: int, tolerance: float) -> bool:
    """Whether an entry passes at a rung where it counts."""
    if rule.of == "shares" and not one.is_item:
        return one.shares[level - 1].share >= 1 - tolerance
    if rule.of != "level" and one.entry.level is not None:
        return one.passes
    return one.rank is not None and one.rank >= level


def credit_at(rule: Staged, one: Seen, level: int, lowest: int) -> float:
    """The part of an entry's weight that it earns at a rung where it counts."""
    if rule.of == "shares" and not one.is_item:
        return one.shares[level - 1].share
    by_rank = rule.of == "level" or one.entry.level is None
    if rule.credit == "partial" and not by_rank:
        return one.r
    if passes_at(rule, one, level, 0.0):
        return 1.0
    if rule.credit == "partial":
        assert one.rank is not None
        return (one.rank - lowest) / (level - lowest)
    return 0.0


def equivalence(
    rule: Equivalence,
    met: Callable[[str, str], bool | None],
    waiting: Callable[[str], bool],
    rung_ids: tuple[str, ...],
    conventions: Conventions,
) -> Score | None:
    """The highest level whose needs, and all below, are met; None where all are skipped.

    `met(path, rung)` says whether a path has reached a rung; None: it is skipped, and perhaps
    `waiting(path)` for its answer.
    """
    answers = {
        level: [met(path, rung) for path, rung in rule.needs.get(level, {}).items()]
        for level in rung_ids
    }
    if all(answer is None for found in answers.values() for answer in found):
        return None
    reached = 0
    for level in rung_ids:
        counted = [answer for answer in answers[level] if answer is not None]
        waits = any(waiting(path) for path in rule.needs.get(level, {}))
        vacuous = conventions.empty_level == "pass" and not waits
        if not all(counted) or (not counted and not vacuous):
            break
        reached += 1
    return Score(float(reached), reached)
