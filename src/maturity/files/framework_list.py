"""Every framework that can be loaded by its id, where each comes from, and what stays hidden."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve, frozen

from maturity.errors import Fault, FaultsFound

from .framework_places import Kind, Origin, places
from .locate import read_found

if TYPE_CHECKING:
    from maturity.model.framework import Framework


@frozen
class FrameworkEntry:
    """A framework that can be loaded by its id.

    `where`: `folder` (one that the environment variable MATURITY_PATH names), `plug-in` or
    `shipped`. `name`: the folder's path or the plug-in's name; empty for what is shipped.
    `package`: the installed package that brings the plug-in, with its version, or None. `hidden`:
    the others of the same id, which come later, in the order in which they would be found.
    """

    id: str
    title: str
    edition: str
    where: Kind
    name: str = ""
    package: str | None = None
    hidden: tuple[FrameworkEntry, ...] = ()

    @property
    def origin(self) -> str:
        """Where it comes from in a few words: `plug-in theirs (their-package 1.0)`."""
        return str(Origin(self.where, self.name, self.package))


@frozen
class Survey:
    """The frameworks that were found, and what could not be read.

    `faults`: those of each file or place that has any. `lost`: the ids that can't be loaded, as
    the file that comes first has faults.
    """

    entries: tuple[FrameworkEntry, ...]
    faults: tuple[tuple[Fault, ...], ...]
    lost: tuple[str, ...]


def frameworks() -> tuple[FrameworkEntry, ...]:
    """Every framework that can be loaded by its id, by id; each holds those that it hides.

    A hidden one of another edition is still what an assessment or an overlay gets that names this
    edition. A file with faults is left out, and so is what it hides; loading by its id says what is
    wrong, and so does the command `maturity frameworks`.

    >>> import maturity as mt
    >>> [entry.id for entry in mt.frameworks() if entry.where == "shipped"]
    ['hwb-board', 'hwb-elements', 'ohwb-service']
    """
    return survey().entries


def survey() -> Survey:
    """All that is found where frameworks lie, faults included."""
    entries: dict[str, list[FrameworkEntry]] = {}
    faults: dict[tuple[Fault, ...], None] = {}
    lost: set[str] = set()
    for place in places():
        faults |= dict.fromkeys((fault,) for fault in place.faults)
        for file in place.files:
            try:
                framework = read_found(file, place.files).framework
            except FaultsFound as error:
                if error.faults[0].code == "file.kind":
                    continue  # an assessment may lie beside what it answers
                faults[error.faults] = None
                if file.id is not None and file.id not in entries:
                    lost.add(file.id)
            else:
                entry = _entry(framework, file.origin)
                entries.setdefault(framework.id, []).append(entry)
    found = [
        evolve(first, hidden=tuple(others))
        for name, (first, *others) in sorted(entries.items())
        if name not in lost
    ]
    return Survey(tuple(found), tuple(faults), tuple(sorted(lost)))


def _entry(framework: Framework, origin: Origin) -> FrameworkEntry:
    """A framework, with where it comes from."""
    return FrameworkEntry(
        framework.id,
        framework.title,
        framework.edition,
        origin.kind,
        origin.name,
        origin.package,
    )
