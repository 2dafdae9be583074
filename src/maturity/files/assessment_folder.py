"""Many assessments out of files and folders: every fault of every file at once."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from maturity.errors import Fault, FaultsFound, Where
from maturity.errors.arguments import expect
from maturity.model.framework import Framework

from .assessment_reader import read_assessment
from .locate import find_framework, load_framework
from .toml_text import load_toml, read_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from maturity.model.assessment import Assessment

MOST_FILES = 20_000


def load_assessments(
    *paths: str | Path,
    framework: Framework | str | Path | None = None,
    step: Callable[[int, int], object] | None = None,
) -> list[Assessment]:
    """The assessments in files, and in all files `*.toml` in and below folders, by file name.

    Frameworks among the files of a folder are passed over. Without a `framework` (or its path)
    each is found as `load_assessment` finds it. `step` is told after each file how many of how many
    are read. FaultsFound carries every fault of every file,
    that there is no assessment, or that two files are of one organisation, period and rater.
    """
    expect(framework, Framework | str | Path | None, "load_assessments() takes a framework")
    for path in paths:
        expect(path, str | Path, "load_assessments() takes paths")
    given = load_framework(framework) if isinstance(framework, str | Path) else framework
    found: dict[str, Assessment] = {}
    faults: list[Fault] = []
    find = cache(_find)

    def look(framework_id: str, *, beside: Path, edition: str) -> Framework:
        """A framework, looked for once in each folder."""
        return find(framework_id, beside.parent, edition)

    files = list(_files(paths, faults))
    for done, (file, told) in enumerate(files, start=1):
        try:
            toml = load_toml(read_text(file), str(file))
            if told or not _is_framework(toml.data):
                found[str(file)] = read_assessment(toml, given, file, look)
        except FaultsFound as error:
            faults += error.faults
        if step is not None:
            step(done, len(files))
    faults += _twice(found)
    if not found and not faults:
        where = Where(", ".join(map(str, paths)) or "nothing")
        what, hint = "there is no assessment here", "give files of answers, or a folder of them"
        faults.append(Fault("file.no-assessments", where, what, hint))
    if faults:
        raise FaultsFound(faults)
    return list(found.values())


def _find(framework_id: str, folder: Path, edition: str) -> Framework:
    return find_framework(framework_id, beside=folder, edition=edition)


def _files(paths: Iterable[str | Path], faults: list[Fault]) -> Iterator[tuple[Path, bool]]:
    """Every file, once, and whether it was named itself."""
    seen: set[Path] = set()
    for path in map(Path, paths):
        inside = _below(path, faults) if path.is_dir() else [path]
        for file in inside:
            if file not in seen:
                seen.add(file)
                yield file, not path.is_dir()


def _below(folder: Path, faults: list[Fault]) -> list[Path]:
    """The ordinary TOML files in and below a folder; links to folders are not followed."""
    files = [
        file
        for file in folder.rglob("*.toml")
        if file.is_file() and not any(part.startswith(".") for part in _inner(file, folder))
    ]
    if len(files) > MOST_FILES:
        what = f"there are {len(files):,} files here"
        hint = f"at most {MOST_FILES:,} are read at once; give some of them, or a table"
        faults.append(Fault("file.too-many", Where(str(folder)), what, hint))
        return []
    return sorted(files)


def _inner(file: Path, folder: Path) -> tuple[str, ...]:
    return file.relative_to(folder).parts


def _is_framework(data: dict[str, object]) -> bool:
    """Whether a file in a folder is a framework, by its keys."""
    return "framework" not in data and bool({"dimensions", "extends"} & set(data))


def _twice(found: dict[str, Assessment]) -> Iterator[Fault]:
    """The faults that one organisation, period and rater stand in two files."""
    first: dict[tuple[str, ...], str] = {}
    for file, assessment in found.items():
        who, when = assessment.organisation, assessment.period
        day = when.last_day.isoformat() if when else ""
        key = (who.scheme or "", who.code or "", who.name, day, assessment.rater)
        if key in first:
            what = f"{first[key]} is of the same organisation, period and rater"
            hint = "tell them apart by period or rater, or take one away"
            yield Fault("assessment.twice", Where(file, 1, 1), what, hint)
        first.setdefault(key, file)
