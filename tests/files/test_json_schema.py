"""The JSON Schemas: current, with words for every key, and right about every file there is."""

from __future__ import annotations

import json
import re
import tomllib
from collections import defaultdict
from datetime import date, time
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import attrs
import pytest
from jsonschema import Draft202012Validator, FormatChecker  # type: ignore[import-untyped]  # it has no types

import maturity as mt
from maturity.files.exact_hooks import key_of
from maturity.files.json_schema import schema_text
from maturity.files.schema_limits import LIMITS
from maturity.files.schema_words import ASSESSMENT, FRAMEWORK
from maturity.model.periods import PERIOD_FORMS

if TYPE_CHECKING:
    from collections.abc import Iterator

Kind = Literal["framework", "assessment"]
ROOT = Path(__file__).parents[2]
COMMITTED = ROOT / "frameworks" / "schema"
BROKEN = ROOT / "tests" / "broken"
MARK = "# structural"
KINDS: tuple[Kind, Kind] = ("framework", "assessment")
TOP = 'schema = 1\nid = "tool"\ntitle = "A tool"\nedition = "1"\n'
ANSWERS = 'schema = 1\nframework = { id = "tool", edition = "1" }\n'


class Day(str):
    """A date that stood without quotes: JSON has only text for it."""

    __slots__ = ()


DATES = FormatChecker(formats=())
DATES.checks("date")(lambda value: isinstance(value, Day))


