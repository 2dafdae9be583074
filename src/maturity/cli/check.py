"""`maturity check`: every fault of every file."""

from __future__ import annotations

from pathlib import Path

import click

from maturity.errors import FaultsFound
from maturity.files.assessment_reader import load_assessment
from maturity.files.locate import load_framework
from maturity.present.plain import harmless
from maturity.scoring.words import counted

from . import screen
from .kinds import is_framework
from .options import framework_option


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@framework_option("The framework that the assessments answer; else it is found by its id.")
@click.pass_context
def check(ctx: click.Context, files: tuple[str, ...], framework: str | None) -> None:
    """Check files, and list every fault.

    A file that names its 'framework' is an assessment, any other is a framework. Faults go to
    stdout, a line each; for a file without faults a line on stderr says what it is.
    """
    faulty = 0
    for file in files:
        try:
            screen.say(f"{file}: ok, {_checked(file, framework)}")
        except FaultsFound as error:
            faulty += 1
            for fault in error.faults:
                screen.write(f"{harmless(str(fault))}\n")
    ctx.exit(1 if faulty else 0)


def _checked(file: str, framework: str | None) -> str:
    """What a file holds, in a few words; FaultsFound carries all that is wrong with it."""
    if is_framework(file):
        found = load_framework(Path(file))
        items = counted(len(found.items), found.term("item"))
        return f"framework '{found.id}' {found.edition}: {items}"
    assessment = load_assessment(file, framework)
    answers = counted(len(assessment.answers) + len(assessment.claims), "answer")
    about = assessment.framework
    return f"assessment with '{about.id}' {about.edition}: {answers}"
