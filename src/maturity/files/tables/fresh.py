"""A framework made of a table alone: its branches, levels and statements, with ids of their words.

A table says neither how a statement is answered nor how a level is reached: both are stated here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from maturity.model.framework import Framework
from maturity.model.frozen import FrozenMap
from maturity.model.rules import Mean, Staged
from maturity.model.scales import BELOW, Level, Option, Scale
from maturity.model.scoring import Conventions, Scoring

from .id_words import id_from, shared_words, short_labels
from .made import Maker, by_branch, last_step

if TYPE_CHECKING:
    from maturity.model.tree import Dimension

    from .made import Head
    from .statements import Content

MET = Scale(
    "met",
    (
        Option("not-yet", "Not yet", 0.0),
        Option("partly", "Partly", 0.5),
        Option("met", "Met", 1.0),
    ),
)


def fresh_framework(content: Content, head: Head) -> Framework:
    """The framework that a table makes by itself."""
    rule = Staged() if content.levels else Mean()
    levels = _level_ids(content.levels)
    maker = Maker(
        levels=levels,
        rule=rule,
        conventions=Conventions(),
        scale=MET.id,
        source=head.source,
        dull=shared_words(content.levels),
    )
    return Framework(
        id=head.id,
        title=head.title,
        edition=head.edition,
        description=head.description,
        source=head.source,
        levels=tuple(
            Level(levels[label], label, rank) for rank, label in enumerate(content.levels, start=1)
        ),
        scales=FrozenMap({MET.id: MET}),
        scoring=Scoring(scale=MET.id, dimension=rule, part=rule),
        dimensions=_dimensions(content, maker),
    )


def _level_ids(labels: tuple[str, ...]) -> dict[str, str]:
    """An id for the label of each level."""
    ids: dict[str, str] = {}
    for label, short in short_labels(labels).items():
        ids[label] = id_from(short, {BELOW, *ids.values()})
    return ids


def _dimensions(content: Content, maker: Maker) -> tuple[Dimension, ...]:
    """The branches in the order of the table, each with its items."""
    spots = by_branch(content)
    made: dict[str, Dimension] = {}
    for title in content.dimensions:
        home = maker.branch(title, made)
        parts: dict[str, Dimension] = {}
        for name in content.parts(title):
            part = maker.branch(name, parts, home.id)
            parts[last_step(part.id)] = maker.with_items(part, spots[title, name])
        text = content.texts.get(title, "")
        home = attrs.evolve(home, text=text, dimensions=tuple(parts.values()))
        made[home.id] = maker.with_items(home, spots.get((title, ""), []))
    return tuple(made.values())
