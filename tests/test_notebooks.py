"""The notebooks run, and show what is kept in them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import nbformat
import pytest
from docs.make_notebooks import run

NOTEBOOKS = sorted((Path(__file__).parents[1] / "notebooks").glob("*.ipynb"))


def shown(notebook: nbformat.NotebookNode) -> list[list[dict[str, Any]]]:
    """What each code cell of a notebook shows."""
    return [cell.outputs for cell in notebook.cells if cell.cell_type == "code"]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs_and_shows_what_is_kept_in_it(path: Path) -> None:
    """`make notebooks` keeps the outputs anew."""
    kept: nbformat.NotebookNode = nbformat.read(path, as_version=4)
    assert shown(run(path)) == shown(kept)


def test_there_is_a_notebook() -> None:
    """An empty folder would pass the test above."""
    assert NOTEBOOKS
