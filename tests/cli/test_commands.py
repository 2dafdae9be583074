"""The commands as a whole: help, exit codes, and no traceback whatever the input."""

from __future__ import annotations

import errno
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

import maturity
from maturity.cli import screen

from .tools import BOARD, Done, run, start

BROKEN = [
    path
    for path in sorted((Path(__file__).parents[1] / "broken").glob("*.toml"))
    # `check` finds out by itself what a file is, and what it extends.
    if not path.stem.startswith(("file-kind", "overlay-base"))
]
EXTRA = (
    'the command line needs the extra "cli": click and rich are not installed; '
    "from a clone of the project, pip install '.[cli]' installs them\n"
)
ANSWERS_GIVEN = (
    "Error: ours.toml is an assessment, not a framework; "
    "see its result with: maturity score ours.toml\n"
)
LONG = ("a." * 30)[:57]


def on_terminal(*arguments: str, **environment: str) -> str:
    """What a run prints on a terminal."""
    main, other = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-c", "from maturity.cli import main; main()", *arguments],
        stdout=other,
        env={**os.environ, "TERM": "xterm", "COLUMNS": "200", **environment},
    ) as process:
        os.close(other)
        printed = b""
        try:
            while chunk := os.read(main, 4096):
                printed += chunk
        except OSError:
            pass  # the other side has closed
        os.close(main)
    assert process.returncode == 0
    return printed.decode("utf-8")


def test_version() -> None:
    """`--version` prints the version."""
    assert run("--version") == Done(0, f"maturity {maturity.__version__}\n", "")


def test_nothing_asked() -> None:
    """Without a command, the commands are listed, and that is misuse."""
    done = run()
    assert done.code == 2
    assert "Commands:" in done.err + done.out


def test_every_command_has_help() -> None:
    """Each command explains itself."""
    for command in ("check", "demo", "diff", "frameworks", "new", "score", "show", "why"):
        done = run(command, "--help")
        assert (done.code, done.err) == (0, "")
        assert done.out.startswith(f"Usage: maturity {command} ")
        assert "..." not in done.out.replace("FILE...", "").replace("[ARGS]...", "")


def test_unknown_command() -> None:
    """A command that there isn't is misuse."""
    done = run("socre")
    assert (done.code, done.out) == (2, "")
    assert "No such command 'socre'" in done.err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["score", "none.toml"], "none.toml: error[file.missing]: there is no such file\n"),
        (["score", "."], ".: error[file.folder]: this is a folder, not a file\n"),
        (["why", "none.toml", "a"], "none.toml: error[file.missing]: there is no such file\n"),
        (["show", "none.toml"], "none.toml: error[file.missing]: there is no such file\n"),
        (
            ["show", "hwb-bord"],
            (
                "hwb-bord: error[framework.unknown]: there is no framework with the id 'hwb-bord'; "
                "there are: hwb-board, hwb-elements, ohwb-service; did you mean 'hwb-board'?\n"
            ),
        ),
        (
            ["score", BOARD, "--profile", "workshp"],
            (
                "Error: 'hwb-board' has no short form (profile) 'workshp'; "
                "there are: workshop, first-look; did you mean 'workshop'?\n"
            ),
        ),
        (
            ["show", "hwb-board", "--profile", "x"],
            "Error: 'hwb-board' has no short form (profile) 'x'; there are: workshop, first-look\n",
        ),
        (
            ["score", "ours.toml", "--framework", "none.toml"],
            "none.toml: error[file.missing]: there is no such file\n",
        ),
        (
            ["why", "ours.toml", "b"],
            "Error: 'b' is not scored here; there are: a\n",
        ),
        (
            ["check", "kit.toml", "--framework", "none.toml"],
            "none.toml: error[file.missing]: there is no such file\n",
        ),
        (
            ["check", "kit.toml", "--framework", "hwb-bord"],
            (
                "hwb-bord: error[framework.unknown]: there is no framework with the id 'hwb-bord'; "
                "there are: hwb-board, hwb-elements, ohwb-service; did you mean 'hwb-board'?\n"
            ),
        ),
        (["check", "ours.toml", "--framework", "ours.toml"], ANSWERS_GIVEN),
        (["score", "ours.toml", "--framework", "ours.toml"], ANSWERS_GIVEN),
        (["new", "assessment", "--framework", "ours.toml"], ANSWERS_GIVEN),
        (["new", "framework", "-o", ""], "Error: -o needs the name of a file\n"),
        (
            ["new", "assessment", "--profile", "workshp"],
            (
                "Error: 'hwb-board' has no short form (profile) 'workshp'; "
                "there are: workshop, first-look; did you mean 'workshop'?\n"
            ),
        ),
        (["why", "ours.toml", ""], "Error: PATH is empty; 'overall' is the path of the whole\n"),
        (
            ["why", "ours.toml", "a." * 20_000],
            f"Error: '{LONG}...' is not scored here; there are: a\n",
        ),
        (
            ["show", "hwb-board", "--profile", "a." * 20_000],
            (
                f"Error: 'hwb-board' has no short form (profile) '{LONG}...'; "
                "there are: workshop, first-look\n"
            ),
        ),
        (
            ["why", "ours.toml", "\x1b[31m"],
            "Error: '\ufffd[31m' is not scored here; there are: a\n",
        ),
        (
            ["score", "kit.toml"],
            (
                "Error: kit.toml is a framework, not an assessment; "
                "see it with: maturity show kit.toml\n"
            ),
        ),
        (["show", "ours.toml"], ANSWERS_GIVEN),
    ],
)
def test_misuse(arguments: list[str], message: str) -> None:
    """What is named and isn't there is misuse, with a message on stderr."""
    assert run(*arguments) == Done(2, "", message)


