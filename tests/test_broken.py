"""Every error code: in the source, explained in the docs, and raised by a broken file.

tests/broken/ holds a file for each, named for its code. `# expect:` states each fault that the
file has, whole; `# against:` makes the file an assessment, and names the framework that it is
read with (a file, or nothing: the framework is found by its id). `# extends:` names the framework
that an overlay is read with. `# structural`: a JSON Schema sees a fault of it as well;
tests/files/test_json_schema.py holds it to that.

Where it takes several files, they stand in a folder that is named for the code. What is read is
`ours.toml` there, and any of them may state a fault. `# carries:` names the earlier edition from
which answers are carried over to it.

tests/broken/tables/ does the same for tables that are imported: beside each stands a file `.expect`
with the messages, after `# like:` and `# layout:` where the table is imported with these.
"""

from __future__ import annotations

import ast
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl
import pytest

import maturity as mt
from maturity.errors.codes import CODES
from maturity.files.framework_list import survey

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[1]
BROKEN = ROOT / "tests" / "broken"
FILES = sorted([*BROKEN.glob("*.toml"), *BROKEN.glob("*/ours.toml")])
TABLES = sorted(path for path in (BROKEN / "tables").iterdir() if path.suffix != ".expect")
EXPECT, AGAINST, EXTENDS, CARRIES = "# expect: ", "# against:", "# extends:", "# carries:"
RAISERS = {"Problem", "Fault", "RefusedError", "_found"}

HEAD = 'schema = 1\nid = "tool"\ntitle = "A tool"\nedition = "1"\n'
ROWS = "[scales.s]\nno = 0\nyes = 1\n[scoring]\nscale = 's'\ndimension = { rule = 'mean' }\n"


def expected(path: Path) -> list[str]:
    """The faults that a broken file states, or those of its folder, with the name in front."""
    if path in TABLES:
        lines = path.with_name(f"{path.name}.expect").read_text("utf-8").splitlines()
        return [f"{path.name}:{line}" for line in lines if not line.startswith("# ")]
    return [
        f"{file.name}:{line.removeprefix(EXPECT)}"
        for file in ([path] if path.parent == BROKEN else sorted(path.parent.iterdir()))
        for line in file.read_text("utf-8").splitlines()
        if line.startswith(EXPECT)
    ]


def told(path: Path) -> list[str]:
    """The faults that a broken file has, without the folder that it lies in."""
    folder = f"{path.parent}{os.sep}"
    return [str(fault).replace(folder, "") for fault in faults(lambda: read_broken(path))]


def name_of(path: Path) -> str:
    """The name of a broken file or folder, which begins with its code."""
    return path.parent.name if path.name == "ours.toml" else path.stem


def faults(read: Callable[[], object]) -> tuple[mt.Fault, ...]:
    """The faults that reading something ends in."""
    with pytest.raises(mt.FaultsFound) as caught:
        read()
    return caught.value.faults


def read_table(path: Path) -> object:
    """Import a broken table, with the options that stand beside it."""
    beside = path.with_name(f"{path.name}.expect").read_text("utf-8")
    options = dict(re.findall(r"^# (like|layout): (.+)$", beside, re.MULTILINE))
    return mt.import_table(path, **options)


def read_broken(path: Path) -> object:
    """Read a broken file as what it says it is."""
    if path in TABLES:
        return read_table(path)
    text = path.read_text("utf-8")
    alone = path.parent == BROKEN
    for line in text.splitlines():
        if line.startswith(AGAINST) and not alone:
            return mt.load_assessment(path)
        if line.startswith(AGAINST):
            name = line.removeprefix(AGAINST).strip()
            framework = mt.load_framework(BROKEN / name) if name else None
            return mt.parse_assessment(text, framework, name=path.name)
        if line.startswith(EXTENDS):
            base = mt.load_framework(BROKEN / line.removeprefix(EXTENDS).strip())
            return mt.parse_framework(text, path.name, base=base)
        if line.startswith(CARRIES):
            earlier = mt.load_framework(path.parent / line.removeprefix(CARRIES).strip())
            return mt.carry_over(earlier.assess({}), path)
    return mt.parse_framework(text, name=path.name) if alone else mt.load_framework(path)


