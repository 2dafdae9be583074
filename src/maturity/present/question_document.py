"""The dimensions, parts and items of a framework as pieces of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from maturity.model.framework import Framework
from maturity.model.numbers import shown
from maturity.model.scales import LADDER, NumericScale
from maturity.scoring.words import listed

from .answer_words import allowed_words, effort_words, evidence_words, number_words
from .document import Box, Heading, Question, Sheet, paragraphs
from .plain import capital
from .scale_document import main_scale
from .source_words import marks_of, said_above

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

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
        marks = [node.id, *marks_of(node, self.framework.source, self.framework)]
        marks += [f"weight {shown(node.weight)}"] if node.weight != 1 else []
        yield Heading(node.title, depth, f"id: {'; '.join(marks)}")
        yield from paragraphs(node.text)
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
        marks += [f"weight {shown(item.weight)}"] if item.weight != 1 else []
        marks += [] if self.numbers else effort_words(item)
        return Question(
            text=item.text,
            name=item.id,
            marks=tuple(marks),
            details=tuple(self.details(item)),
            sheet=self.sheet(item),
        )

    def details(self, item: Item) -> Iterator[str]:
        """What is said below an item; what stands beside its boxes isn't said twice."""
        scale = self.framework.scales[item.scale]
        if not (self.numbers and item.scale == LADDER):
            labels = self.labels()
            yield from (f"{labels[rung]}: {text}" for rung, text in item.descriptors.items())
        if not self.numbers and item.scale != self.main:
            yield f"Answer: {allowed_words(scale)}{self.which(item)}."
        asked = evidence_words(item.evidence, scale)
        if asked:
            yield " ".join(asked)
        yield from self.counts(item)

    def which(self, item: Item) -> str:
        """The name of an item's scale, where another has the same answers."""
        used = {one.scale for one in self.framework.items} - {item.scale}
        scales = self.framework.scales
        words = allowed_words(scales[item.scale])
        alike = any(allowed_words(scales[name]) == words for name in used)
        return f" (on the scale '{item.scale}')" if alike else ""

    def counts(self, item: Item) -> Iterator[str]:
        """Where an item counts, unless that is where it stands, with its weights."""
        if item.levels:
            yield f"Counts at {self.weighted(item.levels)}."
        for path, levels in item.counts.items():
            yield f"Counts in {path}{' at ' if levels else ''}{self.weighted(levels)}."

    def weighted(self, levels: Mapping[str, float]) -> str:
        """Levels by their labels, with the weights that aren't 1."""
        labels = self.labels()
        return listed(
            [
                labels[level] + (f" (weight {shown(weight)})" if weight != 1 else "")
                for level, weight in levels.items()
            ],
            most=99,
        )

    def claim(self, node: Dimension, item: Item, text: str) -> Question:
        """One answer for the whole of a branch."""
        about = [paragraph.text for paragraph in paragraphs(node.text) if text == node.title]
        answer = self.details(item)
        return Question(text=text, name=node.id, details=(*about, *answer), sheet=self.sheet(item))

    def sheet(self, item: Item) -> Sheet | None:
        """Room to answer an item, in a form."""
        if not self.numbers:
            return None
        scale, number = self.framework.scales[item.scale], self.numbers[item.id]
        if isinstance(scale, NumericScale):
            return Sheet(number=number, boxes=(AWAY,), write=capital(number_words(scale)))
        said = item.descriptors if item.scale == LADDER else {}
        boxes = [Box(option.label, said.get(option.id, "")) for option in scale.options]
        return Sheet(number=number, boxes=(*boxes, AWAY))

    def labels(self) -> dict[str, str]:
        """The label of each level."""
        rungs = (self.framework.below, *self.framework.levels)
        return {level.id: level.label for level in rungs}
