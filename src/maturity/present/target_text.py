"""Progress towards targets as a page of text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from .layout import bullets, heading, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from maturity.analysis.target_progress import TargetProgress

GAP = Text("")
STATES = {
    "short": "Not there yet",
    "open": "Still open",
    "met": "Met",
    "not applicable": "Not applicable",
}


def target_view(found: TargetProgress, whose: str) -> Iterator[RenderableType]:
    """Every target, those that are not met first."""
    met = sum(one.state == "met" for one in found.targets)
    yield heading(f"Targets: {whose}", f"{met} of {len(found.targets)} met")
    yield from map(words, (*found.caveats, *found.notes))
    for state, title in STATES.items():
        texts = [one.text for one in found.targets if one.state == state]
        if texts:
            yield GAP
            yield words(title, "bold")
            yield bullets(texts)
