"""Answers and targets out of nested tables: quoted paths, dotted paths and headers are alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs
from attrs import field, frozen

from maturity.errors import Problem
from maturity.model.assessment import Answer, NotApplicable, Value
from maturity.model.evidence import Evidence
from maturity.model.framework import Framework
from maturity.model.frozen import FrozenMap
from maturity.model.tree import Item

from .assessment_shapes import AnswerTable, AssessmentFile, NotApplicableTable, PieceTable, Plain
from .converter import structure

if TYPE_CHECKING:
    from collections.abc import Mapping


Place = tuple[str | int, ...]

_ANSWER_KEYS = tuple(key.name for key in attrs.fields(AnswerTable))
_WAYS = ("answer", "not_applicable", "by")
_TOP_KEYS = tuple(key.name for key in attrs.fields(AssessmentFile))


@frozen
class AnswerReader:
    """Reads the `[answers]` of a framework's assessment into `answers` and `claims` by path.

    `places` says where in the file each stands, `problems` what is wrong with how it is written.
    """

    framework: Framework
    answers: dict[str, Answer] = field(factory=dict)
    claims: dict[str, Answer] = field(factory=dict)
    places: dict[str, Place] = field(factory=dict)
    problems: list[Problem] = field(factory=list)

    def read(self, table: Mapping[str, Any], place: Place, above: str = "") -> None:
        """Read a table whose keys are paths below the branch `above`."""
        for key, value in table.items():
            path, here = f"{above}.{key}" if above else key, (*place, key)
            node = self.framework.by_path.get(path)
            if node is None:
                self._unknown(path, key, above, here)
            elif isinstance(node, Item):
                self._keep(self.answers, path, value, here)
            elif isinstance(value, dict):
                self._branch(path, value, here)
            else:
                self._keep(self.claims, path, value, here)

    def read_alone(self, table: Mapping[str, Any], place: Place, above: str = "") -> None:
        """Read the answers that are to be told from branches without the framework."""
        for key, value in table.items():
            path, here = f"{above}.{key}" if above else key, (*place, key)
            if not isinstance(value, dict):
                self._keep(self.answers, path, value, here)
                continue
            is_answer = not value.keys().isdisjoint(_WAYS) or value.keys() <= set(_ANSWER_KEYS)
            said = {name: value[name] for name in value if is_answer and name in _ANSWER_KEYS}
            if said:
                self._keep(self.answers, path, said, here)
            below = {name: value[name] for name in value if name not in said}
            self.read_alone(below, here, path)

    def _branch(self, path: str, table: Mapping[str, Any], place: Place) -> None:
        """Read a branch's table: what is said of it as a whole, and what is below it."""
        known = self.framework.by_path
        whole = {
            key: value
            for key, value in table.items()
            if key in _ANSWER_KEYS and f"{path}.{key}" not in known
        }
        if whole:
            self._keep(self.claims, path, whole, place)
        below = {key: value for key, value in table.items() if key not in whole}
        self.read(below, place, path)

    def _unknown(self, path: str, key: str, above: str, place: Place) -> None:
        """Keep a path that doesn't exist for the check, which names the nearest that does."""
        if above and key in _TOP_KEYS:
            what = f"'{key}' stands among the answers to '{above}'"
            hint = "move it up, above the first line in square brackets"
            self.problems.append(Problem("path.unknown", place, what, hint))
        else:
            self._keep(self.answers, path, {}, place)

    def _keep(self, into: dict[str, Answer], path: str, raw: object, place: Place) -> None:
        """Read one answer."""
        if path in self.places:
            what = f"'{path}' is answered twice in this file"
            self.problems.append(Problem("answer.twice", place, what, "keep one of the two"))
            return
        self.places[path] = place
        said = raw if isinstance(raw, dict) else {"answer": raw}
        table, problems = structure(said, AnswerTable, lambda _, at, __: self._trap(path, at))
        for problem in problems:
            at = (*place, *problem.place) if said is raw else place
            self.problems.append(attrs.evolve(problem, place=at))
        ways = [way for way in _WAYS if way in said]
        if len(ways) > 1:
            what = f"{' and '.join(ways)} can't stand in one answer"
            self.problems.append(Problem("answer.two-ways", place, what, "keep one of them"))
        elif table is not None:
            spoilt = {p.place[1] for p in problems if p.place[:1] == ("by",) and p.place[1:]}
            by = {unit: answer for unit, answer in table.by.items() if unit not in spoilt}
            into[path] = build_answer(attrs.evolve(table, by=by))

    def _trap(self, path: str, place: Place) -> str:
        """The hint for an item's line below another item's own header, of which it became a key."""
        home, _, name = path.rpartition(".")
        other = f"{home}.{place[-1]}"
        if len(place) != 1 or other not in self.framework.by_path:
            return ""
        hint = f"the line of '{other}' became a key of '{name}'"
        return f"{hint}: move it up, above the header of '{name}'"

    def place_of(self, place: Place, data: Mapping[str, Any]) -> Place:
        """Where in the file the check's place `("answers", path, ...)` stands."""
        if place[0] != "answers" or place[1] not in self.places:
            return place
        found, rest = self.places[str(place[1])], place[2:]
        value: Any = data
        for step in found:
            value = value[step]
        if not rest and isinstance(value, dict):
            rest = next(((key,) for key in ("answer", "not_applicable") if key in value), ())
        return (*found, *rest)


def read_targets(
    table: Mapping[str, Any], problems: list[Problem]
) -> dict[str, tuple[str | float, Place]]:
    """Each target with its place, by path."""
    targets: dict[str, tuple[str | float, Place]] = {}
    waiting: list[tuple[str, object, Place]] = [
        (key, value, ("targets", key)) for key, value in reversed(list(table.items()))
    ]
    while waiting:
        path, value, place = waiting.pop()
        if isinstance(value, dict):
            inner = reversed(list(value.items()))
            waiting += [(f"{path}.{key}", below, (*place, key)) for key, below in inner]
            continue
        target, wrong = structure(value, Plain)  # type: ignore[arg-type]  # a union is no class
        problems += [attrs.evolve(problem, place=place) for problem in wrong]
        if path in targets:
            what = f"'{path}' has two targets in this file"
            problems.append(Problem("answer.twice", place, what, "keep one of the two"))
        elif target is not None:
            targets[path] = (target, place)
    return targets


def build_answer(table: AnswerTable) -> Answer:
    """An answer from its table."""
    value: Value | None = table.answer
    if table.not_applicable is not None:
        value = NotApplicable(table.not_applicable)
    by = {
        unit: NotApplicable(said.not_applicable) if isinstance(said, NotApplicableTable) else said
        for unit, said in table.by.items()
    }
    return Answer(
        value=value,
        by=FrozenMap(by),
        note=table.note,
        reason=table.reason,
        confidence=table.confidence,
        basis=table.basis,
        evidence=tuple(map(_build_piece, table.evidence)),
        guess=table.guess,
    )


def _build_piece(table: PieceTable) -> Evidence:
    """A piece of evidence from its table."""
    return Evidence(**{**attrs.asdict(table), "groups": tuple(table.groups)})
