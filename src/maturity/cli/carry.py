"""`maturity carry`: an answer sheet of an earlier edition, carried over to a later one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from maturity.files.assessment_writer import dump_assessment
from maturity.model.carry import carry_over
from maturity.scoring.words import counted

from . import screen
from .kinds import open_assessment, open_framework
from .new import give, output_options
from .options import framework_option

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maturity.model.carry import CarriedOver


@click.command()
@click.argument("file")
@click.option(
    "--to", "later", required=True, metavar="ID", help="The later edition: an id or file."
)
@framework_option("The edition that FILE answers; else it is found by its id.")
@output_options
def carry(file: str, later: str, framework: str | None, target: str | None, *, force: bool) -> None:
    """Carry an assessment over to a later edition.

    The later edition's [bridge] says what became of each item. Every guess is marked in the new
    file, and everything that could not be carried over is listed as a message.
    """
    carried = carry_over(open_assessment(file, framework), open_framework(later))
    give(dump_assessment(carried.assessment), target, force=force)
    screen.say_lines("\n".join(_summary(carried)))


def _summary(carried: CarriedOver) -> list[str]:
    """What became of the answers, in a line each."""
    lines = [f"{counted(len(carried.kept), 'answer')} kept"]
    lines += _each("guess to look at", "guesses to look at", carried.guesses)
    lines += _each("answer to give anew", "answers to give anew", carried.drafts)
    lines += _each("thing left behind", "things left behind", carried.left)
    if carried.new:
        number = len(carried.new)
        lines.append(f"{counted(number, 'new item')} to answer: {', '.join(carried.new)}")
    return lines


def _each(one: str, many: str, what: Mapping[str, str]) -> list[str]:
    """How many there are, then each with why."""
    if not what:
        return []
    head = f"{len(what)} {one if len(what) == 1 else many}:"
    return [head, *(f"  {path}: {why}" for path, why in what.items())]
