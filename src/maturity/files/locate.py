"""Where frameworks are found: beside an assessment, in installed packages, among those shipped."""

from __future__ import annotations

import os
from functools import cache, lru_cache
from importlib import resources
from importlib.metadata import entry_points
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from maturity.errors import Fault, FaultsFound, Where, cut, hint_for
from maturity.errors.arguments import expect
from maturity.model.ids import LONGEST_ID, is_id

from .framework_reader import parse_framework
from .toml_text import read_text
from .toml_tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

    from maturity.model.assessment import Assessment
    from maturity.model.framework import Framework

GROUP = "maturity.frameworks"
SHIPPED = "shipped"

_HEAD = 65_536
_ID_LINES = [[name, "="] for name in ("id", '"id"', "'id'")]


@frozen
class FrameworkEntry:
    """A framework that can be loaded by its id; `where`: `shipped`, or the plug-in's name."""

    id: str
    title: str
    edition: str
    where: str


@frozen
class _Found:
    """The text of a file that should hold a framework."""

    where: str
    name: str
    text: str


def frameworks() -> tuple[FrameworkEntry, ...]:
    """Every framework that can be loaded by its id, by id.

    A plug-in's file that can't be read is left out; loading by its id says what is wrong.

    >>> import maturity as mt
    >>> [entry.id for entry in mt.frameworks() if entry.where == "shipped"]
    ['hwb-board', 'hwb-elements', 'ohwb-service']
    """
    entries: dict[str, FrameworkEntry] = {}
    for found in _installed_and_shipped():
        try:
            framework = _parsed(found.text, found.name)
        except FaultsFound:
            continue
        entry = FrameworkEntry(framework.id, framework.title, framework.edition, found.where)
        entries.setdefault(framework.id, entry)
    return tuple(entries[name] for name in sorted(entries))


def load_framework(id_or_path: str | Path) -> Framework:
    """The framework with this id, of an installed package or shipped, or the one in this file.

    Text that is an id, without a stroke or a dot, is never a path. FaultsFound carries every fault
    of the file, or that there is no such framework.

    >>> import maturity as mt
    >>> mt.load_framework("hwb-board").edition
    '2013'
    """
    expect(id_or_path, str | Path, "load_framework() takes an id or a path")
    if isinstance(id_or_path, str) and (is_id(id_or_path) or not _is_path(id_or_path)):
        return find_framework(id_or_path)
    return _parsed(read_text(id_or_path), str(id_or_path))


def find_framework(
    framework_id: str, *, beside: str | Path | None = None, edition: str | None = None
) -> Framework:
    """The framework with this id: beside the file `beside`, in an installed package, or shipped.

    Where several have it, the first of this `edition`, else the first. FaultsFound where there is
    none, or where the one that there is has faults.
    """
    first = None
    if is_id(framework_id) and len(framework_id) <= LONGEST_ID:
        for found in (*_beside(framework_id, beside), *_installed_and_shipped()):
            if not _states_id(found.text, framework_id):
                continue
            framework = _parsed(found.text, found.name)
            if framework.id == framework_id and edition in {None, framework.edition}:
                return framework
            first = first or (framework if framework.id == framework_id else None)
    if first is None:
        raise FaultsFound((unknown_framework(framework_id),))
    return first


def unknown_framework(framework_id: str) -> Fault:
    """The fault that there is no framework with this id."""
    hint = hint_for(framework_id, [entry.id for entry in frameworks()], label="there are")
    broken = [name for name, files in _plugins() if files is None]
    if broken:
        hint += f"; these plug-ins can't be loaded: {', '.join(broken)}"
    shown = cut(framework_id)
    what = f"there is no framework with the id '{shown}'"
    return Fault("framework.unknown", Where(shown), what, hint)


