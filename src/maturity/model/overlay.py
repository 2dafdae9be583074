"""What a local framework changes in the framework that it extends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen

from .frozen import FrozenMap
from .source import Source

if TYPE_CHECKING:
    from .framework import Framework


@frozen(kw_only=True)
class Overlay:
    """How a framework differs from the one that it extends, as its file declares it.

    `base`: the framework that is extended. `dropped`: paths that are left out, each with the
    reason. `added`: the paths of new items and branches. `changed`: the paths of which something is
    said anew; `reworded`: those of which it is the words. `source`: where the words come from that
    are added or changed here. `tables`: the file's own tables, so that it can be written again.
    """

    base: Framework
    dropped: FrozenMap[str, str] = FrozenMap()
    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    reworded: tuple[str, ...] = ()
    source: Source = Source()
    tables: FrozenMap[str, object] = field(default=FrozenMap(), repr=False)
