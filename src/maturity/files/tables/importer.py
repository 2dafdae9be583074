"""A published table as a framework: what `maturity import` does."""

from __future__ import annotations

from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING

import attrs
from attrs import frozen

from maturity.errors import FaultsFound
from maturity.errors.arguments import expect
from maturity.errors.clean import clean
from maturity.files.framework_reader import parse_framework
from maturity.files.framework_writer import dump_framework
from maturity.files.locate import load_framework
from maturity.files.names import label_of
from maturity.files.toml_text import MAX_BYTES
from maturity.model.framework import Framework
from maturity.model.ids import ID_RULE, LONGEST_ID, is_id
from maturity.model.source import Source

from . import limits
from .before import Before
from .cells import refused, too_large
from .fresh import fresh_framework
from .id_words import id_of
from .layouts import LAYOUTS, Layout, read_layout
from .like import like_framework
from .made import Head
from .reader import read_tables

if TYPE_CHECKING:
    from collections.abc import Callable

LICENCE = "The words are the document's own, and the rights in them are its publisher's."
FRESH = (
    "The document does not say how a statement is answered, nor how a level is reached: the "
    "answers and the scoring were added when it was read. Change them as you need."
)
LIKE = (
    "The ids, the levels, the answers, the scoring and the short forms are those of '{id}', "
    "edition {edition}, so that results compare; they are not the document's."
)
_LONGEST_NAME = 60
_WIDTH = 96


@frozen(kw_only=True)
class Imported:
    """A framework made of a table; `text` is its file, `notes` what was guessed or left out.

    `layout`: `grid` or `list`.
    """

    framework: Framework
    text: str
    layout: str
    notes: tuple[str, ...]


def import_table(  # noqa: PLR0913  # what stands at the top of a framework, each by its name
    path: str | Path,
    like: Framework | str | Path | None = None,
    *,
    layout: Layout = "auto",
    framework_id: str | None = None,
    title: str | None = None,
    edition: str | None = None,
    before: Framework | str | Path | None = None,
    tell: Callable[[str], object] | None = None,
) -> Framework:
    r"""The framework that a published table makes, in the document's own words.

    `path`: a file of HTML, Markdown, CSV, TSV, or a workbook (.xlsx). `layout`: `grid` (dimensions
    in rows, levels in columns, statements as paragraphs in the cells), `list` (a row for each
    statement), or `auto`. `like`: a framework, or its id or
    file, whose ids, levels, scales, scoring and profiles are taken over, each id by the place of
    its statement; None: ids are made of the words. `framework_id`, `title` and `edition` are taken
    from `like`, or from the file's name, where they are None. `before`: a framework, or its id or
    file, that an earlier import of the table made: without `like`, statements with the same words
    keep the ids that they have in it. `tell` is called with each sentence
    on what was guessed or left out. FaultsFound carries what is wrong with the file, and ValueError
    what can't be an id.

    >>> import maturity as mt
    >>> from pathlib import Path
    >>> table = "Theme,Basic,Good\nFirst day,Somebody meets you.,A host shows you round."
    >>> _ = Path("welcome.csv").write_text(table)
    >>> [item.id for item in mt.import_table("welcome.csv").items]
    ['first-day.somebody-meets', 'first-day.host-shows-round']
    """
    expect(path, str | Path, "import_table() takes a path")
    expect(like, Framework | str | Path | None, "import_table() takes a framework as like")
    expect(before, Framework | str | Path | None, "import_table() takes a framework as before")
    found = load_framework(like) if isinstance(like, str | Path) else like
    earlier = load_framework(before) if isinstance(before, str | Path) else before
    head = {"id": framework_id, "title": title, "edition": edition}
    stated = {name: value for name, value in head.items() if value is not None}
    imported = read_table(Path(path), found, layout, stated, earlier)
    if tell is not None:
        for note in imported.notes:
            tell(note)
    return imported.framework


def read_table(
    path: Path,
    like: Framework | None,
    layout: Layout,
    stated: dict[str, str],
    before: Framework | None = None,
) -> Imported:
    """What a table makes; `stated` are the id, title and edition that are not to be guessed.

    `before`: what the table made earlier; without `like`, the same words keep its ids.
    """
    if layout not in LAYOUTS:
        raise ValueError(f"'{layout}' is no layout; allowed: {', '.join(LAYOUTS)}")
    names = {**_guessed(path, like), **stated}
    names = {key: clean(said) for key, said in names.items()}
    for name in {"title", "edition"} & stated.keys():
        if not names[name].strip():
            raise ValueError(f"the {name} is empty")
    if not is_id(names["id"]) or len(names["id"]) > LONGEST_ID:
        raise ValueError(f"'{names['id']}' can't be an id; allowed: {ID_RULE}")
    content = read_layout(read_tables(path), layout, str(path))
    notes = list(content.notes)
    earlier = Before(before)
    source = Source(title=names["title"], licence=LICENCE, wording="verbatim")
    said = f"Read from {_name(path)}. "
    if like is None:
        head = Head(**names, description=said + FRESH, source=source)
        framework, made = fresh_framework(content, head, str(path), earlier)
        notes += made
        if content.levels:
            notes.append(f"levels, lowest first: {', '.join(content.levels)}")
        notes.append(f"statements: {len(content.statements)}")
    else:
        said += LIKE.format(id=like.id, edition=clean(like.edition))
        known = like.source
        source = attrs.evolve(source, publisher=known.publisher, year=known.year, url=known.url)
        head = Head(**names, description=said, source=source)
        framework, differing = like_framework(content, like, head, str(path))
        notes += differing
    notes += earlier.told(framework)
    text = _remarks(path, content.layout) + dump_framework(framework)
    return Imported(
        framework=_checked(text, path, like),
        text=text,
        layout=content.layout,
        notes=tuple(map(clean, notes)),
    )


def _guessed(path: Path, like: Framework | None) -> dict[str, str]:
    """The id, title and edition where none is stated."""
    if like is not None:
        title = like.source.title or like.title
        return {
            "id": f"{like.id[:_LONGEST_NAME]}-verbatim",
            "title": title,
            "edition": like.edition,
        }
    name = id_of(path.stem)[:_LONGEST_NAME].strip("-")
    return {"id": name or "imported", "title": label_of(clean(path.stem)), "edition": "1"}


def _name(path: Path) -> str:
    """The file's name as a text on one line."""
    return clean(path.name)


def _remarks(path: Path, layout: str) -> str:
    """What stands above the framework in its file."""
    said = f"Made by 'maturity import' from {_name(path)}, read as a {layout}."
    rights = f"{LICENCE} Keep this file where you may keep the document."
    lines = [line for text in (said, rights) for line in wrap(text, _WIDTH)]
    return "".join(f"# {line}\n" for line in lines) + "\n"


def _checked(text: str, path: Path, like: Framework | None) -> Framework:
    """The framework that the text is; FaultsFound where the scoring taken over no longer fits."""
    if len(text.encode()) > MAX_BYTES:
        raise too_large(str(path), "there is more text", limits.TEXT)
    if like is None:
        return parse_framework(text, str(path))
    try:
        return parse_framework(text, str(path))
    except FaultsFound as error:
        said = error.faults[0].what
        what = f"the scoring of '{like.id}' does not fit what is in the table: {said}"
        hint = "import the whole table, or import it without --like"
        raise refused("table.unlike", str(path), what, hint) from None
