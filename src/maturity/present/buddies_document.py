"""Buddies as a document: by dimension, who could show whom how it works."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from maturity.errors.clean import clean
from maturity.scoring.words import counted, listed

from .document import Block, Bullets, Document, Heading, Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maturity.analysis.buddies import Buddies, Help
    from maturity.model.framework import Framework

TITLE = "Who could help whom"
MOST_ITEMS, MOST_LEFT = 2, 8
INVITATION = (
    "A suggestion, made from what each says of itself. Ask both before anybody is told: a mentor "
    "gives time, and a learner has to want it."
)


def buddies_document(buddies: Buddies, framework: Framework) -> Document:
    """All pairs. `framework`: the one by whose rules the cohort is compared."""
    return Document(TITLE, tuple(_blocks(buddies, framework)))


def _blocks(buddies: Buddies, framework: Framework) -> Iterator[Block]:
    below = f"{counted(len(buddies.pairs), 'pair')}; {len(buddies.mutual)} more help both ways"
    yield Heading(TITLE, 1, below)
    yield Paragraph(INVITATION)
    yield Paragraph(buddies.rule)
    yield from (Paragraph(clean(note)) for note in buddies.notes)
    pairs = {path: list(found) for path, found in groupby(buddies.pairs, lambda one: one.dimension)}
    for dimension in framework.dimensions:
        here = pairs.get(dimension.id, [])
        left = buddies.unmatched.get(dimension.id, ())
        if not here and not left:
            continue
        yield Heading(clean(dimension.title), 2)
        if here:
            yield Bullets(tuple(_line(one, framework) for one in here))
        if left:
            names = clean(listed(left, most=MOST_LEFT))
            yield Paragraph(f"Below the top level and without a mentor here: {names}.")
    if buddies.mutual:
        yield Heading("Pairs that help both ways", 2)
        yield Bullets(tuple(clean(one.text) for one in buddies.mutual))


def _line(one: Help, framework: Framework) -> str:
    """A pair, and what they could begin with."""
    texts = [item.text for item in framework.items if item.id in one.items[:MOST_ITEMS]]
    begin = f" They could begin with: {' '.join(texts)}" if texts else ""
    return clean(one.text + begin)
