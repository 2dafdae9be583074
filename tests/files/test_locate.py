"""A framework is found by its id, beside an assessment, in a plug-in or among those shipped."""

from __future__ import annotations

import os
import sys
from importlib import resources
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

from maturity.errors import FaultsFound
from maturity.files import locate
from maturity.files.framework_writer import dump_framework
from maturity.files.locate import example, find_framework, frameworks, load_framework

ROOT = Path(__file__).parents[2]
SHIPPED = ["hwb-board", "hwb-elements", "ohwb-service"]


def small(name: str, edition: str = "1", title: str = "Small") -> str:
    """The text of a small framework."""
    return (
        f'schema = 1\nid = "{name}"\ntitle = "{title}"\nedition = "{edition}"\n'
        '[scales.s]\nno = 0\nyes = 1\n[scoring]\nscale = "s"\n[dimensions.d.items]\na = "A"\n'
    )


def fault_of(name: str | Path) -> str:
    """The first fault that loading a framework ends in."""
    with pytest.raises(FaultsFound) as caught:
        load_framework(name)
    return str(caught.value.faults[0])


@pytest.fixture
def plugin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder of an installed plug-in's package, still without frameworks; one plug-in fails."""
    package = tmp_path / "site" / "their_frameworks"
    package.mkdir(parents=True)
    (package / "__init__.py").touch()
    (package.parent / "their_broken.py").write_text("raise RuntimeError('on import')")
    monkeypatch.syspath_prepend(str(package.parent))
    points = [
        EntryPoint("theirs", "their_frameworks", locate.GROUP),
        EntryPoint("broken", "their_broken", locate.GROUP),
    ]
    monkeypatch.setattr(
        locate, "entry_points", lambda group: points if group == locate.GROUP else []
    )
    locate._plugins.cache_clear()  # noqa: SLF001  # installed packages don't change while a program runs
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    yield package
    locate._plugins.cache_clear()  # noqa: SLF001  # see above


def test_the_shipped_frameworks_are_listed() -> None:
    """The shipped frameworks are listed."""
    entries = [entry for entry in frameworks() if entry.where == locate.SHIPPED]
    assert [entry.id for entry in entries] == SHIPPED
    assert [load_framework(entry.id).edition for entry in entries] == [e.edition for e in entries]
    assert all(entry.title for entry in entries)


def test_a_framework_is_loaded_once() -> None:
    """A framework is loaded once."""
    assert load_framework("hwb-board") is find_framework("hwb-board")


def test_a_framework_is_loaded_from_a_path(tmp_path: Path) -> None:
    """A framework is loaded from a path."""
    path = tmp_path / "mine.toml"
    path.write_text(small("mine"))
    assert load_framework(path) == load_framework(str(path))
    assert load_framework(path).id == "mine"


def test_text_that_is_no_id_is_a_path_if_it_looks_like_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Text that is no id is a path if it looks like one."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "No_Suffix").write_text(small("mine"))
    (tmp_path / "hwb-board").write_text(small("mine"))
    assert load_framework("No_Suffix").id == "mine"
    assert load_framework("hwb-board").id == "hwb-board"
    assert load_framework(Path("hwb-board")).id == "mine"
    assert fault_of("./none.toml") == "./none.toml: error[file.missing]: there is no such file"
    assert "error[framework.unknown]" in fault_of("No Such Thing")
    assert "error[framework.unknown]" in fault_of("x" * 5000)


def test_an_unknown_id_names_the_nearest() -> None:
    """An unknown id names the nearest."""
    assert fault_of("hwb-bord").startswith(
        "hwb-bord: error[framework.unknown]: there is no framework with the id 'hwb-bord'; there"
    )
    assert fault_of("hwb-bord").endswith("did you mean 'hwb-board'?")


def test_the_faults_of_a_file_carry_its_path(tmp_path: Path) -> None:
    """The faults of a file carry its path."""
    path = tmp_path / "bad.toml"
    path.write_text("schema = 2\n")
    assert fault_of(path).startswith(f"{path}:1:1: error[key.missing]")


def test_a_file_beside_the_assessment_comes_first(tmp_path: Path) -> None:
    """A file beside the assessment comes first."""
    answers = tmp_path / "answers.toml"
    answers.write_text('framework = { id = "hwb-board", edition = "9" }')
    (tmp_path / "a-broken.toml").write_text('id = "other"\nnot toml')
    (tmp_path / "b-folder.toml").mkdir()
    local = tmp_path / "c-local.toml"
    local.write_text("# ours\n" + small("hwb-board", "2013", "Local"))
    assert find_framework("hwb-board", beside=answers).title == "Local"
    assert find_framework("hwb-board", beside=tmp_path).title == "Local"
    assert find_framework("hwb-board").title != "Local"
    assert find_framework("hwb-elements", beside=answers).id == "hwb-elements"


