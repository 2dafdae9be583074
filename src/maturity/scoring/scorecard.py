"""The scorecard: what is certain, what is open, why, and what to do next."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from attrs import field, frozen

from maturity.errors import UnknownName, cut, hint_for
from maturity.errors.arguments import expect
from maturity.errors.clean import clean
from maturity.model.assessment import Assessment
from maturity.model.framework import Framework
from maturity.model.frozen import FrozenMap
from maturity.model.narrow import claimed
from maturity.model.tree import Profile

from . import sentences
from .blockers import Blockers, find_blockers
from .by_rule import RuleReading, read_by_rule
from .caveats import card_caveats, node_caveats
from .cells import Cells
from .engine import Results
from .html import card_html, score_html
from .nodescore import Bounds, NodeFacts, facts_of
from .on_base import base_card
from .plan import Plan
from .records import make_record, rows_of
from .why import Why, explain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from maturity.model.tree import Dimension


@frozen(kw_only=True, eq=False, repr=False)
class Score(NodeFacts):
    """The result for one node: a dimension, a part, or the overall.

    `value`: in the unit of the node's rule, from `low` to `high`; None where there is none.
    `level`: a rung, or `framework.below`; None where there is none to state. With answers missing
    both are secured ("at least"), unless a convention says otherwise. `status`: `certain`, `open`,
    `withheld`, `undefined`, `not started` or `none`. `so_far` reads the answered items alone.
    `bounds`: the lowest and the highest that any completion can reach; None where nothing counts.
    `na_effect`: the level if every "not applicable" had counted as the lowest answer.
    """

    card: Scorecard = field(repr=False)

    def why(self) -> Why:
        """Why this level, in plain sentences made from this node's own facts."""
        return explain(self.card, self)

    def blockers(self) -> Blockers:
        """A smallest set of items between here and the next level, the first in the framework.

        Other sets of the same size may do as well.
        """
        return self._blockers

    def by_rule(self) -> Mapping[str, RuleReading]:
        """The same answers under `mean`, `staged` and `weakest-link`, side by side."""
        return read_by_rule(self.card, self)

    @cached_property
    def _blockers(self) -> Blockers:
        return find_blockers(self.card, self)

    @cached_property
    def caveats(self) -> tuple[str, ...]:
        """What a careful reader should know about this result, in sentences."""
        return tuple(map(clean, node_caveats(self.card, self)))

    @cached_property
    def bounds_if_claimed(self) -> Bounds | None:
        """The bounds if every claim below this node were right; None where nothing is claimed."""
        return self.card.if_claimed.get(self.path)

    @property
    def dimensions(self) -> tuple[Score, ...]:
        """The scores of its parts; for the overall, of the dimensions."""
        below = self.node.branch.dimensions if self.node.branch else self.card.asked.dimensions
        return tuple(self.card[part.id] for part in below)

    def __repr__(self) -> str:
        """The result in one line."""
        return clean(f"<{self.title}: {sentences.result(self)}>")

    def _repr_html_(self) -> str:
        """The result, why and caveats for notebooks, every text escaped."""
        return score_html(self)


