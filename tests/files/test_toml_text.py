"""What is hostile, empty or no text ends in one clean fault, quickly."""

from __future__ import annotations

import os
import time
import tomllib
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.errors import FaultsFound
from maturity.files.toml_text import MAX_BYTES, load_toml, read_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

MANY = 20_000
HOSTILE = {
    "deep arrays": ("a = " + "[" * MANY, "toml.too-deep"),
    "deep arrays that close": ("a = " + "[" * MANY + "]" * MANY, "toml.too-deep"),
    "deep inline tables": ("a = " + "{b=" * MANY, "toml.too-deep"),
    "a key of many parts": (".".join("a" * MANY) + " = 1", "toml.too-deep"),
    "a header of many parts": ("[" + ".".join("a" * MANY) + "]", "toml.too-deep"),
    "parts and headers": ("[" + ".".join("a" * 35) + "]\nb.b.b.b.b.b.b = 1", "toml.too-deep"),
    "a long integer": ("a = " + "9" * 5000, "toml.long-number"),
    "a long hexadecimal": ("a = 0x" + "f" * 5000, "toml.long-number"),
    "a long negative": ("a = -" + "9" * 5000, "toml.long-number"),
    "quotes that never close": ('a = """' + '\\"""' * MANY, "toml.syntax"),
    "zero bytes": ("\0" * MANY, "toml.syntax"),
}


def fault_of(action: Callable[[], object]) -> str:
    """The one fault that an action ends in."""
    with pytest.raises(FaultsFound) as caught:
        action()
    assert len(caught.value.faults) == 1
    return str(caught.value)


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_ends_in_one_clean_fault(name: str) -> None:
    """Hostile text ends in one clean fault."""
    text, code = HOSTILE[name]
    start = time.perf_counter()
    assert f"error[{code}]" in fault_of(lambda: load_toml(text))
    assert time.perf_counter() - start < 5


def test_depth_and_digits_within_bounds_are_read() -> None:
    """Depth and digits within bounds are read."""
    assert load_toml("a = " + "[" * 39 + "]" * 39).data["a"]
    assert load_toml("a = " + "9" * 100).data["a"] == int("9" * 100)
    assert load_toml(".".join("a" * 40) + " = 1").data["a"]


def test_dots_and_brackets_in_texts_and_comments_do_not_count() -> None:
    """Dots and brackets in texts and comments do not count."""
    dots, marks = "." * 500, "[" * 500
    text = f"a = \"{dots}{marks}\" # {dots}{marks}\nb = '''\n{marks}{dots}'''\n"
    assert load_toml(text).data == {"a": dots + marks, "b": marks + dots}


@pytest.mark.parametrize("text", ["", " \n\t\n", "\ufeff", "\ufeff\n"])
def test_an_empty_text_is_a_fault(text: str) -> None:
    """An empty text is a fault."""
    assert fault_of(lambda: load_toml(text, "f")) == "f:1:1: error[file.empty]: the file is empty"


def test_a_byte_order_mark_and_line_ends_of_any_system_are_accepted() -> None:
    """A byte order mark and line ends of any system are accepted."""
    toml = load_toml("\ufeffa = 1\r\nb = '''x\r\ny'''", "f")
    assert toml.data == {"a": 1, "b": "x\ny"}
    assert toml.text == "a = 1\nb = '''x\ny'''"


def test_a_text_that_is_too_large_is_a_fault() -> None:
    """A text that is too large is a fault."""
    text = f"a = '{'x' * MAX_BYTES}'"
    expected = "f:1:1: error[file.too-large]: the text is too large; a file may have up to 2 MB"
    assert fault_of(lambda: load_toml(text, "f")) == expected


def test_a_file_that_is_too_large_is_a_fault(tmp_path: Path) -> None:
    """A file that is too large is a fault."""
    path = tmp_path / "f"
    path.write_bytes(b"#" * (MAX_BYTES + 1))
    assert "error[file.too-large]: the file is too large" in fault_of(lambda: read_text(path))


def test_a_missing_file_a_folder_and_a_name_that_cannot_be_are_faults(tmp_path: Path) -> None:
    """A missing file a folder and a name that cannot be are faults."""
    missing = tmp_path / "none.toml"
    assert fault_of(lambda: read_text(missing)) == (
        f"{missing}: error[file.missing]: there is no such file"
    )
    assert "error[file.folder]: this is a folder, not a file" in fault_of(
        lambda: read_text(tmp_path)
    )
    assert "error[file.unreadable]" in fault_of(lambda: read_text("x" * 5000))
    assert "error[file." in fault_of(lambda: read_text("a\0b"))


def test_bytes_that_are_not_utf_8_are_found_with_line_and_column(tmp_path: Path) -> None:
    """Bytes that are not UTF-8 are found with line and column."""
    path = tmp_path / "f.toml"
    path.write_bytes('a = "é"\nb = "caf'.encode() + b'\xe9"\n')
    assert fault_of(lambda: read_text(path)) == (
        f"{path}:2:9: error[file.not-utf8]: from here on this is not UTF-8 text; "
        "save it as UTF-8: most editors offer this as 'encoding'"
    )


def test_a_file_is_read_as_it_is(tmp_path: Path) -> None:
    """A file is read as it is."""
    path = tmp_path / "f.toml"
    path.write_text('a = "é"\n', encoding="utf-8")
    assert read_text(str(path)) == 'a = "é"\n'


def test_an_error_of_the_parser_without_a_place_is_still_a_fault(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """An error of the parser without a place is still a fault."""

    def broken(_: str) -> None:
        raise RecursionError("maximum recursion depth exceeded")

    monkeypatch.setattr(tomllib, "loads", broken)
    expected = "f:1:1: error[toml.syntax]: this text can't be read as TOML"
    assert fault_of(lambda: load_toml("a = 1", "f")) == expected


@given(st.text(alphabet="ab12.\"'=[]{}\\#,\n \r-_T:+é”", max_size=60))
def test_any_text_is_read_or_ends_in_one_fault(text: str) -> None:
    """Any text is read or ends in one fault."""
    try:
        load_toml(text)
    except FaultsFound as error:
        (fault,) = error.faults
        assert fault.where.line is not None  # both ends are right


def test_a_pipe_is_no_ordinary_file_and_is_not_waited_for(tmp_path: Path) -> None:
    """A pipe is no ordinary file and is not waited for."""
    os.mkfifo(tmp_path / "pipe.toml")
    said = fault_of(lambda: read_text(tmp_path / "pipe.toml"))
    assert said.endswith("error[file.unreadable]: this is not an ordinary file")
