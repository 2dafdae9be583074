"""Make a page for each shipped framework, out of its file: `python docs/make_pages.py`."""

from __future__ import annotations

import string
from itertools import chain, groupby
from pathlib import Path
from typing import TYPE_CHECKING

import maturity as mt
from maturity.model.narrow import narrowed
from maturity.model.scales import BELOW, LADDER, NumericScale
from maturity.present.answer_words import evidence_words
from maturity.present.rule_words import RuleWords
from maturity.scoring.sentences import conventions_words
from maturity.scoring.words import counted, item_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from maturity.model.scales import AnyScale
    from maturity.model.source import Source
    from maturity.model.tree import Profile, Property

FOLDER = Path(__file__).parent / "frameworks"
# Letters of any alphabet, spaces and these pass; whatever could be markup becomes a reference.
MARKUP = {ord(char): f"&#{ord(char)};" for char in string.punctuation if char not in ",;?'%/"}

WORDING = {
    "paraphrase": "The publisher's meaning, in our words.",
    "verbatim": "The publisher's own words.",
    "ours": "Our own words. They are not official.",
}


def plain(text: str) -> str:
    """Text on one line that Markdown takes as it is, whatever it holds."""
    return " ".join(text.split()).translate(MARKUP)


def page(framework: mt.Framework) -> str:
    """The page of a framework, in Markdown."""
    tree = (_branch(framework, dimension, 2) for dimension in framework.dimensions)
    blocks = [
        f"# {plain(framework.title)}",
        f"Edition {plain(framework.edition)}. Id: `{framework.id}`.",
        *(plain(paragraph) for paragraph in framework.description.split("\n\n")),
        '!!! note "Whose words"',
        *(f"    {line}" for line in _source(framework.source)),
        *_principles(framework),
        *_levels(framework),
        *_scales(framework),
        *_scoring(framework),
        *chain.from_iterable(tree),
        *_choices(framework),
    ]
    return "\n\n".join(filter(None, blocks)) + "\n"


def _bullets(lines: Iterable[str]) -> str:
    """A list."""
    return "\n".join(f"- {line}" for line in lines)


def _source(source: Source) -> Iterator[str]:
    """Where the words come from, and whose they are."""
    if source.wording:
        yield WORDING[source.wording]
    year = str(source.year) if source.year else None
    stated = [source.title, source.publisher, year, source.url]
    if any(stated):
        yield f"Source: {plain(', '.join(filter(None, stated)))}."
    if source.licence:
        yield f"Licence: {plain(source.licence)}"


def _principles(framework: mt.Framework) -> Iterator[str]:
    """The principles, where there are any."""
    if framework.principles:
        yield "## Principles"
        yield _bullets(map(plain, framework.principles))


def _levels(framework: mt.Framework) -> Iterator[str]:
    """The ladder."""
    if framework.levels:
        rungs = (framework.below, *framework.levels) if framework.below_label else framework.levels
        yield "## Levels"
        yield "Lowest first."
        yield _bullets(_labelled(level.label, level.text, level.id) for level in rungs)


def _labelled(label: str, text: str, name: str) -> str:
    """A label with its id, and its text where there is one."""
    return f"**{plain(label)}** (`{name}`)" + (f": {plain(text)}" if text else "")


def _scales(framework: mt.Framework) -> Iterator[str]:
    """What an answer may be."""
    used = {item.scale for item in framework.items}
    yield "## Answers"
    yield "Lowest first. Each may also be not applicable, with a reason, or left unanswered."
    for name in framework.scales:
        scale = framework.scales[name]
        if name not in used:
            continue
        if name == LADDER:
            yield "One of the levels."
        elif isinstance(scale, NumericScale):
            ends = f"{scale.minimum:g} to {scale.maximum:g} {plain(scale.unit)}"
            yield f"A number from {ends}; {scale.better} is better."
        else:
            yield _bullets(_labelled(one.label, one.text, one.id) for one in scale.options)


def _scoring(framework: mt.Framework) -> Iterator[str]:
    """The rules and the conventions, in words."""
    conventions = conventions_words(framework.scoring.conventions, item_word(framework))
    yield "## Scoring"
    yield _bullets(map(plain, (*RuleWords(framework).lines(), conventions)))
    yield "How each rule works: [rules](../rules.md)."


def _branch(framework: mt.Framework, branch: mt.Dimension, depth: int) -> Iterator[str]:
    """A dimension or part, and all that is below it."""
    yield f'{"#" * min(depth, 6)} {plain(branch.title)} {{ id="{branch.id}" }}'
    yield plain(branch.text)
    labels = {level.id: level.label for level in framework.levels}
    for level, items in groupby(branch.own_items, key=lambda item: item.level):
        if level is not None:
            yield f"**{plain(labels[level])}**"
        rungs = labels | {BELOW: framework.below.label}
        yield "\n".join(_item(item, rungs, framework.scales[item.scale]) for item in items)
    for part in branch.dimensions:
        yield from _branch(framework, part, depth + 1)


def _item(item: mt.Item, labels: dict[str, str], scale: AnyScale) -> str:
    """An item, with what is said about it below it."""
    place = f"; {plain(item.source.place)}" if item.source.place else ""
    name = f"`{item.id.rpartition('.')[2]}`"
    details = [f"{plain(labels[at])}: {plain(text)}" for at, text in item.descriptors.items()]
    details += map(plain, evidence_words(item.evidence, scale))
    if item.weight != 1:
        details.append(f"Weight: {item.weight:g}.")
    return "\n".join(
        [f"- {plain(item.text)} ({name}{place})", *(f"    - {detail}" for detail in details)]
    )


def _choices(framework: mt.Framework) -> Iterator[str]:
    """The profiles, and what is asked of the organisation."""
    if framework.profiles:
        yield "## Short forms"
        yield "Profiles. Their answers are kept when you go on to the full form."
        yield _bullets(_profile(framework, profile) for profile in framework.profiles.values())
    if framework.properties:
        yield "## The organisation"
        yield _bullets(map(_property, framework.properties.values()))


def _profile(framework: mt.Framework, profile: Profile) -> str:
    """A profile, with how much it asks."""
    asked = counted(len(narrowed(framework, profile.id).items), item_word(framework))
    if profile.ask:
        asked = f"one answer for each {framework.term(profile.ask.removesuffix('s'))}"
    return f"{plain(profile.title)} (`{profile.id}`): {plain(asked)}"


def _property(one: Property) -> str:
    """What an assessment may say of its organisation."""
    options = ", ".join(f"{plain(label)} (`{name}`)" for name, label in one.options.items())
    return f"{plain(one.title)} (`{one.id}`): {options}"


def main() -> None:
    """Write the page of every framework that is shipped."""
    FOLDER.mkdir(exist_ok=True)
    for entry in mt.frameworks():
        if entry.where == "shipped":
            text = page(mt.load_framework(entry.id))
            (FOLDER / f"{entry.id}.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
