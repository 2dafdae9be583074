"""A file is replaced whole or stays as it was."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from maturity.files.atomic import replace_file

if TYPE_CHECKING:
    from pathlib import Path


def test_a_new_file_is_written_in_utf_8(tmp_path: Path) -> None:
    """A new file is written in UTF-8."""
    replace_file(str(tmp_path / "new.toml"), "a = 'é'\n")
    assert (tmp_path / "new.toml").read_bytes() == "a = 'é'\n".encode()
    assert [path.name for path in tmp_path.iterdir()] == ["new.toml"]


def test_an_old_file_is_replaced_and_keeps_its_permissions(tmp_path: Path) -> None:
    """An old file is replaced and keeps its permissions."""
    path = tmp_path / "old.toml"
    path.write_text("old")
    path.chmod(0o640)
    replace_file(path, "new")
    assert path.read_text() == "new"
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_link_is_followed(tmp_path: Path) -> None:
    """A link is followed."""
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_text("old")
    link.symlink_to(target)
    replace_file(link, "new")
    assert link.is_symlink()
    assert target.read_text() == "new"


def test_where_writing_fails_the_old_file_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where writing fails the old file stays."""
    path = tmp_path / "old.toml"
    path.write_text("old")

    def full(_: int) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="no space left"):
        replace_file(path, "new")
    assert path.read_text() == "old"
    assert [file.name for file in tmp_path.iterdir()] == ["old.toml"]


def test_text_that_is_not_unicode_changes_nothing(tmp_path: Path) -> None:
    """Text that is not unicode changes nothing."""
    path = tmp_path / "old.toml"
    path.write_text("old")
    with pytest.raises(UnicodeEncodeError):
        replace_file(path, "\ud800")
    assert path.read_text() == "old"


def test_a_folder_that_does_not_exist_is_an_error(tmp_path: Path) -> None:
    """A folder that does not exist is an error."""
    with pytest.raises(FileNotFoundError):
        replace_file(tmp_path / "none" / "new.toml", "new")
