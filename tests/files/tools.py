"""Small frameworks as text, and a plug-in that is there for one test."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from importlib.metadata import EntryPoint
from typing import TYPE_CHECKING

from maturity.files import framework_places

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import pytest


def small(name: str, edition: str = "1", title: str = "Small") -> str:
    """The text of a small framework."""
    return (
        f'schema = 1\nid = "{name}"\ntitle = "{title}"\nedition = "{edition}"\n'
        '[scales.s]\nno = 0\nyes = 1\n[scoring]\nscale = "s"\n[dimensions.d.items]\na = "A"\n'
    )


@contextmanager
def plugins(
    folder: Path, monkeypatch: pytest.MonkeyPatch, points: dict[str, str]
) -> Iterator[None]:
    """Offer plug-ins by their names: packages and modules that lie in `folder`."""
    offered = [EntryPoint(name, module, framework_places.GROUP) for name, module in points.items()]
    monkeypatch.syspath_prepend(str(folder))
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    monkeypatch.setattr(framework_places, "entry_points", lambda group: offered if group else [])
    framework_places.plugins.cache_clear()
    try:
        yield
    finally:
        framework_places.plugins.cache_clear()
