"""What many assessments have in common: one framework's rules, on the items that all were asked."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import attrs
from attrs import frozen

from maturity.errors import NotComparable, cut
from maturity.files.editions import carry_over
from maturity.model.assessment import Assessment, NotApplicable
from maturity.model.framework import Framework
from maturity.model.narrow import named
from maturity.model.shared import shared_items
from maturity.model.tree import Profile
from maturity.scoring.on_base import for_base
from maturity.scoring.words import counted, listed

if TYPE_CHECKING:
    from collections.abc import Sequence

COMMON = "common"


@frozen(kw_only=True)
class CommonGround:
    """How assessments of one or several frameworks are compared.

    `framework`: by whose rules. `chosen`: the part of it that is scored; None: the whole.
    `assessments`: in the order in which they were given, each as one of `framework`. `notes`: what
    was done to bring them together, in sentences.
    """

    framework: Framework
    chosen: Profile | None
    assessments: tuple[Assessment, ...]
    notes: tuple[str, ...] = ()


def find_common_ground(
    assessments: Sequence[Assessment],
    framework: Framework | None = None,
    profile: str | Profile | None = None,
) -> CommonGround:
    """Bring assessments onto one framework, on what all of them were asked.

    `framework`: by whose rules; None: the one that all the others extend or continue. An
    assessment of an earlier edition is carried over by the bridge. NotComparable, with the reason,
    where there is no such framework or where nothing is shared.
    """
    answered = _answered(assessments)
    basis = framework or find_basis(assessments)
    chosen = named(basis, profile) if isinstance(profile, str) else profile
    notes: list[str] = []
    common = {item.id for item in basis.items}
    for other in answered:
        if other.digest == basis.digest:
            continue
        note, shared = _shared(other, basis)
        notes.append(note)
        common &= shared
    if notes and not common:
        names = listed([f"'{one.id}' {one.edition}" for one in answered])
        raise NotComparable(f"nothing is asked in all of {names} alike: they can't be compared")
    left = [item.id for item in basis.items if item.id not in common]
    if left:
        chosen = _less(chosen, left)
        notes.append(_like_for_like(basis, len(common)))
    brought = tuple(_on(one, basis, common) for one in assessments)
    lost = sum(
        len(set(_levels_claimed(before)) - set(after.claims))
        for before, after in zip(assessments, brought, strict=True)
    )
    if lost:
        notes.append(
            f"{counted(lost, 'answer')} to a whole branch that is not the same in both: left out."
        )
    return CommonGround(framework=basis, chosen=chosen, assessments=brought, notes=tuple(notes))


def _levels_claimed(assessment: Assessment) -> list[str]:
    """The branches of which a level is claimed."""
    return [
        path
        for path, claim in assessment.claims.items()
        if claim.value is not None and not isinstance(claim.value, NotApplicable)
    ]


def _name(framework: Framework) -> tuple[str, str, str]:
    """What tells frameworks apart."""
    return framework.id, framework.edition, framework.digest


def _answered(assessments: Sequence[Assessment]) -> list[Framework]:
    """The frameworks that are answered, each once."""
    return list({_name(one.framework): one.framework for one in assessments}.values())


def find_basis(assessments: Sequence[Assessment]) -> Framework:
    """The one framework from which all those that are answered come.

    Where one edition was changed without a new name, the contents that the newest answers have.
    NotComparable where there is no such framework.
    """
    answered = _answered(assessments)
    roots = [_root(one) for one in answered]
    if len({(one.id, one.edition) for one in answered}) == 1:
        newest = max(assessments, key=_day)
        return newest.framework
    for candidates in (answered, roots):
        for one in candidates:
            if all(_comes_from(other, one) for other in candidates):
                return one
    names = listed([f"'{cut(one.id)}' {cut(one.edition)}" for one in answered])
    needed = "each has to extend it, or to be the edition before it, with a bridge"
    raise NotComparable(f"{names} come from no one framework; {needed}")


def _day(assessment: Assessment) -> date:
    """The day that an assessment is of; the first of all where it says none."""
    return assessment.period.last_day if assessment.period else date.min


def _root(framework: Framework) -> Framework:
    """What a chain of overlays extends in the end."""
    while framework.overlay is not None:
        framework = framework.overlay.base
    return framework


def _comes_from(framework: Framework, basis: Framework) -> bool:
    """Whether a framework is the basis, extends it, or is the edition before it."""
    return (
        framework.digest == basis.digest
        or _bridged(framework, basis)
        or (framework.overlay is not None and _extends(framework.overlay.base, basis))
    )


def _extends(base: Framework, basis: Framework) -> bool:
    """Whether a base is the basis, or extends it in turn."""
    if base.digest == basis.digest:
        return True
    return base.overlay is not None and _extends(base.overlay.base, basis)


def _bridged(earlier: Framework, later: Framework) -> bool:
    """Whether the later one has a bridge from the earlier."""
    bridge = later.bridge
    return bridge is not None and (bridge.framework, bridge.edition) == (
        earlier.id,
        earlier.edition,
    )


def _shared(other: Framework, basis: Framework) -> tuple[str, set[str]]:
    """What another framework shares with the basis, and a note of how it was brought there."""
    name = f"'{other.title}' {other.edition}"
    if (other.id, other.edition) == (basis.id, basis.edition):
        note = f"{name} was changed under the same name; all count by its newest rules."
        return note, set(shared_items(basis, other))
    if _bridged(other, basis):
        note = f"Answers to {name} were carried over by the bridge of {basis.edition}"
        return f"{note}; how many are guesses is told.", {item.id for item in basis.items}
    return f"Answers to {name} count by the rules of '{basis.title}' {basis.edition}.", set(
        shared_items(basis, other)
    )


def _less(chosen: Profile | None, left: Sequence[str]) -> Profile:
    """The part that is chosen, without some items."""
    if chosen is None:
        return Profile(id=COMMON, title="what everybody was asked", drop=tuple(left))
    title = f"{chosen.title}, as far as everybody was asked"
    return attrs.evolve(chosen, title=title, drop=(*chosen.drop, *left))


def _like_for_like(basis: Framework, count: int) -> str:
    """The sentence that not all of the basis is compared."""
    of = f"{count} of {counted(len(basis.items), basis.term('item'))}"
    return f"Compared like for like, on {of}: those that everybody brought together here was asked."


def _on(assessment: Assessment, basis: Framework, common: set[str]) -> Assessment:
    """An assessment as one of the basis, with the answers to what is common."""
    own = assessment.framework
    if own.digest == basis.digest:
        return attrs.evolve(assessment, framework=basis) if own is not basis else assessment
    if _bridged(own, basis):
        return carry_over(assessment, basis).assessment
    return for_base(assessment, basis, common)
