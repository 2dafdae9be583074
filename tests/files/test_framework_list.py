"""The list of frameworks: those that win, those that they hide, and what can't be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from maturity.errors import FaultsFound
from maturity.files.framework_list import FrameworkEntry, frameworks, survey
from maturity.files.locate import find_framework, load_framework

from .tools import plugins, small

if TYPE_CHECKING:
    from pathlib import Path

SHIPPED = ["hwb-board", "hwb-elements", "ohwb-service"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that MATURITY_PATH names."""
    path = tmp_path / "folder"
    path.mkdir()
    monkeypatch.setenv("MATURITY_PATH", str(path))
    return path


def brief(entry: FrameworkEntry) -> tuple[str, str, str]:
    """What tells an entry from others."""
    return entry.id, entry.edition, entry.origin


def test_the_shipped_frameworks_are_listed() -> None:
    """The shipped frameworks are listed."""
    entries = [entry for entry in frameworks() if entry.where == "shipped"]
    assert [entry.id for entry in entries] == SHIPPED
    assert [load_framework(entry.id).edition for entry in entries] == [e.edition for e in entries]
    assert all(entry.title and entry.origin == "shipped" for entry in entries)


def test_an_entry_holds_those_that_it_hides(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They come in the order in which they would be found, and the winner is what is loaded."""
    (folder / "board.toml").write_text(small("hwb-board", "2026"))
    (folder / "board-2025.toml").write_text(small("hwb-board", "2025"))
    (tmp_path / "theirs").mkdir()
    (tmp_path / "theirs" / "board.toml").write_text(small("hwb-board", "2013", "Theirs"))
    (tmp_path / "theirs" / "more.toml").write_text(small("more"))
    with plugins(tmp_path, monkeypatch, {"plug": "theirs"}):
        entries = frameworks()
        assert load_framework("hwb-board").edition == "2026"
        assert find_framework("hwb-board", edition="2013").title == "Theirs"
    assert [entry.id for entry in entries] == ["hwb-board", "hwb-elements", "more", "ohwb-service"]
    assert brief(entries[0]) == ("hwb-board", "2026", f"folder {folder}")
    assert [brief(hidden) for hidden in entries[0].hidden] == [
        ("hwb-board", "2025", f"folder {folder}"),
        ("hwb-board", "2013", "plug-in plug"),
        ("hwb-board", "2013", "shipped"),
    ]
    assert (entries[2].where, entries[2].name, entries[2].package) == ("plug-in", "plug", None)


def test_what_has_faults_is_told_and_hides_nothing_in_silence(folder: Path) -> None:
    """An id is lost whose first file has faults: it could not be loaded either."""
    (folder / "a.toml").write_text('id = "hwb-board"')
    (folder / "b.toml").write_text("not toml")
    (folder / "c.toml").write_bytes(b"\xff")
    (folder / "good.toml").write_text(small("good"))
    (folder / "good-2.toml").write_text('id = "good"')
    found = survey()
    assert [entry.id for entry in found.entries] == ["good", "hwb-elements", "ohwb-service"]
    assert [(str(faults[0].where), faults[0].code) for faults in found.faults] == [
        (f"{folder / 'a.toml'}:1:1", "key.missing"),
        (f"{folder / 'b.toml'}:1:5", "toml.syntax"),
        (f"{folder / 'c.toml'}:1:1", "file.not-utf8"),
        (f"{folder / 'good-2.toml'}:1:1", "key.missing"),
    ]
    assert found.lost == ("hwb-board",)
    with pytest.raises(FaultsFound, match=r"a\.toml:1:1: error\[key\.missing\]"):
        load_framework("hwb-board")


def test_two_files_of_one_id_and_edition_are_told_once(folder: Path) -> None:
    """Neither is listed, as neither can be loaded."""
    (folder / "a.toml").write_text(small("twin"))
    (folder / "b.toml").write_text(small("twin", title="Another"))
    found = survey()
    assert [fault.code for faults in found.faults for fault in faults] == ["framework.twice"]
    assert found.lost == ("twin",)
    assert [entry.id for entry in found.entries] == SHIPPED


def test_an_assessment_in_the_folder_is_passed_over(folder: Path) -> None:
    """An assessment may lie beside what it answers."""
    (folder / "ours.toml").write_text('schema = 1\nframework = { id = "x", edition = "1" }\n')
    found = survey()
    assert (len(found.entries), found.faults) == (3, ())


def test_an_overlay_without_its_base_is_told(folder: Path) -> None:
    """The base is looked for everywhere, and the search for it ends."""
    text = 'schema = 1\nid = "ours"\ntitle = "Ours"\nedition = "1"\n'
    (folder / "ours.toml").write_text(text + 'extends = { id = "none", edition = "1" }\n')
    ((fault,),) = survey().faults
    assert (fault.code, fault.where.line) == ("framework.unknown", 5)
