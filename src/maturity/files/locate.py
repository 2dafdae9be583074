"""Where frameworks are found: beside an assessment, in installed packages, among those shipped."""

from __future__ import annotations

import os
import re
from functools import cache, lru_cache
from importlib import resources
from importlib.metadata import entry_points
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from maturity.errors import Fault, FaultsFound, Problem, Where, cut, hint_for
from maturity.errors.arguments import expect
from maturity.model.ids import LONGEST_ID, is_id

from .framework_reader import read_framework
from .toml_text import read_text
from .toml_tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

    from maturity.model.assessment import Assessment
    from maturity.model.framework import Framework

    from .framework_reader import Finder
    from .overlay_reader import Read
    from .overlay_shapes import OverlayFile

GROUP = "maturity.frameworks"
SHIPPED = "shipped"

_HEAD = 65_536
_LONGEST_CHAIN = 10
_EXTENDS = re.compile(r"^[ \t]*[\[\"']*extends\b", re.MULTILINE)


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
            framework = _parsed(found.text, found.name, bases()).framework
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
    return _parsed(read_text(id_or_path), str(id_or_path), bases(id_or_path)).framework


def find_framework(
    framework_id: str, *, beside: str | Path | None = None, edition: str | None = None
) -> Framework:
    """The framework with this id: beside the file `beside`, in an installed package, or shipped.

    Where several have it, the first of this `edition`, else the first. FaultsFound where there is
    none, or where the one that there is has faults.
    """
    read = _find(framework_id, edition, beside, ())
    if read is None:
        raise FaultsFound((unknown_framework(framework_id),))
    return read.framework


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
    other = None
    for found in (*_beside(framework_id, beside), *_installed_and_shipped()):
        if not _states(found.text, "id", framework_id):
            continue
        if any(
            _states(found.text, "id", own) and _states(found.text, "edition", of)
            for own, of in chain
        ):
            continue
        if edition is not None and not _states(found.text, "edition", edition):
            other = other or found
            continue
        read = _parsed(found.text, found.name, bases(beside, chain))
        if read.framework.id == framework_id:
            return read
    return None if other is None else _parsed(other.text, other.name, bases(beside, chain))


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


def _parsed(text: str, name: str, find: Finder) -> Read:
    """The framework in a text; the same text is read once, unless it extends another."""
    if _EXTENDS.search(text):
        return read_framework(text, name, find)
    return _parsed_once(text, name)


@lru_cache(maxsize=64)
def _parsed_once(text: str, name: str) -> Read:
    return read_framework(text, name, bases())


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
        if _states(head, "id", framework_id):
            yield _Found(str(file), str(file), read_text(file))


def _states(text: str, key: str, value: str) -> bool:
    """Whether a text says this above its first header: quick, for many files."""
    lines = [[name, "="] for name in (key, f'"{key}"', f"'{key}'")]
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
        if line[:2] in lines and len(line) == 3:  # noqa: PLR2004  # a name, "=" and a value
            return word in {f'"{value}"', f"'{value}'"}
    return False
