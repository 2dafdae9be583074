"""`maturity carry`: an answer sheet of an earlier edition, carried over to a later one."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import click

from maturity.files.assessment_writer import dump_assessment
from maturity.files.editions import carry_over
from maturity.scoring.words import counted, listed

from . import screen
from .kinds import not_an_assessment, open_assessment
from .new import give, output_options
from .options import framework_option

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maturity.model.carry import CarriedOver


@click.command()
@click.argument("file")
@click.option(
    "--to", "later", required=True, metavar="FRAMEWORK", help="The later edition: an id or file."
)
@framework_option("The edition that FILE answers; else it is found by its id.")
@output_options
def carry(file: str, later: str, framework: str | None, target: str | None, *, force: bool) -> None:
    """Carry an assessment over to a later edition.

    The later edition's [bridge] says what became of each item. Where it is from an edition in
    between, the way leads through that one. Every guess is marked in the new file, and everything
    that could not be carried over is listed as a message.
    """
    assessment = open_assessment(file, framework)
    with not_an_assessment(later):
        carried = carry_over(assessment, later)
    give(dump_assessment(carried.assessment), target, force=force)
    screen.say_lines("\n".join(_summary(carried)))


def _summary(carried: CarriedOver) -> list[str]:
    """What became of the answers, in a line each."""
    lines = []
    if carried.through:
        word = "edition" if len(carried.through) == 1 else "editions"
        lines.append(f"by way of {word} {listed(carried.through, len(carried.through))}")
    lines.append(f"{_kept(carried)} kept")
    lines += _each("guess to look at", "guesses to look at", carried.guesses)
    lines += _each("draft to finish", "drafts to finish", carried.drafts)
    lines += _each("thing left behind", "things left behind", carried.left)
    if carried.new:
        number = len(carried.new)
        lines.append(f"{counted(number, 'new item')} to answer: {', '.join(carried.new)}")
    return lines


def _kept(carried: CarriedOver) -> str:
    """How many of each kind stand as they were; what is named by a path alone is an answer."""
    kinds = Counter(name.split()[0] if " " in name else "answer" for name in carried.kept)
    numbers = {"answer": kinds.pop("answer", 0), **kinds}
    words = [counted(number, kind) for kind, number in numbers.items()]
    return listed(words)


def _each(one: str, many: str, what: Mapping[str, str]) -> list[str]:
    """How many there are, then each with why, in a line."""
    if not what:
        return []
    head = f"{len(what)} {one if len(what) == 1 else many}:"
    return [head, *(f"  {path}: {' '.join(why.split())}" for path, why in what.items())]