@pytest.mark.parametrize("day", ["2026-02-30", "tomorrow", "20260331", "2026-W10-1", ""])
def test_no_such_day(day: str) -> None:
    """A day that isn't one is misuse."""
    done = run("score", "ours.toml", "--as-of", day)
    assert (done.code, done.out) == (2, "")
    if day == "2026-02-30":
        assert done.err.endswith("there is no such day as 2026-02-30\n")
    else:
        assert done.err.endswith(f"'{day}' is not a date; write it as 2026-03-31\n")


def test_faults_are_not_misuse(folder: Path) -> None:
    """A file with faults: all of them on stderr, and exit code 1."""
    text = 'schema = 1\nframework = { id = "kit", edition = "1" }\n[answers.a]\n'
    (folder / "bad.toml").write_text(f'{text}one = "yse"\ntow = "yes"\n', "utf-8")
    faults = (
        "bad.toml:4:1: error[answer.value]: for 'a.one', 'yse' is not an answer on the scale "
        "'met'; allowed: no, yes; did you mean 'yes'?\n"
        "bad.toml:5:1: error[path.unknown]: there is no dimension, part or item 'a.tow'; "
        "in 'a' there are: a.one, a.two; did you mean 'a.two'?\n"
    )
    assert run("score", "bad.toml") == Done(1, "", faults)
    assert run("why", "bad.toml", "a") == Done(1, "", faults)
    assert run("check", "bad.toml") == Done(1, faults, "")


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_broken_files_end_cleanly(path: Path) -> None:
    """Each broken file of the tests: faults on stdout, exit code 1, no traceback."""
    done = run("check", str(path))
    assert done.code == 1
    assert done.out.count("error[") == done.out.count("\n") >= 1
    assert run("score", str(path)).code in {1, 2}
    assert run("show", str(path)).code in {1, 2}


