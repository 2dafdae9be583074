"""Run every notebook, and keep what it shows: `python docs/make_notebooks.py`."""

from __future__ import annotations

from pathlib import Path

import nbformat
from nbclient import NotebookClient

FOLDER = Path(__file__).parents[1] / "notebooks"
LONGEST = 120


def run(path: Path) -> nbformat.NotebookNode:
    """A notebook with the outputs that running it gives; CellExecutionError where a cell fails."""
    notebook: nbformat.NotebookNode = nbformat.read(path, as_version=4)
    # Without times, and each stream whole: a run that shows the same leaves the same file.
    client = NotebookClient(
        notebook,
        timeout=LONGEST,
        record_timing=False,
        coalesce_streams=True,
        resources={"metadata": {"path": path.parent}},
    )
    client.execute()
    notebook.metadata.pop("language_info", None)  # it states the version of Python
    return notebook


def main() -> None:
    """Run the notebooks in place."""
    for path in sorted(FOLDER.glob("*.ipynb")):
        nbformat.write(run(path), path)


if __name__ == "__main__":
    main()
