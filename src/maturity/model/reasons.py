"""Why something of one framework is not in another, where a file says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .ids import parent
from .lineage import since
from .pairs import bridges

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .framework import Framework


class Reasons:
    """What is said of the paths of a framework that another lacks."""

    def __init__(self, there: Framework, lacking: Framework) -> None:
        """Read what the overlays that lead to `lacking` drop, and a bridge between the two."""
        self._said: dict[str, str] = {}
        for overlay in [one.overlay for one in since(lacking, there) if one.overlay]:
            self._said = {**overlay.dropped, **self._said}
        if lacking.bridge is not None and bridges(lacking.bridge, there):
            self._said |= lacking.bridge.dropped
            for before, paths in lacking.bridge.split.items():
                self._said[before] = f"Split into {_listed(paths)}."
            for now, paths in lacking.bridge.merged.items():
                self._said |= dict.fromkeys(paths, f"Put together as {now}.")
        if there.bridge is not None and bridges(there.bridge, lacking):
            self._said |= there.bridge.new
            for before, paths in there.bridge.split.items():
                self._said |= dict.fromkeys(paths, f"Split from {before}.")
            for now, paths in there.bridge.merged.items():
                self._said[now] = f"Put together from {_listed(paths)}."

    def why(self, path: str) -> str:
        """Why a path is lacking: its own reason, or that of what it stands in; else empty."""
        while path and path not in self._said:
            path = parent(path)
        return self._said.get(path, "")


def _listed(paths: Sequence[str]) -> str:
    """`a, b and c`."""
    return " and ".join(filter(None, [", ".join(paths[:-1]), *paths[-1:]]))
