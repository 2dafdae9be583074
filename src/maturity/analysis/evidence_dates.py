"""When levels would fall as evidence expires, if nothing is renewed."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import attrs
from attrs import frozen

from maturity.errors.clean import clean
from maturity.model.evidence import Evidence
from maturity.model.scales import Level
from maturity.scoring import sentences
from maturity.scoring.cells import answer_to, held_down
from maturity.scoring.score import score_many
from maturity.scoring.words import listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maturity.model.evidence import EvidenceExpectation
    from maturity.scoring.scorecard import Score, Scorecard

DAY = timedelta(days=1)


@frozen(kw_only=True)
class Lapse:
    """A piece of evidence that no longer counts after its last day, and the item that it is for."""

    path: str
    evidence: Evidence

    @property
    def text(self) -> str:
        """`personal.mental.access (Staff survey 2025)`."""
        return clean(f"{self.path} ({evidence_name(self.evidence)})")


@frozen(kw_only=True)
class LevelFall:
    """When the level of a dimension, of a part, or of the whole (the empty path) would fall.

    `level`: the one that is stated now. `falls_on`: the first day on which it would be lower, the
    day after some evidence's last; None: it never falls for want of evidence. `falls_to`: the level
    then; None where it never falls. `causes`: the evidence that expires the day before and holds
    the level up: with all of it renewed, the level stands on that day.
    """

    path: str
    title: str
    level: Level
    falls_on: date | None = None
    falls_to: Level | None = None
    causes: tuple[Lapse, ...] = ()

    @property
    def text(self) -> str:
        """The fall in a plain sentence."""
        if self.falls_on is None or self.falls_to is None:
            return clean(f"{self.title}: {self.level.label}, whatever evidence expires.")
        why = listed([cause.text for cause in self.causes], most=99)
        last = (self.falls_on - DAY).isoformat()
        return clean(
            f"{self.title}: {self.level.label} until {last}, then {self.falls_to.label}, "
            f"unless this evidence is renewed: {why}."
        )


def level_falls(card: Scorecard, as_of: date) -> tuple[LevelFall, ...]:
    """For each node with a level, in file order, the first day after `as_of` on which it falls.

    The assessment is scored again for the day after each expiry, all in one batch.
    """
    days = [day + DAY for day in _last_days(card, as_of)]
    dated = [attrs.evolve(card.assessment, stated_as_of=day) for day in days]
    later = score_many(dated, card.chosen)
    return tuple(_fall(card, score, later) for score in card if score.level is not None)


def evidence_name(evidence: Evidence) -> str:
    """What a piece of evidence is called: its title, else its reference, else its kind."""
    return evidence.title or evidence.reference or evidence.kind or "evidence without a name"


def _last_days(card: Scorecard, as_of: date) -> list[date]:
    """The distinct last days, from `as_of` on, of evidence without which an answer is held down."""
    leaves = card.plan.leaves
    found: set[date] = set()
    for item, home in zip(leaves.items, leaves.homes, strict=True):
        asked, answer = item.evidence or home.evidence, answer_to(item, card.assessment)
        if asked is not None and asked.above is not None and answer is not None:
            found |= {piece.expires for piece in answer.evidence if piece.expires is not None}
    return sorted(day for day in found if as_of <= day < date.max)


def _fall(card: Scorecard, score: Score, later: Sequence[Scorecard]) -> LevelFall:
    """The first fall of one node."""
    level = score.level
    assert level is not None  # noqa: S101  # for the type checker: only such nodes come here
    title = sentences.title(score)
    for then in later:
        lower = then.scores[score.path].level
        if lower is not None and lower.rank < level.rank and then.as_of is not None:
            return LevelFall(
                path=score.path,
                title=title,
                level=level,
                falls_on=then.as_of,
                falls_to=lower,
                causes=tuple(_causes(card, score, then.as_of)),
            )
    return LevelFall(path=score.path, title=title, level=level)


def _causes(card: Scorecard, score: Score, day: date) -> list[Lapse]:
    """The evidence below a node that held an answer up until the day before `day`."""
    leaves, found = card.plan.leaves, []
    for leaf in sorted(score.node.reads):
        item, scale, home = leaves.items[leaf], leaves.scales[leaf], leaves.homes[leaf]
        answer = answer_to(item, card.assessment)
        asked: EvidenceExpectation | None = item.evidence or home.evidence
        if answer is None or asked is None or not held_down(item, scale, home, answer, day):
            continue
        held = [piece for piece in answer.evidence if asked.met_by((piece,), day - DAY)]
        found += [Lapse(path=item.claims or item.id, evidence=piece) for piece in held]
    return found