@pytest.mark.parametrize("path", [*FILES, *TABLES], ids=name_of)
def test_a_broken_file_has_the_faults_that_it_states(path: Path) -> None:
    """A broken file has the faults that it states."""
    assert told(path) == expected(path)


@pytest.mark.parametrize("path", [*FILES, *TABLES], ids=name_of)
def test_a_broken_file_is_named_for_its_code(path: Path) -> None:
    """A broken file is named for its code."""
    codes = {code.replace(".", "-") for code in codes_in(expected(path))}
    name = name_of(path)
    assert name.startswith("several") or any(name.startswith(code) for code in codes)


@pytest.mark.parametrize("path", sorted((BROKEN / "frameworks").glob("*")), ids=lambda p: p.stem)
def test_the_frameworks_that_broken_assessments_answer_are_sound(path: Path) -> None:
    """The frameworks that broken assessments answer are sound."""
    assert mt.load_framework(path).id


# ------------------------------------------------- what is too large or too odd to be committed


def parse(text: str) -> Callable[[Path], object]:
    """Read a framework from a text."""
    return lambda _: mt.parse_framework(text)


def load(content: bytes) -> Callable[[Path], object]:
    """Read an assessment from a file with this content."""

    def read(folder: Path) -> object:
        (folder / "ours.toml").write_bytes(content)
        return mt.load_assessment(folder / "ours.toml")

    return read


def answer(path: str, **details: object) -> Callable[[Path], object]:
    """Answer one item or branch of a framework whose item is called `note`."""

    def read(_: Path) -> object:
        items = '[dimensions.vision.items]\nnote = "A note."\n'
        framework = mt.parse_framework(HEAD + ROWS + items)
        return framework.assess({path: mt.Answer(**details)})  # type: ignore[arg-type]  # on purpose

    return read


def load_forbidden(folder: Path) -> object:
    """Read a file that the system does not let us open."""

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    (folder / "ours.toml").touch()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "open", refuse)
        return mt.load_assessment(folder / "ours.toml")


