"""`maturity show`: what a framework asks, as a document or a form."""

from __future__ import annotations

import click

from maturity.present.document_html import document_html
from maturity.present.document_markdown import document_markdown
from maturity.present.document_text import document_view
from maturity.present.form_document import form_document
from maturity.present.framework_document import framework_document
from maturity.present.layout import render

from . import screen
from .kinds import open_framework
from .new import give, output_options
from .options import profile_option


@click.command()
@click.argument("framework", metavar="ID")
@profile_option
@click.option(
    "--format",
    "kind",
    type=click.Choice(["text", "markdown", "html"]),
    default="text",
    show_default=True,
    help="A page for this screen, Markdown, or a file for a browser and a printer.",
)
@click.option("--form", is_flag=True, help="A form to print and to fill in by hand.")
@output_options
def show(  # noqa: PLR0913  # one for each option
    framework: str, profile: str | None, kind: str, target: str | None, *, form: bool, force: bool
) -> None:
    """Show a framework as a document, or as a form to print.

    It holds the levels, the answers, the scoring, every item by its level, and whose words they
    are. ID is a framework's id, or a file that holds one. To print it:
    maturity show ID --format html -o FILE.html
    """
    make = form_document if form else framework_document
    document = make(open_framework(framework), profile)
    if kind == "markdown":
        give(document_markdown(document), target, force=force)
    elif kind == "html":
        give(document_html(document), target, force=force)
    elif target is None:
        screen.show(document_view(document))
    else:
        give(render(document_view(document)), target, force=force)
