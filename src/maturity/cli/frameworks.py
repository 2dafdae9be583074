"""`maturity frameworks`: which frameworks there are, where from, and what is hidden or broken."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from maturity.files.framework_list import survey
from maturity.present.layout import table, words
from maturity.scoring.words import counted

from . import screen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from maturity.errors import Fault
    from maturity.files.framework_list import FrameworkEntry

HIDDEN = "Hidden, as one of the same id comes first"
STILL_FOUND = """\
By its edition: an assessment or an overlay that names the edition gets it. \
By its file: the edition is the same, so nothing but the file's own path leads there."""


@click.command()
@click.pass_context
def frameworks(ctx: click.Context) -> None:
    """List the frameworks that can be used by their id, and where each comes from.

    Of several with the same id the first one wins: from the folders that the environment variable
    MATURITY_PATH names, then from installed plug-ins, then from those shipped. Beside an assessment
    or an overlay its own folder comes before all of these.
    """
    found = survey()
    screen.show(_page(found.entries))
    for faults in found.faults:
        _tell(faults)
    for name in found.lost:
        screen.say(f"'{name}' is not listed: the first file with this id has faults")
    ctx.meta[screen.CODE] = screen.FAULTS if found.faults else 0
    ctx.exit(ctx.meta[screen.CODE])


def _page(entries: tuple[FrameworkEntry, ...]) -> Iterator[RenderableType]:
    """What wins, and below it what is hidden."""
    rows = [_cells(one.id, one.edition, one.title, one.origin) for one in entries]
    yield table(["Id", "Edition", "Title", "From"], rows, narrow=["Id", "Edition"])
    hidden = [_cells(*said) for entry in entries for said in _hidden_by(entry)]
    if hidden:
        yield words("")
        yield words(HIDDEN, "bold")
        yield words("")
        heads = ["Id", "Edition", "From", "Still found"]
        yield table(heads, hidden, narrow=["Id", "Edition", "Still found"])
        yield words("")
        yield words(STILL_FOUND)


def _hidden_by(entry: FrameworkEntry) -> Iterator[tuple[str, ...]]:
    """Each framework that stands behind one of the same id, and how it is found all the same."""
    seen = {entry.edition}
    for one in entry.hidden:
        how = "by its file" if one.edition in seen else "by its edition"
        yield one.id, one.edition, one.origin, how
        seen.add(one.edition)


def _cells(*texts: str) -> list[RenderableType]:
    """The cells of a row."""
    return [words(text) for text in texts]


def _tell(faults: tuple[Fault, ...]) -> None:
    """The first fault of a file, and how many more there are."""
    first, *others = faults
    screen.say(str(first))
    if others:
        more = counted(len(others), "more fault")
        screen.say(f"{first.where.file}: {more}; maturity check lists all of them")
