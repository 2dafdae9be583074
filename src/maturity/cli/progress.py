"""A bar on the terminal for what takes longer than two seconds; none where it isn't one."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import Progress

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PATIENCE = 2.0


@contextmanager
def progress(
    what: str, clock: Callable[[], float] = monotonic
) -> Iterator[Callable[[int, int], None]]:
    """A function that is told how many of how many are done; it draws on stderr after a while."""
    terminal = sys.stderr is not None and sys.stderr.isatty()
    bar = Progress(console=Console(file=sys.stderr), transient=True)
    task = bar.add_task(what)
    started, drawn = clock(), False

    def step(done: int, of: int) -> None:
        """Say how far it is."""
        nonlocal drawn
        if terminal and not drawn and clock() - started > PATIENCE:
            bar.start()
            drawn = True
        bar.update(task, completed=done, total=of)

    try:
        yield step
    finally:
        if drawn:
            bar.stop()
