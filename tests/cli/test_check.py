"""`maturity check`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .tools import BOARD, Done, run

if TYPE_CHECKING:
    from pathlib import Path


def test_sound_files() -> None:
    """Each file without faults: a line on stderr, nothing on stdout."""
    assert run("check", "kit.toml", "ours.toml", BOARD) == Done(
        0,
        "",
        "kit.toml: ok, framework 'kit' 1: 2 items\n"
        "ours.toml: ok, assessment with 'kit' 1: 1 answer\n"
        f"{BOARD}: ok, assessment with 'hwb-board' 2013: 82 answers\n",
    )


def test_all_faults_of_all_files(folder: Path) -> None:
    """Every fault of every file, in the order of the files; sound ones are still named."""
    text = (folder / "kit.toml").read_text("utf-8")
    (folder / "one.toml").write_text(text.replace("edition = ", "editon = "), "utf-8")
    (folder / "two.toml").write_text("schema = \n", "utf-8")
    done = run("check", "one.toml", "kit.toml", "two.toml", "none.toml")
    assert done == Done(
        1,
        "one.toml:4:1: error[key.unknown]: 'editon' is not a key of this table; allowed: schema, "
        "id, title, edition, description, principles, terms, source, levels, scales, scoring, "
        "dimensions and 2 more; did you mean 'edition'?\n"
        "two.toml:1:10: error[toml.syntax]: this is not a value; "
        "a value has to follow: a text in quotes, a number or a list\n"
        "none.toml: error[file.missing]: there is no such file\n",
        "kit.toml: ok, framework 'kit' 1: 2 items\n",
    )


def test_framework_can_be_given(folder: Path) -> None:
    """`--framework` names the file that an assessment answers."""
    (folder / "far").mkdir()
    (folder / "kit.toml").rename(folder / "far" / "kit.toml")
    alone = run("check", "ours.toml")
    assert alone.code == 1
    assert alone.out.startswith("ours.toml:2:15: error[framework.unknown]: ")
    given = run("check", "ours.toml", "--framework", "far/kit.toml")
    assert given == Done(0, "", "ours.toml: ok, assessment with 'kit' 1: 1 answer\n")


def test_kinds_are_told_by_their_keys(folder: Path) -> None:
    """What has answers is an assessment, even where its `framework` is missing."""
    (folder / "answers.toml").write_text("schema = 1\n[answers]\n", "utf-8")
    assert run("check", "answers.toml") == Done(
        1, "answers.toml:1:1: error[key.missing]: 'framework' is missing; expected a table\n", ""
    )
    (folder / "both.toml").write_text("schema = 1\n[answers]\n[dimensions.a]\n", "utf-8")
    assert "error[key.unknown]: 'answers' is not a key" in run("check", "both.toml").out


def test_wrong_framework_is_not_overlooked(folder: Path) -> None:
    """What is wrong with the file that `--framework` names is told, whoever asks for it."""
    (folder / "bad.toml").write_text("schema = \n", "utf-8")
    done = run("check", "kit.toml", "--framework", "bad.toml")
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("bad.toml:1:10: error[toml.syntax]: ")
