"""Each test of the command line runs in a folder of its own, with one framework and its answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .tools import ASSESSMENT, FRAMEWORK

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder, with `kit.toml` and `ours.toml`."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "kit.toml").write_text(FRAMEWORK, "utf-8")
    (tmp_path / "ours.toml").write_text(ASSESSMENT, "utf-8")
    return tmp_path
