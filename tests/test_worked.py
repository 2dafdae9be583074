"""Worked cases: published results, and our own by hand, that the engine has to reproduce.

Each file in tests/worked/ holds a framework, answers to it, and what they ought to give. None
needs code: what the keys of a case mean stands in CONTRIBUTING.md.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args, get_type_hints

import attrs
import pytest
import tomli_w

import maturity as mt
from maturity.model.evidence import EvidenceExpectation
from maturity.model.rules import RULES, Cap, Rounding
from maturity.model.scales import Bands, NumericScale
from maturity.model.scoring import Conventions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

FOLDER = Path(__file__).parent / "worked"
FILES = {
    path.stem: tomllib.loads(path.read_text("utf-8")) for path in sorted(FOLDER.glob("*.toml"))
}
CASES = [(name, case) for name, file in FILES.items() for case in file["cases"]]
STATED = ("as_of", "period", "units", "targets", "answers")


def level_id(level: mt.Level | None) -> str:
    """The id of a level, as a case states it."""
    return "none" if level is None else level.id


def same(expected: object, value: float | None) -> bool:
    """Whether a value is the one that a case states, to 1e-9."""
    if isinstance(expected, str) or value is None:
        return expected == "none" and value is None
    return value == pytest.approx(expected, rel=0, abs=1e-9)


def point(expected: object, value: float | None, level: mt.Level | None) -> bool:
    """Whether a result is what a case states: a text names its level, a number is its value."""
    if isinstance(expected, str) and level is not None:
        return expected == level.id
    return same(expected, value)


def end(expected: object, score: mt.Score, name: str) -> bool:
    """Whether one of the bounds is what a case states."""
    found = getattr(score.bounds, name, None)
    return expected == "none" if found is None else point(expected, found.value, found.level)


CHECKS: dict[str, Callable[[Any, mt.Score], bool]] = {
    "value": lambda expected, score: same(expected, score.value),
    "level": lambda expected, score: expected == level_id(score.level),
    "status": lambda expected, score: expected == score.status,
    "shown": lambda expected, score: f"<{score.title}: {expected}>" == repr(score),
    "low": lambda expected, score: end(expected, score, "low"),
    "high": lambda expected, score: end(expected, score, "high"),
    "so_far": lambda expected, score: point(expected, score.so_far.value, score.so_far.level),
    "na_effect": lambda expected, score: expected == level_id(score.na_effect),
    "coverage": lambda expected, score: (
        expected == [score.coverage.answered, score.coverage.applicable]
    ),
    "blockers": lambda expected, score: expected == [item.path for item in score.blockers()],
    "reachable": lambda expected, score: expected is score.blockers().reachable,
}


@cache
def framework_of(name: str) -> mt.Framework:
    """The framework of a worked file."""
    return mt.parse_framework(FILES[name]["framework"], name=f"{name}.toml")


def assessment_text(framework: mt.Framework, case: dict[str, Any]) -> str:
    """The assessment file that a case stands for."""
    head = {"schema": 1, "framework": {"id": framework.id, "edition": framework.edition}}
    return tomli_w.dumps({**head, **{key: case[key] for key in STATED if key in case}})


def wrong(framework: mt.Framework, case: dict[str, Any]) -> Iterator[str]:
    """Whatever a case states that does not come out."""
    assert set(case) <= {"title", "expected", *STATED}
    card = mt.score(mt.parse_assessment(assessment_text(framework, case), framework))
    for path, stated in case["expected"].items():
        score = card.overall if path == "overall" else card[path]
        for key, expected in stated.items():
            if not CHECKS[key](expected, score):
                yield f"{path}: {key} is not {expected!r}: {described(score)}"


def described(score: mt.Score) -> str:
    """All that a case may state of a score, for the message of a test that fails."""
    blockers = [item.path for item in score.blockers()]
    return (
        f"{score!r}, value {score.value}, level {level_id(score.level)}, {score.status}, "
        f"{score.bounds}, so far {score.so_far}, N/A effect {score.na_effect}, "
        f"{score.coverage}, blockers {blockers}"
    )


@pytest.mark.parametrize(
    ("name", "case"), CASES, ids=[f"{name}: {case['title']}" for name, case in CASES]
)
def test_a_worked_case_comes_out_as_stated(name: str, case: dict[str, Any]) -> None:
    """A worked case comes out as stated."""
    assert "\n".join(wrong(framework_of(name), case)) == ""


@pytest.mark.parametrize("name", FILES)
def test_a_worked_file_states_its_source_and_expects_something(name: str) -> None:
    """A worked file states its source, and each of its cases expects something."""
    file = FILES[name]
    titles = [case["title"] for case in file["cases"]]
    assert set(file) == {"source", "framework", "cases"}
    assert file["source"].strip()
    assert len(titles) == len(set(titles))
    assert all(stated for case in file["cases"] for stated in case["expected"].values())
    assert all(case["expected"] for case in file["cases"])


# ------------------------------------------------------------------ nothing is forgotten

USED_WHOLE = (*RULES.values(), Conventions, Rounding, Cap)
USED_IN_PART: dict[type, tuple[str, ...]] = {
    mt.Item: ("level", "weight", "levels", "counts", "obligation", "evidence"),
    mt.Dimension: ("weight",),
    EvidenceExpectation: ("kinds", "above", "link"),
    Bands: ("direction",),
    NumericScale: ("better", "bands"),
}
NOT_OF_THE_RULE = {"caps", "rounding"}  # any rule may have them: once is enough


def keys_of(kind: type) -> tuple[str, ...]:
    """The keys of a record that change a score."""
    every = tuple(field.name for field in attrs.fields(kind))
    if kind in RULES.values():
        return tuple(name for name in every if name not in NOT_OF_THE_RULE)
    return USED_IN_PART.get(kind, every)


def words_of(kind: type, key: str) -> set[str]:
    """The words that a key may hold, where there is a choice; else nothing."""
    hint = get_type_hints(kind)[key]
    inner = [part for choice in get_args(hint) for part in get_args(choice) or (choice,)]
    return {word for word in inner if isinstance(word, str)}


def needed() -> set[str]:
    """Every rule, every key that changes a score, and every word that such a key may hold."""
    kinds = (*USED_WHOLE, *USED_IN_PART)
    keys = {(kind, key) for kind in kinds for key in keys_of(kind)}
    words = {
        f"{kind.__name__}: {key} = {word}" for kind, key in keys for word in words_of(kind, key)
    }
    return {kind.__name__ for kind in kinds} | words | {f"{k.__name__}: {key}" for k, key in keys}


def fields_of(thing: object) -> tuple[attrs.Attribute[Any], ...]:
    """The fields of a record; nothing of anything else."""
    kind = type(thing)
    return attrs.fields(kind) if attrs.has(kind) else ()


def records(thing: object) -> Iterator[object]:
    """Every record in a framework."""
    if isinstance(thing, Mapping):
        thing = tuple(thing.values())
    if isinstance(thing, tuple):
        for part in thing:
            yield from records(part)
        return
    yield thing
    for field in fields_of(thing):
        yield from records(getattr(thing, field.name))


def used() -> set[str]:
    """What the worked files use of all that."""
    found = set()
    for name in FILES:
        for record in records(framework_of(name)):
            kind = type(record).__name__
            for field in fields_of(record):
                value = getattr(record, field.name)
                found |= {kind, f"{kind}: {field.name} = {value}"}
                found |= {f"{kind}: {field.name}"} if value != field.default else set()
    return found


def test_no_rule_key_or_choice_is_without_a_worked_case() -> None:
    """No rule, key or choice of the model is without a worked case."""
    assert needed() - used() == set()


def test_contributors_are_told_every_key_and_given_a_sound_example() -> None:
    """CONTRIBUTING.md explains every key that a case may state, and its example comes out."""
    page = (FOLDER.parents[1] / "CONTRIBUTING.md").read_text("utf-8")
    assert [key for key in (*STATED, *CHECKS) if f"`{key}`" not in page] == []
    example = tomllib.loads(page.partition("```toml\n")[2].partition("```\n")[0])
    framework = mt.parse_framework(example["framework"])
    assert [line for case in example["cases"] for line in wrong(framework, case)] == []


def test_what_is_stated_wrongly_is_told() -> None:
    """A case that states something else than what comes out is told so, key by key."""
    case = {"answers": {"areas": {"a": "one", "b": "two", "c": "one"}}}
    stated: dict[str, object] = dict.fromkeys(CHECKS, "something else")
    lines = list(wrong(framework_of("weakest-link"), {**case, "expected": {"areas": stated}}))
    assert len(lines) == len(CHECKS)