def as_json(value: object) -> object:
    """TOML data as JSON holds it."""
    if isinstance(value, dict):
        return {key: as_json(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [as_json(inner) for inner in value]
    return Day(value.isoformat()) if isinstance(value, date | time) else value


@cache
def validator(kind: Kind) -> Draft202012Validator:
    """What checks a kind of file."""
    return Draft202012Validator(json.loads(schema_text(kind)), format_checker=DATES)


def refusals(data: dict[str, Any], kind: Kind | None = None) -> list[str]:
    """What the schema says against a file."""
    kind = kind or ("assessment" if "framework" in data else "framework")
    found = validator(kind).iter_errors(as_json(data))
    return [f"{error.json_path}: {error.message}" for error in found]


def said(text: str) -> list[str]:
    """What the schema says against a TOML text."""
    return refusals(tomllib.loads(text))


@pytest.mark.parametrize("kind", KINDS)
def test_committed_schema_is_current(kind: Kind) -> None:
    """`make schema` was run after the last change."""
    assert (COMMITTED / f"{kind}.schema.json").read_text("utf-8") == schema_text(kind)


@pytest.mark.parametrize("kind", KINDS)
def test_schema_is_one(kind: Kind) -> None:
    """It is sound, and all that it refers to is there and used."""
    schema = json.loads(schema_text(kind))
    Draft202012Validator.check_schema(schema)
    named = set(re.findall(r'"#/\$defs/(\w+)"', schema_text(kind)))
    assert named == set(schema["$defs"])


def keys_in(schema: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:  # noqa: ANN401  # a form, or true or false
    """Every key that a form describes, with its own form; conditions only repeat them."""
    if not isinstance(schema, dict):
        return
    for key, form in schema.get("properties", {}).items():
        yield f"{path}.{key}", form
        yield from keys_in(form, f"{path}.{key}")
    for name, form in schema.get("$defs", {}).items():
        yield from keys_in(form, name)
    inner = [schema.get("items"), schema.get("additionalProperties"), *schema.get("anyOf", [])]
    for number, form in enumerate(inner):
        yield from keys_in(form, f"{path}/{number}")


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_has_words(kind: Kind) -> None:
    """An editor has something to show for each key: one or two short sentences."""
    found = dict(keys_in(json.loads(schema_text(kind))))
    assert len(found) > 40
    for name, form in found.items():
        words = form["description"]
        assert words.endswith((".", ").")), name
        assert len(words) <= 90, name


@pytest.mark.parametrize("table", [FRAMEWORK, ASSESSMENT, LIMITS])
def test_nothing_is_said_of_a_key_that_is_gone(table: dict[str, dict[str, object]]) -> None:
    """Words and limits are of records that exist, and of keys that these have."""
    modules = ("shapes", "overlay_shapes", "assessment_shapes")
    records: dict[str, Any] = {}
    for name in modules:
        records |= vars(import_module(f"maturity.files.{name}"))
    for record, keys in table.items():
        known = {"", *(key_of(one.name) for one in attrs.fields(records[record]))}
        assert set(keys) <= known, record


# ------------------------------------------------------------------------------ what it accepts


@pytest.mark.parametrize(
    "path",
    [
        *(ROOT / "frameworks").rglob("*.toml"),
        *(BROKEN / "frameworks").glob("*.toml"),
        ROOT / "src" / "maturity" / "cli" / "templates" / "framework.toml",
    ],
    ids=lambda path: path.name,
)
def test_sound_file_is_accepted(path: Path) -> None:
    """What is shipped, and what tests rest on."""
    assert said(path.read_text("utf-8")) == []


@pytest.mark.parametrize(
    "path", [*(ROOT / "tests" / "worked").glob("*.toml")], ids=lambda p: p.stem
)
def test_worked_framework_and_its_answers_are_accepted(path: Path) -> None:
    """Other models, and every rule and convention."""
    file = tomllib.loads(path.read_text("utf-8"))
    assert said(file["framework"]) == []
    for case in file["cases"]:
        stated = ("as_of", "period", "units", "targets", "answers")
        answers = {key: case[key] for key in stated if key in case}
        assert refusals(tomllib.loads(ANSWERS) | answers) == []


@pytest.mark.parametrize("path", [*(ROOT / "docs").rglob("*.md")], ids=lambda path: path.name)
def test_example_in_the_docs_is_accepted(path: Path) -> None:
    """Each framework and assessment that a page builds, but for those that show faults."""
    files: dict[str, str] = defaultdict(str)
    pieces = re.findall(
        r'^```toml title="([^"]+)"\n(.*?)^```$', path.read_text("utf-8"), re.MULTILINE | re.DOTALL
    )
    for name, piece in pieces:
        files[name] += piece + "\n"
    for name, text in files.items():
        if name not in {"faults.toml", "curly.toml", "pyproject.toml"}:
            assert said(text) == [], name


def test_written_framework_is_accepted() -> None:
    """What this library writes, it accepts."""
    for entry in mt.frameworks():
        assert said(mt.dump_framework(mt.load_framework(entry.id))) == []
        assert said(mt.dump_assessment(mt.example(entry.id))) == []


@pytest.mark.parametrize(
    "change",
    [
        '[change]\n"a.b" = "New words"\n"a.c" = { weight = 2, level = "good" }\na = "A title"',
        '[change.a]\nb = "New words"\nscoring = { rule = "mean" }\nd = { text = "x" }',
        '[change.a.b]\ntext = "New words"\n[drop]\nc.d = "No"\n[drop.e]\n"f.g" = "No"',
        '[change.a]\nweight = "New words of the item weight"\nlevel = { text = "x" }',
        '[change.a]\ntext = ""\nb = { counts = { c = { good = 1 } }, levels = {} }',
        '[levels]\ngood = "Fine"\n[scales.met]\nyes = "Yes, all"\n[dimensions.a.items]\nz = "New"',
    ],
)
def test_overlay_is_accepted_however_its_paths_are_written(change: str) -> None:
    """Quoted paths, dotted paths and headers are alike; an item may be called like a key."""
    extends = 'extends = { id = "hwb-board", edition = "2013" }\n'
    assert said(TOP + extends + change) == []


@pytest.mark.parametrize(
    "answers",
    [
        '[answers]\n"a.b" = "met"\na.c = 3\n"a.d" = { not_applicable = "x" }',
        '[answers.a]\nb = { by = { t = "met", u = { not_applicable = "x" } } }\nnote = "met"',
        '[answers.a]\nevidence = "met"\nbasis = { answer = "met", basis = "data" }',
        '[answers.a]\nanswer = "green"\nb = "met"\n[answers.a.part]\nc = "met"',
        '[answers.a.b]\nnote = "A draft."\n[targets.a]\nb = "met"\n"c.d" = 3',
        'period = 2026-03-31\nas_of = 2026-03-31\n[[actions]]\ntitle = "x"\ndue = 2026-01-01',
    ],
)
def test_answers_are_accepted_however_their_paths_are_written(answers: str) -> None:
    """Quoted paths, dotted paths and headers are alike; an item may be called like a key."""
    assert said(ANSWERS + answers) == []


def test_every_form_of_a_period_is_accepted() -> None:
    """And no other."""
    forms = PERIOD_FORMS.replace(" or ", ", ").split(", ")
    assert len(forms) == 6
    for form in forms:
        assert said(f'{ANSWERS}period = " {form} "') == []
    for form in ("spring", "2026-1", "2025/26 Q5", "2025/6", "26"):
        assert said(f'{ANSWERS}period = "{form}"') != []


# -------------------------------------------------------------------------------- what it refuses


def broken() -> Iterator[Any]:
    """The broken files that are TOML at least."""
    for path in sorted(BROKEN.glob("*.toml")):
        text = path.read_text("utf-8")
        try:
            yield pytest.param(text, tomllib.loads(text), id=path.stem)
        except (tomllib.TOMLDecodeError, ValueError, RecursionError):
            assert MARK not in text.splitlines(), path.name


@pytest.mark.parametrize(("text", "data"), [*broken()])
def test_broken_file_is_refused_where_it_is_marked(text: str, data: dict[str, Any]) -> None:
    """`# structural` stands in a file with a fault that a schema can see, and in no other.

    What it can't see needs the rest of the file or another file: a path, a level or a scale that
    isn't there, two things that don't go together, an order, a row of results that rest on each
    other; and JSON has no word for a number that isn't finite.
    """
    kind: Kind = "assessment" if "# against:" in text else "framework"
    assert bool(refusals(data, kind)) == (MARK in text.splitlines())


@pytest.mark.parametrize(
    ("table", "what"),
    [
        ('[scoring]\ndimension = { rule = "mean", threshold = 0.8 }', "'threshold' is not one of"),
        ('[dimensions.a]\nscoring = { rule = "none", bands = { from = { x = 1 } } }', "'bands'"),
        ("[scales.s]\nnumber = { min = 0 }", "'max' is a required property"),
        ('[scales.s]\nnumber = { min = 0, max = 1 }\nyes = "Yes"', "'yes' is not one of"),
        ("[scales.s]\nbands = { from = { x = 1 } }", "'number' is a dependency of 'bands'"),
        ("[dimensions.a.items]\nb = { wieght = 2 }", "is not valid under any"),
        ("[dimensions.A]", "'A' does not match"),
        ('drop = { "a.b" = "No" }', "'extends' is a dependency of 'drop'"),
        ('[change]\na = "b"', "'extends' is a dependency of 'change'"),
        ('extends = { id = "a" }', "does not have enough properties"),
        ('[scoring]\noverall = { rule = "equivalence" }', "'needs' is a required property"),
        ("[scales.levels]\na = 1", "'levels' should not be valid"),
        ("[scales.s]", "should be non-empty"),
        ("[scales.s]\nnumber = { min = 0, max = 1 }\nbands = { from = {} }", "non-empty"),
        ('[dimensions]\na = ""', "'' is not valid under any"),
        ('[levels]\na = " "', "' ' is not valid under any"),
        ('[bridge]\nfrom = "1"\nnew = { "a.b" = "" }', "'' does not match"),
        ('[bridge]\nfrom = ""', "'' is not valid under any"),
    ],
)
def test_mistake_is_told(table: str, what: str) -> None:
    """Of a few mistakes, what the schema says."""
    assert [what in one for one in said(f"{TOP}{table}\n")] == [True]


@pytest.mark.parametrize(
    ("table", "what"),
    [
        ('[answers.a.b]\nanswer = "met"\nconfidence = 7', "7"),
        ('as_of = "2026-03-31"', "'2026-03-31' is not a 'date'"),
        ("[answers.a]\nb = true", "True"),
    ],
)
def test_mistake_in_an_assessment_is_told(table: str, what: str) -> None:
    """Of a few mistakes, that the schema says something."""
    assert any(what in one for one in said(f"{ANSWERS}{table}\n"))
