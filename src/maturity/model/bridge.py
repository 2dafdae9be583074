"""How a later edition of a framework goes back to an earlier one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from maturity.errors import Problem

from .frozen import FrozenMap
from .paths import Paths
from .tree import Item

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .framework import Framework


@frozen(kw_only=True)
class Bridge:
    """What became of the items of an earlier edition, as the later edition's file declares it.

    `framework` and `edition` name the earlier one. `same`: the path now, with the path before.
    `split`: one path before, with those that it became. `merged`: the path now, with those that it
    was made of. `dropped`: a path before, with why. `new`: a path now, with why. What has one path
    in both and is not named is the same.
    """

    framework: str
    edition: str
    same: FrozenMap[str, str] = FrozenMap()
    split: FrozenMap[str, tuple[str, ...]] = FrozenMap()
    merged: FrozenMap[str, tuple[str, ...]] = FrozenMap()
    dropped: FrozenMap[str, str] = FrozenMap()
    new: FrozenMap[str, str] = FrozenMap()

    def now(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Every path of this edition that is named, with the keys that lead to it in the file."""
        for table in ("same", "merged", "new"):
            for path in getattr(self, table):
                yield path, ("bridge", table, path)
        for before, paths in self.split.items():
            for path in paths:
                yield path, ("bridge", "split", before)

    def before(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Every path of the earlier edition that is named, likewise."""
        for table in ("split", "dropped"):
            for path in getattr(self, table):
                yield path, ("bridge", table, path)
        for now, path in self.same.items():
            yield path, ("bridge", "same", now)
        for now, paths in self.merged.items():
            for path in paths:
                yield path, ("bridge", "merged", now)


def check_bridge(paths: Paths) -> Iterator[Problem]:
    """Every fault of a framework's bridge that can be seen without the earlier edition."""
    bridge = paths.framework.bridge
    if bridge is None:
        return
    for path, place in bridge.now():
        yield from paths.check(path, place, Item)
    for side, found in (
        ("of this edition", bridge.now()),
        ("of the earlier edition", bridge.before()),
    ):
        seen: set[str] = set()
        for path, place in found:
            if path in seen:
                what = f"the bridge names '{path}' {side} twice"
                yield Problem("bridge.twice", place, what, "each item has one origin; keep one")
            seen.add(path)
    for table in ("split", "merged"):
        for path, others in getattr(bridge, table).items():
            if len(others) < 2:  # noqa: PLR2004  # one alone is the same, not several
                what = f"'{path}' is {table}, but only one path is named"
                place = ("bridge", table, path)
                yield Problem(
                    "bridge.one", place, what, "one that is renamed stands under [bridge.same]"
                )


def unaccounted(bridge: Bridge, old: Framework, framework: Framework) -> Iterator[Problem]:
    """Every item of either edition of which the bridge says nothing, and paths that never were."""
    before, now = dict(bridge.before()), dict(bridge.now())
    paths = Paths(old)
    for path, place in bridge.before():
        yield from paths.check(path, place, Item)
    for item in old.items:
        twin = framework.by_path.get(item.id)
        if item.id not in before and (not isinstance(twin, Item) or item.id in now):
            what = f"the bridge does not say what became of '{item.id}' of edition {old.edition}"
            hint = "name it under same, split, merged or dropped"
            yield Problem("bridge.unaccounted", ("bridge",), what, hint)
    for item in framework.items:
        twin = old.by_path.get(item.id)
        if item.id not in now and (not isinstance(twin, Item) or item.id in before):
            what = f"the bridge does not say where '{item.id}' comes from"
            hint = "name it under same, split, merged or new"
            yield Problem("bridge.unaccounted", ("bridge",), what, hint)
