"""The dimensions, parts and items of a framework as pieces of a document."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from attrs import frozen

from maturity.model.scales import LADDER, NumericScale
from maturity.scoring.words import listed, number_text

from .answer_words import allowed_words, evidence_words, number_words
from .document import Box, Heading, Paragraph, Question, Sheet, paragraphs
from .scale_document import main_scale
from .source_words import marks_of, said_above

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maturity.model.framework import Framework
    from maturity.model.tree import Dimension, Item

    from .document import Block

AWAY = Box("Does not apply (say why)")


def tree_blocks(framework: Framework, *, form: bool = False) -> Iterator[Block]:
    """All that is asked, branch by branch; `form`: with room to answer it."""
    numbers = {item.id: number for number, item in enumerate(framework.items, start=1)}
    tree = _Tree(framework, numbers if form else {}, main_scale(framework))
    for dimension in framework.dimensions:
        yield from tree.branch(dimension, 2)


@frozen
class _Tree:
    """Puts the branches of one framework into blocks; `numbers`: of the items of a form."""

    framework: Framework
    numbers: dict[str, int]
    main: str | None

    def branch(self, node: Dimension, depth: int) -> Iterator[Block]:
        """A dimension or part, with all that is below it."""
        claims = [item for item in node.own_items if item.claims is not None]
        if claims and depth > 2:  # noqa: PLR2004  # below a dimension
            yield from (self.claim(node, item, node.title) for item in claims)
            return
        yield Heading(node.title, depth, f"id: {node.id}")
        yield from paragraphs(node.text)
        remarks = marks_of(node, self.framework.source, self.framework)
        remarks += [f"weight {number_text(node.weight)}"] if node.weight != 1 else []
        if remarks:
            yield Paragraph(f"[{'; '.join(remarks)}]")
        yield from (self.claim(node, item, "One answer for all of it") for item in claims)
        if not claims:
            yield from self.items(node, depth + 1)
        for part in node.dimensions:
            yield from self.branch(part, depth + 1)

    def items(self, node: Dimension, depth: int) -> Iterator[Block]:
        """The items that stand directly in a branch, by their level."""
        labels = {level.id: level.label for level in self.framework.levels}
        order = dict.fromkeys(item.level for item in node.own_items)
        for level in order:
            if level is not None:
                yield Heading(labels[level], depth)
            for item in node.own_items:
                if item.level == level:
                    yield self.item(item, node)

    def item(self, item: Item, home: Dimension) -> Question:
        """One item."""
        marks = marks_of(item, said_above(home, self.framework), self.framework)
        marks += [item.obligation] if item.obligation else []
        marks += [f"weight {number_text(item.weight)}"] if item.weight != 1 else []
        return Question(
            text=item.text,
            name=item.id,
            marks=tuple(marks),
            details=tuple(self.details(item)),
            sheet=self.sheet(item),
        )

    def details(self, item: Item) -> Iterator[str]:
        """What is said below an item, unless it stands beside its boxes."""
        scale = self.framework.scales[item.scale]
        if not self.numbers:
            labels = self.labels()
            yield from (f"{labels[rung]}: {text}" for rung, text in item.descriptors.items())
            if item.scale != self.main:
                yield f"Answer: {allowed_words(scale)}."
        asked = evidence_words(item.evidence, scale)
        if asked:
            yield " ".join(asked)
