"""A bar on the terminal for what takes longer than two seconds; none where it isn't one."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from threading import Timer
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import Progress

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PATIENCE = 2.0


@contextmanager
def progress(what: str, patience: float = PATIENCE) -> Iterator[Callable[[int, int], None]]:
    """A bar on stderr around long work, drawn after `patience` seconds.

    It gives a function that may be told how many of how many are done; without, the bar only moves.
    """
    bar = Progress(console=Console(file=sys.stderr), transient=True)
    task = bar.add_task(what, total=None)
    timer = Timer(patience, bar.start)
    timer.daemon = True
    if sys.stderr is not None and sys.stderr.isatty():
        timer.start()

    def step(done: int, of: int) -> None:
        """Say how far it is."""
        bar.update(task, completed=done, total=of)

    try:
        yield step
    finally:
        timer.cancel()
        if timer.ident is not None:  # it was started: it may just be drawing
            timer.join()
            bar.stop()
