"""Themes: what the items with one tag say together, across all dimensions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from attrs import field, frozen

from .answer_places import answer_places
from .commonalities import Common, Rule, common_items, sides

if TYPE_CHECKING:
    from .cohort import Cohort


@frozen(kw_only=True)
class Note:
    """What an organisation wrote beside an answer."""

    organisation: str
    path: str
    text: str


@frozen(kw_only=True)
class Theme:
    """The items of one tag, over all organisations and dimensions.

    `items`: their paths. Of `answered` answers, `high` are the highest there is and `low` are in
    the lower half of their scale. `strengths` and `deficits`: those of its items that are common.
    `notes`: what was written beside them, in the order of the organisations.
    """

    tag: str
    items: tuple[str, ...] = field(repr=False)
    answered: int
    high: int
    low: int
    strengths: tuple[Common, ...] = field(default=(), repr=False)
    deficits: tuple[Common, ...] = field(default=(), repr=False)
    notes: tuple[Note, ...] = field(default=(), repr=False)


def themes(each: Cohort, rule: Rule, newest: Cohort) -> tuple[Theme, ...]:
    """The themes of a cohort, one row for each organisation; most low answers first.

    An item with several tags stands in each of their themes. The notes are those of `newest`:
    where several raters answered, what each of them wrote.
    """
    places = answer_places(each)
    sided, common = sides(places), common_items(each, rule)
    leaves = each.plan.leaves.items
    tagged: dict[str, list[int]] = {}
    for leaf, item in enumerate(leaves):
        for tag in item.tags:
            tagged.setdefault(tag, []).append(leaf)
    found = []
    for tag, here in tagged.items():
        rows = np.array(here)
        paths = tuple(leaves[leaf].id for leaf in here)
        mine = [one for one in common if one.item.id in paths]
        found.append(
            Theme(
                tag=tag,
                items=paths,
                answered=int(places.answered[rows].sum()),
                high=int(sided["strength"][rows].sum()),
                low=int(sided["deficit"][rows].sum()),
                strengths=tuple(one for one in mine if one.kind == "strength"),
                deficits=tuple(one for one in mine if one.kind == "deficit"),
                notes=_notes(newest, set(paths)),
            )
        )
    return tuple(sorted(found, key=lambda theme: (-_low_share(theme), theme.tag)))


def _low_share(theme: Theme) -> float:
    return theme.low / theme.answered if theme.answered else 0.0


def _notes(newest: Cohort, paths: set[str]) -> tuple[Note, ...]:
    """What was written beside the items at some paths, the same words of one place once."""
    found = (
        Note(organisation=row.name, path=path, text=answer.note)
        for row, assessment in zip(newest, newest.assessments, strict=True)
        for path, answer in assessment.answers.items()
        if path in paths and answer.note.strip()
    )
    return tuple(dict.fromkeys(found))
