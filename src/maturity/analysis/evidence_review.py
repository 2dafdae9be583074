"""What the answers of an assessment rest on: evidence that is missing, old, or about to expire."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

from attrs import field, frozen

from maturity.errors.arguments import expect, expect_date
from maturity.errors.clean import clean
from maturity.model.assessment import Answer, Assessment
from maturity.model.evidence import Evidence, EvidenceExpectation
from maturity.model.frozen import FrozenMap
from maturity.model.scales import AnyScale, NumericScale
from maturity.model.tree import Item
from maturity.scoring.cells import answer_to, given, is_top
from maturity.scoring.score import score
from maturity.scoring.scorecard import Scorecard
from maturity.scoring.words import answer_words

from .evidence_dates import LevelFall, level_falls
from .evidence_records import review_records
from .evidence_sentences import review_sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Reason = Literal["none", "expired", "other kind", "no reference"]
Basis = Literal["data", "opinion", "not stated"]
WITHIN = 90
_LONGEST = 36_500


@frozen(kw_only=True)
class Unproven:
    """An item that is rated high, and has no evidence that will do.

    `reason`: `none` at all; all `expired`; of an `other kind` than is asked for; or `no reference`,
    where one is asked for. `asked`: whether the framework asks for evidence here.
    """

    path: str
    title: str
    answer: str
    reason: Reason
    asked: bool


@frozen(kw_only=True)
class Expiry:
    """Evidence that has expired, or is about to.

    `days`: from the day of the review to its last day; 0 on that day, below 0 where it has expired.
    `renewed`: other evidence of the same kind stands beside it, and outlasts the review.
    """

    path: str
    title: str
    evidence: Evidence
    days: int
    renewed: bool


@frozen(kw_only=True)
class Uncovered:
    """An answered item with the staff groups that its evidence should cover, and does not."""

    path: str
    title: str
    groups: tuple[str, ...]


@frozen(kw_only=True, repr=False)
class EvidenceReview:
    """What an assessment rests on, on the day `as_of`. See `review_evidence`.

    `expiring`: the earliest first, those that have expired among them. `basis`: how many answers
    rest on `data`, on `opinion`, or do not say. `falls`: for each result with a level, when it
    would fall if nothing is renewed.
    """

    card: Scorecard = field(repr=False)
    as_of: date
    within_days: int
    unproven: tuple[Unproven, ...]
    expiring: tuple[Expiry, ...]
    uncovered: tuple[Uncovered, ...]
    basis: FrozenMap[Basis, int]
    falls: tuple[LevelFall, ...]

    def __repr__(self) -> str:
        """The day, and how much was found."""
        return (
            f"<EvidenceReview on {self.as_of.isoformat()}: {len(self.unproven)} rated high without "
            f"evidence, {len(self.expiring)} expired or about to>"
        )

    @property
    def groups(self) -> Mapping[str, tuple[str, ...]]:
        """For each staff group that is not covered everywhere, the paths where it is not."""
        found: dict[str, list[str]] = {}
        for one in self.uncovered:
            for group in one.groups:
                found.setdefault(group, []).append(one.path)
        return FrozenMap({group: tuple(paths) for group, paths in found.items()})

    @property
    def next_falls(self) -> tuple[LevelFall, ...]:
        """The levels that would fall, the earliest first."""
        falling = [fall for fall in self.falls if fall.falls_on is not None]
        return tuple(sorted(falling, key=lambda fall: fall.falls_on or date.max))

    @property
    def sentences(self) -> tuple[str, ...]:
        """What was found, in plain sentences."""
        return tuple(map(clean, review_sentences(self)))

    @property
    def text(self) -> str:
        """The sentences as one paragraph."""
        return " ".join(self.sentences)

    def to_records(self) -> list[dict[str, object]]:
        """A row for each finding; what doesn't apply to a kind of finding is None.

        The columns are `finding` (`unproven`, `expired`, `expiring`, `group not covered`, `level
        falls`), `path`, `title`, `item`, `answer`, `reason`, `asked`, `evidence`, `kind`,
        `expires`, `days`, `renewed`, `group`, `level`, `falls_on`, `falls_to`. A fall has a row for
        each piece of evidence that causes it, with the path of its `item`.
        """
        return review_records(self)


def review_evidence(
    assessment: Assessment,
    as_of: date | None = None,
    within_days: int = WITHIN,
    profile: str | None = None,
) -> EvidenceReview:
    """What an assessment's answers rest on, on the day `as_of`, and what is about to go.

    `as_of`: None: the day that the assessment is judged on. `within_days`: how far to look ahead,
    0 or more. `profile`: the id of a short form; None: the whole. Looked at are the items that are
    answered; not applicable is no answer.

    Rated high is an item at the top option of its scale, or above the answer that its expectation
    names (`above`); a number is high at the best end, or at the highest rung of its scale's bands;
    of several units, one is enough. It has evidence when one piece has not expired and is of a kind
    that is asked for, with a reference where one is asked for. Where the framework asks for none,
    any unexpired piece will do.

    A group is covered by any evidence for the item that names it and has not expired. An answer
    that does not say whether it rests on data or opinion takes that from its unexpired evidence,
    data before opinion.

    A level's date is the first day on which it is lower than on `as_of`, found by scoring the same
    answers on the day after each expiry. ValueError where there is no day, UnknownName for a short
    form that does not exist.

    >>> from datetime import date
    >>> import maturity as mt
    >>> review = review_evidence(mt.example("hwb-board"), date(2026, 9, 1))
    >>> [(one.path, one.days) for one in review.expiring]
    [('needs.constant-review', -63), ('leadership.trust-built', 44), ...]
    """
    expect(assessment, Assessment, "review_evidence() takes an assessment")
    expect_date(as_of, "review_evidence() takes a date as as_of")
    days = f"review_evidence() takes within_days as a whole number from 0 to {_LONGEST}"
    expect(within_days, int, days)
    if isinstance(within_days, bool) or not 0 <= within_days <= _LONGEST:
        raise ValueError(f"{days}, found {within_days}")
    day = as_of or assessment.as_of
    if day is None:
        raise ValueError("review_evidence() needs a day: state as_of, or the assessment's period")
    card = score(assessment, profile, day)
    reviewed = list(_reviewed(card, day))
    horizon = day + timedelta(min(within_days, (date.max - day).days))
    expiring = [expiry for one in reviewed for expiry in one.expiries(horizon)]
    basis: dict[Basis, int] = {"data": 0, "opinion": 0, "not stated": 0}
    for one in reviewed:
        basis[one.basis()] += 1
    return EvidenceReview(
        card=card,
        as_of=day,
        within_days=within_days,
        unproven=tuple(filter(None, (one.unproven() for one in reviewed))),
        expiring=tuple(sorted(expiring, key=lambda expiry: expiry.days)),
        uncovered=tuple(filter(None, (one.uncovered() for one in reviewed))),
        basis=FrozenMap(basis),
        falls=level_falls(card, day),
    )


@frozen
class _Reviewed:
    """One answered item on the day of the review."""

    item: Item
    scale: AnyScale
    asked: EvidenceExpectation | None
    answer: Answer
    day: date
    ladder: tuple[str, ...]

    @property
    def path(self) -> str:
        return self.item.claims or self.item.id

    @property
    def current(self) -> tuple[Evidence, ...]:
        """The evidence that has not expired."""
        return tuple(piece for piece in self.answer.evidence if not piece.expired(self.day))

    def unproven(self) -> Unproven | None:
        """The finding that this is rated high without evidence; None where it isn't."""
        high = [value for value in given(self.answer) if self._is_high(value)]
        reason = self._lacking()
        if not high or reason is None:
            return None
        return Unproven(
            path=self.path,
            title=self.item.text,
            answer=answer_words(self.scale, high[0]),
            reason=reason,
            asked=self.asked is not None,
        )

    def _is_high(self, value: str | float) -> bool:
        """Whether an answer is at the top, or above what counts without evidence."""
        above = self.asked.above if self.asked else None
        if not isinstance(self.scale, NumericScale):
            index = self.scale.index
            over = above is not None and index(str(value)) > index(str(above))
            return over or is_top(self.scale, value)
        number, bands = float(value), self.scale.bands
        if above is not None and _better(self.scale, number, float(above)):
            return True
        if bands is None:
            return is_top(self.scale, number)
        return bands.rank(number, self.ladder) == bands.rank(self.scale.best, self.ladder)

    def _lacking(self) -> Reason | None:
        """Why the evidence won't do; None where it will."""
        if not self.answer.evidence:
            return "none"
        if not self.current:
            return "expired"
        if self.asked is None or self.asked.met_by(self.current, self.day):
            return None
        right = [piece for piece in self.current if piece.kind in self.asked.kinds]
        return "no reference" if right or not self.asked.kinds else "other kind"

    def expiries(self, horizon: date) -> Iterator[Expiry]:
        """The evidence that has expired or will have by `horizon`."""
        for piece in self.answer.evidence:
            if piece.expires is not None and piece.expires <= horizon:
                others = [one for one in self.answer.evidence if one.kind == piece.kind]
                yield Expiry(
                    path=self.path,
                    title=self.item.text,
                    evidence=piece,
                    days=(piece.expires - self.day).days,
                    renewed=any(one.expires is None or one.expires > horizon for one in others),
                )

    def uncovered(self) -> Uncovered | None:
        """The staff groups that the evidence doesn't cover; None where there are none."""
        covered = {group for piece in self.current for group in piece.groups}
        left = tuple(g for g in (self.asked.groups if self.asked else ()) if g not in covered)
        return Uncovered(path=self.path, title=self.item.text, groups=left) if left else None

    def basis(self) -> Basis:
        """What the answer rests on."""
        stated = {self.answer.basis} if self.answer.basis else {e.basis for e in self.current}
        if "data" in stated:
            return "data"
        return "opinion" if "opinion" in stated else "not stated"


def _reviewed(card: Scorecard, day: date) -> Iterator[_Reviewed]:
    """The answered items, in file order."""
    leaves = card.plan.leaves
    for item in card.asked.items:
        answer = answer_to(item, card.assessment)
        if answer is not None and given(answer):
            leaf = leaves.index[item.id]
            asked = item.evidence or leaves.homes[leaf].evidence
            yield _Reviewed(item, leaves.scales[leaf], asked, answer, day, leaves.ladder)


def _better(scale: NumericScale, number: float, limit: float) -> bool:
    return number > limit if scale.better == "higher" else number < limit
