"""Frameworks by their id or file: the first one in the places where they lie, and its base."""

from __future__ import annotations

import os
import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from maturity.errors import MOST_NAMES, Fault, FaultsFound, Problem, Where, cut, hint_for
from maturity.errors.arguments import expect
from maturity.model.ids import LONGEST_ID, is_id

from .framework_places import Found, places, shipped, shipped_folder
from .framework_reader import read_framework
from .toml_text import read_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maturity.model.assessment import Assessment
    from maturity.model.framework import Framework

    from .framework_reader import Finder
    from .overlay_reader import Read
    from .overlay_shapes import OverlayFile

_LONGEST_CHAIN = 10
_EXTENDS = re.compile(r"^[ \t]*[\[\"']*extends\b", re.MULTILINE)


def load_framework(id_or_path: str | Path) -> Framework:
    """The framework with this id, or the one in this file.

    Text that is an id, without a stroke or a dot, is never a path. An id is looked for in the
    folders that the environment variable MATURITY_PATH names, in plug-ins, and among those shipped:
    the first one wins, and of several editions in one place the one whose file name comes first.
    FaultsFound carries every fault of the file, that there is no such framework, or that two files
    in one place have the same id and edition.

    >>> import maturity as mt
    >>> mt.load_framework("hwb-board").edition
    '2013'
    """
    expect(id_or_path, str | Path, "load_framework() takes an id or a path")
    return read_named(id_or_path).framework


def find_framework(
    framework_id: str, *, beside: str | Path | None = None, edition: str | None = None
) -> Framework:
    """The framework with this id: beside the file `beside`, else where `load_framework` looks.

    Where several have it, the first of this `edition`, else the first. FaultsFound where there is
    none, or where the one that there is has faults.
    """
    return _known(framework_id, edition, beside).framework


def read_named(id_or_path: str | Path) -> Read:
    """What `load_framework` loads, with its text."""
    if isinstance(id_or_path, str) and (is_id(id_or_path) or not _is_path(id_or_path)):
        return _known(id_or_path, None, None)
    return _parsed(read_text(id_or_path), str(id_or_path), bases(id_or_path))


def read_edition(framework_id: str, edition: str, beside: str | Path | None) -> Read | None:
    """The framework with this id and this very edition, with its text; None where there is none."""
    for place in places(beside):
        for file in place.files:
            if (file.id, file.edition) == (framework_id, edition):
                return read_found(file, place.files)
    return None


def bases(beside: str | Path | None = None, chain: tuple[tuple[str, str], ...] = ()) -> Finder:
    """What finds the framework that an overlay extends, as `find_framework` does.

    `chain`: the id and edition of each overlay whose base is being looked for.
    """

    def find(file: OverlayFile) -> Read | Problem:
        """What this overlay extends, or the problem that there is none."""
        extends, here = file.extends, (*chain, (file.id, file.edition))
        place = ("extends", "id")
        if len(here) > _LONGEST_CHAIN:
            what = f"'{extends.id}' is one of more than {_LONGEST_CHAIN} that extend each other"
            return Problem("overlay.chain", place, what, f"allowed: at most {_LONGEST_CHAIN}")
        read = _find(extends.id, extends.edition, beside, here)
        if read is not None:
            return read
        if extends.id in {framework_id for framework_id, _ in here}:
            names = " extends ".join(f"'{name}'" for name, _ in here)
            what = f"{names} extends '{extends.id}': they go round in a circle"
            return Problem("overlay.loop", place, what, "extend one that stands outside of it")
        unknown = unknown_framework(extends.id)
        return Problem(unknown.code, place, unknown.what, unknown.hint)

    return find


def base_given(base: Framework) -> Finder:
    """What finds the framework that an overlay extends where it was given."""
    from .framework_writer import dump_framework  # noqa: PLC0415  # it reads what it wrote

    def find(file: OverlayFile) -> Read | Problem:
        """The framework that was given, or the problem that it is another."""
        if base.id != file.extends.id:
            what = f"this extends '{file.extends.id}', and '{base.id}' was given"
            hint = f"give the framework '{file.extends.id}'"
            return Problem("overlay.base", ("extends", "id"), what, hint)
        above = base_given(base.overlay.base) if base.overlay else bases()
        return read_framework(dump_framework(base), base.id, above)

    return find


