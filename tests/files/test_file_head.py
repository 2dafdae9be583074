"""A key at the top of a file is found without reading all of it, and no other key is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from maturity.files.file_head import HEAD, head_of, stated

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    "top",
    [
        "",
        "\ufeff",
        "schema = 1\r\n",
        'description = """\n[a link]\nid = \'other\'\n"""\n',
        "description = '''\n[a link]\n'''\n",
        'principles = [\n  "one",\n]\n',
        '# """\r\n',
        'source = { title = "T", id = "other" } # [a]\n',
    ],
)
@pytest.mark.parametrize("said", ['"mine"', "'mine'", '"""mine"""', r'"m\u0069ne"'])
def test_it_is_found_whatever_stands_above(top: str, said: str) -> None:
    """A text is found below long texts and lists, in any kind of quotes."""
    assert stated(f"{top}id = {said}\n", "id") == "mine"
    assert stated(f'{top}"id" = {said} # ours\r\n[levels]', "id") == "mine"


@pytest.mark.parametrize(
    "text",
    [
        "",
        'title = "mine"',
        '[x]\nid = "mine"',
        "id = 1",
        "id =",
        'id = "mine',
        r'id = "\m"',
        'x.id = "mine"',
        'x = """\nid = "mine"\n"""',
    ],
)
def test_what_is_no_key_of_the_top_is_not_found(text: str) -> None:
    """A key below a header, in a text or without a text is not found."""
    assert stated(text, "id") is None


def test_of_a_long_file_the_beginning_is_read(tmp_path: Path) -> None:
    """Of a long file the beginning is read, whatever bytes are in it; of no file nothing."""
    path = tmp_path / "long.toml"
    path.write_bytes(b'id = "mine"\n\xff' + b"#" * 100_000)
    assert len(head_of(path)) == HEAD
    assert stated(head_of(path), "id") == "mine"
    assert head_of(tmp_path / "none.toml") == ""
