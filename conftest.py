"""The examples in README.md, in docs/ and in docstrings are tests: their output has to be true.

Each document runs in a folder of its own that holds copies of the shipped example assessments.
"""

from __future__ import annotations

import doctest
import os
import re
import subprocess
import sys
import tempfile
from contextlib import ExitStack, chdir
from pathlib import Path
from shutil import copy
from typing import TYPE_CHECKING, Any

from sybil import Sybil
from sybil.evaluators.doctest import DocTestEvaluator
from sybil.parsers.abstract.doctest import DocTestStringParser
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser, SkipParser
from sybil.parsers.markdown.lexers import FencedCodeBlockLexer
from sybil.parsers.rest import DocTestParser
from sybil.sybil import SybilCollection

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sybil import Document, Example, Region
    from sybil.typing import Parser

ROOT = Path(__file__).parent
FLAGS = doctest.ELLIPSIS
COMMAND = "$ maturity"


def python_consoles(document: Document) -> Iterable[Region]:
    """Find the ```pycon blocks, each example in them with the output below it."""
    parse = DocTestStringParser(DocTestEvaluator(FLAGS))
    for block in CodeBlockParser("pycon", lambda _: None)(document):
        for example in parse(block.parsed, document.path):
            example.adjust(block, block.parsed)
            yield example


def named_files(document: Document) -> Iterable[Region]:
    """Find the blocks that name a file: ```toml title="our-check.toml"."""
    for region in FencedCodeBlockLexer(language='(?:csv|html|toml) title="[^"]+"')(document):
        region.parsed = region.lexemes["source"]
        region.evaluator = write_file
        yield region


def write_file(example: Example) -> None:
    """Write a block to the end of the file that it names, for the examples below to read."""
    path = Path(example.region.lexemes["language"].split('"')[1])
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as file:
        file.write(f"{example.parsed}\n")


def run_commands(example: Example) -> str | None:
    """Run a ```console block's `$ maturity` commands; say where one prints something else."""
    if not example.parsed.startswith(COMMAND):
        return None
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    plain = {"PATH": path, "COLUMNS": "80", "NO_COLOR": "1", "PYTHONUTF8": "1"}
    for block in re.split(r"^\$ ", example.parsed, flags=re.MULTILINE)[1:]:
        command, _, expected = block.partition("\n")
        done = subprocess.run(  # noqa: S602 - the commands are this project's own docs
            command,
            shell=True,
            capture_output=True,
            text=True,
            encoding="utf-8",
            env={**os.environ, **plain},
            check=False,
        )
        printed = done.stdout + done.stderr
        if not doctest.OutputChecker().check_output(expected, printed, FLAGS):
            return f"{command}\nExpected:\n{expected}\nPrinted:\n{printed}"
    return None


def enter_folder(namespace: dict[str, Any]) -> None:
    """Start a document in a fresh folder that holds the example assessments."""
    exits = namespace["_exits"] = ExitStack()
    folder = exits.enter_context(tempfile.TemporaryDirectory())
    for path in (ROOT / "frameworks" / "examples").glob("*.toml"):
        copy(path, folder)
    exits.enter_context(chdir(folder))


def leave_folder(namespace: dict[str, Any]) -> None:
    """Go back, and remove the folder with all that the document wrote."""
    namespace["_exits"].close()


def examples(path: str, pattern: str, *parsers: Parser) -> Sybil:
    """The examples that `parsers` find in each file below `path` whose name fits `pattern`."""
    return Sybil(parsers, path=path, pattern=pattern, setup=enter_folder, teardown=leave_folder)


MARKDOWN = (
    PythonCodeBlockParser(doctest_optionflags=FLAGS),
    python_consoles,
    CodeBlockParser("console", run_commands),
    named_files,
    SkipParser(),
)
pytest_collect_file = SybilCollection(
    [
        examples(".", "README.md", *MARKDOWN),
        examples("docs", "*.md", *MARKDOWN),
        examples("src", "*.py", DocTestParser(FLAGS)),
    ]
).pytest()
