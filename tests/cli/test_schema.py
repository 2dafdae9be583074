"""`maturity schema`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pytest

from maturity.files.json_schema import schema_text

from .tools import Done, run

if TYPE_CHECKING:
    from pathlib import Path

Kind = Literal["framework", "assessment"]


@pytest.mark.parametrize("kind", ["framework", "assessment"])
def test_schema(kind: Kind, folder: Path) -> None:
    """It is printed, or written to a file, which is not replaced unless that was asked for."""
    assert run("schema", kind) == Done(0, schema_text(kind), "")
    name = f"{kind}.schema.json"
    assert run("schema", kind, "-o", name) == Done(0, "", f"{name}: written\n")
    assert (folder / name).read_text("utf-8") == schema_text(kind)
    there = Done(2, "", f"Error: {name} exists already; --force replaces it\n")
    assert run("schema", kind, "-o", name) == there
    assert run("schema", kind, "-o", name, "--force").code == 0


def test_schema_is_that_of_frameworks_unless_it_is_said() -> None:
    """Whoever writes a schema's line writes a framework most likely."""
    assert run("schema") == run("schema", "framework")
    assert "'framework', 'assessment'" in run("schema", "cohort").err
    assert run("schema", "cohort").code == 2


def test_new_framework_names_the_schema_as_it_is_written() -> None:
    """Its first line works once the schema lies beside it."""
    first, second, *_ = run("new", "framework").out.splitlines()
    assert (first, second) == ("#:schema ./framework.schema.json", "")
    assert "  maturity schema -o framework.schema.json\n" in run("new", "framework").out
