"""How far the raters of one organisation agree, and what they should talk about first."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from attrs import field, frozen

from maturity.errors.arguments import expect
from maturity.model.assessment import Assessment, NotApplicable
from maturity.model.tree import Profile
from maturity.scoring.score import score

from .alpha import KINDS, Kind
from .consensus import Consensus, consensus_of
from .discuss import Topic, topics
from .panel import Panel, panels
from .rater_groups import GroupGap, group_gaps
from .scale_alphas import Alpha, alphas_of
from .spread import Spread, spread_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from maturity.model.assessment import Organisation
    from maturity.model.framework import Framework
    from maturity.model.periods import Period
    from maturity.scoring.scorecard import Scorecard

_TAKES = "agreement() takes assessments"
LEAST_RATERS = 2


@frozen(kw_only=True, eq=False, repr=False)
class Agreement:
    """How far the raters of one organisation agree at one period.

    `panel`: the assessments of the raters. `items`: the spread of each item, in file order.
    `alphas`: one for each scale on which something was answered, in file order.
    """

    panel: Panel
    profile: Profile | str | None = None
    items: tuple[Spread, ...]
    alphas: tuple[Alpha, ...]

    @property
    def framework(self) -> Framework:
        """The framework, or the part of it that the profile asks."""
        return self.panel.asked

    @property
    def organisation(self) -> Organisation:
        """Who is assessed."""
        return self.panel.organisation

    @property
    def period(self) -> Period | None:
        """When; None where it isn't stated."""
        return self.panel.period

    @property
    def raters(self) -> tuple[str, ...]:
        """The raters by name; an agreed assessment is none."""
        return self.panel.raters

    @property
    def made_up(self) -> bool:
        """Whether some of it is example data."""
        return any(sheet.made_up for sheet in self.panel.all)

    @property
    def pairs(self) -> int:
        """How many pairs of raters answered the same item, over all items."""
        return sum(spread.pairs for spread in self.items)

    @property
    def agreed(self) -> float | None:
        """The share of those pairs who gave the same answer, 0 to 1; None where there is no pair.

        Each pair counts once, so that an item which more raters answered counts for more. Whoever
        left an item out, or says that it does not apply, is in no pair.
        """
        same = sum(spread.pairs_agreed for spread in self.items)
        return same / self.pairs if self.pairs else None

    @cached_property
    def consensus(self) -> Consensus:
        """The raters' median, item by item, and who said something else."""
        return consensus_of(self.panel, "median")

    @cached_property
    def card(self) -> Scorecard:
        """The score of the consensus."""
        return score(self.consensus.assessment, self.profile)

    @cached_property
    def gaps(self) -> tuple[GroupGap, ...]:
        """The gaps between groups of raters; empty with fewer than two groups."""
        return group_gaps(self.panel)

    @cached_property
    def discuss(self) -> tuple[Topic, ...]:
        """What to talk about first: how far apart the raters are, times how much it matters."""
        return topics(self.items, self.panel.asked, self.card)

    def to_records(self) -> list[dict[str, object]]:
        """Plain rows, one an item (or one a unit of it), that any dataframe library takes."""
        return [_row(self, spread) for spread in self.items]

    def __repr__(self) -> str:
        """Whose raters they are."""
        period = f", {self.period.text}" if self.period else ""
        return f"<Agreement of {len(self.raters)} raters: {self.organisation.name}{period}>"


@frozen(kw_only=True, eq=False)
class Agreements:
    """The agreement of each organisation's raters, in order of appearance.

    `alone`: the assessments of organisations that have one rater at that period, or only an agreed
    assessment: there is nothing to compare.
    """

    found: tuple[Agreement, ...]
    alone: tuple[Assessment, ...] = field(repr=False)

    def __getitem__(self, place: int) -> Agreement:
        """One of them, by its place."""
        return self.found[place]

    def __iter__(self) -> Iterator[Agreement]:
        """Each of them."""
        return iter(self.found)

    def __len__(self) -> int:
        """How many there are."""
        return len(self.found)

    def to_records(self) -> list[dict[str, object]]:
        """Plain rows of all of them."""
        return [row for one in self.found for row in one.to_records()]


def agreement(
    assessments: Iterable[Assessment],
    profile: str | Profile | None = None,
    *,
    kind: Kind | None = None,
    draws: int = 1000,
) -> Agreements:
    """How far raters agree, for each organisation and period that has two or more raters.

    An assessment whose rater is "agreed" is what several said together, and no rater. `profile`: a
    short form; None: the whole. `kind`: how alpha sees answers; None: by their order on a scale of
    options (`ordinal`), by their difference on a numeric scale (`interval`). With `interval`, an
    option is its place on its scale. `draws`: how many draws the interval of alpha rests on; 0:
    no interval, which is quicker for many organisations.

    Each unit's answer to an item is looked at apart; an answer for the whole is compared with
    answers for the whole only. "Not applicable" and unanswered are counted, and compared with
    nothing. NotComparable where two assessments are of one rater.

    >>> import maturity as mt
    >>> elements = mt.load_framework("hwb-elements")
    >>> path = "relationships.supporting.kindness"
    >>> pair = [
    ...     elements.assess({path: said}, organisation="Ours", rater=name)
    ...     for name, said in (("Ann", "green"), ("Ben", "red"))
    ... ]
    >>> found = agreement(pair)[0]
    >>> found.agreed, found.pairs
    (0.0, 1)
    >>> print(found.discuss[0].why)
    Answers go from Red to Green, 2 steps apart. It is 8% of the weight in Relationships, and...
    """
    expect(kind, str | None, "agreement() takes the name of a kind")
    if kind is not None and kind not in KINDS:
        raise ValueError(f"agreement() takes one of {', '.join(KINDS)} as the kind")
    expect(draws, int, "agreement() takes a whole number of draws")
    if draws < 0:
        raise ValueError("agreement() takes 0 draws or more")
    given = panels(assessments, profile, _TAKES)
    several = [panel for panel in given if len(panel.sheets) >= LEAST_RATERS]
    return Agreements(
        found=tuple(
            Agreement(panel=panel, profile=profile, items=_spreads(panel), alphas=alphas)
            for panel, alphas in zip(several, alphas_of(several, kind, draws), strict=True)
        ),
        alone=tuple(
            sheet for panel in given if len(panel.sheets) < LEAST_RATERS for sheet in panel.all
        ),
    )


def _spreads(panel: Panel) -> tuple[Spread, ...]:
    return tuple(
        spread_of(judged, panel.asked.scales[judged.item.scale], panel.units.get(judged.unit, ""))
        for judged in panel.judged
    )


def _row(found: Agreement, spread: Spread) -> dict[str, object]:
    """One item as a plain row; options by id."""
    return {
        "organisation": found.organisation.name,
        "period": found.period.text if found.period else None,
        "framework": found.framework.id,
        "edition": found.framework.edition,
        "path": spread.path,
        "text": spread.item.text,
        "unit": spread.unit,
        "raters": len(found.raters),
        "answered": spread.answered,
        "not_applicable": spread.not_applicable,
        "unanswered": spread.unanswered,
        "lowest": spread.lowest,
        "highest": spread.highest,
        "steps": spread.steps,
        "apart": spread.apart,
        "agreed": spread.agreed,
        "counts": ", ".join(f"{answer}: {n}" for answer, n in spread.counts.items() if n),
        "said": "; ".join(
            f"{rater}: {'not applicable' if isinstance(said, NotApplicable) else said}"
            for rater, said in zip(found.raters, spread.said, strict=True)
            if said is not None
        ),
    }