HOSTILE = {
    "empty": b"",
    "blank": b" \n\n",
    "not-text": bytes(range(256)),
    "utf-16": "schema = 1".encode("utf-16"),
    "deep": b"a = " + b"[" * 5000 + b"]" * 5000,
    "digits": b"schema = " + b"9" * 5000,
    "parts": ".".join(["a"] * 20_000).encode() + b" = 1",
    "no-framework": b"schema = 1\nframework = 1\n",
    "list": b"framework = []\n[[answers]]\n",
    "escapes": b'schema = 1\n"\\u001b[2J" = 1\n"\\u202e" = 1\n',
    "nul": b"schema = 1\n\x00",
    "only-a-schema": b"schema = 1",
    "infinite": b"schema = inf\nframework = {id = nan, edition = -inf}",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_end_cleanly(name: str, folder: Path) -> None:
    """Files made to do harm: faults, and nothing in them that controls a terminal."""
    file = folder / "hostile.toml"
    file.write_bytes(HOSTILE[name])
    for arguments in (
        ["check", "hostile.toml"],
        ["score", "hostile.toml"],
        ["why", "hostile.toml", "a"],
        ["show", "hostile.toml"],
        ["score", "ours.toml", "--framework", "hostile.toml"],
        ["new", "assessment", "--framework", "hostile.toml"],
    ):
        done = run(*arguments)
        assert done.code in {1, 2}
        assert not {"\x1b", "\x00", "\u202e"} & {*done.out, *done.err}
        assert done.out + done.err


def test_hostile_names(folder: Path) -> None:
    """Arguments made to do harm end in a message."""
    for name in ("a" * 5000, "\x00", "\udcff", "\x1b[2J.toml", "~", "--", "-", "con", "\n"):
        for command in (["check", "--"], ["score", "--"], ["show", "--"], ["score", "a", "b"],
                        ["new", "assessment", "--framework"], ["new"], []):  # fmt: skip
            done = run(*command, name)
            assert done.code in {1, 2}
            assert not {"\x1b", "\x00"} & {*done.out, *done.err}
    assert sorted(path.name for path in folder.iterdir()) == ["kit.toml", "ours.toml"]


def test_markup_and_escapes_in_texts_are_only_text(folder: Path) -> None:
    """Texts from files are never markup, nor orders to a terminal."""
    text = (folder / "kit.toml").read_text("utf-8")
    text = text.replace('"First"', r'"[bold]First[/] [link=x] :smile: \u001b[31m\u202e\u0007 \n."')
    (folder / "kit.toml").write_text(text, "utf-8")
    shown = "[bold]First[/] [link=x] :smile: \ufffd[31m\ufffd\ufffd"
    for arguments in (["show", "kit.toml"], ["score", "ours.toml"], ["why", "ours.toml", "a"]):
        done = run(*arguments)
        assert (done.code, done.err) == (0, "")
        assert shown in done.out.replace("\n    ", " ")
    for form in ("csv", "json"):
        assert "\x1b" not in run("score", "ours.toml", "--format", form).out
    assert "\x1b" not in run("new", "assessment", "--framework", "kit.toml").out


def test_piped_output_is_plain() -> None:
    """Sent on, a page is plain text of 80 columns, whatever the environment says."""
    done = start("score", BOARD, COLUMNS="200", FORCE_COLOR="1", CLICOLOR_FORCE="1")
    assert (done.code, done.err) == (0, "")
    assert "\x1b" not in done.out
    assert max(map(len, done.out.splitlines())) == 80
    assert not [line for line in done.out.splitlines() if line != line.rstrip()]


def test_terminal_output_has_styles_unless_unwanted() -> None:
    """On a terminal there are styles; NO_COLOR and a terminal that can't take them away."""
    styled = on_terminal("score", BOARD)
    assert "\x1b[1mVision" in styled
    plain = on_terminal("score", BOARD, NO_COLOR="1")
    assert "\x1b" not in plain
    assert plain == on_terminal("score", BOARD, TERM="dumb")
    assert max(map(len, plain.splitlines())) <= screen.WIDEST


def test_other_encodings() -> None:
    """A terminal that lacks a character gets a question mark, not a traceback."""
    done = start("show", "hwb-elements", PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert (done.code, done.err) == (0, "")
    assert done.out.isascii()


def test_reader_that_leaves() -> None:
    """`maturity demo | head -1` ends quietly."""
    command = f"{sys.executable} -c 'from maturity.cli import main; main()' demo | head -1"
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],  # noqa: S607  # whichever bash there is
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "Scorecards of 3 made-up organisations\n"


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (BrokenPipeError(), Done(0, "", "")),
        (OSError(errno.ENOSPC, "No space left on device"),
         Done(2, "", "Error: No space left on device\n")),
    ],
)  # fmt: skip
def test_output_that_fails(error: OSError, expected: Done, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing can be printed, there is a message or silence, and no traceback."""

    def fail(_: object) -> None:
        raise error

    monkeypatch.setattr(screen, "show", fail)
    assert run("frameworks") == expected


def ended(command: str) -> subprocess.CompletedProcess[str]:
    """A run in a shell, in which `maturity` runs the command line; its own exit code."""
    code = f"maturity() {{ {sys.executable} -c 'from maturity.cli import main; main()' \"$@\"; }}"
    return subprocess.run(
        ["bash", "-o", "pipefail", "-c", f"{code}\n{command}"],  # noqa: S607  # whichever bash there is
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("command", "code"),
    [
        ("maturity check bad.toml bad.toml | true", 1),
        ("maturity check kit.toml bad.toml 2>&1 | true", 1),
        ("maturity score bad.toml 2>&1 | true", 1),
        ("maturity check kit.toml 2>&1 | true", 0),
        ("maturity score none.toml 2>&1 | true", 2),
        ("maturity socre 2>&1 | true", 2),
        ("maturity --version | true", 0),
        ("maturity check kit.toml >&-", 0),
        ("maturity check kit.toml 2>&-", 0),
        ("maturity check kit.toml 2>/dev/full", 2),
        ("maturity check bad.toml >/dev/full", 2),
        ("maturity score ours.toml >/dev/full", 2),
        ("maturity --version >/dev/full", 2),
        ("maturity --help >/dev/full", 2),
        ("maturity check --help >/dev/full", 2),
        ("maturity socre 2>/dev/full", 2),
    ],
)
def test_output_that_goes_nowhere(command: str, code: int, folder: Path) -> None:
    """A reader that leaves doesn't change the exit code; a full disk is told, in one line."""
    (folder / "bad.toml").write_text("schema = \n", "utf-8")
    slow = command.replace("| true", "| (exec <&-; sleep 0.1)")
    done = ended(slow)
    assert done.returncode == code
    assert "Traceback" not in done.stderr
    assert "ignored" not in done.stderr
    told = "full" in command and "2>" not in command
    assert ("No space left on device" in done.stderr) is told


def test_no_output_at_all() -> None:
    """Without any stdout, a command still ends."""
    done = start("frameworks", before="import sys; sys.stdout = None")
    assert (done.code, done.err) == (0, "")


@pytest.mark.parametrize("missing", ["click", "rich"])
def test_without_the_extra(missing: str) -> None:
    """Without click or rich: one sentence that says what to install."""
    done = start("--version", before=f"import sys; sys.modules['{missing}'] = None")
    assert done == Done(2, "", EXTRA)


def test_other_import_errors_are_told() -> None:
    """An error in what the command line imports is not taken for a missing extra."""
    done = start("--version", before="import sys; sys.modules['maturity.cli.screen'] = None")
    assert done.code == 1
    assert EXTRA not in done.err
    assert "maturity.cli.screen" in done.err


def test_main_runs_the_commands(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The entry point runs the commands, or says what is missing."""
    from maturity.cli import main  # noqa: PLC0415  # it is what is tested

    monkeypatch.setattr(sys, "argv", ["maturity", "--version"])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 0
    assert capsys.readouterr().out == f"maturity {maturity.__version__}\n"
    monkeypatch.setitem(sys.modules, "rich", None)
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 2
    assert capsys.readouterr().err == EXTRA
