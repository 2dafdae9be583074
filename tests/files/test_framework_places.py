"""Where frameworks lie: one place after another, and nothing but files `*.toml` in each."""

from __future__ import annotations

import os
from importlib import resources
from pathlib import Path
from zipfile import ZipFile

import pytest

from maturity.errors import FaultsFound
from maturity.files import framework_places
from maturity.files.framework_places import Origin, Place, places
from maturity.files.toml_text import MAX_BYTES

from .tools import plugins, small


def names(place: Place) -> list[str]:
    """The names of the files in a place."""
    return [file.file.name for file in place.files]


def test_the_places_come_in_the_order_in_which_they_win(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The folder of the other file, each folder of the variable, plug-ins, what is shipped."""
    for name in ("here", "b", "a", "site/theirs"):
        (tmp_path / name).mkdir(parents=True)
        (tmp_path / name / f"{Path(name).name}.toml").write_text(small(Path(name).name))
    folders = ["b", "", " ", "a", "b"]
    paths = [str(tmp_path / name) if name.strip() else name for name in folders]
    monkeypatch.setenv("MATURITY_PATH", os.pathsep.join(paths))
    with plugins(tmp_path / "site", monkeypatch, {"plug": "theirs"}):
        found = list(places(tmp_path / "here" / "answers.toml"))
        assert list(places(tmp_path / "here")) == found
        assert list(places()) == found[1:]
    assert [[file.id for file in place.files] for place in found[:-1]] == [
        ["here"],
        ["b"],
        ["a"],
        ["theirs"],
    ]
    assert names(found[-1]) == ["hwb-board.toml", "hwb-elements.toml", "ohwb-service.toml"]
    assert [str(place.files[0].origin) for place in found] == [
        f"beside {tmp_path / 'here'}",
        f"folder {tmp_path / 'b'}",
        f"folder {tmp_path / 'a'}",
        "plug-in plug",
        "shipped",
    ]
    assert not any(place.faults for place in found)


def test_only_ordinary_files_right_in_a_folder_count(tmp_path: Path) -> None:
    """No other names, no hidden files, no folders, nothing below, no pipes and no dead links."""
    (tmp_path / "deeper.toml").mkdir()
    for name in ("b.toml", ".hidden.toml", "c.txt", "toml", "deeper.toml/d.toml", "b-2020.toml"):
        (tmp_path / name).write_text(small("any"))
    os.mkfifo(tmp_path / "pipe.toml")
    (tmp_path / "dead.toml").symlink_to(tmp_path / "nowhere")
    (tmp_path / "to-pipe.toml").symlink_to(tmp_path / "pipe.toml")
    (tmp_path / "a.toml").symlink_to(tmp_path / "c.txt")
    place, *_ = places(tmp_path)
    assert names(place) == ["a.toml", "b.toml", "b-2020.toml"]


def test_what_is_passed_over_in_a_folder_of_the_variable_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Dead links, pipes and folders that are named like a file; beside a file they are common."""
    (tmp_path / "deeper.toml").mkdir()
    (tmp_path / "good.toml").write_text(small("good"))
    (tmp_path / ".dead.toml").symlink_to(tmp_path / "nowhere")
    (tmp_path / "dead.toml").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe.toml")
    monkeypatch.setenv("MATURITY_PATH", str(tmp_path))
    beside, folder, *_ = places(tmp_path)
    assert (names(beside), beside.faults) == (["good.toml"], ())
    assert names(folder) == ["good.toml"]
    assert [(fault.where.file, fault.code, fault.what) for fault in folder.faults] == [
        (str(tmp_path / name), "framework.place", f"this is {kind}, and is passed over")
        for name, kind in (
            ("dead.toml", "a link that leads to no file"),
            ("deeper.toml", "a folder"),
            ("pipe.toml", "no ordinary file"),
        )
    ]


def test_of_a_large_file_the_beginning_alone_is_looked_at(tmp_path: Path) -> None:
    """A file that is too large is refused only where all of it is asked for."""
    (tmp_path / "large.toml").write_bytes(b'id = "large"\n' + b"#" * MAX_BYTES)
    (found,) = next(places(tmp_path)).files
    assert (found.id, found.edition) == ("large", None)
    with pytest.raises(FaultsFound, match=r"large\.toml: error\[file\.too-large\]"):
        found.text()


def test_a_folder_that_cannot_be_seen_is_a_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other places are there all the same."""
    folder = tmp_path / "none"
    monkeypatch.setenv("MATURITY_PATH", str(folder))
    first, second, *others = places(folder / "ours.toml")
    said = f"{folder}: error[framework.place]: nothing in this folder can be seen"
    assert str(first.faults[0]) == f"{said}: No such file or directory"
    assert str(second.faults[0]) == (f"{said}: No such file or directory; MATURITY_PATH names it")
    assert names(others[-1])


def test_a_plug_in_that_cannot_be_loaded_is_a_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever its code does, the others are there all the same; they come by name."""
    (tmp_path / "fails.py").write_text("raise RuntimeError('on import')")
    (tmp_path / "leaves").mkdir()
    (tmp_path / "leaves" / "__init__.py").write_text("raise SystemExit(3)")
    (tmp_path / "module.py").touch()
    for name in ("good", "also_good"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.toml").write_text(small(name))
    points = {
        "z": "good",
        "a": "also_good",
        "failing": "fails",
        "leaving": "leaves",
        "missing": "not_there",
        "no-package": "module",
        "odd": "!",
        "attribute": "good:thing",
        "bare": "bare",
    }
    (tmp_path / "bare").mkdir()
    with plugins(tmp_path, monkeypatch, points):
        place = framework_places.plugins()
    assert [file.id for file in place.files] == ["also_good", "good", "good"]
    load = "the plug-in can't be loaded"
    told = {str(fault.where).removeprefix("plug-in "): fault.what for fault in place.faults}
    assert told == {
        "attribute": "it names 'thing' in 'good', and only files of a package are read",
        "bare": "no file *.toml lies in the package 'bare'",
        "failing": f"{load}: TypeError: 'fails' is a module, not a package",
        "leaving": f"{load}: SystemExit: 3",
        "missing": f"{load}: ModuleNotFoundError: No module named 'not_there'",
        "no-package": f"{load}: TypeError: 'module' is a module, not a package",
        "odd": f"{load}: '!' is not the name of a package",
    }
    assert {fault.hint for fault in place.faults} == {"ask those who made it"}
    assert [str(fault.where) for fault in place.faults] == [
        "plug-in attribute",
        "plug-in bare",
        "plug-in failing",
        "plug-in leaving",
        "plug-in missing",
        "plug-in no-package",
        "plug-in odd",
    ]


def test_a_plug_in_may_lie_in_an_archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A plug-in's files are read out of an archive; they lie in no folder."""
    with ZipFile(tmp_path / "site.zip", "w") as archive:
        archive.writestr("zipped/__init__.py", "")
        archive.writestr("zipped/a.toml", small("zipped"))
    with plugins(tmp_path / "site.zip", monkeypatch, {"zip": "zipped"}):
        (found,) = framework_places.plugins().files
    assert (found.id, found.folder, found.text()) == ("zipped", None, small("zipped"))


def test_an_installed_package_has_its_own_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An installed package has its own folder."""
    (tmp_path / "_frameworks").mkdir()
    (tmp_path / "_frameworks" / "only.toml").write_text(small("only"))
    monkeypatch.setattr(resources, "files", lambda _: tmp_path)
    framework_places.shipped.cache_clear()
    try:
        assert [file.id for file in framework_places.shipped().files] == ["only"]
    finally:
        framework_places.shipped.cache_clear()


def test_an_origin_names_the_package_of_a_plug_in() -> None:
    """An origin names the package of a plug-in."""
    assert str(Origin("plug-in", "ward", "ward-frameworks 1.0")) == (
        "plug-in ward (ward-frameworks 1.0)"
    )
