"""TOML text into a framework, or into every fault that it has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from maturity.errors import FaultsFound, Problem, few_suggestions, hint_for
from maturity.errors.arguments import expect
from maturity.model.check_framework import check_framework
from maturity.model.rules import RULES

from .consequences import without_consequences
from .converter import structure
from .faults import to_faults
from .framework_builder import build_framework
from .key_hints import dotted_number, framework_key_hint, swallowed, unquoted_path
from .shapes import FrameworkFile
from .toml_text import load_toml

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maturity.model.framework import Framework

_RULED = ("overall", "dimension", "part", "scoring")
OVERLAY_KEYS = ("extends", "drop", "change", "bridge")


def parse_framework(text: str, name: str = "<text>") -> Framework:
    """The framework that a TOML text describes. `name` stands for the text in messages.

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
    expect(text, str, "parse_framework() takes a text", "use load_framework() for a file")
    toml = load_toml(text, name)
    problems = _other_kind(toml.data)
    framework = None
    if not problems:
        with few_suggestions():
            framework, problems = _read(toml.data)
    if problems or framework is None:
        raise FaultsFound(to_faults(problems, toml.text, name))
    return framework


def _other_kind(data: Mapping[str, Any]) -> list[Problem]:
    """The problem that the text is an assessment, or an overlay, which means nothing alone."""
    if isinstance(data.get("framework"), dict) and "dimensions" not in data:
        what = "this is an assessment, not a framework"
        hint = "give the framework that it answers: its id, or its file"
        return [Problem("file.kind", ("framework",), what, hint)]
    keys = [key for key in OVERLAY_KEYS if key in data]
    what = "this is an overlay of another framework, which this version does not read"
    hint = "write the framework out in full"
    return [Problem("overlay.later", (key,), what, hint) for key in keys[:1]]


def _read(data: Mapping[str, Any]) -> tuple[Framework | None, list[Problem]]:
    """The framework and every problem of its file; problems of the records are looked for too."""
    file, found = structure(data, FrameworkFile, framework_key_hint)
    broken = [_explained(problem, data) for problem in _without_twins(found)]
    if file is None:
        return None, broken
    later: list[Problem] = []
    framework = build_framework(file, data, later)
    later += check_framework(framework)
    return framework, [*broken, *without_consequences(later, found)]


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
