"""Who of a cohort are people, which groups they are in, and what each of them said of something."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np
from attrs import frozen

from maturity.errors import NotComparable, UnknownName, cut, hint_for
from maturity.model.scales import NumericScale, Scale
from maturity.scoring.arrays import Indices
from maturity.scoring.batch import score_batch
from maturity.scoring.cells import Encoder
from maturity.scoring.leaves import ABSENT, NOT_APPLICABLE, NUMBER, UNANSWERED

from .panel import AGREED

if TYPE_CHECKING:
    from collections.abc import Iterable

    from maturity.scoring.entries import Node

    from .cohort import Cohort

By = Literal["rater_group", "sector", "organisation"]
NO_GROUP = {"rater_group": "no group stated", "sector": "no sector stated", "organisation": ""}


@frozen
class Column:
    """What a person may have said: `id` of an option or a level, or `not_applicable` and such.

    `telling`: whether it is an answer, not the want of one.
    """

    id: str
    label: str
    telling: bool = True


_NOT_APPLICABLE = Column("not_applicable", "Not applicable")
_UNANSWERED = Column("unanswered", "Unanswered", telling=False)
_NO_LEVEL = Column("no_level", "No level", telling=False)
_DIFFERS = Column("differs", "Differs by unit")


@frozen(eq=False)
class Said:
    """What the people of a cohort said of one item, or reached in one node.

    `places`: for each person the place in `columns`. `reads`: the items that it rests on.
    """

    path: str
    title: str
    columns: tuple[Column, ...]
    places: Indices
    reads: frozenset[int]


def people_of(cohort: Cohort) -> tuple[Cohort, int]:
    """The answers of single people, of the newest period of each organisation.

    A person is a row with a rater or a rater's group; what several agreed is none. Also how many
    of the rows are no person's. NotComparable where there is nobody.
    """
    chosen = [
        place
        for place, sheet in enumerate(cohort.assessments)
        if (sheet.rater.strip() or sheet.rater_group.strip())
        and sheet.rater.strip().casefold() != AGREED
    ]
    if not chosen:
        raise NotComparable(
            "none of the assessments is one person's answers; state who each is by: rater, or "
            "rater_group"
        )
    return cohort.take(np.array(chosen, np.intp)).latest(), len(cohort) - len(chosen)


def groups_of(people: Cohort, by: By) -> list[str]:
    """The group of each person."""
    if by == "rater_group":
        names = [sheet.rater_group.strip() for sheet in people.assessments]
    elif by == "organisation":
        names = [row.name for row in people]
    else:
        names = [(row.organisation.sector or "").strip() for row in people]
    return [name or NO_GROUP[by] for name in names]


def said_of(people: Cohort, path: str) -> Said:
    """What each person said of an item, or the level that each reaches in a node.

    UnknownName where there is no such path; NotComparable where a node has no level.
    """
    plan = people.plan
    leaf = plan.leaves.index.get(path)
    if leaf is not None:
        return _of_item(people, leaf)
    if path not in plan.row:
        names = [*filter(None, plan.row), *plan.leaves.index]
        raise UnknownName(f"'{cut(path)}' is not asked here; {hint_for(path, names)}")
    node = plan.nodes[plan.row[path]]
    if not node.levelled:
        raise NotComparable(f"'{cut(node.title)}' has no levels to count people by; name its items")
    return _of_node(people, node)


def separate(paths: Iterable[str], people: Cohort) -> tuple[list[str], list[tuple[str, str]]]:
    """The paths that share no item with one before them; the others, each with the one it meets."""
    kept: list[tuple[str, frozenset[int]]] = []
    met: list[tuple[str, str]] = []
    for path in paths:
        reads = said_of(people, path).reads
        before = next((other for other, own in kept if own & reads), None)
        if before is None:
            kept.append((path, reads))
        else:
            met.append((path, before))
    return [path for path, _ in kept], met


def _of_item(people: Cohort, leaf: int) -> Said:
    leaves = people.plan.leaves
    item, scale = leaves.items[leaf], leaves.scales[leaf]
    said = people.cells.said[:, leaf].astype(np.intp)
    options: tuple[Column, ...]
    if isinstance(scale, Scale):
        options = tuple(Column(option.id, option.label) for option in scale.options)
    elif scale.bands is not None:
        rungs = (people.framework.below, *people.framework.levels)
        options = tuple(Column(level.id, level.label) for level in rungs)
        said = _banded(people, leaf, scale)
    else:
        options = (Column("number", "A number"),)
        said = np.where(said == NUMBER, 0, said)
    columns = [*options, _NOT_APPLICABLE, _UNANSWERED]
    size = len(options)
    places = np.where(said == NOT_APPLICABLE, size, np.where(said == UNANSWERED, size + 1, said))
    here = said != ABSENT
    low = np.where(here, places, 255).min(axis=0)
    high = np.where(here, places, 0).max(axis=0)
    if any(sheet.units for sheet in people.assessments):
        columns.append(_DIFFERS)
    chosen = np.where(low == high, low, size + 2).astype(np.intp)
    path, title = item.claims or item.id, item.text
    return Said(path, title, tuple(columns), chosen, frozenset({leaf}))


def _banded(people: Cohort, leaf: int, scale: NumericScale) -> Indices:
    """The ranks of the numbers of a numeric item, beside the other codes."""
    bands, leaves = scale.bands, people.plan.leaves
    assert bands is not None  # noqa: S101  # the caller has asked
    said = people.cells.said[:, leaf]
    numbers = people.cells.said_numbers[:, leaves.numeric.index(leaf)]
    ranks = [bands.rank(number, leaves.ladder) for number in numbers.ravel().tolist()]
    return np.where(said == NUMBER, np.reshape(ranks, numbers.shape), said).astype(np.intp)


def _of_node(people: Cohort, node: Node) -> Said:
    ranks = people.scores[node.path].stated.rank.astype(np.intp)
    below = people.framework.below
    columns = [
        *(Column(level.id, level.label) for level in (below, *node.ladder)),
        _NO_LEVEL,
    ]
    places = np.where(ranks < 0, len(columns) - 1, ranks)
    if not _has_below(people, node, ranks):
        columns, places = columns[1:], places - 1
    return Said(node.path, node.title, tuple(columns), places, node.reads)


def _has_below(people: Cohort, node: Node, ranks: Indices) -> bool:
    """Whether somebody could stand below the first level: so it is, unless the rule rules it out.

    What nobody has answered can still turn out as anything, so its bounds say what is possible.
    """
    if people.framework.below_label is not None or 0 in ranks:
        return True
    nothing = Encoder(people.plan.leaves).encode([people.asked.assess({})])
    return int(score_batch(people.plan, nothing)[node.path].low.rank[0]) <= 0
