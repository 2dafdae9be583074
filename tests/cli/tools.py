"""Runs of the command line, in this process and as a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from attrs import frozen
from click.testing import CliRunner

from maturity.cli.commands import cli

EXAMPLES = Path(__file__).parents[2] / "frameworks" / "examples"
BOARD = str(EXAMPLES / "hwb-board.toml")

FRAMEWORK = """\
schema = 1
id = "kit"
title = "Kit"
edition = "1"

[levels]
basic = "Basic"
good = "Good"

[scales.met]
no = "No"
yes = "Yes"

[scoring]
scale = "met"
dimension = { rule = "staged" }

[dimensions.a]
title = "First"

[dimensions.a.at.basic]
one = "One is there."

[dimensions.a.at.good]
two = "Two is there."
"""
ASSESSMENT = """\
schema = 1
framework = { id = "kit", edition = "1" }

[answers.a]
one = "yes"
"""


@frozen
class Done:
    """What a run has left: its exit code, and what it printed."""

    code: int
    out: str
    err: str


def run(*arguments: str) -> Done:
    """Run the command line in this process; an error that it lets through fails the test."""
    result = CliRunner().invoke(cli, list(arguments), prog_name="maturity", catch_exceptions=False)
    return Done(result.exit_code, result.stdout, result.stderr)


def start(*arguments: str, before: str = "", **environment: str) -> Done:
    """Run the command line as a process of its own, after the Python code `before`."""
    code = f"{before}\nfrom maturity.cli import main\nmain()"
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1", **environment},
        check=False,
    )
    return Done(done.returncode, done.stdout, done.stderr)