def test_the_edition_asked_for_is_preferred(tmp_path: Path) -> None:
    """The edition asked for is preferred."""
    (tmp_path / "a.toml").write_text(small("mine", "2024"))
    (tmp_path / "b.toml").write_text(small("mine", "2025"))
    assert find_framework("mine", beside=tmp_path).edition == "2024"
    assert find_framework("mine", beside=tmp_path, edition="2025").edition == "2025"
    assert find_framework("mine", beside=tmp_path, edition="2030").edition == "2024"


def test_the_faults_of_the_file_that_has_the_id_are_told(tmp_path: Path) -> None:
    """The faults of the file that has the id are told."""
    (tmp_path / "a.toml").write_text("id = 'mine'\nschema = = 1\n")
    with pytest.raises(FaultsFound, match=r"a\.toml:2:10: error\[toml\.syntax\]"):
        find_framework("mine", beside=tmp_path)


def test_an_id_deeper_in_a_file_is_not_its_own(tmp_path: Path) -> None:
    """An id deeper in a file is not its own."""
    (tmp_path / "a.toml").write_text('schema = 1\n[x]\nid = "mine"\n')
    (tmp_path / "b.toml").write_text('description = """\nid = "mine"\n"""\n' + small("yours"))
    with pytest.raises(FaultsFound, match=r"framework\.unknown"):
        find_framework("mine", beside=tmp_path)


def test_a_name_inside_a_file_is_never_a_path(tmp_path: Path) -> None:
    """A name inside a file is never a path."""
    (tmp_path / "mine.toml").write_text(small("mine"))
    with pytest.raises(FaultsFound, match=r"framework\.unknown"):
        find_framework("../mine", beside=tmp_path)


def test_plug_ins_add_frameworks(plugin: Path) -> None:
    """Plug-ins add frameworks."""
    (plugin / "theirs.toml").write_text(small("theirs"))
    (plugin / "board.toml").write_text(small("hwb-board", title="Theirs"))
    (plugin / "wrong.toml").write_text('id = "wrong"')
    entries = {entry.id: entry.where for entry in frameworks()}
    assert entries == {
        "hwb-board": "theirs",
        "hwb-elements": "shipped",
        "ohwb-service": "shipped",
        "theirs": "theirs",
    }
    assert load_framework("theirs").id == "theirs"
    assert load_framework("hwb-board").title == "Theirs"
    assert fault_of("wrong").startswith("wrong.toml:1:1: error[key.missing]")
    assert fault_of("nothing").endswith("; these plug-ins can't be loaded: broken")


@pytest.mark.parametrize("name", SHIPPED)
def test_each_shipped_framework_has_an_example_of_made_up_data(name: str) -> None:
    """Each shipped framework has an example of made up data."""
    assessment = example(name)
    assert assessment.made_up
    assert assessment.framework is load_framework(name)


def test_an_example_that_is_not_shipped_is_a_fault() -> None:
    """An example that is not shipped is a fault."""
    with pytest.raises(FaultsFound) as caught:
        example("hwb-bord")
    (fault,) = caught.value.faults
    assert fault.code == "framework.no-example"
    assert fault.hint == f"there are: {', '.join(SHIPPED)}; did you mean 'hwb-board'?"


def test_an_installed_package_has_its_own_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An installed package has its own folder."""
    folder = tmp_path / "_frameworks"
    folder.mkdir()
    (folder / "only.toml").write_text(dump_framework(load_framework("hwb-board")))
    monkeypatch.setattr(resources, "files", lambda _: tmp_path)
    locate._shipped.cache_clear()  # noqa: SLF001  # what is shipped doesn't change while a program runs
    try:
        assert [entry.id for entry in frameworks()] == ["hwb-board"]
    finally:
        locate._shipped.cache_clear()  # noqa: SLF001  # see above


@pytest.mark.parametrize(
    "top",
    [
        'description = """\n[a link]\nid = \'other\'\n"""\n',
        "description = '''\n[a link]\n'''\n",
        'principles = [\n  "one",\n]\n',
        '# """\r\n',
        'source = { title = "T" } # [a]\n',
    ],
)
def test_an_id_may_stand_below_a_long_text_or_list(tmp_path: Path, top: str) -> None:
    """An id may stand below a long text or list."""
    (tmp_path / "mine.toml").write_text(top + small("mine"), newline="")
    assert find_framework("mine", beside=tmp_path / "ours.toml").id == "mine"


def test_an_id_below_a_header_is_another(tmp_path: Path) -> None:
    """An id below a header is not the framework's."""
    (tmp_path / "mine.toml").write_text(small("other") + '[properties]\nid = "mine"\n')
    with pytest.raises(FaultsFound):
        find_framework("mine", beside=tmp_path / "ours.toml")


def test_a_long_id_is_not_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """An id that no framework can have is not looked for."""
    monkeypatch.setattr(locate, "_states", None)
    assert "there is no framework with the id 'xxx" in fault_of("x" * 101)


def test_a_pipe_beside_an_assessment_is_not_waited_for(tmp_path: Path) -> None:
    """A pipe beside an assessment is not waited for."""
    os.mkfifo(tmp_path / "a.toml")
    (tmp_path / "b.toml").write_text(small("ours"))
    assert find_framework("ours", beside=tmp_path).id == "ours"
