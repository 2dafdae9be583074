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
        "dimensions and 3 more; did you mean 'edition'?\n"
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


TWICE = '[dimensions.b.at.basic]\none = "Each team has a plan."\ntwo = "Each team has a plan."\n'
SAME = (
    "advice[same-text]: 'b.two' says the same as 'b.one': \"Each team has a plan.\"; "
    "say where they differ, or leave one out: else one fact counts twice\n"
)


def advised(folder: Path, more: str) -> Path:
    """A framework with more at its end, that gets advice."""
    text = (folder / "kit.toml").read_text("utf-8")
    (folder / "more.toml").write_text(f"{text}\n{more}", "utf-8")
    return folder / "more.toml"


def test_advice_is_no_fault(folder: Path) -> None:
    """Advice stands on stdout with its place, and changes no exit code."""
    advised(folder, TWICE + '[dimensions.b.at.good]\nthree = "Three."\n')
    said = "more.toml: ok, framework 'kit' 1: 5 items\n"
    assert run("check", "more.toml") == Done(0, f"more.toml:29:1: {SAME}", said)
    assert run("check", "--no-advice", "more.toml") == Done(0, "", said)


def test_faults_come_without_advice(folder: Path) -> None:
    """Of a file with faults nothing but the faults is told."""
    path = advised(folder, TWICE)
    path.write_text(path.read_text("utf-8").replace("edition", "editon"), "utf-8")
    done = run("check", "more.toml")
    assert done.code == 1
    assert "advice" not in done.out


def test_advice_can_not_control_a_screen(folder: Path) -> None:
    """Texts of the file are shown without what would control a terminal."""
    advised(folder, TWICE.replace("Each", "Each\\u001b"))
    done = run("check", "more.toml")
    assert "Each\ufffd team" in done.out
    assert "\x1b" not in done.out


def test_of_much_advice_the_first_is_shown(folder: Path) -> None:
    """A few hundred pieces are shown, and the rest counted."""
    items = "".join(f'i{n} = "Each team has a plan."\n' for n in range(203))
    good = '[dimensions.b.at.good]\nthree = "Three."\n'
    advised(folder, f"[dimensions.b.at.basic]\n{items}{good}")
    done = run("check", "more.toml")
    assert done.out.count("\n") == 200
    assert done.err.endswith("more.toml: 3 more pieces of advice not shown\n")


def test_an_assessment_gets_no_advice(folder: Path) -> None:
    """What could be better in a framework is not for those to mend who answer it."""
    advised(folder, TWICE).rename(folder / "kit.toml")
    assert run("check", "ours.toml").out == ""
