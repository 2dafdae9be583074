"""`maturity check`: every fault of every file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from maturity.errors import FaultsFound
from maturity.files.assessment_reader import load_assessment
from maturity.files.locate import load_framework
from maturity.present.plain import harmless
from maturity.scoring.words import counted

from . import screen
from .kinds import is_framework, open_framework
from .options import framework_option

if TYPE_CHECKING:
    from maturity.errors import Fault
    from maturity.model.framework import Framework


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@framework_option("The framework that the assessments answer; else it is found by its id.")
@click.pass_context
def check(ctx: click.Context, files: tuple[str, ...], framework: str | None) -> None:
    """Check files, and list every fault.

    A file that names its 'framework' is an assessment, any other is a framework. Faults go to
    stdout, a line each; for a file without faults a line on stderr says what it is. A file that
    isn't there is a fault like any other.
    """
    given = None if framework is None else open_framework(framework)
    found = [_looked_at(file, given) for file in files]
    ctx.meta[screen.CODE] = screen.FAULTS if any(faults for _, faults in found) else 0
    for file, (said, faults) in zip(files, found, strict=True):
        if not faults:
            screen.say(f"{file}: ok, {said}")
        for fault in faults:
            screen.write(f"{harmless(str(fault))}\n")
    ctx.exit(ctx.meta[screen.CODE])


def _looked_at(file: str, framework: Framework | None) -> tuple[str, tuple[Fault, ...]]:
    """What a file holds, or all that is wrong with it."""
    try:
        return _checked(file, framework), ()
    except FaultsFound as error:
        return "", error.faults


def _checked(file: str, framework: Framework | None) -> str:
    """What a file holds, in a few words; FaultsFound carries all that is wrong with it."""
    if is_framework(file):
        found = load_framework(Path(file))
        items = counted(len(found.items), found.term("item"))
        return f"framework '{found.id}' {found.edition}: {items}"
    assessment = load_assessment(file, framework)
    answers = counted(len(assessment.answers) + len(assessment.claims), "answer")
    about = assessment.framework
    return f"assessment with '{about.id}' {about.edition}: {answers}"
