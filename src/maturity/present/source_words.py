"""Whose words a reader sees, and where they come from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from maturity.model.tree import Dimension

if TYPE_CHECKING:
    from maturity.model.framework import Framework
    from maturity.model.source import Source
    from maturity.model.tree import Item

HERE = "this file"


def whose(wording: str, file: str = HERE) -> str:
    """Whose words they are: a clause. `file`: what the authors of the words have written.

    >>> whose("verbatim")
    'those of the source'
    """
    authors = f"those of the people who wrote {file}"
    return {
        "paraphrase": f"{authors}, for what the source says",
        "verbatim": "those of the source",
        "ours": authors,
    }.get(wording, wording)


def whole_source(framework: Framework) -> list[str]:
    """The sources of a framework as a whole; of a local one, the base's and its own."""
    overlay = framework.overlay
    if overlay is None:
        return _lines(framework.source)
    own = _lines(overlay.source, where=", where added or reworded here")
    return [*_lines(framework.source, _name(overlay.base)), *own]


def _lines(source: Source, file: str = HERE, where: str = "") -> list[str]:
    """A source in whole sentences; none where nothing is stated."""
    found = []
    origin = _origin(source)
    if origin:
        found.append(f"Source{where}: {origin}.")
    if source.licence:
        found.append(f"Licence{where}: {source.licence}")
    if source.wording:
        official = "" if source.wording == "verbatim" else " They are not official."
        found.append(f"Whose words{where}: {whose(source.wording, file)}.{official}")
    return found


def marks_of(node: Dimension | Item, above: Source, framework: Framework) -> list[str]:
    """What a reader of one item or branch has to know beyond what holds for all around it.

    `above`: what was said of the words there.
    """
    source, overlay = node.source, framework.overlay
    found = [source.place] if source.place and source.place != above.place else []
    if overlay is not None:
        found += ["added here"] if node.id in overlay.added else []
        found += ["reworded here"] if node.id in overlay.reworded else []
    own = attrs.evolve(source.beyond(above), place=None, wording=None)
    origin = ", ".join(filter(None, [_origin(own), own.licence]))
    found += [f"source: {origin}"] if origin else []
    if source.wording and source.wording != above.wording:
        theirs = overlay is not None and not {*overlay.added, *overlay.reworded} & {node.id}
        file = _name(overlay.base) if overlay is not None and theirs else HERE
        found.append(f"words: {whose(source.wording, file)}")
    return found


def said_above(home: Dimension, framework: Framework) -> Source:
    """What holds for the words of the items in `home`, unless they say otherwise.

    Where a local framework gives a branch another title, its items are still the base's.
    """
    overlay = framework.overlay
    if overlay is not None and home.id in overlay.reworded:
        before = overlay.base.by_path.get(home.id)
        return before.source if isinstance(before, Dimension) else framework.source
    return home.source


def _name(framework: Framework) -> str:
    """A framework by its id."""
    return f"'{framework.id}'"


def _origin(source: Source) -> str:
    """Title, publisher, year and address, as far as they are stated."""
    about = [source.title, source.publisher, str(source.year or ""), source.url]
    return ", ".join(filter(None, about))
