"""An assessment of an earlier edition, carried over to a later one by its bridge."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import attrs
from attrs import field, frozen

from maturity.errors import Fault, FaultsFound, Where
from maturity.errors.arguments import expect

from .assessment import Answer, Assessment, NotApplicable, Organisation, Value
from .bridge import Bridge, unaccounted
from .check_answers import asked_scales
from .fits import misfit
from .framework import Framework
from .frozen import FrozenMap
from .scales import NumericScale
from .tree import Dimension, Item

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from .scales import AnyScale


@frozen(kw_only=True)
class CarriedOver:
    """What became of an assessment in a later edition.

    `assessment`: the answers to the later edition. `kept`: the paths whose answer stands as it was.
    `guesses`: the paths whose answer is a guess, each with why; the answer says so itself.
    `drafts`: those that are unanswered now, each with what is known. `left`: what could not be
    carried over, by its path before, with why. `new`: the paths that nobody was asked about.
    """

    assessment: Assessment
    kept: tuple[str, ...] = ()
    guesses: FrozenMap[str, str] = FrozenMap()
    drafts: FrozenMap[str, str] = FrozenMap()
    left: FrozenMap[str, str] = FrozenMap()
    new: tuple[str, ...] = ()


def carry_over(assessment: Assessment, framework: Framework) -> CarriedOver:
    """An assessment of an earlier edition as one of `framework`, by its `[bridge]`.

    An answer to an item that is the same is kept whole. The parts of a split item, and an item
    that was merged from several, get a guess that says so: the old answer, or the lowest of the
    old ones. Where even that can't be, there is a draft with a note. Nothing is guessed in silence.
    FaultsFound where the framework has no bridge from this edition, or where the bridge leaves out
    an item of either.

    >>> import maturity as mt
    >>> head = '''schema = 1
    ... id = "tool"
    ... title = "Tool"
    ... scales.s = { no = 0, yes = 1 }
    ... scoring.scale = "s"
    ... '''
    >>> old = mt.parse_framework(
    ...     head
    ...     + '''edition = "1"
    ... dimensions.d.items = { plan = "There is a plan, and it is used." }
    ... '''
    ... )
    >>> new = mt.parse_framework(
    ...     head
    ...     + '''edition = "2"
    ... dimensions.d.items = { planned = "There is a plan.", used = "The plan is used." }
    ... bridge = { from = "1", split = { "d.plan" = ["d.planned", "d.used"] } }
    ... '''
    ... )
    >>> carried = mt.carry_over(old.assess({"d.plan": "yes"}), new)
    >>> carried.assessment.answers["d.used"].guess
    "edition 1 asked 'There is a plan, and it is used.' in one; the answer was 'yes'"
    """
    expect(assessment, Assessment, "carry_over() takes an assessment")
    expect(framework, Framework, "carry_over() takes the framework of the later edition")
    old = assessment.framework
    bridge = _bridge(old, framework)
    problems = list(unaccounted(bridge, old, framework))
    if problems:
        raise FaultsFound(
            tuple(
                Fault(p.code, Where(".".join(map(str, p.place))), p.what, p.hint) for p in problems
            )
        )
    carrier = _Carrier(assessment, framework, bridge)
    carrier.carry()
    return carrier.carried()


def _bridge(old: Framework, framework: Framework) -> Bridge:
    """The bridge, or the fault that there is none from this edition."""
    bridge = framework.bridge
    if bridge is not None and (bridge.framework, bridge.edition) == (old.id, old.edition):
        return bridge
    what = f"'{framework.id}' {framework.edition} has no bridge from '{old.id}' {old.edition}"
    hint = f'write [bridge] and from = "{old.edition}" in the later edition\'s file'
    if (old.id, old.edition) == (framework.id, framework.edition):
        what, hint = (
            f"this answers '{old.id}' {old.edition} already",
            "there is nothing to carry over",
        )
    elif bridge is not None:
        hint = (
            f"its bridge is from '{bridge.framework}' {bridge.edition}: carry it over to that first"
        )
    raise FaultsFound((Fault("bridge.none", Where("bridge"), what, hint),))


@frozen(slots=False)  # for what is worked out once
class _Carrier:
    """Carries the answers over, one by one, and keeps what happened to each."""

    assessment: Assessment
    framework: Framework
    bridge: Bridge
    answers: dict[str, Answer] = field(factory=dict)
    kept: list[str] = field(factory=list)
    guesses: dict[str, str] = field(factory=dict)
    drafts: dict[str, str] = field(factory=dict)
    left: dict[str, str] = field(factory=dict)

    @cached_property
    def said(self) -> Mapping[str, Answer]:
        """The old answer to each item: its own, or that its whole branch does not apply."""
        found: dict[str, Answer] = {}
        for path, claim in self.assessment.claims.items():
            branch = self.assessment.framework.by_path.get(path)
            away = isinstance(claim.value, NotApplicable) and not self._is_whole(path)
            if away and isinstance(branch, Dimension):
                found |= dict.fromkeys((item.id for item in branch.items), claim)
        return {**found, **self.assessment.answers}

    def _is_whole(self, path: str) -> bool:
        """Whether a branch holds the same items in both editions, and nothing else."""
        named = {*dict(self.bridge.before()), *dict(self.bridge.now())}
        both = [
            edition.by_path.get(path) for edition in (self.assessment.framework, self.framework)
        ]
        items = [[i.id for i in node.items] for node in both if isinstance(node, Dimension)]
        return len(items) == 2 and set(items[0]) == set(items[1]) and named.isdisjoint(items[0])  # noqa: PLR2004  # in both

    def carry(self) -> None:
        """Look at every item of the later edition, then at what is left."""
        split = {now: path for path, nows in self.bridge.split.items() for now in nows}
        for item in self.framework.items:
            if item.id in self.bridge.merged:
                self._merge(item, self.bridge.merged[item.id])
            elif item.id in split:
                self._part(item, split[item.id])
            elif item.id not in self.bridge.new:
                self._keep(item, self.bridge.same.get(item.id, item.id))
        for path, why in self.bridge.dropped.items():
            if path in self.said:
                self.left[path] = f"dropped: {why}"

    def _keep(self, item: Item, before: str) -> None:
        answer = self.said.get(before)
        if answer is None:
            return
        if not self._fits(item, answer):
            self._draft(item, f"edition {self._edition} had the answer {_shown(answer)}", answer)
        elif self._means_the_same(item, before) or isinstance(answer.value, NotApplicable):
            self.answers[item.id] = answer
            self.kept.append(item.id)
        else:
            why = f"edition {self._edition} had other answers to choose from; it was"
            self._guess(item, answer, f"{why} {_shown(answer)}")

    def _means_the_same(self, item: Item, before: str) -> bool:
        """Whether an answer to an item is on the same scale in both editions."""
        old = self.assessment.framework
        return _meaning(self.framework.scales[item.scale]) == _meaning(
            old.scales[old[before].scale]  # type: ignore[index]  # an item has one
        )

    def _part(self, item: Item, before: str) -> None:
        answer = self.said.get(before)
        if answer is None:
            return
        asked = f"edition {self._edition} asked '{self._text(before)}' in one"
        if answer.is_draft or not self._fits(item, answer):
            self._draft(item, f"{asked}; the answer was {_shown(answer)}", answer)
        else:
            self._guess(item, answer, f"{asked}; the answer was {_shown(answer)}")

    def _merge(self, item: Item, befores: tuple[str, ...]) -> None:
        said = {path: self.said.get(path) for path in befores}
        known = {path: answer for path, answer in said.items() if answer is not None}
        if not known:
            return
        each = ", ".join(f"{path} {_shown(known.get(path))}" for path in befores)
        why = f"edition {self._edition} asked {len(befores)} questions: {each}"
        whole = [a for a in known.values() if a.value is not None and self._fits(item, a)]
        applying = [a for a in whole if not isinstance(a.value, NotApplicable)]
        if len(whole) < len(befores) or (applying and len(applying) < len(whole)):
            self._draft(item, why, next(iter(known.values())))
            return
        scale = self.framework.scales[item.scale]
        lowest = min(applying or whole, key=lambda answer: _merit(scale, answer.value))
        self._guess(item, attrs.evolve(lowest, note=_notes(known.values()), evidence=()), why)

    def _guess(self, item: Item, answer: Answer, why: str) -> None:
        self.answers[item.id] = attrs.evolve(answer, guess=why)
        self.guesses[item.id] = why

    def _draft(self, item: Item, why: str, answer: Answer) -> None:
        note = f"{why[0].upper()}{why[1:]}. {answer.note}".strip()
        self.answers[item.id] = Answer(note=note)
        self.drafts[item.id] = why

    def _fits(self, item: Item, answer: Answer) -> bool:
        """Whether an answer can be given to an item."""
        scale = self.framework.scales[item.scale]
        values = answer.by.values() if answer.by else [answer.value]
        return all(
            value is None or isinstance(value, NotApplicable) or misfit(scale, value) is None
            for value in values
        )

    @property
    def _edition(self) -> str:
        return self.assessment.framework.edition

    def _text(self, path: str) -> str:
        return self.assessment.framework[path].text

    def carried(self) -> CarriedOver:
        """What became of the assessment."""
        assessment = attrs.evolve(
            self.assessment,
            framework=self.framework,
            organisation=self._organisation(),
            digest=None,
            answers=FrozenMap(self.answers),
            claims=FrozenMap(self._claims()),
            targets=FrozenMap(self._targets()),
            actions=tuple(
                attrs.evolve(action, paths=tuple(self._paths(action.paths)))
                for action in self.assessment.actions
            ),
        )
        origins = dict(self.bridge.now())
        return CarriedOver(
            assessment=assessment,
            kept=tuple(self.kept),
            guesses=FrozenMap(self.guesses),
            drafts=FrozenMap(self.drafts),
            left=FrozenMap(self.left),
            new=tuple(path for path in self.bridge.new if path in origins),
        )

    def _organisation(self) -> Organisation:
        """The organisation, with the properties that the later edition knows."""
        said = self.assessment.organisation
        known = {}
        for name, option in said.properties.items():
            stated = self.framework.properties.get(name)
            if stated is not None and option in stated.options:
                known[name] = option
            else:
                self.left[name] = "the later edition does not ask for it"
        return attrs.evolve(said, properties=FrozenMap(known))

    def _claims(self) -> dict[str, Answer]:
        """What is said of whole branches, where the later edition has them and takes the answer."""
        asked = asked_scales(self.framework)
        found = {}
        for path, claim in self.assessment.claims.items():
            scale = self.framework.scales.get(asked.get(path, ""))
            whole = isinstance(claim.value, NotApplicable) or claim.value is None
            fits = scale is not None and misfit(scale, claim.value) is None
            if isinstance(claim.value, NotApplicable) and not self._is_whole(path):
                continue  # it is said of each item instead
            if path in self.framework and (whole or fits):
                found[path] = claim
            else:
                self.left[path] = f"the later edition does not take {_shown(claim)} for it"
        return found

    def _targets(self) -> dict[str, str | float]:
        """The targets of what is the same."""
        found = {}
        for path, target in self.assessment.targets.items():
            now = next(iter(self._paths((path,))), None)
            node = self.framework.by_path.get(now or "")
            scale = self.framework.scales[node.scale] if isinstance(node, Item) else None
            if now is not None and scale is not None and misfit(scale, target) is None:
                found[now] = target
            else:
                self.left[path] = f"its target, '{target}', has no place in the later edition"
        return found

    def _paths(self, paths: tuple[str, ...]) -> Iterator[str]:
        """The paths in the later edition of what is the same."""
        renamed = {before: now for now, before in self.bridge.same.items()}
        named = dict(self.bridge.before())
        for path in paths:
            if path in renamed:
                yield renamed[path]
            elif path not in named and path in self.framework:
                yield path


def _meaning(scale: AnyScale) -> tuple[object, ...]:
    """What an answer on a scale means, whatever its labels."""
    if isinstance(scale, NumericScale):
        return scale.minimum, scale.maximum, scale.unit, scale.better
    return tuple((option.id, option.value) for option in scale.options)


def _merit(scale: AnyScale, value: Value | None) -> float:
    """How good an answer is, from 0 up."""
    if isinstance(value, NotApplicable) or value is None:
        return 0.0
    if isinstance(scale, NumericScale):
        return float(value) * (1 if scale.better == "higher" else -1)
    return [option.id for option in scale.options].index(str(value))


def _notes(answers: Iterable[Answer]) -> str:
    """The notes of several answers, one a line."""
    return "\n".join(answer.note for answer in answers if answer.note)


def _shown(answer: Answer | None) -> str:
    """An answer in a few words."""
    if answer is None:
        return "unanswered"
    if answer.by:
        return "of several units"
    if isinstance(answer.value, NotApplicable):
        return f"not applicable ({answer.value.reason})"
    return "a note alone" if answer.value is None else f"'{answer.value}'"
