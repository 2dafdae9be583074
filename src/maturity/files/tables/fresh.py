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

from .id_words import ids_from, shared_words, short_labels
from .made import Maker, by_branch, changed_ids, last_step

if TYPE_CHECKING:
    from maturity.model.tree import Dimension

    from .before import Before
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


def fresh_framework(
    content: Content, head: Head, file: str, before: Before
) -> tuple[Framework, list[str]]:
    """The framework that a table makes by itself, and notes on ids.

    What has the same words as `before` keeps its id.

    FaultsFound where the table states an id that is taken.
    """
    rule = Staged() if content.levels else Mean()
    levels = _level_ids(content.levels)
    maker = Maker(
        levels=levels,
        rule=rule,
        conventions=Conventions(),
        scale=MET.id,
        source=head.source,
        dull=shared_words(content.levels),
        file=file,
        before=before,
    )
    made = Framework(
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
    maker.check()
    return made, changed_ids(content.statements) + maker.notes


def _level_ids(labels: tuple[str, ...]) -> dict[str, str]:
    """An id for the label of each level."""
    short = short_labels(labels)
    named = ids_from([(one, "level") for one in short.values()], {BELOW})
    return dict(zip(short, named, strict=True))


def _dimensions(content: Content, maker: Maker) -> tuple[Dimension, ...]:
    """The branches in the order of the table, each with its items."""
    spots = by_branch(content)
    made: dict[str, Dimension] = {}
    for title, home in maker.branches(content.dimensions, ()).items():
        parts: dict[str, Dimension] = {}
        for name, part in maker.branches(content.parts(title), (), home.id).items():
            parts[last_step(part.id)] = maker.with_items(part, spots[title, name])
        text = content.texts.get(title, "")
        grown = attrs.evolve(home, text=text, dimensions=tuple(parts.values()))
        made[home.id] = maker.with_items(grown, spots.get((title, ""), []))
    return tuple(made.values())
