"""A framework as a page of text: its levels, answers, scoring, dimensions and items."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from maturity.model.scales import LADDER, AnyScale, NumericScale
from maturity.scoring.sentences import conventions_words
from maturity.scoring.words import (
    article,
    counted,
    item_word,
    listed,
    number_text,
    plural,
)

from .answer_words import allowed_words, evidence_words, number_words
from .layout import bullets, heading, indented, pairs, words
from .rule_words import RuleWords

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.console import RenderableType

    from maturity.model.framework import Framework
    from maturity.model.source import Source
    from maturity.model.tree import Dimension, Item

GAP = Text("")
FILE_AUTHORS = "those of the people who wrote this file"
WORDINGS = {
    "paraphrase": f"{FILE_AUTHORS}, for what the source says",
    "verbatim": "those of the source",
    "ours": FILE_AUTHORS,
}


def framework_view(framework: Framework, profile: str | None = None) -> Iterator[RenderableType]:
    """The framework; `framework` is already narrowed to `profile`, whose title is shown."""
    parts = counted(len(framework.dimensions), framework.term("dimension"))
    items = counted(len(framework.items), item_word(framework))
    yield heading(
        f"{framework.title}, {framework.edition}", f"id: {framework.id}; {parts}, {items}"
    )
    if profile is not None:
        chosen = framework.profiles[profile]
        yield words(f"Short form '{profile}': {chosen.title}")
        yield from (words(text) for text in [chosen.text] if text)
    for paragraph in _paragraphs(framework.description):
        yield GAP
        yield words(paragraph)
    for title, pieces in (
        ("Principles", [bullets(framework.principles)] if framework.principles else []),
        ("Source", list(_source(framework.source))),
        (f"{plural(framework.term('level')).capitalize()}, lowest first", _levels(framework)),
        ("Answers, lowest first", list(_scales(framework))),
        ("Scoring", [bullets(_scoring(framework))]),
        ("Short forms", _profiles(framework) if profile is None else []),
        ("Properties of an organisation", list(_properties(framework))),
    ):
        if pieces:
            yield GAP
            yield words(title, "bold")
            yield from map(indented, pieces)
    for dimension in framework.dimensions:
        yield from _branch(framework, dimension)


def _paragraphs(text: str) -> list[str]:
    """The paragraphs of a text: what empty lines divide."""
    return [" ".join(part.split()) for part in text.split("\n\n") if part.strip()]


def _source(source: Source) -> Iterator[RenderableType]:
    """Where the words come from, and whose they are."""
    about = [source.title, source.publisher, str(source.year or ""), source.url]
    line = ", ".join(filter(None, about))
    if line:
        yield words(f"{line}.")
    if source.licence:
        yield words(source.licence)
    if source.wording:
        official = "" if source.wording == "verbatim" else " They are not official."
        yield words(f"Whose words: {WORDINGS.get(source.wording, source.wording)}.{official}")


def _levels(framework: Framework) -> list[RenderableType]:
    """The ladder."""
    if not framework.levels:
        return []
    rows = [(level.label, f"{level.text} (id: {level.id})".strip()) for level in framework.levels]
    below = framework.below
    if framework.below_label is not None:
        rows.insert(0, (below.label, f"The first level is not reached. (id: {below.id})"))
    return [pairs(rows)]


def _scales(framework: Framework) -> Iterator[RenderableType]:
    """What an answer may be, for each scale that is used."""
    used = dict.fromkeys(item.scale for item in framework.items)
    for name in used:
        if name == LADDER:
            yield words(f"One of the {plural(framework.term('level'))} above.")
        else:
            yield _scale(framework.scales[name], several=len(used) > 1)
    if used:
        yield words("Or not applicable, with a reason. No answer is not the same as either.")


def _scale(scale: AnyScale, *, several: bool) -> RenderableType:
    """One scale."""
    if isinstance(scale, NumericScale):
        return words(f"{scale.id}: {number_words(scale)}; {scale.better} is better")
    rows = [(option.label, f"{option.text} (id: {option.id})".strip()) for option in scale.options]
    return pairs([(f"{scale.id}:", ""), *rows] if several else rows)


def _scoring(framework: Framework) -> Iterator[str]:
    """The rules, the conventions, and what weights mean."""
    item = item_word(framework)
    yield from RuleWords(framework).lines()
    yield conventions_words(framework.scoring.conventions, item)
    yield from _evidence(framework)
    if any(one.weight != 1 for one in framework.items if one.claims is None):
        yield f"{article(item).capitalize()} {item} of weight 2 counts double, and so on."


def _evidence(framework: Framework) -> Iterator[str]:
    """The evidence that branches ask for where an item doesn't state its own."""
    found: dict[str, list[str]] = {}
    branches = [node for node in framework.walk() if node.own_items]
    for node in branches:
        for item in node.own_items:
            asked = evidence_words(node.conventions.evidence, framework.scales[item.scale])
            if asked and item.evidence is None:
                titles = found.setdefault(" ".join(asked), [])
                titles += [node.title] if node.title not in titles else []
    for text, titles in found.items():
        yield text if len(titles) == len(branches) else f"{listed(titles, most=99)}: {text}"


