"""A framework as a document to read: what it is, how it is scored, and all that it asks."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from maturity.model.narrow import narrowed
from maturity.scoring.words import counted, item_word, plural

from .document import Bullets, Document, Heading, Paragraph, Table, paragraphs
from .overlay_document import overlay_blocks
from .plain import capital
from .question_document import tree_blocks
from .scale_document import answer_blocks, level_table
from .scoring_document import scoring_lines
from .source_words import whole_source

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maturity.model.framework import Framework
    from maturity.model.tree import Profile

    from .document import Block

FROM = "Where the words come from"


def framework_document(framework: Framework, profile: str | None = None) -> Document:
    """The whole of a framework, or of its short form `profile`; UnknownName where there is none."""
    asked = narrowed(framework, profile)
    sections: list[tuple[str, Sequence[Block]]] = [
        ("Principles", [Bullets(framework.principles)] if framework.principles else []),
        (FROM, [Paragraph(text) for text in whole_source(framework)]),
        ("What is different here", list(overlay_blocks(framework))),
        (capital(plural(framework.term("level"))), level_table(asked)),
        ("Answers", list(answer_blocks(asked))),
        ("Scoring", [Bullets(tuple(scoring_lines(asked)))]),
        ("Short forms", _profiles(framework) if profile is None else []),
        ("The organisation", _properties(framework)),
    ]
    blocks = [
        *opening(framework, profile),
        *_description(framework),
        *chain.from_iterable(section(title, pieces) for title, pieces in sections),
        *tree_blocks(asked),
    ]
    return Document(_title(framework), tuple(blocks))


def opening(framework: Framework, profile: str | None, more: str = "") -> Iterator[Block]:
    """The title, with `more` after it, how much is asked, and of a short form what it is."""
    asked = narrowed(framework, profile)
    parts = counted(len(asked.dimensions), asked.term("dimension"))
    items = counted(len(asked.items), item_word(asked))
    yield Heading(f"{_title(framework)}{more}", 1, f"id: {framework.id}; {parts}, {items}")
    if profile is not None:
        chosen = framework.profiles[profile]
        yield Paragraph(f"Short form '{profile}': {chosen.title}")
        yield from paragraphs(chosen.text)


def section(title: str, blocks: Sequence[Block]) -> list[Block]:
    """Blocks below their heading; nothing where there are none."""
    return [Heading(title, 2), *blocks] if blocks else []


def _title(framework: Framework) -> str:
    """The framework's title and edition."""
    return f"{framework.title}, {framework.edition}"


def _description(framework: Framework) -> Iterator[Block]:
    """What the framework says of itself; where that is the base's, it says so."""
    overlay = framework.overlay
    said = framework.description
    if overlay is not None and said and said == overlay.base.description:
        yield Paragraph(f"What '{overlay.base.title}', which this extends, says of itself:")
    yield from paragraphs(said)


def _profiles(framework: Framework) -> list[Block]:
    """The short forms, with how much each asks."""
    rows = [
        (profile.title, _size(framework, profile), profile.id)
        for profile in framework.profiles.values()
    ]
    caption = "Parts of it that can be used alone"
    return [Table(caption, ("Short form", "Asks", "Id"), tuple(rows))] if rows else []


def _size(framework: Framework, profile: Profile) -> str:
    """How much a short form asks."""
    if profile.ask:
        return f"one answer for each {framework.term(profile.ask.removesuffix('s'))}"
    return counted(len(narrowed(framework, profile.id).items), item_word(framework))


def _properties(framework: Framework) -> list[Block]:
    """What an assessment may say of its organisation."""
    rows = [
        (known.title, f"{label} (id: {name})", known.id)
        for known in framework.properties.values()
        for name, label in known.options.items()
    ]
    caption = "What an assessment may say of its organisation"
    return [Table(caption, ("Property", "Choice", "Id"), tuple(rows))] if rows else []
