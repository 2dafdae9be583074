"""A framework is found by its id, beside an assessment, in a plug-in or among those shipped."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from maturity.errors import FaultsFound
from maturity.files import locate
from maturity.files.locate import example, find_framework, load_framework

from .tools import plugins, small

SHIPPED = ["hwb-board", "hwb-elements", "ohwb-service"]


def fault_of(name: str | Path) -> str:
    """The first fault that loading a framework ends in."""
    with pytest.raises(FaultsFound) as caught:
        load_framework(name)
    return str(caught.value.faults[0])


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


def test_every_edition_at_hand_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An overlay that asks for an edition that is nowhere is told all that there are."""
    for folder, edition in (("here", "1"), ("here", "2"), ("there", "2"), ("there", "0")):
        (tmp_path / folder).mkdir(exist_ok=True)
        (tmp_path / folder / f"small-{edition}.toml").write_text(small("small", edition))
    monkeypatch.setenv("MATURITY_PATH", str(tmp_path / "there"))
    ours = tmp_path / "here" / "ours.toml"
    head = 'schema = 1\nid = "ours"\ntitle = "Ours"\nedition = "1"\n'
    ours.write_text(head + 'extends = { id = "small", edition = "3" }\n')
    with pytest.raises(FaultsFound) as caught:
        load_framework(ours)
    (fault,) = caught.value.faults
    assert fault.hint == "the editions at hand are '1', '2' and '0'"


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


def test_an_id_below_a_header_is_another(tmp_path: Path) -> None:
    """An id below a header is not the framework's."""
    (tmp_path / "mine.toml").write_text(small("other") + '[properties]\nid = "mine"\n')
    with pytest.raises(FaultsFound):
        find_framework("mine", beside=tmp_path / "ours.toml")


def test_a_long_id_is_not_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """An id that no framework can have is not looked for."""
    monkeypatch.setattr(locate, "read_found", None)
    assert "there is no framework with the id 'xxx" in fault_of("x" * 101)


def test_a_pipe_beside_an_assessment_is_not_waited_for(tmp_path: Path) -> None:
    """A pipe beside an assessment is not waited for."""
    os.mkfifo(tmp_path / "a.toml")
    (tmp_path / "b.toml").write_text(small("ours"))
    assert find_framework("ours", beside=tmp_path).id == "ours"


def overlay(name: str, base: str, edition: str = "1") -> str:
    """The text of an overlay that changes nothing."""
    extends = f'extends = {{ id = "{base}", edition = "{edition}" }}\n'
    return f'schema = 1\nid = "{name}"\ntitle = "Ours"\nedition = "1"\n{extends}'


def test_a_folder_comes_before_plug_ins_and_they_before_what_is_shipped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What lies beside an assessment comes before all of them."""
    for place in ("here", "a", "b", "theirs"):
        (tmp_path / place).mkdir()
        (tmp_path / place / "board.toml").write_text(small("hwb-board", "2013", place))
    here, both = tmp_path / "here", f"{tmp_path / 'a'}{os.pathsep}{tmp_path / 'b'}"
    with plugins(tmp_path, monkeypatch, {"plug": "theirs"}):
        assert load_framework("hwb-board").title == "theirs"
        monkeypatch.setenv("MATURITY_PATH", both)
        assert load_framework("hwb-board").title == "a"
        (tmp_path / "a" / "board.toml").unlink()
        assert load_framework("hwb-board").title == "b"
        assert find_framework("hwb-board", beside=here / "ours.toml").title == "here"


def test_the_edition_asked_for_may_lie_in_a_later_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where nobody has the edition, the first place wins."""
    (tmp_path / "board.toml").write_text(small("hwb-board", "2030"))
    monkeypatch.setenv("MATURITY_PATH", str(tmp_path))
    assert load_framework("hwb-board").edition == "2030"
    assert find_framework("hwb-board", edition="2013").edition == "2013"
    assert find_framework("hwb-board", edition="2031").edition == "2030"


def test_two_files_in_one_place_cannot_be_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The fault names both; a copy is none, nor is another edition or another place."""
    first, second = tmp_path / "a.toml", tmp_path / "b.toml"
    first.write_text(small("mine"))
    second.write_text(small("mine"))
    assert find_framework("mine", beside=tmp_path).title == "Small"
    second.write_text(small("mine", title="Other"))
    said = (
        f"{first}: error[framework.twice]: {second} has the id 'mine' and the edition '1' as "
        "well, and says something else; take one of them away, or give it an edition of its own"
    )
    for edition in (None, "1", "2"):
        with pytest.raises(FaultsFound) as caught:
            find_framework("mine", beside=tmp_path, edition=edition)
        assert str(caught.value) == said
    monkeypatch.setenv("MATURITY_PATH", str(tmp_path))
    assert fault_of("mine") == said
    assert load_framework(second).title == "Other"
    (tmp_path / "c.toml").write_text(small("mine", "2"))
    assert find_framework("mine", edition="2").edition == "2"


def test_two_plug_ins_cannot_have_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All plug-ins are one place: nobody has said which of them comes first."""
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "it.toml").write_text(small("mine", title=name))
    with plugins(tmp_path, monkeypatch, {"a": "one", "b": "other"}):
        assert "error[framework.twice]" in fault_of("mine")


def test_files_without_an_edition_are_told_as_such(tmp_path: Path) -> None:
    """That two files are the same can't be said where one states no edition."""
    (tmp_path / "a.toml").write_text('id = "mine"')
    (tmp_path / "b.toml").write_text('id = "mine"\n')
    with pytest.raises(FaultsFound, match=r"a\.toml:1:1: error\[key\.missing\]"):
        find_framework("mine", beside=tmp_path)


def test_a_base_is_looked_for_beside_its_overlay_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is the overlay's folder that counts, not that of the assessment."""
    for place in ("here", "a", "b"):
        (tmp_path / place).mkdir()
        (tmp_path / place / "base.toml").write_text(small("base", title=place))
    (tmp_path / "b" / "ours.toml").write_text(overlay("ours", "base"))
    folders = [str(tmp_path / "a"), str(tmp_path / "b")]
    monkeypatch.setenv("MATURITY_PATH", os.pathsep.join(folders))
    for found in (load_framework("ours"), find_framework("ours", beside=tmp_path / "here")):
        assert found.overlay is not None
        assert found.overlay.base.title == "b"


def test_an_unknown_id_names_the_places_that_cannot_be_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It may be there that the framework lies."""
    monkeypatch.setenv("MATURITY_PATH", str(tmp_path / "none"))
    (tmp_path / "fails.py").write_text("raise RuntimeError")
    with plugins(tmp_path, monkeypatch, {"bad": "fails"}):
        said = fault_of("nothing")
    assert said.endswith(f"; not all can be seen in: {tmp_path / 'none'}, plug-in bad")


def test_an_example_answers_what_is_shipped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another framework of its id does not get in its way."""
    (tmp_path / "board.toml").write_text(small("hwb-board", "2013"))
    monkeypatch.setenv("MATURITY_PATH", str(tmp_path))
    assert len(example("hwb-board").framework.items) == 102