def _profiles(framework: Framework) -> list[RenderableType]:
    """The short forms by id."""
    profiles = framework.profiles.values()
    return [pairs((profile.id, profile.title) for profile in profiles)] if profiles else []


def _properties(framework: Framework) -> Iterator[RenderableType]:
    """What an assessment may say of its organisation."""
    for known in framework.properties.values():
        options = [f"{label} (id: {name})" for name, label in known.options.items()]
        yield words(f"{known.title} (id: {known.id}): {', '.join(options)}")


def _branch(framework: Framework, node: Dimension) -> Iterator[RenderableType]:
    """A dimension or part, with all that is below it."""
    depth = node.id.count(".")
    asked = any(item.claims is not None for item in node.own_items)
    if depth and asked:
        yield indented(bullets([f"{node.title} ({node.id})"]))
        yield from (indented(words(text), 4) for text in _paragraphs(node.text))
        return
    yield GAP
    if depth:
        yield words(f"{node.title} ({node.id})", "bold")
    else:
        yield heading(node.title, f"id: {node.id}", underline="-")
    yield from (words(text) for text in _paragraphs(node.text))
    yield from _one_answer(framework, node.own_items, "all of it")
    groups: dict[str | None, list[Item]] = {}
    for item in () if asked else node.own_items:
        groups.setdefault(item.level, []).append(item)
    labels = {level.id: level.label for level in framework.levels}
    for level, items in groups.items():
        if level is not None:
            yield words(labels[level], "bold")
        for item in items:
            yield indented(bullets([_item(item, node)]))
            yield from (indented(piece, 4) for piece in _below(framework, item))
    parts = [item for part in node.dimensions for item in part.own_items]
    yield from _one_answer(framework, parts, f"each {framework.term('part')}")
    for part in node.dimensions:
        yield from _branch(framework, part)


def _one_answer(framework: Framework, items: Iterable[Item], of: str) -> Iterator[RenderableType]:
    """What may be answered where one answer is given for the whole of a branch."""
    asked = next((item for item in items if item.claims is not None), None)
    if asked is not None:
        yield words(f"One answer for {of}: {allowed_words(framework.scales[asked.scale])}.")


def _item(item: Item, home: Dimension) -> Text:
    """An item's id, text and place."""
    name = "" if item.claims is not None else f"{item.id.rpartition('.')[2]}: "
    line = words(name, "cyan")
    line.append_text(words(item.text))
    marks = [item.source.place] if item.source.place not in {None, home.source.place} else []
    if item.source.wording != home.source.wording and item.source.wording:
        marks.append(f"words: {WORDINGS.get(item.source.wording, item.source.wording)}")
    marks += [item.obligation] if item.obligation else []
    marks += [f"weight {number_text(item.weight)}"] if item.weight != 1 else []
    if marks:
        line.append_text(words(f" [{'; '.join(filter(None, marks))}]"))
    return line


def _below(framework: Framework, item: Item) -> Iterator[RenderableType]:
    """An item's descriptors, and the evidence that it hopes for."""
    rungs = (framework.below, *framework.levels)
    labels = {level.id: level.label for level in rungs}
    if item.descriptors:
        yield bullets(
            f"{labels.get(name, name)}: {text}" for name, text in item.descriptors.items()
        )
    asked = evidence_words(item.evidence, framework.scales[item.scale])
    if asked:
        yield words(" ".join(asked))
