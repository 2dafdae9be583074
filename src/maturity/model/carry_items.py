"""The answers to items, carried over to the next edition."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from attrs import frozen

from .assessment import Answer, NotApplicable
from .carry_step import Step, fits
from .carry_words import gathered, shown
from .scales import NumericScale
from .tree import Dimension

if TYPE_CHECKING:
    from .assessment import Value
    from .scales import AnyScale
    from .tree import Item


def carry_items(step: Step, unasked: frozenset[str]) -> None:
    """Look at every item of the later edition, then at what was dropped.

    `unasked`: the paths before that were new themselves.
    """
    carrier = _Carrier(step, said_of_items(step))
    bridge = step.bridge
    split = {now: path for path, nows in bridge.split.items() for now in nows}
    for item in step.framework.items:
        befores: tuple[str, ...] = ()
        if item.id in bridge.merged:
            befores = bridge.merged[item.id]
            carrier.merge(item, befores)
        elif item.id in split:
            befores = (split[item.id],)
            carrier.part(item, *befores)
        elif item.id not in bridge.new:
            befores = (bridge.same.get(item.id, item.id),)
            carrier.keep(item, *befores)
        if unasked.issuperset(befores):
            step.new.append(item.id)
    for path, why in bridge.dropped.items():
        if path in carrier.said:
            step.leave(path, f"dropped in {step.now}: {why}")


def said_of_items(step: Step) -> dict[str, Answer]:
    """The old answer to each item: its own, or that a branch does not apply that has changed.

    A note without an answer that stands below such a branch goes with it.
    """
    away: dict[str, Answer] = {}
    claims = step.assessment.claims
    for path in sorted(claims, key=lambda path: path.count(".")):
        branch = step.before.by_path.get(path)
        moved = isinstance(claims[path].value, NotApplicable) and not step.is_whole(path)
        if moved and isinstance(branch, Dimension):
            away |= dict.fromkeys((item.id for item in branch.items), claims[path])
    found = {**away, **step.assessment.answers}
    for path, claim in away.items():
        if found[path].is_draft:
            found[path] = gathered(claim, {path: found[path]})
    return found


@frozen
class _Carrier:
    """Carries the answers over, one by one; `said`: the old ones."""

    step: Step
    said: Mapping[str, Answer]

    def keep(self, item: Item, before: str) -> None:
        """Carry over the answer to an item that is the same."""
        answer = self.said.get(before)
        if answer is None:
            return
        step, scale = self.step, self._scale(item)
        if not fits(scale, answer):
            step.draft(item.id, f"{step.was} had the answer {shown(answer)}", answer)
            return
        was = step.before.scales[step.before[before].scale]  # type: ignore[index]  # an item has one
        away = isinstance(answer.value, NotApplicable)
        unsure = "" if away else step.why_unsure(before, (was, scale))
        step.settle(step.answers, item.id, answer, unsure)

    def part(self, item: Item, before: str) -> None:
        """Carry over the answer to an item of which this is a part."""
        answer = self.said.get(before)
        if answer is None:
            return
        step = self.step
        why = f"{step.was} asked '{step.before[before].text}' in one; the answer was "
        why += shown(answer)
        if answer.is_draft or not fits(self._scale(item), answer):
            step.draft(item.id, why, answer)
        else:
            step.guess(step.answers, item.id, answer, why)

    def merge(self, item: Item, befores: tuple[str, ...]) -> None:
        """Carry over the answers to the items of which this is made."""
        step, scale = self.step, self._scale(item)
        known = {path: self.said[path] for path in befores if path in self.said}
        if not known:
            return
        each = ", ".join(f"{path} {shown(known.get(path))}" for path in befores)
        why = f"{step.was} asked {len(befores)} questions: {each}"
        whole = {p: a for p, a in known.items() if a.value is not None and fits(scale, a)}
        applying = {p: a for p, a in whole.items() if not isinstance(a.value, NotApplicable)}
        if len(whole) < len(befores) or (applying and len(applying) < len(whole)):
            step.draft(item.id, why, gathered(Answer(), known))
            return
        some = applying or whole
        lowest = min(some, key=lambda path: _merit(scale, some[path].value))
        others = {path: answer for path, answer in known.items() if path != lowest}
        step.guess(step.answers, item.id, gathered(known[lowest], others), why)

    def _scale(self, item: Item) -> AnyScale:
        return self.step.framework.scales[item.scale]


def _merit(scale: AnyScale, value: Value | None) -> float:
    """How good an answer is, from 0 up."""
    if isinstance(value, NotApplicable) or value is None:
        return 0.0
    if isinstance(scale, NumericScale):
        return float(value) * (1 if scale.better == "higher" else -1)
    return [option.id for option in scale.options].index(str(value))
