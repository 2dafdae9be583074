"""Make a page for each shipped framework, out of its file: `python docs/make_pages.py`."""

from __future__ import annotations

from pathlib import Path

import maturity as mt
from maturity.present.document_markdown import document_markdown
from maturity.present.framework_document import framework_document

FOLDER = Path(__file__).parent / "frameworks"
MORE = "\nHow each rule works: [rules](../rules.md).\n"


def page(framework: mt.Framework) -> str:
    """The page of a framework, in Markdown: what `maturity show --format markdown` gives."""
    return document_markdown(framework_document(framework)) + MORE


def main() -> None:
    """Write the page of every framework that is shipped."""
    FOLDER.mkdir(exist_ok=True)
    for entry in mt.frameworks():
        if entry.where == "shipped":
            text = page(mt.load_framework(entry.id))
            (FOLDER / f"{entry.id}.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