@frozen(kw_only=True, eq=False, repr=False)
class Scorecard:
    """The results of one assessment. `card[path]` is a node's score; `card.overall` is the whole.

    `chosen` is the profile that was asked for, or None; `asked` the framework as it narrows it (the
    framework itself without one).
    Two scorecards are equal when their records are.
    """

    assessment: Assessment
    chosen: Profile | None
    asked: Framework
    as_of: date | None
    plan: Plan = field(repr=False)
    cells: Cells = field(repr=False)
    results: Results = field(repr=False)
    column: int = 0

    @property
    def profile(self) -> str | None:
        """The id of the profile that was asked for."""
        return self.chosen.id if self.chosen else None

    @cached_property
    def on_base(self) -> Scorecard | None:
        """For an overlay, the same answers on what it shares with its base, by the base's rules.

        None where the framework extends no other, or where nothing that was asked is shared. What
        is said of whole branches goes with it where both ask the very same. It compares with the
        cards of those who answer the base, scored with the same profile: `card.on_base.chosen`.
        """
        return base_card(self)

    @property
    def framework(self) -> Framework:
        """The framework, whole."""
        return self.assessment.framework

    @cached_property
    def scores(self) -> Mapping[str, Score]:
        """Every node's score by path, in file order, the overall (the empty path) first."""
        paths = ["", *(node.id for node in self.asked.walk())]
        row = self.plan.row
        return FrozenMap({path: self._score(row[path]) for path in paths})

    @property
    def overall(self) -> Score:
        """The score of the whole; its status is `none` where the framework wants no total."""
        return self.scores[""]

    @property
    def dimensions(self) -> tuple[Score, ...]:
        """The scores of the dimensions, in file order."""
        return self.overall.dimensions

    @cached_property
    def caveats(self) -> tuple[str, ...]:
        """What a careful reader should know about the whole card."""
        return tuple(map(clean, card_caveats(self)))

    @cached_property
    def if_claimed(self) -> Mapping[str, Bounds]:
        """For each node with a claim at or below it, the bounds if the claims were right."""
        from .score import score_as  # noqa: PLC0415  # it builds scorecards

        stated = [path for path, claim in self.assessment.claims.items() if claim.value is not None]
        branches = {node.id for node in self.asked.walk() if not _asks(node)}
        claims = [path for path in stated if path in branches and self.scores[path].claimed]
        if not claims:
            return FrozenMap()
        under = score_as(self.assessment, claimed(self.asked, claims), self.chosen, self.as_of)
        held = [
            score
            for score in under.scores.values()
            if score.bounds and any(_within(path, score.path) for path in claims)
        ]
        return FrozenMap({score.path: score.bounds for score in held if score.bounds})

    def __getitem__(self, path: str) -> Score:
        """The score at a path; UnknownName names the nearest that exists."""
        expect(path, str, "a scorecard takes a path")
        try:
            return self.scores[path]
        except KeyError:
            names = [name for name in self.scores if name]
            kind = "is an item: items have answers, not scores" if path in self.asked.by_path else (
                "is not scored here"
            )  # fmt: skip
            hint = hint_for(path, names, label="there are")
            raise UnknownName(f"'{cut(path)}' {kind}; {hint}") from None

    def __iter__(self) -> Iterator[Score]:
        """Every score, the overall first."""
        return iter(self.scores.values())

    def __contains__(self, what: object) -> bool:
        """Whether a path has a score here, or a score is one of this card's."""
        if isinstance(what, str):
            return what in self.scores
        return any(what is score for score in self)

    def __len__(self) -> int:
        """How many nodes there are."""
        return len(self.scores)

    def to_records(self) -> list[dict[str, object]]:
        """Plain rows, one a node, that any dataframe library takes."""
        return rows_of(self)

    def record(self) -> dict[str, object]:
        """All that is needed to work this result out again, and the result, as plain JSON data."""
        return make_record(self)

    def _score(self, row: int) -> Score:
        return Score(card=self, **facts_of(self, row))  # type: ignore[arg-type]  # its own

    def __eq__(self, other: object) -> bool:
        """Equal when the records are."""
        return isinstance(other, Scorecard) and self.record() == other.record()

    def __hash__(self) -> int:
        """Equal cards are of one framework."""
        return hash(self.framework.digest)

    def __repr__(self) -> str:
        """A readable card: a line for each dimension."""
        return sentences.card_text(self)

    def _repr_html_(self) -> str:
        """A table for notebooks, every text escaped."""
        return card_html(self)


def _asks(node: Dimension) -> bool:
    """Whether a branch is asked as one item in this profile."""
    return any(item.claims is not None for item in node.own_items)


def _within(path: str, branch: str) -> bool:
    return not branch or path == branch or path.startswith(branch + ".")
