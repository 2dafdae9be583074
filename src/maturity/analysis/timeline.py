"""One organisation's assessments in order of time, scored by one set of rules."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from attrs import frozen

from maturity.errors import NotComparable, cut
from maturity.errors.arguments import expect
from maturity.model.assessment import Assessment, NotApplicable
from maturity.scoring.score import score_many
from maturity.scoring.scorecard import Scorecard
from maturity.scoring.words import listed

from .cohort_rows import key_of
from .common_ground import find_common_ground
from .settled import settled

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date


@frozen(kw_only=True)
class Timeline:
    """Cards in order of time, the names of their periods, and notes on how they were matched."""

    cards: tuple[Scorecard, ...]
    periods: tuple[str, ...]
    notes: tuple[str, ...]

    @property
    def caveats(self) -> tuple[str, ...]:
        """What a careful reader should know about the cards, each thing once."""
        return tuple(dict.fromkeys(caveat for card in self.cards for caveat in card.caveats))

    @property
    def last(self) -> Scorecard:
        """The latest card."""
        return self.cards[-1]


def timeline(assessments: Iterable[Assessment], takes: str, profile: str | None = None) -> Timeline:
    """The assessments of one organisation, a period each, in order of time.

    `profile`: the id of a short form on which all are scored; None: the whole.
    Other editions and overlays are brought onto one framework first. NotComparable where that
    can't be done, or where they are of several organisations, or of no period. Of several
    raters of a period the agreed assessment counts, else their median.
    """
    expect(assessments, Iterable, takes)
    given = list(assessments)
    for one in given:
        expect(one, Assessment, takes)
    if not given:
        raise ValueError(f"{takes}, found none")
    whose = {key_of(one.organisation) for one in given}
    if len(whose) > 1:
        names = listed(sorted(f"'{cut(name)}'" for _, name in whose))
        raise NotComparable(f"these are assessments of several organisations: {names}; give one's")
    sheets, notes = _one_a_period(given)
    ground = find_common_ground(sheets, profile=profile)
    cards = score_many(ground.assessments, ground.chosen)
    texts = [one.period.text for one in sheets if one.period]
    return Timeline(
        cards=tuple(cards),
        periods=tuple(texts),
        notes=(*ground.notes, *notes, *_unheard(cards, texts)),
    )


def _one_a_period(given: list[Assessment]) -> tuple[list[Assessment], list[str]]:
    """One assessment for each period, in order of time, with a note where raters were several."""
    days: dict[date, list[Assessment]] = {}
    for one in given:
        if one.period is None:
            name = one.organisation.name or one.organisation.code or "somebody"
            raise NotComparable(
                f"an assessment of '{cut(name)}' without a period has no place in time; give it one"
            )
        days.setdefault(one.period.last_day, []).append(one)
    sheets, notes = [], []
    for _, here in sorted(days.items()):
        one, how = settled(here)
        sheets.append(one)
        if how and one.period:
            what = "the agreed answers count" if how == "agreed" else "the median counts"
            notes.append(f"Of {one.period.text} there are several raters; {what}.")
    return sheets, notes


def _unheard(cards: list[Scorecard], periods: list[str]) -> Iterator[str]:
    """The note that another form was answered in some periods than the one that is scored."""
    found = [
        period
        for card, period in zip(cards, periods, strict=True)
        if not card.overall.coverage.answered and _said(card.assessment)
    ]
    if found:
        names = listed(found)
        yield (
            f"Of {names} nothing counts here: another form was answered, a short one or the whole. "
            "Nothing can be told between the two; see `profile`."
        )


def _said(assessment: Assessment) -> bool:
    """Whether anything was answered or claimed."""
    said = (*assessment.answers.values(), *assessment.claims.values())
    return any(
        not answer.is_draft and not isinstance(answer.value, NotApplicable) for answer in said
    )
