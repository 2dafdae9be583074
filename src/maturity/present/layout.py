"""Pieces of a page, and the page as text: for a terminal with styles, or plain for a pipe."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING

from rich.box import Box
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from .plain import harmless

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

WIDTH = 80
NARROWEST = 60

# Dashes under the heads and nothing else: it reads the same in every encoding.
_DASHES = Box("    \n    \n -- \n    \n    \n    \n    \n    \n", ascii=True)


def words(text: str, style: str = "") -> Text:
    """A text as it is: markup in it means nothing, and control characters are gone."""
    return Text(harmless(text), style=style)


def heading(text: str, below: str = "", underline: str = "=") -> RenderableType:
    """A heading of one or two lines, underlined so that it is one without styles too."""
    lines = [words(text, "bold"), *([words(below)] if below else [])]
    longest = max(line.cell_len for line in lines)
    return Group(*lines, words(underline * min(longest, NARROWEST)))


def indented(piece: RenderableType, by: int = 2) -> RenderableType:
    """A piece moved to the right."""
    return Padding(piece, (0, 0, 0, by))


def bullets(texts: Iterable[str | Text], mark: str = "-") -> RenderableType:
    """A list; what wraps stays to the right of its mark."""
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    for text in texts:
        grid.add_row(mark, words(text) if isinstance(text, str) else text)
    return grid


def pairs(rows: Iterable[tuple[str, str]], width: int = 24) -> RenderableType:
    """Names with what is said of each beside them."""
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(max_width=width, overflow="fold")
    grid.add_column(overflow="fold")
    for name, said in rows:
        grid.add_row(words(name, "bold"), words(said))
    return grid


def table(
    heads: Sequence[str], rows: Iterable[Sequence[RenderableType]], narrow: Sequence[str] = ()
) -> RenderableType:
    """A table without lines, but for dashes under its heads; the `narrow` columns don't wrap."""
    made = Table(box=_DASHES, header_style="bold", show_edge=False, pad_edge=False)
    made.padding = (0, 1, 0, 0)
    for head in heads:
        made.add_column(words(head), overflow="fold", vertical="top", no_wrap=head in narrow)
    for row in rows:
        made.add_row(*row)
    return made


def render(pieces: Iterable[RenderableType], width: int = WIDTH, *, styled: bool = False) -> str:
    """The pieces as text, one below the other. Without styles nothing but text is in it."""
    file = StringIO()
    console = Console(
        file=file,
        width=width,
        force_terminal=styled,
        force_jupyter=False,
        color_system="standard" if styled else None,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
        soft_wrap=False,
        _environ={},
    )
    for piece in pieces:
        console.print(piece)
    text = file.getvalue()
    return text if styled else "\n".join(line.rstrip() for line in text.split("\n"))
