"""`maturity check`: every fault of every file, and advice on frameworks without a fault."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click
from attrs import field, frozen

from maturity.analysis.advice import advise
from maturity.analysis.advice_places import placed
from maturity.errors import Fault, FaultsFound
from maturity.files.assessment_reader import load_assessment
from maturity.files.locate import load_framework
from maturity.files.toml_text import load_toml, read_text
from maturity.present.plain import harmless
from maturity.scoring.words import counted

from . import screen
from .kinds import is_framework, open_framework
from .options import framework_option

if TYPE_CHECKING:
    from maturity.model.framework import Framework

MOST_ADVICE = 200


@frozen
class _Looked:
    """What a file holds, in a few words, or all that is wrong with it; and the advice on it."""

    said: str = ""
    faults: tuple[Fault, ...] = ()
    advice: list[str] = field(factory=list)


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@framework_option("The framework that the assessments answer; else it is found by its id.")
@click.option("--no-advice", is_flag=True, help="List faults alone.")
@click.pass_context
def check(
    ctx: click.Context, files: tuple[str, ...], framework: str | None, *, no_advice: bool
) -> None:
    """Check files, and list every fault.

    A file that names its 'framework' is an assessment, any other is a framework. Faults go to
    stdout, a line each; for a file without faults a line on stderr says what it is. A file that
    isn't there is a fault like any other.

    Below a framework without faults stands advice: what could be better in it. Advice is no fault,
    and the exit code is 0.
    """
    given = None if framework is None else open_framework(framework)
    found = [_looked_at(file, given, advice=not no_advice) for file in files]
    ctx.meta[screen.CODE] = screen.FAULTS if any(looked.faults for looked in found) else 0
    for file, looked in zip(files, found, strict=True):
        if not looked.faults:
            screen.say(f"{file}: ok, {looked.said}")
        for line in (*map(str, looked.faults), *looked.advice[:MOST_ADVICE]):
            screen.write(f"{harmless(line)}\n")
        more = len(looked.advice) - MOST_ADVICE
        if more > 0:
            screen.say(f"{file}: {counted(more, 'more piece of advice')} not shown")
    ctx.exit(ctx.meta[screen.CODE])


def _looked_at(file: str, framework: Framework | None, *, advice: bool) -> _Looked:
    """What is found in a file."""
    try:
        return _checked(file, framework, advice=advice)
    except FaultsFound as error:
        return _Looked(faults=error.faults)


def _checked(file: str, framework: Framework | None, *, advice: bool) -> _Looked:
    """What is found in a file without faults; FaultsFound carries all that is wrong with it."""
    if is_framework(file):
        found = load_framework(Path(file))
        items = counted(len(found.items), found.term("item"))
        said = f"framework '{found.id}' {found.edition}: {items}"
        return _Looked(said, advice=_advice(file, found) if advice else [])
    assessment = load_assessment(file, framework)
    answers = counted(len(assessment.answers) + len(assessment.claims), "answer")
    about = assessment.framework
    return _Looked(f"assessment with '{about.id}' {about.edition}: {answers}")


def _advice(file: str, framework: Framework) -> list[str]:
    """Each piece of advice on a framework, with its place in the file."""
    text = load_toml(read_text(file), file).text
    return [f"{where}: {one}" for where, one in placed(advise(framework), text, file)]
