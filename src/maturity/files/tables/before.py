"""What an earlier framework of the same table calls its branches and statements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from maturity.model.framework import Framework

from .cells import some
from .statements import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maturity.model.tree import Dimension


@frozen
class Before:
    """The framework that a table made earlier, if there is one."""

    framework: Framework | None = None

    def branch(self, title: str, above: str = "") -> str:
        """The id of the branch that had this title, in the branch `above`; empty for none."""
        found = (node.id for node in self._nodes(above) if _key(node.title) == _key(title))
        return next(found, "").rpartition(".")[2]

    def items(self, home: str, said: Sequence[tuple[str, str]]) -> list[str]:
        """The id that each statement of a branch had; empty where it is new.

        Each is its text and the id of its level: of equal texts, that of the same level is taken.
        """
        node = self.framework.by_path.get(home) if self.framework else None
        left = list(getattr(node, "own_items", ()))
        found = [""] * len(said)
        for exact in (True, False):
            for at, (text, level) in enumerate(said):
                same = (item for item in left if item.text == text)
                fits = (item for item in same if not exact or (item.level or "") == level)
                if not found[at] and (item := next(fits, None)) is not None:
                    found[at] = item.id.rpartition(".")[2]
                    left.remove(item)
        return found

    def told(self, made: Framework) -> list[str]:
        """What is told of ids that mean something else in `made`, or are gone."""
        if self.framework is None:
            return []
        now = {item.id: item.text for item in made.items}
        was = {item.id: item.text for item in self.framework.items}
        other = [path for path in was if path in now and now[path] != was[path]]
        gone = [path for path in was if path not in now]
        notes = [f"other words than before, under the same id: {some(other)}"] if other else []
        return notes + ([f"these ids of before are gone: {some(gone)}"] if gone else [])

    def _nodes(self, above: str) -> tuple[Dimension, ...]:
        """The branches right below a branch, or at the top."""
        if self.framework is None:
            return ()
        node = self.framework.by_path.get(above) if above else self.framework
        found: tuple[Dimension, ...] = getattr(node, "dimensions", ())
        return found


def _key(title: str) -> str:
    """A title as it is compared."""
    return plain(title) or title
