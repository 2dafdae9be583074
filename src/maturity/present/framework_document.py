"""A framework as a document to read: what it is, how it is scored, and all that it asks."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from maturity.model.narrow import narrowed
from maturity.model.scales import LADDER, NumericScale
from maturity.scoring.sentences import conventions_words
from maturity.scoring.words import article, counted, item_word, listed, plural

from .answer_words import evidence_words, limits_words, number_words
from .document import Bullets, Document, Heading, Paragraph, Table, paragraphs
from .overlay_document import overlay_blocks
from .question_document import tree_blocks
from .rule_words import RuleWords
from .source_words import whole_source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from maturity.model.framework import Framework
    from maturity.model.scales import AnyScale, Scale

    from .document import Block

NOTHING_SAID = "The first level is not reached."


def framework_document(framework: Framework, profile: str | None = None) -> Document:
    """The whole of a framework, or of its short form `profile`; UnknownName where there is none."""
    asked = narrowed(framework, profile)
    sections = (
        ("Principles", principles(framework)),
        ("Source", [Paragraph(text) for text in whole_source(framework)]),
        (f"{_capital(plural(framework.term('level')))}, lowest first", levels(asked)),
        ("Answers, lowest first", list(answers(asked))),
        ("Scoring", [Bullets(tuple(_scoring(asked)))]),
        ("Short forms", _profiles(framework) if profile is None else []),
        ("Properties of an organisation", _properties(framework)),
    )
    blocks = [
        *opening(framework, profile),
        *chain.from_iterable(paragraphs(framework.description)[:0] for _ in ()),
        *paragraphs(framework.description),
        *overlay_blocks(framework),
        *chain.from_iterable(section(title, pieces) for title, pieces in sections),
        *tree_blocks(asked),
    ]
    return Document(title(framework), tuple(blocks))


def title(framework: Framework) -> str:
    """The framework's title and edition."""
    return f"{framework.title}, {framework.edition}"


def opening(framework: Framework, profile: str | None, more: str = "") -> Iterator[Block]:
    """The title, how much is asked, and of a short form what it is. `more`: ends the title."""
    asked = narrowed(framework, profile)
    parts = counted(len(asked.dimensions), asked.term("dimension"))
    items = counted(len(asked.items), item_word(asked))
    yield Heading(f"{title(framework)}{more}", 1, f"id: {framework.id}; {parts}, {items}")
    if profile is not None:
        chosen = framework.profiles[profile]
        yield Paragraph(f"Short form '{profile}': {chosen.title}")
        yield from paragraphs(chosen.text)


def section(title: str, blocks: list[Block] | list[Paragraph] | list[Table]) -> list[Block]:
    """Blocks below their heading; nothing where there are none."""
    return [Heading(title, 2), *blocks] if blocks else []
