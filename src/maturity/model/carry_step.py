"""One step from an edition to the next: what is the same in both, and what became of each thing."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import attrs
from attrs import field, frozen

from .assessment import Answer, Assessment, NotApplicable
from .bridge import Bridge
from .carry_words import shown
from .check_answers import asked_scales
from .fits import misfit
from .framework import Framework
from .frozen import FrozenMap
from .scales import NumericScale
from .tree import Dimension

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .scales import AnyScale


@frozen(slots=False)  # for what is worked out once
class Step:
    """Keeps what is carried over, and what happened to each; see `CarriedOver`."""

    assessment: Assessment
    framework: Framework
    bridge: Bridge
    answers: dict[str, Answer] = field(factory=dict)
    claims: dict[str, Answer] = field(factory=dict)
    kept: list[str] = field(factory=list)
    guesses: dict[str, str] = field(factory=dict)
    drafts: dict[str, str] = field(factory=dict)
    left: dict[str, str] = field(factory=dict)
    new: list[str] = field(factory=list)

    @property
    def before(self) -> Framework:
        """The earlier edition."""
        return self.assessment.framework

    @property
    def was(self) -> str:
        """The earlier edition, in a sentence."""
        return f"edition {self.before.edition}"

    @property
    def now(self) -> str:
        """The later edition, in a sentence."""
        return f"edition {self.framework.edition}"

    @cached_property
    def asked(self) -> tuple[dict[str, str], dict[str, str]]:
        """The branches that are asked about, with their scales, before and now."""
        return asked_scales(self.before), asked_scales(self.framework)

    @cached_property
    def changed(self) -> Mapping[str, str]:
        """The items before that are not simply the same now, each with what became of it."""
        merged = [path for paths in self.bridge.merged.values() for path in paths]
        return {
            **dict.fromkeys(self.bridge.split, "split"),
            **dict.fromkeys(self.bridge.dropped, "dropped"),
            **dict.fromkeys(merged, "merged"),
        }

    @cached_property
    def _renamed(self) -> Mapping[str, str]:
        return {before: now for now, before in self.bridge.same.items()}

    @cached_property
    def _named(self) -> frozenset[str]:
        return frozenset((*dict(self.bridge.before()), *dict(self.bridge.now())))

    def twin(self, path: str) -> str | None:
        """The path now of what is the same, None where nothing is."""
        if path in self._renamed or path in self.changed:
            return self._renamed.get(path)
        nodes = [edition.by_path.get(path) for edition in (self.before, self.framework)]
        return path if nodes[0] is not None and type(nodes[0]) is type(nodes[1]) else None

    def is_whole(self, path: str) -> bool:
        """Whether a branch holds the same items in both editions, and nothing else."""
        both = [edition.by_path.get(path) for edition in (self.before, self.framework)]
        items = [[i.id for i in node.items] for node in both if isinstance(node, Dimension)]
        return (
            len(items) == 2  # noqa: PLR2004  # in both
            and set(items[0]) == set(items[1])
            and self._named.isdisjoint(items[0])
        )

    def why_unsure(self, path: str, scales: tuple[AnyScale | None, AnyScale | None]) -> str:
        """Why what was said at a path may mean something else now; empty where it does not.

        `scales`: what it was said on, and what such a thing is said on now.
        """
        if isinstance(self.before.by_path.get(path), Dimension) and not self.is_whole(path):
            return f"{self.was} had other items below it"
        if _meaning(scales[0]) != _meaning(scales[1]):
            return f"{self.was} had other answers to choose from"
        return ""

    def settle(self, into: dict[str, Answer], path: str, answer: Answer, unsure: str) -> None:
        """Take over what the later edition can take: as it is, or as a guess where unsure."""
        if answer.is_draft:
            into[path] = answer
            self.drafts[path] = answer.note or shown(answer)
        elif unsure:
            self.guess(into, path, answer, f"{unsure}; it was {shown(answer)}")
        elif answer.guess:
            self.guess(into, path, answer, answer.guess)
        else:
            into[path] = answer
            self.kept.append(path)

    def guess(self, into: dict[str, Answer], path: str, answer: Answer, why: str) -> None:
        """Take an answer over, marked as a guess."""
        into[path] = attrs.evolve(answer, guess=why)
        self.guesses[path] = why

    def draft(self, path: str, why: str, answer: Answer) -> None:
        """Take over all but the answer itself, which the note tells."""
        note = f"{why[0].upper()}{why[1:]}. {answer.note}".strip()
        self.answers[path] = attrs.evolve(answer, value=None, by=FrozenMap(), guess="", note=note)
        self.drafts[path] = why

    def leave(self, what: str, why: str) -> None:
        """Leave something behind, with why."""
        self.left[what] = "; ".join(filter(None, (self.left.get(what), why)))


def fits(scale: AnyScale, answer: Answer) -> bool:
    """Whether an answer can be given on a scale."""
    values = answer.by.values() if answer.by else [answer.value]
    return all(
        value is None or isinstance(value, NotApplicable) or misfit(scale, value) is None
        for value in values
    )


def _meaning(scale: AnyScale | None) -> tuple[object, ...]:
    """What an answer on a scale means, whatever its labels."""
    if scale is None:
        return ()
    if isinstance(scale, NumericScale):
        return scale.minimum, scale.maximum, scale.unit, scale.better
    return tuple((option.id, option.value) for option in scale.options)