def example(framework_id: str) -> Assessment:
    """The example assessment that is shipped for a framework: made-up data.

    >>> import maturity as mt
    >>> mt.example("hwb-board").made_up
    True
    """
    from .assessment_reader import parse_assessment  # noqa: PLC0415  # it imports this module

    expect(framework_id, str, "example() takes the id of a framework")
    folder = _shipped_folder() / "examples"
    names = [entry.id for entry in frameworks() if (folder / f"{entry.id}.toml").is_file()]
    if framework_id not in names:
        shown = cut(framework_id)
        what = f"there is no example for '{shown}'"
        hint = hint_for(framework_id, names, label="there are")
        fault = Fault("framework.no-example", Where(shown), what, hint)
        raise FaultsFound((fault,))
    text = (folder / f"{framework_id}.toml").read_text("utf-8")
    return parse_assessment(text, load_framework(framework_id))


def _is_path(text: str) -> bool:
    """Whether a text that is no id is meant as a path."""
    return any(mark in text for mark in "/\\.") or os.path.exists(text)  # noqa: PTH110  # Path.exists() raises for a text that is too long


@lru_cache(maxsize=64)
def _parsed(text: str, name: str) -> Framework:
    """The framework in a text; the same text is read once, as records never change."""
    return parse_framework(text, name)


def _shipped_folder() -> Traversable:
    """The folder of the shipped frameworks: in the package, or in the checkout beside `src`."""
    packaged = resources.files("maturity") / "_frameworks"
    return packaged if packaged.is_dir() else Path(__file__).parents[3] / "frameworks"


def _toml_files(folder: Traversable, where: str) -> tuple[_Found, ...]:
    """The TOML files right in a folder, by name."""
    files = sorted(
        (file for file in folder.iterdir() if file.name.endswith(".toml") and file.is_file()),
        key=lambda file: file.name,
    )
    return tuple(_Found(where, file.name, file.read_text("utf-8")) for file in files)


@cache
def _shipped() -> tuple[_Found, ...]:
    """The shipped framework files; they don't change while a program runs."""
    return _toml_files(_shipped_folder(), SHIPPED)


@cache
def _plugins() -> tuple[tuple[str, tuple[_Found, ...] | None], ...]:
    """Each plug-in's name with its framework files; None where it can't be loaded."""
    points = entry_points(group=GROUP)
    return tuple((point.name, _plugin_files(point.name, point.module)) for point in points)


def _plugin_files(name: str, module: str) -> tuple[_Found, ...] | None:
    """The framework files in a plug-in's package; None where there is an error in it."""
    try:
        return _toml_files(resources.files(module), name)
    except Exception:  # noqa: BLE001  # the code is another author's, and others must still load
        return None


def _installed_and_shipped() -> Iterator[_Found]:
    """The framework files of plug-ins, then those shipped."""
    for _, files in _plugins():
        yield from files or ()
    yield from _shipped()


def _beside(framework_id: str, path: str | Path | None) -> Iterator[_Found]:
    """The files in the folder of `path` that say at their top that this is their id."""
    if path is None:
        return
    folder = Path(path) if Path(path).is_dir() else Path(path).parent
    for file in sorted(folder.glob("*.toml")):
        if not file.is_file():  # a pipe would be waited for
            continue
        try:
            with file.open("rb") as opened:
                head = opened.read(_HEAD).decode("utf-8", errors="replace")
        except OSError:
            continue
        if _states_id(head, framework_id):
            yield _Found(str(file), str(file), read_text(file))


def _states_id(text: str, framework_id: str) -> bool:
    """Whether a text says above its first header that this is its id: quick, for many files."""
    line: list[str] = []
    depth = 0
    for kind, word, _ in tokens(text.removeprefix("\ufeff")):
        if kind == "newline" and not depth:
            line = []
            continue
        if not line and word == "[":
            return False
        depth += (word in {"[", "{"}) - (word in {"]", "}"})
        line.append(word)
        if line[:2] in _ID_LINES and len(line) == 3:  # noqa: PLR2004  # a name, "=" and a value
            return word in {f'"{framework_id}"', f"'{framework_id}'"}
    return False
