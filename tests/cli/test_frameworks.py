"""`maturity frameworks`: what can be used by its id, where from, what is hidden, what is broken."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

import maturity as mt

from .tools import ASSESSMENT, FRAMEWORK, Done, run

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

LIST = """\
Id            Edition  Title                                             From
--------------------------------------------------------------------------------
hwb-board     2013     Health and Wellbeing Board development tool       shipped
hwb-elements  2021.1   NHS health and wellbeing framework, seven         shipped
                       elements
ohwb-service  2022     Occupational health and wellbeing service         shipped
                       maturity
"""


def test_frameworks() -> None:
    """The frameworks by id, and where they come from."""
    assert run("frameworks") == Done(0, LIST, "")


def test_what_is_hidden_stands_below(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each is listed with its place, and with how it is found all the same."""
    for name, text in (("a", FRAMEWORK), ("b", FRAMEWORK.replace('"1"', '"0"'))):
        (folder / name).mkdir()
        (folder / name / "kit.toml").write_text(text)
        (folder / name / "ours.toml").write_text(ASSESSMENT)
    (folder / "b" / "again.toml").write_text(FRAMEWORK)
    monkeypatch.setenv("MATURITY_PATH", os.pathsep.join(["a", "b"]))
    done = run("frameworks")
    assert (done.code, done.err) == (0, "")
    assert re.search(r"^kit +1 +Kit +folder a$", done.out, re.MULTILINE)
    assert done.out.endswith("""
Hidden, as one of the same id comes first

Id   Edition  From      Still found
--------------------------------------
kit  1        folder b  by its file
kit  0        folder b  by its edition

By its edition: an assessment or an overlay that names the edition gets it. By
its file: the edition is the same, so nothing but the file's own path leads
there.
""")
    assert mt.load_assessment("a/ours.toml").framework.edition == "1"


def test_what_is_broken_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A message names each file and place, and the others are listed all the same."""
    (folder / "kit.toml").write_text('id = "hwb-board"\nschema = 1')
    monkeypatch.setenv("MATURITY_PATH", os.pathsep.join([str(folder), "none\x1b[31m"]))
    done = run("frameworks")
    assert done.code == 1
    assert [line.split()[0] for line in done.out.splitlines()] == [
        "Id",
        "-" * 80,
        "hwb-elements",
        "elements",
        "ohwb-service",
        "maturity",
    ]
    file = folder / "kit.toml"
    assert done.err == (
        f"{file}:1:1: error[key.missing]: 'title' is missing; expected text\n"
        f"{file}: 1 more fault; maturity check lists all of them\n"
        "none\ufffd[31m: error[framework.place]: nothing in this folder can be seen: "
        "No such file or directory; MATURITY_PATH names it\n"
        "'hwb-board' is not listed: the first file with this id has faults\n"
    )
