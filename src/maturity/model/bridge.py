"""How a later edition of a framework goes back to an earlier one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from maturity.errors import Problem, did_you_mean

from .fits import described
from .frozen import FrozenMap
from .ids import ID_RULE, as_id, is_id
from .paths import Paths
from .texts import check_text
from .tree import Item

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .framework import Framework
    from .places import Place


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

    @property
    def origin(self) -> tuple[str, str]:
        """The id and the edition of the earlier one."""
        return self.framework, self.edition

    def now(self) -> Iterator[tuple[str, Place]]:
        """Every path of this edition that is named, with the keys that lead to it in the file."""
        for table in ("same", "merged", "new"):
            for path in getattr(self, table):
                yield path, ("bridge", table, path)
        for before, paths in self.split.items():
            for number, path in enumerate(paths):
                yield path, ("bridge", "split", before, number)

    def before(self) -> Iterator[tuple[str, Place]]:
        """Every path of the earlier edition that is named, likewise."""
        for table in ("split", "dropped"):
            for path in getattr(self, table):
                yield path, ("bridge", table, path)
        for now, path in self.same.items():
            yield path, ("bridge", "same", now)
        for now, paths in self.merged.items():
            for number, path in enumerate(paths):
                yield path, ("bridge", "merged", now, number)


def check_bridge(paths: Paths) -> Iterator[Problem]:
    """Every fault of a framework's bridge that can be seen without the earlier edition."""
    bridge = paths.framework.bridge
    if bridge is None:
        return
    yield from _check_origin(paths.framework, bridge)
    for path, place in bridge.now():
        yield from paths.check(path, place, Item)
    for path, place in bridge.before():
        yield from _check_form(path, place)
    for table, said in {"dropped": "was dropped", "new": "is new"}.items():
        for path, reason in getattr(bridge, table).items():
            place = ("bridge", table, path)
            yield from check_text(reason, place, f"the reason why '{path}' {said}")
    yield from _check_twice(bridge)
    for table in ("split", "merged"):
        for path, others in getattr(bridge, table).items():
            if len(others) < 2:  # noqa: PLR2004  # one alone is the same, not several
                what = f"'{path}' is {table}, but {'only one' if others else 'no'} path is named"
                hint = "one that is renamed stands under [bridge.same]"
                place = ("bridge", table, path)
                grounds = tuple((*place, number) for number in range(len(others)))
                yield Problem("bridge.one", place, what, hint, grounds)


def _check_twice(bridge: Bridge) -> Iterator[Problem]:
    """Each path that a bridge names twice of one edition."""
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


def _check_origin(framework: Framework, bridge: Bridge) -> Iterator[Problem]:
    """The fault in what a bridge says it is from."""
    place = ("bridge", "from")
    if bridge.framework != framework.id and not is_id(bridge.framework):
        what = f"{described(bridge.framework)} can't be an id"
        yield Problem("id.invalid", (*place, "id"), what, f"allowed: {ID_RULE}")
    yield from check_text(
        bridge.edition, (*place, "edition"), "the edition that the bridge is from"
    )
    if bridge.origin == (framework.id, framework.edition) and bridge.edition.strip():
        what = f"the bridge is from edition '{bridge.edition}', which is this one"
        hint = "name the earlier edition, or give this one another"
        grounds = (("id",), ("edition",), (*place, "id"), (*place, "edition"))
        yield Problem("bridge.loop", place, what, hint, grounds)


def _check_form(path: str, place: Place) -> Iterator[Problem]:
    """The fault in a path of the earlier edition that could be in none."""
    if all(map(is_id, path.split("."))):
        return
    typed = ".".join(map(as_id, path.split(".")))
    close = typed if all(map(is_id, typed.split("."))) else None
    hint = f"allowed: ids joined by dots; an id has {ID_RULE}"
    what = f"{described(path)} can't be a path"
    yield Problem("id.invalid", place, what, did_you_mean(hint, close))


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