def look_in_no_folder(folder: Path) -> object:
    """Look for frameworks in a folder that is not there."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MATURITY_PATH", str(folder / "none"))
        raise mt.FaultsFound(fault for faults in survey().faults for fault in faults)


def twice(folder: Path) -> object:
    """Two files of one organisation, period and rater."""
    head = 'schema = 1\nframework = { id = "hwb-board", edition = "2013" }\n'
    for name in ("a", "b"):
        (folder / f"{name}.toml").write_text(f'{head}organisation.name = "Ours"\n', "utf-8")
    return mt.load_assessments(folder)


def too_many(folder: Path) -> object:
    """More files than are read at once."""
    for name in ("a", "b"):
        (folder / f"{name}.toml").write_text(HEAD, "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("maturity.files.assessment_folder.MOST_FILES", 1)
        return mt.load_assessments(folder)


def frame(**columns: list[object]) -> Callable[[Path], object]:
    """Read a dataframe with these columns."""

    def read(_: Path) -> object:
        return mt.Cohort.from_frame(mt.load_framework("hwb-board"), pl.DataFrame(columns))

    return read


SAID: dict[str, list[object]] = {"item": ["vision.shared-vision"], "answer": ["met"]}
TWO: dict[str, list[object]] = {
    "item": ["vision.shared-vision", "vision.understood"],
    "answer": ["met", None],
}


HOSTILE: dict[str, tuple[str, Callable[[Path], object]]] = {
    "no file": ("file.missing", lambda folder: mt.load_assessment(folder / "none.toml")),
    "no framework file": ("file.missing", lambda folder: mt.load_framework(folder / "none.toml")),
    "a folder": ("file.folder", mt.load_assessment),
    "not allowed": ("file.unreadable", load_forbidden),
    "nothing": ("file.empty", load(b"")),
    "only space": ("file.empty", load(b" \n\t\n")),
    "not UTF-8": ("file.not-utf8", load('schema = 1\nlead = "Zoë"'.encode("latin-1"))),
    "UTF-16": ("file.not-utf8", load(HEAD.encode("utf-16"))),
    "six megabytes": ("file.too-large", load(b"#" * 6_000_000)),
    "a text of six megabytes": ("file.too-large", parse("#" * 6_000_000)),
    "5,000 digits": ("toml.long-number", parse(f"{HEAD}n = {'9' * 5000}")),
    "5,000 hexadecimal digits": ("toml.long-number", parse(f"{HEAD}n = 0x{'f' * 5000}")),
    "100,000 digits after a point": ("toml.long-number", parse(f"{HEAD}n = 0.{'1' * 100_000}")),
    "20,000 brackets": ("toml.too-deep", parse(f"{HEAD}n = {'[' * 20_000}{']' * 20_000}")),
    "20,000 open brackets": ("toml.too-deep", parse(f"{HEAD}n = {'[' * 20_000}")),
    "20,000 tables": ("toml.too-deep", parse(f"{HEAD}n = {'{a = ' * 20_000}")),
    "a key of 20,000 parts": ("toml.too-deep", parse(f"{HEAD}{'.'.join('a' * 20_000)} = 1")),
    "a header of 20,000 parts": ("toml.too-deep", parse(f"{HEAD}[{'.'.join('a' * 20_000)}]")),
    "an id of 101 characters": ("id.invalid", parse(f"{HEAD}{ROWS}[dimensions.{'d' * 101}]")),
    "no folder": ("framework.place", look_in_no_folder),
    "one organisation twice": ("assessment.twice", twice),
    "too many files": ("file.too-many", too_many),
    "no example": ("framework.no-example", lambda _: mt.example("none")),
    "no framework": ("framework.unknown", lambda _: mt.load_framework("none")),
    "a claim like an item": (
        "claim.hidden",
        answer("vision", value=mt.not_applicable("x"), note="y"),
    ),
    "an empty claim": ("claim.hidden", answer("vision")),
    "a boolean": ("answer.value", answer("vision.note", value=True)),
    "a list": ("answer.value", answer("vision.note", value=["yes"])),
    "a column that is nothing": ("frame.column", frame(code=["A"], zoo=[1], **SAID)),
    "two sectors": ("frame.differs", frame(code=["A"] * 2, sector=["x", "y"], **TWO)),
    "neither long nor wide": ("frame.form", frame(code=["A"])),
    "a dataframe without rows": ("file.no-assessments", frame(code=[], item=[], answer=[])),
    "an answer to nothing": ("frame.item", frame(code=["A"], item=[None], answer=["met"])),
    "an answer of nobody": ("frame.organisation", frame(code=[None], **SAID)),
    "an answer twice": (
        "frame.twice",
        frame(code=["A"] * 2, item=SAID["item"] * 2, answer=["met", None]),
    ),
    "a note that is a number": ("value.type", answer("vision.note", value="yes", note=1)),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_hostile_ends_in_one_clean_fault(name: str, tmp_path: Path) -> None:
    """What is hostile ends in one clean fault."""
    code, read = HOSTILE[name]
    assert [fault.code for fault in faults(lambda: read(tmp_path))] == [code]


def test_of_thousands_of_faults_the_first_are_told_and_the_others_counted() -> None:
    """Of thousands of faults the first are told and the others counted."""
    items = "".join(
        f'i{n} = {{ text = "t", weight = 0, scale = "none{n}" }}\n' for n in range(2000)
    )
    found = faults(lambda: mt.parse_framework(HEAD + ROWS + "[dimensions.d.items]\n" + items))
    assert len(found) == 201
    assert str(found[-1]) == (
        "<text>: error[faults.more]: and 3800 more faults are not shown; mend these first"
    )


def test_thousands_of_unknown_paths_are_all_told() -> None:
    """Thousands of unknown paths are all told."""
    framework = mt.load_framework("hwb-board")
    answers = {f"vision.not-there-{n}": "met" for n in range(5000)}
    assert len(faults(lambda: framework.assess(answers))) == 5000


# -------------------------------------------------------------------------------- the codes


def codes_in(lines: list[str]) -> set[str]:
    """The codes in the messages of faults."""
    found = (re.search(r" error\[([a-z0-9.-]+)\]: ", line) for line in lines)
    return {match[1] for match in found if match}


def literals() -> tuple[set[str], set[str]]:
    """Every text in the source, and those that are given as the code of a problem or a fault."""
    texts: set[str] = set()
    raised: set[str] = set()
    for path in (ROOT / "src").rglob("*.py"):
        if path.name == "codes.py":
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                texts.add(node.value)
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in RAISERS and node.args:
                first = node.args[0]
                if isinstance(first, ast.Constant):
                    raised.add(str(first.value))
    return texts, raised


def test_every_code_is_raised_by_the_source_and_no_other() -> None:
    """Every code is raised by the source and no other."""
    texts, raised = literals()
    assert set(CODES) - texts == set()
    assert raised - set(CODES) == set()


NO_FILE = {
    "assessment.twice": "it takes two files",
    "claim.hidden": "only in Python can a branch have such an answer",
    "faults.more": "it takes thousands of faults: a test of its own makes them",
    "file.no-assessments": "what is read is not there",
    "file.too-many": "it takes more files than a repository should hold",
    "file.empty": "a file that is empty states no fault",
    "file.folder": "what is read is a folder",
    "file.missing": "what is read is not there",
    "file.not-utf8": "no editor would keep the bytes as they are",
    "file.too-large": "it takes more than 2 MB",
    "file.unreadable": "it takes the rights of a system",
    **dict.fromkeys((code for code in CODES if code.startswith("frame.")), "no file is read"),
    "framework.no-example": "no file is read",
    "framework.place": "what is looked at is a folder or a plug-in",
}
"""The codes without a broken file, each with the reason."""


def test_every_code_has_a_broken_file_or_a_reason_why_not() -> None:
    """Every code has a broken file, or a reason why it has none; then code makes the input."""
    in_files = {code for path in (*FILES, *TABLES) for code in codes_in(expected(path))}
    assert set(CODES) - in_files == set(NO_FILE)
    assert set(NO_FILE) - {code for code, _ in HOSTILE.values()} == {"faults.more"}


def test_every_code_is_explained_in_the_docs() -> None:
    """Every code is explained in the docs."""
    page = (ROOT / "docs" / "errors.md").read_text("utf-8")
    sections = dict(re.findall(r"^### `([^`]+)`\n\n(.+)$", page, re.MULTILINE))
    assert sections == CODES


def test_the_examples_in_the_docs_are_in_broken_files() -> None:
    """The examples in the docs are in broken files."""
    page = (ROOT / "docs" / "errors.md").read_text("utf-8")
    examples = re.findall(
        r"```(?:toml|csv|html)\n(.+?)\n```\n\n```text\n(.+?)\n```", page, re.DOTALL
    )
    assert len(examples) > len(CODES) / 2
    for toml, message in examples:
        lines = [line.partition("   #")[0].rstrip() for line in toml.splitlines()]
        texts = [
            path.read_text("utf-8")
            for path in (*FILES, *TABLES)
            if any(line.endswith(f" {message}") for line in expected(path))
        ]
        assert any(all(line in text for line in lines) for text in texts), toml
