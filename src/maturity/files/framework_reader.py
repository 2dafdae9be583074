"""TOML text into a framework, or into every fault that it has."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import attrs

from maturity.errors import Fault, FaultsFound, Problem, few_suggestions, hint_for
from maturity.errors.arguments import expect
from maturity.model.check_framework import check_framework
from maturity.model.framework import Framework
from maturity.model.rules import RULES

from .consequences import without_consequences
from .converter import structure
from .faults import to_faults
from .framework_builder import build_framework, check_head
from .key_hints import dotted_number, framework_key_hint, swallowed, unquoted_path
from .overlay_edits import check_reasons
from .overlay_reader import Read, read_overlay
from .overlay_shapes import OverlayFile
from .shapes import FrameworkFile
from .toml_text import load_toml

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .toml_text import Toml

_FRAMEWORK_KEYS = {"dimensions", "extends"}
_RULED = ("overall", "dimension", "part", "scoring")


Finder = Callable[[OverlayFile], "Read | Problem"]
"""Finds what an overlay extends, or says why it can't be found."""


def parse_framework(text: str, name: str = "<text>", *, base: Framework | None = None) -> Framework:
    """The framework that a TOML text describes. `name` stands for the text in messages.

    `base`: what the text extends, where it is an overlay and its base can't be found by its id.
    FaultsFound carries every fault of the text: a fault of TOML's own grammar alone, all others
    together, in the order of the text.

    >>> parse_framework('''
    ... schema = 1
    ... id = "small"
    ... title = "Small"
    ... edition = "1"
    ... [scales.done]
    ... no = 0
    ... yes = 1
    ... [scoring]
    ... scale = "done"
    ... [dimensions.first.items]
    ... plan = "There is a plan."
    ... ''')["first.plan"].text
    'There is a plan.'
    """
    from .locate import base_given, bases  # noqa: PLC0415  # it reads frameworks with this module

    expect(text, str, "parse_framework() takes a text", "use load_framework() for a file")
    expect(base, Framework | None, "parse_framework() takes a framework as base")
    return read_framework(text, name, bases() if base is None else base_given(base)).framework


def read_framework(text: str, name: str, find: Finder) -> Read:
    """The framework that a TOML text describes, with its file; `find` finds what it extends."""
    toml = load_toml(text, name)
    problems = _other_kind(toml.data)
    others: tuple[Fault, ...] = ()
    read = None
    if not problems:
        with few_suggestions():
            try:
                read, problems = _read(toml, find)
            except _BaseHasFaults as error:
                problems, others = error.problems, error.faults
    if problems or others or read is None:
        raise FaultsFound((*to_faults(problems, toml.text, name), *others))
    return read


class _BaseHasFaults(Exception):
    """What an overlay extends can't be read; with the problems of the overlay's own file."""

    def __init__(self, faults: tuple[Fault, ...], problems: list[Problem]) -> None:
        super().__init__(faults, problems)
        self.faults, self.problems = faults, problems


def _other_kind(data: Mapping[str, Any]) -> list[Problem]:
    """The problem that the text is an assessment."""
    if not (isinstance(data.get("framework"), dict) and data.keys().isdisjoint(_FRAMEWORK_KEYS)):
        return []
    what = "this is an assessment, not a framework"
    hint = "give the framework that it answers: its id, or its file"
    return [Problem("file.kind", ("framework",), what, hint)]


def _read(toml: Toml, find: Finder) -> tuple[Read | None, list[Problem]]:
    """The framework and every problem of its file; problems of the records are looked for too."""
    data = toml.data
    cls = OverlayFile if "extends" in data else FrameworkFile
    file, found = structure(data, cls, framework_key_hint)
    broken = [_explained(problem, data) for problem in _without_twins(found)]
    if file is None:
        return None, broken
    if isinstance(file, OverlayFile):
        return _read_overlay(file, toml, broken, find)
    later: list[Problem] = []
    framework = build_framework(file, data, later)
    later += check_framework(framework)
    return Read(framework, file, data, toml), [*broken, *without_consequences(later, found)]


def _read_overlay(
    file: OverlayFile, toml: Toml, broken: list[Problem], find: Finder
) -> tuple[Read | None, list[Problem]]:
    """What an overlay makes of its base; where there is none, what it says without one."""
    if any(problem.place[:1] == ("extends",) for problem in broken):
        return None, broken
    try:
        base = find(file)
    except FaultsFound as error:
        raise _BaseHasFaults(error.faults, [*broken, *_alone(file, broken)]) from None
    if isinstance(base, Problem):
        return None, [*broken, base, *_alone(file, broken)]
    read, later = read_overlay(file, toml, base)
    return read, [*broken, *without_consequences(later, broken)]


def _alone(file: OverlayFile, broken: list[Problem]) -> list[Problem]:
    """What is wrong with an overlay, as far as that can be seen without its base."""
    return without_consequences([*check_head(file), *check_reasons(file.drop)], broken)


def _explained(problem: Problem, data: Mapping[str, Any]) -> Problem:
    """The problem, with a hint where the file most likely means something else."""
    place = problem.place
    if problem.code == "value.type" and place[-1] == "rule" and place[-2] in _RULED:
        return attrs.evolve(problem, hint=hint_for(None, RULES))
    if problem.code != "value.type" or {"counts", "needs"}.isdisjoint(place):
        return problem
    if place[-1] == "counts" and "found text" in problem.what and len(place) > 1:
        return attrs.evolve(problem, hint=swallowed("counts", str(place[-2])))
    if problem.what.endswith("found a table") and (path := unquoted_path(place, data)):
        return attrs.evolve(problem, hint=f'a path stands between quotes: "{path}" = ...')
    return problem


def _without_twins(problems: list[Problem]) -> list[Problem]:
    """The problems without the missing keys of tables that only `2.3 = ...` has made."""
    made = {p.place[:-1] for p in problems if p.code == "key.unknown" and dotted_number(p.place)}
    return [p for p in problems if p.code != "key.missing" or p.place[:-1] not in made]
