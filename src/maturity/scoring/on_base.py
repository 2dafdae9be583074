"""An overlay's answers on what it shares with its base, under the base's rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
from attrs import frozen

from maturity.model.assessment import NotApplicable
from maturity.model.check_answers import asked_scales, target_scale
from maturity.model.framework import Framework
from maturity.model.frozen import FrozenMap
from maturity.model.ids import is_below
from maturity.model.narrow import named, narrowed
from maturity.model.scales import LADDER
from maturity.model.shared import (
    same_answers,
    same_branches,
    same_paths,
    shared,
    shared_items,
)
from maturity.model.tree import Dimension, Profile

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from maturity.model.assessment import Assessment, Organisation
    from maturity.model.tree import Item

    from .scorecard import Scorecard


@frozen
class _Form:
    """A framework, a short form of it (None: the whole), and what that asks."""

    framework: Framework
    chosen: Profile | None
    asked: Framework


def base_card(card: Scorecard) -> Scorecard | None:
    """See `Scorecard.on_base`."""
    from .score import score  # noqa: PLC0415  # it builds scorecards

    if card.framework.overlay is None:
        return None
    base = card.framework.overlay.base
    kept, profile = _shared(_form(card), base)
    if not narrowed(base, profile).items:
        return None
    return score(for_base(card.assessment, base, kept), profile, card.as_of)


def shared_form(framework: Framework, other: Framework, profile: str) -> Profile:
    """What `framework` shares with a short form of `other`, as a short form of `framework`.

    Where `other` is an overlay of it, that is what `Scorecard.on_base` has. UnknownName where
    `other` has no such short form.
    """
    chosen = named(other, profile)
    return _shared(_Form(other, chosen, narrowed(other, chosen)), framework)[1]


def left_out(card: Scorecard) -> list[Dimension]:
    """For an overlay, the branches with a claim that does not compare, among what was asked."""
    said = _claimed(card.assessment)
    if card.framework.overlay is None or not said:
        return []
    base = card.framework.overlay.base
    beside = _same_claims(card.framework, base) - _asked_whole(card.asked)
    kept = beside | _whole(_form(card), base)
    return [node for node in card.asked.walk() if node.id in said and node.id not in kept]


def for_base(assessment: Assessment, base: Framework, kept: set[str]) -> Assessment:
    """An assessment of an overlay as one of its base, with the answers to what is kept.

    `kept`: the paths of items that the two share. A branch that does not apply stays one where
    both have the same below it; else each item below it does not apply. A level that is claimed is
    kept where both ask the very same.
    """
    framework, said = assessment.framework, assessment.claims
    away = {path: claim for path, claim in said.items() if isinstance(claim.value, NotApplicable)}
    alike = same_paths(base, framework) if away else set()
    claims, answers = {}, dict(assessment.answers)
    for path, claim in away.items():
        for node in _ends(framework.by_path[path], alike, away):
            if isinstance(node, Dimension):
                claims[node.id] = claim
            elif (own := answers.get(node.id)) is None:
                answers[node.id] = claim
            elif own.is_draft:
                answers[node.id] = attrs.evolve(own, value=claim.value)
    if claimed := _claimed(assessment):
        claims |= {path: said[path] for path in claimed & _same_claims(framework, base)}
    return attrs.evolve(
        assessment,
        framework=base,
        organisation=_organisation(assessment.organisation, base),
        digest=None,
        answers=FrozenMap({p: answer for p, answer in answers.items() if p in kept}),
        targets=FrozenMap(dict(_targets(assessment, base, kept))),
        claims=FrozenMap(claims),
        actions=(),
    )


def _ends(
    node: Dimension | Item, alike: Container[str], away: Container[str]
) -> Iterator[Dimension | Item]:
    """The branches that are alike and the items that stand in none of them, below a node.

    What is away by itself speaks for itself.
    """
    if not isinstance(node, Dimension) or node.id in alike:
        yield node
        return
    yield from node.own_items
    for part in node.dimensions:
        if part.id not in away:
            yield from _ends(part, alike, away)


def _claimed(assessment: Assessment) -> set[str]:
    """The branches that are answered as a whole."""
    claims = assessment.claims.items()
    return {path for path, claim in claims if not isinstance(claim.value, NotApplicable | None)}


def _same_claims(framework: Framework, base: Framework) -> set[str]:
    """The branches that both ask about as a whole, with the very same below them."""
    here, there = asked_scales(framework), asked_scales(base)
    return {
        path
        for path in same_branches(base, framework) & here.keys() & there.keys()
        if same_answers(framework.scales[here[path]], base.scales[there[path]])
    }


def _form(card: Scorecard) -> _Form:
    """What a card was made of."""
    return _Form(card.framework, card.chosen, card.asked)


def _asked_whole(asked: Framework) -> set[str]:
    """The branches that a short form asks about as a whole."""
    return {item.claims for item in asked.items if item.claims}


def _shared(form: _Form, base: Framework) -> tuple[set[str], Profile]:
    """The items of the base that it shares with a form, and all that is shared as a short form."""
    whole = _whole(form, base)
    kept = _kept(form, base, whole)
    return kept, _profile(form, base, kept, whole)


def _whole(form: _Form, base: Framework) -> set[str]:
    """The branches asked about as a whole that compare."""
    chosen = form.chosen
    if chosen is None or chosen.ask is None:
        return set()
    scale = chosen.scale or LADDER
    own = base.scales.get(scale)
    if own is None or not same_answers(own, form.framework.scales[scale]):
        return set()
    return _asked_whole(form.asked) & _same_claims(form.framework, base)


def _kept(form: _Form, base: Framework, whole: set[str]) -> set[str]:
    """The shared items among what was asked, but for those below a claim that does not compare."""
    asked, apart = form.asked, _asked_whole(form.asked) - whole
    if form.chosen is not None and form.chosen.ask is not None:
        asked = narrowed(form.framework, attrs.evolve(form.chosen, ask=None))
    both = {item.id for item in asked.items}.intersection(shared_items(base, form.framework))
    return {path for path in both if not any(is_below(path, branch) for branch in apart)}


def _profile(form: _Form, base: Framework, kept: set[str], whole: set[str]) -> Profile:
    """What is kept, as a short form of the base that asks the same as a whole."""
    left = tuple(item.id for item in base.items if item.id not in kept)
    profile = attrs.evolve(shared(base, form.framework), drop=left)
    if form.chosen is None or not whole:
        return profile
    profile = attrs.evolve(profile, ask=form.chosen.ask, scale=form.chosen.scale)
    # A dimension of which no part is left would be asked as a whole itself.
    asked = {item.claims for item in narrowed(base, profile).items} - whole
    return attrs.evolve(profile, drop=(*left, *(path for path in base if path in asked)))


def _organisation(said: Organisation, base: Framework) -> Organisation:
    """What is said of the organisation, as far as the base knows it."""
    known = {
        name: option
        for name, option in said.properties.items()
        if name in base.properties and option in base.properties[name].options
    }
    return attrs.evolve(said, properties=FrozenMap(known))


def _targets(
    assessment: Assessment, base: Framework, kept: set[str]
) -> Iterator[tuple[str, str | float]]:
    """The targets of what is kept, and of branches that have the same levels in both."""
    framework, nodes = assessment.framework, base.by_path
    on_branch = any(isinstance(nodes.get(path), Dimension) for path in assessment.targets)
    asked = [asked_scales(of) if on_branch else {} for of in (framework, base)]
    for path, target in assessment.targets.items():
        if path in kept:
            yield path, target
        elif isinstance(nodes.get(path), Dimension):
            here = target_scale(framework, path, asked[0])
            there = target_scale(base, path, asked[1])
            if here is not None and there is not None and same_answers(here, there):
                yield path, target