def _known(framework_id: str, edition: str | None, beside: str | Path | None) -> Read:
    """The framework with this id, with its text; FaultsFound where there is none."""
    read = _find(framework_id, edition, beside, ())
    if read is None:
        raise FaultsFound((unknown_framework(framework_id),))
    return read


def _find(
    framework_id: str,
    edition: str | None,
    beside: str | Path | None,
    chain: tuple[tuple[str, str], ...],
) -> Read | None:
    """The framework with this id: the first of this `edition`, else the first; not one of `chain`.

    None where there is none.
    """
    if not is_id(framework_id) or len(framework_id) > LONGEST_ID:
        return None
    other: list[Found] = []
    editions: dict[str, None] = {}
    for place in places(beside):
        files = [
            file
            for file in place.files
            if file.id == framework_id and (file.id, file.edition) not in chain
        ]
        for file in files:
            if edition in {None, file.edition}:
                return read_found(file, files, chain)
        other = other or files
        editions |= dict.fromkeys(file.edition for file in files if file.edition is not None)
    if not other:
        return None
    return attrs.evolve(read_found(other[0], other, chain), editions=tuple(editions)[:MOST_NAMES])


def read_found(
    found: Found, files: Sequence[Found], chain: tuple[tuple[str, str], ...] = ()
) -> Read:
    """The framework in a file; `files`: those of the same place.

    FaultsFound where the file has faults, or where another one has the same id and edition and
    says something else: nobody could know which of them is meant.
    """
    first, *others = [
        file for file in files if (file.id, file.edition) == (found.id, found.edition)
    ]
    if None not in {found.id, found.edition}:
        twins = [file for file in others if file.text() != first.text()]
        if twins:
            raise FaultsFound([_twice(first, twin) for twin in twins])
    return _parsed(found.text(), found.name, bases(found.folder, chain))


def _twice(first: Found, twin: Found) -> Fault:
    """The fault that two files in one place have the same id and edition."""
    named = f"the id '{cut(first.id or '')}' and the edition '{cut(first.edition or '')}'"
    what = f"{twin.name} has {named} as well, and says something else"
    hint = "take one of them away, or give it an edition of its own"
    return Fault("framework.twice", Where(first.name), what, hint)


def unknown_framework(framework_id: str) -> Fault:
    """The fault that there is no framework with this id."""
    everywhere = list(places())
    ids = {file.id or "" for place in everywhere for file in place.files}
    hint = hint_for(framework_id, sorted(filter(is_id, ids)), label="there are")
    dark = [fault.where.file for place in everywhere for fault in place.faults]
    if dark:
        hint += f"; not all can be seen in: {', '.join(dark)}"
    shown = cut(framework_id)
    what = f"there is no framework with the id '{shown}'"
    return Fault("framework.unknown", Where(shown), what, hint)


def shipped_ids() -> list[str]:
    """The ids of the shipped frameworks, whatever else is installed."""
    return sorted(file.id for file in shipped().files if file.id is not None)


def example(framework_id: str) -> Assessment:
    """The example assessment that is shipped for a shipped framework: made-up data.

    >>> import maturity as mt
    >>> mt.example("hwb-board").made_up
    True
    """
    from .assessment_reader import parse_assessment  # noqa: PLC0415  # it imports this module

    expect(framework_id, str, "example() takes the id of a framework")
    folder = shipped_folder() / "examples"
    names = [name for name in shipped_ids() if (folder / f"{name}.toml").is_file()]
    if framework_id not in names:
        shown = cut(framework_id)
        what = f"there is no example for '{shown}'"
        hint = hint_for(framework_id, names, label="there are")
        fault = Fault("framework.no-example", Where(shown), what, hint)
        raise FaultsFound((fault,))
    text = (folder / f"{framework_id}.toml").read_text("utf-8")
    files = shipped().files
    (framework,) = [read_found(file, files).framework for file in files if file.id == framework_id]
    return parse_assessment(text, framework)


def _is_path(text: str) -> bool:
    """Whether a text that is no id is meant as a path."""
    return any(mark in text for mark in "/\\.") or os.path.exists(text)  # noqa: PTH110  # Path.exists() raises for a text that is too long


def _parsed(text: str, name: str, find: Finder) -> Read:
    """The framework in a text; the same text is read once, unless it extends another."""
    if _EXTENDS.search(text):
        return read_framework(text, name, find)
    return _parsed_once(text, name)


@lru_cache(maxsize=64)
def _parsed_once(text: str, name: str) -> Read:
    return read_framework(text, name, bases())
