"""Where the files of frameworks lie: beside another file, in folders, in plug-ins, in the package.

What comes first here wins. None of these files is read whole before it is asked for.
"""

from __future__ import annotations

import os
from functools import cache
from importlib import resources
from importlib.metadata import entry_points
from importlib.resources.abc import Traversable
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from attrs import frozen

from maturity.errors import Fault, Where, cut

from .file_head import head_of, stated
from .toml_text import read_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.metadata import EntryPoint

GROUP = "maturity.frameworks"
VARIABLE = "MATURITY_PATH"

Kind = Literal["beside", "folder", "plug-in", "shipped"]


@frozen
class Origin:
    """Where a file comes from; `name`: the folder's path or the plug-in's name.

    `package`: the installed package that brings the plug-in, with its version; None elsewhere, and
    where it doesn't say.
    """

    kind: Kind
    name: str = ""
    package: str | None = None

    def __str__(self) -> str:
        """In a few words: `plug-in theirs (their-package 1.0)`."""
        package = f" ({self.package})" if self.package else ""
        return f"{self.kind} {self.name}{package}".rstrip()


@frozen
class Found:
    """A file that should hold a framework; `id` and `edition` as stated at its top, or None."""

    origin: Origin
    file: Traversable
    id: str | None
    edition: str | None

    @property
    def name(self) -> str:
        """What messages call the file."""
        return str(self.file)

    @property
    def folder(self) -> Path | None:
        """The folder that it lies in; None inside of an archive."""
        return self.file.parent if isinstance(self.file, Path) else None

    def text(self) -> str:
        """All of the file; FaultsFound where it can't be read."""
        with resources.as_file(self.file) as path:
            return read_text(path, self.name)


@frozen
class Place:
    """What lies in one place, by file name; `faults`: why nothing, or not all, can be seen."""

    files: tuple[Found, ...] = ()
    faults: tuple[Fault, ...] = ()


def places(beside: str | Path | None = None) -> Iterator[Place]:
    """Every place in which a framework is looked for by its id, the one that wins first.

    `beside`: a folder, or a file in one, that is looked at before all others.
    """
    if beside is not None:
        path = Path(beside)
        yield _folder(path if path.is_dir() else path.parent, "beside")
    for name in dict.fromkeys(os.environ.get(VARIABLE, "").split(os.pathsep)):
        if name.strip():
            yield _folder(Path(name), "folder")
    yield plugins()
    yield shipped()


@cache
def plugins() -> Place:
    """All plug-ins, by name; installed packages don't change while a program runs."""
    found = sorted(map(_plugin, entry_points(group=GROUP)), key=lambda one: one[0])
    return Place(
        tuple(file for _, place in found for file in place.files),
        tuple(fault for _, place in found for fault in place.faults),
    )


@cache
def shipped() -> Place:
    """The shipped frameworks; they don't change while a program runs."""
    return Place(_toml_files(shipped_folder(), Origin("shipped")))


def shipped_folder() -> Traversable:
    """The folder of the shipped frameworks: in the package, or in the checkout beside `src`."""
    packaged = resources.files("maturity") / "_frameworks"
    return packaged if packaged.is_dir() else Path(__file__).parents[3] / "frameworks"


def _folder(path: Path, kind: Kind) -> Place:
    """What lies in a folder."""
    try:
        files = _toml_files(path, Origin(kind, str(path)))
        return Place(files, tuple(_passed_over(path)) if kind == "folder" else ())
    except OSError as error:
        what = f"nothing in this folder can be seen: {error.strerror}"
        hint = f"{VARIABLE} names it" if kind == "folder" else ""
        return Place(faults=(Fault("framework.place", Where(str(path)), what, hint),))


def _passed_over(folder: Path) -> Iterator[Fault]:
    """Each thing in a folder that is named like a framework's file and is none."""
    for path in sorted(folder.iterdir(), key=_stem):
        if _is_meant(path) and not path.is_file():
            kind = "a link that leads to no file" if path.is_symlink() else "no ordinary file"
            kind = "a folder" if path.is_dir() else kind
            what, hint = f"this is {kind}, and is passed over", "give it another name, or mend it"
            yield Fault("framework.place", Where(str(path)), what, hint)


def _plugin(point: EntryPoint) -> tuple[str, Place]:
    """What lies in a plug-in's package, with a key that sorts plug-ins."""
    package = f"{point.dist.name} {point.dist.version}" if point.dist else None
    origin = Origin("plug-in", point.name, package)
    said = point.pattern.match(point.value)
    if said is None:
        what = f"the plug-in can't be loaded: '{cut(point.value)}' is not the name of a package"
        return str(origin), _unseen(origin, what)
    module, attribute = said["module"], said["attr"]
    try:
        files = _toml_files(_package_folder(module), origin)
    except (Exception, SystemExit) as error:  # noqa: BLE001  # the code is another author's, and others must still load
        what = f"the plug-in can't be loaded: {type(error).__name__}: {error}"
        return str(origin), _unseen(origin, what)
    if not files:
        return str(origin), _unseen(origin, f"no file *.toml lies in the package '{module}'")
    if attribute:
        what = f"it names '{attribute}' in '{module}', and only files of a package are read"
        return str(origin), _unseen(origin, what, files)
    return str(origin), Place(files)


def _unseen(origin: Origin, what: str, files: tuple[Found, ...] = ()) -> Place:
    """A plug-in with something wrong about it."""
    return Place(
        files, (Fault("framework.place", Where(str(origin)), what, "ask those who made it"),)
    )


def _package_folder(module: str) -> Traversable:
    """The folder of a package; a module has none of its own."""
    spec = find_spec(module)
    if spec is not None and spec.submodule_search_locations is None:
        raise TypeError(f"'{module}' is a module, not a package")
    return resources.files(module)


def _toml_files(folder: Traversable, origin: Origin) -> tuple[Found, ...]:
    """The ordinary files `*.toml` right in a folder, by what stands before `.toml`.

    Nothing else is opened: a pipe would be waited for. OSError where the folder can't be read.
    """
    files = [file for file in folder.iterdir() if _is_meant(file) and file.is_file()]
    return tuple(_found(origin, file) for file in sorted(files, key=_stem))


def _is_meant(file: Traversable) -> bool:
    """Whether something has the name of a framework's file."""
    return file.name.endswith(".toml") and not file.name.startswith(".")


def _stem(file: Traversable) -> str:
    """What stands before `.toml`: `board` comes before `board-2020`."""
    return file.name.removesuffix(".toml")


def _found(origin: Origin, file: Traversable) -> Found:
    """A file, with what it says at its top."""
    head = head_of(file)
    return Found(origin, file, stated(head, "id"), stated(head, "edition"))
