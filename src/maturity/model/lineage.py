"""What an overlay has of the frameworks that it extends, and what it has anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .texts import bare_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .framework import Framework


def line(framework: Framework) -> Iterator[Framework]:
    """A framework, what it extends, what that extends, and so on."""
    while True:
        yield framework
        if framework.overlay is None:
            return
        framework = framework.overlay.base


def since(framework: Framework, other: Framework) -> list[Framework]:
    """The overlays that lead to a framework from what it and another go back to, newest first.

    Those of the whole line where the two have nothing in common.
    """
    theirs = set(map(_names, line(other)))
    found = []
    while framework.overlay is not None and _names(framework) not in theirs:
        found.append(framework)
        framework = framework.overlay.base
    return found


def renewed(first: Framework, second: Framework) -> set[str]:
    """The paths that stand for one thing in one of two frameworks and for another in the other.

    They are those of what both go back to, where one overlay drops something and a later one adds
    something with other words at the same path. What reads alike in the two is the same.
    """
    one, other = first.by_path, second.by_path
    return {
        path
        for path in (*_renewed(first, second), *_renewed(second, first))
        if path in one and path in other and bare_words(one[path]) != bare_words(other[path])
    }


def _renewed(framework: Framework, other: Framework) -> Iterator[str]:
    """Those that are added again on the way to `framework`."""
    overlays = since(framework, other)
    origin = overlays[-1].overlay if overlays else None
    if origin is None or _names(origin.base) not in set(map(_names, line(other))):
        return
    before, seen = origin.base.by_path, set[str]()
    for one in overlays:
        for path in one.overlay.added if one.overlay else ():
            if path in before and path not in seen:
                seen.add(path)
                if bare_words(before[path]) != bare_words(one.by_path[path]):
                    yield path


def _names(framework: Framework) -> tuple[str, str, str]:
    """What tells one framework from another."""
    return framework.id, framework.edition, framework.digest
